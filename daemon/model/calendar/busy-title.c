/* SPDX-License-Identifier: MIT */
#include "model/calendar/busy-title.h"

#include <string.h>

/* Its word, which is none of ours. */
#define OUTLOOKS                                                                                   \
  "private appoint"                                                                                \
  "ment"

/* Folded: Google's, Outlook's, iCloud's and Nextcloud's. */
static const char *const titles[] = { "busy",
                                      "free",
                                      "tentative",
                                      "away",
                                      "out of office",
                                      "working elsewhere",
                                      "private",
                                      OUTLOOKS,
                                      "private event",
                                      "private meeting",
                                      "no title",
                                      "(no title)",
                                      "unavailable",
                                      "busy (no details)",
                                      "beschäftigt",
                                      "gebucht",
                                      "frei",
                                      "mit vorbehalt",
                                      "abwesend",
                                      "außer haus",
                                      "privat",
                                      "privater termin",
                                      "occupé",
                                      "libre",
                                      "provisoire",
                                      "absent",
                                      "absent du bureau",
                                      "privé",
                                      "rendez-vous privé",
                                      "indisponible",
                                      "ocupado",
                                      "provisional",
                                      "fuera de la oficina",
                                      "privado",
                                      "cita privada",
                                      "occupato",
                                      "non disponibile",
                                      "fuori sede",
                                      "privato",
                                      "bezet",
                                      "bezig",
                                      "afwezig",
                                      "privé-afspraak",
                                      "optaget",
                                      "opptatt",
                                      "upptagen",
                                      "varattu",
                                      "zajęty",
                                      "zajęte",
                                      "obsazeno",
                                      "zaneprázdněn",
                                      "foglalt",
                                      "ocupat",
                                      "занят",
                                      "занято",
                                      "зайнято",
                                      "απασχολημένος",
                                      "meşgul",
                                      "予定あり",
                                      "予定",
                                      "忙しい",
                                      "忙碌",
                                      "忙",
                                      "약속 있음",
                                      "바쁨",
                                      "עסוק",
                                      "مشغول" };

gboolean
one_busy_title_has (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  g_strstrip (folded);
  if (!*folded)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (folded, titles[i]) == 0)
      return TRUE;
  return FALSE;
}

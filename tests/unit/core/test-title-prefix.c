/* SPDX-License-Identifier: MIT */
#include "core/detect/title-prefix.h"

#include <string.h>

/* `rest` NULL: nothing stands before it. */
static const struct {
  const char *title;
  gboolean cancels;
  const char *rest;
} rows[] = {
  { "Canceled: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Cancelled: 1:1 Ada", TRUE, "1:1 Ada" },
  { "CANCELED:1:1 Ada", TRUE, "1:1 Ada" },
  { "Canceled event: 1:1 Ada", TRUE, "1:1 Ada" },
  { "[Canceled] 1:1 Ada", TRUE, "1:1 Ada" },
  { "(cancelled) 1:1 Ada", TRUE, "1:1 Ada" },
  { "Canceled - 1:1 Ada", TRUE, "1:1 Ada" },
  { "Canceled – 1:1 Ada", TRUE, "1:1 Ada" },
  { "Abgesagt: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Annulé : 1:1 Ada", TRUE, "1:1 Ada" },
  { "Annulé\xc2\xa0: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Annulé\xe2\x80\xaf: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Annule\xcc\x81 : 1:1 Ada", TRUE, "1:1 Ada" },
  { "ANNULÉE : 1:1 Ada", TRUE, "1:1 Ada" },
  { "Cancelado: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Cancelada: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Annullato: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Geannuleerd: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Aflyst: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Inställt: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Avlyst: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Peruutettu: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Odwołane: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Zrušeno: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Lemondva: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Anulat: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Отменено: 1:1 Ada", TRUE, "1:1 Ada" },
  { "ОТМЕНЕНО: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Скасовано: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Ακυρώθηκε: 1:1 Ada", TRUE, "1:1 Ada" },
  { "İptal edildi: 1:1 Ada", TRUE, "1:1 Ada" },
  { "キャンセル済み: 1:1 Ada", TRUE, "1:1 Ada" },
  { "キャンセル済み：1:1 Ada", TRUE, "1:1 Ada" },
  { "已取消: 1:1 Ada", TRUE, "1:1 Ada" },
  { "취소됨: 1:1 Ada", TRUE, "1:1 Ada" },
  { "בוטל: 1:1 Ada", TRUE, "1:1 Ada" },
  { "ملغى: 1:1 Ada", TRUE, "1:1 Ada" },
  { "Canceled: FW: 1:1 Ada", TRUE, "1:1 Ada" },
  { "FW: Canceled: 1:1 Ada", TRUE, "1:1 Ada" },
  { "[EXTERNAL] Canceled: 1:1 Ada", TRUE, "1:1 Ada" },

  { "Accepted: 1:1 Ada", FALSE, "1:1 Ada" },
  { "Tentative: 1:1 Ada", FALSE, "1:1 Ada" },
  { "Declined: 1:1 Ada", FALSE, "1:1 Ada" },
  { "Zugesagt: 1:1 Ada", FALSE, "1:1 Ada" },
  { "Mit Vorbehalt: 1:1 Ada", FALSE, "1:1 Ada" },
  { "Accepté : 1:1 Ada", FALSE, "1:1 Ada" },
  { "承諾: 1:1 Ada", FALSE, "1:1 Ada" },
  { "Re: 1:1 Ada", FALSE, "1:1 Ada" },
  { "RE: Fwd: AW: 1:1 Ada", FALSE, "1:1 Ada" },
  { "Re[2]: 1:1 Ada", FALSE, "1:1 Ada" },
  { "[EXTERNAL] 1:1 Ada", FALSE, "1:1 Ada" },
  { "[EXT]: 1:1 Ada", FALSE, "1:1 Ada" },
  { "***EXTERNAL*** 1:1 Ada", FALSE, "1:1 Ada" },
  { "{External Sender} 1:1 Ada", FALSE, "1:1 Ada" },

  { "1:1 Ada", FALSE, NULL },
  { "Ada / me", FALSE, NULL },
  { "Cancelled projects: review", FALSE, NULL },
  { "Canceled", FALSE, NULL },
  { "Cancellation: policy", FALSE, NULL },
  { "Not canceled: 1:1 Ada", FALSE, NULL },
  { "Pre-accepted: 1:1 Ada", FALSE, NULL },
  { "Ada: canceled: 1:1", FALSE, NULL },
  { "Really: 1:1 Ada", FALSE, NULL },
  { "Re-Canceled: 1:1", FALSE, NULL },
  { "External-1:1 Ada", FALSE, NULL },
  { "[Team] 1:1 Ada", FALSE, NULL },
  { "[EXTERNAL 1:1 Ada", FALSE, NULL },
  { "Re[x]: 1:1 Ada", FALSE, NULL },
  { "", FALSE, NULL },
  { ":", FALSE, NULL },
  { "[", FALSE, NULL },
};

static void
test_prefixes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean cancels;
    const char *rest = one_title_prefix_skip (rows[i].title, &cancels);

    g_test_message ("%s", rows[i].title);
    g_assert_cmpstr (rest, ==, rows[i].rest ? rows[i].rest : rows[i].title);
    g_assert_cmpint (cancels, ==, rows[i].cancels);
  }
}

/* A title that is nothing else stays what it is, and counts all the same. */
static void
test_nothing_behind_it (void)
{
  gboolean cancels;

  g_assert_cmpstr (one_title_prefix_skip ("Canceled: ", &cancels), ==, "Canceled: ");
  g_assert_true (cancels);
  g_assert_cmpstr (one_title_prefix_skip ("Fwd:", &cancels), ==, "Fwd:");
  g_assert_false (cancels);
}

static void
test_many_are_bounded (void)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (title, "Re: ");
  g_assert_cmpuint (strlen (one_title_prefix_skip (title->str, NULL)), ==, 4 * (100 - 8));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title-prefix/words-of-each-language", test_prefixes);
  g_test_add_func ("/title-prefix/nothing-behind-it", test_nothing_behind_it);
  g_test_add_func ("/title-prefix/many-are-bounded", test_many_are_bounded);
  return g_test_run ();
}

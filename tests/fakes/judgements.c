/* SPDX-License-Identifier: MIT */
/* Stands between the engine and the store: the linker calls these (--wrap). */
#include "tests/fakes/judgements.h"

#include <stdio.h>

#include "store/meetings-match.h"
#include "store/sent.h"
#include "wire/error.h"

gboolean __real_one_meetings_match_rows (OneStore *store, GHashTable *meetings, gint64 from,
                                         gint64 to, GError **error);
gboolean __wrap_one_meetings_match_rows (OneStore *store, GHashTable *meetings, gint64 from,
                                         gint64 to, GError **error);
GArray *__real_one_meetings_match_list_series (OneStore *store, const char *uid, gint64 from,
                                               gint64 to, GError **error);
GArray *__wrap_one_meetings_match_list_series (OneStore *store, const char *uid, gint64 from,
                                               gint64 to, GError **error);
gboolean __real_one_sent_add (OneStore *store, OneSent *sent, GError **error);
gboolean __wrap_one_sent_add (OneStore *store, OneSent *sent, GError **error);

char *fake_judgements_file;

static void
tell (const char *what)
{
  FILE *file = fake_judgements_file ? fopen (fake_judgements_file, "ae") : NULL;

  if (!file)
    return;
  fprintf (file, "%s\n", what);
  fclose (file);
}

gboolean
__wrap_one_meetings_match_rows (OneStore *store, GHashTable *meetings, gint64 from, gint64 to,
                                GError **error)
{
  tell ("all");
  return __real_one_meetings_match_rows (store, meetings, from, to, error);
}

GArray *
__wrap_one_meetings_match_list_series (OneStore *store, const char *uid, gint64 from, gint64 to,
                                       GError **error)
{
  tell ("one");
  return __real_one_meetings_match_list_series (store, uid, from, to, error);
}

gboolean
__wrap_one_sent_add (OneStore *store, OneSent *sent, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (__real_one_sent_add (store, sent, &why))
    return TRUE;
  if (g_error_matches (why, ONE_ERROR, ONE_ERROR_REFUSED))
    tell ("twice");
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

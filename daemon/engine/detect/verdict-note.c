/* SPDX-License-Identifier: MIT */
#include "engine/detect/verdict-note.h"

#include <string.h>
#include "store/meta.h"
#include "store/series-choices.h"

/* The lines of the note. */
enum {
  RULES, /* a checksum of the rules */
  TOKEN, /* the store that has its meetings says the same; "" if there is none */
  ME,    /* and on: whose calendars these are, an address a line; then, after an empty line, about
            whom was asked whether they are known (spoken-of.h) */
};

static char *
dup_rules (const OneDetectInput *who)
{
  g_autofree char *rules = one_detect_relevant_dup_rules (who);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, rules, -1);
}

/* From the empty line on, or none. */
static char *const *
find_asked (char *const *note)
{
  char *const *line = note + ME;

  while (*line && **line)
    line++;
  return line;
}

/* (transfer full) Never shorter than ME. */
static char **
read_note (const OneBase *base)
{
  char **lines = g_strsplit (one_readings_get_note (base->calendars.readings), "\n", -1);

  if (g_strv_length (lines) >= ME)
    return lines;
  g_strfreev (lines);
  return g_strsplit ("\n", "\n", -1);
}

/* Whether it was made by these rules, and the same people were known. */
static gboolean
has_rules (const OneBase *base, const OneDetectInput *who)
{
  g_autofree char *rules = dup_rules (who);
  g_auto (GStrv) note = read_note (base);
  g_autoptr (OneSpokenOf) asked = one_spoken_of_new (base);

  one_spoken_of_parse (asked, find_asked (note));
  return g_str_equal (note[RULES], rules) && !one_spoken_of_has_changed (asked);
}

gboolean
one_verdict_note_is_judged (const OneBase *base, const OneDetectInput *who)
{
  /* Any event at all can tell whose calendars these are. */
  if (!base->settings->me[0] && one_readings_count_changes (base->calendars.readings) > 0)
    return FALSE;
  return has_rules (base, who);
}

char **
one_verdict_note_dup_me (const OneBase *base)
{
  g_auto (GStrv) note = read_note (base);
  gsize n = (gsize) (find_asked (note) - (note + ME));
  char **me = n > 0 ? g_new0 (char *, n + 1) : NULL;

  for (gsize i = 0; i < n; i++)
    me[i] = g_strdup (note[ME + i]);
  return me;
}

gboolean
one_verdict_note_is_kept (const OneBase *base)
{
  g_autoptr (GHashTable) tracked = one_series_choices_list (base->store, NULL);
  OneDetectInput who = { .settings = base->settings, .tracked = tracked };
  g_autofree char *token = one_meta_find (base->store, ONE_META_STOCK, NULL);
  g_auto (GStrv) note = read_note (base);

  return *note[TOKEN] && g_strcmp0 (note[TOKEN], token) == 0
         && one_verdict_note_is_judged (base, &who);
}

gboolean
one_verdict_note_is_outdated (const OneBase *base)
{
  g_autoptr (GHashTable) tracked = one_series_choices_list (base->store, NULL);
  OneDetectInput who = { .settings = base->settings, .tracked = tracked };

  return !has_rules (base, &who);
}

void
one_verdict_note_recall (const OneBase *base, OneSpokenOf *spoken_of)
{
  g_auto (GStrv) note = read_note (base);

  one_spoken_of_parse (spoken_of, find_asked (note));
}

/* Another one each time, so that no older store has it. */
static char *
make_token (const OneBase *base, gboolean kept)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;

  if (kept && one_meta_set (base->store, ONE_META_STOCK, token, &error))
    return g_steal_pointer (&token);
  return g_strdup ("");
}

char *
one_verdict_note_make (const OneBase *base, const OneDetectInput *who, gboolean kept,
                       const OneSpokenOf *asked)
{
  g_autofree char *rules = dup_rules (who);
  g_autofree char *token = make_token (base, kept);
  g_autoptr (GStrvBuilder) note = g_strv_builder_new ();
  g_autofree char *others = one_spoken_of_format (asked);
  g_auto (GStrv) lines = NULL;

  g_strv_builder_add_many (note, rules, token, NULL);
  g_strv_builder_addv (note, (const char **) who->me);
  g_strv_builder_add_many (note, "", others, NULL);
  lines = g_strv_builder_end (note);
  return g_strjoinv ("\n", lines);
}

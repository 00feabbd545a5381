/* SPDX-License-Identifier: MIT */
#include "ctl/complete/offers.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/complete/offer-list.h"
#include "ctl/complete/offers-asked.h"
#include "ctl/print/escape.h"
#include "ctl/time/parse-when.h"
#include "ctl/time/seconds.h"
#include "ctl/view/feed-lines.h"
#include "ctl/view/show.h"
#include "wire/words.h"

static gboolean
offers_add_commands (OneContext *context, OneOfferList *list, GError **error)
{
  for (const OneCommand *command = one_commands; command->name; command++)
    if (!(command->modes & ONE_MODE_HIDDEN))
      one_offer_list_add (list, command->name, _ (command->help));
  return TRUE;
}

static gboolean
offers_add_roles (OneContext *context, OneOfferList *list, GError **error)
{
  for (guint i = 0; i < ONE_N_ROLES; i++)
    one_offer_list_add (list, one_words_format_role ((OneRole) i), "");
  return TRUE;
}

/* With the date beside each, if oned can be asked what day it is. */
static void
offers_add_day (OneContext *context, OneOfferList *list, const char *word)
{
  g_autofree char *day =
      one_context_load_now (context, NULL) ? one_context_dup_day (context, word, NULL) : NULL;
  gint64 noon;
  g_autofree char *date = NULL;

  if (day && one_parse_when_instant (day, context->now, context->zone, &noon, NULL))
    date = one_show_date (context, noon + 12 * ONE_HOUR);
  one_offer_list_add (list, word, date ? date : "");
}

/* T is also a text of the user's own. */
static gboolean
offers_add_days (OneContext *context, OneOfferList *list, GError **error)
{
  static const char *const past[] = { "yesterday", "-1w", "-2w", "-4w" };
  static const char *const ahead[] = { "today", "tomorrow", "mon", "tue", "wed", "thu",
                                       "fri",   "sat",      "sun", "+1w", "+2w", "+4w" };
  const OneOption *option = list->slot->option;

  if (option && g_str_equal (option->name, "text"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ahead); i++)
    offers_add_day (context, list, ahead[i]);
  /* A promise is due ahead, and a point waits for a day ahead. */
  if (option && (g_str_equal (option->name, "due") || g_str_equal (option->name, "on")))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    offers_add_day (context, list, past[i]);
  return TRUE;
}

static void
offers_add_words (OneOfferList *list, const char *const *words)
{
  for (; *words; words++)
    one_offer_list_add (list, *words, "");
}

static gboolean
offers_add_durations (OneContext *context, OneOfferList *list, GError **error)
{
  static const char *const durations[] = { "5m", "10m", "15m", "30m", "1h", NULL };

  offers_add_words (list, durations);
  return TRUE;
}

static gboolean
offers_add_colours (OneContext *context, OneOfferList *list, GError **error)
{
  static const char *const colours[] = { "auto", "always", "never", NULL };

  offers_add_words (list, colours);
  return TRUE;
}

static gboolean
offers_add_escapes (OneContext *context, OneOfferList *list, GError **error)
{
  offers_add_words (list, one_escape_names + 1);
  return TRUE;
}

static gboolean
offers_add_files (OneContext *context, OneOfferList *list, GError **error)
{
  one_offer_list_add_files (list);
  return TRUE;
}

static gboolean
offers_add_subscriptions (OneContext *context, OneOfferList *list, GError **error)
{
  g_autofree char *folder = one_feed_lines_dup_folder ();
  g_auto (GStrv) names = one_feed_list_names (folder);

  for (char **name = names; *name; name++)
    one_offer_list_add (list, *name, "");
  return TRUE;
}

static gboolean
offers_add_which (OneContext *context, OneOfferList *list, GError **error)
{
  static const char *const days[] = { "next", "today", "tomorrow", "yesterday", NULL };

  offers_add_words (list, days);
  return one_offers_asked_people (context, list, error)
         && one_offers_asked_meetings (context, list, error);
}

/* By the names that the usage has for words and values. A name in small letters is itself the word:
 * "start". What is not here is the user's own: a text, a name for somebody. */
static const struct {
  const char *name;
  gboolean (*add) (OneContext *, OneOfferList *, GError **);
} offers[] = {
  { "COMMAND", offers_add_commands },
  { "WHO", one_offers_asked_people },
  { "WHICH", offers_add_which },
  { "ID", one_offers_asked_ids },
  { "C", one_offers_asked_categories },
  { "UID", one_offers_asked_series },
  { "R", offers_add_roles },
  { "DAY", offers_add_days },
  { "T", offers_add_days },
  { "DURATION", offers_add_durations },
  { "WHEN", offers_add_colours },
  { "FILE", offers_add_files },
  { "KIND", offers_add_escapes },
  { "NAME", offers_add_subscriptions },
};

static gboolean
offers_add_wanted (OneContext *context, OneOfferList *list, const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if (g_str_equal (offers[i].name, name))
      return offers[i].add (context, list, error);
  if (g_ascii_islower (name[0]))
    one_offer_list_add (list, name, "");
  return TRUE;
}

static void
offers_add_options (OneOfferList *list, const OneOption *table)
{
  const OneCommand *command = list->slot->command;

  for (; table && table->name; table++) {
    g_autofree char *word = g_strconcat ("--", table->name, NULL);

    if (table->hidden || (one_slot_has (list->slot, word) && !table->list))
      continue;
    if (!command || table == command->options || one_command_takes (command, table))
      one_offer_list_add (list, word, _ (table->help));
  }
}

GPtrArray *
one_offers_list (OneContext *context, const OneSlot *slot, gboolean literal, GError **error)
{
  g_auto (GStrv) names = g_strsplit (slot->wanted, "|", -1);
  OneOfferList *list = one_offer_list_new (slot, literal);

  if (slot->options && slot->command)
    offers_add_options (list, slot->command->options);
  if (slot->options)
    offers_add_options (list, one_command_shared);
  for (guint i = 0; names[i]; i++)
    if (*names[i] && !offers_add_wanted (context, list, names[i], error)) {
      g_ptr_array_unref (one_offer_list_end (list));
      return NULL;
    }
  return one_offer_list_end (list);
}

/* SPDX-License-Identifier: MIT */
/* Prints what may stand next in a command line, for the shells' completions: a word, a tab and the
 * text beside it. A line without a word says that the shell completes files. Asks oned only if it
 * runs already. */
#include "ctl/cmd/cmd.h"

#include "ctl/complete/bash-line.h"
#include "ctl/complete/offers.h"

/* The words that `onectl complete` was given: as words, or as a line of bash's. */
static char **
complete_dup_words (OneContext *context, const OneBashLine *line)
{
  const GPtrArray *given = context->args->words;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; !line && i < given->len; i++)
    g_strv_builder_add (words, g_ptr_array_index (given, i));
  for (guint i = 1; line && line->words[0] && line->words[i]; i++)
    g_strv_builder_add (words, line->words[i]);
  return g_strv_builder_end (words);
}

static void
complete_print (GString *out, const OneSlot *slot, const OneOffer *offer, const OneBashLine *line)
{
  g_autofree char *word =
      *offer->word ? g_strconcat (slot->kept, offer->word, NULL) : g_strdup ("");
  g_autofree char *quoted = line && *word ? one_bash_line_quote (line, word) : g_strdup (word);

  if (quoted)
    g_string_append_printf (out, "%s\t%s\n", quoted, offer->text);
}

gboolean
one_complete_run (OneContext *context, GError **error)
{
  const char *text = one_args_get (context->args, "line");
  const char *current = one_args_get (context->args, "current");
  g_autoptr (OneBashLine) line = text ? one_bash_line_new (text, current ? current : "") : NULL;
  g_auto (GStrv) words = complete_dup_words (context, line);
  g_autoptr (OneSlot) slot = NULL;
  g_autoptr (GPtrArray) offers = NULL;

  if (!words[0])
    return TRUE;
  context->client->no_start = TRUE;
  slot = one_slot_new ((const char *const *) words);
  offers = one_offers_list (context, slot, one_args_has (context->args, "literal"), error);
  for (guint i = 0; offers && i < offers->len; i++)
    complete_print (context->printer->out, slot, g_ptr_array_index (offers, i), line);
  return offers != NULL;
}

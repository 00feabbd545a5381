/* SPDX-License-Identifier: MIT */
#include "ctl/complete/slot.h"

#include <string.h>

#define SEVERAL "…" /* after the name of a word that may come again */

static const OneOption *
slot_find_in (const OneOption *table, const char *name, gsize length)
{
  for (; table && table->name; table++)
    if (!table->hidden && strlen (table->name) == length
        && strncmp (table->name, name, length) == 0)
      return table;
  return NULL;
}

/* The option of "--name" or "--name=value"; NULL if there is none, or if `word` is no option. */
static const OneOption *
slot_find_option (const OneSlot *slot, const char *word)
{
  const OneOption *option = NULL;
  gsize length;

  if (!g_str_has_prefix (word, "--"))
    return NULL;
  length = strcspn (word + 2, "=");
  if (slot->command)
    option = slot_find_in (slot->command->options, word + 2, length);
  return option ? option : slot_find_in (one_command_shared, word + 2, length);
}

/* "[WHICH]" -> "WHICH"; "C,…" and "TEXT…" lose their signs, too. */
static char *
slot_strip (const char *usage)
{
  g_autofree char *name = g_strdup (usage);
  char *several = strstr (name, SEVERAL);

  if (several)
    memset (several, ' ', strlen (SEVERAL));
  g_strdelimit (name, "[],", ' ');
  return g_strdup (g_strstrip (name));
}

/* The name of the word at `index` in the usage; the last one comes again if it may. */
static char *
slot_dup_wanted (const OneCommand *command, guint index)
{
  g_auto (GStrv) names = g_strsplit (command->words, " ", -1);
  guint count = g_strv_length (names);

  if (!*command->words)
    return g_strdup ("");
  if (index < count)
    return slot_strip (names[index]);
  return strstr (names[count - 1], SEVERAL) ? slot_strip (names[count - 1]) : g_strdup ("");
}

/* Reads the words before: which of them is the command, how many words follow it, whether the last
 * is an option that waits for its value, and whether options have ended. */
static const OneOption *
slot_read (OneSlot *slot, guint *count, gboolean *ended)
{
  const OneOption *open = NULL;

  *count = 0;
  *ended = FALSE;
  for (guint i = 0; i < slot->before->len; i++) {
    const char *word = g_ptr_array_index (slot->before, i);
    const OneOption *option = *ended || open ? NULL : slot_find_option (slot, word);

    if (open)
      open = NULL;
    else if (option)
      open = option->value && !strchr (word, '=') ? option : NULL;
    else if (!*ended && g_str_equal (word, "--"))
      *ended = TRUE;
    else if (!*ended && word[0] == '-' && word[1])
      continue;
    else if (!slot->command)
      slot->command = one_command_find (word);
    else
      ++*count;
  }
  return open;
}

static void
slot_set (OneSlot *slot, char *wanted, const char *word, gsize kept)
{
  slot->wanted = wanted;
  slot->kept = g_strndup (word, kept);
  slot->typed = g_strdup (word + kept);
}

/* In a list, only the text after the last comma is typed. */
static void
slot_set_value (OneSlot *slot, const OneOption *option, const char *word, gsize from)
{
  const char *comma = option->list ? strrchr (word + from, ',') : NULL;

  slot->option = option;
  slot_set (slot, slot_strip (option->value), word, comma ? (gsize) (comma + 1 - word) : from);
}

OneSlot *
one_slot_new (const char *const *words)
{
  OneSlot *slot = g_new0 (OneSlot, 1);
  const OneOption *open, *own;
  gboolean ended;
  guint count;

  slot->before = g_ptr_array_new_with_free_func (g_free);
  for (; words[1]; words++)
    g_ptr_array_add (slot->before, g_strdup (words[0]));
  open = slot_read (slot, &count, &ended);
  own = ended ? NULL : slot_find_option (slot, *words);
  if (open)
    slot_set_value (slot, open, *words, 0);
  else if (own && own->value && strchr (*words, '='))
    slot_set_value (slot, own, *words, (gsize) (strchr (*words, '=') + 1 - *words));
  else {
    slot->options = !ended && **words == '-';
    slot_set (slot,
              slot->options   ? g_strdup ("")
              : slot->command ? slot_dup_wanted (slot->command, count)
                              : g_strdup ("COMMAND"),
              *words, 0);
  }
  return slot;
}

void
one_slot_free (OneSlot *slot)
{
  g_clear_pointer (&slot->before, g_ptr_array_unref);
  g_free (slot->wanted);
  g_free (slot->kept);
  g_free (slot->typed);
  g_free (slot);
}

gboolean
one_slot_wants (const OneSlot *slot, const char *name)
{
  g_auto (GStrv) names = g_strsplit (slot->wanted, "|", -1);

  return g_strv_contains ((const char *const *) names, name);
}

gboolean
one_slot_has (const OneSlot *slot, const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < slot->before->len; i++) {
    const char *other = g_ptr_array_index (slot->before, i);

    if (strncmp (other, word, length) == 0
        && (other[length] == '\0' || (word[0] == '-' && other[length] == '=')))
      return TRUE;
  }
  return FALSE;
}

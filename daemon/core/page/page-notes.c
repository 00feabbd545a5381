/* SPDX-License-Identifier: MIT */
#include "core/page/page-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/page/page-box.h"
#include "core/page/page-left.h"
#include "core/page/page-limits.h"
#include "core/page/page-raw.h"
#include "model/base/text.h"
#include "model/page-line.h"

#define LEVELS 6

typedef struct {
  const char *category; /* (borrowed) "" for the meeting */
  GPtrArray *lines;     /* (owned) of char* (borrowed) */
  GArray *numbers;      /* (owned) of guint: of each line in the file */
} Note;

struct OnePageNotes {
  GPtrArray *list;                  /* (owned) of Note; the first is the meeting's */
  guint at;                         /* where the next line goes */
  const char *headings[LEVELS + 1]; /* (borrowed) those that nothing was written under yet */
};

static Note *
note_new (const char *category)
{
  Note *note = g_new0 (Note, 1);

  note->category = category;
  note->lines = g_ptr_array_new ();
  note->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  return note;
}

static void
note_free (Note *note)
{
  g_ptr_array_unref (note->lines);
  g_array_unref (note->numbers);
  g_free (note);
}

static void
note_add (Note *note, const char *line, guint number)
{
  g_ptr_array_add (note->lines, (gpointer) line);
  g_array_append_val (note->numbers, number);
}

OnePageNotes *
one_page_notes_new (void)
{
  OnePageNotes *notes = g_new0 (OnePageNotes, 1);

  notes->list = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  g_ptr_array_add (notes->list, note_new (""));
  return notes;
}

void
one_page_notes_free (OnePageNotes *notes)
{
  g_ptr_array_unref (notes->list);
  g_free (notes);
}

void
one_page_notes_turn_to (OnePageNotes *notes, const char *category)
{
  for (guint i = 0; i < notes->list->len; i++)
    if (g_str_equal (((Note *) g_ptr_array_index (notes->list, i))->category, category)) {
      notes->at = i;
      return;
    }
  notes->at = notes->list->len;
  g_ptr_array_add (notes->list, note_new (category));
}

gboolean
one_page_notes_is_meeting (const OnePageNotes *notes)
{
  return notes->at == 0;
}

void
one_page_notes_turn_to_heading (OnePageNotes *notes, guint level, const char *heading)
{
  g_return_if_fail (level <= LEVELS);
  notes->at = 0;
  for (guint i = level; i <= LEVELS; i++)
    notes->headings[i] = NULL;
  notes->headings[level] = heading;
}

static gboolean
is_title (const char *heading)
{
  const char *const ours[] = {
    "Agenda", "Parked", "Notes", _ ("Agenda"), _ ("Parked"), _ ("Notes")
  };
  g_autofree char *words = g_strdup (heading + strspn (heading, "# "));

  g_strchomp (words);
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (g_ascii_strcasecmp (words, ours[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Keeps a heading in the note if text follows it; but neither the heading that the note itself
 * stands under nor oned's own. */
static void
add_headings (OnePageNotes *notes, Note *note, guint number)
{
  for (guint level = 1; level <= LEVELS; level++) {
    const char *heading = notes->headings[level];

    notes->headings[level] = NULL;
    if (!heading || is_title (heading) || (note->lines->len == 0 && level <= 2))
      continue;
    note_add (note, "", number);
    note_add (note, heading, number);
    note_add (note, "", number);
  }
}

void
one_page_notes_add_line (OnePageNotes *notes, const char *line, guint number)
{
  Note *note = g_ptr_array_index (notes->list, notes->at);

  if (*one_page_box_skip_blanks (line) == '\0') {
    if (note->lines->len > 0)
      note_add (note, "", number);
    return;
  }
  if (notes->at == 0)
    add_headings (notes, note, number);
  note_add (note, line, number);
}

/* The line of the file in which `kept`, the beginning of the note, ends: as many lines with a text
 * are before it here and there. */
static guint
find_cut (const Note *note, const char *kept)
{
  g_auto (GStrv) texts = g_strsplit (kept, "\n", -1);
  guint count = 0, i;

  for (i = 0; texts[i]; i++)
    count += *one_page_box_skip_blanks (texts[i]) != '\0';
  for (i = 0; i + 1 < note->lines->len; i++) {
    count -= *one_page_box_skip_blanks (g_ptr_array_index (note->lines, i)) != '\0';
    if (count == 0)
      break;
  }
  return g_array_index (note->numbers, guint, i);
}

static char *
note_format (const Note *note, GPtrArray *left)
{
  g_autofree char *joined = one_page_raw_join (note->lines);
  g_autofree char *text = one_text_clean_lines (joined, -1, ONE_PAGE_NOTE_MAX + 1);

  if (g_utf8_strlen (text, -1) <= ONE_PAGE_NOTE_MAX)
    return g_steal_pointer (&text);
  g_free (text);
  text = one_text_clean_lines (joined, -1, ONE_PAGE_NOTE_MAX);
  one_page_left_add (left, ONE_PAGE_LEFT_NOTE, find_cut (note, text), NULL);
  return g_steal_pointer (&text);
}

void
one_page_notes_finish (OnePageNotes *notes, GPtrArray *lines, GPtrArray *left)
{
  for (guint i = 0; i < notes->list->len; i++) {
    const Note *note = g_ptr_array_index (notes->list, i);
    g_autofree char *text = note_format (note, left);

    if (*text)
      g_ptr_array_add (lines, one_page_line_new (ONE_PAGE_NOTE, note->category, text));
  }
}

/* SPDX-License-Identifier: MIT */
#include "core/page/page-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/page/page-action.h"
#include "core/page/page-box.h"
#include "core/page/page-tag.h"
#include "core/page/page-text.h"
#include "model/text.h"

#define NOTE_MAX 20000 /* characters of a note */
#define ACTIONS_MAX 200
#define LEVELS 6

/* The note of one category, or of the meeting. */
typedef struct {
  const char *category; /* (borrowed from the catalogue) "" for the meeting */
  GPtrArray *lines;     /* (owned) of char* (borrowed) */
} Note;

typedef struct {
  const OnePageKnown *known;
  char **text;                      /* (borrowed) the lines of the page */
  GPtrArray *boxes;                 /* (owned) of OnePageLine: the result */
  GHashTable *keys;                 /* (owned) key -> OnePageLine, both (borrowed) from `boxes` */
  GPtrArray *notes;                 /* (owned) of Note; the first is the meeting's */
  guint note;                       /* where the next line goes */
  guint actions;                    /* how many there are */
  gboolean agenda_begun;            /* there was a category */
  gboolean own;                     /* still in what oned wrote: quotes are its own */
  const char *headings[LEVELS + 1]; /* (borrowed) those that nothing was written under yet */
} Reader;

static Note *
note_new (const char *category)
{
  Note *note = g_new0 (Note, 1);

  note->category = category;
  note->lines = g_ptr_array_new ();
  return note;
}

static void
note_free (Note *note)
{
  g_ptr_array_unref (note->lines);
  g_free (note);
}

static void
reader_turn_to (Reader *reader, const char *category)
{
  for (guint i = 0; i < reader->notes->len; i++)
    if (g_str_equal (((Note *) g_ptr_array_index (reader->notes, i))->category, category)) {
      reader->note = i;
      return;
    }
  reader->note = reader->notes->len;
  g_ptr_array_add (reader->notes, note_new (category));
}

/* A line that is on the page twice counts as ticked if either is. */
static void
reader_add_box (Reader *reader, OnePageKind kind, const char *key, OneState state)
{
  OnePageLine *line = g_hash_table_lookup (reader->keys, key);

  if (!line) {
    line = one_page_line_new (kind, key, "");
    g_ptr_array_add (reader->boxes, line);
    g_hash_table_insert (reader->keys, line->key, line);
  }
  if (state != ONE_STATE_OPEN)
    line->state = state;
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
note_add_headings (Reader *reader, Note *note)
{
  for (guint level = 1; level <= LEVELS; level++) {
    const char *heading = reader->headings[level];

    reader->headings[level] = NULL;
    if (!heading || is_title (heading) || (note->lines->len == 0 && level <= 2))
      continue;
    g_ptr_array_add (note->lines, (gpointer) "");
    g_ptr_array_add (note->lines, (gpointer) heading);
    g_ptr_array_add (note->lines, (gpointer) "");
  }
}

static void
reader_add_note (Reader *reader, const char *line)
{
  Note *note = g_ptr_array_index (reader->notes, reader->note);

  if (*one_page_box_skip_blanks (line) == '\0') {
    if (note->lines->len > 0)
      g_ptr_array_add (note->lines, (gpointer) "");
    return;
  }
  if (reader->note == 0)
    note_add_headings (reader, note);
  g_ptr_array_add (note->lines, (gpointer) line);
}

/* "## Notes": its level; 0 for what is no heading. */
static guint
heading_level (const char *line)
{
  gsize indent = strspn (line, " ");
  gsize level = strspn (line + indent, "#");
  char next = line[indent + level];

  if (indent > 3 || level == 0 || level > LEVELS || (next != ' ' && next != '\t' && next != '\0'))
    return 0;
  return (guint) level;
}

static gboolean
take_heading (Reader *reader, const char *line)
{
  guint level = heading_level (line);

  if (level == 0)
    return FALSE;
  reader->note = 0;
  if (reader->agenda_begun)
    reader->own = FALSE;
  for (guint i = level; i <= LEVELS; i++)
    reader->headings[i] = NULL;
  if (level > 1 || !reader->own)
    reader->headings[level] = line;
  return TRUE;
}

/* Text behind the tag belongs to the category. */
static void
turn_to_category (Reader *reader, const OneCategory *category, const OnePageBox *box,
                  const char *after)
{
  reader_add_box (reader, ONE_PAGE_CATEGORY, category->id,
                  box->state == ONE_STATE_DONE ? ONE_STATE_DONE : ONE_STATE_OPEN);
  reader->agenda_begun = TRUE;
  reader_turn_to (reader, category->id);
  after += strspn (after, " \t:-");
  if (*after)
    reader_add_note (reader, after);
}

static gboolean
take_category (Reader *reader, const OnePageBox *box, const OnePageTag *tag)
{
  gboolean bold = g_str_has_prefix (box->text, "**");
  gboolean last = tag->kind == ONE_TAG_CATEGORY && *one_page_box_skip_blanks (tag->end) == '\0';
  const OneCategory *category;

  if (tag->kind == ONE_TAG_CATEGORY && (bold || (box->boxed && last))) {
    category = one_catalogue_find (reader->known->catalogue, tag->key);
    turn_to_category (reader, category, box, tag->end);
    return TRUE;
  }
  /* The tag was deleted, but the title was not. */
  category = box->boxed ? one_page_tag_find_title (reader->known, box->text) : NULL;
  if (category)
    turn_to_category (reader, category, box, "");
  return category != NULL;
}

static gboolean
take_promise (Reader *reader, const OnePageBox *box, const OnePageTag *tag)
{
  if (tag->kind != ONE_TAG_PROMISE || !box->listed)
    return FALSE;
  if (box->boxed)
    reader_add_box (reader, ONE_PAGE_PROMISE, tag->key, box->state);
  return TRUE;
}

/* An action without words is skipped; it is no note either. */
static gboolean
take_action (Reader *reader, const OnePageBox *box)
{
  g_autoptr (OnePageLine) line = NULL;

  if (!one_page_action_read (reader->known, box, &line))
    return FALSE;
  if (line && reader->actions < ACTIONS_MAX) {
    g_ptr_array_add (reader->boxes, g_steal_pointer (&line));
    reader->actions++;
  }
  return TRUE;
}

/* Recognises oned's own lines: quoted reasons and prompts, and the line with the meeting. */
static gboolean
is_own (const Reader *reader, const char *line, const OnePageTag *tag)
{
  gboolean quoted = *one_page_box_skip_blanks (line) == '>';

  return tag->kind == ONE_TAG_MEETING || (quoted && (reader->own || reader->note > 0));
}

static void
read_line (Reader *reader, const char *line)
{
  OnePageBox box = one_page_box_read (line);
  g_auto (OnePageTag) tag = one_page_tag_find (reader->known, box.text);

  if (!take_heading (reader, line) && !take_category (reader, &box, &tag)
      && !take_promise (reader, &box, &tag) && !take_action (reader, &box)
      && !is_own (reader, line, &tag))
    reader_add_note (reader, line);
}

/* The line that closes the code fence opened at `begin`; 0 if there is none. */
static guint
find_fence_end (char **text, guint begin)
{
  const char *fence = one_page_box_skip_blanks (text[begin]);

  for (guint i = begin + 1; text[i]; i++)
    if (strncmp (one_page_box_skip_blanks (text[i]), fence, 3) == 0)
      return i;
  return 0;
}

/* A fenced block is note text. An unclosed fence is ignored. */
static void
read_lines (Reader *reader)
{
  gboolean fences = TRUE;

  for (guint i = 0; reader->text[i]; i++) {
    const char *line = one_page_box_skip_blanks (reader->text[i]);
    gboolean fence = fences && (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"));
    guint end = fence ? find_fence_end (reader->text, i) : 0;

    fences = fences && (!fence || end > 0);
    for (; i < end; i++)
      reader_add_note (reader, reader->text[i]);
    if (end > 0)
      reader_add_note (reader, reader->text[i]);
    else
      read_line (reader, reader->text[i]);
  }
}

static GPtrArray *
reader_finish (Reader *reader)
{
  for (guint i = 0; i < reader->notes->len; i++) {
    const Note *note = g_ptr_array_index (reader->notes, i);
    g_autofree char *joined = one_page_text_join (note->lines);
    g_autofree char *text = one_text_clean_lines (joined, -1, NOTE_MAX);

    if (*text)
      g_ptr_array_add (reader->boxes, one_page_line_new (ONE_PAGE_NOTE, note->category, text));
  }
  return g_ptr_array_ref (reader->boxes);
}

GPtrArray *
one_page_read (const char *text, gsize size, const OnePageKnown *known)
{
  g_auto (GStrv) lines = one_page_text_split (text, size);
  g_autoptr (GPtrArray) boxes = one_page_line_list_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = {
    .known = known, .text = lines, .boxes = boxes, .keys = keys, .notes = notes, .own = TRUE
  };

  if (!lines)
    return NULL;
  g_ptr_array_add (notes, note_new (""));
  read_lines (&reader);
  return reader_finish (&reader);
}

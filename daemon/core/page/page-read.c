/* SPDX-License-Identifier: MIT */
#include "core/page/page-read.h"

#include <string.h>

#include "core/page/page-action.h"
#include "core/page/page-box.h"
#include "core/page/page-left.h"
#include "core/page/page-limits.h"
#include "core/page/page-notes.h"
#include "core/page/page-tag.h"
#include "core/page/page-raw.h"

#define LEVELS 6

typedef struct {
  const OnePageKnown *known;
  char **text;           /* (borrowed) the lines of the page */
  guint number;          /* of the line that is read, from 1 */
  GPtrArray *boxes;      /* (borrowed) of OnePageLine: the result */
  GHashTable *keys;      /* (borrowed) key -> OnePageLine, both (borrowed) from `boxes` */
  OnePageNotes *notes;   /* (borrowed) */
  GPtrArray *left;       /* (borrowed) of OnePageLeft */
  guint actions;         /* how many there are */
  gboolean agenda_begun; /* there was a category */
  gboolean own;          /* still in what oned wrote: quotes are its own */
} Reader;

/* A line that is on the page twice counts as ticked if either is. */
static OnePageLine *
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
  return line;
}

static void
reader_add_note (Reader *reader, const char *line)
{
  one_page_notes_add_line (reader->notes, line, reader->number);
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
  if (reader->agenda_begun)
    reader->own = FALSE;
  one_page_notes_turn_to_heading (reader->notes, level, level > 1 || !reader->own ? line : NULL);
  return TRUE;
}

/* Text behind the tag belongs to the category. */
static void
turn_to_category (Reader *reader, const OneCategory *category, const OnePageBox *box,
                  const char *after)
{
  OnePageLine *line =
      reader_add_box (reader, ONE_PAGE_CATEGORY, category->id,
                      box->state == ONE_STATE_DONE ? ONE_STATE_DONE : ONE_STATE_OPEN);

  if (box->capital)
    one_page_line_set_capital (line);
  reader->agenda_begun = TRUE;
  one_page_notes_turn_to (reader->notes, category->id);
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

/* Without a box, a tag counts only at the end of a line of a list. */
static gboolean
is_tagged (const OnePageBox *box, const char *end)
{
  return box->boxed || (box->listed && *one_page_box_skip_blanks (end) == '\0');
}

static gboolean
take_promise (Reader *reader, const OnePageBox *box, const OnePageTag *tag)
{
  if (tag->kind != ONE_TAG_PROMISE || !is_tagged (box, tag->end))
    return FALSE;
  if (box->boxed)
    reader_add_box (reader, ONE_PAGE_PROMISE, tag->key, box->state);
  return TRUE;
}

/* Leaves alone the line of something that was taken back since, or that is not this person's: its
 * words are not new. */
static gboolean
take_stray (Reader *reader, const OnePageBox *box)
{
  g_auto (OnePageTag) tag = one_page_tag_find_stray (reader->known, box->text);

  if (tag.kind == ONE_TAG_NONE || !is_tagged (box, tag.end))
    return FALSE;
  one_page_left_add (reader->left, ONE_PAGE_LEFT_TAG, reader->number, tag.key);
  return TRUE;
}

/* The same for an item of the agenda whose category is not in the catalogue any more. Text below it
 * is the meeting's. */
static gboolean
take_stray_item (Reader *reader, const OnePageBox *box)
{
  g_autofree char *word = NULL;

  if (!reader->own || !box->boxed || !(word = one_page_tag_dup_item (box->text)))
    return FALSE;
  one_page_left_add (reader->left, ONE_PAGE_LEFT_TAG, reader->number, word);
  reader->agenda_begun = TRUE;
  one_page_notes_turn_to (reader->notes, "");
  return TRUE;
}

static void
reader_add_action (Reader *reader, OnePageLine *line)
{
  if (reader->actions++ < ONE_PAGE_ACTIONS_MAX) {
    g_ptr_array_add (reader->boxes, line);
    return;
  }
  if (reader->actions == ONE_PAGE_ACTIONS_MAX + 1)
    one_page_left_add (reader->left, ONE_PAGE_LEFT_ACTIONS, reader->number, NULL);
  one_page_line_free (line);
}

/* An action without words is skipped; it is no note either. */
static gboolean
take_action (Reader *reader, const OnePageBox *box)
{
  OnePageLine *line = NULL;
  gboolean cut = FALSE;

  if (!one_page_action_read (reader->known, box, &line, &cut))
    return FALSE;
  if (cut)
    one_page_left_add (reader->left, ONE_PAGE_LEFT_ACTION, reader->number, NULL);
  if (line)
    reader_add_action (reader, line);
  return TRUE;
}

/* Recognises oned's own lines: quoted reasons and prompts, and the line with the meeting. */
static gboolean
is_own (const Reader *reader, const char *line, const OnePageTag *tag)
{
  gboolean quoted = *one_page_box_skip_blanks (line) == '>';

  return tag->kind == ONE_TAG_MEETING
         || (quoted && (reader->own || !one_page_notes_is_meeting (reader->notes)));
}

static void
read_line (Reader *reader, const char *line)
{
  OnePageBox box = one_page_box_read (line);
  g_auto (OnePageTag) tag = one_page_tag_find (reader->known, box.text);

  if (!take_heading (reader, line) && !take_category (reader, &box, &tag)
      && !take_promise (reader, &box, &tag) && !take_stray (reader, &box)
      && !take_stray_item (reader, &box) && !take_action (reader, &box)
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

/* The line at `i` (from 0) is no heading, box or action, whatever it looks like. */
static void
read_as_text (Reader *reader, guint i)
{
  reader->number = i + 1;
  reader_add_note (reader, reader->text[i]);
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
      read_as_text (reader, i);
    if (end > 0) {
      read_as_text (reader, i);
      continue;
    }
    reader->number = i + 1;
    read_line (reader, reader->text[i]);
  }
}

static void
read_text (const OnePageKnown *known, char **text, GPtrArray *lines, GPtrArray *left)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (OnePageNotes) notes = one_page_notes_new ();
  Reader reader = {
    .known = known,
    .text = text,
    .boxes = lines,
    .keys = keys,
    .notes = notes,
    .left = left,
    .own = TRUE,
  };

  read_lines (&reader);
  one_page_notes_finish (notes, lines, left);
}

GPtrArray *
one_page_read (const char *text, gsize size, const OnePageKnown *known, GPtrArray **left)
{
  guint end = 0;
  g_auto (GStrv) texts = one_page_raw_split (text, size, &end);
  g_autoptr (GPtrArray) lines = one_page_line_list_new ();
  g_autoptr (GPtrArray) others = one_page_left_list_new ();

  if (texts)
    read_text (known, texts, lines, others);
  if (end > 0)
    one_page_left_add (others, ONE_PAGE_LEFT_END, end, NULL);
  one_page_left_sort (others);
  if (left)
    *left = g_steal_pointer (&others);
  return texts ? g_steal_pointer (&lines) : NULL;
}

/* SPDX-License-Identifier: MIT */
#include "reader/scan/key-lines.h"

#include <string.h>

#define SHORTEST_FOLD 30 /* a line folded before this may have been folded in its name */

typedef struct {
  const char *name;
  gsize length;
  gsize field; /* of OneKeyLines; G_MAXSIZE: only makes it odd */
} Name;

#define TELL(name, field)                                                                          \
  {                                                                                                \
    name, sizeof name - 1, G_STRUCT_OFFSET (OneKeyLines, field)                                    \
  }
#define ODD(name)                                                                                  \
  {                                                                                                \
    name, sizeof name - 1, G_MAXSIZE                                                               \
  }

void
one_key_lines_begin (OneKeyLineNotes *notes)
{
  notes->key_lines = (OneKeyLines){ 0 };
  notes->before = SHORTEST_FOLD;
  notes->told = FALSE;
}

static void
tell (OneKeyLineNotes *notes, const Name *name, OneKeyLine line)
{
  OneKeyLine *told;

  if (name->field == G_MAXSIZE) {
    notes->key_lines.odd = TRUE;
    return;
  }
  told = (OneKeyLine *) G_STRUCT_MEMBER_P (&notes->key_lines, name->field);
  if (told->length > 0)
    notes->key_lines.odd = TRUE;
  else
    *told = line;
  notes->told = TRUE;
}

/* Called for every line of every event, so the first letter decides first. */
static const Name *
names_of (char letter)
{
  static const Name d[] = {
    TELL ("DTSTART", start), TELL ("DTEND", end), TELL ("DURATION", duration), { 0 }
  };
  static const Name r[] = {
    TELL ("RRULE", rule), TELL ("RECURRENCE-ID", original), ODD ("RDATE"), { 0 }
  };
  static const Name u[] = { TELL ("UID", uid), { 0 } };
  static const Name e[] = { ODD ("EXRULE"), { 0 } };
  static const Name none[] = { { 0 } };

  switch (letter | 0x20) {
  case 'd':
    return d;
  case 'r':
    return r;
  case 'u':
    return u;
  case 'e':
    return e;
  default:
    return none;
  }
}

/* Whether the parser will read the name otherwise than the walk did: it leaves out NUL bytes, and
 * it takes BEGIN and END with parameters. */
static gboolean
is_hidden (const char *line, gsize length)
{
  gsize i = 0;

  while (i < length && (line[i] == '-' || g_ascii_isalnum (line[i])))
    i++;
  if (i == length || line[i] == ':')
    return FALSE;
  return line[i] == '\0'
         || (line[i] == ';'
             && (ONE_KEY_LINES_IS (line, i, "BEGIN") || ONE_KEY_LINES_IS (line, i, "END")));
}

void
one_key_lines_note (OneKeyLineNotes *notes, const char *line, gsize length, gssize offset)
{
  notes->before = length;
  notes->told = FALSE;
  if (length == 0)
    return;
  for (const Name *name = names_of (line[0]); name->name && offset >= 0; name++) {
    if (length <= name->length || (line[name->length] != ':' && line[name->length] != ';')
        || !one_key_lines_begins (line, length, name->name, name->length))
      continue;
    tell (notes, name, (OneKeyLine){ (guint32) offset, (guint32) length });
    if (memchr (line, '\0', length))
      notes->key_lines.odd = TRUE;
    return;
  }
  if (is_hidden (line, length))
    notes->key_lines.odd = TRUE;
}

void
one_key_lines_fold (OneKeyLineNotes *notes)
{
  if (notes->before < SHORTEST_FOLD || notes->told)
    notes->key_lines.odd = TRUE;
  notes->before = SHORTEST_FOLD;
}

void
one_key_lines_skip (OneKeyLineNotes *notes)
{
  notes->before = SHORTEST_FOLD;
  notes->told = FALSE;
}

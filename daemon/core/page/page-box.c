/* SPDX-License-Identifier: MIT */
#include "core/page/page-box.h"

#include <string.h>

#define BOX_BYTES 12 /* between the brackets, at most: one character with blanks around it */
#define NUMBER_DIGITS 9

typedef struct {
  const char *sign;
  OneState state;
} Sign;

/* Boxes that need no brackets. */
static const Sign glyphs[] = {
  { "☐", ONE_STATE_OPEN }, { "☑", ONE_STATE_DONE }, { "☒", ONE_STATE_DONE },
  { "✅", ONE_STATE_DONE }, { "✓", ONE_STATE_DONE }, { "✔", ONE_STATE_DONE },
};

/* Signs that tick a box. Others ("/", ">", "?") are an editor's own and leave it open. */
static const Sign ticks[] = {
  { "x", ONE_STATE_DONE },    { "X", ONE_STATE_DONE }, { "✓", ONE_STATE_DONE },
  { "✔", ONE_STATE_DONE },    { "✅", ONE_STATE_DONE }, { "☑", ONE_STATE_DONE },
  { "×", ONE_STATE_DONE },    { "v", ONE_STATE_DONE }, { "V", ONE_STATE_DONE },
  { "-", ONE_STATE_DROPPED },
};

static const char *const bullets[] = { "-", "*", "+", "•", "–", "—" };

static gsize
blank_length (const char *text)
{
  if (*text == ' ' || *text == '\t')
    return 1;
  return g_str_has_prefix (text, "\302\240") ? 2 : 0;
}

const char *
one_page_box_skip_blanks (const char *text)
{
  for (gsize length; (length = blank_length (text)) > 0;)
    text += length;
  return text;
}

/* A sign counts only before a blank or the end of the line. */
static gboolean
is_end (const char *text)
{
  return *text == '\0' || blank_length (text) > 0;
}

static const char *
skip_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits > NUMBER_DIGITS || (text[digits] != '.' && text[digits] != ')'))
    return text;
  return is_end (text + digits + 1) ? text + digits + 1 : text;
}

static const char *
skip_bullet (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]) && is_end (text + strlen (bullets[i])))
      return text + strlen (bullets[i]);
  return skip_number (text);
}

static OneState
tick_state (const char *sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    if (g_str_equal (sign, ticks[i].sign))
      return ticks[i].state;
  return ONE_STATE_OPEN;
}

/* "[", at most one character with blanks around it, "]"; anything else in brackets is a text. */
static const char *
skip_brackets (const char *text, OnePageBox *box)
{
  const char *end = *text == '[' ? strchr (text, ']') : NULL;
  g_autofree char *sign = NULL;

  if (!end || end - text > BOX_BYTES || !is_end (end + 1))
    return text;
  sign = g_strndup (text + 1, (gsize) (end - text - 1));
  g_strstrip (sign);
  if (g_utf8_strlen (sign, -1) > 1)
    return text;
  box->state = tick_state (sign);
  box->capital = g_str_equal (sign, "X");
  return end + 1;
}

static const char *
skip_box (const char *text, OnePageBox *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (glyphs); i++)
    if (g_str_has_prefix (text, glyphs[i].sign)) {
      box->state = glyphs[i].state;
      text += strlen (glyphs[i].sign);
      /* The selector that asks for the coloured form of the sign. */
      return g_str_has_prefix (text, "\357\270\217") ? text + 3 : text;
    }
  return skip_brackets (text, box);
}

OnePageBox
one_page_box_read (const char *line)
{
  const char *begin = one_page_box_skip_blanks (line);
  const char *sign = one_page_box_skip_blanks (skip_bullet (begin));
  OnePageBox box = { .listed = sign != begin };

  box.text = skip_box (sign, &box);
  box.boxed = box.text != sign;
  box.text = one_page_box_skip_blanks (box.text);
  return box;
}

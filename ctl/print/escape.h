/* SPDX-License-Identifier: MIT */
/* Names and titles for status bars and prompts, so that none of their signs is markup there. What
 * each program takes for markup was seen in the program itself. Pure. */
#pragma once

#include <glib.h>

typedef enum {
  ONE_ESCAPE_NONE,
  ONE_ESCAPE_TMUX,
  ONE_ESCAPE_POLYBAR,
  ONE_ESCAPE_LEMONBAR,
  ONE_ESCAPE_DZEN2,
  ONE_ESCAPE_XMOBAR,
  ONE_ESCAPE_CONKY,
  ONE_ESCAPE_ZSH,
  ONE_ESCAPE_PANGO,
  ONE_ESCAPE_YAMBAR, /* also has a form of its own for the line: see one_escape_wrap */
  ONE_ESCAPE_GENMON, /* the same */
} OneEscape;

extern const char *const one_escape_names[]; /* by OneEscape, "" for none; NULL at the end */

/* FALSE for a name that is none of them. */
gboolean one_escape_parse (const char *name, OneEscape *escape);

/* (transfer full) */
char *one_escape_text (OneEscape escape, const char *text);

/* The whole line, as the program reads it; `state` is "planned", "now" or "none". (transfer full)
 */
char *one_escape_wrap (OneEscape escape, const char *line, const char *state);

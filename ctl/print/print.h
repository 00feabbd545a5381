/* SPDX-License-Identifier: MIT */
/* What goes to standard output: collected, laid out for the terminal's width, then written at once.
 * Nothing depends on colour: it only helps the eye. */
#pragma once

#include <gio/gio.h>

typedef enum {
  ONE_STYLE_PLAIN,
  ONE_STYLE_BOLD,
  ONE_STYLE_DIM,
  ONE_STYLE_BAD, /* red: overdue, troubles */
} OneStyle;

/* Signs, with a plain letter where the terminal knows no UTF-8. */
typedef enum {
  ONE_SIGN_TOUCHED,
  ONE_SIGN_PROPOSED,
  ONE_SIGN_NOTHING,
  ONE_SIGN_BULLET,
  ONE_SIGN_DASH,
  ONE_SIGN_DOT,
} OneSign;

typedef struct {
  GString *out;  /* (owned) not yet written */
  guint columns; /* of the terminal, 40 to 100; 80 if it is none */
  gboolean colour;
  gboolean utf8;
} OnePrinter;

/* `colour` is "auto", "always" or "never"; else fails with ONE_ERROR_INVALID. */
OnePrinter *one_print_new (const char *colour, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_print_free (OnePrinter *printer);

const char *one_print_sign (const OnePrinter *printer, OneSign sign);

/* A piece of a line, as it is; and the line's end. */
void one_print_add (OnePrinter *printer, OneStyle style, const char *text);
void one_print_end (OnePrinter *printer);

/* Text wrapped at the width: `lead` stands in front of its first line, further lines are indented
 * as far as `lead` is wide. */
void one_print_lines (OnePrinter *printer, const char *lead, OneStyle style, const char *text);

/* `left` wrapped after `lead`, with `right` at the right edge of its first line. */
void one_print_row (OnePrinter *printer, const char *lead, OneStyle style, const char *left,
                    const char *right);

/* Writes all of it and flushes. A pipe that nobody reads any more is no error for the user: then
 * `error` is G_IO_ERROR_BROKEN_PIPE. */
gboolean one_print_flush (OnePrinter *printer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePrinter, one_print_free)

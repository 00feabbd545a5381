/* SPDX-License-Identifier: MIT */
/* Standard output: text is laid out for the terminal's width, collected, then written at once.
 * Colour carries no meaning of its own. */
#pragma once

#include <gio/gio.h>

typedef enum {
  ONE_STYLE_PLAIN,
  ONE_STYLE_BOLD,
  ONE_STYLE_DIM,
  ONE_STYLE_BAD, /* red: overdue, troubles */
} OneStyle;

/* Signs, replaced by ASCII where the locale is not UTF-8. */
typedef enum {
  ONE_SIGN_TOUCHED,
  ONE_SIGN_PROPOSED,
  ONE_SIGN_NOTHING,
  ONE_SIGN_UNKNOWN,
  ONE_SIGN_BULLET,
  ONE_SIGN_DASH,
  ONE_SIGN_DOT,
} OneSign;

typedef struct {
  GString *out;  /* (owned) not yet written */
  guint columns; /* of the terminal, 40 to 100; 80 if output is no terminal */
  gboolean colour;
  gboolean utf8;
} OnePrinter;

/* `colour` is "auto" (also NULL), "always" or "never"; else fails with ONE_ERROR_INVALID. */
OnePrinter *one_print_new (const char *colour, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_print_free (OnePrinter *printer);

const char *one_print_sign (const OnePrinter *printer, OneSign sign);

/* Add a piece of a line without wrapping it, and end the line. */
void one_print_add (OnePrinter *printer, OneStyle style, const char *text);
void one_print_end (OnePrinter *printer);

/* Adds wrapped text: the first line begins with `lead`, further lines are indented by its width. */
void one_print_lines (OnePrinter *printer, const char *lead, OneStyle style, const char *text);

/* The same, with `right` at the right edge of the first line. */
void one_print_row (OnePrinter *printer, const char *lead, OneStyle style, const char *left,
                    const char *right);

/* Writes all that was collected. Fails with G_IO_ERROR_BROKEN_PIPE if nobody reads the pipe any
 * more, which the caller does not report. */
gboolean one_print_flush (OnePrinter *printer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePrinter, one_print_free)

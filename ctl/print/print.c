/* SPDX-License-Identifier: MIT */
#include "ctl/print/print.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "ctl/print/wrap.h"
#include "ctl/print/write.h"
#include "wire/error.h"

#define NARROWEST 40
#define WIDEST 100 /* longer lines are hard to read */

static const char *const escapes[] = {
  [ONE_STYLE_PLAIN] = "",
  [ONE_STYLE_BOLD] = "\033[1m",
  [ONE_STYLE_DIM] = "\033[2m",
  [ONE_STYLE_BAD] = "\033[31m",
};

static const struct {
  const char *utf8;
  const char *ascii;
} signs[] = {
  [ONE_SIGN_TOUCHED] = { "●", "#" }, [ONE_SIGN_PROPOSED] = { "○", "o" },
  [ONE_SIGN_NOTHING] = { "·", "." }, [ONE_SIGN_UNKNOWN] = { "?", "?" },
  [ONE_SIGN_BULLET] = { "•", "*" },  [ONE_SIGN_DASH] = { "–", "-" },
  [ONE_SIGN_DOT] = { "·", "-" },
};

static guint
print_measure_columns (void)
{
  struct winsize size = { 0 };

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return 80;
  return CLAMP (size.ws_col, NARROWEST, WIDEST);
}

/* https://no-color.org: NO_COLOR counts if it is set and not empty. */
static gboolean
print_wants_colour (void)
{
  const char *no = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  return isatty (STDOUT_FILENO) && (!no || !*no) && term && g_strcmp0 (term, "dumb") != 0;
}

OnePrinter *
one_print_new (const char *colour, GError **error)
{
  OnePrinter *printer;

  if (colour && !g_str_equal (colour, "auto") && !g_str_equal (colour, "always")
      && !g_str_equal (colour, "never")) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("no colour '%s': write auto, always or never"), colour);
    return NULL;
  }
  printer = g_new0 (OnePrinter, 1);
  printer->out = g_string_new (NULL);
  printer->columns = print_measure_columns ();
  printer->utf8 = g_get_charset (NULL);
  printer->colour = !colour || g_str_equal (colour, "auto") ? print_wants_colour ()
                                                            : g_str_equal (colour, "always");
  return printer;
}

void
one_print_free (OnePrinter *printer)
{
  g_string_free (printer->out, TRUE);
  g_free (printer);
}

const char *
one_print_sign (const OnePrinter *printer, OneSign sign)
{
  return printer->utf8 ? signs[sign].utf8 : signs[sign].ascii;
}

void
one_print_add (OnePrinter *printer, OneStyle style, const char *text)
{
  gboolean coloured = printer->colour && style != ONE_STYLE_PLAIN && *text;

  if (coloured)
    g_string_append (printer->out, escapes[style]);
  g_string_append (printer->out, text);
  if (coloured)
    g_string_append (printer->out, "\033[0m");
}

void
one_print_end (OnePrinter *printer)
{
  while (printer->out->len > 0 && printer->out->str[printer->out->len - 1] == ' ')
    g_string_truncate (printer->out, printer->out->len - 1);
  g_string_append_c (printer->out, '\n');
}

void
one_print_row (OnePrinter *printer, const char *lead, OneStyle style, const char *left,
               const char *right)
{
  guint indent = one_wrap_width (lead);
  guint beside = *right ? one_wrap_width (right) + 2 : 0;
  guint room = printer->columns > indent + beside + 10 ? printer->columns - indent - beside : 10;
  g_auto (GStrv) lines = one_wrap_lines (left, room);

  for (guint i = 0; lines[i]; i++) {
    g_autofree char *space = g_strnfill (indent, ' ');

    one_print_add (printer, ONE_STYLE_PLAIN, i == 0 ? lead : space);
    one_print_add (printer, style, lines[i]);
    if (i == 0 && *right) {
      guint used = one_wrap_width (lines[i]);
      g_autofree char *gap = g_strnfill (used < room ? room - used + 2 : 2, ' ');

      one_print_add (printer, ONE_STYLE_PLAIN, gap);
      one_print_add (printer, ONE_STYLE_PLAIN, right);
    }
    one_print_end (printer);
  }
}

void
one_print_lines (OnePrinter *printer, const char *lead, OneStyle style, const char *text)
{
  one_print_row (printer, lead, style, text, "");
}

gboolean
one_print_flush (OnePrinter *printer, GError **error)
{
  if (!one_write_bytes (STDOUT_FILENO, printer->out->str, printer->out->len)) {
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), _ ("cannot write: %s"),
                 g_strerror (errno));
    return FALSE;
  }
  g_string_truncate (printer->out, 0);
  return TRUE;
}

/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "ctl/print/write.h"
#include "ctl/report/chronicle.h"
#include "ctl/report/report-html.h"
#include "wire/error.h"

/* A pipe or a device is written to, as somebody wants it who names one. */
static gboolean
report_pour (const char *path, const char *html, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  gboolean good = fd >= 0 && one_write_bytes (fd, html, strlen (html));
  int code = errno;

  if (fd >= 0)
    close (fd);
  if (!good)
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("cannot write '%s': %s"), path,
                 g_strerror (code));
  return good;
}

/* The report is confidential: only the user may read it. GLib 2.84 gives what it writes the
 * mode of the file that stood there, so that one is made the user's alone before. */
static gboolean
report_replace (const char *path, const char *html, GError **error)
{
  if (g_chmod (path, 0600) != 0 && errno != ENOENT) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("cannot write '%s': %s"), path,
                 g_strerror (errno));
    return FALSE;
  }
  return g_file_set_contents_full (path, html, (gssize) strlen (html),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* A link stays: the file that it leads to is written, all of it or nothing. */
static gboolean
report_write (OneContext *context, const char *path, const char *html, GError **error)
{
  g_autofree char *target = NULL;
  struct stat info;

  if (g_str_equal (path, "-")) {
    g_string_append (context->printer->out, html);
    return TRUE;
  }
  if (stat (path, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode))
    return report_pour (path, html, error);
  target = realpath (path, NULL);
  if (!target && g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED,
                 _ ("'%s' is a link to nothing: name the file itself"), path);
    return FALSE;
  }
  if (!report_replace (target ? target : path, html, error))
    return FALSE;
  g_printerr (_ ("wrote %s\n"), path);
  return TRUE;
}

gboolean
one_report_run (OneContext *context, GError **error)
{
  const char *path = one_args_get (context->args, "html");
  g_autoptr (GVariant) people = NULL;
  g_autofree char *html = NULL;
  OneReportSpan span = { .zone = context->zone };

  if (!path || !*path) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("say where to write the report: '--html FILE', or '--html -'"));
    return FALSE;
  }
  people = one_chronicle_get (context, "", &span.since, error);
  if (!people || !one_context_load_now (context, error))
    return FALSE;
  span.now = context->now;
  html = one_report_html_format (people, &span);
  return report_write (context, path, html, error);
}

/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/report/chronicle.h"
#include "ctl/report/report-html.h"
#include "wire/error.h"

static gboolean
report_write (OneContext *context, const char *path, const char *html, GError **error)
{
  if (g_str_equal (path, "-")) {
    g_string_append (context->printer->out, html);
    return TRUE;
  }
  /* The report is confidential: only the user may read it. */
  return g_file_set_contents_full (path, html, (gssize) strlen (html),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
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

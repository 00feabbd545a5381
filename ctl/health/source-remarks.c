/* SPDX-License-Identifier: MIT */
#include "ctl/health/source-remarks.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"

void
one_source_remarks_add (OneChecks *checks, GVariant *source, const char *name)
{
  g_autofree char *what = NULL;

  if (one_unpack_uint (source, "series") == 0)
    what = g_strdup_printf (_ ("%s: no event in it can be a one-on-one"), name);
  else if (one_unpack_bool (source, "nameless"))
    what = g_strdup_printf (_ ("%s: this calendar names no people, so only titles tell; 'onectl "
                               "track' says who a meeting is with"),
                            name);
  if (what)
    one_checks_add (checks, "calendars", what);
}

void
one_source_remarks_add_hidden (OneChecks *checks, GVariant *status)
{
  g_auto (GStrv) hidden = one_unpack_strings (status, "hidden");
  g_autofree char *names = g_strjoinv (", ", hidden);
  g_autofree char *what = g_strdup_printf (
      _ ("not read, as they are hidden in their own program: %s; 'hidden = true' in oned.conf "
         "reads them, too"),
      names);

  if (*names)
    one_checks_add (checks, "calendars", what);
}

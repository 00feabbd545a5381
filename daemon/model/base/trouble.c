/* SPDX-License-Identifier: MIT */
#include "model/base/trouble.h"

OneTrouble *
one_trouble_new (const char *source, guint line, const char *what)
{
  OneTrouble *trouble = g_new0 (OneTrouble, 1);

  trouble->source = g_strdup (source);
  trouble->line = line;
  trouble->what = g_strdup (what);
  return trouble;
}

OneTrouble *
one_trouble_dup (const OneTrouble *trouble)
{
  OneTrouble *copy = one_trouble_new (trouble->source, trouble->line, trouble->what);

  copy->about = trouble->about;
  copy->since = trouble->since;
  return copy;
}

void
one_trouble_free (OneTrouble *trouble)
{
  g_free (trouble->source);
  g_free (trouble->what);
  g_free (trouble);
}

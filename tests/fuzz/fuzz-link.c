/* SPDX-License-Identifier: MIT */
/* A link that is offered is https, plain ASCII, and would be offered as it is. */
#include "tests/fuzz/fuzz.h"

#include "core/detect/link.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *link = g_strndup ((const char *) data, size);
  g_autofree char *checked = one_link_check (link);
  const char *const candidates[] = { link, NULL };
  g_autofree char *chosen = one_link_choose (candidates);

  g_assert_nonnull (chosen);
  if (*chosen)
    g_assert_true (g_str_has_prefix (chosen, "https://"));
  if (!checked)
    return 0;
  g_autofree char *again = one_link_check (checked);
  g_assert_true (g_str_has_prefix (checked, "https://"));
  g_assert_cmpstr (again, ==, checked);
  for (const char *c = checked; *c; c++)
    g_assert_true (g_ascii_isgraph (*c));
  return 0;
}

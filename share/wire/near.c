/* SPDX-License-Identifier: MIT */
#include "wire/near.h"

static guint
near_min (guint a, guint b, guint c)
{
  return MIN (MIN (a, b), c);
}

static guint
near_measure (const gunichar *a, glong m, const gunichar *b, glong n)
{
  guint rows[ONE_NEAR_LONGEST + 1][ONE_NEAR_LONGEST + 1];

  for (glong i = 0; i <= m; i++)
    rows[i][0] = (guint) i;
  for (glong j = 0; j <= n; j++)
    rows[0][j] = (guint) j;
  for (glong i = 1; i <= m; i++)
    for (glong j = 1; j <= n; j++) {
      guint same = a[i - 1] == b[j - 1] ? 0 : 1;

      rows[i][j] = near_min (rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        rows[i][j] = MIN (rows[i][j], rows[i - 2][j - 2] + 1);
    }
  return rows[m][n];
}

guint
one_near_distance (const char *a, const char *b)
{
  glong m, n;
  g_autofree gunichar *first = g_utf8_to_ucs4 (a, -1, NULL, &m, NULL);
  g_autofree gunichar *second = g_utf8_to_ucs4 (b, -1, NULL, &n, NULL);

  if (!first || !second || m > ONE_NEAR_LONGEST || n > ONE_NEAR_LONGEST)
    return G_MAXUINT;
  return near_measure (first, m, second, n);
}

guint
one_near_limit (const char *typed)
{
  glong length = g_utf8_strlen (typed, -1);

  if (length < 2)
    return 0;
  return length > 4 ? 3 : 2;
}

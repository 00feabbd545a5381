/* SPDX-License-Identifier: MIT */
#include "engine/ops/category.h"

#include "wire/error.h"

static char *
dup_ids (const OneCatalogue *catalogue)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = catalogue->categories->pdata[i];

    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", category->id);
  }
  return g_string_free (ids, FALSE);
}

const OneCategory *
one_category_find (const OneCatalogue *catalogue, const char *word, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autofree char *ids = NULL;
  const OneCategory *found = NULL;
  guint count = 0;

  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = catalogue->categories->pdata[i];
    g_autofree char *title = g_utf8_casefold (category->title, -1);

    if (g_str_equal (category->id, folded) || g_str_equal (title, folded))
      return category;
    if (*folded && g_str_has_prefix (category->id, folded)) {
      found = category;
      count++;
    }
  }
  if (count == 1)
    return found;
  ids = dup_ids (catalogue);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "no category '%s' (there are %s)", word, ids);
  return NULL;
}

/* SPDX-License-Identifier: MIT */
#include "config/catalogue-group.h"

#include <string.h>

#include "model/base/text.h"

gboolean
one_catalogue_group_fail (const OneCatalogueGroup *group, const char *key, GError **error,
                          const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return one_config_file_fail (group->file, group->name, key, what, error);
}

gboolean
one_catalogue_group_id_is_valid (const char *id)
{
  gsize length = strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return g_ascii_islower (id[0]) && id[length] == '\0' && length <= ONE_CATALOGUE_LONGEST_ID
         && !g_str_equal (id, ONE_CATALOGUE_GENERAL);
}

char **
one_catalogue_group_list_values (const OneCatalogueGroup *group, const char *key)
{
  char **list = g_key_file_get_string_list (group->file->keys, group->name, key, NULL, NULL);

  for (guint i = 0; list && list[i]; i++)
    g_strstrip (list[i]);
  return list;
}

gboolean
one_catalogue_group_has (const OneCatalogueGroup *group, const char *key)
{
  return g_key_file_has_key (group->file->keys, group->name, key, NULL);
}

/* Looks whether the key is there first: GKeyFile's error for a missing one costs more. */
static char *
dup_value (const OneCatalogueGroup *group, const char *key)
{
  if (!one_catalogue_group_has (group, key))
    return NULL;
  return g_key_file_get_string (group->file->keys, group->name, key, NULL);
}

/* Like g_key_file_get_locale_string, but without an error for each language that is missing. */
char *
one_catalogue_group_dup_text (const OneCatalogueGroup *group, const char *key, guint max)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char *text = NULL;

  for (guint i = 0; languages[i] && !text; i++) {
    g_autofree char *translated = g_strconcat (key, "[", languages[i], "]", NULL);

    text = dup_value (group, translated);
  }
  if (!text)
    text = dup_value (group, key);
  return one_text_clean (text ? text : "", -1, max);
}

gint
one_catalogue_group_find (const GPtrArray *things, const char *id)
{
  for (guint i = 0; i < things->len; i++) {
    const char *const *first = g_ptr_array_index (things, i);

    if (g_str_equal (*first, id))
      return (gint) i;
  }
  return -1;
}

gboolean
one_catalogue_group_order (const OneCatalogueGroup *group, const char *key, GPtrArray *things,
                           GError **error)
{
  g_auto (GStrv) order = one_catalogue_group_list_values (group, key);

  for (guint i = order ? g_strv_length (order) : 0; i > 0; i--) {
    gint place = one_catalogue_group_find (things, order[i - 1]);

    if (place < 0)
      return one_catalogue_group_fail (group, key, error, "'%s' in %s is not there", order[i - 1],
                                       key);
    g_ptr_array_insert (things, 0, g_ptr_array_index (things, place));
    g_ptr_array_steal_index (things, (guint) place + 1);
  }
  return TRUE;
}

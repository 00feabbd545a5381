/* SPDX-License-Identifier: MIT */
/* A settings file is read or refused with a place and a reason. */
#include "tests/fuzz/fuzz.h"

#include "config/config-file.h"
#include "config/config-value.h"

static void
try_values (OneConfigFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file->keys, NULL);

  for (char **group = groups; *group; group++) {
    g_auto (GStrv) keys = g_key_file_get_keys (file->keys, *group, NULL, NULL);
    for (char **key = keys; keys && *key; key++) {
      g_autofree char *value = g_key_file_get_value (file->keys, *group, *key, NULL);
      g_autofree char *path = one_config_value_parse_path (value ? value : "");
      gint64 seconds = 0;

      if (value && one_config_value_parse_duration (value, &seconds))
        g_assert_cmpint (seconds, >=, 0);
      if (path)
        g_assert_true (g_path_is_absolute (path));
    }
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneConfigFile) file =
      one_config_file_parse ("oned.conf", (const char *) data, (gssize) size, &error);

  if (file) {
    try_values (file);
    return 0;
  }
  g_autoptr (OneTrouble) trouble = one_config_file_trouble (error);
  g_assert_cmpstr (trouble->source, ==, "oned.conf");
  return 0;
}

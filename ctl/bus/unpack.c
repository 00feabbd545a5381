/* SPDX-License-Identifier: MIT */
#include "ctl/bus/unpack.h"

static GVariant *
unpack_find (GVariant *record, const char *key, const char *type)
{
  return g_variant_lookup_value (record, key, G_VARIANT_TYPE (type));
}

const char *
one_unpack_string (GVariant *record, const char *key)
{
  const char *text = "";

  /* "&s" points into the record, so the text lives as long as the record does. */
  g_variant_lookup (record, key, "&s", &text);
  return text;
}

gboolean
one_unpack_bool (GVariant *record, const char *key)
{
  gboolean value = FALSE;

  g_variant_lookup (record, key, "b", &value);
  return value;
}

gint64
one_unpack_instant (GVariant *record, const char *key)
{
  gint64 value = 0;

  g_variant_lookup (record, key, "x", &value);
  return value;
}

guint
one_unpack_uint (GVariant *record, const char *key)
{
  guint32 value = 0;

  g_variant_lookup (record, key, "u", &value);
  return value;
}

double
one_unpack_double (GVariant *record, const char *key)
{
  double value = 0;

  g_variant_lookup (record, key, "d", &value);
  return value;
}

char **
one_unpack_strings (GVariant *record, const char *key)
{
  char **values = NULL;

  g_variant_lookup (record, key, "^as", &values);
  return values ? values : g_new0 (char *, 1);
}

GVariant *
one_unpack_records (GVariant *record, const char *key)
{
  GVariant *records = unpack_find (record, key, "aa{sv}");

  return records ? records : g_variant_ref_sink (g_variant_new ("aa{sv}", NULL));
}

GVariant *
one_unpack_record (GVariant *record, const char *key)
{
  GVariant *found = unpack_find (record, key, "a{sv}");

  return found ? found : g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
}

gboolean
one_unpack_is_empty (GVariant *container)
{
  return g_variant_n_children (container) == 0;
}

GVariant *
one_unpack_find_first (GVariant *records)
{
  return one_unpack_is_empty (records) ? NULL : g_variant_get_child_value (records, 0);
}

/* SPDX-License-Identifier: MIT */
#include "tests/unit/writer/writer-fixture.h"

#include "wire/ical.h"
#include "writer/calendar.h"

static char *
format (GVariant *records, GError **error)
{
  g_autoptr (GVariant) request =
      g_variant_ref_sink (g_variant_new ("(x@aa{sv})", (gint64) NOW, records));
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (request);

  g_assert_cmpstr (g_variant_get_type_string (request), ==, ONE_ICAL_REQUEST);
  return one_calendar_format (bytes, error);
}

char *
writer_format (const char *records, GError **error)
{
  return format (g_variant_new_parsed (records), error);
}

char *
writer_format_text (const char *kind, const char *key, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariantBuilder) records = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));
  char *calendar;

  g_variant_builder_open (records, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (records, "{sv}", "kind", g_variant_new_string (kind));
  g_variant_builder_add (records, "{sv}", "key", g_variant_new_string ("k"));
  g_variant_builder_add (records, "{sv}", "start", g_variant_new_int64 (NOW));
  g_variant_builder_add (records, "{sv}", key, g_variant_new_string (text));
  g_variant_builder_close (records);
  calendar = format (g_variant_builder_end (records), &error);
  g_assert_no_error (error);
  return calendar;
}

icalcomponent *
writer_read (const char *text, icalcomponent_kind kind)
{
  icalcomponent *calendar = icalcomponent_new_from_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 1);
  g_assert_nonnull (icalcomponent_get_first_component (calendar, kind));
  g_assert_true (icalrestriction_check (calendar));
  return calendar;
}

const char *
writer_get (icalcomponent *calendar, icalproperty_kind kind)
{
  icalcomponent *inner = icalcomponent_get_first_component (calendar, ICAL_ANY_COMPONENT);
  icalproperty *property = icalcomponent_get_first_property (inner, kind);
  icalvalue *value = property ? icalproperty_get_value (property) : NULL;

  if (!value)
    return NULL;
  return icalvalue_isa (value) == ICAL_TEXT_VALUE ? icalvalue_get_text (value)
                                                  : icalproperty_get_value_as_string (property);
}

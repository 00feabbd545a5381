/* SPDX-License-Identifier: MIT */
#include "writer/calendar.h"

#include <libical/ical.h>
#include "wire/ical.h"
#include "writer/component.h"

static icalcomponent *
new_empty (void)
{
  return icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT,
                              icalproperty_new_prodid ("-//oned//oned " ONE_VERSION "//EN"),
                              icalproperty_new_version ("2.0"), NULL);
}

static gboolean
add_all (icalcomponent *calendar, GVariant *request, GError **error)
{
  g_autoptr (GVariant) records = g_variant_get_child_value (request, 1);
  gint64 now;

  g_variant_get_child (request, 0, "x", &now);
  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
    icalcomponent *component = one_component_new (record, now, error);

    if (!component) {
      g_prefix_error (error, "record %" G_GSIZE_FORMAT ": ", i);
      return FALSE;
    }
    icalcomponent_add_component (calendar, component);
  }
  return TRUE;
}

char *
one_calendar_format (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) request = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (ONE_ICAL_REQUEST), bytes, FALSE));
  icalcomponent *calendar;
  char *text = NULL;

  if (!g_variant_is_normal_form (request)) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no request");
    return NULL;
  }
  icalerror_set_errors_are_fatal (FALSE);
  /* There is UTC alone: it need not look through the system's zones. */
  icaltimezone_set_builtin_tzdata (TRUE);
  set_zone_directory ("/dev/null");
  calendar = new_empty ();
  if (add_all (calendar, request, error)) {
    if (icalrestriction_check (calendar))
      text = icalcomponent_as_ical_string_r (calendar);
    else
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           "these are no records of RFC 5545");
  }
  icalcomponent_free (calendar);
  return text;
}

/* SPDX-License-Identifier: MIT */
/* How a meeting, a promise and a note look in iCalendar. */
#pragma once

#include <glib.h>
#include <libical/ical.h>

/* (transfer full) The component of a record (wire/ical.h), made at `now`; NULL with `error` set if
 * the record is none, or holds what cannot be written. */
icalcomponent *one_component_new (GVariant *record, gint64 now,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

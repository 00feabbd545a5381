/* SPDX-License-Identifier: MIT */
/* Adds the values of a record to a component, by libical, which writes and folds them. A key that
 * the record does not have adds nothing. FALSE with `error` set: its value cannot be written. */
#pragma once

#include <glib.h>
#include <libical/ical.h>

typedef gboolean (*OneAdd) (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                            const char *key, GError **error);

/* A text loses controls, and the blanks at its ends, which no reader keeps. */
gboolean one_add_text (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                       const char *key, GError **error);
/* A list of texts, all on one line. */
gboolean one_add_tags (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                       const char *key, GError **error);
/* Leaves out what is no URI. */
gboolean one_add_uri (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                      const char *key, GError **error);
/* `kind` is not looked at: it is an X- property. */
gboolean one_add_id (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                     const char *key, GError **error);
gboolean one_add_instant (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                          const char *key, GError **error);
gboolean one_add_day (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                      const char *key, GError **error);

/* Adds an instant that is in no record. */
gboolean one_add_stamp (icalcomponent *component, icalproperty_kind kind, gint64 instant,
                        GError **error);

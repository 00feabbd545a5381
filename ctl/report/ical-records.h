/* SPDX-License-Identifier: MIT */
/* Makes the records that oned-writer turns into iCalendar (wire/ical.h). */
#pragma once

#include <glib.h>

/* Adds the meetings, promises and notes of one person, a chronicle record, to an aa{sv}. `agenda`
 * is that of the meeting to come; empty if there is none. */
void one_ical_records_add (GVariantBuilder *records, GVariant *chronicle, GVariant *agenda,
                           GTimeZone *zone);

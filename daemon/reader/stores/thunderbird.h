/* SPDX-License-Identifier: MIT */
/* Thunderbird's calendars: rows of columns, some of which are lines of iCalendar. */
#pragma once

#include "reader/stores/store-rows.h"
#include "reader/zone/zones.h"

/* Writes the calendar of that id, or all of the database with NULL, as iCalendar. FALSE if it
 * cannot be; rows->why says so. */
gboolean one_thunderbird_write (sqlite3 *database, const char *calendar, OneZones *zones,
                                OneStoreRows *rows);

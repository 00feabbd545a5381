/* SPDX-License-Identifier: MIT */
/* The cache that evolution-data-server keeps of a calendar on a server: a row for each VEVENT,
 * which it holds as iCalendar text. Its other columns are for searching. */
#pragma once

#include "reader/stores/store-rows.h"

/* Writes the calendar as iCalendar. FALSE if it cannot be; rows->why says so. */
gboolean one_evolution_write (sqlite3 *database, OneStoreRows *rows);

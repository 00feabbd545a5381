/* SPDX-License-Identifier: MIT */
/* Reads a calendar in the database of another program (model/calendar/store-path.h): a picture of
 * it is turned into iCalendar text, and that is read as a file is. */
#pragma once

#include "reader/cell/roots.h"
#include "reader/reader.h"

/* Never NULL. A database that is being written to gives a reading that is `busy`. */
OneReading *one_store_reading_make (OneReader *reader, OneRoots *roots, const char *path);

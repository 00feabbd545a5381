/* SPDX-License-Identifier: MIT */
/* Values to records, a{sv}, as org.oned.Oned1.xml describes them. Every function returns a floating
 * GVariant and keeps nothing. What is unknown or empty is left out of the record. */
#pragma once

#include <gio/gio.h>
#include "engine/ops/results.h"

typedef GVariant *(*OnePackFunc) (gconstpointer value);

/* aa{sv} of all values. */
GVariant *one_pack_all (const GPtrArray *values, OnePackFunc pack);
GVariant *one_pack_empty (void); /* a{sv} without a key */

GVariant *one_pack_meeting (const OneMeeting *meeting);
GVariant *one_pack_next (const OneMeeting *meeting, const char *const *titles);
GVariant *one_pack_action (const OneActionView *view);
GVariant *one_pack_point (const OnePointView *view);
GVariant *one_pack_promise (const OnePromiseView *view);
GVariant *one_pack_agenda (const OneAgenda *agenda);
GVariant *one_pack_person (const OnePersonView *view);
GVariant *one_pack_coverage (const OneCoverage *coverage);
GVariant *one_pack_category (const OneCategory *category);

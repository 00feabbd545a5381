/* SPDX-License-Identifier: MIT */
/* Request to oned-writer: a serialized GVariant on its standard input, and iCalendar (RFC 5545)
 * comes out. The instant is when the text is made, each record becomes one component. Keys are
 * those of the bus (org.oned.Oned1.xml) where these have one; a key that is unknown or empty is
 * left out, others are ignored.
 *
 *   kind s         "meeting" (VEVENT), "promise" (VTODO), "note" (VJOURNAL)
 *   key s          tells it from all others of its kind, today and later: its UID is made of it
 *   meeting s      key of the meeting that it belongs to (RELATED-TO;RELTYPE=SIBLING)
 *   state s        of a meeting or a promise, a word of wire/words.h
 *   start x, end x, created x, closed x (of a promise that is done), due s (YYYY-MM-DD)
 *   summary s, description s (with lines), location s, url s, person s, id s ("a12")
 *   categories as  tags: libical cannot write a comma in one, so signs like it become spaces */
#pragma once

#define ONE_ICAL_REQUEST "(xaa{sv})"

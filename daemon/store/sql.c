/* SPDX-License-Identifier: MIT */
#include "store/sql.h"

#include <glib.h>

/* The user's word, else that the calendar has lost it, else the calendar's word. */
#define STATE "coalesce (m.said, iif (m.gone, 'cancelled', m.state))"
#define LISTED "(m.said IS NOT NULL OR NOT m.gone)"

#define MEETING                                                                                    \
  "SELECT m.id, m.uid, m.original, m.person, m.start, m.finish, m.summary, m.location, m.link,"    \
  " m.source, m.address, m.name, " STATE ", m.moved_from, m.other_declined, m.assumed_length"      \
  " FROM meeting AS m"
#define CALENDAR                                                                                   \
  "person, start, finish, summary, location, link, source, address, name, state, other_declined,"  \
  " assumed_length"
#define CALENDAR_VALUES                                                                            \
  ":person, :start, :finish, :summary, :location, :link, :source, :address, :name, :state,"        \
  " :other_declined, :assumed_length"

#define ACTION "SELECT id, person, text, owner, due, created, state, closed FROM action"
#define POINT "SELECT id, person, category, text, day, main, created, state, closed FROM point"
#define FILTER                                                                                     \
  " WHERE (:person = 0 OR person = :person)"                                                       \
  " AND (state = 'open' OR (:closed AND closed >= :closed_since))"
#define SENT                                                                                       \
  "SELECT s.id, s.meeting, s.stage, s.start, s.state, s.at, s.until, s.server, s.shown"            \
  " FROM sent AS s"
#define TOUCH                                                                                      \
  "SELECT t.category, t.meeting, m.start FROM touch AS t JOIN meeting AS m ON m.id = t.meeting"
#define PROPOSAL                                                                                   \
  "SELECT p.category, p.prompts, p.meeting, m.start, p.place"                                      \
  " FROM proposal AS p JOIN meeting AS m ON m.id = p.meeting"
#define NOTE                                                                                       \
  "SELECT n.id, n.meeting, m.start, n.created, n.category, n.text"                                 \
  " FROM note AS n JOIN meeting AS m ON m.id = n.meeting"

/* clang-format off */
static const char *const statements[ONE_N_SQL] = {
  [ONE_SQL_PERSON_ADD] =
    "INSERT INTO person (name, named) VALUES (:name, :named)",
  [ONE_SQL_PERSON_DEL] =
    "DELETE FROM person WHERE id = :id",
  [ONE_SQL_PERSON_GET] =
    "SELECT id, name, role, named FROM person WHERE id = :id",
  [ONE_SQL_PERSON_LIST] =
    "SELECT id, name, role, named FROM person ORDER BY id",
  [ONE_SQL_PERSON_OF_ADDRESS] =
    "SELECT person.id, person.named FROM address JOIN person ON person.id = address.person"
    " WHERE address.address = :address",
  [ONE_SQL_PERSON_FILL_NAME] =
    "UPDATE person SET name = :name, named = 'calendar' WHERE id = :id AND named = 'address'",
  [ONE_SQL_PERSON_SET_NAME] =
    "UPDATE person SET name = :name, named = 'user'"
    " WHERE id = :id AND (name, named) IS NOT (:name, 'user')",
  [ONE_SQL_PERSON_SET_ROLE] =
    "UPDATE person SET role = :role WHERE id = :id AND role IS NOT :role",
  [ONE_SQL_PERSON_TAKE_OVER] =
    "UPDATE person SET role = coalesce (person.role, other.role),"
    " name = iif (person.named = 'address', other.name, person.name),"
    " named = iif (person.named = 'address', other.named, person.named)"
    " FROM (SELECT name, named, role FROM person WHERE id = :from) AS other WHERE person.id = :id",
  [ONE_SQL_ADDRESS_ADD] =
    "INSERT INTO address (address, person) VALUES (:address, :person)",
  [ONE_SQL_ADDRESS_LIST] =
    "SELECT address FROM address WHERE person = :person ORDER BY address",
  [ONE_SQL_ADDRESS_LIST_ALL] =
    "SELECT person, address FROM address ORDER BY person, address",
  [ONE_SQL_ADDRESS_MERGE] =
    "UPDATE address SET person = :id WHERE person = :from",
  [ONE_SQL_MEETING_MERGE] =
    "UPDATE meeting SET person = :id WHERE person = :from",
  [ONE_SQL_ACTION_MERGE] =
    "UPDATE action SET person = :id WHERE person = :from",
  [ONE_SQL_POINT_MERGE] =
    "UPDATE point SET person = :id WHERE person = :from",

  [ONE_SQL_MEETING_ADD] =
    "INSERT INTO meeting (uid, original, moved_from, said, " CALENDAR ")"
    " VALUES (:uid, :original, :moved_from, :said, " CALENDAR_VALUES ")",
  [ONE_SQL_MEETING_COMPARE] =
    "SELECT m.id, " STATE ", m.moved_from,"
    " m.gone = 0 AND (" CALENDAR ") IS (" CALENDAR_VALUES ")"
    " FROM meeting AS m WHERE uid = :uid AND uid <> '' AND original = :original",
  [ONE_SQL_MEETING_UPDATE] =
    "UPDATE meeting SET moved_from = iif (start <> :start, start, moved_from),"
    " said = iif (logged OR (start = :start AND :state = 'planned'), said, NULL),"
    " gone = 0, (" CALENDAR ") = (" CALENDAR_VALUES ") WHERE id = :id",
  [ONE_SQL_MEETING_GET] =
    MEETING " WHERE m.id = :id",
  [ONE_SQL_MEETING_LIST] =
    MEETING " WHERE m.start >= :from AND m.start < :to AND " LISTED " ORDER BY m.start, m.id",
  [ONE_SQL_MEETING_LIST_PERSON] =
    MEETING " WHERE m.person = :person AND m.start >= :from AND m.start < :to AND " LISTED
    " ORDER BY m.start, m.id",
  [ONE_SQL_MEETING_HAS] =
    "SELECT id FROM meeting WHERE id = :id",
  [ONE_SQL_MEETING_SET_STATE] =
    "UPDATE meeting SET said = :said WHERE id = :id AND said IS NOT :said",
  [ONE_SQL_MEETING_SET_LOGGED] =
    "UPDATE meeting SET logged = :logged WHERE id = :id AND logged <> :logged",
  [ONE_SQL_MEETING_SET_GONE] =
    "UPDATE meeting SET gone = 1 WHERE id = :id AND uid <> '' AND NOT gone",
  [ONE_SQL_MEETING_MET] =
    "SELECT count (*), max (m.start) FROM meeting AS m"
    " WHERE m.person = :person AND " STATE " = 'held'",

  [ONE_SQL_PAST_LIST] =
    "SELECT m.id, m.start, " STATE ", m.logged FROM meeting AS m"
    " WHERE m.person = :person AND m.start < :until AND " LISTED " ORDER BY m.start, m.id",
  [ONE_SQL_TOUCH_ADD] =
    "INSERT INTO touch (meeting, category) VALUES (:meeting, :category)"
    " ON CONFLICT (meeting, category) DO NOTHING",
  [ONE_SQL_TOUCH_CLEAR] =
    "DELETE FROM touch WHERE meeting = :meeting",
  [ONE_SQL_TOUCH_LIST] =
    TOUCH " WHERE t.meeting = :meeting ORDER BY t.id",
  [ONE_SQL_TOUCH_LIST_PERSON] =
    TOUCH " WHERE m.person = :person AND m.start < :until ORDER BY m.start, t.id",
  [ONE_SQL_PROPOSAL_ADD] =
    "INSERT INTO proposal (meeting, place, category, prompts)"
    " VALUES (:meeting, :place, :category, :prompts)",
  [ONE_SQL_PROPOSAL_CLEAR] =
    "DELETE FROM proposal WHERE meeting = :meeting",
  [ONE_SQL_PROPOSAL_LIST] =
    PROPOSAL " WHERE p.meeting = :meeting ORDER BY p.place",
  [ONE_SQL_PROPOSAL_LIST_PERSON] =
    PROPOSAL " WHERE m.person = :person AND m.start < :until ORDER BY m.start, p.meeting, p.place",
  [ONE_SQL_NOTE_ADD] =
    "INSERT INTO note (meeting, category, text, created)"
    " VALUES (:meeting, :category, :text, :created)",
  [ONE_SQL_NOTE_LIST] =
    NOTE " WHERE n.meeting = :meeting ORDER BY n.id",
  [ONE_SQL_NOTE_LIST_PERSON] =
    NOTE " WHERE :person = 0 OR m.person = :person ORDER BY m.start, n.id",

  [ONE_SQL_ACTION_ADD] =
    "INSERT INTO action (person, meeting, text, owner, due, created, state, closed)"
    " VALUES (:person, :meeting, :text, :owner, :due, :created, :state, :closed)",
  [ONE_SQL_ACTION_GET] =
    ACTION " WHERE id = :id",
  [ONE_SQL_ACTION_LIST] =
    ACTION FILTER " AND (:owner IS NULL OR owner = :owner) ORDER BY id",
  [ONE_SQL_ACTION_SET_STATE] =
    "UPDATE action SET state = :state, closed = :closed WHERE id = :id AND state <> :state",
  [ONE_SQL_POINT_ADD] =
    "INSERT INTO point (person, category, text, day, main, created, state, closed)"
    " VALUES (:person, :category, :text, :day, :main, :created, :state, :closed)",
  [ONE_SQL_POINT_GET] =
    POINT " WHERE id = :id",
  [ONE_SQL_POINT_LIST] =
    POINT FILTER " ORDER BY id",
  [ONE_SQL_POINT_SET_STATE] =
    "UPDATE point SET state = :state, closed = :closed WHERE id = :id AND state <> :state",

  [ONE_SQL_SENT_ADD] =
    "INSERT INTO sent (meeting, stage, start, state, at, until, server, shown)"
    " VALUES (:meeting, :stage, :start, :state, :at, :until, :server, :shown)"
    " ON CONFLICT (meeting, stage, start) DO NOTHING",
  [ONE_SQL_SENT_UPDATE] =
    "UPDATE sent SET state = :state, at = :at, until = :until, server = :server, shown = :shown"
    " WHERE id = :id",
  [ONE_SQL_SENT_GET] =
    SENT " WHERE s.id = :id",
  [ONE_SQL_SENT_LIST] =
    SENT " JOIN meeting AS m ON m.id = s.meeting"
    " WHERE m.finish >= :since OR s.state IN ('intent', 'shown', 'snoozed') ORDER BY s.id",
  [ONE_SQL_SENT_LOSE] =
    "UPDATE sent SET state = 'intent', at = :at, server = '', shown = 0"
    " WHERE state = 'shown' AND (:server IS NULL OR server = :server)",
  [ONE_SQL_SENT_PRUNE] =
    "DELETE FROM sent WHERE meeting IN (SELECT id FROM meeting WHERE finish < :before)",

  [ONE_SQL_SERIES_SET] =
    "INSERT INTO series (uid, address) VALUES (:uid, :address)"
    " ON CONFLICT (uid) DO UPDATE SET address = :address WHERE address <> :address",
  [ONE_SQL_SERIES_LIST] =
    "SELECT uid, address FROM series",
  [ONE_SQL_META_GET] =
    "SELECT value FROM meta WHERE key = :key",
  [ONE_SQL_META_SET] =
    "INSERT INTO meta (key, value) VALUES (:key, :value)"
    " ON CONFLICT (key) DO UPDATE SET value = :value WHERE value <> :value",
};
/* clang-format on */

const char *
one_sql_get (OneSql sql)
{
  g_return_val_if_fail ((guint) sql < ONE_N_SQL, "");
  return statements[sql];
}

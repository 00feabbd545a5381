/* SPDX-License-Identifier: MIT */
/* lint-allow: file-length, because SQL is one page, read at a glance. */
#include "store/db/sql.h"

#include <glib.h>

/* The user's word, else that the calendar has lost it, else the calendar's word. */
#define STATE "coalesce (m.said, iif (m.gone, 'cancelled', m.state))"
#define LISTED "(m.said IS NOT NULL OR NOT m.gone)"

#define MEETING                                                                                    \
  "SELECT m.id, m.uid, m.original, m.person, m.start, m.finish, m.summary, m.location, m.link,"    \
  " m.source, m.address, m.name, " STATE ", m.moved_from, m.other_declined, m.assumed_length,"     \
  " m.logged, m.changed"                                                                           \
  " FROM meeting AS m"
#define CALENDAR                                                                                   \
  "person, start, finish, summary, location, link, source, address, name, state, other_declined,"  \
  " assumed_length, changed"
/* Meetings of which a row of sent is open, was written since, or announces a later start: a clock
 * that was ahead, or a lead that was longer, may have shown it too early. */
#define SENT_ANYWAY                                                                                \
  "SELECT meeting FROM sent WHERE state IN ('intent', 'shown', 'snoozed') OR at > :from"           \
  " OR start >= :to"
#define REAL "address NOT LIKE 'name:%'"
#define CALENDAR_VALUES                                                                            \
  ":person, :start, :finish, :summary, :location, :link, :source, :address, :name, :state,"        \
  " :other_declined, :assumed_length, :changed"

#define ACTION "SELECT id, person, text, owner, due, created, state, closed FROM action"
#define POINT "SELECT id, person, category, text, day, main, created, state, closed FROM point"
#define FILTER " (state = 'open' OR (:closed AND closed >= :closed_since))"
#define SENT                                                                                       \
  "SELECT s.id, s.meeting, s.stage, s.lead, s.start, s.state, s.at, s.until, s.server, s.shown,"   \
  " s.look FROM sent AS s"
#define MORNING "SELECT day, state, at, server, shown, look, said FROM morning"
#define ASKING "SELECT point, state, at, until, server, shown, look FROM asking"
#define TOUCH                                                                                      \
  "SELECT t.category, t.meeting, m.start FROM touch AS t JOIN meeting AS m ON m.id = t.meeting"
#define PROPOSAL                                                                                   \
  "SELECT p.category, p.prompts, p.meeting, m.start, p.place, p.draft"                             \
  " FROM proposal AS p JOIN meeting AS m ON m.id = p.meeting"
#define NOTE                                                                                       \
  "SELECT n.id, n.meeting, m.start, n.created, n.category, n.text"                                 \
  " FROM note AS n JOIN meeting AS m ON m.id = n.meeting"

#define TAKE(table, key)                                                                           \
  "DELETE FROM " table " WHERE " key " = (SELECT key FROM change WHERE id = :change)"

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
  [ONE_SQL_PERSON_LIST_KNOWN] =
    "SELECT address FROM address WHERE person IN ("
    "SELECT id FROM person WHERE role IS NOT NULL OR named = 'user'"
    " UNION SELECT person FROM action UNION SELECT person FROM point"
    " UNION SELECT person FROM meeting WHERE said = 'held'"
    " AND id IN (SELECT meeting FROM touch UNION SELECT meeting FROM note))"
    " UNION SELECT address FROM series WHERE address <> ''",
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
    "SELECT address FROM address WHERE person = :person AND " REAL " ORDER BY address",
  [ONE_SQL_ADDRESS_LIST_ALL] =
    "SELECT person, address FROM address WHERE " REAL " ORDER BY person, address",
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
    " m.gone = 0 AND (" CALENDAR ") IS (" CALENDAR_VALUES "), m.logged"
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
  [ONE_SQL_MEETING_FIND_CHANGED] =
    MEETING " WHERE m.uid = :uid AND m.uid <> '' AND m.original = :original AND m.changed"
    " AND NOT m.gone",
  [ONE_SQL_MEETING_HAS] =
    "SELECT id FROM meeting WHERE id = :id",
  [ONE_SQL_MEETING_LIKE] =
    "SELECT id, uid, original, (uid, original) IS (:uid, :original) FROM meeting"
    " WHERE (uid <> '' AND person = :person AND start = :start AND finish = :finish)"
    " OR (uid <> '' AND uid = :uid AND original = :original) ORDER BY id",
  [ONE_SQL_MEETING_MATCH] =
    "SELECT m.id, m.uid, m.original, " STATE ", m.moved_from, m.logged, " CALENDAR
    " FROM meeting AS m WHERE m.start >= :from AND m.start < :to AND m.uid <> '' AND m.gone = 0",
  [ONE_SQL_MEETING_LIST_IDS] =
    "SELECT id FROM meeting WHERE start >= :since AND start < :to AND finish > :from"
    " AND uid <> '' AND gone = 0",
  [ONE_SQL_MEETING_LIST_SERIES] =
    "SELECT id FROM meeting WHERE uid = :uid AND uid <> '' AND start < :to AND finish > :from"
    " AND gone = 0",
  [ONE_SQL_MEETING_LIST_CURRENT] =
    MEETING " WHERE m.finish > :from AND ((m.start >= :since AND m.start < :to)"
    " OR m.id IN (" SENT_ANYWAY "))"
    " AND m.uid <> '' AND m.gone = 0 ORDER BY m.start, m.id",
  [ONE_SQL_MEETING_LIST_LATE] =
    "SELECT m.id, m.said IS NULL FROM meeting AS m WHERE m.start >= :from AND m.start < :to"
    " AND m.uid <> '' AND m.gone = 0 AND NOT m.other_declined"
    " AND m.state = 'planned' AND ((m.said IS NULL AND m.finish <= :now)"
    " OR (m.said = 'held' AND m.start > :now))",
  [ONE_SQL_MEETING_NEXT] =
    MEETING " WHERE m.start >= :since AND m.start < :to AND m.finish > :from"
    " AND (:person = 0 OR m.person = :person) AND m.uid <> '' AND " STATE " = 'planned'"
    " AND NOT m.other_declined ORDER BY m.start, m.id LIMIT 1",
  [ONE_SQL_MEETING_LIST_NEAR] =
    "SELECT id, original FROM meeting WHERE uid = :uid AND uid <> '' AND person = :person"
    " AND original BETWEEN :original - :most AND :original + :most"
    " ORDER BY abs(original - :original), id",
  [ONE_SQL_MEETING_HAND_ON] =
    "UPDATE meeting SET uid = :uid, original = :original, changed = 0 WHERE id = :id",
  [ONE_SQL_MEETING_SET_STATE] =
    "UPDATE meeting SET said = :said WHERE id = :id AND said IS NOT :said",
  [ONE_SQL_MEETING_SET_LOGGED] =
    "UPDATE meeting SET logged = :logged WHERE id = :id AND logged <> :logged",
  [ONE_SQL_MEETING_SET_GONE] =
    "UPDATE meeting SET gone = 1 WHERE id = :id AND uid <> '' AND NOT gone",
  [ONE_SQL_MEETING_MET] =
    "SELECT count (*), max (m.start), min (m.start) FROM meeting AS m"
    " WHERE m.person = :person AND " STATE " = 'held'",

  [ONE_SQL_PAST_LIST] =
    "SELECT m.id, m.start, " STATE ", m.logged,"
    " EXISTS (SELECT 1 FROM touch WHERE meeting = m.id) FROM meeting AS m"
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
    "INSERT INTO proposal (meeting, place, category, prompts, draft)"
    " VALUES (:meeting, :place, :category, :prompts, :draft)",
  [ONE_SQL_PROPOSAL_CLEAR] =
    "DELETE FROM proposal WHERE meeting = :meeting",
  [ONE_SQL_PROPOSAL_LIST] =
    PROPOSAL " WHERE p.meeting = :meeting ORDER BY p.place",
  [ONE_SQL_PROPOSAL_LIST_PERSON] =
    PROPOSAL " WHERE m.person = :person AND m.start < :until ORDER BY m.start, p.meeting, p.place",
  [ONE_SQL_PROPOSAL_LIST_OTHERS] =
    PROPOSAL " WHERE m.start >= :from AND m.start < :until AND m.person <> :person"
    " ORDER BY m.start, p.meeting, p.place",
  [ONE_SQL_NOTE_ADD] =
    "INSERT INTO note (meeting, category, text, created)"
    " VALUES (:meeting, :category, :text, :created)",
  [ONE_SQL_NOTE_LIST] =
    NOTE " WHERE n.meeting = :meeting ORDER BY n.id",
  [ONE_SQL_NOTE_SET_TEXT] = "UPDATE note SET text = :text WHERE id = :id",
  [ONE_SQL_NOTE_DEL] = "DELETE FROM note WHERE id = :id",
  [ONE_SQL_NOTE_LIST_PERSON] =
    NOTE " WHERE :person = 0 OR m.person = :person ORDER BY m.start, n.id",

  [ONE_SQL_ACTION_ADD] =
    "INSERT INTO action (person, meeting, text, owner, due, created, state, closed)"
    " VALUES (:person, :meeting, :text, :owner, :due, :created, :state, :closed)",
  [ONE_SQL_ACTION_GET] =
    ACTION " WHERE id = :id",
  [ONE_SQL_ACTION_LIST] =
    ACTION " WHERE" FILTER " AND (:owner IS NULL OR owner = :owner) ORDER BY id",
  [ONE_SQL_ACTION_LIST_PERSON] =
    ACTION " WHERE person = :person AND" FILTER " AND (:owner IS NULL OR owner = :owner) ORDER BY id",
  [ONE_SQL_ACTION_LIST_DUE] =
    ACTION " WHERE state = 'open' AND owner = 'me' AND due >= :from ORDER BY due, id",
  [ONE_SQL_ACTION_COUNT] =
    "SELECT count (*) FROM action WHERE person = :person AND state = 'open'",
  [ONE_SQL_ACTION_SET] =
    "UPDATE action SET (text, owner, due) = (:text, :owner, :due)"
    " WHERE id = :id AND (text, owner, due) IS NOT (:text, :owner, :due)",
  [ONE_SQL_ACTION_SET_STATE] =
    "UPDATE action SET state = :state, closed = :closed WHERE id = :id AND state <> :state",
  [ONE_SQL_POINT_ADD] =
    "INSERT INTO point (person, category, text, day, main, created, state, closed)"
    " VALUES (:person, :category, :text, :day, :main, :created, :state, :closed)",
  [ONE_SQL_POINT_GET] =
    POINT " WHERE id = :id",
  [ONE_SQL_POINT_LIST] =
    POINT " WHERE" FILTER " ORDER BY id",
  [ONE_SQL_POINT_LIST_PERSON] =
    POINT " WHERE person = :person AND" FILTER " ORDER BY id",
  [ONE_SQL_POINT_LIST_ASKS] =
    POINT " WHERE state = 'open' AND main >= 4 ORDER BY id",
  [ONE_SQL_POINT_SET] =
    "UPDATE point SET (text, category) = (:text, :category)"
    " WHERE id = :id AND (text, category) IS NOT (:text, :category)",
  [ONE_SQL_POINT_SET_STATE] =
    "UPDATE point SET state = :state, closed = :closed WHERE id = :id AND state <> :state",

  [ONE_SQL_SENT_ADD] =
    "INSERT INTO sent (meeting, stage, lead, start, state, at, until, server, shown, look)"
    " VALUES (:meeting, :stage, :lead, :start, :state, :at, :until, :server, :shown, :look)"
    " ON CONFLICT (meeting, stage, lead, start) DO NOTHING",
  [ONE_SQL_SENT_UPDATE] =
    "UPDATE OR REPLACE sent SET start = :start, state = :state, at = :at, until = :until,"
    " server = :server, shown = :shown, look = :look WHERE id = :id",
  [ONE_SQL_SENT_GET] =
    SENT " WHERE s.id = :id",
  [ONE_SQL_SENT_LIST] =
    SENT " JOIN meeting AS m ON m.id = s.meeting"
    " WHERE m.finish >= :since OR s.state IN ('intent', 'shown', 'snoozed') ORDER BY s.id",
  [ONE_SQL_SENT_LIST_CURRENT] =
    SENT " WHERE s.meeting IN (" SENT_ANYWAY " UNION"
    " SELECT id FROM meeting WHERE start >= :since AND start < :to AND finish > :from) ORDER BY s.id",
  [ONE_SQL_SENT_PRUNE] =
    "DELETE FROM sent WHERE id <= (SELECT max (id) FROM sent) - :keep"
    " AND state NOT IN ('intent', 'shown', 'snoozed')"
    " AND meeting IN (SELECT id FROM meeting WHERE finish < :before)",

  [ONE_SQL_MORNING_SET] =
    "INSERT OR REPLACE INTO morning (day, state, at, server, shown, look, said)"
    " VALUES (:day, :state, :at, :server, :shown, :look, :said)",
  [ONE_SQL_MORNING_GET] =
    MORNING " WHERE day = :day",
  [ONE_SQL_MORNING_LIST] =
    MORNING " WHERE day >= :since OR state IN ('intent', 'shown') ORDER BY day",
  [ONE_SQL_MORNING_DEL] =
    "DELETE FROM morning WHERE day = :day",
  [ONE_SQL_MORNING_PRUNE] =
    "DELETE FROM morning WHERE day < :before AND state NOT IN ('intent', 'shown')"
    " AND day NOT IN (SELECT day FROM morning ORDER BY day DESC LIMIT :keep)",

  [ONE_SQL_ASKING_SET] =
    "INSERT OR REPLACE INTO asking (point, state, at, until, server, shown, look)"
    " VALUES (:point, :state, :at, :until, :server, :shown, :look)",
  [ONE_SQL_ASKING_GET] =
    ASKING " WHERE point = :point",
  [ONE_SQL_ASKING_LIST] =
    ASKING " ORDER BY point",
  [ONE_SQL_ASKING_DEL] =
    "DELETE FROM asking WHERE point = :point",

  [ONE_SQL_SERIES_SET] =
    "INSERT INTO series (uid, address) VALUES (:uid, :address)"
    " ON CONFLICT (uid) DO UPDATE SET address = :address WHERE address <> :address",
  [ONE_SQL_SERIES_LIST] =
    "SELECT uid, address FROM series",
  [ONE_SQL_PAGE_SET] =
    "INSERT INTO page (meeting, path, seen) VALUES (:meeting, :path, '')"
    " ON CONFLICT (meeting) DO UPDATE SET path = :path, seen = '' WHERE path <> :path",
  [ONE_SQL_PAGE_SEEN] = "UPDATE page SET seen = :seen WHERE meeting = :meeting AND seen <> :seen",
  [ONE_SQL_PAGE_LIST] = "SELECT meeting, path, seen FROM page ORDER BY meeting",
  [ONE_SQL_PAGE_LINE_CLEAR] = "DELETE FROM page_line WHERE meeting = :meeting",
  [ONE_SQL_PAGE_LINE_ADD] =
    "INSERT INTO page_line (meeting, place, kind, key, text, due, state, row, gone)"
    " VALUES (:meeting, :place, :kind, :key, :text, :due, :state, :row, :gone)",
  [ONE_SQL_PAGE_LINE_LIST] =
    "SELECT kind, key, text, due, state, row, gone FROM page_line WHERE meeting = :meeting"
    " ORDER BY place",
  [ONE_SQL_META_GET] =
    "SELECT value FROM meta WHERE key = :key",
  [ONE_SQL_META_SET] =
    "INSERT INTO meta (key, value) VALUES (:key, :value)"
    " ON CONFLICT (key) DO UPDATE SET value = :value WHERE value <> :value",

  [ONE_SQL_WORDS_HAVE_STALE] =
    "SELECT EXISTS (SELECT 1 FROM stale)",
  [ONE_SQL_WORDS_DEL] =
    "DELETE FROM words WHERE rowid IN (SELECT key FROM stale)",
  [ONE_SQL_WORDS_ADD] =
    "INSERT INTO words (rowid, text)"
    " SELECT s.key, w.text FROM stale AS s JOIN note AS w ON w.id = s.key / 4 WHERE s.key % 4 = 0"
    " UNION ALL"
    " SELECT s.key, w.text FROM stale AS s JOIN point AS w ON w.id = s.key / 4 WHERE s.key % 4 = 1"
    " UNION ALL"
    " SELECT s.key, w.text FROM stale AS s JOIN action AS w ON w.id = s.key / 4"
    " WHERE s.key % 4 = 2",
  [ONE_SQL_STALE_CLEAR] =
    "DELETE FROM stale",
  [ONE_SQL_SEARCH] =
    "SELECT hit.kind, hit.id, coalesce (m.person, a.person, p.person),"
    " coalesce (n.meeting, a.meeting, 0), coalesce (m.start, a.created, p.created) AS at,"
    " coalesce (n.category, p.category, ''), coalesce (a.state, p.state, ''), hit.snippet"
    " FROM (SELECT rowid % 4 AS kind, rowid / 4 AS id, snippet (words, 0, '', '', '…', 24) AS snippet"
    " FROM words WHERE words MATCH :words) AS hit"
    " LEFT JOIN note AS n ON hit.kind = 0 AND n.id = hit.id"
    " LEFT JOIN meeting AS m ON m.id = n.meeting"
    " LEFT JOIN point AS p ON hit.kind = 1 AND p.id = hit.id"
    " LEFT JOIN action AS a ON hit.kind = 2 AND a.id = hit.id"
    " ORDER BY at DESC, hit.kind, hit.id DESC LIMIT :limit",

  [ONE_SQL_COPY] =
    "VACUUM main INTO :to",
  [ONE_SQL_GIVEN_LIST] = "SELECT name, seq FROM sqlite_sequence",
  [ONE_SQL_GIVEN_ADD] =
    "INSERT INTO sqlite_sequence (name, seq) SELECT :table, :last"
    " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :table)",
  [ONE_SQL_GIVEN_RAISE] = "UPDATE sqlite_sequence SET seq = :last WHERE name = :table AND seq < :last",

  [ONE_SQL_STEP_OPEN] =
    "INSERT INTO step (what, at, open) VALUES (:what, :at, 1)",
  [ONE_SQL_STEP_CLOSE] =
    "UPDATE step SET open = 0 WHERE id = :id",
  [ONE_SQL_STEP_DEL] =
    "DELETE FROM step WHERE id = :id",
  [ONE_SQL_STEP_PRUNE] =
    "DELETE FROM step WHERE id <= :id",
  [ONE_SQL_STEP_LAST] =
    "SELECT id, what FROM step ORDER BY id DESC LIMIT 1",
  [ONE_SQL_STEP_IS_EMPTY] =
    "SELECT NOT EXISTS (SELECT 1 FROM change WHERE step = :id)",
  [ONE_SQL_CHANGE_LIST] =
    "SELECT id, what FROM change WHERE step = :id ORDER BY id DESC",
  [ONE_SQL_PUT_PERSON] =
    "INSERT INTO person (id, name, named, role) SELECT key, a, b, c FROM change WHERE id = :change"
    " ON CONFLICT (id) DO UPDATE SET (name, named, role)"
    " = (excluded.name, excluded.named, excluded.role)",
  [ONE_SQL_PUT_ADDRESS] =
    "INSERT INTO address (address, person) SELECT key, a FROM change WHERE id = :change"
    " ON CONFLICT (address) DO UPDATE SET person = excluded.person",
  [ONE_SQL_PUT_MEETING] =
    "UPDATE meeting SET (person, said, logged) = (was.a, was.b, was.c)"
    " FROM (SELECT * FROM change WHERE id = :change) AS was WHERE meeting.id = was.key",
  [ONE_SQL_PUT_TOUCH] =
    "INSERT INTO touch (id, meeting, category) SELECT key, a, b FROM change WHERE id = :change"
    " ON CONFLICT (id) DO UPDATE SET (meeting, category) = (excluded.meeting, excluded.category)",
  [ONE_SQL_PUT_NOTE] =
    "INSERT INTO note (id, meeting, category, text, created)"
    " SELECT key, a, b, c, d FROM change WHERE id = :change"
    " ON CONFLICT (id) DO UPDATE SET (meeting, category, text, created)"
    " = (excluded.meeting, excluded.category, excluded.text, excluded.created)",
  [ONE_SQL_PUT_ACTION] =
    "INSERT INTO action (id, person, meeting, text, owner, due, created, state, closed)"
    " SELECT key, a, b, c, d, e, f, g, h FROM change WHERE id = :change"
    " ON CONFLICT (id) DO UPDATE SET (person, meeting, text, owner, due, created, state, closed)"
    " = (excluded.person, excluded.meeting, excluded.text, excluded.owner, excluded.due,"
    " excluded.created, excluded.state, excluded.closed)",
  [ONE_SQL_PUT_POINT] =
    "INSERT INTO point (id, person, category, text, day, main, created, state, closed)"
    " SELECT key, a, b, c, d, e, f, g, h FROM change WHERE id = :change"
    " ON CONFLICT (id) DO UPDATE SET (person, category, text, day, main, created, state, closed)"
    " = (excluded.person, excluded.category, excluded.text, excluded.day, excluded.main,"
    " excluded.created, excluded.state, excluded.closed)",
  [ONE_SQL_PUT_SERIES] =
    "INSERT INTO series (uid, address) SELECT key, a FROM change WHERE id = :change"
    " ON CONFLICT (uid) DO UPDATE SET address = excluded.address",
  [ONE_SQL_TAKE_ADDRESS] = TAKE ("address", "address"),
  [ONE_SQL_TAKE_SENT] = TAKE ("sent", "meeting"),
  [ONE_SQL_TAKE_PROPOSAL] = TAKE ("proposal", "meeting"),
  [ONE_SQL_TAKE_MEETING] = TAKE ("meeting", "id"),
  [ONE_SQL_TAKE_TOUCH] = TAKE ("touch", "id"),
  [ONE_SQL_TAKE_NOTE] = TAKE ("note", "id"),
  [ONE_SQL_TAKE_ACTION] = TAKE ("action", "id"),
  [ONE_SQL_TAKE_POINT] = TAKE ("point", "id"),
  [ONE_SQL_TAKE_SERIES] = TAKE ("series", "uid"),
};
/* clang-format on */

const char *
one_sql_get (OneSql sql)
{
  g_return_val_if_fail ((guint) sql < ONE_N_SQL, "");
  return statements[sql];
}

/* SPDX-License-Identifier: MIT */
#include "store/db/schema.h"

/* Ids are AUTOINCREMENT wherever the user sees them, so that none is given twice. Instants are
 * seconds UTC, days are ISO text, enums are the words of wire/words.c. `said` is the state that the
 * user gave a meeting; it wins over the calendar's `state`. */
static const char first[] =
    "CREATE TABLE person ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  name TEXT NOT NULL CHECK (name <> ''),"
    "  named TEXT NOT NULL CHECK (named IN ('address', 'calendar', 'user')),"
    "  role TEXT CHECK (role <> '')"
    ") STRICT;"
    "CREATE TABLE address ("
    "  address TEXT NOT NULL PRIMARY KEY CHECK (address <> ''),"
    "  person INTEGER NOT NULL REFERENCES person (id)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX address_person ON address (person);"

    "CREATE TABLE meeting ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  uid TEXT NOT NULL,"
    "  original INTEGER NOT NULL,"
    "  person INTEGER NOT NULL REFERENCES person (id),"
    "  start INTEGER NOT NULL,"
    "  finish INTEGER NOT NULL CHECK (finish >= start),"
    "  summary TEXT NOT NULL,"
    "  location TEXT NOT NULL,"
    "  link TEXT NOT NULL,"
    "  source TEXT NOT NULL,"
    "  address TEXT NOT NULL,"
    "  name TEXT NOT NULL,"
    "  state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled', 'declined')),"
    "  said TEXT CHECK (said IN ('held', 'skipped', 'cancelled', 'declined')),"
    "  moved_from INTEGER NOT NULL DEFAULT 0,"
    "  other_declined INTEGER NOT NULL DEFAULT 0,"
    "  assumed_length INTEGER NOT NULL DEFAULT 0,"
    "  logged INTEGER NOT NULL DEFAULT 0,"
    "  gone INTEGER NOT NULL DEFAULT 0"
    ") STRICT;"
    "CREATE UNIQUE INDEX meeting_identity ON meeting (uid, original) WHERE uid <> '';"
    "CREATE INDEX meeting_start ON meeting (start);"
    "CREATE INDEX meeting_person ON meeting (person, start);"

    "CREATE TABLE touch ("
    "  id INTEGER PRIMARY KEY,"
    "  meeting INTEGER NOT NULL REFERENCES meeting (id),"
    "  category TEXT NOT NULL CHECK (category <> ''),"
    "  UNIQUE (meeting, category)"
    ") STRICT;"
    "CREATE TABLE proposal ("
    "  meeting INTEGER NOT NULL REFERENCES meeting (id),"
    "  place INTEGER NOT NULL CHECK (place >= 0),"
    "  category TEXT NOT NULL CHECK (category <> ''),"
    "  prompts TEXT NOT NULL," /* ids, one a line */
    "  PRIMARY KEY (meeting, place)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE note ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  meeting INTEGER NOT NULL REFERENCES meeting (id),"
    "  category TEXT NOT NULL,"
    "  text TEXT NOT NULL CHECK (text <> ''),"
    "  created INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX note_meeting ON note (meeting);"

    "CREATE TABLE action ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  person INTEGER NOT NULL REFERENCES person (id),"
    "  meeting INTEGER REFERENCES meeting (id),"
    "  text TEXT NOT NULL CHECK (text <> ''),"
    "  owner TEXT NOT NULL CHECK (owner IN ('me', 'them')),"
    "  due TEXT,"
    "  created INTEGER NOT NULL,"
    "  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),"
    "  closed INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX action_person ON action (person);"
    "CREATE INDEX action_meeting ON action (meeting);"
    "CREATE TABLE point ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  person INTEGER NOT NULL REFERENCES person (id),"
    "  category TEXT NOT NULL,"
    "  text TEXT NOT NULL CHECK (text <> ''),"
    "  day TEXT,"
    "  main INTEGER NOT NULL,"
    "  created INTEGER NOT NULL,"
    "  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),"
    "  closed INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX point_person ON point (person);"

    "CREATE TABLE sent ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  meeting INTEGER NOT NULL REFERENCES meeting (id),"
    "  stage TEXT NOT NULL CHECK (stage IN ('prep', 'start', 'nudge')),"
    "  start INTEGER NOT NULL,"
    "  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'snoozed', 'acted', 'dismissed',"
    "                                       'expired', 'superseded')),"
    "  at INTEGER NOT NULL,"
    "  until INTEGER NOT NULL,"
    "  server TEXT NOT NULL,"
    "  shown INTEGER NOT NULL,"
    "  UNIQUE (meeting, stage, start)"
    ") STRICT;"

    "CREATE TABLE series ("
    "  uid TEXT NOT NULL PRIMARY KEY CHECK (uid <> ''),"
    "  address TEXT NOT NULL" /* '' for a series that is never a one-on-one */
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE meta ("
    "  key TEXT NOT NULL PRIMARY KEY,"
    "  value TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;";

/* The journal of `undo`: what a row was before a step of the user's changed it, so that it can be
 * put back exactly ("action+"), or that it was not there ("action-"). Nothing is written while no
 * step is open. Of a meeting only what the user can change is kept: the rest is the calendar's. */
#define WAS(table, event, key, columns, values)                                                    \
  "CREATE TRIGGER " table "_" event " AFTER " event " ON " table " BEGIN"                          \
  " INSERT INTO change (step, what, key, " columns ")"                                             \
  " SELECT id, '" table "+', OLD." key ", " values " FROM step WHERE open; END;"
#define NEW(table, key, when)                                                                      \
  "CREATE TRIGGER " table "_insert AFTER INSERT ON " table when " BEGIN"                           \
  " INSERT INTO change (step, what, key) SELECT id, '" table "-', NEW." key " FROM step"           \
  " WHERE open; END;"
#define JOURNAL(table, key, columns, values)                                                       \
  NEW (table, key, "")                                                                             \
  WAS (table, "update", key, columns, values)                                                      \
  WAS (table, "delete", key, columns, values)

static const char second[] = "CREATE TABLE step ("
                             "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
                             "  what TEXT NOT NULL,"
                             "  at INTEGER NOT NULL,"
                             "  open INTEGER NOT NULL" /* only ever 1 within a transaction */
                             ") STRICT;"
                             "CREATE UNIQUE INDEX step_open ON step (open) WHERE open;"
                             "CREATE TABLE change ("
                             "  id INTEGER PRIMARY KEY,"
                             "  step INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,"
                             "  what TEXT NOT NULL,"
                             "  key ANY NOT NULL,"
                             "  a ANY, b ANY, c ANY, d ANY, e ANY, f ANY, g ANY, h ANY"
                             ") STRICT;"
                             "CREATE INDEX change_step ON change (step);"
    /* clang-format off */
      WAS ("person", "update", "id", "a, b, c", "OLD.name, OLD.named, OLD.role")
      WAS ("person", "delete", "id", "a, b, c", "OLD.name, OLD.named, OLD.role")
      JOURNAL ("address", "address", "a", "OLD.person")
      NEW ("meeting", "id", " WHEN NEW.uid = ''")
      WAS ("meeting", "update", "id", "a, b, c", "OLD.person, OLD.said, OLD.logged")
      JOURNAL ("touch", "id", "a, b", "OLD.meeting, OLD.category")
      JOURNAL ("note", "id", "a, b, c, d", "OLD.meeting, OLD.category, OLD.text, OLD.created")
      JOURNAL ("action", "id", "a, b, c, d, e, f, g, h",
               "OLD.person, OLD.meeting, OLD.text, OLD.owner, OLD.due, OLD.created, OLD.state, OLD.closed")
      JOURNAL ("point", "id", "a, b, c, d, e, f, g, h",
               "OLD.person, OLD.category, OLD.text, OLD.day, OLD.main, OLD.created, OLD.state, OLD.closed")
      JOURNAL ("series", "uid", "a", "OLD.address");
/* clang-format on */

/* The words of what was written, by kind and id in one number (store/search.h). A trigger may not
 * touch a virtual table while the schema is not trusted, so triggers only note which rows changed;
 * the next search brings the index up to date. */
#define STALE(table, kind, event, row, when)                                                       \
  "CREATE TRIGGER " table "_stale_" event " AFTER " event " ON " table when " BEGIN"               \
  " INSERT INTO stale (key) SELECT " row ".id * 4 + " kind                                         \
  " WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = " row ".id * 4 + " kind "); END;"
#define WORDS(table, kind)                                                                         \
  "INSERT INTO stale (key) SELECT id * 4 + " kind " FROM " table                                   \
  ";" STALE (table, kind, "insert", "NEW", "")                                                     \
      STALE (table, kind, "update", "NEW", " WHEN OLD.text <> NEW.text")                           \
          STALE (table, kind, "delete", "OLD", "")

static const char third[] =
    "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');"
    "CREATE TABLE stale (key INTEGER PRIMARY KEY) STRICT;"
    /* clang-format off */
    WORDS ("note", "0")
    WORDS ("point", "1")
    WORDS ("action", "2");
/* clang-format on */

/* The pages that oned made, and what was understood of each when it was read last. A row is that of
 * the note or action that a line became; it may be gone since, taken back by the user. */
static const char fourth[] =
    "CREATE TABLE page ("
    "  meeting INTEGER PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,"
    "  path TEXT NOT NULL UNIQUE,"
    "  seen TEXT NOT NULL" /* stamp of the file that was read; '' for none */
    ") STRICT;"
    "CREATE TABLE page_line ("
    "  meeting INTEGER NOT NULL REFERENCES page (meeting) ON DELETE CASCADE,"
    "  place INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  key TEXT NOT NULL,"
    "  text TEXT NOT NULL,"
    "  due INTEGER NOT NULL," /* days since 1 January of the year 1; 0 for none */
    "  state TEXT NOT NULL,"
    "  row INTEGER NOT NULL,"
    "  gone INTEGER NOT NULL,"
    "  PRIMARY KEY (meeting, place)"
    ") STRICT, WITHOUT ROWID;";

/* Several preps of one meeting, told apart by how far ahead they are, and what each reminder looked
 * like. How far ahead a prep was to be shown was not written down before; when it was shown says
 * it. */
static const char fifth[] =
    "CREATE TABLE reminder ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  meeting INTEGER NOT NULL REFERENCES meeting (id),"
    "  stage TEXT NOT NULL CHECK (stage IN ('prep', 'start', 'nudge')),"
    "  lead INTEGER NOT NULL CHECK (lead = 0 OR stage = 'prep'),"
    "  start INTEGER NOT NULL,"
    "  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'snoozed', 'acted', 'dismissed',"
    "                                       'expired', 'superseded')),"
    "  at INTEGER NOT NULL,"
    "  until INTEGER NOT NULL,"
    "  server TEXT NOT NULL,"
    "  shown INTEGER NOT NULL,"
    "  look INTEGER NOT NULL,"
    "  UNIQUE (meeting, stage, lead, start)"
    ") STRICT;"
    "INSERT INTO reminder SELECT id, meeting, stage, iif (stage = 'prep', max (start - at, 0), 0),"
    " start, state, at, until, server, shown, 0 FROM sent;"
    "DROP TABLE sent;"
    "ALTER TABLE reminder RENAME TO sent;";

/* An agenda that was shown, and was not settled yet: its questions count as asked if the meeting
 * takes place. */
static const char sixth[] = "ALTER TABLE proposal ADD COLUMN draft INTEGER NOT NULL DEFAULT 0;";

/* Whether another event than the master of its series speaks for a meeting: while such events may
 * be missing in a file, what was known of it stays. */
static const char seventh[] = "ALTER TABLE meeting ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;";

/* A day's promises are told once; see model/morning.h. `said`: ids of actions, one a line. */
static const char eighth[] =
    "CREATE TABLE morning ("
    "  day TEXT NOT NULL PRIMARY KEY,"
    "  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'acted', 'dismissed', 'expired',"
    "                                       'superseded')),"
    "  at INTEGER NOT NULL,"
    "  server TEXT NOT NULL,"
    "  shown INTEGER NOT NULL,"
    "  look INTEGER NOT NULL,"
    "  said TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX action_due ON action (due) WHERE state = 'open' AND owner = 'me';";

/* A point that is asked at once is shown once: model/asking.h. Bit 4 of its `main` says so. */
static const char ninth[] =
    "CREATE TABLE asking ("
    "  point INTEGER NOT NULL PRIMARY KEY,"
    "  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'snoozed', 'acted', 'dismissed',"
    "                                       'expired', 'superseded')),"
    "  at INTEGER NOT NULL,"
    "  until INTEGER NOT NULL,"
    "  server TEXT NOT NULL,"
    "  shown INTEGER NOT NULL,"
    "  look INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX point_ask ON point (id) WHERE state = 'open' AND main >= 4;";

static const char *const steps[] = { first, second,  third,  fourth, fifth,
                                     sixth, seventh, eighth, ninth };

guint
one_schema_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

static gboolean
schema_exec (sqlite3 *db, const char *sql, char **message)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  g_free (*message);
  *message = g_strdup (sqlite3_errmsg (db));
  return FALSE;
}

gboolean
one_schema_upgrade (sqlite3 *db, guint version, char **message)
{
  g_autoptr (GString) sql = g_string_new ("BEGIN IMMEDIATE;");
  g_autofree char *why = NULL;

  for (guint i = version; i < G_N_ELEMENTS (steps); i++)
    g_string_append (sql, steps[i]);
  g_string_append_printf (sql, "PRAGMA application_id = %d; PRAGMA user_version = %u; COMMIT",
                          ONE_SCHEMA_APPLICATION, one_schema_get_version ());
  if (schema_exec (db, sql->str, &why))
    return TRUE;
  *message = g_steal_pointer (&why);
  if (!sqlite3_get_autocommit (db) && !schema_exec (db, "ROLLBACK", &why))
    g_debug ("rolling back: %s", why);
  return FALSE;
}

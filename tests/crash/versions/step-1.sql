-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  named TEXT NOT NULL CHECK (named IN ('address', 'calendar', 'user')),
  role TEXT CHECK (role <> '')
) STRICT;
CREATE TABLE address (
  address TEXT NOT NULL PRIMARY KEY CHECK (address <> ''),
  person INTEGER NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX address_person ON address (person);
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  original INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL CHECK (finish >= start),
  summary TEXT NOT NULL,
  location TEXT NOT NULL,
  link TEXT NOT NULL,
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled', 'declined')),
  said TEXT CHECK (said IN ('held', 'skipped', 'cancelled', 'declined')),
  moved_from INTEGER NOT NULL DEFAULT 0,
  other_declined INTEGER NOT NULL DEFAULT 0,
  assumed_length INTEGER NOT NULL DEFAULT 0,
  logged INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX meeting_identity ON meeting (uid, original) WHERE uid <> '';
CREATE INDEX meeting_start ON meeting (start);
CREATE INDEX meeting_person ON meeting (person, start);
CREATE TABLE touch (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  category TEXT NOT NULL CHECK (category <> ''),
  UNIQUE (meeting, category)
) STRICT;
CREATE TABLE proposal (
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  category TEXT NOT NULL CHECK (category <> ''),
  prompts TEXT NOT NULL,
  PRIMARY KEY (meeting, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  category TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX note_meeting ON note (meeting);
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  meeting INTEGER REFERENCES meeting (id),
  text TEXT NOT NULL CHECK (text <> ''),
  owner TEXT NOT NULL CHECK (owner IN ('me', 'them')),
  due TEXT,
  created INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  closed INTEGER NOT NULL
) STRICT;
CREATE INDEX action_person ON action (person);
CREATE INDEX action_meeting ON action (meeting);
CREATE TABLE point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  category TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  day TEXT,
  main INTEGER NOT NULL,
  created INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  closed INTEGER NOT NULL
) STRICT;
CREATE INDEX point_person ON point (person);
CREATE TABLE sent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  stage TEXT NOT NULL CHECK (stage IN ('prep', 'start', 'nudge')),
  start INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'snoozed', 'acted', 'dismissed',
                                       'expired', 'superseded')),
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  server TEXT NOT NULL,
  shown INTEGER NOT NULL,
  UNIQUE (meeting, stage, start)
) STRICT;
CREATE TABLE series (
  uid TEXT NOT NULL PRIMARY KEY CHECK (uid <> ''),
  address TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

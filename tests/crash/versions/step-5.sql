-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  stage TEXT NOT NULL CHECK (stage IN ('prep', 'start', 'nudge')),
  lead INTEGER NOT NULL CHECK (lead = 0 OR stage = 'prep'),
  start INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'snoozed', 'acted', 'dismissed',
                                       'expired', 'superseded')),
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  server TEXT NOT NULL,
  shown INTEGER NOT NULL,
  look INTEGER NOT NULL,
  UNIQUE (meeting, stage, lead, start)
) STRICT;
INSERT INTO reminder SELECT id, meeting, stage, iif (stage = 'prep', max (start - at, 0), 0),
  start, state, at, until, server, shown, 0 FROM sent;
DROP TABLE sent;
ALTER TABLE reminder RENAME TO sent;

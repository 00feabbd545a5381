-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
CREATE TABLE morning (
  day TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'acted', 'dismissed', 'expired',
                                       'superseded')),
  at INTEGER NOT NULL,
  server TEXT NOT NULL,
  shown INTEGER NOT NULL,
  look INTEGER NOT NULL,
  said TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX action_due ON action (due) WHERE state = 'open' AND owner = 'me';

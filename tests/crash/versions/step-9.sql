-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
CREATE TABLE asking (
  point INTEGER NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'snoozed', 'acted', 'dismissed',
                                       'expired', 'superseded')),
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  server TEXT NOT NULL,
  shown INTEGER NOT NULL,
  look INTEGER NOT NULL
) STRICT;
CREATE INDEX point_ask ON point (id) WHERE state = 'open' AND main >= 4;

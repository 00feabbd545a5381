-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
CREATE TABLE page (
  meeting INTEGER PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
  path TEXT NOT NULL UNIQUE,
  seen TEXT NOT NULL
) STRICT;
CREATE TABLE page_line (
  meeting INTEGER NOT NULL REFERENCES page (meeting) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  due INTEGER NOT NULL,
  state TEXT NOT NULL,
  row INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  PRIMARY KEY (meeting, place)
) STRICT, WITHOUT ROWID;

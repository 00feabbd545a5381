-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
INSERT INTO words (rowid, text) SELECT id * 4, text FROM note;
DELETE FROM stale WHERE key IN (SELECT id * 4 FROM note);
INSERT INTO note VALUES (6, 43, '', 'Written after the migration', 1768001900);

-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
INSERT INTO page VALUES (41, '/pages/Ada Lovelace/2026-01-05.md', '1:2:3');
INSERT INTO page_line VALUES (41, 0, 'note', 'growth', 'She wants to lead the migration', 0, 'open', 5, 0),
  (41, 1, 'action', 'me', 'Send the draft', 739648, 'open', 12, 0);

-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
INSERT INTO person VALUES (4, 'Ada Lovelace', 'user', 'peer'), (7, 'Bob ''the'' Ünïcode', 'calendar', NULL);
INSERT INTO address VALUES ('ada@example.org', 4), ('ada@example.com', 4), ('bob@example.org', 7);
INSERT INTO meeting VALUES (41, 'series', 1767600000, 4, 1767603600, 1767605400, 'Ada / me', 'Room 1',
  'https://meet.example.org/x', 'work', 'ada@example.org', 'Ada', 'planned', 'held', 1767600000, 0, 1, 1, 0),
  (43, '', 0, 7, 1768000000, 1768001800, '', '', '', '', '', '', 'planned', NULL, 0, 0, 0, 0, 0);
INSERT INTO touch VALUES (1, 41, 'growth'), (3, 41, 'update');
INSERT INTO proposal VALUES (41, 0, 'growth', 'growth-1' || char (10) || 'growth-2');
INSERT INTO note VALUES (5, 41, 'growth', 'She wants to lead the migration', 1767605500);
INSERT INTO action VALUES (12, 4, 41, 'Send the draft', 'me', '2026-02-01', 1767605500, 'open', 0),
  (14, 7, NULL, 'Book the room', 'them', NULL, 1767605600, 'done', 1767705600);
INSERT INTO point VALUES (9, 4, '', 'Café budget', NULL, 1, 1767605700, 'open', 0);
INSERT INTO sent VALUES (3, 41, 'prep', 1767603600, 'acted', 1767601800, 0, ':1.7 dunst', 4294967295);
INSERT INTO series VALUES ('series', 'ada@example.org'), ('never', '');
INSERT INTO meta VALUES ('first-sight', '1767000000');

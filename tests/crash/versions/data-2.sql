-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
INSERT INTO step VALUES (6, 'a point for Ada Lovelace', 1767800000, 1);
INSERT INTO point VALUES (10, 4, 'growth', 'Salary', '2026-03-01', 0, 1767800000, 'open', 0);
UPDATE action SET state = 'done', closed = 1767800000 WHERE id = 12;
UPDATE step SET open = 0;

-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
INSERT INTO sent VALUES (4, 41, 'prep', 86400, 1767603600, 'superseded', 1767517200, 0, ':1.7 dunst', 3, 4294967295);

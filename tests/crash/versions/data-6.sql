-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
UPDATE proposal SET draft = 1 WHERE meeting = (SELECT max (meeting) FROM proposal);

-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
UPDATE meeting SET changed = 1 WHERE id = (SELECT min (id) FROM meeting WHERE uid <> '');

-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE stale (key INTEGER PRIMARY KEY
) STRICT;
INSERT INTO stale (key) SELECT id * 4 + 0 FROM note;
CREATE TRIGGER note_stale_insert AFTER insert ON note BEGIN
  INSERT INTO stale (key) SELECT NEW.id * 4 + 0 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = NEW.id * 4 + 0);
END;
CREATE TRIGGER note_stale_update AFTER update ON note WHEN OLD.text <> NEW.text BEGIN
  INSERT INTO stale (key) SELECT NEW.id * 4 + 0 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = NEW.id * 4 + 0);
END;
CREATE TRIGGER note_stale_delete AFTER delete ON note BEGIN
  INSERT INTO stale (key) SELECT OLD.id * 4 + 0 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = OLD.id * 4 + 0);
END;
INSERT INTO stale (key) SELECT id * 4 + 1 FROM point;
CREATE TRIGGER point_stale_insert AFTER insert ON point BEGIN
  INSERT INTO stale (key) SELECT NEW.id * 4 + 1 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = NEW.id * 4 + 1);
END;
CREATE TRIGGER point_stale_update AFTER update ON point WHEN OLD.text <> NEW.text BEGIN
  INSERT INTO stale (key) SELECT NEW.id * 4 + 1 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = NEW.id * 4 + 1);
END;
CREATE TRIGGER point_stale_delete AFTER delete ON point BEGIN
  INSERT INTO stale (key) SELECT OLD.id * 4 + 1 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = OLD.id * 4 + 1);
END;
INSERT INTO stale (key) SELECT id * 4 + 2 FROM action;
CREATE TRIGGER action_stale_insert AFTER insert ON action BEGIN
  INSERT INTO stale (key) SELECT NEW.id * 4 + 2 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = NEW.id * 4 + 2);
END;
CREATE TRIGGER action_stale_update AFTER update ON action WHEN OLD.text <> NEW.text BEGIN
  INSERT INTO stale (key) SELECT NEW.id * 4 + 2 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = NEW.id * 4 + 2);
END;
CREATE TRIGGER action_stale_delete AFTER delete ON action BEGIN
  INSERT INTO stale (key) SELECT OLD.id * 4 + 2 WHERE NOT EXISTS (SELECT 1 FROM stale WHERE key = OLD.id * 4 + 2);
END;

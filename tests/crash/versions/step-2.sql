-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL,
  at INTEGER NOT NULL,
  open INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX step_open ON step (open) WHERE open;
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  key ANY NOT NULL,
  a ANY, b ANY, c ANY, d ANY, e ANY, f ANY, g ANY, h ANY
) STRICT;
CREATE INDEX change_step ON change (step);
CREATE TRIGGER person_update AFTER update ON person BEGIN
  INSERT INTO change (step, what, key, a, b, c) SELECT id, 'person+', OLD.id, OLD.name, OLD.named, OLD.role FROM step WHERE open;
END;
CREATE TRIGGER person_delete AFTER delete ON person BEGIN
  INSERT INTO change (step, what, key, a, b, c) SELECT id, 'person+', OLD.id, OLD.name, OLD.named, OLD.role FROM step WHERE open;
END;
CREATE TRIGGER address_insert AFTER INSERT ON address BEGIN
  INSERT INTO change (step, what, key) SELECT id, 'address-', NEW.address FROM step WHERE open;
END;
CREATE TRIGGER address_update AFTER update ON address BEGIN
  INSERT INTO change (step, what, key, a) SELECT id, 'address+', OLD.address, OLD.person FROM step WHERE open;
END;
CREATE TRIGGER address_delete AFTER delete ON address BEGIN
  INSERT INTO change (step, what, key, a) SELECT id, 'address+', OLD.address, OLD.person FROM step WHERE open;
END;
CREATE TRIGGER meeting_insert AFTER INSERT ON meeting WHEN NEW.uid = '' BEGIN
  INSERT INTO change (step, what, key) SELECT id, 'meeting-', NEW.id FROM step WHERE open;
END;
CREATE TRIGGER meeting_update AFTER update ON meeting BEGIN
  INSERT INTO change (step, what, key, a, b, c) SELECT id, 'meeting+', OLD.id, OLD.person, OLD.said, OLD.logged FROM step WHERE open;
END;
CREATE TRIGGER touch_insert AFTER INSERT ON touch BEGIN
  INSERT INTO change (step, what, key) SELECT id, 'touch-', NEW.id FROM step WHERE open;
END;
CREATE TRIGGER touch_update AFTER update ON touch BEGIN
  INSERT INTO change (step, what, key, a, b) SELECT id, 'touch+', OLD.id, OLD.meeting, OLD.category FROM step WHERE open;
END;
CREATE TRIGGER touch_delete AFTER delete ON touch BEGIN
  INSERT INTO change (step, what, key, a, b) SELECT id, 'touch+', OLD.id, OLD.meeting, OLD.category FROM step WHERE open;
END;
CREATE TRIGGER note_insert AFTER INSERT ON note BEGIN
  INSERT INTO change (step, what, key) SELECT id, 'note-', NEW.id FROM step WHERE open;
END;
CREATE TRIGGER note_update AFTER update ON note BEGIN
  INSERT INTO change (step, what, key, a, b, c, d) SELECT id, 'note+', OLD.id, OLD.meeting, OLD.category, OLD.text, OLD.created FROM step WHERE open;
END;
CREATE TRIGGER note_delete AFTER delete ON note BEGIN
  INSERT INTO change (step, what, key, a, b, c, d) SELECT id, 'note+', OLD.id, OLD.meeting, OLD.category, OLD.text, OLD.created FROM step WHERE open;
END;
CREATE TRIGGER action_insert AFTER INSERT ON action BEGIN
  INSERT INTO change (step, what, key) SELECT id, 'action-', NEW.id FROM step WHERE open;
END;
CREATE TRIGGER action_update AFTER update ON action BEGIN
  INSERT INTO change (step, what, key, a, b, c, d, e, f, g, h) SELECT id, 'action+', OLD.id, OLD.person, OLD.meeting, OLD.text, OLD.owner, OLD.due, OLD.created, OLD.state, OLD.closed FROM step WHERE open;
END;
CREATE TRIGGER action_delete AFTER delete ON action BEGIN
  INSERT INTO change (step, what, key, a, b, c, d, e, f, g, h) SELECT id, 'action+', OLD.id, OLD.person, OLD.meeting, OLD.text, OLD.owner, OLD.due, OLD.created, OLD.state, OLD.closed FROM step WHERE open;
END;
CREATE TRIGGER point_insert AFTER INSERT ON point BEGIN
  INSERT INTO change (step, what, key) SELECT id, 'point-', NEW.id FROM step WHERE open;
END;
CREATE TRIGGER point_update AFTER update ON point BEGIN
  INSERT INTO change (step, what, key, a, b, c, d, e, f, g, h) SELECT id, 'point+', OLD.id, OLD.person, OLD.category, OLD.text, OLD.day, OLD.main, OLD.created, OLD.state, OLD.closed FROM step WHERE open;
END;
CREATE TRIGGER point_delete AFTER delete ON point BEGIN
  INSERT INTO change (step, what, key, a, b, c, d, e, f, g, h) SELECT id, 'point+', OLD.id, OLD.person, OLD.category, OLD.text, OLD.day, OLD.main, OLD.created, OLD.state, OLD.closed FROM step WHERE open;
END;
CREATE TRIGGER series_insert AFTER INSERT ON series BEGIN
  INSERT INTO change (step, what, key) SELECT id, 'series-', NEW.uid FROM step WHERE open;
END;
CREATE TRIGGER series_update AFTER update ON series BEGIN
  INSERT INTO change (step, what, key, a) SELECT id, 'series+', OLD.uid, OLD.address FROM step WHERE open;
END;
CREATE TRIGGER series_delete AFTER delete ON series BEGIN
  INSERT INTO change (step, what, key, a) SELECT id, 'series+', OLD.uid, OLD.address FROM step WHERE open;
END;

-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
INSERT INTO morning (day, state, at, server, shown, look, said) VALUES
  ('2026-11-20', 'dismissed', 1795161600, ':1.7 unix:path=/run/bus', 12, 4294967295, '3' || char (10) || '12'),
  ('2026-11-23', 'shown', 1795420800, ':1.7 unix:path=/run/bus', 13, 7, '12');

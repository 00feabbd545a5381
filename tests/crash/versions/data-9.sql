-- SPDX-License-Identifier: MIT
-- What an oned of that version can have added.
INSERT INTO asking (point, state, at, until, server, shown, look) VALUES
  (1, 'shown', 1795420800, 0, ':1.7 unix:path=/run/bus', 14, 4294967295),
  (2, 'snoozed', 1795420800, 1795424400, '', 0, 7);

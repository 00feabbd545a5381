-- SPDX-License-Identifier: MIT
-- As it was shipped: not to be changed, whatever becomes of the store.
ALTER TABLE meeting ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;

-- A ticket that was transferred or put back waits once more: transfers counts the moves, later_wait_ms adds up the waits after the first.
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS transfers UInt16, ADD COLUMN IF NOT EXISTS later_wait_ms UInt64;
ALTER TABLE ticket_version ADD COLUMN IF NOT EXISTS transfers UInt16, ADD COLUMN IF NOT EXISTS later_wait_ms UInt64;

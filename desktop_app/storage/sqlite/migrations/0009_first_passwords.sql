-- First passwords that are sent by letter end after 60 days unless they were used before. Set until
-- the first match: valid_until ends with it, and the password holds until it is changed.
ALTER TABLE credential ADD COLUMN until_used INTEGER NOT NULL DEFAULT 0
    CHECK (until_used IN (0, 1) AND (until_used = 0 OR valid_until IS NOT NULL AND single_use = 0));
CREATE INDEX credential_unused ON credential (customer_id) WHERE until_used;

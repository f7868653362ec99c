-- The team's keys by their ids, and which workstation has confirmed that it has the newest.

CREATE TABLE team_key (
    key_id  BLOB PRIMARY KEY CHECK (length(key_id) = 8),
    state   TEXT NOT NULL CHECK (state IN ('announced', 'current', 'retired')),
    since   INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    ends_at INTEGER,
    CHECK ((state = 'retired') = (ends_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX team_key_state ON team_key (state) WHERE state <> 'retired';

-- The newest password was made with the key that is in use.
INSERT INTO team_key (key_id, state, since, made_by)
SELECT key_id, 'current', set_at, set_by FROM credential
WHERE verifier IS NOT NULL ORDER BY set_at DESC, customer_id LIMIT 1;

CREATE TABLE key_holder (
    login        TEXT NOT NULL,
    name         TEXT NOT NULL,
    workstation  TEXT NOT NULL,
    key_id       BLOB,
    confirmed_at INTEGER,
    seen_at      INTEGER NOT NULL,
    PRIMARY KEY (login, workstation),
    CHECK ((key_id IS NULL) = (confirmed_at IS NULL))
) STRICT, WITHOUT ROWID;

ALTER TABLE policy ADD COLUMN
    old_key_days INTEGER NOT NULL DEFAULT 90 CHECK (old_key_days BETWEEN 1 AND 365);

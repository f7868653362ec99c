-- Customers can be deleted. The checks of the last day stay all the same, because the limits on a
-- person's wrong tries count them: an attempt no longer refers to a customer who exists.

CREATE TABLE attempt_of_anybody (
    sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
    id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    login          TEXT NOT NULL,
    customer_id    INTEGER NOT NULL,
    generation     INTEGER NOT NULL,
    digest_hash    BLOB CHECK (length(digest_hash) = 32),
    at             INTEGER NOT NULL,
    charged        INTEGER NOT NULL CHECK (charged IN (0, 1)),
    taken_back     INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1) AND taken_back <= charged),
    failure_before INTEGER,
    answer         TEXT,
    answered_at    INTEGER,
    receipt        TEXT,
    CHECK (charged OR answer IS NOT NULL),
    CHECK ((answer IS NULL) = (receipt IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
) STRICT;
INSERT INTO attempt_of_anybody
SELECT sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back,
       failure_before, answer, answered_at, receipt
FROM attempt ORDER BY sequence;

-- Wrong tries count from a sequence number on, so the numbers go on where they were.
DELETE FROM sqlite_sequence WHERE name = 'attempt_of_anybody';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'attempt_of_anybody', seq FROM sqlite_sequence WHERE name = 'attempt';

DROP TABLE attempt;
ALTER TABLE attempt_of_anybody RENAME TO attempt;
CREATE INDEX attempt_by_person ON attempt (login, at) WHERE charged AND NOT taken_back;
CREATE INDEX attempt_by_customer ON attempt (customer_id);
CREATE INDEX attempt_by_time ON attempt (at);

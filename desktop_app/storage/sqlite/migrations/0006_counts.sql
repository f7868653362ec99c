-- Figures about all passwords and all entries, kept so that nobody has to read them all; and what
-- needs a lead's attention, by indexes.

-- Answers of checks by what they were, and passwords set by the identity check before. A quarter of
-- an hour of UTC belongs to one day in every time zone, so whoever reads adds up their own days.
CREATE TABLE journal_count (
    quarter  INTEGER NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('verdict', 'password-set')),
    category TEXT NOT NULL,
    amount   INTEGER NOT NULL,
    PRIMARY KEY (quarter, kind, category)
) STRICT, WITHOUT ROWID;


INSERT INTO journal_count (quarter, kind, category, amount)
SELECT at - at % 900000000, kind,
       CASE WHEN kind = 'verdict' THEN outcome
            WHEN json_valid(details) THEN ifnull(CAST(details ->> '$.check' AS TEXT), '')
            ELSE '' END,
       count(*)
FROM journal
WHERE sequence IS NOT NULL AND kind IN ('verdict', 'password-set')
GROUP BY 1, 2, 3;

-- How many passwords there are by the key they were made with.
CREATE TABLE password_count (
    key_id BLOB PRIMARY KEY,
    amount INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO password_count (key_id, amount)
SELECT key_id, count(*) FROM credential WHERE verifier IS NOT NULL GROUP BY key_id;

CREATE TRIGGER password_added AFTER INSERT ON credential WHEN new.key_id IS NOT NULL
BEGIN
    INSERT INTO password_count (key_id, amount) VALUES (new.key_id, 1)
    ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER password_removed AFTER DELETE ON credential WHEN old.key_id IS NOT NULL
BEGIN
    UPDATE password_count SET amount = amount - 1 WHERE key_id = old.key_id;
END;
CREATE TRIGGER password_changed AFTER UPDATE OF key_id ON credential
WHEN old.key_id IS NOT new.key_id
BEGIN
    UPDATE password_count SET amount = amount - 1 WHERE key_id = old.key_id;
    INSERT INTO password_count (key_id, amount)
    SELECT new.key_id, 1 WHERE new.key_id IS NOT NULL
    ON CONFLICT DO UPDATE SET amount = amount + 1;
END;

CREATE INDEX customer_inactive ON customer (id) WHERE NOT active;
CREATE INDEX credential_locked ON credential (locked_until) WHERE locked_until IS NOT NULL;
CREATE INDEX credential_long_run ON credential (in_row) WHERE in_row >= 2;
CREATE INDEX credential_many_wrong ON credential (in_all) WHERE in_all >= 10;
CREATE INDEX credential_by_age ON credential (set_at) WHERE verifier IS NOT NULL;
CREATE INDEX caution_by_age ON caution (raised_at);

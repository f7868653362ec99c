-- Figures about all customers and all entries, kept so that nobody has to read them all.

-- Answers of checks by what they were, and passwords set by the identity check before. A quarter of
-- an hour of UTC belongs to one day in every time zone, so each workstation adds up its own days.
CREATE TABLE watchword.journal_count (
    quarter  timestamptz NOT NULL,
    kind     text COLLATE "C" NOT NULL CHECK (kind IN ('verdict', 'password-set')),
    category text COLLATE "C" NOT NULL,
    amount   bigint NOT NULL,
    PRIMARY KEY (quarter, kind, category)
);

-- Up to which sealed entry they are counted.
CREATE TABLE watchword.journal_counted (
    id       integer PRIMARY KEY CHECK (id = 1),
    sequence bigint NOT NULL
);
INSERT INTO watchword.journal_counted (id, sequence) VALUES (1, 0);

-- How many customers there are, and how many passwords by the key they were made with. A change is
-- a row of its own, so that nobody waits for somebody else's; sealing adds them up.
CREATE TABLE watchword.tally (
    kind   text COLLATE "C" NOT NULL CHECK (kind IN ('customers', 'passwords')),
    key_id bytea NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (kind, key_id)
);
CREATE TABLE watchword.tally_change (
    kind   text COLLATE "C" NOT NULL CHECK (kind IN ('customers', 'passwords')),
    key_id bytea NOT NULL,
    amount bigint NOT NULL
);

-- Counters in the few rows in which they are high. Every check moves the counters themselves: an
-- index of those would be written with each, and so would all the others.
ALTER TABLE watchword.credential
    ADD COLUMN long_run integer
        GENERATED ALWAYS AS (CASE WHEN in_row >= 2 THEN in_row END) STORED,
    ADD COLUMN many_wrong integer
        GENERATED ALWAYS AS (CASE WHEN in_all >= 10 THEN in_all END) STORED;
-- All but these are served; they are few.
CREATE INDEX customer_inactive ON watchword.customer (id) WHERE NOT active;
-- Whether a customer has a password, without a look at the wide rows.
CREATE INDEX credential_in_use ON watchword.credential (customer_id) WHERE verifier IS NOT NULL;
CREATE INDEX credential_locked ON watchword.credential (locked_until)
WHERE locked_until IS NOT NULL;
CREATE INDEX credential_long_run ON watchword.credential (long_run) WHERE long_run IS NOT NULL;
CREATE INDEX credential_many_wrong ON watchword.credential (many_wrong)
WHERE many_wrong IS NOT NULL;
CREATE INDEX credential_by_age ON watchword.credential (set_at) WHERE verifier IS NOT NULL;
CREATE INDEX caution_by_age ON watchword.caution (raised_at);

CREATE FUNCTION watchword.quarter_of(moment timestamptz) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT date_bin('15 minutes', moment, '2000-01-01 00:00+00')
$$;

-- Counts the entries that were sealed since the last time, and adds the tallies up. It is sealing
-- that moves the head, and only one session seals at a time.
CREATE FUNCTION watchword.count_sealed() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    counted_before bigint;
BEGIN
    SELECT n.sequence INTO counted_before FROM journal_counted AS n;
    INSERT INTO journal_count AS k (quarter, kind, category, amount)
    SELECT quarter_of(j.at), j.kind,
           CASE j.kind WHEN 'verdict' THEN j.outcome
                       ELSE coalesce(j.details::jsonb ->> 'check', '') END, count(*)
    FROM journal AS j
    WHERE j.sequence > counted_before AND j.sequence <= NEW.sequence
      AND j.kind IN ('verdict', 'password-set')
    GROUP BY 1, 2, 3
    ON CONFLICT (quarter, kind, category) DO UPDATE SET amount = k.amount + excluded.amount;
    UPDATE journal_counted AS n SET sequence = NEW.sequence WHERE n.sequence < NEW.sequence;
    WITH taken AS (
        DELETE FROM tally_change RETURNING kind, key_id, amount
    )
    INSERT INTO tally AS t (kind, key_id, amount)
    SELECT n.kind, n.key_id, sum(n.amount) FROM taken AS n GROUP BY n.kind, n.key_id
    ON CONFLICT (kind, key_id) DO UPDATE SET amount = t.amount + excluded.amount;
    RETURN NULL;
END
$$;
CREATE TRIGGER head_is_counted AFTER INSERT OR UPDATE ON watchword.journal_mark
    FOR EACH ROW WHEN (NEW.name = 'head') EXECUTE FUNCTION watchword.count_sealed();

-- The counts go with the months that the journal drops.
CREATE FUNCTION watchword.forget_counts() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    DELETE FROM journal_count AS k
    WHERE k.quarter <= (SELECT j.at FROM journal AS j WHERE j.sequence = NEW.sequence);
    RETURN NULL;
END
$$;
CREATE TRIGGER anchor_is_counted AFTER INSERT OR UPDATE ON watchword.journal_mark
    FOR EACH ROW WHEN (NEW.name = 'anchor') EXECUTE FUNCTION watchword.forget_counts();

CREATE FUNCTION watchword.tally_customers() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    INSERT INTO tally_change (kind, key_id, amount)
    SELECT 'customers', ''::bytea, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END
    FROM moved HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER customers_added AFTER INSERT ON watchword.customer
    REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_customers();
CREATE TRIGGER customers_removed AFTER DELETE ON watchword.customer
    REFERENCING OLD TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_customers();

CREATE FUNCTION watchword.tally_passwords() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    INSERT INTO tally_change (kind, key_id, amount)
    SELECT 'passwords', key_id, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END
    FROM moved WHERE key_id IS NOT NULL GROUP BY key_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER passwords_added AFTER INSERT ON watchword.credential
    REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_passwords();
CREATE TRIGGER passwords_removed AFTER DELETE ON watchword.credential
    REFERENCING OLD TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_passwords();

-- A check changes neither of these columns, so it pays nothing for this.
CREATE FUNCTION watchword.tally_changed_password() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    INSERT INTO tally_change (kind, key_id, amount)
    SELECT 'passwords', m.key_id, m.amount
    FROM (VALUES (OLD.key_id, -1), (NEW.key_id, 1)) AS m (key_id, amount)
    WHERE m.key_id IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER password_changed AFTER UPDATE OF key_id ON watchword.credential
    FOR EACH ROW WHEN (OLD.key_id IS DISTINCT FROM NEW.key_id)
    EXECUTE FUNCTION watchword.tally_changed_password();

-- From here on nobody changes any of it until this step is done.
INSERT INTO watchword.tally (kind, key_id, amount)
SELECT 'customers', ''::bytea, count(*) FROM watchword.customer
UNION ALL
SELECT 'passwords', key_id, count(*) FROM watchword.credential
WHERE verifier IS NOT NULL GROUP BY key_id;

UPDATE watchword.journal_mark SET digest = digest WHERE name = 'head';

CREATE FUNCTION watchword.customer_count() RETURNS bigint
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN (SELECT coalesce(sum(n.amount), 0)
            FROM (SELECT kind, amount FROM tally UNION ALL
                  SELECT kind, amount FROM tally_change) AS n
            WHERE n.kind = 'customers');
END
$$;

CREATE OR REPLACE FUNCTION watchword.keys_in_use() RETURNS TABLE (key_id bytea, passwords bigint)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN QUERY SELECT n.key_id, sum(n.amount)::bigint
                 FROM (SELECT t.kind, t.key_id, t.amount FROM tally AS t UNION ALL
                       SELECT t.kind, t.key_id, t.amount FROM tally_change AS t) AS n
                 WHERE n.kind = 'passwords' GROUP BY n.key_id HAVING sum(n.amount) > 0
                 ORDER BY sum(n.amount) DESC LIMIT 100; -- a portal writes with any number of keys
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION watchword.customer_count TO watchword_agent;

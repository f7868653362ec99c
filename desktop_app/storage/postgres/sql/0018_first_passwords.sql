-- First passwords for many, sent by letter: they end after 60 days unless they were used before.

-- Set until the first match: valid_until ends with it, and the password holds until it is changed.
ALTER TABLE watchword.credential ADD until_used boolean NOT NULL DEFAULT false;
ALTER TYPE watchword.standing ADD ATTRIBUTE until_used boolean;
CREATE INDEX credential_unused ON watchword.credential (customer_id) WHERE until_used;

-- How a customer's telephone password stands, in the words of core's Standing.
CREATE OR REPLACE FUNCTION watchword.standing_of(about bigint, at_moment timestamptz)
    RETURNS watchword.standing
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    told standing;
BEGIN
    -- One statement for all of it: each one of a function's own takes longer than what it says.
    SELECT s.state,
           CASE WHEN c.in_row < p.tries_until_lock OR c.in_row = p.tries_until_lock AND s.waiting
                THEN p.tries_until_lock ELSE 1 END,
           t.tries_left,
           CASE WHEN t.run < p.tries_until_block
                     AND c.in_all + t.run - c.in_row < p.total_until_block
                THEN wait_after(t.run, p) END,
           CASE WHEN s.state = 'locked' THEN l.locked_until END,
           c.set_at, c.set_by, c.check_method, c.valid_until, c.single_use, c.last_failure_at,
           c.in_all >= p.total_until_attention, c.until_used
    INTO told
    FROM policy AS p
    JOIN credential AS c ON c.customer_id = about AND c.verifier IS NOT NULL
    LEFT JOIN team_key AS k ON k.key_id = c.key_id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN c.locked_until IS NOT NULL
                    THEN capped(c.locked_until, c.in_row, p, at_moment) END AS locked_until
        OFFSET 0
    ) AS l
    CROSS JOIN LATERAL (
        SELECT password_state(true, c.in_row, c.in_all, l.locked_until,
                              least(c.valid_until, k.ends_at), coalesce(c.used_at, c.expired_at),
                              p, at_moment) AS state,
               coalesce(at_moment < l.locked_until, false) AS waiting
        OFFSET 0
    ) AS s
    CROSS JOIN LATERAL (
        SELECT given.tries_left, c.in_row + greatest(1, given.tries_left) AS run
        FROM (SELECT CASE WHEN s.state = 'blocked' OR s.waiting THEN 0
                          ELSE least(greatest(1, p.tries_until_lock - c.in_row),
                                     p.total_until_block - c.in_all) END AS tries_left) AS given
    ) AS t;
    IF NOT FOUND THEN
        RETURN ROW('none', 0, 0, NULL, NULL, NULL, '', '', NULL, false, NULL, false, false)::standing;
    END IF;
    RETURN told;
END
$$;

-- Leaves a blank credential of the next generation. What was sent against the old password is
-- wiped: one of it may be its verifier.
CREATE OR REPLACE FUNCTION watchword.clear_credential(about bigint) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    INSERT INTO credential (customer_id, generation) VALUES (about, 1)
    ON CONFLICT (customer_id) DO UPDATE
    SET generation = credential.generation + 1, verifier = NULL, salt = NULL, memory_kib = NULL,
        passes = NULL, lanes = NULL, norm_version = NULL, kdf_version = NULL, key_id = NULL,
        set_at = NULL, set_by = NULL, check_method = NULL, valid_until = NULL, expired_at = NULL,
        single_use = false, used_at = NULL, until_used = false, in_row = 0, in_all = 0,
        locked_until = NULL, last_failure_at = NULL;
    UPDATE attempt SET digest_hash = NULL WHERE customer_id = about AND digest_hash IS NOT NULL;
END
$$;

-- Stores a new verifier; the caller has made sure of the right to. Sixty days are 1,440 hours: a
-- day of the session's time zone may have 23.
CREATE OR REPLACE FUNCTION watchword.store_password(
    about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer,
    new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea,
    validity text, method text, personal_data jsonb
) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    at_moment timestamptz;
BEGIN
    IF coalesce(validity NOT IN ('until-changed', 'call', '24h', 'first-use'), true)
       OR new_verifier IS NULL THEN
        RAISE EXCEPTION 'validity' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'validity';
    END IF;
    PERFORM require_customer(about);
    PERFORM lock_credential(about);
    at_moment := moment();
    PERFORM clear_credential(about);
    UPDATE credential
    SET verifier = new_verifier, salt = new_salt, memory_kib = new_memory_kib,
        passes = new_passes, lanes = new_lanes, norm_version = new_norm_version,
        kdf_version = new_kdf_version, key_id = new_key_id, set_at = at_moment,
        set_by = (SELECT name FROM person WHERE login = session_user), check_method = method,
        valid_until = at_moment + CASE validity WHEN '24h' THEN interval '24 hours'
                                                WHEN 'first-use' THEN interval '1440 hours' END,
        single_use = validity = 'call', until_used = validity = 'first-use'
    WHERE customer_id = about;
    RETURN write_journal(
        'password-set', validity, about,
        jsonb_build_object('check', method, 'memory_kib', new_memory_kib::text,
                           'passes', new_passes::text, 'key_id', encode(new_key_id, 'hex')),
        personal_data);
END
$$;

-- Takes back what the charge of a matching attempt has changed elsewhere, uses up a one-call
-- password, keeps one that was for its first use, ends the pause that this charge has brought.
CREATE OR REPLACE FUNCTION watchword.take_back(attempt_id uuid, about bigint, tried_at timestamptz,
                                    failed_before timestamptz) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    UPDATE credential AS c
    SET in_row = 0, in_all = greatest(0, c.in_all - 1), locked_until = NULL,
        last_failure_at = CASE WHEN c.last_failure_at = tried_at THEN failed_before
                               ELSE c.last_failure_at END,
        used_at = CASE WHEN c.single_use THEN moment() END,
        valid_until = CASE WHEN NOT c.until_used THEN c.valid_until END, until_used = false
    WHERE c.customer_id = about;
    UPDATE person_budget SET paused_at = NULL, paused_by = NULL
    WHERE login = session_user AND paused_by = attempt_id;
    IF FOUND THEN
        PERFORM write_journal('person-resumed', 'taken-back', NULL,
                              jsonb_build_object('login', session_user, 'attempt', attempt_id),
                              NULL);
    END IF;
END
$$;

-- Stores a first password, which goes to the customer by letter without an identity check. So it
-- takes no other password's place, but for another letter's that was neither used nor blocked, and
-- that the caller knows of by the moment it was set: somebody else may have just printed a newer one.
-- A customer whose account is closed gets none.
CREATE FUNCTION watchword.set_first_password(
    about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer,
    new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea,
    reason text, replaces timestamptz
) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET lock_timeout = '3s'
AS $$
DECLARE
    rules policy;
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('lead');
    PERFORM require_reason(reason);
    PERFORM require_current_key(new_key_id);
    PERFORM require_customer(about);
    -- A customer who never had a password has no row to be locked: with one, whoever else sets a
    -- password at this moment is waited for.
    INSERT INTO credential (customer_id, generation) VALUES (about, 1) ON CONFLICT DO NOTHING;
    PERFORM lock_credential(about);
    SELECT * INTO rules FROM policy;
    IF NOT EXISTS (SELECT FROM customer WHERE id = about AND active)
       OR EXISTS (SELECT FROM credential AS c
                  WHERE c.customer_id = about AND c.verifier IS NOT NULL
                    AND (NOT c.until_used OR c.check_method <> 'letter'
                         OR c.set_at IS DISTINCT FROM replaces
                         OR c.in_row >= rules.tries_until_block
                         OR c.in_all >= rules.total_until_block)) THEN
        RAISE EXCEPTION 'password present' USING ERRCODE = 'WW020';
    END IF;
    RETURN store_password(
        about, new_verifier, new_salt, new_memory_kib, new_passes, new_lanes, new_norm_version,
        new_kdf_version, new_key_id, 'first-use', 'letter', jsonb_build_object('reason', reason));
END
$$;

-- Active customers by number: those without a password, or those with a letter's that was neither
-- used nor blocked. Each of the beginnings has to be that of a word.
CREATE FUNCTION watchword.first_password_candidates(
    of_letters boolean, beginnings text[], of_country text, at_most integer
) RETURNS TABLE (
    id bigint, number text, name text, company text, phones text, emails text, domains text,
    country text, language text, authorised text, active boolean, letter_at timestamptz
)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    rules policy;
BEGIN
    PERFORM require_role('lead');
    SELECT * INTO rules FROM policy;
    -- Letters are few and found by their index; in the order of numbers every customer is read.
    RETURN QUERY
        WITH letter AS MATERIALIZED (
            SELECT k.customer_id, k.set_at FROM credential AS k
            WHERE of_letters AND k.until_used AND k.check_method = 'letter'
              AND k.in_row < rules.tries_until_block AND k.in_all < rules.total_until_block
        ), found AS (
            SELECT l.customer_id AS id, l.set_at FROM letter AS l
            UNION ALL
            (SELECT w.id, NULL FROM customer AS w LEFT JOIN credential AS k ON k.customer_id = w.id
             WHERE NOT of_letters AND k.key_id IS NULL
               AND w.active AND of_country IN ('', w.country)
               AND NOT EXISTS (SELECT FROM unnest(beginnings) AS word
                               WHERE strpos(w.words || w.digits, ' ' || word) = 0)
             ORDER BY w.number LIMIT least(at_most, 501))
        )
        SELECT c.id, c.number, c.name, c.company, c.phones, c.emails, c.domains, c.country,
               c.language, c.authorised, c.active, f.set_at
        FROM found AS f JOIN customer AS c ON c.id = f.id
        WHERE c.active AND of_country IN ('', c.country)
          AND NOT EXISTS (SELECT FROM unnest(beginnings) AS word
                          WHERE strpos(c.words || c.digits, ' ' || word) = 0)
        ORDER BY c.number LIMIT least(at_most, 501);
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION watchword.set_first_password, watchword.first_password_candidates
TO watchword_lead;

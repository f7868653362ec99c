-- What the other functions are made of. Nobody is granted these.
--
-- Every function of this schema has the same clauses. It runs as the owner. Its names are looked up
-- here first and in the temporary schema last. It prints no plans: with debug_print_plan a caller
-- could otherwise read, as constants, what passes through a statement. For the same reason a
-- verifier never passes through a variable: columns are compared inside of one statement.

-- The time is that of the call: in a transaction that is kept open, now() stands still.
CREATE FUNCTION watchword.moment() RETURNS timestamptz
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    RETURN clock_timestamp();
END
$$;

-- With a snapshot of its own choice a caller could have tries counted against old figures.
CREATE FUNCTION watchword.require_read_committed() RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'only in read committed transactions' USING ERRCODE = 'WW003';
    END IF;
END
$$;

-- When the present session began, before anything was asked of whoever signed in.
CREATE FUNCTION watchword.session_start() RETURNS timestamptz
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT backend_start FROM pg_stat_get_activity(pg_backend_pid())
$$;

-- Who is asking: the login of the session, whatever SET ROLE says. A session of an older password
-- is nobody. It can appear for as long as signing in may take, 10 minutes at most
-- (authentication_timeout), and is ended when the journal is sealed.
CREATE FUNCTION watchword.require_role(needed text) RETURNS watchword.person
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    ranks constant text[] := ARRAY['agent', 'lead', 'admin'];
    found_person person;
BEGIN
    SELECT * INTO found_person FROM person
    WHERE login = session_user AND invited_until IS NULL AND removed_at IS NULL;
    IF coalesce(array_position(ranks, found_person.role) < array_position(ranks, needed), true)
       OR found_person.sessions_from > clock_timestamp() - interval '15 minutes'
          AND session_start() < found_person.sessions_from THEN
        RAISE EXCEPTION 'not allowed' USING ERRCODE = 'WW002';
    END IF;
    RETURN found_person;
END
$$;

-- Whether the session is one of the database's owner, who sets it up and helps a sole admin.
CREATE FUNCTION watchword.is_owner() RETURNS boolean
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT pg_has_role(session_user, 'watchword_owner', 'MEMBER')
$$;

CREATE FUNCTION watchword.require_customer(about bigint) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM customer WHERE id = about) THEN
        RAISE EXCEPTION 'no such customer' USING ERRCODE = 'WW001';
    END IF;
END
$$;

CREATE FUNCTION watchword.new_customer_id() RETURNS bigint
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT ('x' || left(encode(sha256(uuid_send(gen_random_uuid())), 'hex'), 16))::bit(64)::bigint
           & 9223372036854775807
$$;

CREATE FUNCTION watchword.sized(content bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT int4send(length(content)) || content
$$;

-- What the caller's computer calls itself, without what could make a line look like another one:
-- control characters and marks that change the direction of writing.
CREATE FUNCTION watchword.workstation() RETURNS text
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    RETURN left(regexp_replace(
        coalesce(current_setting('watchword.workstation', true), ''),
        E'[\u0001-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]',
        '', 'g'), 100);
END
$$;

-- Adds one entry to the journal. What says something about a human being belongs into
-- personal_data: it can be erased later without breaking the chain. A receipt number is two groups
-- of four of 32 characters, 40 random bits.
CREATE FUNCTION watchword.write_journal(
    new_kind text, new_outcome text, about bigint, new_details jsonb, personal_data jsonb,
    at_moment timestamptz DEFAULT NULL
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
    alphabet constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    here text := coalesce(current_setting('watchword.workstation', true), '');
    kept text;
    new_salt bytea;
    entry_id bigint;
    written change;
BEGIN
    IF here !~ '^[ -~]{0,100}$' THEN  -- what a short line of ASCII says needs no cleaning
        here := workstation();
    END IF;
    IF personal_data IS NOT NULL THEN
        SELECT jsonb_object_agg(key, value)::text INTO kept
        FROM jsonb_each_text(personal_data) WHERE value <> '';
    END IF;
    IF kept IS NOT NULL THEN
        new_salt := substr(
            sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, 16);
    END IF;
    written.at := coalesce(at_moment, moment());
    FOR draw IN 1..8 LOOP
        INSERT INTO journal (at, login, person, workstation, customer_id, customer_number, kind,
                             outcome, receipt, details, personal_digest)
        SELECT written.at, session_user,
               coalesce((SELECT name FROM person WHERE login = session_user), session_user),
               here, about, coalesce((SELECT number FROM customer WHERE id = about), ''),
               new_kind, new_outcome, drawn.receipt, coalesce(new_details, '{}')::text,
               CASE WHEN kept IS NULL THEN ''::bytea
                    ELSE sha256('watchword personal'::bytea || sized(new_salt)
                                || sized(convert_to(kept, 'UTF8'))) END
        -- The last five bits of each byte of an uuid's second half are random.
        FROM (SELECT 'VW-' || substr(alphabet, (get_byte(uuid.bytes, 8) & 31) + 1, 1)
                     || substr(alphabet, (get_byte(uuid.bytes, 9) & 31) + 1, 1)
                     || substr(alphabet, (get_byte(uuid.bytes, 10) & 31) + 1, 1)
                     || substr(alphabet, (get_byte(uuid.bytes, 11) & 31) + 1, 1) || '-'
                     || substr(alphabet, (get_byte(uuid.bytes, 12) & 31) + 1, 1)
                     || substr(alphabet, (get_byte(uuid.bytes, 13) & 31) + 1, 1)
                     || substr(alphabet, (get_byte(uuid.bytes, 14) & 31) + 1, 1)
                     || substr(alphabet, (get_byte(uuid.bytes, 15) & 31) + 1, 1) AS receipt
              FROM (SELECT uuid_send(gen_random_uuid()) AS bytes) AS uuid OFFSET 0) AS drawn
        WHERE draw = 8 OR NOT EXISTS (SELECT FROM journal AS j WHERE j.receipt = drawn.receipt)
        RETURNING id, receipt INTO entry_id, written.receipt;
        EXIT WHEN FOUND;
    END LOOP;
    IF kept IS NOT NULL THEN
        INSERT INTO journal_personal (entry, salt, content) VALUES (entry_id, new_salt, kept);
    END IF;
    RETURN written;
END
$$;

-- The wait that begins with this many wrong tries in a row, null for none. It doubles each time.
CREATE FUNCTION watchword.wait_after(in_row integer, rules watchword.policy) RETURNS interval
    LANGUAGE plpgsql IMMUTABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    RETURN CASE WHEN in_row >= rules.tries_until_lock
                THEN make_interval(
                    mins => rules.first_wait_minutes << (in_row - rules.tries_until_lock)) END;
END
$$;

-- The end of a wait, which lasts no longer than it may from now on: one that would was begun by a
-- clock that has been set back since.
CREATE FUNCTION watchword.capped(locked_until timestamptz, in_row integer, rules watchword.policy,
                                 at_moment timestamptz) RETURNS timestamptz
    LANGUAGE plpgsql IMMUTABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    RETURN CASE WHEN locked_until IS NOT NULL THEN least(
        locked_until, at_moment + wait_after(greatest(in_row, rules.tries_until_lock), rules)) END;
END
$$;

-- A blocked password is told from an expired one first: only that hints at an attack.
CREATE FUNCTION watchword.password_state(
    has_password boolean, in_row integer, in_all integer, locked_until timestamptz,
    valid_until timestamptz, used_at timestamptz, rules watchword.policy, at_moment timestamptz
) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    RETURN CASE
        WHEN has_password IS NOT TRUE THEN 'none'
        WHEN in_row >= rules.tries_until_block OR in_all >= rules.total_until_block THEN 'blocked'
        WHEN used_at IS NOT NULL OR at_moment >= valid_until THEN 'expired'
        WHEN at_moment < locked_until THEN 'locked'
        ELSE 'set'
    END;
END
$$;

-- How a customer's telephone password stands, in the words of core's Standing.
CREATE FUNCTION watchword.standing_of(about bigint, at_moment timestamptz)
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
           c.in_all >= p.total_until_attention
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
        RETURN ROW('none', 0, 0, NULL, NULL, NULL, '', '', NULL, false, NULL, false)::standing;
    END IF;
    RETURN told;
END
$$;

-- Locks what a check changes, always in this order, so that no two checks wait for each other. The
-- moment at which it is locked.
--
-- With a snapshot of its own choice a caller could have tries counted against old figures. Waits,
-- validity and the day in which wrong tries count hang on the server's clock: one that is behind
-- the journal would open what has expired. Every call takes a while of its own, so what a check
-- does each time is done here.
CREATE FUNCTION watchword.lock_for_check(about bigint) RETURNS timestamptz
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
    at_moment timestamptz;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM require_read_committed();
    END IF;
    PERFORM 1 FROM credential AS c CROSS JOIN person_budget AS b
    WHERE c.customer_id = about AND b.login = session_user FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM require_customer(about);
        PERFORM 1 FROM credential WHERE customer_id = about FOR UPDATE;
        INSERT INTO person_budget (login) VALUES (session_user) ON CONFLICT DO NOTHING;
        PERFORM 1 FROM person_budget WHERE login = session_user FOR UPDATE;
    END IF;
    at_moment := moment();
    IF at_moment < (SELECT at FROM journal ORDER BY id DESC LIMIT 1) - interval '2 minutes' THEN
        RAISE EXCEPTION 'the clock is behind the journal' USING ERRCODE = 'WW011';
    END IF;
    RETURN at_moment;
END
$$;

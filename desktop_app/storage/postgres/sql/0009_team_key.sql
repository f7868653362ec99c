-- The team's keys as the database knows them: by their ids, never themselves.
--
-- A rotation announces a key, waits until every workstation in use has confirmed that it has it, and
-- makes it the current one. The key before stays usable until its time is over. A key that is not
-- listed here is none of the team's: the portal has one of its own.

CREATE TABLE watchword.team_key (
    key_id  bytea PRIMARY KEY CHECK (length(key_id) = 8),
    state   text NOT NULL CHECK (state IN ('announced', 'current', 'retired')),
    since   timestamptz NOT NULL,
    made_by text NOT NULL,
    ends_at timestamptz,
    CHECK ((state = 'retired') = (ends_at IS NOT NULL))
);
CREATE UNIQUE INDEX team_key_state ON watchword.team_key (state) WHERE state <> 'retired';

-- Where the keys are: the newest one that a person's workstation has said to have.
CREATE TABLE watchword.key_holder (
    login        text COLLATE "C" NOT NULL REFERENCES watchword.person (login),
    workstation  text NOT NULL CHECK (length(workstation) <= 100),
    key_id       bytea,
    confirmed_at timestamptz,
    seen_at      timestamptz NOT NULL,
    PRIMARY KEY (login, workstation),
    CHECK ((key_id IS NULL) = (confirmed_at IS NULL))
);

-- Passes the key of a new password. The first password of a database tells which the team's key is.
CREATE FUNCTION watchword.require_current_key(of_key bytea) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM team_key WHERE state = 'current') THEN
        INSERT INTO team_key (key_id, state, since, made_by)
        SELECT of_key, 'current', moment(), name FROM person WHERE login = session_user
        ON CONFLICT DO NOTHING;
    END IF;
    IF NOT EXISTS (SELECT FROM team_key WHERE key_id = of_key AND state = 'current') THEN
        RAISE EXCEPTION 'not the current key' USING ERRCODE = 'WW017';
    END IF;
END
$$;

-- Whom an announced key waits for: workstations that use the current key, and were seen lately.
CREATE FUNCTION watchword.is_waited_for(holder watchword.key_holder) RETURNS boolean
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT holder.seen_at > moment() - interval '30 days'
       AND EXISTS (SELECT FROM team_key WHERE key_id = holder.key_id AND state = 'current')
       AND EXISTS (SELECT FROM team_key WHERE state = 'announced')
       AND EXISTS (SELECT FROM person WHERE login = holder.login AND invited_until IS NULL
                                            AND removed_at IS NULL)
$$;

-- Makes the announced key the current one, and starts the clock of the one before.
CREATE FUNCTION watchword.start_announced_key() RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    at_moment timestamptz := moment();
    waiting bigint;
    before bytea;
    started bytea;
BEGIN
    SELECT count(*) INTO waiting FROM key_holder AS h WHERE is_waited_for(h);
    UPDATE team_key
    SET state = 'retired', since = at_moment,
        ends_at = at_moment + make_interval(days => (SELECT old_key_days FROM policy))
    WHERE state = 'current' RETURNING key_id INTO before;
    UPDATE team_key SET state = 'current', since = at_moment
    WHERE state = 'announced' RETURNING key_id INTO started;
    RETURN write_journal(
        'key-rotated', 'started', NULL,
        jsonb_build_object('key_id', encode(started, 'hex'), 'before', encode(before, 'hex'),
                           'unconfirmed', waiting::text), NULL);
END
$$;

CREATE FUNCTION watchword.team_keys() RETURNS TABLE (
    key_id bytea, state text, since timestamptz, made_by text, ends_at timestamptz
)
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
    RETURN QUERY SELECT k.key_id, k.state, k.since, k.made_by, k.ends_at FROM team_key AS k
                 ORDER BY k.state, k.since DESC;
END
$$;

-- A workstation says which keys it has, for itself and nobody else; the last one that was waited
-- for starts the announced key. Where two are the last at the same moment, neither sees the other:
-- then the next report starts it. Waiting instead would let an idle transaction stop everybody.
CREATE FUNCTION watchword.report_keys(key_ids bytea[]) RETURNS void
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
    here text := workstation();
    newest bytea;
    earlier bytea;
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('agent');
    SELECT k.key_id INTO newest FROM team_key AS k
    WHERE k.state <> 'retired' AND k.key_id = ANY (key_ids) ORDER BY k.state LIMIT 1;
    SELECT h.key_id INTO earlier FROM key_holder AS h
    WHERE h.login = session_user AND h.workstation = here FOR UPDATE;
    INSERT INTO key_holder AS h (login, workstation, key_id, confirmed_at, seen_at)
    VALUES (session_user, here, newest, CASE WHEN newest IS NOT NULL THEN moment() END, moment())
    ON CONFLICT (login, workstation) DO UPDATE
    SET key_id = excluded.key_id, seen_at = excluded.seen_at,
        confirmed_at = CASE WHEN h.key_id = excluded.key_id THEN h.confirmed_at
                            ELSE excluded.confirmed_at END;
    -- What a workstation is called is the caller's word: nobody fills the list with made-up ones.
    DELETE FROM key_holder AS h
    WHERE h.login = session_user AND h.workstation IN (
        SELECT o.workstation FROM key_holder AS o WHERE o.login = session_user
        ORDER BY o.seen_at DESC OFFSET 20);
    IF newest IS DISTINCT FROM earlier
       AND EXISTS (SELECT FROM team_key WHERE key_id = newest AND state = 'announced') THEN
        PERFORM write_journal('key-rotated', 'confirmed', NULL,
                              jsonb_build_object('key_id', encode(newest, 'hex')), NULL);
    END IF;
    IF EXISTS (SELECT FROM key_holder AS h JOIN team_key AS k USING (key_id)
               WHERE k.state = 'announced')
       AND NOT EXISTS (SELECT FROM key_holder AS h WHERE is_waited_for(h)) THEN
        PERFORM 1 FROM team_key WHERE state = 'announced' FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            PERFORM start_announced_key();
        END IF;
    END IF;
END
$$;

-- Who has which key, everybody who is in the team.
CREATE FUNCTION watchword.key_holders() RETURNS TABLE (
    login text, name text, workstation text, key_id bytea, confirmed_at timestamptz,
    seen_at timestamptz, waited_for boolean
)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM require_role('admin');
    RETURN QUERY SELECT h.login, p.name, h.workstation, h.key_id, h.confirmed_at, h.seen_at,
                        is_waited_for(h)
                 FROM key_holder AS h JOIN person AS p ON p.login = h.login
                 WHERE p.removed_at IS NULL ORDER BY h.login, h.workstation;
END
$$;

-- Begins a rotation, in place of the one that the caller knows to be under way (null for none). The
-- first key of a database is the current one at once.
CREATE FUNCTION watchword.announce_key(new_key bytea, instead_of bytea) RETURNS watchword.change
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
    writer person;
    present bytea;
    under_way bytea;
BEGIN
    PERFORM require_read_committed();
    writer := require_role('admin');
    PERFORM 1 FROM team_key WHERE state <> 'retired' FOR UPDATE;
    SELECT key_id INTO present FROM team_key WHERE state = 'current';
    SELECT key_id INTO under_way FROM team_key WHERE state = 'announced';
    IF under_way IS DISTINCT FROM instead_of
       OR EXISTS (SELECT FROM team_key WHERE key_id = new_key) THEN
        RAISE EXCEPTION 'rotated meanwhile' USING ERRCODE = 'WW017';
    END IF;
    UPDATE key_holder SET key_id = present WHERE key_id = under_way;
    DELETE FROM team_key WHERE key_id = under_way;
    BEGIN
        INSERT INTO team_key (key_id, state, since, made_by)
        VALUES (new_key, CASE WHEN present IS NULL THEN 'current' ELSE 'announced' END, moment(),
                writer.name);
    EXCEPTION WHEN unique_violation THEN
        RAISE EXCEPTION 'rotated meanwhile' USING ERRCODE = 'WW017';
    END;
    RETURN write_journal(
        'key-rotated', CASE WHEN present IS NULL THEN 'first' ELSE 'announced' END, NULL,
        jsonb_strip_nulls(jsonb_build_object('key_id', encode(new_key, 'hex'),
                                             'instead_of', encode(under_way, 'hex'))), NULL);
END
$$;

-- Starts the announced key although workstations have not confirmed it; the caller's own has.
CREATE FUNCTION watchword.start_key() RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET lock_timeout = '3s'
AS $$
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('admin');
    PERFORM 1 FROM team_key WHERE state = 'announced' FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no rotation' USING ERRCODE = 'WW018';
    END IF;
    IF NOT EXISTS (SELECT FROM key_holder AS h JOIN team_key AS k USING (key_id)
                   WHERE h.login = session_user AND k.state = 'announced') THEN
        RAISE EXCEPTION 'key not here' USING ERRCODE = 'WW016';
    END IF;
    RETURN start_announced_key();
END
$$;

REVOKE ALL ON watchword.team_key, watchword.key_holder FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION watchword.team_keys, watchword.report_keys TO watchword_agent;
GRANT EXECUTE ON FUNCTION watchword.announce_key, watchword.start_key, watchword.key_holders
TO watchword_admin;

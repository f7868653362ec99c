-- People: a login of their own for each, made and changed by narrow functions of the owner, so that
-- no person needs the right to make roles. A password comes as the SCRAM verifier that the caller
-- has computed, so it crosses no wire and stands in no log.
--
-- CREATEROLE reaches further than this team: up to PostgreSQL 15 it changes every role of the
-- server but superusers. So no function touches a role that it has not found in person and in one
-- of the groups.

-- Who is asking. A person who was removed, or was invited and has not come yet, is nobody.
CREATE FUNCTION watchword.whoami() RETURNS TABLE (login text, name text, role text)
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    -- Once in some minutes is enough, and nobody waits for it.
    UPDATE person SET last_seen_at = moment()
    WHERE login = (
        SELECT login FROM person
        WHERE login = session_user AND invited_until IS NULL AND removed_at IS NULL
          AND coalesce(last_seen_at < moment() - interval '5 minutes', true)
        FOR UPDATE SKIP LOCKED);
    SELECT login, name, role FROM person
    WHERE login = session_user AND invited_until IS NULL AND removed_at IS NULL
$$;

-- Passes an admin or the database's owner, and lets nobody else change people meanwhile: two admins
-- must not demote each other.
CREATE FUNCTION watchword.begin_people_change() RETURNS void
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
    PERFORM 1 FROM people_change FOR UPDATE;
    IF NOT is_owner() THEN
        PERFORM require_role('admin');
    END IF;
END
$$;

-- The person with this login, who has a role of the server that this team has made.
CREATE FUNCTION watchword.require_person(of_login text) RETURNS watchword.person
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    found_person person;
BEGIN
    SELECT * INTO found_person FROM person WHERE login = of_login AND removed_at IS NULL;
    IF NOT FOUND OR NOT EXISTS (
        SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
        WHERE r.rolname = of_login AND NOT r.rolsuper AND pg_get_userbyid(m.roleid) IN (
            'watchword_agent', 'watchword_lead', 'watchword_admin', 'watchword_portal',
            'watchword_invited')
    ) THEN
        RAISE EXCEPTION 'no such person' USING ERRCODE = 'WW012';
    END IF;
    RETURN found_person;
END
$$;

-- A team without an admin could never change anything again.
CREATE FUNCTION watchword.require_other_admin(than_login text) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM person WHERE role = 'admin' AND login <> than_login
                                            AND invited_until IS NULL AND removed_at IS NULL)
       AND EXISTS (SELECT FROM person WHERE role = 'admin' AND login = than_login
                                            AND invited_until IS NULL AND removed_at IS NULL) THEN
        RAISE EXCEPTION 'the last admin' USING ERRCODE = 'WW014';
    END IF;
END
$$;

CREATE FUNCTION watchword.require_verifier(scram_verifier text) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    -- What does not look exactly like one, the server would take for a password in clear.
    IF coalesce(scram_verifier !~ ('^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/]{22}=='
                                   '\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$'), true) THEN
        RAISE EXCEPTION 'password' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'password';
    END IF;
END
$$;

-- Ends the sessions of a login but this one, and waits up to a second for each. Only a member of a
-- role may do that, and the owner is one of every login: to become one here would write what the
-- sessions to be ended could hold.
CREATE FUNCTION watchword.end_sessions_of(of_login text) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM pg_terminate_backend(pid, 1000) FROM pg_stat_activity
    WHERE usename = of_login AND pid <> pg_backend_pid();
END
$$;

-- Locks a person's row and tells what stands in it. Sessions of theirs that hold it are ended: an
-- open transaction must not keep anybody from being changed.
CREATE FUNCTION watchword.take_person(of_login text) RETURNS watchword.person
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
    taken person;
BEGIN
    BEGIN
        PERFORM 1 FROM person WHERE login = of_login FOR UPDATE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
        PERFORM end_sessions_of(of_login);
    END;
    SELECT * INTO taken FROM person WHERE login = of_login FOR UPDATE;
    RETURN taken;
END
$$;

-- Makes a login and lets it into this database.
CREATE FUNCTION watchword.make_login(
    new_login text, new_name text, new_role text, in_group text, scram_verifier text,
    until timestamptz, token_hash bytea
) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF coalesce(new_login !~ '^[a-z][a-z0-9_.-]{0,62}$' OR new_login ~ '^(pg_|watchword_)'
                OR new_login IN ('public', 'none', 'user', 'current_user', 'current_role',
                                 'session_user'), true) THEN
        RAISE EXCEPTION 'login' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'login';
    END IF;
    PERFORM require_verifier(scram_verifier);
    BEGIN
        INSERT INTO person (login, name, role, added_at, invited_until, invitation)
        VALUES (new_login, new_name, new_role, moment(), until, token_hash);
        -- One login must not take every connection that the server has. A portal has a pool.
        EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT %s PASSWORD %L VALID UNTIL %L',
                       new_login, CASE WHEN new_role = 'portal' THEN -1 ELSE 24 END,
                       scram_verifier, coalesce(until, 'infinity'));
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
        RAISE EXCEPTION 'login taken' USING ERRCODE = 'WW013';
    END;
    EXECUTE format('GRANT %I TO watchword_owner', new_login);
    EXECUTE format('GRANT %I TO %I', 'watchword_' || in_group, new_login);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), new_login);
END
$$;

CREATE FUNCTION watchword.add_person(
    new_login text, new_name text, new_role text, scram_verifier text
) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM begin_people_change();
    PERFORM make_login(new_login, new_name, new_role, new_role, scram_verifier, NULL, NULL);
    RETURN write_journal('person-added', new_role, NULL,
                         jsonb_build_object('login', new_login), NULL);
END
$$;

-- How long an invitation can be accepted.
CREATE FUNCTION watchword.invitation_end() RETURNS timestamptz
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT moment() + interval '7 days'
$$;

-- The same with a password that serves for accepting the invitation and for nothing else. Whoever
-- accepts shows the token of this hash: a password of their own anybody could set who is signed in.
CREATE FUNCTION watchword.invite_person(
    new_login text, new_name text, new_role text, scram_verifier text, token_hash bytea
) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM begin_people_change();
    PERFORM make_login(new_login, new_name, new_role, 'invited', scram_verifier,
                       invitation_end(), token_hash);
    RETURN write_journal('person-added', new_role, NULL,
                         jsonb_build_object('login', new_login, 'invited', 'true'), NULL);
END
$$;

-- Called by the person who was invited, once: the password of the invitation is dead afterwards, and
-- whoever else has signed in with it is thrown out before this login may do anything.
CREATE FUNCTION watchword.accept_invitation(scram_verifier text, token bytea) RETURNS watchword.change
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
    invited person;
BEGIN
    PERFORM require_read_committed();
    SELECT * INTO invited FROM person WHERE login = session_user FOR UPDATE;
    -- A session that signed in with an older password knows no token of this invitation.
    IF coalesce(invited.invited_until <= moment() OR invited.invitation <> sha256(token), true) THEN
        RAISE EXCEPTION 'no open invitation' USING ERRCODE = 'WW015';
    END IF;
    PERFORM require_verifier(scram_verifier);
    EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL ''infinity''',
                   session_user, scram_verifier);
    UPDATE person
    SET invited_until = NULL, invitation = NULL, sessions_from = clock_timestamp(),
        last_seen_at = moment()
    WHERE login = session_user;
    PERFORM end_sessions_of(session_user);
    EXECUTE format('REVOKE watchword_invited FROM %I', session_user);
    EXECUTE format('GRANT %I TO %I', 'watchword_' || invited.role, session_user);
    RETURN write_journal('person-joined', invited.role, NULL,
                         jsonb_build_object('login', session_user), NULL);
END
$$;

-- For after the transaction that has changed a login: until it was committed, somebody could still
-- sign in with the old password. Whoever began to before this session did is nobody from now on.
CREATE FUNCTION watchword.end_other_sessions() RETURNS void
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
    UPDATE person SET sessions_from = greatest(sessions_from, session_start())
    WHERE login = session_user;
    PERFORM end_sessions_of(session_user);
END
$$;

-- The same for the sessions of somebody else, also of a person who was removed.
CREATE FUNCTION watchword.end_sessions(of_login text) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM begin_people_change();
    IF EXISTS (SELECT FROM person WHERE login = of_login AND removed_at IS NULL) THEN
        PERFORM require_person(of_login);
    ELSIF NOT EXISTS (SELECT FROM person AS p JOIN pg_roles AS r ON r.rolname = p.login
                      WHERE p.login = of_login AND NOT r.rolcanlogin AND NOT r.rolsuper) THEN
        RAISE EXCEPTION 'no such person' USING ERRCODE = 'WW012';
    END IF;
    PERFORM end_sessions_of(of_login);
END
$$;

CREATE FUNCTION watchword.change_role(of_login text, new_role text) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    held person;
BEGIN
    PERFORM begin_people_change();
    PERFORM require_person(of_login);
    IF new_role <> 'admin' THEN
        PERFORM require_other_admin(of_login);
    END IF;
    held := take_person(of_login);
    UPDATE person SET role = new_role WHERE login = of_login;
    IF held.invited_until IS NULL AND held.role <> new_role THEN
        EXECUTE format('REVOKE %I FROM %I', 'watchword_' || held.role, of_login);
        EXECUTE format('GRANT %I TO %I', 'watchword_' || new_role, of_login);
    END IF;
    RETURN write_journal('person-changed', new_role, NULL,
                         jsonb_build_object('login', of_login, 'before', held.role), NULL);
END
$$;

-- Nobody signs in with this login any more, and every session of it is ended: the first half of a
-- reset. In one transaction with the second half, a session that began before its end would get the
-- login back from the new invitation.
CREATE FUNCTION watchword.close_login(of_login text) RETURNS watchword.change
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
    PERFORM begin_people_change();
    PERFORM require_person(of_login);
    IF of_login = session_user THEN
        RAISE EXCEPTION 'their own login' USING ERRCODE = 'WW019';
    END IF;
    PERFORM end_sessions_of(of_login);
    EXECUTE format('ALTER ROLE %I NOLOGIN', of_login);
    RETURN write_journal('person-reset', 'closed', NULL,
                         jsonb_build_object('login', of_login), NULL);
END
$$;

-- Takes a login out of use until its new invitation is accepted: the old password is dead and the
-- old sessions are ended. An admin who resets themselves would have to invite themselves.
CREATE FUNCTION watchword.reset_person(
    of_login text, scram_verifier text, token_hash bytea
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
    held person;
    until timestamptz;
BEGIN
    PERFORM begin_people_change();
    PERFORM require_person(of_login);
    IF of_login = session_user THEN
        RAISE EXCEPTION 'their own login' USING ERRCODE = 'WW019';
    END IF;
    PERFORM require_verifier(scram_verifier);
    -- First, because they could hold what is changed here.
    PERFORM end_sessions_of(of_login);
    held := take_person(of_login);
    until := invitation_end();
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L VALID UNTIL %L',
                   of_login, scram_verifier, until);
    -- Everybody sets defaults for their own login: a thief's would outlive the reset.
    EXECUTE format('ALTER ROLE %I RESET ALL', of_login);
    EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', of_login, current_database());
    IF held.invited_until IS NULL THEN
        EXECUTE format('REVOKE %I FROM %I', 'watchword_' || held.role, of_login);
        EXECUTE format('GRANT watchword_invited TO %I', of_login);
    END IF;
    UPDATE person
    SET invited_until = until, invitation = token_hash, sessions_from = clock_timestamp()
    WHERE login = of_login;
    DELETE FROM key_holder WHERE login = of_login; -- a new key does not wait for a stolen computer
    RETURN write_journal('person-reset', held.role, NULL,
                         jsonb_build_object('login', of_login), NULL);
END
$$;

-- Ends a login for good. The role stays without any right, so that nobody gets its name.
CREATE FUNCTION watchword.remove_person(of_login text) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    held person;
BEGIN
    PERFORM begin_people_change();
    PERFORM require_person(of_login);
    PERFORM require_other_admin(of_login);
    -- First, because they could hold what is changed here.
    PERFORM end_sessions_of(of_login);
    held := take_person(of_login);
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', of_login);
    EXECUTE format('REVOKE %I FROM %I',
                   CASE WHEN held.invited_until IS NULL THEN 'watchword_' || held.role
                        ELSE 'watchword_invited' END, of_login);
    EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM %I', current_database(), of_login);
    UPDATE person SET invited_until = NULL, invitation = NULL, removed_at = moment()
    WHERE login = of_login;
    RETURN write_journal('person-removed', held.role, NULL,
                         jsonb_build_object('login', of_login), NULL);
END
$$;

CREATE FUNCTION watchword.people() RETURNS TABLE (
    login text, name text, role text, added_at timestamptz, last_seen_at timestamptz,
    invited_until timestamptz, paused_at timestamptz
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
    IF NOT is_owner() THEN
        PERFORM require_role('admin');
    END IF;
    RETURN QUERY
        SELECT p.login, p.name, p.role, p.added_at, p.last_seen_at, p.invited_until, b.paused_at
        FROM person AS p LEFT JOIN person_budget AS b ON b.login = p.login
        WHERE p.removed_at IS NULL AND p.role <> 'portal' ORDER BY p.login;
END
$$;

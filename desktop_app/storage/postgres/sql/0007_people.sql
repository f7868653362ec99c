-- People: a login of their own for each, made by a narrow function of the owner, so that no person
-- needs the right to make roles.

CREATE FUNCTION watchword.whoami() RETURNS TABLE (login text, name text, role text)
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT login, name, role FROM person WHERE login = session_user
$$;

-- Makes a login and lets it into this database. The password comes as the SCRAM verifier that the
-- caller has computed, so it crosses no wire and stands in no log.
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
    IF NOT is_owner() THEN
        PERFORM require_role('admin');
    END IF;
    IF new_login !~ '^[a-z][a-z0-9_.-]{0,62}$' OR new_login ~ '^(pg_|watchword_)' THEN
        RAISE EXCEPTION 'login' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'login';
    END IF;
    IF scram_verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$'
    THEN
        RAISE EXCEPTION 'password' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'password';
    END IF;
    INSERT INTO person (login, name, role, added_at)
    VALUES (new_login, new_name, new_role, moment());
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', new_login, scram_verifier);
    EXECUTE format('GRANT %I TO %I', 'watchword_' || new_role, new_login);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), new_login);
    RETURN write_journal('person-added', new_role, NULL,
                         jsonb_build_object('login', new_login), NULL);
END
$$;

-- What is done to a telephone password: set, remove, unlock, refresh; and to the team's rules.

CREATE FUNCTION watchword.lock_credential(about bigint) RETURNS void
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
    PERFORM 1 FROM credential WHERE customer_id = about FOR UPDATE;
END
$$;

-- Leaves a blank credential of the next generation. What was sent against the old password is
-- wiped: one of it may be its verifier.
CREATE FUNCTION watchword.clear_credential(about bigint) RETURNS void
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
        single_use = false, used_at = NULL, in_row = 0, in_all = 0, locked_until = NULL,
        last_failure_at = NULL;
    UPDATE attempt SET digest_hash = NULL WHERE customer_id = about AND digest_hash IS NOT NULL;
END
$$;

-- Stores a new verifier; the caller has made sure of the right to.
CREATE FUNCTION watchword.store_password(
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
    IF coalesce(validity NOT IN ('until-changed', 'call', '24h'), true) OR new_verifier IS NULL THEN
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
        valid_until = CASE WHEN validity = '24h' THEN at_moment + interval '24 hours' END,
        single_use = validity = 'call'
    WHERE customer_id = about;
    RETURN write_journal(
        'password-set', validity, about,
        jsonb_build_object('check', method, 'memory_kib', new_memory_kib::text,
                           'passes', new_passes::text, 'key_id', encode(new_key_id, 'hex')),
        personal_data);
END
$$;

CREATE FUNCTION watchword.set_password(
    about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer,
    new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea,
    validity text, method text, reference text, note text
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
    PERFORM require_role('lead');
    IF NOT EXISTS (SELECT FROM policy WHERE method = ANY (check_methods))
       OR coalesce(reference, '') = '' OR length(reference) > 500 OR length(note) > 500 THEN
        RAISE EXCEPTION 'check' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'check';
    END IF;
    PERFORM require_current_key(new_key_id);
    RETURN store_password(
        about, new_verifier, new_salt, new_memory_kib, new_passes, new_lanes, new_norm_version,
        new_kdf_version, new_key_id, validity, method,
        jsonb_build_object('reference', reference, 'note', note));
END
$$;

-- What the customer portal needs to make a verifier for the customer who is signed in there.
CREATE FUNCTION watchword.portal_customer(by_number text) RETURNS TABLE (
    customer_id bigint, shortest_password integer, memory_kib integer, passes integer, lanes integer
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
    IF NOT EXISTS (SELECT FROM person WHERE login = session_user AND role = 'portal'
                                            AND invited_until IS NULL AND removed_at IS NULL) THEN
        RAISE EXCEPTION 'not allowed' USING ERRCODE = 'WW002';
    END IF;
    RETURN QUERY SELECT c.id, p.shortest_password, p.memory_kib, p.passes, p.lanes
                 FROM customer AS c, policy AS p WHERE c.number = by_number;
END
$$;

-- The portal's one way to write: the customer has signed in there, which is the identity check.
CREATE FUNCTION watchword.portal_set_password(
    about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer,
    new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea
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
    IF NOT EXISTS (SELECT FROM person WHERE login = session_user AND role = 'portal'
                                            AND invited_until IS NULL AND removed_at IS NULL) THEN
        RAISE EXCEPTION 'not allowed' USING ERRCODE = 'WW002';
    END IF;
    IF EXISTS (SELECT FROM team_key WHERE key_id = new_key_id AND state <> 'current') THEN
        RAISE EXCEPTION 'not the current key' USING ERRCODE = 'WW017';
    END IF;
    RETURN store_password(
        about, new_verifier, new_salt, new_memory_kib, new_passes, new_lanes, new_norm_version,
        new_kdf_version, new_key_id, 'until-changed', 'portal', NULL);
END
$$;

CREATE FUNCTION watchword.remove_password(about bigint, reason text) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM require_role('lead');
    PERFORM lock_credential(about);
    IF NOT EXISTS (SELECT FROM credential WHERE customer_id = about AND verifier IS NOT NULL) THEN
        RAISE EXCEPTION 'no password' USING ERRCODE = 'WW005';
    END IF;
    PERFORM clear_credential(about);
    RETURN write_journal('password-removed', 'removed', about, NULL,
                         jsonb_build_object('reason', left(reason, 500)));
END
$$;

-- Ends the wait; the counts stay.
CREATE FUNCTION watchword.unlock_password(about bigint, reason text) RETURNS watchword.change
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    PERFORM require_role('lead');
    PERFORM lock_credential(about);
    IF (standing_of(about, moment())).state <> 'locked' THEN
        RAISE EXCEPTION 'not locked' USING ERRCODE = 'WW006';
    END IF;
    UPDATE credential SET locked_until = NULL WHERE customer_id = about;
    RETURN write_journal('unlocked', 'unlocked', about, NULL,
                         jsonb_build_object('reason', left(reason, 500)));
END
$$;

-- Replaces the outdated verifier of an attempt that has just matched. The database cannot know that
-- the password is the same; the journal says that it was refreshed.
CREATE FUNCTION watchword.refresh(
    attempt_id uuid, new_verifier bytea, new_salt bytea, new_memory_kib integer,
    new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer,
    new_key_id bytea
) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    about bigint;
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('agent');
    SELECT a.customer_id INTO about FROM attempt AS a
    WHERE a.id = attempt_id AND a.login = session_user;
    PERFORM lock_credential(about);
    UPDATE credential AS c
    SET generation = c.generation + 1, verifier = new_verifier, salt = new_salt,
        memory_kib = new_memory_kib, passes = new_passes, lanes = new_lanes,
        norm_version = new_norm_version, kdf_version = new_kdf_version, key_id = new_key_id
    FROM attempt AS a, policy AS p
    WHERE a.id = attempt_id AND c.customer_id = a.customer_id AND a.login = session_user
      AND a.answer = 'matches'
      AND moment() - a.at BETWEEN interval '-2 minutes' AND interval '60 seconds'
      AND a.xid <> pg_current_xact_id()
      AND c.generation = a.generation AND c.verifier IS NOT NULL
      AND NOT EXISTS (
          SELECT FROM attempt AS later
          WHERE later.customer_id = a.customer_id AND later.generation = a.generation
            AND later.sequence > a.sequence AND later.charged)
      AND (new_memory_kib, new_passes, new_lanes, new_norm_version, new_kdf_version)
          = (p.memory_kib, p.passes, p.lanes, 1, 1)
      AND new_salt <> c.salt AND new_verifier IS NOT NULL
      AND new_key_id = (SELECT key_id FROM team_key WHERE state = 'current')
      AND ((c.memory_kib, c.passes, c.lanes, c.norm_version, c.kdf_version)
           <> (p.memory_kib, p.passes, p.lanes, 1, 1) OR c.key_id <> new_key_id);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not to be refreshed' USING ERRCODE = 'WW004';
    END IF;
    UPDATE attempt SET digest_hash = NULL WHERE customer_id = about AND digest_hash IS NOT NULL;
    PERFORM write_journal(
        'password-refreshed', 'refreshed', about,
        jsonb_build_object('memory_kib', new_memory_kib::text, 'passes', new_passes::text,
                           'key_id', encode(new_key_id, 'hex')), NULL);
END
$$;

-- Ends the pause of a person's checks and starts their counts anew. Nobody ends their own; a sole
-- admin asks the owner.
CREATE FUNCTION watchword.resume(of_login text) RETURNS watchword.change
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
    IF NOT is_owner() THEN
        PERFORM require_role('lead');
        IF of_login = session_user THEN
            RAISE EXCEPTION 'not allowed' USING ERRCODE = 'WW002';
        END IF;
    END IF;
    IF NOT EXISTS (SELECT FROM person WHERE login = of_login) THEN
        RAISE EXCEPTION 'no such person' USING ERRCODE = 'WW012';
    END IF;
    INSERT INTO person_budget (login) VALUES (of_login) ON CONFLICT DO NOTHING;
    PERFORM 1 FROM person_budget WHERE login = of_login FOR UPDATE;
    UPDATE person_budget
    SET counts_after = coalesce((SELECT max(sequence) FROM attempt), 0),
        paused_at = NULL, paused_by = NULL
    WHERE login = of_login;
    RETURN write_journal('person-resumed', 'resumed', NULL,
                         jsonb_build_object('login', of_login), NULL);
END
$$;

CREATE FUNCTION watchword.keys_in_use() RETURNS TABLE (key_id bytea, passwords bigint)
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
    RETURN QUERY SELECT c.key_id::bytea, count(*) FROM credential AS c
                 WHERE c.verifier IS NOT NULL GROUP BY c.key_id;
END
$$;

-- Replaces the rules. The journal gets the old and the new value of each, of texts only that they
-- changed.
CREATE FUNCTION watchword.save_policy(new_rules jsonb) RETURNS void
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
    rules_before jsonb;
    changes jsonb;
BEGIN
    PERFORM require_role('admin');
    SELECT to_jsonb(p) INTO rules_before FROM policy AS p FOR UPDATE;
    IF NOT FOUND THEN
        -- Another admin has replaced the row that this one was waiting for.
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'WW008';
    END IF;
    SELECT jsonb_object_agg(
               b.key, CASE WHEN jsonb_typeof(b.value) = 'string' THEN 'changed'
                           ELSE b.value::text || ' → ' || n.value::text END)
    INTO changes
    FROM jsonb_each(rules_before) AS b JOIN jsonb_each(new_rules) AS n USING (key)
    WHERE b.value <> n.value AND key <> 'id';
    IF changes IS NULL THEN
        RETURN;
    END IF;
    DELETE FROM policy;
    INSERT INTO policy SELECT * FROM jsonb_populate_record(
        NULL::policy, rules_before || new_rules || '{"id": 1}');
    PERFORM write_journal('policy-changed', 'changed', NULL, changes, NULL);
END
$$;

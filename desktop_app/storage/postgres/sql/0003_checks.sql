-- The check of a telephone password in two transactions.
--
-- submit charges a wrong try in advance and compares nothing, so nothing in its transaction can
-- tell right from wrong. result compares, but only what an earlier, committed transaction has
-- charged. Whatever is rolled back or cut off in between leaves the charge.

CREATE FUNCTION watchword.challenge(about bigint) RETURNS TABLE (
    generation bigint, salt bytea, memory_kib integer, passes integer, lanes integer,
    norm_version integer, kdf_version integer, key_id bytea, paused boolean,
    standing watchword.standing
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
    PERFORM require_customer(about);
    RETURN QUERY
        SELECT coalesce(c.generation, 0), c.salt::bytea, c.memory_kib::integer, c.passes::integer,
               c.lanes::integer, c.norm_version::integer, c.kdf_version::integer, c.key_id::bytea,
               EXISTS (SELECT FROM person_budget
                       WHERE login = session_user AND paused_at IS NOT NULL),
               standing_of(about, moment())
        FROM (SELECT) AS one LEFT JOIN credential AS c ON c.customer_id = about;
END
$$;

-- Pauses this person's checks if the charge of an attempt, just stored, was the last they had.
CREATE FUNCTION watchword.pause_if_used_up(by_attempt uuid, rules watchword.policy,
                                           at_moment timestamptz) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    in_day bigint;
    in_hour bigint;
    broken text;
BEGIN
    SELECT count(*),
           count(DISTINCT customer_id) FILTER (WHERE at > at_moment - interval '1 hour')
    INTO in_day, in_hour
    FROM attempt
    WHERE login = session_user AND at > at_moment - interval '24 hours'
          AND charged AND NOT taken_back
          AND sequence > (SELECT counts_after FROM person_budget WHERE login = session_user);
    broken := CASE WHEN in_day >= rules.person_wrong_per_day THEN 'wrong-per-day'
                   WHEN in_hour >= rules.person_customers_per_hour THEN 'customers-per-hour' END;
    IF broken IS NOT NULL THEN
        UPDATE person_budget SET paused_at = at_moment, paused_by = by_attempt
        WHERE login = session_user;
        PERFORM write_journal(
            'person-paused', 'paused', NULL,
            jsonb_build_object('login', session_user, 'rule', broken, 'attempt', by_attempt), NULL);
    END IF;
END
$$;

-- Binds what refuses a check to the time that has passed, whatever the clock says later.
CREATE FUNCTION watchword.keep_refusal(about bigint, refusal text, rules watchword.policy,
                                       at_moment timestamptz) RETURNS void
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
    SET expired_at = CASE WHEN refusal = 'expired' THEN coalesce(c.expired_at, at_moment) END,
        locked_until = capped(c.locked_until, c.in_row, rules, at_moment)
    WHERE c.customer_id = about
      AND (refusal = 'expired' AND c.expired_at IS NULL
           OR c.locked_until > capped(c.locked_until, c.in_row, rules, at_moment));
END
$$;

-- The state is charged, refused or changed; the other columns are set where it is refused.
CREATE FUNCTION watchword.submit(
    attempt_id uuid, about bigint, of_generation bigint, digest bytea
) RETURNS TABLE (
    state text, answer text, receipt text, answered_at timestamptz, standing watchword.standing
)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    rules policy;
    at_moment timestamptz;
    held record;
    refusal text;
    written change;
    failed_before timestamptz;
BEGIN
    PERFORM require_role('agent');
    at_moment := lock_for_check(about);
    SELECT p AS rules, a.id IS NOT NULL AS is_known, a.charged, a.answer, a.receipt, a.answered_at,
           a.login = session_user AND a.customer_id = about
               AND a.digest_hash IS NOT DISTINCT FROM sha256(digest)
               AND NOT (a.charged AND at_moment - a.at > interval '5 minutes') AS may_repeat,
           c.generation, c.in_row, c.in_all, c.last_failure_at,
           password_state(c.verifier IS NOT NULL, c.in_row, c.in_all, c.locked_until,
                          least(c.valid_until, k.ends_at), coalesce(c.used_at, c.expired_at),
                          p, at_moment)
               AS state,
           b.paused_at IS NOT NULL AS paused
    INTO held
    FROM policy AS p
    JOIN person_budget AS b ON b.login = session_user
    LEFT JOIN credential AS c ON c.customer_id = about
    LEFT JOIN team_key AS k ON k.key_id = c.key_id
    LEFT JOIN attempt AS a ON a.id = attempt_id;
    IF held.is_known THEN
        IF NOT held.may_repeat THEN
            RAISE EXCEPTION 'attempt used already' USING ERRCODE = 'WW003';
        ELSIF held.charged THEN
            RETURN QUERY SELECT 'charged', NULL::text, NULL::text, NULL::timestamptz,
                                NULL::standing;
        ELSE
            RETURN QUERY SELECT 'refused', held.answer, held.receipt, held.answered_at,
                                standing_of(about, at_moment);
        END IF;
        RETURN;
    END IF;

    rules := held.rules;
    refusal := CASE WHEN held.state <> 'set' THEN held.state WHEN held.paused THEN 'paused' END;
    IF refusal IS NOT NULL THEN
        PERFORM keep_refusal(about, refusal, rules, at_moment);
        written := write_journal('verdict', refusal, about,
                                 jsonb_build_object('attempt', attempt_id), NULL, at_moment);
        INSERT INTO attempt (id, login, customer_id, generation, digest_hash, at, charged, answer,
                             answered_at, receipt)
        VALUES (attempt_id, session_user, about, of_generation, sha256(digest), at_moment, false,
                refusal, written.at, written.receipt);
        RETURN QUERY SELECT 'refused', refusal, written.receipt, written.at,
                            standing_of(about, at_moment);
        RETURN;
    END IF;
    IF held.generation <> of_generation THEN
        RETURN QUERY SELECT 'changed', NULL::text, NULL::text, NULL::timestamptz, NULL::standing;
        RETURN;
    END IF;
    IF digest IS NULL THEN
        RAISE EXCEPTION 'digest needed' USING ERRCODE = 'WW003';
    END IF;

    failed_before := held.last_failure_at;
    UPDATE credential AS c
    SET in_row = c.in_row + 1, in_all = c.in_all + 1, last_failure_at = at_moment,
        locked_until = CASE WHEN c.in_row + 1 < rules.tries_until_lock THEN c.locked_until
                            ELSE at_moment + wait_after(c.in_row + 1, rules) END
    WHERE c.customer_id = about;
    INSERT INTO attempt (id, login, customer_id, generation, digest_hash, at, charged,
                         failure_before)
    VALUES (attempt_id, session_user, about, of_generation, sha256(digest), at_moment, true,
            failed_before);
    PERFORM write_journal(
        'attempt', 'charged', about,
        jsonb_build_object('attempt', attempt_id, 'in_row', (held.in_row + 1)::text,
                           'in_all', (held.in_all + 1)::text), NULL, at_moment);
    PERFORM pause_if_used_up(attempt_id, rules, at_moment);
    RETURN QUERY SELECT 'charged', NULL::text, NULL::text, NULL::timestamptz, NULL::standing;
END
$$;

-- What the journal keeps of a wrong try: the counts, and the wait or block that it brought.
CREATE FUNCTION watchword.consequences(about bigint, tried_at timestamptz, rules watchword.policy,
                                       at_moment timestamptz) RETURNS jsonb
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'in_row', c.in_row::text,
        'in_all', c.in_all::text,
        'tries_left', (standing_of(about, at_moment)).tries_left::text,
        'blocked', CASE
            WHEN c.last_failure_at <> tried_at THEN NULL
            WHEN c.in_row >= rules.tries_until_block THEN 'in-row'
            WHEN c.in_all >= rules.total_until_block THEN 'in-all' END,
        'locked_until', CASE
            WHEN c.last_failure_at <> tried_at OR c.in_row >= rules.tries_until_block
                 OR c.in_all >= rules.total_until_block THEN NULL
            WHEN at_moment < c.locked_until
            THEN to_char(c.locked_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"') END))
    FROM credential AS c WHERE c.customer_id = about
$$;

-- Takes back what the charge of a matching attempt has changed elsewhere, uses up a one-call
-- password, ends the pause that this charge has brought.
CREATE FUNCTION watchword.take_back(attempt_id uuid, about bigint, tried_at timestamptz,
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
        used_at = CASE WHEN c.single_use THEN moment() END
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

CREATE FUNCTION watchword.result(attempt_id uuid) RETURNS TABLE (
    customer_id bigint, answer text, receipt text, answered_at timestamptz,
    standing watchword.standing
)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    about bigint;
    rules policy;
    at_moment timestamptz;
    tried record;
    verdict text;
    figures jsonb := '{}';
    written change;
BEGIN
    PERFORM require_role('agent');
    SELECT a.customer_id INTO about FROM attempt AS a
    WHERE a.id = attempt_id AND a.login = session_user;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such attempt' USING ERRCODE = 'WW003';
    END IF;
    at_moment := lock_for_check(about);
    -- Compared is only what is due; the rest is refused below, and nothing of it is evaluated.
    SELECT p AS rules, a.at, a.failure_before, a.answer, a.receipt, a.answered_at,
           due.is_it AS is_due, c.in_row, c.customer_id IS NOT NULL AS is_current,
           coalesce(c.used_at, c.expired_at) IS NOT NULL
               OR coalesce(at_moment >= least(c.valid_until, k.ends_at), false)
               AS expired,
           CASE WHEN due.is_it AND a.answer IS NULL
                THEN coalesce(c.verifier = a.digest_hash, false) END AS matches
    INTO tried
    FROM policy AS p
    JOIN attempt AS a ON a.id = attempt_id
    CROSS JOIN LATERAL (
        SELECT a.xid <> pg_current_xact_id()
               AND at_moment - a.at BETWEEN interval '-2 minutes' AND interval '5 minutes' AS is_it
    ) AS due
    LEFT JOIN credential AS c
        ON c.customer_id = a.customer_id AND c.generation = a.generation
    LEFT JOIN team_key AS k ON k.key_id = c.key_id;
    rules := tried.rules;
    IF tried.is_due IS NOT TRUE THEN
        RAISE EXCEPTION 'no result here' USING ERRCODE = 'WW003';
    END IF;
    IF tried.answer IS NOT NULL THEN
        RETURN QUERY SELECT about, tried.answer, tried.receipt, tried.answered_at,
                            standing_of(about, at_moment);
        RETURN;
    END IF;

    IF NOT tried.is_current THEN
        RAISE EXCEPTION 'password replaced' USING ERRCODE = 'WW003';
    END IF;
    IF tried.expired THEN
        verdict := 'expired';
        PERFORM keep_refusal(about, verdict, rules, at_moment);
    ELSIF tried.matches THEN
        verdict := 'matches';
        figures := jsonb_build_object('in_row', tried.in_row::text);
        PERFORM take_back(attempt_id, about, tried.at, tried.failure_before);
    ELSE
        verdict := 'does-not-match';
        figures := consequences(about, tried.at, rules, at_moment);
    END IF;
    written := write_journal('verdict', verdict, about,
                             jsonb_build_object('attempt', attempt_id) || figures, NULL, at_moment);
    UPDATE attempt AS a
    SET answer = verdict, answered_at = written.at, receipt = written.receipt,
        taken_back = verdict = 'matches'
    WHERE a.id = attempt_id;
    RETURN QUERY SELECT about, verdict, written.receipt, written.at, standing_of(about, at_moment);
END
$$;

-- Whether a try of this person's with this id is counted; for use after a lost connection.
CREATE FUNCTION watchword.was_charged(attempt_id uuid) RETURNS boolean
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
    RETURN EXISTS (SELECT FROM attempt
                   WHERE id = attempt_id AND login = session_user AND charged AND NOT taken_back);
END
$$;

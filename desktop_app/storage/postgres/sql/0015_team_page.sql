-- The team page: figures of the whole team, and what needs a lead's attention. Each has an index or a
-- count to go by.

-- The counts of each day; day_starts are the first moments of the days in order, and the end of the
-- last one. What is not sealed yet is in no count, and is few.
CREATE FUNCTION watchword.team_counts(day_starts timestamptz[]) RETURNS TABLE (
    day integer, kind text, category text, amount bigint
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
    PERFORM require_role('lead');
    RETURN QUERY
        SELECT width_bucket(n.at, day_starts), n.kind, n.category, sum(n.amount)::bigint
        FROM (SELECT k.quarter AS at, k.kind, k.category, k.amount FROM journal_count AS k
              WHERE k.quarter >= day_starts[1]
                AND k.quarter < day_starts[cardinality(day_starts)]
              UNION ALL
              SELECT j.at, j.kind,
                     CASE j.kind WHEN 'verdict' THEN j.outcome
                                 ELSE coalesce(j.details::jsonb ->> 'check', '') END, 1
              FROM journal AS j
              WHERE j.sequence IS NULL AND j.kind IN ('verdict', 'password-set')
                AND j.at >= day_starts[1]
                AND j.at < day_starts[cardinality(day_starts)]) AS n
        GROUP BY 1, 2, 3;
END
$$;

-- Passwords of which a check is refused: locked or blocked.
CREATE FUNCTION watchword.refused_passwords(at_moment timestamptz) RETURNS TABLE (
    customer_id bigint, state text, in_row integer, in_all integer, opens_at timestamptz,
    last_failure_at timestamptz
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
    SELECT * INTO rules FROM policy;
    RETURN QUERY
        SELECT c.customer_id,
               password_state(c.key_id IS NOT NULL, c.in_row, c.in_all, c.locked_until,
                              least(c.valid_until, k.ends_at), coalesce(c.used_at, c.expired_at),
                              rules, at_moment),
               c.in_row, c.in_all, capped(c.locked_until, c.in_row, rules, at_moment),
               c.last_failure_at
        FROM credential AS c
        JOIN customer AS u ON u.id = c.customer_id AND u.active
        LEFT JOIN team_key AS k ON k.key_id = c.key_id
        WHERE c.locked_until > at_moment
           OR c.long_run >= rules.tries_until_block
           OR c.many_wrong >= rules.total_until_block;
END
$$;

CREATE FUNCTION watchword.team_totals() RETURNS TABLE (
    at timestamptz, customers bigint, passwords bigint, under_old_keys bigint, locked bigint,
    blocked bigint, opens_at timestamptz
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
    PERFORM require_role('lead');
    at := moment();
    -- Those who are not served any more are taken off: they are to get no password.
    SELECT coalesce(sum(n.amount) FILTER (WHERE n.kind = 'customers'), 0)
               - (SELECT count(*) FROM customer AS c WHERE NOT c.active),
           coalesce(sum(n.amount) FILTER (WHERE n.kind = 'passwords'), 0)
               - (SELECT count(*) FROM customer AS c JOIN credential AS k ON k.customer_id = c.id
                  WHERE NOT c.active AND k.verifier IS NOT NULL),
           coalesce(sum(n.amount) FILTER (
               WHERE n.kind = 'passwords'
                 AND n.key_id IN (SELECT k.key_id FROM team_key AS k WHERE k.state = 'retired')), 0)
    INTO customers, passwords, under_old_keys
    FROM (SELECT t.kind, t.key_id, t.amount FROM tally AS t UNION ALL
          SELECT t.kind, t.key_id, t.amount FROM tally_change AS t) AS n;
    SELECT count(*) FILTER (WHERE t.state = 'locked'), count(*) FILTER (WHERE t.state = 'blocked'),
           min(t.opens_at) FILTER (WHERE t.state = 'locked')
    INTO locked, blocked, opens_at
    FROM refused_passwords(at) AS t;
    RETURN NEXT;
END
$$;

-- What needs a lead's attention and is seen in one row, at most so many of each kind. Wrong tries
-- are counted in amount; note is what a caution says. Whether a customer is active is asked before
-- the limit, or those whom nobody serves any more would fill it: one by one in the order of an
-- index, which a join in the place of one of these questions would give up for a sort of them all.
CREATE FUNCTION watchword.attention(set_before timestamptz, at_most integer) RETURNS TABLE (
    kind text, login text, person text, amount integer, at timestamptz, note text,
    id bigint, number text, name text, company text, phones text, emails text, domains text,
    country text, language text, authorised text, active boolean
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
    at_moment timestamptz := moment();
BEGIN
    PERFORM require_role('lead');
    SELECT * INTO rules FROM policy;
    RETURN QUERY
        WITH ranked AS (
            SELECT t.customer_id, t.state AS kind, t.in_row AS amount, t.last_failure_at AS at,
                   row_number() OVER (PARTITION BY t.state
                                      ORDER BY t.last_failure_at DESC NULLS LAST) AS turn
            FROM refused_passwords(at_moment) AS t WHERE t.state IN ('locked', 'blocked')
        ), found AS (
            SELECT r.customer_id, r.kind, '' AS person, r.amount, r.at, '' AS note
            FROM ranked AS r WHERE r.turn <= at_most
            UNION ALL
            (SELECT m.customer_id, 'many-wrong', '', m.in_all, m.last_failure_at, ''
             FROM credential AS m
             WHERE m.many_wrong >= rules.total_until_attention
               AND m.many_wrong < rules.total_until_block
               AND password_state(m.key_id IS NOT NULL, m.in_row, m.in_all, m.locked_until,
                                  least(m.valid_until, (SELECT k.ends_at FROM team_key AS k
                                                        WHERE k.key_id = m.key_id)),
                                  coalesce(m.used_at, m.expired_at), rules, at_moment) = 'set'
               AND (SELECT u.active FROM customer AS u WHERE u.id = m.customer_id)
             ORDER BY m.many_wrong DESC LIMIT at_most)
            UNION ALL
            (SELECT k.customer_id, 'caution', k.raised_by, 0, k.raised_at, k.text
             FROM caution AS k
             WHERE (SELECT u.active FROM customer AS u WHERE u.id = k.customer_id)
             ORDER BY k.raised_at DESC LIMIT at_most)
            UNION ALL
            (SELECT o.customer_id, 'old-password', '', 0, o.set_at, ''
             FROM credential AS o
             WHERE o.verifier IS NOT NULL AND o.set_at < set_before
               AND o.valid_until IS NULL AND NOT o.single_use
               AND (SELECT u.active FROM customer AS u WHERE u.id = o.customer_id)
             ORDER BY o.set_at LIMIT at_most)
        )
        SELECT f.kind, '', f.person, f.amount, f.at, f.note,
               c.id, c.number, c.name, c.company, c.phones, c.emails, c.domains, c.country,
               c.language, c.authorised, c.active
        FROM found AS f JOIN customer AS c ON c.id = f.customer_id
        UNION ALL
        (SELECT 'paused', b.login::text, coalesce(p.name, b.login), 0, b.paused_at, '',
                NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
         FROM person_budget AS b
         LEFT JOIN person AS p ON p.login = b.login AND p.removed_at IS NULL
         WHERE b.paused_at IS NOT NULL ORDER BY b.paused_at DESC LIMIT at_most);
END
$$;

-- Customers with several wrong tries since a moment, and those without a password who were checked
-- several times since another, with those answers: what belongs to one call is for the caller to
-- tell. Tries against a password that was replaced count no more.
CREATE FUNCTION watchword.recent_trouble(
    failed_since timestamptz, missing_since timestamptz, at_least integer, at_most integer
) RETURNS TABLE (
    kind text, times timestamptz[], answers text[],
    id bigint, number text, name text, company text, phones text, emails text, domains text,
    country text, language text, authorised text, active boolean
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
    PERFORM require_role('lead');
    RETURN QUERY
        WITH failing AS (
            SELECT j.customer_id, k.set_at AS since
            FROM journal AS j
            JOIN credential AS k ON k.customer_id = j.customer_id AND j.at > k.set_at
            WHERE j.kind = 'verdict' AND j.outcome = 'does-not-match' AND j.at >= failed_since
            GROUP BY j.customer_id, k.set_at
            HAVING count(*) >= at_least
               AND (SELECT u.active FROM customer AS u WHERE u.id = j.customer_id)
            ORDER BY max(j.at) DESC LIMIT at_most
        ), missing AS (
            SELECT j.customer_id
            FROM journal AS j LEFT JOIN credential AS k ON k.customer_id = j.customer_id
            WHERE j.kind = 'verdict' AND j.outcome = 'none' AND j.at >= missing_since
              AND k.key_id IS NULL
            GROUP BY j.customer_id
            HAVING count(*) >= at_least
               AND (SELECT u.active FROM customer AS u WHERE u.id = j.customer_id)
            ORDER BY count(*) DESC, max(j.at) DESC LIMIT at_most
        ), found AS (
            SELECT 'failing' AS kind, f.customer_id, greatest(f.since, failed_since) AS since
            FROM failing AS f
            UNION ALL
            SELECT 'no-password', m.customer_id, missing_since FROM missing AS m
        )
        SELECT f.kind, array_agg(j.at ORDER BY j.id), array_agg(j.outcome ORDER BY j.id),
               c.id, c.number, c.name, c.company, c.phones, c.emails, c.domains, c.country,
               c.language, c.authorised, c.active
        FROM found AS f
        JOIN customer AS c ON c.id = f.customer_id
        JOIN journal AS j ON j.customer_id = f.customer_id AND j.kind = 'verdict'
                         AND j.at >= f.since
        GROUP BY f.kind, c.place;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    watchword.team_counts, watchword.team_totals, watchword.attention, watchword.recent_trouble
TO watchword_lead;

-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 5799260024370931851, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 6766473273096663860, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 6343666887935110525, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8772503352567780767, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 502494868101367509, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 462148621997578154, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 3d577bf3da3d0cc9882c1b1c72ed725ed6b28adc56c365279416f8c2924f24b5", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.456789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: watchword; Type: SCHEMA; Schema: -; Owner: watchword_owner
--

CREATE SCHEMA watchword;


ALTER SCHEMA watchword OWNER TO watchword_owner;

--
-- Name: watchword_trigram; Type: SCHEMA; Schema: -; Owner: watchword_owner
--

CREATE SCHEMA watchword_trigram;


ALTER SCHEMA watchword_trigram OWNER TO watchword_owner;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA watchword_trigram;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: change; Type: TYPE; Schema: watchword; Owner: watchword_owner
--

CREATE TYPE watchword.change AS (
	receipt text,
	at timestamp with time zone
);


ALTER TYPE watchword.change OWNER TO watchword_owner;

--
-- Name: check_method; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.check_method AS text
	CONSTRAINT check_method_check CHECK ((length(VALUE) <= 100));


ALTER DOMAIN watchword.check_method OWNER TO watchword_owner;

--
-- Name: kdf_version; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.kdf_version AS integer
	CONSTRAINT kdf_version_check CHECK (((VALUE >= 1) AND (VALUE <= 255)));


ALTER DOMAIN watchword.kdf_version OWNER TO watchword_owner;

--
-- Name: key_id; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.key_id AS bytea
	CONSTRAINT key_id_check CHECK ((length(VALUE) = 8));


ALTER DOMAIN watchword.key_id OWNER TO watchword_owner;

--
-- Name: lanes; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.lanes AS integer
	CONSTRAINT lanes_check CHECK ((VALUE = 1));


ALTER DOMAIN watchword.lanes OWNER TO watchword_owner;

--
-- Name: memory_kib; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.memory_kib AS integer
	CONSTRAINT memory_kib_check CHECK (((VALUE >= 19456) AND (VALUE <= 1048576)));


ALTER DOMAIN watchword.memory_kib OWNER TO watchword_owner;

--
-- Name: norm_version; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.norm_version AS integer
	CONSTRAINT norm_version_check CHECK (((VALUE >= 1) AND (VALUE <= 255)));


ALTER DOMAIN watchword.norm_version OWNER TO watchword_owner;

--
-- Name: passes; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.passes AS integer
	CONSTRAINT passes_check CHECK (((VALUE >= 2) AND (VALUE <= 10)));


ALTER DOMAIN watchword.passes OWNER TO watchword_owner;

--
-- Name: salt; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.salt AS bytea
	CONSTRAINT salt_check CHECK ((length(VALUE) = 16));


ALTER DOMAIN watchword.salt OWNER TO watchword_owner;

--
-- Name: sha256; Type: DOMAIN; Schema: watchword; Owner: watchword_owner
--

CREATE DOMAIN watchword.sha256 AS bytea
	CONSTRAINT sha256_check CHECK ((length(VALUE) = 32));


ALTER DOMAIN watchword.sha256 OWNER TO watchword_owner;

--
-- Name: standing; Type: TYPE; Schema: watchword; Owner: watchword_owner
--

CREATE TYPE watchword.standing AS (
	state text,
	tries_allowed integer,
	tries_left integer,
	next_wait interval,
	opens_at timestamp with time zone,
	set_at timestamp with time zone,
	set_by text,
	check_method text,
	valid_until timestamp with time zone,
	single_use boolean,
	last_failure_at timestamp with time zone,
	attention boolean,
	until_used boolean
);


ALTER TYPE watchword.standing OWNER TO watchword_owner;

--
-- Name: accept_invitation(text, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.accept_invitation(scram_verifier text, token bytea) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.accept_invitation(scram_verifier text, token bytea) OWNER TO watchword_owner;

--
-- Name: add_customer(jsonb, jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.add_customer(fields jsonb, index_entry jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET gin_pending_list_limit TO '64kB'
    AS $$
DECLARE
    given customer;
    new_place integer;
    new_id bigint;
BEGIN
    PERFORM require_role('lead');
    PERFORM lock_customers();
    given := jsonb_populate_record(NULL::customer, fields);
    IF EXISTS (SELECT FROM customer WHERE number = given.number) THEN
        RAISE EXCEPTION 'number taken' USING ERRCODE = 'WW007';
    END IF;
    INSERT INTO customer (id, number, name, company, phones, emails, domains, country, language,
                          authorised, active, words, digits, tokens)
    VALUES (new_customer_id(), given.number, given.name, given.company, given.phones, given.emails,
            given.domains, given.country, given.language, given.authorised, given.active,
            index_entry ->> 'words', index_entry ->> 'digits', index_entry ->> 'tokens')
    RETURNING place, id INTO new_place, new_id;
    PERFORM write_phones(new_place, index_entry ->> 'phone_keys');
    IF new_place % 1000 = 0 THEN
        PERFORM make_search_index();
    END IF;
    PERFORM write_journal('customer-added', 'added', new_id, NULL, NULL);
    RETURN new_id;
END
$$;


ALTER FUNCTION watchword.add_customer(fields jsonb, index_entry jsonb) OWNER TO watchword_owner;

--
-- Name: add_person(text, text, text, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.add_person(new_login text, new_name text, new_role text, scram_verifier text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM begin_people_change();
    PERFORM make_login(new_login, new_name, new_role, new_role, scram_verifier, NULL, NULL);
    RETURN write_journal('person-added', new_role, NULL,
                         jsonb_build_object('login', new_login), NULL);
END
$$;


ALTER FUNCTION watchword.add_person(new_login text, new_name text, new_role text, scram_verifier text) OWNER TO watchword_owner;

--
-- Name: anchor_is_recorded(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.anchor_is_recorded() RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT EXISTS (
        SELECT FROM journal_mark AS a JOIN journal AS j ON j.sequence > a.sequence
        WHERE a.name = 'anchor' AND j.kind = 'journal-pruned'
          AND position(format('"sequence": "%s"', a.sequence) IN j.details) > 0
          AND position(format('"digest": "%s"', encode(a.digest, 'hex')) IN j.details) > 0)
$$;


ALTER FUNCTION watchword.anchor_is_recorded() OWNER TO watchword_owner;

--
-- Name: announce_key(bytea, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.announce_key(new_key bytea, instead_of bytea) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.announce_key(new_key bytea, instead_of bytea) OWNER TO watchword_owner;

--
-- Name: attention(timestamp with time zone, integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.attention(set_before timestamp with time zone, at_most integer) RETURNS TABLE(kind text, login text, person text, amount integer, at timestamp with time zone, note text, id bigint, number text, name text, company text, phones text, emails text, domains text, country text, language text, authorised text, active boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.attention(set_before timestamp with time zone, at_most integer) OWNER TO watchword_owner;

--
-- Name: begin_import(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.begin_import() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('lead');
    PERFORM lock_customers();
    TRUNCATE customer_seen;
    INSERT INTO customer_import DEFAULT VALUES ON CONFLICT DO NOTHING;
    RETURN (SELECT coalesce(max(place), 0) FROM customer);
END
$$;


ALTER FUNCTION watchword.begin_import() OWNER TO watchword_owner;

--
-- Name: begin_people_change(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.begin_people_change() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
BEGIN
    PERFORM require_read_committed();
    PERFORM 1 FROM people_change FOR UPDATE;
    IF NOT is_owner() THEN
        PERFORM require_role('admin');
    END IF;
END
$$;


ALTER FUNCTION watchword.begin_people_change() OWNER TO watchword_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: policy; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.policy (
    id integer DEFAULT 1 NOT NULL,
    shortest_password integer DEFAULT 4 NOT NULL,
    tries_until_lock integer DEFAULT 5 NOT NULL,
    first_wait_minutes integer DEFAULT 15 NOT NULL,
    tries_until_block integer DEFAULT 10 NOT NULL,
    total_until_block integer DEFAULT 100 NOT NULL,
    total_until_attention integer DEFAULT 30 NOT NULL,
    person_wrong_per_day integer DEFAULT 20 NOT NULL,
    person_customers_per_hour integer DEFAULT 8 NOT NULL,
    memory_kib integer DEFAULT 65536 NOT NULL,
    passes integer DEFAULT 3 NOT NULL,
    lanes integer DEFAULT 1 NOT NULL,
    close_match_seconds integer DEFAULT 20 NOT NULL,
    close_refusal_seconds integer DEFAULT 60 NOT NULL,
    close_no_match_seconds integer DEFAULT 120 NOT NULL,
    pause_after_minutes integer DEFAULT 10 NOT NULL,
    pin_required boolean DEFAULT false NOT NULL,
    journal_months integer DEFAULT 24 NOT NULL,
    old_key_days integer DEFAULT 90 NOT NULL,
    text_after_match_de text DEFAULT ''::text NOT NULL,
    text_without_match_de text DEFAULT ''::text NOT NULL,
    check_methods text[] DEFAULT ARRAY['callback'::text, 'id-document'::text, 'in-person'::text, 'signed-letter'::text, 'video-call'::text] NOT NULL,
    text_after_match_en text DEFAULT ''::text NOT NULL,
    text_without_match_en text DEFAULT ''::text NOT NULL,
    CONSTRAINT policy_check CHECK ((tries_until_block > tries_until_lock)),
    CONSTRAINT policy_check_methods_check CHECK (((cardinality(check_methods) >= 1) AND (cardinality(check_methods) <= 50) AND (array_position(check_methods, NULL::text) IS NULL) AND (array_to_string(check_methods, ''::text) !~ '[[:cntrl:]]'::text) AND (array_to_string(check_methods, '
'::text) ~ '^[^\n]{1,60}(\n[^\n]{1,60})*$'::text))),
    CONSTRAINT policy_close_match_seconds_check CHECK (((close_match_seconds >= 5) AND (close_match_seconds <= 300))),
    CONSTRAINT policy_close_no_match_seconds_check CHECK (((close_no_match_seconds >= 5) AND (close_no_match_seconds <= 600))),
    CONSTRAINT policy_close_refusal_seconds_check CHECK (((close_refusal_seconds >= 5) AND (close_refusal_seconds <= 600))),
    CONSTRAINT policy_first_wait_minutes_check CHECK (((first_wait_minutes >= 1) AND (first_wait_minutes <= 1440))),
    CONSTRAINT policy_id_check CHECK ((id = 1)),
    CONSTRAINT policy_journal_months_check CHECK (((journal_months >= 1) AND (journal_months <= 120))),
    CONSTRAINT policy_lanes_check CHECK (((lanes >= 1) AND (lanes <= 1))),
    CONSTRAINT policy_memory_kib_check CHECK (((memory_kib >= 19456) AND (memory_kib <= 1048576))),
    CONSTRAINT policy_old_key_days_check CHECK (((old_key_days >= 1) AND (old_key_days <= 365))),
    CONSTRAINT policy_passes_check CHECK (((passes >= 2) AND (passes <= 10))),
    CONSTRAINT policy_pause_after_minutes_check CHECK (((pause_after_minutes >= 1) AND (pause_after_minutes <= 240))),
    CONSTRAINT policy_person_customers_per_hour_check CHECK (((person_customers_per_hour >= 2) AND (person_customers_per_hour <= 1000))),
    CONSTRAINT policy_person_wrong_per_day_check CHECK (((person_wrong_per_day >= 5) AND (person_wrong_per_day <= 1000))),
    CONSTRAINT policy_shortest_password_check CHECK (((shortest_password >= 3) AND (shortest_password <= 32))),
    CONSTRAINT policy_text_after_match_de_check CHECK ((length(text_after_match_de) <= 2000)),
    CONSTRAINT policy_text_after_match_en_check CHECK ((length(text_after_match_en) <= 2000)),
    CONSTRAINT policy_text_without_match_de_check CHECK ((length(text_without_match_de) <= 2000)),
    CONSTRAINT policy_text_without_match_en_check CHECK ((length(text_without_match_en) <= 2000)),
    CONSTRAINT policy_total_until_attention_check CHECK (((total_until_attention >= 1) AND (total_until_attention <= 1000))),
    CONSTRAINT policy_total_until_block_check CHECK (((total_until_block >= 10) AND (total_until_block <= 1000))),
    CONSTRAINT policy_tries_until_block_check CHECK (((tries_until_block >= 2) AND (tries_until_block <= 20))),
    CONSTRAINT policy_tries_until_lock_check CHECK (((tries_until_lock >= 1) AND (tries_until_lock <= 10)))
);


ALTER TABLE watchword.policy OWNER TO watchword_owner;

--
-- Name: capped(timestamp with time zone, integer, watchword.policy, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.capped(locked_until timestamp with time zone, in_row integer, rules watchword.policy, at_moment timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    RETURN CASE WHEN locked_until IS NOT NULL THEN least(
        locked_until, at_moment + wait_after(greatest(in_row, rules.tries_until_lock), rules)) END;
END
$$;


ALTER FUNCTION watchword.capped(locked_until timestamp with time zone, in_row integer, rules watchword.policy, at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: challenge(bigint); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.challenge(about bigint) RETURNS TABLE(generation bigint, salt bytea, memory_kib integer, passes integer, lanes integer, norm_version integer, kdf_version integer, key_id bytea, paused boolean, standing watchword.standing)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.challenge(about bigint) OWNER TO watchword_owner;

--
-- Name: change_customer(bigint, jsonb, jsonb, jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.change_customer(about bigint, fields_before jsonb, fields_after jsonb, index_entry jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET gin_pending_list_limit TO '64kB'
    AS $$
DECLARE
    held customer;
    known customer;
    given customer;
    changed text;
BEGIN
    PERFORM require_role('lead');
    PERFORM lock_customers();
    SELECT * INTO held FROM customer WHERE id = about FOR UPDATE;
    known := jsonb_populate_record(held, fields_before);
    given := jsonb_populate_record(held, fields_after);
    IF held.id IS NULL OR held IS DISTINCT FROM known THEN
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'WW008';
    END IF;
    IF given IS NOT DISTINCT FROM held THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM customer WHERE number = given.number AND id <> about) THEN
        RAISE EXCEPTION 'number taken' USING ERRCODE = 'WW007';
    END IF;
    UPDATE customer
    SET (number, name, company, phones, emails, domains, country, language, authorised, active,
         words, digits, tokens)
        = ROW (given.number, given.name, given.company, given.phones, given.emails, given.domains,
               given.country, given.language, given.authorised, given.active,
               index_entry ->> 'words', index_entry ->> 'digits', index_entry ->> 'tokens')
    WHERE id = about;
    PERFORM write_phones(held.place, index_entry ->> 'phone_keys');
    SELECT string_agg(b.key, ' ' ORDER BY array_position(ARRAY[
               'number', 'name', 'company', 'phones', 'emails', 'domains', 'country', 'language',
               'authorised', 'active'], b.key))
    INTO changed
    FROM jsonb_each(to_jsonb(held)) AS b JOIN jsonb_each(to_jsonb(given)) AS n USING (key)
    WHERE b.value <> n.value;
    PERFORM write_journal('customer-changed', 'changed', about,
                          jsonb_build_object('fields', changed), NULL);
END
$$;


ALTER FUNCTION watchword.change_customer(about bigint, fields_before jsonb, fields_after jsonb, index_entry jsonb) OWNER TO watchword_owner;

--
-- Name: change_role(text, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.change_role(of_login text, new_role text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.change_role(of_login text, new_role text) OWNER TO watchword_owner;

--
-- Name: clear_caution(bigint, timestamp with time zone, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.clear_caution(about bigint, seen_at timestamp with time zone, reason text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('lead');
    PERFORM require_reason(reason);
    PERFORM require_customer(about);
    DELETE FROM caution WHERE customer_id = about AND raised_at = seen_at;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'WW008';
    END IF;
    PERFORM tell_of_customer(about);
    RETURN write_journal('caution-cleared', 'cleared', about, NULL,
                         jsonb_build_object('reason', reason));
END
$$;


ALTER FUNCTION watchword.clear_caution(about bigint, seen_at timestamp with time zone, reason text) OWNER TO watchword_owner;

--
-- Name: clear_credential(bigint); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.clear_credential(about bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.clear_credential(about bigint) OWNER TO watchword_owner;

--
-- Name: close_login(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.close_login(of_login text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.close_login(of_login text) OWNER TO watchword_owner;

--
-- Name: consequences(bigint, timestamp with time zone, watchword.policy, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.consequences(about bigint, tried_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.consequences(about bigint, tried_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: count_parts(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.count_parts() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET work_mem TO '64MB'
    AS $$
DECLARE
    sample_rows constant double precision := 10000;
    percent constant double precision :=
        least(100, 100 * sample_rows / (SELECT last_value FROM customer_place_seq));
BEGIN
    DELETE FROM common_part;
    INSERT INTO common_part (part, share)
    WITH sampled AS MATERIALIZED (
        SELECT words FROM customer TABLESAMPLE SYSTEM (percent) REPEATABLE (1)
    )
    SELECT each, count(*)::real / (SELECT count(*) FROM sampled)
    FROM sampled CROSS JOIN LATERAL unnest(watchword_trigram.show_trgm(words)) AS each
    GROUP BY each;
END
$$;


ALTER FUNCTION watchword.count_parts() OWNER TO watchword_owner;

--
-- Name: count_sealed(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.count_sealed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.count_sealed() OWNER TO watchword_owner;

--
-- Name: customer_card(bigint); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.customer_card(about bigint) RETURNS TABLE(checked_at timestamp with time zone, checked_by text, answer text, receipt text, caution text, raised_by text, raised_at timestamp with time zone, standing watchword.standing)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    PERFORM require_customer(about);
    RETURN QUERY
        SELECT j.at, j.person, j.outcome, j.receipt, w.text, w.raised_by, w.raised_at,
               standing_of(about, moment())
        FROM (SELECT) AS one
        LEFT JOIN LATERAL (
            SELECT v.at, v.person, v.outcome, v.receipt FROM journal AS v
            WHERE v.customer_id = about AND v.kind = 'verdict' ORDER BY v.id DESC LIMIT 1
        ) AS j ON true
        LEFT JOIN caution AS w ON w.customer_id = about;
END
$$;


ALTER FUNCTION watchword.customer_card(about bigint) OWNER TO watchword_owner;

--
-- Name: customer_count(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.customer_count() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN (SELECT coalesce(sum(n.amount), 0)
            FROM (SELECT kind, amount FROM tally UNION ALL
                  SELECT kind, amount FROM tally_change) AS n
            WHERE n.kind = 'customers');
END
$$;


ALTER FUNCTION watchword.customer_count() OWNER TO watchword_owner;

--
-- Name: customer_hits(integer[]); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.customer_hits(places integer[]) RETURNS TABLE(place integer, id bigint, number text, name text, company text, phones text, emails text, domains text, country text, language text, authorised text, active boolean, state text, has_caution boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
DECLARE
    at_moment timestamptz := moment();
BEGIN
    PERFORM require_role('agent');
    RETURN QUERY
        SELECT c.place, c.id, c.number, c.name, c.company, c.phones, c.emails, c.domains, c.country,
               c.language, c.authorised, c.active,
               CASE WHEN d.customer_id IS NULL THEN 'none'
                    ELSE password_state(d.verifier IS NOT NULL, d.in_row, d.in_all, d.locked_until,
                                        least(d.valid_until, k.ends_at),
                                        coalesce(d.used_at, d.expired_at), p, at_moment) END,
               w.customer_id IS NOT NULL
        FROM customer AS c
        CROSS JOIN policy AS p
        LEFT JOIN credential AS d ON d.customer_id = c.id
        LEFT JOIN team_key AS k ON k.key_id = d.key_id
        LEFT JOIN caution AS w ON w.customer_id = c.id
        WHERE c.place = ANY (places);
END
$$;


ALTER FUNCTION watchword.customer_hits(places integer[]) OWNER TO watchword_owner;

--
-- Name: delays(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.delays() RETURNS TABLE(unsealed_since timestamp with time zone, logins text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN QUERY
        SELECT (SELECT min(j.at) FROM journal AS j
                WHERE j.sequence IS NULL AND j.at < moment() - interval '10 minutes'),
               ARRAY(SELECT DISTINCT t.login FROM open_transactions() AS t
                     WHERE t.began_at < clock_timestamp() - interval '10 minutes' ORDER BY t.login
                     LIMIT 20);
END
$$;


ALTER FUNCTION watchword.delays() OWNER TO watchword_owner;

--
-- Name: delete_customer(bigint, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.delete_customer(about bigint, reason text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
DECLARE
    held_place integer;
    written change;
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('lead');
    PERFORM require_reason(reason);
    PERFORM lock_customers();
    PERFORM lock_credential(about);
    SELECT place INTO held_place FROM customer WHERE id = about FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such customer' USING ERRCODE = 'WW001';
    END IF;
    DELETE FROM caution WHERE customer_id = about;
    DELETE FROM credential WHERE customer_id = about;
    UPDATE attempt SET digest_hash = NULL WHERE customer_id = about AND digest_hash IS NOT NULL;
    DELETE FROM journal_personal WHERE entry IN (SELECT id FROM journal WHERE customer_id = about);
    written := write_journal('customer-deleted', 'deleted', about, NULL,
                             jsonb_build_object('reason', reason));
    DELETE FROM customer_phone WHERE place = held_place;
    DELETE FROM missing_customer WHERE place = held_place;
    DELETE FROM customer WHERE id = about;
    PERFORM tell_of_customer(about);
    RETURN written;
END
$$;


ALTER FUNCTION watchword.delete_customer(about bigint, reason text) OWNER TO watchword_owner;

--
-- Name: end_other_sessions(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.end_other_sessions() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    UPDATE person SET sessions_from = greatest(sessions_from, session_start())
    WHERE login = session_user;
    PERFORM end_sessions_of(session_user);
END
$$;


ALTER FUNCTION watchword.end_other_sessions() OWNER TO watchword_owner;

--
-- Name: end_sessions(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.end_sessions(of_login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.end_sessions(of_login text) OWNER TO watchword_owner;

--
-- Name: end_sessions_of(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.end_sessions_of(of_login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM pg_terminate_backend(pid, 1000) FROM pg_stat_activity
    WHERE usename = of_login AND pid <> pg_backend_pid();
END
$$;


ALTER FUNCTION watchword.end_sessions_of(of_login text) OWNER TO watchword_owner;

--
-- Name: end_stuck_sessions(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.end_stuck_sessions() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM pg_terminate_backend(t.pid)
    FROM open_transactions() AS t
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM pg_locks AS l
                       WHERE l.pid = t.pid AND l.relation = 'customer'::regclass AND l.granted
                         AND l.mode = 'ShareRowExclusiveLock') AS imports
    ) AS held
    WHERE t.holds
      AND CASE WHEN held.imports THEN t.idle_since < clock_timestamp() - interval '2 minutes'
               WHEN t.idle_since IS NOT NULL
                   THEN t.began_at < clock_timestamp() - interval '1 minute'
               ELSE t.began_at < clock_timestamp() - interval '15 minutes' END;
    PERFORM pg_terminate_backend(a.pid)
    FROM pg_stat_activity AS a JOIN person AS p ON p.login = a.usename
    WHERE a.backend_start < p.sessions_from AND a.datname = current_database()
      AND a.pid <> pg_backend_pid();
END
$$;


ALTER FUNCTION watchword.end_stuck_sessions() OWNER TO watchword_owner;

--
-- Name: journal; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.journal (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    login text NOT NULL COLLATE pg_catalog."C",
    person text NOT NULL,
    workstation text NOT NULL,
    customer_id bigint,
    customer_number text NOT NULL,
    kind text NOT NULL,
    outcome text NOT NULL,
    receipt text NOT NULL COLLATE pg_catalog."C",
    details text NOT NULL,
    personal_digest bytea NOT NULL,
    sequence bigint,
    digest bytea,
    CONSTRAINT journal_check CHECK ((length(details) <=
CASE kind
    WHEN 'policy-changed'::text THEN 100000
    ELSE 20000
END)),
    CONSTRAINT journal_check1 CHECK (((sequence IS NULL) = (digest IS NULL))),
    CONSTRAINT journal_digest_check CHECK ((length(digest) = 32)),
    CONSTRAINT journal_sequence_check CHECK ((sequence > 0))
);


ALTER TABLE watchword.journal OWNER TO watchword_owner;

--
-- Name: entry_bytes(watchword.journal); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.entry_bytes(entry watchword.journal) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT '\x01'::bytea
        || int8send((extract(epoch FROM entry.at) * 1000000)::bigint)
        || sized(convert_to(entry.login, 'UTF8'))
        || sized(convert_to(entry.person, 'UTF8'))
        || sized(convert_to(entry.workstation, 'UTF8'))
        || int8send(coalesce(entry.customer_id, 0))
        || sized(convert_to(entry.customer_number, 'UTF8'))
        || sized(convert_to(entry.kind, 'UTF8'))
        || sized(convert_to(entry.outcome, 'UTF8'))
        || sized(convert_to(entry.receipt, 'UTF8'))
        || sized(convert_to(entry.details, 'UTF8'))
        || sized(entry.personal_digest)
$$;


ALTER FUNCTION watchword.entry_bytes(entry watchword.journal) OWNER TO watchword_owner;

--
-- Name: find_digits(text, text[], integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.find_digits(pattern text, also text[], most integer) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_indexscan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
DECLARE
    found integer[];
    zone integer := 1;
    last_place constant integer := (SELECT last_value FROM customer_place_seq);
BEGIN
    PERFORM require_role('agent');
    LOOP
        IF zone IS NULL THEN
            found := ARRAY(
                SELECT place FROM customer
                WHERE (digits LIKE pattern OR words LIKE pattern)
                  AND digits || words LIKE ALL (also)
                ORDER BY place LIMIT most);
        ELSE
            found := ARRAY(
                SELECT place FROM customer
                WHERE (('{1,2,3,4}'::integer[])[width_bucket(
                          place, '{1,4097,16385,65537,262145}'::integer[]):])
                      @> ARRAY[zone]
                  AND (digits LIKE pattern OR words LIKE pattern)
                  AND digits || words LIKE ALL (also)
                ORDER BY place LIMIT most);
        END IF;
        EXIT WHEN cardinality(found) >= most OR zone IS NULL;
        zone := CASE WHEN zone > 1 THEN NULL
                     WHEN cardinality(found) * 3 >= most AND last_place > 16384 THEN 2
                     WHEN cardinality(found) * 12 >= most AND last_place > 65536 THEN 3
                     WHEN cardinality(found) * 48 >= most AND last_place > 262144 THEN 4 END;
    END LOOP;
    RETURN found;
END
$$;


ALTER FUNCTION watchword.find_digits(pattern text, also text[], most integer) OWNER TO watchword_owner;

--
-- Name: find_numbers(text[], text[], integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.find_numbers(spellings text[], ends text[], most integer) RETURNS TABLE(whole integer[], beginning integer[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
BEGIN
    PERFORM require_role('agent');
    whole := ARRAY(SELECT place FROM customer WHERE number = ANY (spellings));
    beginning := ARRAY(
        SELECT found.place
        FROM unnest(spellings, ends) WITH ORDINALITY AS wanted (first, last, turn)
        CROSS JOIN LATERAL (
            SELECT c.place, c.number FROM customer AS c
            WHERE c.number >= wanted.first AND c.number < wanted.last
            ORDER BY c.number LIMIT most
        ) AS found
        ORDER BY wanted.turn, found.number);
    RETURN NEXT;
END
$$;


ALTER FUNCTION watchword.find_numbers(spellings text[], ends text[], most integer) OWNER TO watchword_owner;

--
-- Name: find_phones(text, text, integer[], integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.find_phones(first text, last text, codes integer[], most integer) RETURNS TABLE(whole integer[], beginning integer[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
BEGIN
    PERFORM require_role('agent');
    whole := ARRAY(
        SELECT near.place
        FROM (SELECT p.national, p.code, p.place FROM customer_phone AS p
              WHERE p.national = first ORDER BY p.code, p.place LIMIT 5000) AS near
        WHERE cardinality(codes) = 0 OR near.code = ANY (codes)
        ORDER BY near.code, near.place LIMIT most);
    beginning := ARRAY(
        SELECT near.place
        FROM (SELECT p.national, p.code, p.place FROM customer_phone AS p
              WHERE p.national BETWEEN first AND last
              ORDER BY p.national, p.code, p.place LIMIT 5000) AS near
        WHERE cardinality(codes) = 0 OR near.code = ANY (codes)
        ORDER BY near.national, near.code, near.place LIMIT most);
    RETURN NEXT;
END
$$;


ALTER FUNCTION watchword.find_phones(first text, last text, codes integer[], most integer) OWNER TO watchword_owner;

--
-- Name: find_tokens(text[], integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.find_tokens(wanted text[], most integer) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_indexscan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
DECLARE
    found integer[];
    zone integer := 1;
    last_place constant integer := (SELECT last_value FROM customer_place_seq);
    telling text[];
BEGIN
    PERFORM require_role('agent');
    IF cardinality(wanted) > 1 THEN
        SELECT array_agg(token) INTO telling FROM unnest(wanted) AS token
        WHERE (SELECT min(coalesce(c.share, 0))
               FROM generate_series(1, length(token) + 1) AS start
               LEFT JOIN common_part AS c
                   ON c.part = substr(format('  %s ', token), start, 3)) < 0.2;
    END IF;
    telling := coalesce(telling, wanted);
    LOOP
        IF zone IS NULL THEN
            found := ARRAY(
                SELECT place FROM customer
                WHERE string_to_array(btrim(tokens || split_part(words, '|', 1)), ' ')
                      @> telling
                  AND (telling = wanted
                       OR string_to_array(btrim(tokens || split_part(words, '|', 1)), ' ') || '{}'
                          @> wanted)
                ORDER BY place LIMIT most);
        ELSE
            found := ARRAY(
                SELECT place FROM customer
                WHERE (('{1,2,3,4}'::integer[])[width_bucket(
                          place, '{1,4097,16385,65537,262145}'::integer[]):])
                      @> ARRAY[zone]
                  AND string_to_array(btrim(tokens || split_part(words, '|', 1)), ' ')
                      @> telling
                  AND (telling = wanted
                       OR string_to_array(btrim(tokens || split_part(words, '|', 1)), ' ') || '{}'
                          @> wanted)
                ORDER BY place LIMIT most);
        END IF;
        EXIT WHEN cardinality(found) >= most OR zone IS NULL;
        zone := CASE WHEN zone > 1 THEN NULL
                     WHEN cardinality(found) * 3 >= most AND last_place > 16384 THEN 2
                     WHEN cardinality(found) * 12 >= most AND last_place > 65536 THEN 3
                     WHEN cardinality(found) * 48 >= most AND last_place > 262144 THEN 4 END;
    END LOOP;
    RETURN found;
END
$$;


ALTER FUNCTION watchword.find_tokens(wanted text[], most integer) OWNER TO watchword_owner;

--
-- Name: find_words(text[], text[], integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.find_words(patterns text[], also text[], most integer) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_indexscan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    AS $$
DECLARE
    found integer[];
    zone integer := 1;
    last_place constant integer := (SELECT last_value FROM customer_place_seq);
    parts constant text[] := telling_parts(patterns) || '{%,%,%,%,%}';
    every constant text[] := patterns || also;
BEGIN
    PERFORM require_role('agent');
    LOOP
        IF zone IS NULL THEN
            found := ARRAY(
                SELECT place FROM customer
                WHERE words LIKE parts[1] AND words LIKE parts[2]
                  AND words LIKE parts[3] AND words LIKE parts[4]
                  AND words LIKE parts[5] AND words LIKE parts[6]
                  AND digits || words LIKE ALL (every)
                ORDER BY place LIMIT most);
        ELSE
            found := ARRAY(
                SELECT place FROM customer
                WHERE (('{1,2,3,4}'::integer[])[width_bucket(
                          place, '{1,4097,16385,65537,262145}'::integer[]):])
                      @> ARRAY[zone]
                  AND words LIKE parts[1] AND words LIKE parts[2]
                  AND words LIKE parts[3] AND words LIKE parts[4]
                  AND words LIKE parts[5] AND words LIKE parts[6]
                  AND digits || words LIKE ALL (every)
                ORDER BY place LIMIT most);
        END IF;
        EXIT WHEN cardinality(found) >= most OR zone IS NULL;
        zone := CASE WHEN zone > 1 THEN NULL
                     WHEN cardinality(found) * 3 >= most AND last_place > 16384 THEN 2
                     WHEN cardinality(found) * 12 >= most AND last_place > 65536 THEN 3
                     WHEN cardinality(found) * 48 >= most AND last_place > 262144 THEN 4 END;
    END LOOP;
    RETURN found;
END
$$;


ALTER FUNCTION watchword.find_words(patterns text[], also text[], most integer) OWNER TO watchword_owner;

--
-- Name: finish_import(jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.finish_import(counts jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
DECLARE
    done jsonb;
BEGIN
    PERFORM require_import();
    PERFORM require_details(counts);
    PERFORM strike_found();
    TRUNCATE customer_seen;
    IF (SELECT max(place) FROM customer) >= 1000 THEN
        PERFORM make_search_index();
        PERFORM gin_clean_pending_list(indexrelid)
        FROM pg_index WHERE indrelid = 'customer'::regclass AND indexrelid::regclass::text IN (
            'customer_by_token', 'customer_by_word', 'customer_by_digits');
    END IF;
    ANALYZE customer, customer_phone;
    DELETE FROM customer_import AS i WHERE i.batch = pg_current_xact_id()
    RETURNING jsonb_build_object('new', i.added::text, 'updated', i.updated::text) INTO done;
    PERFORM write_journal('customers-imported', 'imported', NULL, counts || done, NULL);
END
$$;


ALTER FUNCTION watchword.finish_import(counts jsonb) OWNER TO watchword_owner;

--
-- Name: first_password_candidates(boolean, text[], text, integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.first_password_candidates(of_letters boolean, beginnings text[], of_country text, at_most integer) RETURNS TABLE(id bigint, number text, name text, company text, phones text, emails text, domains text, country text, language text, authorised text, active boolean, letter_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.first_password_candidates(of_letters boolean, beginnings text[], of_country text, at_most integer) OWNER TO watchword_owner;

--
-- Name: forget_attempts(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.forget_attempts() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    -- A day before the newest one and not a day ago: a clock that is set ahead and back again must
    -- not make a person's wrong tries disappear.
    DELETE FROM attempt WHERE id IN (
        SELECT id FROM attempt WHERE at < (SELECT max(at) FROM attempt) - interval '24 hours'
        LIMIT 1000 FOR UPDATE SKIP LOCKED);
    UPDATE attempt SET digest_hash = NULL WHERE id IN (
        SELECT id FROM attempt
        WHERE at < moment() - interval '5 minutes' AND digest_hash IS NOT NULL
        LIMIT 1000 FOR UPDATE SKIP LOCKED);
END
$$;


ALTER FUNCTION watchword.forget_attempts() OWNER TO watchword_owner;

--
-- Name: forget_counts(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.forget_counts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    DELETE FROM journal_count AS k
    WHERE k.quarter <= (SELECT j.at FROM journal AS j WHERE j.sequence = NEW.sequence);
    RETURN NULL;
END
$$;


ALTER FUNCTION watchword.forget_counts() OWNER TO watchword_owner;

--
-- Name: import_doubles(integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_doubles(last_before integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
DECLARE
    told jsonb;
BEGIN
    WITH doubles AS (
        SELECT s.line, s.number
        FROM (SELECT line, number, row_number() OVER (PARTITION BY number ORDER BY line) AS turn
              FROM customer_staging WHERE batch = pg_current_xact_id()) AS s
        LEFT JOIN customer AS c ON c.number = s.number AND c.place > last_before
        LEFT JOIN customer_seen AS n ON n.number = s.number
        WHERE s.turn > 1 OR c.place IS NOT NULL OR n.number IS NOT NULL
    ), removed AS (
        DELETE FROM customer_staging AS s USING doubles WHERE s.line = doubles.line
    )
    SELECT coalesce(jsonb_agg(jsonb_build_array(line, number)), '[]') INTO told FROM doubles;
    RETURN told;
END
$$;


ALTER FUNCTION watchword.import_doubles(last_before integer) OWNER TO watchword_owner;

--
-- Name: import_index(jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_index(entries jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_import();
    PERFORM write_phones(e.place, e.phone_keys)
    FROM jsonb_to_recordset(entries) AS e (place integer, phone_keys text)
    JOIN customer AS c ON c.place = e.place
    WHERE c.xmin = pg_current_xact_id()::xid;
    UPDATE customer AS c SET words = e.words, digits = e.digits, tokens = e.tokens
    FROM jsonb_to_recordset(entries) AS e (place integer, words text, digits text, tokens text)
    WHERE c.place = e.place AND c.xmin = pg_current_xact_id()::xid;
END
$$;


ALTER FUNCTION watchword.import_index(entries jsonb) OWNER TO watchword_owner;

--
-- Name: import_is_journalled(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_is_journalled() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM customer_import WHERE batch = NEW.batch) THEN
        RAISE EXCEPTION 'the import is not finished' USING ERRCODE = 'WW010';
    END IF;
    RETURN NULL;
END
$$;


ALTER FUNCTION watchword.import_is_journalled() OWNER TO watchword_owner;

--
-- Name: import_known(text[], boolean); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_known(given_fields text[], trial boolean) RETURNS TABLE(known bigint, changed jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
BEGIN
    RETURN QUERY
    WITH merged AS (
        SELECT c.place, c.number,
            CASE WHEN 'name' = ANY (given_fields) THEN s.name ELSE c.name END AS name,
            CASE WHEN 'company' = ANY (given_fields) THEN s.company ELSE c.company END AS company,
            CASE WHEN 'phones' = ANY (given_fields) THEN s.phones ELSE c.phones END AS phones,
            CASE WHEN 'emails' = ANY (given_fields) THEN s.emails ELSE c.emails END AS emails,
            CASE WHEN 'domains' = ANY (given_fields) THEN s.domains ELSE c.domains END AS domains,
            CASE WHEN 'country' = ANY (given_fields) THEN s.country ELSE c.country END AS country,
            CASE WHEN 'language' = ANY (given_fields) THEN s.language
                 ELSE c.language END AS language,
            CASE WHEN 'authorised' = ANY (given_fields) THEN s.authorised
                 ELSE c.authorised END AS authorised,
            CASE WHEN 'active' = ANY (given_fields) THEN s.active ELSE c.active END AS active
        FROM customer_staging AS s JOIN customer AS c ON c.number = s.number
        WHERE s.batch = pg_current_xact_id()
    ), differing AS (
        SELECT m.* FROM merged AS m JOIN customer AS c ON c.place = m.place
        WHERE (m.name, m.company, m.phones, m.emails, m.domains, m.country, m.language,
               m.authorised, m.active)
           <> (c.name, c.company, c.phones, c.emails, c.domains, c.country, c.language,
               c.authorised, c.active)
    ), written AS (
        UPDATE customer AS c
        SET name = d.name, company = d.company, phones = d.phones, emails = d.emails,
            domains = d.domains, country = d.country, language = d.language,
            authorised = d.authorised, active = d.active
        FROM differing AS d WHERE c.place = d.place AND NOT trial
    ), kept AS (
        INSERT INTO customer_seen (number) SELECT m.number FROM merged AS m
    )
    SELECT (SELECT count(*) FROM merged),
           (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM differing AS d);
    DELETE FROM customer_staging AS s USING customer_seen AS n
    WHERE s.number = n.number AND s.batch = pg_current_xact_id();
END
$$;


ALTER FUNCTION watchword.import_known(given_fields text[], trial boolean) OWNER TO watchword_owner;

--
-- Name: import_missing(integer, boolean); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_missing(last_before integer, trial boolean) RETURNS TABLE(list_id text, missing bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_import();
    ANALYZE customer_seen, customer_rejected;
    list_id := pg_current_xact_id()::text;
    IF trial THEN
        SELECT count(*) INTO missing FROM customer AS c
        WHERE c.place <= last_before AND c.active
          AND NOT EXISTS (SELECT FROM customer_seen AS n WHERE n.number = c.number)
          AND NOT EXISTS (SELECT FROM customer_rejected AS n WHERE n.number = c.number);
    ELSE
        TRUNCATE missing_customer;
        INSERT INTO missing_customer (place, batch)
        SELECT c.place, pg_current_xact_id() FROM customer AS c
        WHERE c.place <= last_before AND c.active
          AND NOT EXISTS (SELECT FROM customer_seen AS n WHERE n.number = c.number)
          AND NOT EXISTS (SELECT FROM customer_rejected AS n WHERE n.number = c.number);
        GET DIAGNOSTICS missing = ROW_COUNT;
        ANALYZE missing_customer;
    END IF;
    TRUNCATE customer_rejected;
    RETURN NEXT;
END
$$;


ALTER FUNCTION watchword.import_missing(last_before integer, trial boolean) OWNER TO watchword_owner;

--
-- Name: import_new(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_new() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
DECLARE
    secret bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
BEGIN
    WITH added AS (
        INSERT INTO customer (id, number, name, company, phones, emails, domains, country, language,
                              authorised, active, words, digits, tokens)
        SELECT ('x' || left(encode(sha256(secret || int8send(line)), 'hex'), 16))::bit(64)::bigint
               & 9223372036854775807,
               number, name, company, phones, emails, domains, country, language, authorised,
               active, words, digits, tokens
        FROM customer_staging WHERE batch = pg_current_xact_id() ORDER BY line
        RETURNING place, number
    )
    INSERT INTO customer_phone (place, code, national)
    SELECT a.place, split_part(key, '/', 2)::integer, split_part(key, '/', 1)
    FROM customer_staging AS s
    JOIN added AS a ON a.number = s.number
    CROSS JOIN LATERAL string_to_table(s.phone_keys, E'\n') AS key
    WHERE s.batch = pg_current_xact_id() AND s.phone_keys <> '';
END
$$;


ALTER FUNCTION watchword.import_new() OWNER TO watchword_owner;

--
-- Name: import_rejected(text[]); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_rejected(numbers text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_import();
    INSERT INTO customer_rejected (number)
    SELECT n FROM unnest(numbers) AS n WHERE n <> '' ON CONFLICT DO NOTHING;
END
$$;


ALTER FUNCTION watchword.import_rejected(numbers text[]) OWNER TO watchword_owner;

--
-- Name: import_staged(text[], boolean, integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.import_staged(given_fields text[], trial boolean, last_before integer) RETURNS TABLE(new bigint, known bigint, doubles jsonb, changed jsonb)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    SET gin_pending_list_limit TO '64MB'
    SET work_mem TO '64MB'
    AS $$
BEGIN
    PERFORM require_import();
    doubles := import_doubles(last_before);
    known := 0;
    changed := '[]';
    IF last_before > 0 THEN
        SELECT k.known, k.changed INTO known, changed FROM import_known(given_fields, trial) AS k;
    END IF;
    SELECT count(*) INTO new FROM customer_staging WHERE batch = pg_current_xact_id();
    IF trial THEN
        INSERT INTO customer_seen (number)
        SELECT number FROM customer_staging WHERE batch = pg_current_xact_id();
    ELSE
        PERFORM import_new();
    END IF;
    UPDATE customer_import AS i
    SET added = i.added + import_staged.new,
        updated = i.updated + jsonb_array_length(import_staged.changed)
    WHERE i.batch = pg_current_xact_id();
    TRUNCATE customer_staging;
    RETURN NEXT;
END
$$;


ALTER FUNCTION watchword.import_staged(given_fields text[], trial boolean, last_before integer) OWNER TO watchword_owner;

--
-- Name: invitation_end(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.invitation_end() RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT moment() + interval '7 days'
$$;


ALTER FUNCTION watchword.invitation_end() OWNER TO watchword_owner;

--
-- Name: invite_person(text, text, text, text, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.invite_person(new_login text, new_name text, new_role text, scram_verifier text, token_hash bytea) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM begin_people_change();
    PERFORM make_login(new_login, new_name, new_role, 'invited', scram_verifier,
                       invitation_end(), token_hash);
    RETURN write_journal('person-added', new_role, NULL,
                         jsonb_build_object('login', new_login, 'invited', 'true'), NULL);
END
$$;


ALTER FUNCTION watchword.invite_person(new_login text, new_name text, new_role text, scram_verifier text, token_hash bytea) OWNER TO watchword_owner;

--
-- Name: is_owner(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.is_owner() RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT pg_has_role(session_user, 'watchword_owner', 'MEMBER')
$$;


ALTER FUNCTION watchword.is_owner() OWNER TO watchword_owner;

--
-- Name: key_holder; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.key_holder (
    login text NOT NULL COLLATE pg_catalog."C",
    workstation text NOT NULL,
    key_id bytea,
    confirmed_at timestamp with time zone,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT key_holder_check CHECK (((key_id IS NULL) = (confirmed_at IS NULL))),
    CONSTRAINT key_holder_workstation_check CHECK ((length(workstation) <= 100))
);


ALTER TABLE watchword.key_holder OWNER TO watchword_owner;

--
-- Name: is_waited_for(watchword.key_holder); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.is_waited_for(holder watchword.key_holder) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT holder.seen_at > moment() - interval '30 days'
       AND EXISTS (SELECT FROM team_key WHERE key_id = holder.key_id AND state = 'current')
       AND EXISTS (SELECT FROM team_key WHERE state = 'announced')
       AND EXISTS (SELECT FROM person WHERE login = holder.login AND invited_until IS NULL
                                            AND removed_at IS NULL)
$$;


ALTER FUNCTION watchword.is_waited_for(holder watchword.key_holder) OWNER TO watchword_owner;

--
-- Name: journal_head(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.journal_head() RETURNS TABLE(sequence bigint, digest bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN QUERY SELECT n.sequence, n.digest FROM newest_sealed() AS n WHERE n.sequence IS NOT NULL;
END
$$;


ALTER FUNCTION watchword.journal_head() OWNER TO watchword_owner;

--
-- Name: journal_holds(bigint, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.journal_holds(seen_sequence bigint, seen_digest bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    IF EXISTS (SELECT FROM journal_mark WHERE name = 'anchor') AND NOT anchor_is_recorded() THEN
        RETURN false;
    END IF;
    RETURN EXISTS (SELECT FROM journal_mark
                   WHERE name = 'anchor'
                     AND (sequence > seen_sequence
                          OR sequence = seen_sequence AND digest = seen_digest))
        OR EXISTS (SELECT FROM journal WHERE sequence = seen_sequence AND digest = seen_digest);
END
$$;


ALTER FUNCTION watchword.journal_holds(seen_sequence bigint, seen_digest bytea) OWNER TO watchword_owner;

--
-- Name: journal_is_not_edited(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.journal_is_not_edited() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.sequence IS NULL AND NEW.sequence IS NOT NULL
           AND (OLD.id, OLD.at, OLD.login, OLD.person, OLD.workstation, OLD.customer_number,
                OLD.kind, OLD.outcome, OLD.receipt, OLD.details, OLD.personal_digest)
               = (NEW.id, NEW.at, NEW.login, NEW.person, NEW.workstation, NEW.customer_number,
                  NEW.kind, NEW.outcome, NEW.receipt, NEW.details, NEW.personal_digest)
           AND OLD.customer_id IS NOT DISTINCT FROM NEW.customer_id THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF OLD.sequence <= (SELECT sequence FROM journal_mark WHERE name = 'anchor') THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the journal is neither edited nor shortened' USING ERRCODE = 'WW010';
END
$$;


ALTER FUNCTION watchword.journal_is_not_edited() OWNER TO watchword_owner;

--
-- Name: keep_refusal(bigint, text, watchword.policy, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.keep_refusal(about bigint, refusal text, rules watchword.policy, at_moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.keep_refusal(about bigint, refusal text, rules watchword.policy, at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: key_holders(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.key_holders() RETURNS TABLE(login text, name text, workstation text, key_id bytea, confirmed_at timestamp with time zone, seen_at timestamp with time zone, waited_for boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('admin');
    RETURN QUERY SELECT h.login, p.name, h.workstation, h.key_id, h.confirmed_at, h.seen_at,
                        is_waited_for(h)
                 FROM key_holder AS h JOIN person AS p ON p.login = h.login
                 WHERE p.removed_at IS NULL ORDER BY h.login, h.workstation;
END
$$;


ALTER FUNCTION watchword.key_holders() OWNER TO watchword_owner;

--
-- Name: keys_in_use(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.keys_in_use() RETURNS TABLE(key_id bytea, passwords bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.keys_in_use() OWNER TO watchword_owner;

--
-- Name: list_columns(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.list_columns(of_kind text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('lead');
    RETURN (SELECT m.columns FROM list_mapping AS m WHERE m.kind = of_kind);
END
$$;


ALTER FUNCTION watchword.list_columns(of_kind text) OWNER TO watchword_owner;

--
-- Name: lock_credential(bigint); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.lock_credential(about bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
BEGIN
    PERFORM 1 FROM credential WHERE customer_id = about FOR UPDATE;
END
$$;


ALTER FUNCTION watchword.lock_credential(about bigint) OWNER TO watchword_owner;

--
-- Name: lock_customers(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.lock_customers() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
BEGIN
    LOCK TABLE customer IN SHARE ROW EXCLUSIVE MODE;
END
$$;


ALTER FUNCTION watchword.lock_customers() OWNER TO watchword_owner;

--
-- Name: lock_for_check(bigint); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.lock_for_check(about bigint) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.lock_for_check(about bigint) OWNER TO watchword_owner;

--
-- Name: make_login(text, text, text, text, text, timestamp with time zone, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.make_login(new_login text, new_name text, new_role text, in_group text, scram_verifier text, until timestamp with time zone, token_hash bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $_$
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
$_$;


ALTER FUNCTION watchword.make_login(new_login text, new_name text, new_role text, in_group text, scram_verifier text, until timestamp with time zone, token_hash bytea) OWNER TO watchword_owner;

--
-- Name: make_search_index(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.make_search_index() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET maintenance_work_mem TO '256MB'
    AS $$
BEGIN
    CREATE INDEX IF NOT EXISTS customer_by_token ON customer USING gin (
        (('{1,2,3,4}'::integer[])[width_bucket(
            place, '{1,4097,16385,65537,262145}'::integer[]):]),
        (string_to_array(btrim(tokens || split_part(words, '|', 1)), ' ')));
    CREATE INDEX IF NOT EXISTS customer_by_word ON customer USING gin (
        (('{1,2,3,4}'::integer[])[width_bucket(
            place, '{1,4097,16385,65537,262145}'::integer[]):]),
        words watchword_trigram.gin_trgm_ops);
    CREATE INDEX IF NOT EXISTS customer_by_digits ON customer USING gin (
        (('{1,2,3,4}'::integer[])[width_bucket(
            place, '{1,4097,16385,65537,262145}'::integer[]):]),
        digits watchword_trigram.gin_trgm_ops);
    PERFORM count_parts();
END
$$;


ALTER FUNCTION watchword.make_search_index() OWNER TO watchword_owner;

--
-- Name: missing_customers(text, text, integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.missing_customers(of_list text, after_number text, at_most integer) RETURNS TABLE(place integer, id bigint, number text, name text, company text, phones text, emails text, domains text, country text, language text, authorised text, active boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
BEGIN
    PERFORM require_list(of_list);
    RETURN QUERY
        SELECT c.place, c.id, c.number, c.name, c.company, c.phones, c.emails, c.domains, c.country,
               c.language, c.authorised, c.active
        FROM missing_customer AS m JOIN customer AS c ON c.place = m.place
        WHERE c.active AND c.number > after_number ORDER BY c.number LIMIT at_most;
END
$$;


ALTER FUNCTION watchword.missing_customers(of_list text, after_number text, at_most integer) OWNER TO watchword_owner;

--
-- Name: moment(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.moment() RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    RETURN clock_timestamp();
END
$$;


ALTER FUNCTION watchword.moment() OWNER TO watchword_owner;

--
-- Name: new_customer_id(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.new_customer_id() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT ('x' || left(encode(sha256(uuid_send(gen_random_uuid())), 'hex'), 16))::bit(64)::bigint
           & 9223372036854775807
$$;


ALTER FUNCTION watchword.new_customer_id() OWNER TO watchword_owner;

--
-- Name: journal_mark; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.journal_mark (
    name text NOT NULL,
    sequence bigint NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT journal_mark_digest_check CHECK ((length(digest) = 32)),
    CONSTRAINT journal_mark_name_check CHECK ((name = ANY (ARRAY['anchor'::text, 'head'::text]))),
    CONSTRAINT journal_mark_sequence_check CHECK ((sequence > 0))
);


ALTER TABLE watchword.journal_mark OWNER TO watchword_owner;

--
-- Name: newest_sealed(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.newest_sealed() RETURNS watchword.journal_mark
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT name, sequence, digest FROM (
        SELECT name, sequence, digest FROM journal_mark
        UNION ALL
        (SELECT 'entry', sequence, digest FROM journal WHERE sequence IS NOT NULL
         ORDER BY sequence DESC LIMIT 1)
    ) AS found ORDER BY sequence DESC LIMIT 1
$$;


ALTER FUNCTION watchword.newest_sealed() OWNER TO watchword_owner;

--
-- Name: open_transactions(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.open_transactions() RETURNS TABLE(pid integer, login text, began_at timestamp with time zone, idle_since timestamp with time zone, holds boolean)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT a.pid, p.login, a.xact_start,
           CASE WHEN a.state LIKE 'idle in transaction%' THEN a.state_change END,
           a.backend_xid IS NOT NULL
    FROM pg_stat_activity AS a JOIN person AS p ON p.login = a.usename
    WHERE a.datname = current_database() AND a.xact_start IS NOT NULL
      AND a.pid <> pg_backend_pid()
$$;


ALTER FUNCTION watchword.open_transactions() OWNER TO watchword_owner;

--
-- Name: own_checks(timestamp with time zone, integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.own_checks(since timestamp with time zone, at_most integer) RETURNS TABLE(at timestamp with time zone, answer text, id bigint, number text, name text, company text, phones text, emails text, domains text, country text, language text, authorised text, active boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN QUERY
        SELECT newest.at, newest.outcome, c.id, c.number, c.name, c.company, c.phones, c.emails,
               c.domains, c.country, c.language, c.authorised, c.active
        FROM (SELECT DISTINCT ON (j.customer_id) j.customer_id, j.outcome, j.at, j.id
              FROM journal AS j
              WHERE j.kind = 'verdict' AND j.login = session_user AND j.at >= since
              ORDER BY j.customer_id, j.id DESC) AS newest
        JOIN customer AS c ON c.id = newest.customer_id
        ORDER BY newest.id DESC LIMIT at_most;
END
$$;


ALTER FUNCTION watchword.own_checks(since timestamp with time zone, at_most integer) OWNER TO watchword_owner;

--
-- Name: password_state(boolean, integer, integer, timestamp with time zone, timestamp with time zone, timestamp with time zone, watchword.policy, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.password_state(has_password boolean, in_row integer, in_all integer, locked_until timestamp with time zone, valid_until timestamp with time zone, used_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.password_state(has_password boolean, in_row integer, in_all integer, locked_until timestamp with time zone, valid_until timestamp with time zone, used_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: pause_if_used_up(uuid, watchword.policy, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.pause_if_used_up(by_attempt uuid, rules watchword.policy, at_moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.pause_if_used_up(by_attempt uuid, rules watchword.policy, at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: people(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.people() RETURNS TABLE(login text, name text, role text, added_at timestamp with time zone, last_seen_at timestamp with time zone, invited_until timestamp with time zone, paused_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.people() OWNER TO watchword_owner;

--
-- Name: personal_is_not_edited(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.personal_is_not_edited() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    RAISE EXCEPTION 'personal data is erased, not edited' USING ERRCODE = 'WW010';
END
$$;


ALTER FUNCTION watchword.personal_is_not_edited() OWNER TO watchword_owner;

--
-- Name: portal_customer(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.portal_customer(by_number text) RETURNS TABLE(customer_id bigint, shortest_password integer, memory_kib integer, passes integer, lanes integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.portal_customer(by_number text) OWNER TO watchword_owner;

--
-- Name: portal_set_password(bigint, bytea, bytea, integer, integer, integer, integer, integer, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.portal_set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.portal_set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) OWNER TO watchword_owner;

--
-- Name: prune_journal(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.prune_journal() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
DECLARE
    first_kept timestamptz;
    last_removed record;
    removed bigint;
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('agent');
    PERFORM 1 FROM sealing FOR UPDATE;
    SELECT (date_trunc('month', moment() AT TIME ZONE 'UTC')
            - make_interval(months => journal_months)) AT TIME ZONE 'UTC'
    INTO first_kept FROM policy;
    -- The end of the unbroken run of old entries at the chain's start.
    SELECT j.sequence, j.digest INTO last_removed FROM journal AS j
    WHERE j.sequence < coalesce(
        (SELECT min(k.sequence) FROM journal AS k WHERE k.at >= first_kept),
        (SELECT max(k.sequence) + 1 FROM journal AS k))
    ORDER BY j.sequence DESC LIMIT 1;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    INSERT INTO journal_mark (name, sequence, digest)
    VALUES ('anchor', last_removed.sequence, last_removed.digest)
    ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence, digest = excluded.digest;
    DELETE FROM journal WHERE sequence <= last_removed.sequence;
    GET DIAGNOSTICS removed = ROW_COUNT;
    PERFORM write_journal(
        'journal-pruned', 'pruned', NULL,
        jsonb_build_object('entries', removed::text,
                           'before', to_char(first_kept AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
                           'sequence', last_removed.sequence::text,
                           'digest', encode(last_removed.digest, 'hex')), NULL);
    -- Sealed with it, because an anchor counts only where a sealed entry names it.
    WHILE seal(1000) > 0 LOOP
    END LOOP;
    RETURN removed;
END
$$;


ALTER FUNCTION watchword.prune_journal() OWNER TO watchword_owner;

--
-- Name: quarter_of(timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.quarter_of(moment timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT date_bin('15 minutes', moment, '2000-01-01 00:00+00')
$$;


ALTER FUNCTION watchword.quarter_of(moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: raise_caution(bigint, text, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.raise_caution(about bigint, new_text text, seen_at timestamp with time zone) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
DECLARE
    caller person;
    written change;
BEGIN
    PERFORM require_read_committed();
    caller := require_role('agent');
    PERFORM require_caution(new_text);
    PERFORM require_customer(about);
    written := write_journal('caution-raised', 'raised', about, NULL,
                             jsonb_build_object('text', new_text));
    INSERT INTO caution (customer_id, text, raised_by, raised_at)
    VALUES (about, new_text, caller.name, written.at)
    ON CONFLICT (customer_id) DO UPDATE
    SET text = excluded.text, raised_by = excluded.raised_by, raised_at = excluded.raised_at
    WHERE caution.raised_at = seen_at;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'WW008';
    END IF;
    PERFORM tell_of_customer(about);
    RETURN written;
END
$$;


ALTER FUNCTION watchword.raise_caution(about bigint, new_text text, seen_at timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: receipt_place(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.receipt_place(of_receipt text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN (SELECT c.place FROM journal AS j JOIN customer AS c ON c.id = j.customer_id
            WHERE j.receipt = of_receipt);
END
$$;


ALTER FUNCTION watchword.receipt_place(of_receipt text) OWNER TO watchword_owner;

--
-- Name: recent_trouble(timestamp with time zone, timestamp with time zone, integer, integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.recent_trouble(failed_since timestamp with time zone, missing_since timestamp with time zone, at_least integer, at_most integer) RETURNS TABLE(kind text, times timestamp with time zone[], answers text[], id bigint, number text, name text, company text, phones text, emails text, domains text, country text, language text, authorised text, active boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.recent_trouble(failed_since timestamp with time zone, missing_since timestamp with time zone, at_least integer, at_most integer) OWNER TO watchword_owner;

--
-- Name: record(text, text, jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.record(of_kind text, of_outcome text, of_details jsonb) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    PERFORM require_details(of_details);
    IF of_kind NOT IN ('exported', 'backed-up') OR length(of_outcome) > 100 THEN
        RAISE EXCEPTION 'not allowed' USING ERRCODE = 'WW002';
    END IF;
    RETURN (write_journal(of_kind, of_outcome, NULL, of_details, NULL)).receipt;
END
$$;


ALTER FUNCTION watchword.record(of_kind text, of_outcome text, of_details jsonb) OWNER TO watchword_owner;

--
-- Name: refresh(uuid, bytea, bytea, integer, integer, integer, integer, integer, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.refresh(attempt_id uuid, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.refresh(attempt_id uuid, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) OWNER TO watchword_owner;

--
-- Name: refused_passwords(timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.refused_passwords(at_moment timestamp with time zone) RETURNS TABLE(customer_id bigint, state text, in_row integer, in_all integer, opens_at timestamp with time zone, last_failure_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.refused_passwords(at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: remove_password(bigint, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.remove_password(about bigint, reason text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.remove_password(about bigint, reason text) OWNER TO watchword_owner;

--
-- Name: remove_person(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.remove_person(of_login text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.remove_person(of_login text) OWNER TO watchword_owner;

--
-- Name: report_keys(bytea[]); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.report_keys(key_ids bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.report_keys(key_ids bytea[]) OWNER TO watchword_owner;

--
-- Name: require_caution(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_caution(given text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
DECLARE
    refused text := CASE
        WHEN coalesce(given, '') !~ E'[^ \n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]'
            THEN 'empty'
        WHEN length(given) > 2000 THEN 'too-long'
        WHEN given ~ E'[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f]'
             OR given ~ E'[\u2028-\u202e\u2060\u2066-\u2069\ufeff]' THEN 'control'
    END;
BEGIN
    IF refused IS NOT NULL THEN
        RAISE EXCEPTION 'caution'
            USING ERRCODE = 'WW009', DETAIL = refused, COLUMN = 'caution';
    END IF;
END
$$;


ALTER FUNCTION watchword.require_caution(given text) OWNER TO watchword_owner;

--
-- Name: require_current_key(bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_current_key(of_key bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.require_current_key(of_key bytea) OWNER TO watchword_owner;

--
-- Name: require_customer(bigint); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_customer(about bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM customer WHERE id = about) THEN
        RAISE EXCEPTION 'no such customer' USING ERRCODE = 'WW001';
    END IF;
END
$$;


ALTER FUNCTION watchword.require_customer(about bigint) OWNER TO watchword_owner;

--
-- Name: require_details(jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_details(given jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $_$
BEGIN
    IF jsonb_typeof(given) <> 'object' OR length(given::text) > 4000
       OR jsonb_path_exists(given, 'strict $.keyvalue() ? (@.value.type() != "string")') THEN
        RAISE EXCEPTION 'details' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'details';
    END IF;
END
$_$;


ALTER FUNCTION watchword.require_details(given jsonb) OWNER TO watchword_owner;

--
-- Name: require_import(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_import() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('lead');
    IF NOT EXISTS (SELECT FROM customer_import WHERE batch = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'no import was begun' USING ERRCODE = 'WW002';
    END IF;
END
$$;


ALTER FUNCTION watchword.require_import() OWNER TO watchword_owner;

--
-- Name: require_list(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_list(of_list text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('lead');
    IF NOT EXISTS (SELECT FROM missing_customer AS m WHERE m.batch::text = of_list LIMIT 1) THEN
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'WW008';
    END IF;
END
$$;


ALTER FUNCTION watchword.require_list(of_list text) OWNER TO watchword_owner;

--
-- Name: require_other_admin(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_other_admin(than_login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.require_other_admin(than_login text) OWNER TO watchword_owner;

--
-- Name: person; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.person (
    login text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    role text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone,
    invited_until timestamp with time zone,
    invitation bytea,
    sessions_from timestamp with time zone,
    removed_at timestamp with time zone,
    CONSTRAINT person_check CHECK (((invited_until IS NULL) OR (removed_at IS NULL))),
    CONSTRAINT person_check1 CHECK (((invited_until IS NULL) OR (invitation IS NOT NULL))),
    CONSTRAINT person_invitation_check CHECK ((length(invitation) = 32)),
    CONSTRAINT person_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'lead'::text, 'admin'::text, 'portal'::text])))
);


ALTER TABLE watchword.person OWNER TO watchword_owner;

--
-- Name: require_person(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_person(of_login text) RETURNS watchword.person
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.require_person(of_login text) OWNER TO watchword_owner;

--
-- Name: require_read_committed(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_read_committed() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'only in read committed transactions' USING ERRCODE = 'WW003';
    END IF;
END
$$;


ALTER FUNCTION watchword.require_read_committed() OWNER TO watchword_owner;

--
-- Name: require_reason(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_reason(reason text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    IF coalesce(btrim(reason, E' \t\r\n'), '') = '' THEN
        RAISE EXCEPTION 'reason' USING ERRCODE = 'WW009', DETAIL = 'empty', COLUMN = 'reason';
    ELSIF length(reason) > 500 THEN
        RAISE EXCEPTION 'reason' USING ERRCODE = 'WW009', DETAIL = 'too-long', COLUMN = 'reason';
    END IF;
END
$$;


ALTER FUNCTION watchword.require_reason(reason text) OWNER TO watchword_owner;

--
-- Name: require_role(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_role(needed text) RETURNS watchword.person
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.require_role(needed text) OWNER TO watchword_owner;

--
-- Name: require_verifier(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.require_verifier(scram_verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $_$
BEGIN
    -- What does not look exactly like one, the server would take for a password in clear.
    IF coalesce(scram_verifier !~ ('^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/]{22}=='
                                   '\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$'), true) THEN
        RAISE EXCEPTION 'password' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'password';
    END IF;
END
$_$;


ALTER FUNCTION watchword.require_verifier(scram_verifier text) OWNER TO watchword_owner;

--
-- Name: reset_person(text, text, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.reset_person(of_login text, scram_verifier text, token_hash bytea) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.reset_person(of_login text, scram_verifier text, token_hash bytea) OWNER TO watchword_owner;

--
-- Name: result(uuid); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.result(attempt_id uuid) RETURNS TABLE(customer_id bigint, answer text, receipt text, answered_at timestamp with time zone, standing watchword.standing)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
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


ALTER FUNCTION watchword.result(attempt_id uuid) OWNER TO watchword_owner;

--
-- Name: resume(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.resume(of_login text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.resume(of_login text) OWNER TO watchword_owner;

--
-- Name: save_list_columns(text, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.save_list_columns(of_kind text, new_columns text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_import();
    INSERT INTO list_mapping (kind, columns, saved_at, saved_by)
    VALUES (of_kind, new_columns, moment(), session_user)
    ON CONFLICT (kind) DO UPDATE
    SET columns = excluded.columns, saved_at = excluded.saved_at, saved_by = excluded.saved_by;
END
$$;


ALTER FUNCTION watchword.save_list_columns(of_kind text, new_columns text) OWNER TO watchword_owner;

--
-- Name: save_policy(jsonb, jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.save_policy(new_rules jsonb, rules_read jsonb DEFAULT NULL::jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
    AS $$
DECLARE
    rules_before jsonb;
    changes jsonb;
BEGIN
    PERFORM require_role('admin');
    SELECT to_jsonb(p) INTO rules_before FROM policy AS p FOR UPDATE;
    -- None is found where another admin has replaced the row that this one was waiting for.
    IF NOT FOUND OR EXISTS (SELECT FROM jsonb_each(rules_read) AS r
                            WHERE r.value IS DISTINCT FROM rules_before -> r.key) THEN
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'WW008';
    END IF;
    SELECT jsonb_object_agg(b.key, b.value::text || ' → ' || n.value::text)
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


ALTER FUNCTION watchword.save_policy(new_rules jsonb, rules_read jsonb) OWNER TO watchword_owner;

--
-- Name: seal(integer); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.seal(at_most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
DECLARE
    entry journal;
    newest journal_mark;
    last_sequence bigint;
    last_digest bytea;
    sealed_now integer := 0;
BEGIN
    PERFORM require_read_committed();
    PERFORM require_role('agent');
    PERFORM end_stuck_sessions();
    PERFORM 1 FROM sealing FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    PERFORM forget_attempts();
    newest := newest_sealed();
    last_sequence := coalesce(newest.sequence, 0);
    last_digest := coalesce(newest.digest, decode(repeat('00', 32), 'hex'));
    FOR entry IN SELECT * FROM journal WHERE sequence IS NULL ORDER BY id LIMIT least(at_most, 1000)
    LOOP
        last_sequence := last_sequence + 1;
        last_digest := sha256('watchword journal'::bytea || last_digest || int8send(last_sequence)
                              || entry_bytes(entry));
        UPDATE journal SET sequence = last_sequence, digest = last_digest WHERE id = entry.id;
        sealed_now := sealed_now + 1;
    END LOOP;
    IF last_sequence > 0 THEN
        INSERT INTO journal_mark (name, sequence, digest)
        VALUES ('head', last_sequence, last_digest)
        ON CONFLICT (name) DO UPDATE
        SET sequence = excluded.sequence, digest = excluded.digest;
    END IF;
    RETURN sealed_now;
END
$$;


ALTER FUNCTION watchword.seal(at_most integer) OWNER TO watchword_owner;

--
-- Name: session_start(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.session_start() RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT backend_start FROM pg_stat_get_activity(pg_backend_pid())
$$;


ALTER FUNCTION watchword.session_start() OWNER TO watchword_owner;

--
-- Name: set_first_password(bigint, bytea, bytea, integer, integer, integer, integer, integer, bytea, text, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.set_first_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, reason text, replaces timestamp with time zone) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.set_first_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, reason text, replaces timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: set_missing_inactive(text, boolean, bigint[], text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.set_missing_inactive(of_list text, everyone boolean, chosen bigint[], source text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
DECLARE
    changed bigint;
BEGIN
    PERFORM require_role('lead');
    PERFORM lock_customers();
    PERFORM require_list(of_list);
    UPDATE customer AS c SET active = false
    FROM missing_customer AS m
    WHERE c.place = m.place AND c.active AND (c.id = ANY (chosen)) <> everyone;
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed > 0 THEN
        PERFORM write_journal(
            'customers-deactivated', 'deactivated', NULL,
            jsonb_build_object('source', left(source, 500), 'count', changed::text), NULL);
    END IF;
    RETURN changed;
END
$$;


ALTER FUNCTION watchword.set_missing_inactive(of_list text, everyone boolean, chosen bigint[], source text) OWNER TO watchword_owner;

--
-- Name: set_password(bigint, bytea, bytea, integer, integer, integer, integer, integer, bytea, text, text, text, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, reference text, note text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, reference text, note text) OWNER TO watchword_owner;

--
-- Name: sized(bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.sized(content bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT int4send(length(content)) || content
$$;


ALTER FUNCTION watchword.sized(content bytea) OWNER TO watchword_owner;

--
-- Name: standing_of(bigint, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.standing_of(about bigint, at_moment timestamp with time zone) RETURNS watchword.standing
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.standing_of(about bigint, at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: start_announced_key(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.start_announced_key() RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.start_announced_key() OWNER TO watchword_owner;

--
-- Name: start_key(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.start_key() RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.start_key() OWNER TO watchword_owner;

--
-- Name: store_password(bigint, bytea, bytea, integer, integer, integer, integer, integer, bytea, text, text, jsonb); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.store_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, personal_data jsonb) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.store_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, personal_data jsonb) OWNER TO watchword_owner;

--
-- Name: strike_found(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.strike_found() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    DELETE FROM missing_customer AS m USING customer AS c
    WHERE c.place = m.place AND m.batch <> pg_current_xact_id()
      AND (EXISTS (SELECT FROM customer_seen AS n WHERE n.number = c.number)
           OR EXISTS (SELECT FROM customer_rejected AS n WHERE n.number = c.number));
    TRUNCATE customer_rejected;
END
$$;


ALTER FUNCTION watchword.strike_found() OWNER TO watchword_owner;

--
-- Name: submit(uuid, bigint, bigint, bytea); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.submit(attempt_id uuid, about bigint, of_generation bigint, digest bytea) RETURNS TABLE(state text, answer text, receipt text, answered_at timestamp with time zone, standing watchword.standing)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
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


ALTER FUNCTION watchword.submit(attempt_id uuid, about bigint, of_generation bigint, digest bytea) OWNER TO watchword_owner;

--
-- Name: take_back(uuid, bigint, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.take_back(attempt_id uuid, about bigint, tried_at timestamp with time zone, failed_before timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.take_back(attempt_id uuid, about bigint, tried_at timestamp with time zone, failed_before timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: take_person(text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.take_person(of_login text) RETURNS watchword.person
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET lock_timeout TO '3s'
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


ALTER FUNCTION watchword.take_person(of_login text) OWNER TO watchword_owner;

--
-- Name: tally_changed_password(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.tally_changed_password() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    INSERT INTO tally_change (kind, key_id, amount)
    SELECT 'passwords', m.key_id, m.amount
    FROM (VALUES (OLD.key_id, -1), (NEW.key_id, 1)) AS m (key_id, amount)
    WHERE m.key_id IS NOT NULL;
    RETURN NULL;
END
$$;


ALTER FUNCTION watchword.tally_changed_password() OWNER TO watchword_owner;

--
-- Name: tally_customers(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.tally_customers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    INSERT INTO tally_change (kind, key_id, amount)
    SELECT 'customers', ''::bytea, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END
    FROM moved HAVING count(*) > 0;
    RETURN NULL;
END
$$;


ALTER FUNCTION watchword.tally_customers() OWNER TO watchword_owner;

--
-- Name: tally_passwords(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.tally_passwords() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    INSERT INTO tally_change (kind, key_id, amount)
    SELECT 'passwords', key_id, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END
    FROM moved WHERE key_id IS NOT NULL GROUP BY key_id;
    RETURN NULL;
END
$$;


ALTER FUNCTION watchword.tally_passwords() OWNER TO watchword_owner;

--
-- Name: team_counts(timestamp with time zone[]); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.team_counts(day_starts timestamp with time zone[]) RETURNS TABLE(day integer, kind text, category text, amount bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.team_counts(day_starts timestamp with time zone[]) OWNER TO watchword_owner;

--
-- Name: team_keys(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.team_keys() RETURNS TABLE(key_id bytea, state text, since timestamp with time zone, made_by text, ends_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN QUERY SELECT k.key_id, k.state, k.since, k.made_by, k.ends_at FROM team_key AS k
                 ORDER BY k.state, k.since DESC;
END
$$;


ALTER FUNCTION watchword.team_keys() OWNER TO watchword_owner;

--
-- Name: team_totals(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.team_totals() RETURNS TABLE(at timestamp with time zone, customers bigint, passwords bigint, under_old_keys bigint, locked bigint, blocked bigint, opens_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.team_totals() OWNER TO watchword_owner;

--
-- Name: tell_of_customer(bigint); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.tell_of_customer(about bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
    SELECT pg_notify('watchword_customer', about::text)
$$;


ALTER FUNCTION watchword.tell_of_customer(about bigint) OWNER TO watchword_owner;

--
-- Name: telling_parts(text[]); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.telling_parts(patterns text[]) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
DECLARE
    entries_a_row constant integer := 100;
    told text[] := '{}';
    left_over double precision := 1;
    next_one record;
BEGIN
    FOR next_one IN
        SELECT ranked.part, ranked.share, ranked.rank
        FROM (SELECT each.part, each.share,
                     row_number() OVER (PARTITION BY each.turn ORDER BY each.share) AS rank
              FROM (SELECT given.turn, substr(given.fragment, start, 3) AS part,
                           coalesce((SELECT c.share FROM common_part AS c
                                     WHERE c.part = substr(given.fragment, start, 3)),
                                    0.00001) AS share
                    FROM (SELECT lpad(btrim(p.pattern, '%'), greatest(3, length(p.pattern) - 2))
                                     AS fragment, p.turn
                          FROM unnest(patterns) WITH ORDINALITY AS p (pattern, turn)) AS given
                    CROSS JOIN generate_series(1, length(given.fragment) - 2) AS start) AS each
             ) AS ranked
        ORDER BY ranked.rank, ranked.share
    LOOP
        CONTINUE WHEN told <> '{}' AND left_over * entries_a_row < next_one.share;
        told := told || format('%%%s%%', regexp_replace(next_one.part, '^  ', ' '));
        left_over := left_over * CASE WHEN cardinality(told) = 1 THEN next_one.share
                                      WHEN next_one.rank = 1 THEN greatest(next_one.share, 0.1)
                                      ELSE 0.3 END;
        EXIT WHEN cardinality(told) = 6;
    END LOOP;
    RETURN told;
END
$$;


ALTER FUNCTION watchword.telling_parts(patterns text[]) OWNER TO watchword_owner;

--
-- Name: unlock_password(bigint, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.unlock_password(about bigint, reason text) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.unlock_password(about bigint, reason text) OWNER TO watchword_owner;

--
-- Name: wait_after(integer, watchword.policy); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.wait_after(in_row integer, rules watchword.policy) RETURNS interval
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    RETURN CASE WHEN in_row >= rules.tries_until_lock
                THEN make_interval(
                    mins => rules.first_wait_minutes << (in_row - rules.tries_until_lock)) END;
END
$$;


ALTER FUNCTION watchword.wait_after(in_row integer, rules watchword.policy) OWNER TO watchword_owner;

--
-- Name: was_charged(uuid); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.was_charged(attempt_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    PERFORM require_role('agent');
    RETURN EXISTS (SELECT FROM attempt
                   WHERE id = attempt_id AND login = session_user AND charged AND NOT taken_back);
END
$$;


ALTER FUNCTION watchword.was_charged(attempt_id uuid) OWNER TO watchword_owner;

--
-- Name: whoami(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.whoami() RETURNS TABLE(login text, name text, role text)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
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


ALTER FUNCTION watchword.whoami() OWNER TO watchword_owner;

--
-- Name: workstation(); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.workstation() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    RETURN left(regexp_replace(
        coalesce(current_setting('watchword.workstation', true), ''),
        E'[\u0001-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]',
        '', 'g'), 100);
END
$$;


ALTER FUNCTION watchword.workstation() OWNER TO watchword_owner;

--
-- Name: write_journal(text, text, bigint, jsonb, jsonb, timestamp with time zone); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.write_journal(new_kind text, new_outcome text, about bigint, new_details jsonb, personal_data jsonb, at_moment timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS watchword.change
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $_$
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
$_$;


ALTER FUNCTION watchword.write_journal(new_kind text, new_outcome text, about bigint, new_details jsonb, personal_data jsonb, at_moment timestamp with time zone) OWNER TO watchword_owner;

--
-- Name: write_phones(integer, text); Type: FUNCTION; Schema: watchword; Owner: watchword_owner
--

CREATE FUNCTION watchword.write_phones(of_place integer, keys text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'watchword', 'pg_catalog', 'pg_temp'
    SET client_min_messages TO 'error'
    SET debug_print_parse TO 'off'
    SET debug_print_rewritten TO 'off'
    SET debug_print_plan TO 'off'
    AS $$
BEGIN
    DELETE FROM customer_phone WHERE place = of_place;
    INSERT INTO customer_phone (place, code, national)
    SELECT of_place, split_part(key, '/', 2)::integer, split_part(key, '/', 1)
    FROM string_to_table(keys, E'\n') AS key WHERE key <> '';
END
$$;


ALTER FUNCTION watchword.write_phones(of_place integer, keys text) OWNER TO watchword_owner;

--
-- Name: attempt; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.attempt (
    sequence bigint NOT NULL,
    id uuid NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    login text NOT NULL COLLATE pg_catalog."C",
    customer_id bigint NOT NULL,
    generation bigint NOT NULL,
    digest_hash watchword.sha256,
    at timestamp with time zone NOT NULL,
    charged boolean NOT NULL,
    taken_back boolean DEFAULT false NOT NULL,
    failure_before timestamp with time zone,
    answer text,
    answered_at timestamp with time zone,
    receipt text,
    CONSTRAINT attempt_check CHECK (((num_nulls(answer, receipt, answered_at) = ANY (ARRAY[0, 3])) AND (charged OR ((answer IS NOT NULL) AND (NOT taken_back)))))
);


ALTER TABLE watchword.attempt OWNER TO watchword_owner;

--
-- Name: attempt_sequence_seq; Type: SEQUENCE; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE watchword.attempt ALTER COLUMN sequence ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME watchword.attempt_sequence_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: caution; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.caution (
    customer_id bigint NOT NULL,
    text text NOT NULL,
    raised_by text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    CONSTRAINT caution_text_check CHECK (((text <> ''::text) AND (length(text) <= 2000)))
);


ALTER TABLE watchword.caution OWNER TO watchword_owner;

--
-- Name: common_part; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.common_part (
    part text NOT NULL COLLATE pg_catalog."C",
    share real NOT NULL
);


ALTER TABLE watchword.common_part OWNER TO watchword_owner;

--
-- Name: credential; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.credential (
    customer_id bigint NOT NULL,
    generation bigint NOT NULL,
    verifier watchword.sha256,
    salt watchword.salt,
    memory_kib watchword.memory_kib,
    passes watchword.passes,
    lanes watchword.lanes,
    norm_version watchword.norm_version,
    kdf_version watchword.kdf_version,
    key_id watchword.key_id,
    set_at timestamp with time zone,
    set_by text,
    check_method watchword.check_method,
    valid_until timestamp with time zone,
    expired_at timestamp with time zone,
    single_use boolean DEFAULT false NOT NULL,
    used_at timestamp with time zone,
    in_row integer DEFAULT 0 NOT NULL,
    in_all integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone,
    last_failure_at timestamp with time zone,
    long_run integer GENERATED ALWAYS AS (
CASE
    WHEN (in_row >= 2) THEN in_row
    ELSE NULL::integer
END) STORED,
    many_wrong integer GENERATED ALWAYS AS (
CASE
    WHEN (in_all >= 10) THEN in_all
    ELSE NULL::integer
END) STORED,
    until_used boolean DEFAULT false NOT NULL,
    CONSTRAINT credential_check CHECK (((generation > 0) AND (in_row >= 0) AND (in_all >= 0) AND ((used_at IS NULL) OR single_use) AND ((verifier IS NULL) OR (num_nulls(salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method) = 0))))
)
WITH (fillfactor='70');


ALTER TABLE watchword.credential OWNER TO watchword_owner;

--
-- Name: customer; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.customer (
    place integer NOT NULL,
    id bigint NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    company text NOT NULL COLLATE pg_catalog."C",
    phones text NOT NULL COLLATE pg_catalog."C",
    emails text NOT NULL COLLATE pg_catalog."C",
    domains text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    authorised text NOT NULL COLLATE pg_catalog."C",
    active boolean NOT NULL,
    words text NOT NULL COLLATE pg_catalog."C",
    digits text NOT NULL COLLATE pg_catalog."C",
    tokens text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT customer_authorised_check CHECK ((length(authorised) <= 2000)),
    CONSTRAINT customer_company_check CHECK ((length(company) <= 500)),
    CONSTRAINT customer_country_check CHECK ((country ~ '^([A-Z]{2})?$'::text)),
    CONSTRAINT customer_domains_check CHECK ((length(domains) <= 4000)),
    CONSTRAINT customer_emails_check CHECK ((length(emails) <= 4000)),
    CONSTRAINT customer_id_check CHECK ((id > 0)),
    CONSTRAINT customer_language_check CHECK ((language = ANY (ARRAY[''::text, 'de'::text, 'en'::text]))),
    CONSTRAINT customer_name_check CHECK ((length(name) <= 500)),
    CONSTRAINT customer_number_check CHECK (((number <> ''::text) AND (length(number) <= 64))),
    CONSTRAINT customer_phones_check CHECK ((length(phones) <= 4000))
);
ALTER TABLE ONLY watchword.customer ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE ONLY watchword.customer ALTER COLUMN digits SET STATISTICS 0;
ALTER TABLE ONLY watchword.customer ALTER COLUMN tokens SET STATISTICS 0;


ALTER TABLE watchword.customer OWNER TO watchword_owner;

--
-- Name: customer_import; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE UNLOGGED TABLE watchword.customer_import (
    batch xid8 DEFAULT pg_current_xact_id() NOT NULL,
    added bigint DEFAULT 0 NOT NULL,
    updated bigint DEFAULT 0 NOT NULL
);


ALTER TABLE watchword.customer_import OWNER TO watchword_owner;

--
-- Name: customer_phone; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.customer_phone (
    place integer NOT NULL,
    code integer NOT NULL,
    "national" text NOT NULL COLLATE pg_catalog."C"
);


ALTER TABLE watchword.customer_phone OWNER TO watchword_owner;

--
-- Name: customer_place_seq; Type: SEQUENCE; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE watchword.customer ALTER COLUMN place ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME watchword.customer_place_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: customer_rejected; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE UNLOGGED TABLE watchword.customer_rejected (
    number text NOT NULL COLLATE pg_catalog."C"
);


ALTER TABLE watchword.customer_rejected OWNER TO watchword_owner;

--
-- Name: customer_seen; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE UNLOGGED TABLE watchword.customer_seen (
    number text NOT NULL COLLATE pg_catalog."C"
);


ALTER TABLE watchword.customer_seen OWNER TO watchword_owner;

--
-- Name: customer_staging; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE UNLOGGED TABLE watchword.customer_staging (
    line bigint NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    company text NOT NULL COLLATE pg_catalog."C",
    phones text NOT NULL COLLATE pg_catalog."C",
    emails text NOT NULL COLLATE pg_catalog."C",
    domains text NOT NULL COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    authorised text NOT NULL COLLATE pg_catalog."C",
    active boolean NOT NULL,
    words text NOT NULL COLLATE pg_catalog."C",
    digits text NOT NULL COLLATE pg_catalog."C",
    tokens text NOT NULL COLLATE pg_catalog."C",
    phone_keys text NOT NULL COLLATE pg_catalog."C",
    batch xid8 DEFAULT pg_current_xact_id() NOT NULL
);


ALTER TABLE watchword.customer_staging OWNER TO watchword_owner;

--
-- Name: customers; Type: VIEW; Schema: watchword; Owner: watchword_owner
--

CREATE VIEW watchword.customers AS
 SELECT customer.place,
    customer.id,
    customer.number,
    customer.name,
    customer.company,
    customer.phones,
    customer.emails,
    customer.domains,
    customer.country,
    customer.language,
    customer.authorised,
    customer.active
   FROM watchword.customer;


ALTER TABLE watchword.customers OWNER TO watchword_owner;

--
-- Name: journal_count; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.journal_count (
    quarter timestamp with time zone NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    category text NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    CONSTRAINT journal_count_kind_check CHECK ((kind = ANY (ARRAY['verdict'::text, 'password-set'::text])))
);


ALTER TABLE watchword.journal_count OWNER TO watchword_owner;

--
-- Name: journal_counted; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.journal_counted (
    id integer NOT NULL,
    sequence bigint NOT NULL,
    CONSTRAINT journal_counted_id_check CHECK ((id = 1))
);


ALTER TABLE watchword.journal_counted OWNER TO watchword_owner;

--
-- Name: journal_personal; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.journal_personal (
    entry bigint NOT NULL,
    salt bytea NOT NULL,
    content text NOT NULL,
    CONSTRAINT journal_personal_salt_check CHECK ((length(salt) = 16))
);


ALTER TABLE watchword.journal_personal OWNER TO watchword_owner;

--
-- Name: journal_entries; Type: VIEW; Schema: watchword; Owner: watchword_owner
--

CREATE VIEW watchword.journal_entries AS
 SELECT j.id,
    j.sequence,
    j.at,
    j.login,
    j.person,
    j.workstation,
    j.customer_id,
    j.customer_number,
    j.kind,
    j.outcome,
    j.receipt,
    j.details,
    j.personal_digest,
    j.digest,
    p.salt,
    p.content,
    c.name,
    c.company
   FROM ((watchword.journal j
     LEFT JOIN watchword.journal_personal p ON ((p.entry = j.id)))
     LEFT JOIN watchword.customer c ON ((c.id = j.customer_id)));


ALTER TABLE watchword.journal_entries OWNER TO watchword_owner;

--
-- Name: journal_id_seq; Type: SEQUENCE; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE watchword.journal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME watchword.journal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: journal_marks; Type: VIEW; Schema: watchword; Owner: watchword_owner
--

CREATE VIEW watchword.journal_marks AS
 SELECT journal_mark.name,
    journal_mark.sequence,
    journal_mark.digest
   FROM watchword.journal_mark;


ALTER TABLE watchword.journal_marks OWNER TO watchword_owner;

--
-- Name: list_mapping; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.list_mapping (
    kind text NOT NULL COLLATE pg_catalog."C",
    columns text NOT NULL COLLATE pg_catalog."C",
    saved_at timestamp with time zone NOT NULL,
    saved_by text NOT NULL,
    CONSTRAINT list_mapping_columns_check CHECK (((length(columns) <= 4000) AND (columns ~ '^\d{1,4} [a-z_]+(\n\d{1,4} [a-z_]+)*$'::text))),
    CONSTRAINT list_mapping_kind_check CHECK ((kind ~ '^[0-9a-f]{64}$'::text))
);


ALTER TABLE watchword.list_mapping OWNER TO watchword_owner;

--
-- Name: missing_customer; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE UNLOGGED TABLE watchword.missing_customer (
    place integer NOT NULL,
    batch xid8 NOT NULL
);


ALTER TABLE watchword.missing_customer OWNER TO watchword_owner;

--
-- Name: people_change; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.people_change (
    id integer NOT NULL,
    CONSTRAINT people_change_id_check CHECK ((id = 1))
);


ALTER TABLE watchword.people_change OWNER TO watchword_owner;

--
-- Name: person_budget; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.person_budget (
    login text NOT NULL COLLATE pg_catalog."C",
    counts_after bigint DEFAULT 0 NOT NULL,
    paused_at timestamp with time zone,
    paused_by uuid,
    CONSTRAINT person_budget_check CHECK (((paused_at IS NULL) = (paused_by IS NULL)))
);


ALTER TABLE watchword.person_budget OWNER TO watchword_owner;

--
-- Name: schema_step; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.schema_step (
    version integer NOT NULL,
    taken_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


ALTER TABLE watchword.schema_step OWNER TO watchword_owner;

--
-- Name: sealing; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.sealing (
    id integer NOT NULL,
    CONSTRAINT sealing_id_check CHECK ((id = 1))
);


ALTER TABLE watchword.sealing OWNER TO watchword_owner;

--
-- Name: tally; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.tally (
    kind text NOT NULL COLLATE pg_catalog."C",
    key_id bytea NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT tally_kind_check CHECK ((kind = ANY (ARRAY['customers'::text, 'passwords'::text])))
);


ALTER TABLE watchword.tally OWNER TO watchword_owner;

--
-- Name: tally_change; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.tally_change (
    kind text NOT NULL COLLATE pg_catalog."C",
    key_id bytea NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT tally_change_kind_check CHECK ((kind = ANY (ARRAY['customers'::text, 'passwords'::text])))
);


ALTER TABLE watchword.tally_change OWNER TO watchword_owner;

--
-- Name: team_key; Type: TABLE; Schema: watchword; Owner: watchword_owner
--

CREATE TABLE watchword.team_key (
    key_id bytea NOT NULL,
    state text NOT NULL,
    since timestamp with time zone NOT NULL,
    made_by text NOT NULL,
    ends_at timestamp with time zone,
    CONSTRAINT team_key_check CHECK (((state = 'retired'::text) = (ends_at IS NOT NULL))),
    CONSTRAINT team_key_key_id_check CHECK ((length(key_id) = 8)),
    CONSTRAINT team_key_state_check CHECK ((state = ANY (ARRAY['announced'::text, 'current'::text, 'retired'::text])))
);


ALTER TABLE watchword.team_key OWNER TO watchword_owner;

--
-- Data for Name: attempt; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (1, 'ef4a1fca-c50c-4840-810f-88caea0f5eea', '787', 'admin', 502494868101367509, 1, '\xb6bcccd8e52aa5debc1dc39ca7948ef1c45becabb1716eb987795ff0d65ee5a7', '2026-11-22 14:02:03.456789+00', true, true, NULL, 'matches', '2026-11-22 14:02:03.456789+00', 'VW-ZDZT-GTFW');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (2, 'a67a9bfe-0659-44a8-85ee-5c4bde8329d3', '792', 'admin', 462148621997578154, 1, '\x844eafac0cd3b8b947a3f1d655d820fa0c9baa168767503844f5d12e0cb9a222', '2026-11-22 14:02:03.456789+00', true, false, NULL, 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-1JH5-HKD5');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (3, 'aa7e208b-5c1e-419b-9207-c24d42bd86a3', '794', 'admin', 462148621997578154, 1, '\x10f4f7eb68e88a6d7d23a3411071c66b3f71ffbb1a86dc65a2680d549f40474a', '2026-11-22 14:02:03.456789+00', true, true, '2026-11-22 14:02:03.456789+00', 'matches', '2026-11-22 14:02:03.456789+00', 'VW-ZY9A-43S6');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (4, '4fe312a8-9ef2-4605-982b-fe432034073b', '796', 'admin', 8772503352567780767, 1, '\x39d5f063094f3ada9b366a4f693cfa4af8ecc843f438b117b49408ec5cdc9342', '2026-11-22 14:02:03.456789+00', true, false, NULL, 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-3RTV-K0VZ');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (5, '7d477f50-5c80-470c-97bb-6a951c0eb83c', '798', 'admin', 8772503352567780767, 1, '\x39d5f063094f3ada9b366a4f693cfa4af8ecc843f438b117b49408ec5cdc9342', '2026-11-22 14:02:03.456789+00', true, false, '2026-11-22 14:02:03.456789+00', 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-TZX8-Z6J8');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (6, 'fb9b41be-76ca-4b07-85c5-94a02f134a9f', '800', 'admin', 8772503352567780767, 1, '\x39d5f063094f3ada9b366a4f693cfa4af8ecc843f438b117b49408ec5cdc9342', '2026-11-22 14:02:03.456789+00', true, false, '2026-11-22 14:02:03.456789+00', 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-MG2D-ER25');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (7, '40afbea3-5c99-454f-a031-16cdd230b85d', '802', 'admin', 8772503352567780767, 1, '\x39d5f063094f3ada9b366a4f693cfa4af8ecc843f438b117b49408ec5cdc9342', '2026-11-22 14:02:03.456789+00', true, false, '2026-11-22 14:02:03.456789+00', 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-ZEXH-M11E');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (8, 'f7160f5b-6a55-4314-9eda-6cd6049bfcfa', '804', 'admin', 8772503352567780767, 1, '\x39d5f063094f3ada9b366a4f693cfa4af8ecc843f438b117b49408ec5cdc9342', '2026-11-22 14:02:03.456789+00', true, false, '2026-11-22 14:02:03.456789+00', 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-6VT3-YD67');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (9, '98feddff-c590-4d33-9bb0-7595e055e82e', '807', 'admin', 8772503352567780767, 1, '\x39d5f063094f3ada9b366a4f693cfa4af8ecc843f438b117b49408ec5cdc9342', '2026-11-22 14:02:03.456789+00', true, false, '2026-11-22 14:02:03.456789+00', 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-Z15Z-8MSW');
INSERT INTO watchword.attempt OVERRIDING SYSTEM VALUE VALUES (10, '2a6c575b-eab5-4254-ad79-55edac63de80', '809', 'admin', 6766473273096663860, 1, '\x19fcd4de0d19502b83b5f5d4cf888f73c97fc5bc50c58962598418b2d7db7d12', '2026-11-22 14:02:03.456789+00', true, false, NULL, 'does-not-match', '2026-11-22 14:02:03.456789+00', 'VW-SX7T-W8AD');


--
-- Data for Name: caution; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.caution VALUES (462148621997578154, 'tried three birthdays', 'Ada Admin', '2026-11-22 14:02:03.456789+00');


--
-- Data for Name: common_part; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: credential; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.credential VALUES (5799260024370931851, 1, '\x0a310bc0c03a0b1a468ad95d97ac86af119e02b2272d20ee2ee74b09a8ca97b0', '\x529bcb52bfc831bc82e747c9ac6427da', 65536, 3, 1, 1, 1, '\xc314c339d67f7baf', '2026-11-22 14:02:03.456789+00', 'Ada Admin', 'callback', NULL, NULL, false, NULL, 0, 0, NULL, NULL, DEFAULT, DEFAULT, false);
INSERT INTO watchword.credential VALUES (502494868101367509, 1, '\xb6bcccd8e52aa5debc1dc39ca7948ef1c45becabb1716eb987795ff0d65ee5a7', '\x456da5371b5583f9655bd4695e36143a', 19456, 2, 1, 1, 1, '\xc314c339d67f7baf', '2026-11-22 14:02:03.456789+00', 'Ada Admin', 'callback', NULL, NULL, true, '2026-11-22 14:02:03.456789+00', 0, 0, NULL, NULL, DEFAULT, DEFAULT, false);
INSERT INTO watchword.credential VALUES (6343666887935110525, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, 0, 0, NULL, NULL, DEFAULT, DEFAULT, false);
INSERT INTO watchword.credential VALUES (462148621997578154, 1, '\x10f4f7eb68e88a6d7d23a3411071c66b3f71ffbb1a86dc65a2680d549f40474a', '\x7f83a8fd0d680326cee582d51c09ac82', 19456, 2, 1, 1, 1, '\xc314c339d67f7baf', '2026-11-22 14:02:03.456789+00', 'Ada Admin', 'callback', NULL, NULL, false, NULL, 0, 1, NULL, '2026-11-22 14:02:03.456789+00', DEFAULT, DEFAULT, false);
INSERT INTO watchword.credential VALUES (8772503352567780767, 1, '\x639cfdef38a5152c6fb4f553b39db4c9b9d19e040a32a0ed09bbfca4186eefb3', '\x283ddd163bac35d265e7c25ceccaeed9', 19456, 2, 1, 1, 1, '\xc314c339d67f7baf', '2026-11-22 14:02:03.456789+00', 'Ada Admin', 'callback', NULL, NULL, false, NULL, 6, 6, '2026-11-22 14:32:03.456789+00', '2026-11-22 14:02:03.456789+00', DEFAULT, DEFAULT, false);
INSERT INTO watchword.credential VALUES (6766473273096663860, 1, '\x0016587a78a398afb0eec2516c42b53e3b6c070b3ee819023fd3431c72813005', '\xa040470b9fddbaabb61f26d451272932', 19456, 2, 1, 1, 1, '\xc314c339d67f7baf', '2026-11-22 14:02:03.456789+00', 'Ada Admin', 'callback', '2026-11-23 14:02:03.456789+00', NULL, false, NULL, 1, 1, NULL, '2026-11-22 14:02:03.456789+00', DEFAULT, DEFAULT, false);


--
-- Data for Name: customer; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.customer OVERRIDING SYSTEM VALUE VALUES (1, 5799260024370931851, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', true, ' jorg muller strasser sohne j example', ' 004711 496815550137 491715550188', '#074 #657 #82787 #86');
INSERT INTO watchword.customer OVERRIDING SYSTEM VALUE VALUES (2, 462148621997578154, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', true, ' anna obrien | k', ' 12 34', '#06 #0176');
INSERT INTO watchword.customer OVERRIDING SYSTEM VALUE VALUES (3, 502494868101367509, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', false, ' sum a1 | alfki', ' 03012', '#86');
INSERT INTO watchword.customer OVERRIDING SYSTEM VALUE VALUES (4, 6766473273096663860, '5', 'Zoë', '', '', '', '', '', '', '', true, ' zo', ' 5', '');
INSERT INTO watchword.customer OVERRIDING SYSTEM VALUE VALUES (5, 6343666887935110525, '6', '李小龍', '', '', '', '', '', '', '', true, ' 674e5c0f9f8d', ' 6', '');
INSERT INTO watchword.customer OVERRIDING SYSTEM VALUE VALUES (6, 8772503352567780767, '7', 'Gesperrt', '', '', '', '', '', '', '', true, ' gesperrt', ' 7', '#48172');


--
-- Data for Name: customer_import; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: customer_phone; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.customer_phone VALUES (1, 49, '6815550137');
INSERT INTO watchword.customer_phone VALUES (1, 49, '1715550188');
INSERT INTO watchword.customer_phone VALUES (3, 0, '3012');


--
-- Data for Name: customer_rejected; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: customer_seen; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: customer_staging; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: journal; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (1, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-WCF5-7WPH', '{"new": "2", "source": "list.csv", "updated": "0", "rejected": "0", "unchanged": "0"}', '\x', 1, '\xdcbb9e1813738da994081ecba0d998b99ced28876ab70c7f4f028b2ac7af7b4a');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (2, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 502494868101367509, 'ALFKI', 'customer-added', 'added', 'VW-M11C-ZSWA', '{}', '\x', 2, '\x1839834e035a6f72026d9a4941c92d35915b9bef260b75ce197a2f17351f7256');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (3, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 6766473273096663860, '5', 'customer-added', 'added', 'VW-RXE7-ZNJ2', '{}', '\x', 3, '\xff9404e549983dc1c23b6eae1143210f397aec4cb5434dce1696bac7ac5a869d');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (4, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 6343666887935110525, '6', 'customer-added', 'added', 'VW-SF64-TZG1', '{}', '\x', 4, '\x4f30ca508b687a2386081fc0153e13433f4fa77e6fed2b9994b9989ae552a6ab');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (5, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'customer-added', 'added', 'VW-4Z4S-BK0E', '{}', '\x', 5, '\x15334a2c8c7cb247ccb7eee7f5768dcc1a388eb1abd983372cb65068d01f1cd2');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (6, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 5799260024370931851, '004711', 'password-set', 'until-changed', 'VW-9WZY-ME9J', '{"check": "callback", "key_id": "c314c339d67f7baf", "passes": "3", "memory_kib": "65536"}', '\xf9b3a1f42d99a4c11bab3473cf8962473e76be4299ae37129a0ea63c8c749618', 6, '\x493bc314b627ce66a1f2c4d6434ff4b3356467eb98a7ac672b84abc350cc046a');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (7, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-TET4-CG5R', '{"passes": "3 → 2", "memory_kib": "65536 → 19456"}', '\x', 7, '\xa0e8b80b9549afb1ed39506c0ab47057ce5ed47ee6b8ea96386f48b1a7f310d8');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (8, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 462148621997578154, 'K 12 34', 'password-set', 'until-changed', 'VW-47PP-DQMB', '{"check": "callback", "key_id": "c314c339d67f7baf", "passes": "2", "memory_kib": "19456"}', '\x0b2a2a81e57c16d35b1ee8aeaada8187ab4d22a6e3e70d0ff47e8540efd2acb6', 8, '\x3f080863e5331032c59eea06488c0b0e4a7c40cc7d228659e4bb16964ba850b1');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (9, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 6766473273096663860, '5', 'password-set', '24h', 'VW-JR97-81N8', '{"check": "callback", "key_id": "c314c339d67f7baf", "passes": "2", "memory_kib": "19456"}', '\xa333f0a9f912e4b1011a054044c6c97df0eab7fd3c10dc62a418da2c6842acda', 9, '\xfe2fa613b7f41d20b1794b2eb3e8d6266517dc591c879f04ca8cd613c334cce7');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (10, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 502494868101367509, 'ALFKI', 'password-set', 'call', 'VW-BGQA-PCTV', '{"check": "callback", "key_id": "c314c339d67f7baf", "passes": "2", "memory_kib": "19456"}', '\x42cf122f73e74aca007b6a164ec2e514bbf032854cf0267b371d24f07fec9170', 10, '\x3e53840e291b2b50cc53b37922f897ee793a784689ebd4994e4ff1bdc076f858');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (11, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 502494868101367509, 'ALFKI', 'attempt', 'charged', 'VW-MDRD-042P', '{"in_all": "1", "in_row": "1", "attempt": "ef4a1fca-c50c-4840-810f-88caea0f5eea"}', '\x', 11, '\x182a64542b962a6307b7d894b78d7d064ac7d5046e289280c8c69e572c5e7717');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (12, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 502494868101367509, 'ALFKI', 'verdict', 'matches', 'VW-ZDZT-GTFW', '{"in_row": "1", "attempt": "ef4a1fca-c50c-4840-810f-88caea0f5eea"}', '\x', 12, '\x8a7af78f8ed9c889d929b653c0119d03a0f3c000c249e536f7a61077e97dd680');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (13, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 6343666887935110525, '6', 'password-set', 'until-changed', 'VW-500G-63R7', '{"check": "callback", "key_id": "c314c339d67f7baf", "passes": "2", "memory_kib": "19456"}', '\xe23edfcb2275eb6fc8fe1360a7d0cc4047527d837de54c09ed90f9692cf1beaa', 13, '\x6dc7659e514cee22c1091e306d8540b63080ebe1719f74adf369cfc226ea411a');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (14, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 6343666887935110525, '6', 'password-removed', 'removed', 'VW-1M2T-ZF3X', '{}', '\x4f3a3e9958b6bd9f8e10abb7fbbe10f8a7c56d27b90ffc8e5e9746085300cbfe', 14, '\xe12e3ac9050800905c1c253738951026e4e426cf989577cd47428cf17a4a09ac');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (15, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'password-set', 'until-changed', 'VW-52ER-YFJG', '{"check": "callback", "key_id": "c314c339d67f7baf", "passes": "2", "memory_kib": "19456"}', '\x0f8169294bc8b576e12ba985e9d23cfa07a00bf02324718e02534c345ac86111', 15, '\xa8a8bc7059fa277cbeccc0aee6435d48e556ee12c15e0a566e5393f330336c6a');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (16, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 462148621997578154, 'K 12 34', 'attempt', 'charged', 'VW-P7K3-B58D', '{"in_all": "1", "in_row": "1", "attempt": "a67a9bfe-0659-44a8-85ee-5c4bde8329d3"}', '\x', 16, '\x20b96b1d09f601772fa4f7550102347d1c3bdf4a01a5600059b0d64890bc116f');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (17, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 462148621997578154, 'K 12 34', 'verdict', 'does-not-match', 'VW-1JH5-HKD5', '{"in_all": "1", "in_row": "1", "attempt": "a67a9bfe-0659-44a8-85ee-5c4bde8329d3", "tries_left": "4"}', '\x', 17, '\x467935f44e1b14f00143d2ea98a3d0e1074478334183b83c53561b30f77a04b4');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (18, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 462148621997578154, 'K 12 34', 'attempt', 'charged', 'VW-XP1Q-QBBJ', '{"in_all": "2", "in_row": "2", "attempt": "aa7e208b-5c1e-419b-9207-c24d42bd86a3"}', '\x', 18, '\x87526d0e8249d93368909da3782e50d090718391f1214139fe649c91d8639ddb');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (19, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 462148621997578154, 'K 12 34', 'verdict', 'matches', 'VW-ZY9A-43S6', '{"in_row": "2", "attempt": "aa7e208b-5c1e-419b-9207-c24d42bd86a3"}', '\x', 19, '\x371fc9d7a2cde0b610f6ea6db7ed2aa18dd66dc5c5926257433f2f285c2e758e');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (20, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'attempt', 'charged', 'VW-SGPV-JE4G', '{"in_all": "1", "in_row": "1", "attempt": "4fe312a8-9ef2-4605-982b-fe432034073b"}', '\x', 20, '\x22f81628b7db05c88bee288f067f608a556c738ad5921367ece290cd136be988');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (21, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'verdict', 'does-not-match', 'VW-3RTV-K0VZ', '{"in_all": "1", "in_row": "1", "attempt": "4fe312a8-9ef2-4605-982b-fe432034073b", "tries_left": "4"}', '\x', 21, '\x1668e0ef646a4c67e364e29a2e1a85a79fe63cfb56e50c794c38a16e1b9497ef');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (22, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'attempt', 'charged', 'VW-GD1D-YA5Q', '{"in_all": "2", "in_row": "2", "attempt": "7d477f50-5c80-470c-97bb-6a951c0eb83c"}', '\x', 22, '\x7f7ce153b4273458428a131e83400cd3ca25f6fc03392187f0a1cc533970ce12');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (23, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'verdict', 'does-not-match', 'VW-TZX8-Z6J8', '{"in_all": "2", "in_row": "2", "attempt": "7d477f50-5c80-470c-97bb-6a951c0eb83c", "tries_left": "3"}', '\x', 23, '\x2ff285c3b8469f00e34e8c79f2b05eb56b2f9ecbcf17018ccf1008504735e318');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (24, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'attempt', 'charged', 'VW-F5XC-N646', '{"in_all": "3", "in_row": "3", "attempt": "fb9b41be-76ca-4b07-85c5-94a02f134a9f"}', '\x', 24, '\x1c55997b6e2a8099ec0ce43c3118f7a55a0db976d4dff4fc74961be405332189');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (25, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'verdict', 'does-not-match', 'VW-MG2D-ER25', '{"in_all": "3", "in_row": "3", "attempt": "fb9b41be-76ca-4b07-85c5-94a02f134a9f", "tries_left": "2"}', '\x', 25, '\x91054cfeb3edb1894d4e748c09d81653779ace66e59d84f63a0edf3eb05b6814');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (26, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'attempt', 'charged', 'VW-1QZP-HG2T', '{"in_all": "4", "in_row": "4", "attempt": "40afbea3-5c99-454f-a031-16cdd230b85d"}', '\x', 26, '\xc1dd90d306a547aefa9cbcc8b96940b0daaf5c821236c38a8f3e2f781b89c708');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (27, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'verdict', 'does-not-match', 'VW-ZEXH-M11E', '{"in_all": "4", "in_row": "4", "attempt": "40afbea3-5c99-454f-a031-16cdd230b85d", "tries_left": "1"}', '\x', 27, '\x0143d80f60e14239aefe8da5e3e8bfdee332f480fd637b2107cd072a9b327c17');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (28, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'attempt', 'charged', 'VW-5MPK-F62K', '{"in_all": "5", "in_row": "5", "attempt": "f7160f5b-6a55-4314-9eda-6cd6049bfcfa"}', '\x', 28, '\xdf86b2fd054753ad50a64d35d50cc485dc22a7d7ef0adae44b8ac24b839cb4a3');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (29, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'verdict', 'does-not-match', 'VW-6VT3-YD67', '{"in_all": "5", "in_row": "5", "attempt": "f7160f5b-6a55-4314-9eda-6cd6049bfcfa", "tries_left": "0", "locked_until": "2026-11-22T14:17:03+00:00"}', '\x', 29, '\x04880ab65ab1fa402c9c188f7c289c988c2fcb69bb1d2a7d166779f7b6925858');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (30, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'unlocked', 'unlocked', 'VW-DJGC-PDF2', '{}', '\x16b006364559e618a091ebe419e687cdb71c58f94a06d88b6f5b2189b7bf53f9', 30, '\x292641fa383f19d10c704c62b786659a219a57b26ba04223a4773652ddb60101');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (31, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'attempt', 'charged', 'VW-4BCF-3BS6', '{"in_all": "6", "in_row": "6", "attempt": "98feddff-c590-4d33-9bb0-7595e055e82e"}', '\x', 31, '\xbcbaa6d7ce51b1408143df6726844b627a66387f19fa698065d8f53123daf8c3');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (32, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 8772503352567780767, '7', 'verdict', 'does-not-match', 'VW-Z15Z-8MSW', '{"in_all": "6", "in_row": "6", "attempt": "98feddff-c590-4d33-9bb0-7595e055e82e", "tries_left": "0", "locked_until": "2026-11-22T14:32:03+00:00"}', '\x', 32, '\x72dcb7243e7e0c60dfcf07fb6a8dbcc1c21549b4e8580d8fd8fb1d38d0a86f3e');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (33, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 6766473273096663860, '5', 'attempt', 'charged', 'VW-G3EZ-6TBT', '{"in_all": "1", "in_row": "1", "attempt": "2a6c575b-eab5-4254-ad79-55edac63de80"}', '\x', 33, '\x60a8e258b3df153a00ed283a2f7a04c06debdd89cf721fae4edd2e9c32274c58');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (34, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 6766473273096663860, '5', 'verdict', 'does-not-match', 'VW-SX7T-W8AD', '{"in_all": "1", "in_row": "1", "attempt": "2a6c575b-eab5-4254-ad79-55edac63de80", "tries_left": "4"}', '\x', 34, '\x1cb6f90ebfe3eacfb7137a0233640de1750e6cb9548e851dcfc696cb1cabefc1');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (35, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-GR4R-ZWVQ', '{"login": "agent"}', '\x', 35, '\x50ad1743673bec0759f1ce49ba9ea7180ad5c6a03b8deb8ae357e6d251cea598');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (36, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', 462148621997578154, 'K 12 34', 'caution-raised', 'raised', 'VW-F5K7-JQMY', '{}', '\x22235ad479fb9991f36d96d674f8df08aa76d4686386e3524db08ca100e1f5d4', 36, '\x761977eb4a4811097ff31048c86d65ff5ba7bb0db70437d40aac3e78be9b876e');
INSERT INTO watchword.journal OVERRIDING SYSTEM VALUE VALUES (37, '2026-11-22 14:02:03.456789+00', 'admin', 'Ada Admin', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-G0BM-8S1G', '{"key_id": "0001020304050607"}', '\x', 37, '\x3d577bf3da3d0cc9882c1b1c72ed725ed6b28adc56c365279416f8c2924f24b5');


--
-- Data for Name: journal_count; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.journal_count VALUES ('2026-11-22 14:00:00+00', 'password-set', 'callback', 6);
INSERT INTO watchword.journal_count VALUES ('2026-11-22 14:00:00+00', 'verdict', 'does-not-match', 8);
INSERT INTO watchword.journal_count VALUES ('2026-11-22 14:00:00+00', 'verdict', 'matches', 2);


--
-- Data for Name: journal_counted; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.journal_counted VALUES (1, 37);


--
-- Data for Name: journal_mark; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.journal_mark VALUES ('head', 37, '\x3d577bf3da3d0cc9882c1b1c72ed725ed6b28adc56c365279416f8c2924f24b5');


--
-- Data for Name: journal_personal; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.journal_personal VALUES (6, '\xc867bd48331ed852424f78908db77701', '{"note": "answered at the known number", "reference": "T-4711"}');
INSERT INTO watchword.journal_personal VALUES (8, '\xc40bdd5f6bbc640f18db72b0dc9eb8ea', '{"note": "answered at the known number", "reference": "T-4711"}');
INSERT INTO watchword.journal_personal VALUES (9, '\x685329f466b6f2f08afdba69caa6094f', '{"note": "answered at the known number", "reference": "T-4711"}');
INSERT INTO watchword.journal_personal VALUES (10, '\x41db3d0ade598db333d4995ed4704939', '{"note": "answered at the known number", "reference": "T-4711"}');
INSERT INTO watchword.journal_personal VALUES (13, '\x725ea8801bf1210a55d71cf0f9ebdb8e', '{"note": "answered at the known number", "reference": "T-4711"}');
INSERT INTO watchword.journal_personal VALUES (14, '\x6495106347211fcf91ae08424b6795f2', '{"reason": "left"}');
INSERT INTO watchword.journal_personal VALUES (15, '\xcd29f1b8e4bff7871a85fb6a8b69d48e', '{"note": "answered at the known number", "reference": "T-4711"}');
INSERT INTO watchword.journal_personal VALUES (30, '\x46f3417ff6325403ed8cd72e739b8521', '{"reason": "called back"}');
INSERT INTO watchword.journal_personal VALUES (36, '\x70ca360992134c5576d2bd7d438eb0e6', '{"text": "tried three birthdays"}');


--
-- Data for Name: key_holder; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.key_holder VALUES ('admin', 'desk-1', '\xc314c339d67f7baf', '2026-11-22 14:02:03.456789+00', '2026-11-22 14:02:03.456789+00');


--
-- Data for Name: list_mapping; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: missing_customer; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: people_change; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.people_change VALUES (1);


--
-- Data for Name: person; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.person VALUES ('admin', 'Ada Admin', 'admin', '2026-11-23 07:44:08.038482+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO watchword.person VALUES ('lead', 'Lea Lead', 'lead', '2026-11-23 07:44:08.055806+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO watchword.person VALUES ('agent', 'Anna Agent', 'agent', '2026-11-23 07:44:08.062755+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO watchword.person VALUES ('other', 'Otto Other', 'agent', '2026-11-23 07:44:08.074489+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO watchword.person VALUES ('portal', 'Portal', 'portal', '2026-11-23 07:44:08.085521+00', NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: person_budget; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.person_budget VALUES ('admin', 0, NULL, NULL);
INSERT INTO watchword.person_budget VALUES ('agent', 10, NULL, NULL);


--
-- Data for Name: policy; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.policy VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, false, 24, 90, '', '', '{callback,id-document,in-person,signed-letter,video-call}', '', '');


--
-- Data for Name: schema_step; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.schema_step VALUES (1, '2026-11-23 07:44:07.893466+00');
INSERT INTO watchword.schema_step VALUES (2, '2026-11-23 07:44:07.900211+00');
INSERT INTO watchword.schema_step VALUES (3, '2026-11-23 07:44:07.904683+00');
INSERT INTO watchword.schema_step VALUES (4, '2026-11-23 07:44:07.908382+00');
INSERT INTO watchword.schema_step VALUES (5, '2026-11-23 07:44:07.912252+00');
INSERT INTO watchword.schema_step VALUES (6, '2026-11-23 07:44:07.917676+00');
INSERT INTO watchword.schema_step VALUES (7, '2026-11-23 07:44:07.921352+00');
INSERT INTO watchword.schema_step VALUES (8, '2026-11-23 07:44:07.926847+00');
INSERT INTO watchword.schema_step VALUES (9, '2026-11-23 07:44:07.937919+00');
INSERT INTO watchword.schema_step VALUES (10, '2026-11-23 07:44:07.943449+00');
INSERT INTO watchword.schema_step VALUES (11, '2026-11-23 07:44:07.948875+00');
INSERT INTO watchword.schema_step VALUES (12, '2026-11-23 07:44:07.954177+00');
INSERT INTO watchword.schema_step VALUES (13, '2026-11-23 07:44:07.959132+00');
INSERT INTO watchword.schema_step VALUES (14, '2026-11-23 07:44:07.983783+00');
INSERT INTO watchword.schema_step VALUES (15, '2026-11-23 07:44:07.990363+00');
INSERT INTO watchword.schema_step VALUES (16, '2026-11-23 07:44:08.001892+00');
INSERT INTO watchword.schema_step VALUES (17, '2026-11-23 07:44:08.008012+00');
INSERT INTO watchword.schema_step VALUES (18, '2026-11-23 07:44:08.014892+00');
INSERT INTO watchword.schema_step VALUES (19, '2026-11-23 07:44:08.018382+00');


--
-- Data for Name: sealing; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.sealing VALUES (1);


--
-- Data for Name: tally; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.tally VALUES ('passwords', '\xc314c339d67f7baf', 5);
INSERT INTO watchword.tally VALUES ('customers', '\x', 6);


--
-- Data for Name: tally_change; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--



--
-- Data for Name: team_key; Type: TABLE DATA; Schema: watchword; Owner: watchword_owner
--

INSERT INTO watchword.team_key VALUES ('\xc314c339d67f7baf', 'current', '2026-11-22 14:02:03.456789+00', 'Ada Admin', NULL);
INSERT INTO watchword.team_key VALUES ('\x0001020304050607', 'announced', '2026-11-22 14:02:03.456789+00', 'Ada Admin', NULL);


--
-- Name: attempt_sequence_seq; Type: SEQUENCE SET; Schema: watchword; Owner: watchword_owner
--

SELECT pg_catalog.setval('watchword.attempt_sequence_seq', 10, true);


--
-- Name: customer_place_seq; Type: SEQUENCE SET; Schema: watchword; Owner: watchword_owner
--

SELECT pg_catalog.setval('watchword.customer_place_seq', 6, true);


--
-- Name: journal_id_seq; Type: SEQUENCE SET; Schema: watchword; Owner: watchword_owner
--

SELECT pg_catalog.setval('watchword.journal_id_seq', 37, true);


--
-- Name: attempt attempt_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (id);


--
-- Name: attempt attempt_sequence_key; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.attempt
    ADD CONSTRAINT attempt_sequence_key UNIQUE (sequence);


--
-- Name: caution caution_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.caution
    ADD CONSTRAINT caution_pkey PRIMARY KEY (customer_id);


--
-- Name: common_part common_part_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.common_part
    ADD CONSTRAINT common_part_pkey PRIMARY KEY (part);


--
-- Name: credential credential_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (customer_id);


--
-- Name: customer customer_id_key; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.customer
    ADD CONSTRAINT customer_id_key UNIQUE (id);


--
-- Name: customer_import customer_import_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.customer_import
    ADD CONSTRAINT customer_import_pkey PRIMARY KEY (batch);


--
-- Name: customer customer_number_key; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.customer
    ADD CONSTRAINT customer_number_key UNIQUE (number);


--
-- Name: customer customer_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (place);


--
-- Name: customer_rejected customer_rejected_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.customer_rejected
    ADD CONSTRAINT customer_rejected_pkey PRIMARY KEY (number);


--
-- Name: customer_seen customer_seen_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.customer_seen
    ADD CONSTRAINT customer_seen_pkey PRIMARY KEY (number);


--
-- Name: journal_count journal_count_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal_count
    ADD CONSTRAINT journal_count_pkey PRIMARY KEY (quarter, kind, category);


--
-- Name: journal_counted journal_counted_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal_counted
    ADD CONSTRAINT journal_counted_pkey PRIMARY KEY (id);


--
-- Name: journal_mark journal_mark_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal_mark
    ADD CONSTRAINT journal_mark_pkey PRIMARY KEY (name);


--
-- Name: journal_personal journal_personal_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal_personal
    ADD CONSTRAINT journal_personal_pkey PRIMARY KEY (entry);


--
-- Name: journal journal_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (id);


--
-- Name: journal journal_receipt_key; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal
    ADD CONSTRAINT journal_receipt_key UNIQUE (receipt);


--
-- Name: journal journal_sequence_key; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal
    ADD CONSTRAINT journal_sequence_key UNIQUE (sequence);


--
-- Name: key_holder key_holder_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.key_holder
    ADD CONSTRAINT key_holder_pkey PRIMARY KEY (login, workstation);


--
-- Name: list_mapping list_mapping_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.list_mapping
    ADD CONSTRAINT list_mapping_pkey PRIMARY KEY (kind);


--
-- Name: missing_customer missing_customer_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.missing_customer
    ADD CONSTRAINT missing_customer_pkey PRIMARY KEY (place);


--
-- Name: people_change people_change_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.people_change
    ADD CONSTRAINT people_change_pkey PRIMARY KEY (id);


--
-- Name: person_budget person_budget_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.person_budget
    ADD CONSTRAINT person_budget_pkey PRIMARY KEY (login);


--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (login);


--
-- Name: policy policy_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.policy
    ADD CONSTRAINT policy_pkey PRIMARY KEY (id);


--
-- Name: schema_step schema_step_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.schema_step
    ADD CONSTRAINT schema_step_pkey PRIMARY KEY (version);


--
-- Name: sealing sealing_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.sealing
    ADD CONSTRAINT sealing_pkey PRIMARY KEY (id);


--
-- Name: tally tally_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.tally
    ADD CONSTRAINT tally_pkey PRIMARY KEY (kind, key_id);


--
-- Name: team_key team_key_pkey; Type: CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.team_key
    ADD CONSTRAINT team_key_pkey PRIMARY KEY (key_id);


--
-- Name: attempt_by_customer; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX attempt_by_customer ON watchword.attempt USING btree (customer_id, sequence);


--
-- Name: attempt_by_person; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX attempt_by_person ON watchword.attempt USING btree (login, at) WHERE (charged AND (NOT taken_back));


--
-- Name: attempt_by_time; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX attempt_by_time ON watchword.attempt USING btree (at);


--
-- Name: caution_by_age; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX caution_by_age ON watchword.caution USING btree (raised_at);


--
-- Name: credential_by_age; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX credential_by_age ON watchword.credential USING btree (set_at) WHERE (verifier IS NOT NULL);


--
-- Name: credential_in_use; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX credential_in_use ON watchword.credential USING btree (customer_id) WHERE (verifier IS NOT NULL);


--
-- Name: credential_locked; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX credential_locked ON watchword.credential USING btree (locked_until) WHERE (locked_until IS NOT NULL);


--
-- Name: credential_long_run; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX credential_long_run ON watchword.credential USING btree (long_run) WHERE (long_run IS NOT NULL);


--
-- Name: credential_many_wrong; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX credential_many_wrong ON watchword.credential USING btree (many_wrong) WHERE (many_wrong IS NOT NULL);


--
-- Name: credential_unused; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX credential_unused ON watchword.credential USING btree (customer_id) WHERE until_used;


--
-- Name: customer_inactive; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX customer_inactive ON watchword.customer USING btree (id) WHERE (NOT active);


--
-- Name: customer_phone_number; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX customer_phone_number ON watchword.customer_phone USING btree ("national", code, place);


--
-- Name: customer_phone_place; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX customer_phone_place ON watchword.customer_phone USING brin (place);


--
-- Name: journal_by_time; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_by_time ON watchword.journal USING btree (at);


--
-- Name: journal_of_answer; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_of_answer ON watchword.journal USING btree (outcome, at) WHERE ((kind = 'verdict'::text) AND (outcome <> 'matches'::text));


--
-- Name: journal_of_customer; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_of_customer ON watchword.journal USING btree (customer_id, id);


--
-- Name: journal_of_kind; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_of_kind ON watchword.journal USING btree (kind, at) WHERE (kind <> ALL (ARRAY['attempt'::text, 'verdict'::text]));


--
-- Name: journal_of_number; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_of_number ON watchword.journal USING btree (customer_number, at) WHERE (customer_number <> ''::text);


--
-- Name: journal_of_person; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_of_person ON watchword.journal USING btree (login, at DESC);


--
-- Name: journal_shortened; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_shortened ON watchword.journal USING btree (sequence) WHERE (kind = 'journal-pruned'::text);


--
-- Name: journal_unsealed; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE INDEX journal_unsealed ON watchword.journal USING btree (id) WHERE (sequence IS NULL);


--
-- Name: team_key_state; Type: INDEX; Schema: watchword; Owner: watchword_owner
--

CREATE UNIQUE INDEX team_key_state ON watchword.team_key USING btree (state) WHERE (state <> 'retired'::text);


--
-- Name: journal_mark anchor_is_counted; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER anchor_is_counted AFTER INSERT OR UPDATE ON watchword.journal_mark FOR EACH ROW WHEN ((new.name = 'anchor'::text)) EXECUTE FUNCTION watchword.forget_counts();


--
-- Name: customer customers_added; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER customers_added AFTER INSERT ON watchword.customer REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_customers();


--
-- Name: customer customers_removed; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER customers_removed AFTER DELETE ON watchword.customer REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_customers();


--
-- Name: journal_mark head_is_counted; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER head_is_counted AFTER INSERT OR UPDATE ON watchword.journal_mark FOR EACH ROW WHEN ((new.name = 'head'::text)) EXECUTE FUNCTION watchword.count_sealed();


--
-- Name: customer_import import_journalled; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE CONSTRAINT TRIGGER import_journalled AFTER INSERT ON watchword.customer_import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION watchword.import_is_journalled();


--
-- Name: journal journal_rows; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER journal_rows BEFORE DELETE OR UPDATE ON watchword.journal FOR EACH ROW EXECUTE FUNCTION watchword.journal_is_not_edited();


--
-- Name: journal journal_whole; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER journal_whole BEFORE TRUNCATE ON watchword.journal FOR EACH STATEMENT EXECUTE FUNCTION watchword.journal_is_not_edited();


--
-- Name: credential password_changed; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER password_changed AFTER UPDATE OF key_id ON watchword.credential FOR EACH ROW WHEN (((old.key_id)::bytea IS DISTINCT FROM (new.key_id)::bytea)) EXECUTE FUNCTION watchword.tally_changed_password();


--
-- Name: credential passwords_added; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER passwords_added AFTER INSERT ON watchword.credential REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_passwords();


--
-- Name: credential passwords_removed; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER passwords_removed AFTER DELETE ON watchword.credential REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION watchword.tally_passwords();


--
-- Name: journal_personal personal_rows; Type: TRIGGER; Schema: watchword; Owner: watchword_owner
--

CREATE TRIGGER personal_rows BEFORE UPDATE ON watchword.journal_personal FOR EACH ROW EXECUTE FUNCTION watchword.personal_is_not_edited();


--
-- Name: caution caution_customer_id_fkey; Type: FK CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.caution
    ADD CONSTRAINT caution_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES watchword.customer(id);


--
-- Name: credential credential_customer_id_fkey; Type: FK CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.credential
    ADD CONSTRAINT credential_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES watchword.customer(id);


--
-- Name: journal_personal journal_personal_entry_fkey; Type: FK CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.journal_personal
    ADD CONSTRAINT journal_personal_entry_fkey FOREIGN KEY (entry) REFERENCES watchword.journal(id) ON DELETE CASCADE;


--
-- Name: key_holder key_holder_login_fkey; Type: FK CONSTRAINT; Schema: watchword; Owner: watchword_owner
--

ALTER TABLE ONLY watchword.key_holder
    ADD CONSTRAINT key_holder_login_fkey FOREIGN KEY (login) REFERENCES watchword.person(login);


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: pg_database_owner
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;


--
-- Name: SCHEMA watchword; Type: ACL; Schema: -; Owner: watchword_owner
--

GRANT USAGE ON SCHEMA watchword TO watchword_agent;
GRANT USAGE ON SCHEMA watchword TO watchword_portal;
GRANT USAGE ON SCHEMA watchword TO watchword_invited;


--
-- Name: TYPE change; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.change FROM PUBLIC;


--
-- Name: TYPE check_method; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.check_method FROM PUBLIC;


--
-- Name: TYPE kdf_version; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.kdf_version FROM PUBLIC;


--
-- Name: TYPE key_id; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.key_id FROM PUBLIC;


--
-- Name: TYPE lanes; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.lanes FROM PUBLIC;


--
-- Name: TYPE memory_kib; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.memory_kib FROM PUBLIC;


--
-- Name: TYPE norm_version; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.norm_version FROM PUBLIC;


--
-- Name: TYPE passes; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.passes FROM PUBLIC;


--
-- Name: TYPE salt; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.salt FROM PUBLIC;


--
-- Name: TYPE sha256; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.sha256 FROM PUBLIC;


--
-- Name: TYPE standing; Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON TYPE watchword.standing FROM PUBLIC;


--
-- Name: FUNCTION accept_invitation(scram_verifier text, token bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.accept_invitation(scram_verifier text, token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.accept_invitation(scram_verifier text, token bytea) TO watchword_invited;


--
-- Name: FUNCTION add_customer(fields jsonb, index_entry jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.add_customer(fields jsonb, index_entry jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.add_customer(fields jsonb, index_entry jsonb) TO watchword_lead;


--
-- Name: FUNCTION add_person(new_login text, new_name text, new_role text, scram_verifier text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.add_person(new_login text, new_name text, new_role text, scram_verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.add_person(new_login text, new_name text, new_role text, scram_verifier text) TO watchword_admin;


--
-- Name: FUNCTION anchor_is_recorded(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.anchor_is_recorded() FROM PUBLIC;


--
-- Name: FUNCTION announce_key(new_key bytea, instead_of bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.announce_key(new_key bytea, instead_of bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.announce_key(new_key bytea, instead_of bytea) TO watchword_admin;


--
-- Name: FUNCTION attention(set_before timestamp with time zone, at_most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.attention(set_before timestamp with time zone, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.attention(set_before timestamp with time zone, at_most integer) TO watchword_lead;


--
-- Name: FUNCTION begin_import(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.begin_import() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.begin_import() TO watchword_lead;


--
-- Name: FUNCTION begin_people_change(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.begin_people_change() FROM PUBLIC;


--
-- Name: TABLE policy; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT SELECT ON TABLE watchword.policy TO watchword_agent;


--
-- Name: FUNCTION capped(locked_until timestamp with time zone, in_row integer, rules watchword.policy, at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.capped(locked_until timestamp with time zone, in_row integer, rules watchword.policy, at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION challenge(about bigint); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.challenge(about bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.challenge(about bigint) TO watchword_agent;


--
-- Name: FUNCTION change_customer(about bigint, fields_before jsonb, fields_after jsonb, index_entry jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.change_customer(about bigint, fields_before jsonb, fields_after jsonb, index_entry jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.change_customer(about bigint, fields_before jsonb, fields_after jsonb, index_entry jsonb) TO watchword_lead;


--
-- Name: FUNCTION change_role(of_login text, new_role text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.change_role(of_login text, new_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.change_role(of_login text, new_role text) TO watchword_admin;


--
-- Name: FUNCTION clear_caution(about bigint, seen_at timestamp with time zone, reason text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.clear_caution(about bigint, seen_at timestamp with time zone, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.clear_caution(about bigint, seen_at timestamp with time zone, reason text) TO watchword_lead;


--
-- Name: FUNCTION clear_credential(about bigint); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.clear_credential(about bigint) FROM PUBLIC;


--
-- Name: FUNCTION close_login(of_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.close_login(of_login text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.close_login(of_login text) TO watchword_admin;


--
-- Name: FUNCTION consequences(about bigint, tried_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.consequences(about bigint, tried_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION count_parts(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.count_parts() FROM PUBLIC;


--
-- Name: FUNCTION count_sealed(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.count_sealed() FROM PUBLIC;


--
-- Name: FUNCTION customer_card(about bigint); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.customer_card(about bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.customer_card(about bigint) TO watchword_agent;


--
-- Name: FUNCTION customer_count(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.customer_count() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.customer_count() TO watchword_agent;


--
-- Name: FUNCTION customer_hits(places integer[]); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.customer_hits(places integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.customer_hits(places integer[]) TO watchword_agent;


--
-- Name: FUNCTION delays(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.delays() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.delays() TO watchword_agent;


--
-- Name: FUNCTION delete_customer(about bigint, reason text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.delete_customer(about bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.delete_customer(about bigint, reason text) TO watchword_lead;


--
-- Name: FUNCTION end_other_sessions(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.end_other_sessions() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.end_other_sessions() TO watchword_agent;


--
-- Name: FUNCTION end_sessions(of_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.end_sessions(of_login text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.end_sessions(of_login text) TO watchword_admin;


--
-- Name: FUNCTION end_sessions_of(of_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.end_sessions_of(of_login text) FROM PUBLIC;


--
-- Name: FUNCTION end_stuck_sessions(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.end_stuck_sessions() FROM PUBLIC;


--
-- Name: FUNCTION entry_bytes(entry watchword.journal); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.entry_bytes(entry watchword.journal) FROM PUBLIC;


--
-- Name: FUNCTION find_digits(pattern text, also text[], most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.find_digits(pattern text, also text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.find_digits(pattern text, also text[], most integer) TO watchword_agent;


--
-- Name: FUNCTION find_numbers(spellings text[], ends text[], most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.find_numbers(spellings text[], ends text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.find_numbers(spellings text[], ends text[], most integer) TO watchword_agent;


--
-- Name: FUNCTION find_phones(first text, last text, codes integer[], most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.find_phones(first text, last text, codes integer[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.find_phones(first text, last text, codes integer[], most integer) TO watchword_agent;


--
-- Name: FUNCTION find_tokens(wanted text[], most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.find_tokens(wanted text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.find_tokens(wanted text[], most integer) TO watchword_agent;


--
-- Name: FUNCTION find_words(patterns text[], also text[], most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.find_words(patterns text[], also text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.find_words(patterns text[], also text[], most integer) TO watchword_agent;


--
-- Name: FUNCTION finish_import(counts jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.finish_import(counts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.finish_import(counts jsonb) TO watchword_lead;


--
-- Name: FUNCTION first_password_candidates(of_letters boolean, beginnings text[], of_country text, at_most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.first_password_candidates(of_letters boolean, beginnings text[], of_country text, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.first_password_candidates(of_letters boolean, beginnings text[], of_country text, at_most integer) TO watchword_lead;


--
-- Name: FUNCTION forget_attempts(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.forget_attempts() FROM PUBLIC;


--
-- Name: FUNCTION forget_counts(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.forget_counts() FROM PUBLIC;


--
-- Name: FUNCTION import_doubles(last_before integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_doubles(last_before integer) FROM PUBLIC;


--
-- Name: FUNCTION import_index(entries jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_index(entries jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.import_index(entries jsonb) TO watchword_lead;


--
-- Name: FUNCTION import_is_journalled(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_is_journalled() FROM PUBLIC;


--
-- Name: FUNCTION import_known(given_fields text[], trial boolean); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_known(given_fields text[], trial boolean) FROM PUBLIC;


--
-- Name: FUNCTION import_missing(last_before integer, trial boolean); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_missing(last_before integer, trial boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.import_missing(last_before integer, trial boolean) TO watchword_lead;


--
-- Name: FUNCTION import_new(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_new() FROM PUBLIC;


--
-- Name: FUNCTION import_rejected(numbers text[]); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_rejected(numbers text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.import_rejected(numbers text[]) TO watchword_lead;


--
-- Name: FUNCTION import_staged(given_fields text[], trial boolean, last_before integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.import_staged(given_fields text[], trial boolean, last_before integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.import_staged(given_fields text[], trial boolean, last_before integer) TO watchword_lead;


--
-- Name: FUNCTION invitation_end(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.invitation_end() FROM PUBLIC;


--
-- Name: FUNCTION invite_person(new_login text, new_name text, new_role text, scram_verifier text, token_hash bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.invite_person(new_login text, new_name text, new_role text, scram_verifier text, token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.invite_person(new_login text, new_name text, new_role text, scram_verifier text, token_hash bytea) TO watchword_admin;


--
-- Name: FUNCTION is_owner(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.is_owner() FROM PUBLIC;


--
-- Name: FUNCTION is_waited_for(holder watchword.key_holder); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.is_waited_for(holder watchword.key_holder) FROM PUBLIC;


--
-- Name: FUNCTION journal_head(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.journal_head() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.journal_head() TO watchword_agent;


--
-- Name: FUNCTION journal_holds(seen_sequence bigint, seen_digest bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.journal_holds(seen_sequence bigint, seen_digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.journal_holds(seen_sequence bigint, seen_digest bytea) TO watchword_agent;


--
-- Name: FUNCTION journal_is_not_edited(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.journal_is_not_edited() FROM PUBLIC;


--
-- Name: FUNCTION keep_refusal(about bigint, refusal text, rules watchword.policy, at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.keep_refusal(about bigint, refusal text, rules watchword.policy, at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION key_holders(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.key_holders() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.key_holders() TO watchword_admin;


--
-- Name: FUNCTION keys_in_use(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.keys_in_use() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.keys_in_use() TO watchword_agent;


--
-- Name: FUNCTION list_columns(of_kind text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.list_columns(of_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.list_columns(of_kind text) TO watchword_lead;


--
-- Name: FUNCTION lock_credential(about bigint); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.lock_credential(about bigint) FROM PUBLIC;


--
-- Name: FUNCTION lock_customers(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.lock_customers() FROM PUBLIC;


--
-- Name: FUNCTION lock_for_check(about bigint); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.lock_for_check(about bigint) FROM PUBLIC;


--
-- Name: FUNCTION make_login(new_login text, new_name text, new_role text, in_group text, scram_verifier text, until timestamp with time zone, token_hash bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.make_login(new_login text, new_name text, new_role text, in_group text, scram_verifier text, until timestamp with time zone, token_hash bytea) FROM PUBLIC;


--
-- Name: FUNCTION make_search_index(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.make_search_index() FROM PUBLIC;


--
-- Name: FUNCTION missing_customers(of_list text, after_number text, at_most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.missing_customers(of_list text, after_number text, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.missing_customers(of_list text, after_number text, at_most integer) TO watchword_lead;


--
-- Name: FUNCTION moment(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.moment() FROM PUBLIC;


--
-- Name: FUNCTION new_customer_id(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.new_customer_id() FROM PUBLIC;


--
-- Name: FUNCTION newest_sealed(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.newest_sealed() FROM PUBLIC;


--
-- Name: FUNCTION open_transactions(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.open_transactions() FROM PUBLIC;


--
-- Name: FUNCTION own_checks(since timestamp with time zone, at_most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.own_checks(since timestamp with time zone, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.own_checks(since timestamp with time zone, at_most integer) TO watchword_agent;


--
-- Name: FUNCTION password_state(has_password boolean, in_row integer, in_all integer, locked_until timestamp with time zone, valid_until timestamp with time zone, used_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.password_state(has_password boolean, in_row integer, in_all integer, locked_until timestamp with time zone, valid_until timestamp with time zone, used_at timestamp with time zone, rules watchword.policy, at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION pause_if_used_up(by_attempt uuid, rules watchword.policy, at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.pause_if_used_up(by_attempt uuid, rules watchword.policy, at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION people(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.people() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.people() TO watchword_admin;


--
-- Name: FUNCTION personal_is_not_edited(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.personal_is_not_edited() FROM PUBLIC;


--
-- Name: FUNCTION portal_customer(by_number text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.portal_customer(by_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.portal_customer(by_number text) TO watchword_portal;


--
-- Name: FUNCTION portal_set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.portal_set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.portal_set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) TO watchword_portal;


--
-- Name: FUNCTION prune_journal(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.prune_journal() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.prune_journal() TO watchword_agent;


--
-- Name: FUNCTION quarter_of(moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.quarter_of(moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION raise_caution(about bigint, new_text text, seen_at timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.raise_caution(about bigint, new_text text, seen_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.raise_caution(about bigint, new_text text, seen_at timestamp with time zone) TO watchword_agent;


--
-- Name: FUNCTION receipt_place(of_receipt text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.receipt_place(of_receipt text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.receipt_place(of_receipt text) TO watchword_agent;


--
-- Name: FUNCTION recent_trouble(failed_since timestamp with time zone, missing_since timestamp with time zone, at_least integer, at_most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.recent_trouble(failed_since timestamp with time zone, missing_since timestamp with time zone, at_least integer, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.recent_trouble(failed_since timestamp with time zone, missing_since timestamp with time zone, at_least integer, at_most integer) TO watchword_lead;


--
-- Name: FUNCTION record(of_kind text, of_outcome text, of_details jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.record(of_kind text, of_outcome text, of_details jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.record(of_kind text, of_outcome text, of_details jsonb) TO watchword_agent;


--
-- Name: FUNCTION refresh(attempt_id uuid, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.refresh(attempt_id uuid, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.refresh(attempt_id uuid, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea) TO watchword_agent;


--
-- Name: FUNCTION refused_passwords(at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.refused_passwords(at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION remove_password(about bigint, reason text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.remove_password(about bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.remove_password(about bigint, reason text) TO watchword_lead;


--
-- Name: FUNCTION remove_person(of_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.remove_person(of_login text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.remove_person(of_login text) TO watchword_admin;


--
-- Name: FUNCTION report_keys(key_ids bytea[]); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.report_keys(key_ids bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.report_keys(key_ids bytea[]) TO watchword_agent;


--
-- Name: FUNCTION require_caution(given text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_caution(given text) FROM PUBLIC;


--
-- Name: FUNCTION require_current_key(of_key bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_current_key(of_key bytea) FROM PUBLIC;


--
-- Name: FUNCTION require_customer(about bigint); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_customer(about bigint) FROM PUBLIC;


--
-- Name: FUNCTION require_details(given jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_details(given jsonb) FROM PUBLIC;


--
-- Name: FUNCTION require_import(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_import() FROM PUBLIC;


--
-- Name: FUNCTION require_list(of_list text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_list(of_list text) FROM PUBLIC;


--
-- Name: FUNCTION require_other_admin(than_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_other_admin(than_login text) FROM PUBLIC;


--
-- Name: FUNCTION require_person(of_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_person(of_login text) FROM PUBLIC;


--
-- Name: FUNCTION require_read_committed(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_read_committed() FROM PUBLIC;


--
-- Name: FUNCTION require_reason(reason text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_reason(reason text) FROM PUBLIC;


--
-- Name: FUNCTION require_role(needed text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_role(needed text) FROM PUBLIC;


--
-- Name: FUNCTION require_verifier(scram_verifier text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.require_verifier(scram_verifier text) FROM PUBLIC;


--
-- Name: FUNCTION reset_person(of_login text, scram_verifier text, token_hash bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.reset_person(of_login text, scram_verifier text, token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.reset_person(of_login text, scram_verifier text, token_hash bytea) TO watchword_admin;


--
-- Name: FUNCTION result(attempt_id uuid); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.result(attempt_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.result(attempt_id uuid) TO watchword_agent;


--
-- Name: FUNCTION resume(of_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.resume(of_login text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.resume(of_login text) TO watchword_lead;


--
-- Name: FUNCTION save_list_columns(of_kind text, new_columns text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.save_list_columns(of_kind text, new_columns text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.save_list_columns(of_kind text, new_columns text) TO watchword_lead;


--
-- Name: FUNCTION save_policy(new_rules jsonb, rules_read jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.save_policy(new_rules jsonb, rules_read jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.save_policy(new_rules jsonb, rules_read jsonb) TO watchword_admin;


--
-- Name: FUNCTION seal(at_most integer); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.seal(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.seal(at_most integer) TO watchword_agent;


--
-- Name: FUNCTION session_start(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.session_start() FROM PUBLIC;


--
-- Name: FUNCTION set_first_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, reason text, replaces timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.set_first_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, reason text, replaces timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.set_first_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, reason text, replaces timestamp with time zone) TO watchword_lead;


--
-- Name: FUNCTION set_missing_inactive(of_list text, everyone boolean, chosen bigint[], source text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.set_missing_inactive(of_list text, everyone boolean, chosen bigint[], source text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.set_missing_inactive(of_list text, everyone boolean, chosen bigint[], source text) TO watchword_lead;


--
-- Name: FUNCTION set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, reference text, note text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, reference text, note text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.set_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, reference text, note text) TO watchword_lead;


--
-- Name: FUNCTION sized(content bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.sized(content bytea) FROM PUBLIC;


--
-- Name: FUNCTION standing_of(about bigint, at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.standing_of(about bigint, at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION start_announced_key(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.start_announced_key() FROM PUBLIC;


--
-- Name: FUNCTION start_key(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.start_key() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.start_key() TO watchword_admin;


--
-- Name: FUNCTION store_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, personal_data jsonb); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.store_password(about bigint, new_verifier bytea, new_salt bytea, new_memory_kib integer, new_passes integer, new_lanes integer, new_norm_version integer, new_kdf_version integer, new_key_id bytea, validity text, method text, personal_data jsonb) FROM PUBLIC;


--
-- Name: FUNCTION strike_found(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.strike_found() FROM PUBLIC;


--
-- Name: FUNCTION submit(attempt_id uuid, about bigint, of_generation bigint, digest bytea); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.submit(attempt_id uuid, about bigint, of_generation bigint, digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.submit(attempt_id uuid, about bigint, of_generation bigint, digest bytea) TO watchword_agent;


--
-- Name: FUNCTION take_back(attempt_id uuid, about bigint, tried_at timestamp with time zone, failed_before timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.take_back(attempt_id uuid, about bigint, tried_at timestamp with time zone, failed_before timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION take_person(of_login text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.take_person(of_login text) FROM PUBLIC;


--
-- Name: FUNCTION tally_changed_password(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.tally_changed_password() FROM PUBLIC;


--
-- Name: FUNCTION tally_customers(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.tally_customers() FROM PUBLIC;


--
-- Name: FUNCTION tally_passwords(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.tally_passwords() FROM PUBLIC;


--
-- Name: FUNCTION team_counts(day_starts timestamp with time zone[]); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.team_counts(day_starts timestamp with time zone[]) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.team_counts(day_starts timestamp with time zone[]) TO watchword_lead;


--
-- Name: FUNCTION team_keys(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.team_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.team_keys() TO watchword_agent;


--
-- Name: FUNCTION team_totals(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.team_totals() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.team_totals() TO watchword_lead;


--
-- Name: FUNCTION tell_of_customer(about bigint); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.tell_of_customer(about bigint) FROM PUBLIC;


--
-- Name: FUNCTION telling_parts(patterns text[]); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.telling_parts(patterns text[]) FROM PUBLIC;


--
-- Name: FUNCTION unlock_password(about bigint, reason text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.unlock_password(about bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.unlock_password(about bigint, reason text) TO watchword_lead;


--
-- Name: FUNCTION wait_after(in_row integer, rules watchword.policy); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.wait_after(in_row integer, rules watchword.policy) FROM PUBLIC;


--
-- Name: FUNCTION was_charged(attempt_id uuid); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.was_charged(attempt_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.was_charged(attempt_id uuid) TO watchword_agent;


--
-- Name: FUNCTION whoami(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.whoami() FROM PUBLIC;
GRANT ALL ON FUNCTION watchword.whoami() TO watchword_agent;
GRANT ALL ON FUNCTION watchword.whoami() TO watchword_portal;
GRANT ALL ON FUNCTION watchword.whoami() TO watchword_invited;


--
-- Name: FUNCTION workstation(); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.workstation() FROM PUBLIC;


--
-- Name: FUNCTION write_journal(new_kind text, new_outcome text, about bigint, new_details jsonb, personal_data jsonb, at_moment timestamp with time zone); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.write_journal(new_kind text, new_outcome text, about bigint, new_details jsonb, personal_data jsonb, at_moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION write_phones(of_place integer, keys text); Type: ACL; Schema: watchword; Owner: watchword_owner
--

REVOKE ALL ON FUNCTION watchword.write_phones(of_place integer, keys text) FROM PUBLIC;


--
-- Name: COLUMN customer_staging.line; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(line) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.number; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(number) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.name; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(name) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.company; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(company) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.phones; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(phones) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.emails; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(emails) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.domains; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(domains) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.country; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(country) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.language; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(language) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.authorised; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(authorised) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.active; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(active) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.words; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(words) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.digits; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(digits) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.tokens; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(tokens) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: COLUMN customer_staging.phone_keys; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT INSERT(phone_keys) ON TABLE watchword.customer_staging TO watchword_lead;


--
-- Name: TABLE customers; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT SELECT ON TABLE watchword.customers TO watchword_agent;


--
-- Name: TABLE journal_entries; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT SELECT ON TABLE watchword.journal_entries TO watchword_lead;


--
-- Name: TABLE journal_marks; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT SELECT ON TABLE watchword.journal_marks TO watchword_lead;


--
-- Name: TABLE schema_step; Type: ACL; Schema: watchword; Owner: watchword_owner
--

GRANT SELECT ON TABLE watchword.schema_step TO watchword_agent;


--
-- Name: DEFAULT PRIVILEGES FOR TYPES; Type: DEFAULT ACL; Schema: -; Owner: watchword_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE watchword_owner REVOKE ALL ON TYPES  FROM PUBLIC;


--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: watchword_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE watchword_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;


--
-- PostgreSQL database dump complete
--



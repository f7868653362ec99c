-- The journal: recorded, read by leads, sealed into a chain, shortened by whole months.

CREATE VIEW watchword.journal_entries AS
    SELECT j.id, j.sequence, j.at, j.login, j.person, j.workstation, j.customer_id,
           j.customer_number, j.kind, j.outcome, j.receipt, j.details, j.personal_digest, j.digest,
           p.salt, p.content, c.name, c.company
    FROM watchword.journal AS j
    LEFT JOIN watchword.journal_personal AS p ON p.entry = j.id
    LEFT JOIN watchword.customer AS c ON c.id = j.customer_id;

CREATE VIEW watchword.journal_marks AS SELECT name, sequence, digest FROM watchword.journal_mark;

CREATE FUNCTION watchword.journal_is_not_edited() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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
CREATE TRIGGER journal_rows BEFORE UPDATE OR DELETE ON watchword.journal
    FOR EACH ROW EXECUTE FUNCTION watchword.journal_is_not_edited();
CREATE TRIGGER journal_whole BEFORE TRUNCATE ON watchword.journal
    FOR EACH STATEMENT EXECUTE FUNCTION watchword.journal_is_not_edited();

CREATE FUNCTION watchword.personal_is_not_edited() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    RAISE EXCEPTION 'personal data is erased, not edited' USING ERRCODE = 'WW010';
END
$$;
CREATE TRIGGER personal_rows BEFORE UPDATE ON watchword.journal_personal
    FOR EACH ROW EXECUTE FUNCTION watchword.personal_is_not_edited();

-- Passes details that the journal's readers can show, whoever has made them up: names with texts.
CREATE FUNCTION watchword.require_details(given jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF jsonb_typeof(given) <> 'object' OR length(given::text) > 4000
       OR jsonb_path_exists(given, 'strict $.keyvalue() ? (@.value.type() != "string")') THEN
        RAISE EXCEPTION 'details' USING ERRCODE = 'WW009', DETAIL = 'unknown', COLUMN = 'details';
    END IF;
END
$$;

-- Writes one entry that stands for no change of data. Only such kinds: nobody can write into the
-- journal that a check was made.
CREATE FUNCTION watchword.record(of_kind text, of_outcome text, of_details jsonb) RETURNS text
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
    PERFORM require_details(of_details);
    IF of_kind NOT IN ('exported', 'backed-up') OR length(of_outcome) > 100 THEN
        RAISE EXCEPTION 'not allowed' USING ERRCODE = 'WW002';
    END IF;
    RETURN (write_journal(of_kind, of_outcome, NULL, of_details, NULL)).receipt;
END
$$;

CREATE FUNCTION watchword.own_checks(since timestamptz, at_most integer) RETURNS TABLE (
    at timestamptz, answer text, id bigint, number text, name text, company text, phones text,
    emails text, domains text, country text, language text, authorised text, active boolean
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

-- What the chain covers of an entry; core/journal.py says what each byte is.
CREATE FUNCTION watchword.entry_bytes(entry watchword.journal) RETURNS bytea
    LANGUAGE sql STABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

-- The newest entry that is or was sealed, whatever somebody did to rows or marks.
CREATE FUNCTION watchword.newest_sealed() RETURNS watchword.journal_mark
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT name, sequence, digest FROM (
        SELECT name, sequence, digest FROM journal_mark
        UNION ALL
        (SELECT 'entry', sequence, digest FROM journal WHERE sequence IS NOT NULL
         ORDER BY sequence DESC LIMIT 1)
    ) AS found ORDER BY sequence DESC LIMIT 1
$$;

-- The open transactions of people. Since when each waits for its client, null while it works, and
-- whether it has written or locked anything; the times are those of the server, as it keeps them
-- itself.
CREATE FUNCTION watchword.open_transactions() RETURNS TABLE (
    pid integer, login text, began_at timestamptz, idle_since timestamptz, holds boolean
)
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT a.pid, p.login, a.xact_start,
           CASE WHEN a.state LIKE 'idle in transaction%' THEN a.state_change END,
           a.backend_xid IS NOT NULL
    FROM pg_stat_activity AS a JOIN person AS p ON p.login = a.usename
    WHERE a.datname = current_database() AND a.xact_start IS NOT NULL
      AND a.pid <> pg_backend_pid()
$$;

-- Ends the sessions of people that keep others from working: those of an older password, and those
-- that hold something for longer than the program ever does. An import, which holds the table of
-- customers, takes its time, but never as long between two of its statements.
CREATE FUNCTION watchword.end_stuck_sessions() RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

-- Since when entries have been waiting to be sealed, null where none has for 10 minutes; and who has
-- kept a transaction open for as long.
CREATE FUNCTION watchword.delays() RETURNS TABLE (unsealed_since timestamptz, logins text[])
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
    RETURN QUERY
        SELECT (SELECT min(j.at) FROM journal AS j
                WHERE j.sequence IS NULL AND j.at < moment() - interval '10 minutes'),
               ARRAY(SELECT DISTINCT t.login FROM open_transactions() AS t
                     WHERE t.began_at < clock_timestamp() - interval '10 minutes' ORDER BY t.login
                     LIMIT 20);
END
$$;

-- Numbers and chains up to this many new entries; how many it were. Somebody who is sealing already
-- is not waited for. Attempts that no rule looks at any more are removed on the way.
CREATE FUNCTION watchword.seal(at_most integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

CREATE FUNCTION watchword.forget_attempts() RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

CREATE FUNCTION watchword.journal_head() RETURNS TABLE (sequence bigint, digest bytea)
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
    RETURN QUERY SELECT n.sequence, n.digest FROM newest_sealed() AS n WHERE n.sequence IS NOT NULL;
END
$$;

-- Whether a sealed entry says that the journal was shortened up to the anchor: whoever removes rows
-- can also write an anchor.
CREATE FUNCTION watchword.anchor_is_recorded() RETURNS boolean
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT EXISTS (
        SELECT FROM journal_mark AS a JOIN journal AS j ON j.sequence > a.sequence
        WHERE a.name = 'anchor' AND j.kind = 'journal-pruned'
          AND position(format('"sequence": "%s"', a.sequence) IN j.details) > 0
          AND position(format('"digest": "%s"', encode(a.digest, 'hex')) IN j.details) > 0)
$$;

-- Whether an entry seen earlier is still there; one that was pruned counts as such.
CREATE FUNCTION watchword.journal_holds(seen_sequence bigint, seen_digest bytea) RETURNS boolean
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

-- Removes the whole months that are older than the policy keeps; how many entries it were.
CREATE FUNCTION watchword.prune_journal() RETURNS bigint
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

-- An import, in one transaction: begin_import, then for each few thousand rows COPY into
-- customer_staging, import_staged and import_index, and at last finish_import.

-- What changes customers is journalled in the same transaction: finish_import takes the row away.
CREATE FUNCTION watchword.import_is_journalled() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF EXISTS (SELECT FROM customer_import WHERE batch = NEW.batch) THEN
        RAISE EXCEPTION 'the import is not finished' USING ERRCODE = 'WW010';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER import_journalled AFTER INSERT ON watchword.customer_import
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION watchword.import_is_journalled();

-- Passes a lead whose transaction has begun an import.
CREATE FUNCTION watchword.require_import() RETURNS void
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
    IF NOT EXISTS (SELECT FROM customer_import WHERE batch = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'no import was begun' USING ERRCODE = 'WW002';
    END IF;
END
$$;

-- The last place before the import.
CREATE FUNCTION watchword.begin_import() RETURNS integer
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
    PERFORM lock_customers();
    TRUNCATE customer_seen;
    INSERT INTO customer_import DEFAULT VALUES ON CONFLICT DO NOTHING;
    RETURN (SELECT coalesce(max(place), 0) FROM customer);
END
$$;

-- Of several rows with a number the first one holds, staged now or before; tells which do not.
CREATE FUNCTION watchword.import_doubles(last_before integer) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET enable_hashjoin = off
    SET enable_mergejoin = off
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

-- Takes known customers from the staged rows and replaces given_fields of those that differ; tells
-- how many there were, and those that differ as they are now.
CREATE FUNCTION watchword.import_known(given_fields text[], trial boolean) RETURNS TABLE (
    known bigint, changed jsonb
)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET enable_hashjoin = off
    SET enable_mergejoin = off
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
    ), removed AS (
        DELETE FROM customer_staging AS s USING merged AS m WHERE s.number = m.number
    )
    SELECT (SELECT count(*) FROM merged),
           (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM differing AS d);
END
$$;

-- The ids come from one secret: to draw one for each takes a tenth of the whole import.
CREATE FUNCTION watchword.import_new() RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

-- Takes the staged rows over, by number. doubles are [line, number]; changed are known customers as
-- they are now, which import_index is to be told about. A trial changes no customer.
CREATE FUNCTION watchword.import_staged(
    given_fields text[], trial boolean, last_before integer
) RETURNS TABLE (
    new bigint, known bigint, doubles jsonb, changed jsonb
)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET lock_timeout = '3s'
    SET gin_pending_list_limit = '64MB'
    SET work_mem = '64MB'
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

-- What known customers are found by from now on, those that this import has changed: nobody takes
-- away what others are found by.
CREATE FUNCTION watchword.import_index(entries jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

-- What was added and updated is known here; the other counts are the caller's.
CREATE FUNCTION watchword.finish_import(counts jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT INSERT (line, number, name, company, phones, emails, domains, country, language, authorised,
              active, words, digits, tokens, phone_keys)
ON watchword.customer_staging TO watchword_lead;
GRANT EXECUTE ON FUNCTION
    watchword.begin_import, watchword.import_staged, watchword.import_index,
    watchword.finish_import
TO watchword_lead;

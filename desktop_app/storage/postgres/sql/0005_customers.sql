-- Customers: read through views, written by functions, found through an index.

CREATE VIEW watchword.customers AS
    SELECT place, id, number, name, company, phones, emails, domains, country, language,
           authorised, active
    FROM watchword.customer;
CREATE VIEW watchword.customer_tokens AS SELECT token, place FROM watchword.customer_token;
CREATE VIEW watchword.customer_phones AS SELECT national, code, place FROM watchword.customer_phone;
CREATE VIEW watchword.customer_parts AS SELECT place, parts FROM watchword.customer_part;

-- The rows of a search, with the state of each password as it is now.
CREATE FUNCTION watchword.customer_hits(places integer[]) RETURNS TABLE (
    place integer, id bigint, number text, name text, company text, phones text[], emails text[],
    domains text[], country text, language text, authorised text, active boolean, state text,
    has_caution boolean
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

-- The place of the customer whom the journal entry with this receipt is about.
CREATE FUNCTION watchword.receipt_place(of_receipt text) RETURNS integer
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
    RETURN (SELECT c.place FROM journal AS j JOIN customer AS c ON c.id = j.customer_id
            WHERE j.receipt = of_receipt);
END
$$;

-- What the card shows of a customer besides the customer.
CREATE FUNCTION watchword.customer_card(about bigint) RETURNS TABLE (
    checked_at timestamptz, checked_by text, answer text, receipt text,
    caution text, raised_by text, raised_at timestamptz, standing watchword.standing
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

-- Index entries: an array of {place, tokens, parts, phones: [[national, code], …]}.
CREATE FUNCTION watchword.write_index(entries jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
DECLARE
    places integer[];
BEGIN
    SELECT array_agg(e.place) INTO places FROM jsonb_to_recordset(entries) AS e (place integer);
    DELETE FROM customer_token WHERE place = ANY (places);
    DELETE FROM customer_phone WHERE place = ANY (places);
    INSERT INTO customer_token (token, place)
    SELECT DISTINCT token, e.place
    FROM jsonb_to_recordset(entries) AS e (place integer, tokens text),
         string_to_table(e.tokens, ' ') AS token
    WHERE token <> '' ORDER BY token, place;
    INSERT INTO customer_phone (national, code, place)
    SELECT DISTINCT phone ->> 0, (phone ->> 1)::integer, e.place
    FROM jsonb_to_recordset(entries) AS e (place integer, phones jsonb),
         jsonb_array_elements(e.phones) AS phone;
    INSERT INTO customer_part (place, parts)
    SELECT e.place, e.parts FROM jsonb_to_recordset(entries) AS e (place integer, parts text)
    ON CONFLICT (place) DO UPDATE SET parts = excluded.parts;
END
$$;

-- Writing customers, one or a million, keeps other writers of customers waiting, nobody else.
CREATE FUNCTION watchword.lock_customers() RETURNS void
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
    LOCK TABLE customer IN SHARE ROW EXCLUSIVE MODE;
END
$$;

CREATE FUNCTION watchword.add_customer(fields jsonb, index_entry jsonb) RETURNS bigint
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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
                          authorised, active)
    VALUES (new_customer_id(), given.number, given.name, given.company, given.phones, given.emails,
            given.domains, given.country, given.language, given.authorised, given.active)
    RETURNING place, id INTO new_place, new_id;
    PERFORM write_index(jsonb_build_array(
        index_entry || jsonb_build_object('place', new_place)));
    PERFORM write_journal('customer-added', 'added', new_id, NULL, NULL);
    RETURN new_id;
END
$$;

-- Replaces the fields of a customer who is still as the caller has read them.
CREATE FUNCTION watchword.change_customer(
    about bigint, fields_before jsonb, fields_after jsonb, index_entry jsonb
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
    SET (number, name, company, phones, emails, domains, country, language, authorised, active)
        = ROW (given.number, given.name, given.company, given.phones, given.emails, given.domains,
               given.country, given.language, given.authorised, given.active)
    WHERE id = about;
    PERFORM write_index(jsonb_build_array(
        index_entry || jsonb_build_object('place', held.place)));
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

CREATE FUNCTION watchword.raise_caution(about bigint, new_text text) RETURNS watchword.change
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
    caller person;
    written change;
BEGIN
    caller := require_role('agent');
    PERFORM require_customer(about);
    written := write_journal('caution-raised', 'raised', about, NULL,
                             jsonb_build_object('text', new_text));
    INSERT INTO caution (customer_id, text, raised_by, raised_at)
    VALUES (about, new_text, caller.name, written.at)
    ON CONFLICT (customer_id) DO UPDATE
    SET text = excluded.text, raised_by = excluded.raised_by, raised_at = excluded.raised_at;
    RETURN written;
END
$$;

CREATE FUNCTION watchword.clear_caution(about bigint) RETURNS watchword.change
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
    PERFORM require_role('lead');
    PERFORM require_customer(about);
    DELETE FROM caution WHERE customer_id = about;
    RETURN write_journal('caution-cleared', 'cleared', about, NULL, NULL);
END
$$;

-- An import, in one transaction: COPY into customer_staging, import_customers, then pages of
-- import_unindexed and import_index, and finish_import.

CREATE FUNCTION watchword.require_lead() RETURNS void
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
END
$$;

-- Inserts and updates customers by number. Only given_fields of a known customer are replaced; the
-- first of several rows with the same number counts. A trial only tells what would be done.
CREATE FUNCTION watchword.import_customers(given_fields text[], trial boolean) RETURNS TABLE (
    new bigint, updated bigint, unchanged bigint
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
    PERFORM lock_customers();
    UPDATE customer_staging AS s SET outcome = 'twice'
    FROM (SELECT line, row_number() OVER (PARTITION BY number ORDER BY line) AS turn
          FROM customer_staging WHERE batch = pg_current_xact_id()) AS counted
    WHERE s.batch = pg_current_xact_id() AND s.line = counted.line AND counted.turn > 1;
    UPDATE customer_staging AS s
    SET name = CASE WHEN 'name' = ANY (given_fields) THEN s.name ELSE c.name END,
        company = CASE WHEN 'company' = ANY (given_fields) THEN s.company ELSE c.company END,
        phones = CASE WHEN 'phones' = ANY (given_fields) THEN s.phones ELSE c.phones END,
        emails = CASE WHEN 'emails' = ANY (given_fields) THEN s.emails ELSE c.emails END,
        domains = CASE WHEN 'domains' = ANY (given_fields) THEN s.domains ELSE c.domains END,
        country = CASE WHEN 'country' = ANY (given_fields) THEN s.country ELSE c.country END,
        language = CASE WHEN 'language' = ANY (given_fields) THEN s.language ELSE c.language END,
        authorised = CASE WHEN 'authorised' = ANY (given_fields) THEN s.authorised
                          ELSE c.authorised END,
        active = CASE WHEN 'active' = ANY (given_fields) THEN s.active ELSE c.active END,
        place = c.place, outcome = 'known'
    FROM customer AS c
    WHERE s.batch = pg_current_xact_id() AND s.outcome IS NULL AND c.number = s.number;
    UPDATE customer_staging AS s SET outcome = 'unchanged'
    FROM customer AS c
    WHERE s.batch = pg_current_xact_id() AND s.outcome = 'known' AND c.place = s.place
      AND (s.name, s.company, s.phones, s.emails, s.domains, s.country, s.language, s.authorised,
           s.active)
          = (c.name, c.company, c.phones, c.emails, c.domains, c.country, c.language, c.authorised,
             c.active);
    IF NOT trial THEN
        UPDATE customer AS c
        SET name = s.name, company = s.company, phones = s.phones, emails = s.emails,
            domains = s.domains, country = s.country, language = s.language,
            authorised = s.authorised, active = s.active
        FROM customer_staging AS s
        WHERE s.batch = pg_current_xact_id() AND s.outcome = 'known' AND c.place = s.place;
        INSERT INTO customer (id, number, name, company, phones, emails, domains, country, language,
                              authorised, active)
        SELECT new_customer_id(), number, name, company, phones, emails, domains, country, language,
               authorised, active
        FROM customer_staging WHERE batch = pg_current_xact_id() AND outcome IS NULL
        ORDER BY line;
    END IF;
    RETURN QUERY
        SELECT count(*) FILTER (WHERE outcome IS NULL), count(*) FILTER (WHERE outcome = 'known'),
               count(*) FILTER (WHERE outcome = 'unchanged')
        FROM customer_staging WHERE batch = pg_current_xact_id();
END
$$;

CREATE FUNCTION watchword.import_rejected() RETURNS TABLE (line bigint, number text)
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
    RETURN QUERY SELECT s.line, s.number FROM customer_staging AS s
                 WHERE s.batch = pg_current_xact_id() AND s.outcome = 'twice' ORDER BY s.line;
END
$$;

-- Which of the imported customers the index does not know yet as they are now.
CREATE FUNCTION watchword.import_unindexed() RETURNS TABLE (
    place integer, number text, name text, company text, phones text[], emails text[],
    domains text[]
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
        SELECT c.place, c.number, c.name, c.company, c.phones, c.emails, c.domains
        FROM customer_staging AS s JOIN customer AS c ON c.number = s.number
        WHERE s.batch = pg_current_xact_id() AND coalesce(s.outcome, '') IN ('', 'known');
END
$$;

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
    PERFORM require_role('lead');
    PERFORM write_index(entries);
END
$$;

CREATE FUNCTION watchword.finish_import(counts jsonb) RETURNS void
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
    DELETE FROM customer_staging WHERE batch = pg_current_xact_id();
    -- What the index has put off, and figures for the planner: without both, searches read it all.
    PERFORM gin_clean_pending_list('customer_part_trigram');
    ANALYZE customer, customer_token, customer_phone, customer_part;
    PERFORM write_journal('customers-imported', 'imported', NULL, counts, NULL);
END
$$;

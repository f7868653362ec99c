-- Customers: read through a view and the functions of the search, written by functions.

CREATE VIEW watchword.customers AS
    SELECT place, id, number, name, company, phones, emails, domains, country, language,
           authorised, active
    FROM watchword.customer;

-- The rows of a search, with the state of each password as it is now.
CREATE FUNCTION watchword.customer_hits(places integer[]) RETURNS TABLE (
    place integer, id bigint, number text, name text, company text, phones text, emails text,
    domains text, country text, language text, authorised text, active boolean, state text,
    has_caution boolean
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

-- Replaces the telephone numbers under which a customer is found; keys are "national/code", one a
-- line.
CREATE FUNCTION watchword.write_phones(of_place integer, keys text) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    DELETE FROM customer_phone WHERE place = of_place;
    INSERT INTO customer_phone (place, code, national)
    SELECT of_place, split_part(key, '/', 2)::integer, split_part(key, '/', 1)
    FROM string_to_table(keys, E'\n') AS key WHERE key <> '';
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

-- Single customers wait in the index's list of new ones, which every search reads: a short one.
CREATE FUNCTION watchword.add_customer(fields jsonb, index_entry jsonb) RETURNS bigint
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET gin_pending_list_limit = '64kB'
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
    SET gin_pending_list_limit = '64kB'
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

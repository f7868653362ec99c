-- What is remembered of imported customer lists: their columns, and the customers they did not have.

-- The columns of each kind of list, index and field, one a line.
CREATE TABLE watchword.list_mapping (
    kind     text COLLATE "C" PRIMARY KEY CHECK (kind ~ '^[0-9a-f]{64}$'),
    columns  text COLLATE "C" NOT NULL
        CHECK (length(columns) <= 4000 AND columns ~ '^\d{1,4} [a-z_]+(\n\d{1,4} [a-z_]+)*$'),
    saved_at timestamptz NOT NULL,
    saved_by text NOT NULL
);

-- The numbers of rows that an import has rejected: their customers are in the list all the same.
CREATE UNLOGGED TABLE watchword.customer_rejected (
    number text COLLATE "C" PRIMARY KEY
);

-- The active customers that the newest list did not have, of those that were looked at for that, and
-- that no later list had either.
CREATE UNLOGGED TABLE watchword.missing_customer (
    place integer PRIMARY KEY,
    batch xid8 NOT NULL
);

CREATE FUNCTION watchword.list_columns(of_kind text) RETURNS text
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
    RETURN (SELECT m.columns FROM list_mapping AS m WHERE m.kind = of_kind);
END
$$;

-- Part of an import, whose journal entry stands for it.
CREATE FUNCTION watchword.save_list_columns(of_kind text, new_columns text) RETURNS void
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
    INSERT INTO list_mapping (kind, columns, saved_at, saved_by)
    VALUES (of_kind, new_columns, moment(), session_user)
    ON CONFLICT (kind) DO UPDATE
    SET columns = excluded.columns, saved_at = excluded.saved_at, saved_by = excluded.saved_by;
END
$$;

CREATE FUNCTION watchword.import_rejected(numbers text[]) RETURNS void
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
    INSERT INTO customer_rejected (number)
    SELECT n FROM unnest(numbers) AS n WHERE n <> '' ON CONFLICT DO NOTHING;
END
$$;

-- Counts the active customers that were there before an import and stand in none of its rows; keeps
-- them unless it is a trial. To be called before finish_import.
CREATE FUNCTION watchword.import_missing(last_before integer, trial boolean) RETURNS TABLE (
    list_id text, missing bigint
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

-- Part of every import, see finish_import: whoever stands in its list is missing no more in an older
-- one, which somebody may still have before them. A row that was rejected is one, too.
CREATE FUNCTION watchword.strike_found() RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    DELETE FROM missing_customer AS m USING customer AS c
    WHERE c.place = m.place AND m.batch <> pg_current_xact_id()
      AND (EXISTS (SELECT FROM customer_seen AS n WHERE n.number = c.number)
           OR EXISTS (SELECT FROM customer_rejected AS n WHERE n.number = c.number));
    TRUNCATE customer_rejected;
END
$$;

CREATE FUNCTION watchword.require_list(of_list text) RETURNS void
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
    IF NOT EXISTS (SELECT FROM missing_customer AS m WHERE m.batch::text = of_list LIMIT 1) THEN
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'WW008';
    END IF;
END
$$;

-- Those that are active still, by number, behind a number.
CREATE FUNCTION watchword.missing_customers(
    of_list text, after_number text, at_most integer
) RETURNS TABLE (
    place integer, id bigint, number text, name text, company text, phones text, emails text,
    domains text, country text, language text, authorised text, active boolean
)
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET plan_cache_mode = force_custom_plan
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

-- Sets the chosen ones inactive, or everyone but those; tells how many were active.
CREATE FUNCTION watchword.set_missing_inactive(
    of_list text, everyone boolean, chosen bigint[], source text
) RETURNS bigint
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

REVOKE ALL ON ALL TABLES IN SCHEMA watchword FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    watchword.list_columns, watchword.save_list_columns, watchword.import_rejected,
    watchword.import_missing, watchword.missing_customers, watchword.set_missing_inactive
TO watchword_lead;

-- Customers are deleted, and cautions cleared with a reason; everybody who is connected is told.

-- Passes a reason that can be kept.
CREATE FUNCTION watchword.require_reason(reason text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
BEGIN
    IF coalesce(btrim(reason, E' \t\r\n'), '') = '' THEN
        RAISE EXCEPTION 'reason' USING ERRCODE = 'WW009', DETAIL = 'empty', COLUMN = 'reason';
    ELSIF length(reason) > 500 THEN
        RAISE EXCEPTION 'reason' USING ERRCODE = 'WW009', DETAIL = 'too-long', COLUMN = 'reason';
    END IF;
END
$$;

-- Tells the other workstations whom to read again, once this transaction is committed. Any login can
-- send the same by itself, so it carries nothing but the id, and nobody trusts it with more.
CREATE FUNCTION watchword.tell_of_customer(about bigint) RETURNS void
    LANGUAGE sql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
AS $$
    SELECT pg_notify('watchword_customer', about::text)
$$;

-- Passes the text of a caution as the program writes it: some words, and nothing in it that could
-- make the line on a colleague's screen look like another one.
CREATE FUNCTION watchword.require_caution(given text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
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

-- Puts a caution on a customer, in the place of the one that the caller has seen: another agent's,
-- raised at the same moment, is not lost unread.
DROP FUNCTION watchword.raise_caution(bigint, text);
CREATE FUNCTION watchword.raise_caution(about bigint, new_text text, seen_at timestamptz)
    RETURNS watchword.change
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

-- Takes off the caution that the caller has seen: another one may have come in its place.
DROP FUNCTION watchword.clear_caution(bigint);
CREATE FUNCTION watchword.clear_caution(about bigint, seen_at timestamptz, reason text)
    RETURNS watchword.change
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

-- Deletes a customer and what the journal says of them besides number, receipts and figures. The
-- entries stay, with the digest of what was erased, so the chain holds. So do the attempts of the
-- last day, without their digests: they count against whoever made them.
--
-- Everything is locked before anything of the journal is erased: whoever was about to write a reason
-- or a caution is waited for, and whoever comes later finds no customer. The credential comes first,
-- as for all who change it: they lock the customer after it, by its foreign key.
CREATE FUNCTION watchword.delete_customer(about bigint, reason text) RETURNS watchword.change
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

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION watchword.raise_caution TO watchword_agent;
GRANT EXECUTE ON FUNCTION watchword.clear_caution, watchword.delete_customer TO watchword_lead;

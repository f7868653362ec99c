-- The team's own texts in two languages, identity checks of its own, and rules that two people
-- change at once.

ALTER TABLE watchword.policy RENAME COLUMN text_after_match TO text_after_match_de;
ALTER TABLE watchword.policy RENAME COLUMN text_without_match TO text_without_match_de;
ALTER TABLE watchword.policy
    RENAME CONSTRAINT policy_text_after_match_check TO policy_text_after_match_de_check;
ALTER TABLE watchword.policy
    RENAME CONSTRAINT policy_text_without_match_check TO policy_text_without_match_de_check;
ALTER TABLE watchword.policy
    ADD COLUMN text_after_match_en text NOT NULL DEFAULT ''
        CHECK (length(text_after_match_en) <= 2000),
    ADD COLUMN text_without_match_en text NOT NULL DEFAULT ''
        CHECK (length(text_without_match_en) <= 2000);

-- At most 50 names of at most 60 characters each. No name has a control character, so a line end
-- between them tells one from the next.
ALTER TABLE watchword.policy
    DROP CONSTRAINT policy_check_methods_check,
    ADD CONSTRAINT policy_check_methods_check CHECK (
        cardinality(check_methods) >= 1 AND cardinality(check_methods) <= 50
        AND array_position(check_methods, NULL) IS NULL
        AND array_to_string(check_methods, '') !~ '[[:cntrl:]]'
        AND array_to_string(check_methods, E'\n') ~ '^[^\n]{1,60}(\n[^\n]{1,60})*$');

-- Replaces the rules, those that were read where they are given. The journal gets the old and the
-- new value of each.
DROP FUNCTION watchword.save_policy(jsonb);
CREATE FUNCTION watchword.save_policy(new_rules jsonb, rules_read jsonb DEFAULT NULL) RETURNS void
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
GRANT EXECUTE ON FUNCTION watchword.save_policy TO watchword_admin;

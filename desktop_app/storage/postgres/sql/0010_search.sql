-- The look-ups of a search. Each answers with places; the program makes sure of the hits.

-- The end of a spelling is beyond every text that begins so.
CREATE FUNCTION watchword.find_numbers(spellings text[], ends text[], most integer) RETURNS TABLE (
    whole integer[], beginning integer[]
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

-- Of the first 5,000 those with one of the codes, or all where there is none.
CREATE FUNCTION watchword.find_phones(first text, last text, codes integer[], most integer)
    RETURNS TABLE (whole integer[], beginning integer[])
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

-- The index of words and parts begins with the zones of a place: the first customers are in all of
-- them, later ones in fewer. What is frequent has enough hits in a small zone, so its long list is
-- not read to the end; what is rare has a short list. How many there are among the first customers
-- tells which zone to go on with, or whether with all customers at once.
--
-- Plans are made for any value, and only of this index: a planner that knows no value would read
-- customers in order, in the hope of an early end.

-- Ordered by place: customers with all of these tokens.
CREATE FUNCTION watchword.find_tokens(wanted text[], most integer) RETURNS integer[]
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET enable_seqscan = off
    SET enable_indexscan = off
    SET plan_cache_mode = force_generic_plan
    SET jit = off
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
                WHERE string_to_array(btrim(tokens || split_part(words, '|', 1)), ' ')
                      @> wanted
                ORDER BY place LIMIT most);
        ELSE
            found := ARRAY(
                SELECT place FROM customer
                WHERE (('{1,2,3,4}'::integer[])[width_bucket(
                          place, '{1,4097,16385,65537,262145}'::integer[]):])
                      @> ARRAY[zone]
                  AND string_to_array(btrim(tokens || split_part(words, '|', 1)), ' ')
                      @> wanted
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

-- Ordered by place: customers with words like all of these patterns, and also words or digits like
-- the others. The index is asked for the rarest one. Unless that is very rare, it is also asked for
-- a second: it meets two long lists in less time than the rows of the shorter one are looked at.
-- What further lists cost is more than a look at the rows that are left.
CREATE FUNCTION watchword.find_words(patterns text[], also text[], most integer) RETURNS integer[]
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET enable_seqscan = off
    SET enable_indexscan = off
    SET plan_cache_mode = force_generic_plan
    SET jit = off
AS $$
DECLARE
    found integer[];
    zone integer := 1;
    last_place constant integer := (SELECT last_value FROM customer_place_seq);
    by_rarity text[] := patterns;
    by_index integer := 1;
    first text;
    second text := '%';
BEGIN
    PERFORM require_role('agent');
    IF cardinality(patterns) > 1 THEN
        SELECT array_agg(p.pattern ORDER BY p.found_first, length(p.pattern) DESC),
               CASE WHEN min(p.found_first) > 2 THEN 2 ELSE 1 END
        INTO by_rarity, by_index
        FROM (SELECT pattern, (SELECT count(*) FROM (
                  SELECT FROM customer
                  WHERE (('{1,2,3,4}'::integer[])[width_bucket(
                            place, '{1,4097,16385,65537,262145}'::integer[]):])
                        @> '{1}'
                    AND words LIKE pattern LIMIT 50) AS first_ones) AS found_first
              FROM unnest(patterns) AS pattern) AS p;
    END IF;
    first := by_rarity[1];
    IF by_index > 1 THEN
        second := by_rarity[2];
    END IF;
    also := also || by_rarity[by_index + 1:];
    LOOP
        IF zone IS NULL THEN
            found := ARRAY(
                SELECT place FROM customer
                WHERE words LIKE first AND words LIKE second
                  AND (also = '{}' OR (SELECT bool_and(digits || words LIKE each)
                                      FROM unnest(also) AS each))
                ORDER BY place LIMIT most);
        ELSE
            found := ARRAY(
                SELECT place FROM customer
                WHERE (('{1,2,3,4}'::integer[])[width_bucket(
                          place, '{1,4097,16385,65537,262145}'::integer[]):])
                      @> ARRAY[zone]
                  AND words LIKE first AND words LIKE second
                  AND (also = '{}' OR (SELECT bool_and(digits || words LIKE each)
                                      FROM unnest(also) AS each))
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

-- Ordered by place: customers with digits, or a word, like this pattern, and also like the others.
CREATE FUNCTION watchword.find_digits(pattern text, also text[], most integer) RETURNS integer[]
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET enable_seqscan = off
    SET enable_indexscan = off
    SET plan_cache_mode = force_generic_plan
    SET jit = off
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
                  AND (also = '{}' OR (SELECT bool_and(digits || words LIKE each)
                                      FROM unnest(also) AS each))
                ORDER BY place LIMIT most);
        ELSE
            found := ARRAY(
                SELECT place FROM customer
                WHERE (('{1,2,3,4}'::integer[])[width_bucket(
                          place, '{1,4097,16385,65537,262145}'::integer[]):])
                      @> ARRAY[zone]
                  AND (digits LIKE pattern OR words LIKE pattern)
                  AND (also = '{}' OR (SELECT bool_and(digits || words LIKE each)
                                      FROM unnest(also) AS each))
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

-- The index of words and parts. To make it of all customers takes a tenth of what it takes to put
-- them into it one by one, so it is made by the first import, and without one when there are
-- customers enough for a search through all of them to be felt.
CREATE FUNCTION watchword.make_search_index() RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET maintenance_work_mem = '256MB'
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
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    watchword.find_numbers, watchword.find_phones, watchword.find_tokens, watchword.find_words,
    watchword.find_digits
TO watchword_agent;

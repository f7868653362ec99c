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
    SET plan_cache_mode = force_generic_plan
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
    SET plan_cache_mode = force_generic_plan
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

-- Ordered by place: customers with all of these tokens. The index is not asked for those that a
-- fifth of the customers have, if there are others.
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

-- The patterns, one to six, that the index of words is asked for in place of these: parts of three
-- characters, the rarest one of each pattern before its others. To read a part's list takes time
-- as well; an entry of it is read in the hundredth part of what a row is looked at in. So a part is
-- left out where its list is longer than that of the rows which it would spare. How many are left
-- is a guess: who types two words has mostly seen them together, and the parts of one often are.
CREATE FUNCTION watchword.telling_parts(patterns text[]) RETURNS text[]
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

-- Ordered by place: customers with words like all of these patterns, and also words or digits like
-- the others.
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

-- Counts in a sample how many customers have each part of three characters in their words.
CREATE FUNCTION watchword.count_parts() RETURNS void
    LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER
    SET search_path = watchword, pg_catalog, pg_temp
    SET client_min_messages = error
    SET debug_print_parse = off
    SET debug_print_rewritten = off
    SET debug_print_plan = off
    SET work_mem = '64MB'
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
    PERFORM count_parts();
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA watchword FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    watchword.find_numbers, watchword.find_phones, watchword.find_tokens, watchword.find_words,
    watchword.find_digits
TO watchword_agent;

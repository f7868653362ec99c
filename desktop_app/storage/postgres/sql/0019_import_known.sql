-- Importing known customers again. The staged ones among them were looked for by comparing each with
-- each: of a batch of 5,000 that took most of the time.

CREATE OR REPLACE FUNCTION watchword.import_known(given_fields text[], trial boolean) RETURNS TABLE (
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
    )
    SELECT (SELECT count(*) FROM merged),
           (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM differing AS d);
    DELETE FROM customer_staging AS s USING customer_seen AS n
    WHERE s.number = n.number AND s.batch = pg_current_xact_id();
END
$$;

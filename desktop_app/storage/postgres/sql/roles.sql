-- The roles of the cluster: an owner who cannot log in, and one group for each kind of person.
--
-- Run by whoever sets the database up: a superuser, or a login with CREATEROLE and CREATEDB. Run
-- again it changes nothing. Up to PostgreSQL 15 CREATEROLE alone lets the owner give the groups to
-- people, since 16 the owner may because it has made them: so it makes them itself.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'watchword_owner') THEN
        CREATE ROLE watchword_owner NOLOGIN CREATEROLE;
    END IF;
    IF NOT pg_has_role(current_user, 'watchword_owner', 'MEMBER') THEN
        GRANT watchword_owner TO current_user;
    END IF;
END
$$;

SET ROLE watchword_owner;

DO $$
DECLARE
    kind text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['agent', 'lead', 'admin', 'portal'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'watchword_' || kind) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', 'watchword_' || kind);
        END IF;
    END LOOP;
    IF NOT pg_has_role('watchword_lead', 'watchword_agent', 'MEMBER') THEN
        GRANT watchword_agent TO watchword_lead;
    END IF;
    IF NOT pg_has_role('watchword_admin', 'watchword_lead', 'MEMBER') THEN
        GRANT watchword_lead TO watchword_admin;
    END IF;
END
$$;

RESET ROLE;

-- The roles of the cluster: an owner who cannot log in, one group for each kind of person, and one
-- for those who were invited and have not come yet.
--
-- Run by whoever sets the database up: a superuser, or a login with CREATEROLE and CREATEDB. Run
-- again it changes nothing. Up to PostgreSQL 15 CREATEROLE alone lets the owner give the groups to
-- people, since 16 the owner may because it has made them: so it makes them itself.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'watchword_owner') THEN
        CREATE ROLE watchword_owner NOLOGIN CREATEROLE;
    END IF;
    -- Since 16 whoever makes a role is a member who may give it away and not be it, before that no
    -- member at all; either way this makes them one who may.
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        GRANT watchword_owner TO current_user;
    END IF;
END
$$;

SET ROLE watchword_owner;

DO $$
DECLARE
    kind text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['agent', 'lead', 'admin', 'portal', 'invited'] LOOP
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

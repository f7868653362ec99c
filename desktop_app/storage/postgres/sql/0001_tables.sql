-- The schema and its tables. Everything belongs to watchword_owner, who cannot log in.

CREATE SCHEMA watchword;

-- PUBLIC gets EXECUTE on every new function by a built-in default. Only the global form takes that
-- away; the schema's form can merely add, and stands here so that nobody's addition stays.
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA watchword REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA watchword REVOKE ALL ON TABLES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA watchword REVOKE ALL ON SEQUENCES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA watchword REVOKE ALL ON TYPES FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- Which steps this database has taken.
CREATE TABLE watchword.schema_step (
    version  integer PRIMARY KEY,
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Its operators are used through an index only, so nobody needs a right on them.
CREATE SCHEMA watchword_trigram;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA watchword_trigram;

-- A login belongs to one human being for good: the row stays when they are removed. With an open
-- invitation (invited_until) they may do nothing but accept it, with the token whose SHA-256 is
-- kept. Sessions that began before sessions_from are those of an older password.
CREATE TABLE watchword.person (
    login         text COLLATE "C" PRIMARY KEY,
    name          text NOT NULL CHECK (name <> '' AND length(name) <= 200),
    role          text NOT NULL CHECK (role IN ('agent', 'lead', 'admin', 'portal')),
    added_at      timestamptz NOT NULL,
    last_seen_at  timestamptz,
    invited_until timestamptz,
    invitation    bytea CHECK (length(invitation) = 32),
    sessions_from timestamptz,
    removed_at    timestamptz,
    CHECK (invited_until IS NULL OR removed_at IS NULL),
    CHECK (invited_until IS NULL OR invitation IS NOT NULL)
);

-- place counts up from 1 in the order of entry; searches and their index go by it. Everybody else
-- refers to id, which is random and never used again. Lists hold one item a line.
--
-- The last three columns are what a customer is found by, folded by the program, in ASCII so that
-- an index of them does not depend on a locale. words are those of names and addresses, a stroke,
-- and those of the number, each once and with a space before; digits are the words that have
-- nothing else. tokens are how the names sound, and the digits that are words of names.
CREATE TABLE watchword.customer (
    place      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         bigint NOT NULL UNIQUE CHECK (id > 0),
    number     text COLLATE "C" NOT NULL UNIQUE CHECK (number <> '' AND length(number) <= 64),
    name       text COLLATE "C" NOT NULL CHECK (length(name) <= 500),
    company    text COLLATE "C" NOT NULL CHECK (length(company) <= 500),
    phones     text COLLATE "C" NOT NULL CHECK (length(phones) <= 4000),
    emails     text COLLATE "C" NOT NULL CHECK (length(emails) <= 4000),
    domains    text COLLATE "C" NOT NULL CHECK (length(domains) <= 4000),
    country    text COLLATE "C" NOT NULL CHECK (country ~ '^([A-Z]{2})?$'),
    language   text COLLATE "C" NOT NULL CHECK (language IN ('', 'de', 'en')),
    authorised text COLLATE "C" NOT NULL CHECK (length(authorised) <= 2000),
    active     boolean NOT NULL,
    words      text COLLATE "C" NOT NULL,
    digits     text COLLATE "C" NOT NULL,
    tokens     text COLLATE "C" NOT NULL
);
-- Figures about these help no plan.
ALTER TABLE watchword.customer
    ALTER words SET STATISTICS 0, ALTER digits SET STATISTICS 0, ALTER tokens SET STATISTICS 0;

CREATE TABLE watchword.caution (
    customer_id bigint PRIMARY KEY REFERENCES watchword.customer (id),
    text        text NOT NULL CHECK (text <> '' AND length(text) <= 2000),
    raised_by   text NOT NULL,
    raised_at   timestamptz NOT NULL
);

-- National telephone numbers in digits; code is the calling code, 0 where it is not known. A
-- customer's numbers are found by place only when they change, for which a small index will do.
CREATE TABLE watchword.customer_phone (
    place    integer NOT NULL,
    code     integer NOT NULL,
    national text COLLATE "C" NOT NULL
);
CREATE INDEX customer_phone_number ON watchword.customer_phone (national, code, place);
CREATE INDEX customer_phone_place ON watchword.customer_phone USING brin (place);

-- The share of customers who have a part of three characters in their words, counted in a sample.
-- By this a search chooses what it asks the index for, never what it finds. What is not here is rare.
CREATE TABLE watchword.common_part (
    part  text COLLATE "C" PRIMARY KEY,
    share real NOT NULL
);

-- What an import has copied in and not yet taken over: a few thousand rows at a time, emptied when
-- they are. phone_keys are "national/code", one a line.
CREATE UNLOGGED TABLE watchword.customer_staging (
    line       bigint NOT NULL,
    number     text COLLATE "C" NOT NULL,
    name       text COLLATE "C" NOT NULL,
    company    text COLLATE "C" NOT NULL,
    phones     text COLLATE "C" NOT NULL,
    emails     text COLLATE "C" NOT NULL,
    domains    text COLLATE "C" NOT NULL,
    country    text COLLATE "C" NOT NULL,
    language   text COLLATE "C" NOT NULL,
    authorised text COLLATE "C" NOT NULL,
    active     boolean NOT NULL,
    words      text COLLATE "C" NOT NULL,
    digits     text COLLATE "C" NOT NULL,
    tokens     text COLLATE "C" NOT NULL,
    phone_keys text COLLATE "C" NOT NULL,
    batch      xid8 NOT NULL DEFAULT pg_current_xact_id()
);

-- The numbers that an import has had and that do not stand among its new customers.
CREATE UNLOGGED TABLE watchword.customer_seen (
    number text COLLATE "C" PRIMARY KEY
);

-- Each import and what it has done; import_is_journalled refuses to commit one that is not finished.
CREATE UNLOGGED TABLE watchword.customer_import (
    batch   xid8 PRIMARY KEY DEFAULT pg_current_xact_id(),
    added   bigint NOT NULL DEFAULT 0,
    updated bigint NOT NULL DEFAULT 0
);

-- What a column may hold, where its table is changed with every check: a domain looks at a value
-- when it is stored, a table's own condition is read and looked at with every change of a row.
CREATE DOMAIN watchword.sha256 AS bytea CHECK (length(VALUE) = 32);
CREATE DOMAIN watchword.salt AS bytea CHECK (length(VALUE) = 16);
CREATE DOMAIN watchword.key_id AS bytea CHECK (length(VALUE) = 8);
CREATE DOMAIN watchword.memory_kib AS integer CHECK (VALUE BETWEEN 19456 AND 1048576);
CREATE DOMAIN watchword.passes AS integer CHECK (VALUE BETWEEN 2 AND 10);
CREATE DOMAIN watchword.lanes AS integer CHECK (VALUE = 1);
CREATE DOMAIN watchword.norm_version AS integer CHECK (VALUE BETWEEN 1 AND 255);
CREATE DOMAIN watchword.kdf_version AS integer CHECK (VALUE BETWEEN 1 AND 255);
CREATE DOMAIN watchword.check_method AS text CHECK (length(VALUE) <= 100);

-- The row stays when a password is removed, so that the generation never starts again. A password
-- that was seen as expired (expired_at) stays so, whatever the clock says later.
CREATE TABLE watchword.credential (
    customer_id     bigint PRIMARY KEY REFERENCES watchword.customer (id),
    generation      bigint NOT NULL,
    verifier        watchword.sha256,
    salt            watchword.salt,
    memory_kib      watchword.memory_kib,
    passes          watchword.passes,
    lanes           watchword.lanes,
    norm_version    watchword.norm_version,
    kdf_version     watchword.kdf_version,
    key_id          watchword.key_id,
    set_at          timestamptz,
    set_by          text,
    check_method    watchword.check_method,
    valid_until     timestamptz,
    expired_at      timestamptz,
    single_use      boolean NOT NULL DEFAULT false,
    used_at         timestamptz,
    in_row          integer NOT NULL DEFAULT 0,
    in_all          integer NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    last_failure_at timestamptz,
    CHECK (
        generation > 0 AND in_row >= 0 AND in_all >= 0 AND (used_at IS NULL OR single_use)
        AND (verifier IS NULL
             OR num_nulls(salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id,
                          set_at, set_by, check_method) = 0)
    )
) WITH (fillfactor = 70);

-- One row for each check. A charge is taken back by a match and by nothing else. The hash of the
-- digest is wiped once it can no longer be compared. xid is the transaction that charged it: the
-- result belongs to a later one. Customers are never deleted, so nothing is gained by a foreign
-- key, which would lock the customer's row with every check.
CREATE TABLE watchword.attempt (
    sequence       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id             uuid PRIMARY KEY,
    xid            xid8 NOT NULL DEFAULT pg_current_xact_id(),
    login          text COLLATE "C" NOT NULL,
    customer_id    bigint NOT NULL,
    generation     bigint NOT NULL,
    digest_hash    watchword.sha256,
    at             timestamptz NOT NULL,
    charged        boolean NOT NULL,
    taken_back     boolean NOT NULL DEFAULT false,
    failure_before timestamptz,
    answer         text,
    answered_at    timestamptz,
    receipt        text,
    CHECK (num_nulls(answer, receipt, answered_at) IN (0, 3)
           AND (charged OR answer IS NOT NULL AND NOT taken_back))
);
CREATE INDEX attempt_by_person ON watchword.attempt (login, at) WHERE charged AND NOT taken_back;
CREATE INDEX attempt_by_customer ON watchword.attempt (customer_id, sequence);
CREATE INDEX attempt_by_time ON watchword.attempt (at);

-- A person's checks: after which attempt wrong tries count, and since when and by which attempt
-- they pause.
CREATE TABLE watchword.person_budget (
    login        text COLLATE "C" PRIMARY KEY,
    counts_after bigint NOT NULL DEFAULT 0,
    paused_at    timestamptz,
    paused_by    uuid,
    CHECK ((paused_at IS NULL) = (paused_by IS NULL))
);

-- Append-only. The owner can switch the triggers off: they stop mistakes, the chain finds the rest.
-- Sealing sets sequence and digest, once. details is the text that is sealed; of changed rules it has
-- up to four texts of 2000 characters, old and new, and a character may take four in it.
CREATE TABLE watchword.journal (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    login           text COLLATE "C" NOT NULL,
    person          text NOT NULL,
    workstation     text NOT NULL,
    customer_id     bigint,
    customer_number text NOT NULL,
    kind            text NOT NULL,
    outcome         text NOT NULL,
    receipt         text COLLATE "C" NOT NULL UNIQUE,
    details         text NOT NULL CHECK (
        length(details) <= CASE kind WHEN 'policy-changed' THEN 100000 ELSE 20000 END),
    personal_digest bytea NOT NULL,
    sequence        bigint UNIQUE CHECK (sequence > 0),
    digest          bytea CHECK (length(digest) = 32),
    CHECK ((sequence IS NULL) = (digest IS NULL))
);
CREATE INDEX journal_unsealed ON watchword.journal (id) WHERE sequence IS NULL;
CREATE INDEX journal_of_customer ON watchword.journal (customer_id, id);
CREATE INDEX journal_shortened ON watchword.journal (sequence) WHERE kind = 'journal-pruned';
CREATE INDEX journal_verdicts ON watchword.journal (login, at) WHERE kind = 'verdict';
CREATE INDEX journal_by_time ON watchword.journal (at);

-- What may be erased later; the journal holds its salted digest.
CREATE TABLE watchword.journal_personal (
    entry   bigint PRIMARY KEY REFERENCES watchword.journal (id) ON DELETE CASCADE,
    salt    bytea NOT NULL CHECK (length(salt) = 16),
    content text NOT NULL
);

-- Two single entries of the chain: the last one that was removed with its months, and the newest.
CREATE TABLE watchword.journal_mark (
    name     text PRIMARY KEY CHECK (name IN ('anchor', 'head')),
    sequence bigint NOT NULL CHECK (sequence > 0),
    digest   bytea NOT NULL CHECK (length(digest) = 32)
);

-- Whoever seals holds this row, which nobody else can lock.
CREATE TABLE watchword.sealing (
    id integer PRIMARY KEY CHECK (id = 1)
);
INSERT INTO watchword.sealing (id) VALUES (1);

-- Whoever changes people holds this row. Rows of person would not do: everybody can keep their own.
CREATE TABLE watchword.people_change (
    id integer PRIMARY KEY CHECK (id = 1)
);
INSERT INTO watchword.people_change (id) VALUES (1);

CREATE TABLE watchword.policy (
    id                        integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    shortest_password         integer NOT NULL DEFAULT 4 CHECK (shortest_password BETWEEN 3 AND 32),
    tries_until_lock          integer NOT NULL DEFAULT 5 CHECK (tries_until_lock BETWEEN 1 AND 10),
    first_wait_minutes        integer NOT NULL DEFAULT 15
                                  CHECK (first_wait_minutes BETWEEN 1 AND 1440),
    tries_until_block         integer NOT NULL DEFAULT 10
                                  CHECK (tries_until_block BETWEEN 2 AND 20),
    total_until_block         integer NOT NULL DEFAULT 100
                                  CHECK (total_until_block BETWEEN 10 AND 1000),
    total_until_attention     integer NOT NULL DEFAULT 30
                                  CHECK (total_until_attention BETWEEN 1 AND 1000),
    person_wrong_per_day      integer NOT NULL DEFAULT 20
                                  CHECK (person_wrong_per_day BETWEEN 5 AND 1000),
    person_customers_per_hour integer NOT NULL DEFAULT 8
                                  CHECK (person_customers_per_hour BETWEEN 2 AND 1000),
    memory_kib                integer NOT NULL DEFAULT 65536
                                  CHECK (memory_kib BETWEEN 19456 AND 1048576),
    passes                    integer NOT NULL DEFAULT 3 CHECK (passes BETWEEN 2 AND 10),
    lanes                     integer NOT NULL DEFAULT 1 CHECK (lanes BETWEEN 1 AND 1),
    close_match_seconds       integer NOT NULL DEFAULT 20
                                  CHECK (close_match_seconds BETWEEN 5 AND 300),
    close_refusal_seconds     integer NOT NULL DEFAULT 60
                                  CHECK (close_refusal_seconds BETWEEN 5 AND 600),
    close_no_match_seconds    integer NOT NULL DEFAULT 120
                                  CHECK (close_no_match_seconds BETWEEN 5 AND 600),
    pause_after_minutes       integer NOT NULL DEFAULT 10
                                  CHECK (pause_after_minutes BETWEEN 1 AND 240),
    pin_required              boolean NOT NULL DEFAULT false,
    journal_months            integer NOT NULL DEFAULT 24 CHECK (journal_months BETWEEN 1 AND 120),
    old_key_days              integer NOT NULL DEFAULT 90 CHECK (old_key_days BETWEEN 1 AND 365),
    text_after_match          text NOT NULL DEFAULT '' CHECK (length(text_after_match) <= 2000),
    text_without_match        text NOT NULL DEFAULT '' CHECK (length(text_without_match) <= 2000),
    check_methods             text[] NOT NULL
                                  DEFAULT ARRAY['callback', 'id-document', 'in-person',
                                                'signed-letter', 'video-call']
                                  CHECK (cardinality(check_methods) BETWEEN 1 AND 50),
    CHECK (tries_until_block > tries_until_lock)
);
INSERT INTO watchword.policy DEFAULT VALUES;

CREATE TYPE watchword.standing AS (
    state           text,
    tries_allowed   integer,
    tries_left      integer,
    next_wait       interval,
    opens_at        timestamptz,
    set_at          timestamptz,
    set_by          text,
    check_method    text,
    valid_until     timestamptz,
    single_use      boolean,
    last_failure_at timestamptz,
    attention       boolean
);
CREATE TYPE watchword.change AS (receipt text, at timestamptz);

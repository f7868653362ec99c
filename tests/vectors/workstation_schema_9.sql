-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 7769095913728128287, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 3943554300100126638, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 1077965079060731153, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8243107953662111326, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 3485123238565371069, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 2880198435262633533, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 6721c7e41881db64c3d9b56f3eca686f76b9aebcf61ef2fc273328713496194f", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.553789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 9;
BEGIN;
CREATE TABLE customer (
    place      INTEGER PRIMARY KEY,
    id         INTEGER NOT NULL UNIQUE CHECK (id > 0),
    number     TEXT NOT NULL UNIQUE CHECK (number <> ''),
    name       TEXT NOT NULL,
    company    TEXT NOT NULL,
    phones     TEXT NOT NULL,
    emails     TEXT NOT NULL,
    domains    TEXT NOT NULL,
    country    TEXT NOT NULL,
    language   TEXT NOT NULL,
    authorised TEXT NOT NULL,
    active     INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE caution (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
    text        TEXT NOT NULL CHECK (text <> ''),
    raised_by   TEXT NOT NULL,
    raised_at   INTEGER NOT NULL
) STRICT;
CREATE TABLE customer_phone (
    national TEXT NOT NULL,
    code     INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    PRIMARY KEY (national, code, place)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE customer_word USING fts5 (
    tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE customer_part USING fts5 (
    parts, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE TABLE credential (
    customer_id     INTEGER PRIMARY KEY REFERENCES customer (id),
    generation      INTEGER NOT NULL CHECK (generation > 0),
    verifier        BLOB CHECK (length(verifier) = 32),
    salt            BLOB CHECK (length(salt) = 16),
    memory_kib      INTEGER CHECK (memory_kib BETWEEN 19456 AND 1048576),
    passes          INTEGER CHECK (passes BETWEEN 2 AND 10),
    lanes           INTEGER CHECK (lanes = 1),
    norm_version    INTEGER CHECK (norm_version BETWEEN 1 AND 255),
    kdf_version     INTEGER CHECK (kdf_version BETWEEN 1 AND 255),
    key_id          BLOB CHECK (length(key_id) = 8),
    set_at          INTEGER,
    set_by          TEXT,
    check_method    TEXT,
    valid_until     INTEGER,
    expired_at      INTEGER,
    single_use      INTEGER NOT NULL DEFAULT 0 CHECK (single_use IN (0, 1)),
    used_at         INTEGER CHECK (used_at IS NULL OR single_use = 1),
    in_row          INTEGER NOT NULL DEFAULT 0 CHECK (in_row >= 0),
    in_all          INTEGER NOT NULL DEFAULT 0 CHECK (in_all >= 0),
    locked_until    INTEGER,
    last_failure_at INTEGER, until_used INTEGER NOT NULL DEFAULT 0
    CHECK (until_used IN (0, 1) AND (until_used = 0 OR valid_until IS NOT NULL AND single_use = 0)),
    CHECK (
        verifier IS NULL
        OR (salt IS NOT NULL AND memory_kib IS NOT NULL AND passes IS NOT NULL
            AND lanes IS NOT NULL AND norm_version IS NOT NULL AND kdf_version IS NOT NULL
            AND key_id IS NOT NULL AND set_at IS NOT NULL AND set_by IS NOT NULL
            AND check_method IS NOT NULL)
    )
) STRICT;
CREATE TABLE person_budget (
    login        TEXT PRIMARY KEY,
    counts_after INTEGER NOT NULL DEFAULT 0,
    paused_at    INTEGER,
    paused_by    BLOB,
    CHECK ((paused_at IS NULL) = (paused_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE journal (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    at              INTEGER NOT NULL,
    login           TEXT NOT NULL,
    person          TEXT NOT NULL,
    workstation     TEXT NOT NULL,
    customer_id     INTEGER,
    customer_number TEXT NOT NULL,
    kind            TEXT NOT NULL,
    outcome         TEXT NOT NULL,
    receipt         TEXT NOT NULL UNIQUE,
    details         TEXT NOT NULL,
    personal_digest BLOB NOT NULL,
    sequence        INTEGER UNIQUE CHECK (sequence > 0),
    digest          BLOB CHECK (length(digest) = 32),
    CHECK ((sequence IS NULL) = (digest IS NULL))
) STRICT;
CREATE TABLE journal_personal (
    entry   INTEGER PRIMARY KEY REFERENCES journal (id) ON DELETE CASCADE,
    salt    BLOB NOT NULL CHECK (length(salt) = 16),
    content TEXT NOT NULL
) STRICT;
CREATE TABLE journal_mark (
    name     TEXT PRIMARY KEY CHECK (name IN ('anchor', 'head')),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    digest   BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT, WITHOUT ROWID;
CREATE TABLE policy (
    id                        INTEGER PRIMARY KEY CHECK (id = 1),
    shortest_password         INTEGER NOT NULL CHECK (shortest_password BETWEEN 3 AND 32),
    tries_until_lock          INTEGER NOT NULL CHECK (tries_until_lock BETWEEN 1 AND 10),
    first_wait_minutes        INTEGER NOT NULL CHECK (first_wait_minutes BETWEEN 1 AND 1440),
    tries_until_block         INTEGER NOT NULL CHECK (tries_until_block BETWEEN 2 AND 20),
    total_until_block         INTEGER NOT NULL CHECK (total_until_block BETWEEN 10 AND 1000),
    total_until_attention     INTEGER NOT NULL CHECK (total_until_attention BETWEEN 1 AND 1000),
    person_wrong_per_day      INTEGER NOT NULL CHECK (person_wrong_per_day BETWEEN 5 AND 1000),
    person_customers_per_hour INTEGER NOT NULL CHECK (person_customers_per_hour BETWEEN 2 AND 1000),
    memory_kib                INTEGER NOT NULL CHECK (memory_kib BETWEEN 19456 AND 1048576),
    passes                    INTEGER NOT NULL CHECK (passes BETWEEN 2 AND 10),
    lanes                     INTEGER NOT NULL CHECK (lanes BETWEEN 1 AND 1),
    close_match_seconds       INTEGER NOT NULL CHECK (close_match_seconds BETWEEN 5 AND 300),
    close_refusal_seconds     INTEGER NOT NULL CHECK (close_refusal_seconds BETWEEN 5 AND 600),
    close_no_match_seconds    INTEGER NOT NULL CHECK (close_no_match_seconds BETWEEN 5 AND 600),
    pause_after_minutes       INTEGER NOT NULL CHECK (pause_after_minutes BETWEEN 1 AND 240),
    pin_required              INTEGER NOT NULL CHECK (pin_required IN (0, 1)),
    journal_months            INTEGER NOT NULL CHECK (journal_months BETWEEN 1 AND 120),
    text_after_match_de          TEXT NOT NULL CHECK (length(text_after_match_de) <= 2000),
    text_without_match_de        TEXT NOT NULL CHECK (length(text_without_match_de) <= 2000),
    check_methods             TEXT NOT NULL CHECK (check_methods LIKE '["%"]'), old_key_days INTEGER NOT NULL DEFAULT 90 CHECK (old_key_days BETWEEN 1 AND 365), text_after_match_en TEXT NOT NULL DEFAULT '' CHECK (length(text_after_match_en) <= 2000), text_without_match_en TEXT NOT NULL DEFAULT '' CHECK (length(text_without_match_en) <= 2000),
    CHECK (tries_until_block > tries_until_lock)
) STRICT;
CREATE TABLE team_key (
    key_id  BLOB PRIMARY KEY CHECK (length(key_id) = 8),
    state   TEXT NOT NULL CHECK (state IN ('announced', 'current', 'retired')),
    since   INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    ends_at INTEGER,
    CHECK ((state = 'retired') = (ends_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE key_holder (
    login        TEXT NOT NULL,
    name         TEXT NOT NULL,
    workstation  TEXT NOT NULL,
    key_id       BLOB,
    confirmed_at INTEGER,
    seen_at      INTEGER NOT NULL,
    PRIMARY KEY (login, workstation),
    CHECK ((key_id IS NULL) = (confirmed_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_count (
    quarter  INTEGER NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('verdict', 'password-set')),
    category TEXT NOT NULL,
    amount   INTEGER NOT NULL,
    PRIMARY KEY (quarter, kind, category)
) STRICT, WITHOUT ROWID;
CREATE TABLE password_count (
    key_id BLOB PRIMARY KEY,
    amount INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE list_mapping (
    kind     TEXT PRIMARY KEY CHECK (length(kind) = 64),
    columns  TEXT NOT NULL CHECK (length(columns) <= 4000),
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE missing_customer (
    place   INTEGER PRIMARY KEY REFERENCES customer (place) ON DELETE CASCADE,
    list_id TEXT NOT NULL
) STRICT;
CREATE TABLE "attempt" (
    sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
    id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    login          TEXT NOT NULL,
    customer_id    INTEGER NOT NULL,
    generation     INTEGER NOT NULL,
    digest_hash    BLOB CHECK (length(digest_hash) = 32),
    at             INTEGER NOT NULL,
    charged        INTEGER NOT NULL CHECK (charged IN (0, 1)),
    taken_back     INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1) AND taken_back <= charged),
    failure_before INTEGER,
    answer         TEXT,
    answered_at    INTEGER,
    receipt        TEXT,
    CHECK (charged OR answer IS NOT NULL),
    CHECK ((answer IS NULL) = (receipt IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
) STRICT;
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 7769095913728128287, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 2880198435262633533, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 3485123238565371069, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 3943554300100126638, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 1077965079060731153, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 8243107953662111326, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (2880198435262633533, 'tried three birthdays', 'Tanja Lang', 1795356123543789);
INSERT INTO customer_phone (national, code, place) VALUES ('1715550188', 49, 1);
INSERT INTO customer_phone (national, code, place) VALUES ('3012', 0, 3);
INSERT INTO customer_phone (national, code, place) VALUES ('6815550137', 49, 1);
DELETE FROM customer_word_data;
INSERT INTO customer_word_data (id, block) VALUES (1, X'061B');
INSERT INTO customer_word_data (id, block) VALUES (10, X'000000000105050005010101020101030101040101050101');
INSERT INTO customer_word_data (id, block) VALUES (137438953473, X'000000670530616E6E610201076578616D706C650101016A0102036F72670101066D756C6C65720101066F627269656E020105736F686E6501020774726173736572010106C2A7303137360204013602040237340103033635370103053832373837010401360104070A04060909080A0904050608');
INSERT INTO customer_word_data (id, block) VALUES (274877906945, X'000000160330613103010373756D030104C2A7383603040506');
INSERT INTO customer_word_data (id, block) VALUES (412316860417, X'0000000903307A6F0404');
INSERT INTO customer_word_data (id, block) VALUES (549755813889, X'000000100A30E69D8EE5B08FE9BE8D0504');
INSERT INTO customer_word_data (id, block) VALUES (687194767361, X'0000001909306765737065727274060107C2A7343831373206040B');
DELETE FROM customer_word_idx;
INSERT INTO customer_word_idx (segid, term, pgno) VALUES (1, X'', 2);
INSERT INTO customer_word_idx (segid, term, pgno) VALUES (2, X'', 2);
INSERT INTO customer_word_idx (segid, term, pgno) VALUES (3, X'', 2);
INSERT INTO customer_word_idx (segid, term, pgno) VALUES (4, X'', 2);
INSERT INTO customer_word_idx (segid, term, pgno) VALUES (5, X'', 2);
DELETE FROM customer_word_config;
INSERT INTO customer_word_config (k, v) VALUES ('version', 4);
DELETE FROM customer_part_data;
INSERT INTO customer_part_data (id, block) VALUES (1, X'06813E');
INSERT INTO customer_part_data (id, block) VALUES (10, X'000000000105050005010101020101030101040101050101');
INSERT INTO customer_part_data (id, block) VALUES (137438953473, X'000001D7043020203001030131020301330203013401030161020301650103016A0103016B0203016D0103016F020301730102023030010202313202020233340202023439010202616E02020265780102026A200103016F0102026B200202026D750102026F62020202736F0103017401010330303401020231330103013801020234370101033120200102023120010202322002020233370102023535010202373101020238380101033220200201033334200202023720010103343731010202393101030136010103353031010202353001030135010103363831010103372020010202313101030135010103383135010202382001010339313701020236380101036120200202026D700102026E6E02020273730101036272690201036520200102026E2002020272200102027861010103672020010103686E6501010369656E0201036A20200102026F720101036B20200201036C6520010301720102026C650101036D706C010202756C0101036E2020020202612002020265200102026E610201036F6272020202686E0102027267010103706C650101037220200102026173010202672001020269650201037365720102026F6801020273650102027472010103747261010103756C6C01010378616D0104060404040404040404040405050505050505040505050504060504050605050505050506060506050406050406060504060506050605050506060505050606060605060604050605060505050605050606050505060505050606');
INSERT INTO customer_part_data (id, block) VALUES (274877906945, X'0000007604302020300303016103030173030202303303020261310303016C0302027375030103303132030202333003010331202003020232200301033330310301036131200302026C66030103666B690301036920200301036B69200301036C666B0301036D202003010373756D030103756D2003040604040505040506050605060605060606060606');
INSERT INTO customer_part_data (id, block) VALUES (412316860417, X'0000002404302020350403017A04020235200402027A6F0401036F20200401037A6F2004040604050506');
INSERT INTO customer_part_data (id, block) VALUES (549755813889, X'0000003C0430202036050303E69D8E0502023620050206E69D8EE5B08F050107E5B08FE9BE8D20050109E69D8EE5B08FE9BE8D050105E9BE8D20200504060605090A0C');
INSERT INTO customer_part_data (id, block) VALUES (687194767361, X'00000046043020203706030167060202372006020267650601036572720602027370060103676573060103706572060103727274060202742006010373706506010374202006040604050506050606060506');
DELETE FROM customer_part_idx;
INSERT INTO customer_part_idx (segid, term, pgno) VALUES (1, X'', 2);
INSERT INTO customer_part_idx (segid, term, pgno) VALUES (2, X'', 2);
INSERT INTO customer_part_idx (segid, term, pgno) VALUES (3, X'', 2);
INSERT INTO customer_part_idx (segid, term, pgno) VALUES (4, X'', 2);
INSERT INTO customer_part_idx (segid, term, pgno) VALUES (5, X'', 2);
DELETE FROM customer_part_config;
INSERT INTO customer_part_config (k, v) VALUES ('version', 4);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (1077965079060731153, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (2880198435262633533, 1, X'1FA078A570CF3E5B8E33EA3203D0C4A18CC000BBF849D8F57ED71AE02A8D0A03', X'60409DB95255A971E23696B086D4700A', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (3485123238565371069, 1, X'7F303876EF990F115FA45FCEF770A83D4882DBB94E366C5C0A246CC90FB43894', X'FAD15A5ED4D76DF0279418D459F9710B', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (3943554300100126638, 1, X'6147C5CFA7D169EAC85A3749098D37A9AEB7B38C86A9B6D6C769CA7BE881B0BC', X'38D104F673CA782741F3E18C242CDC59', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 1, 1, NULL, 1795356123537789, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (7769095913728128287, 1, X'C6E3016B4AD9CBE23A5AF7257B8C2198EAD58FA08C0C4FE50669A62D17442025', X'3192FA923CA754D62CB871BDF227C695', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (8243107953662111326, 1, X'18A43B85AF951EA1170CFA9ACD58B9A5534BE9940C992C3551915E704426B539', X'7D68C824E25DDDE2F253D5D118D1B6FD', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789, 0);
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 10, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-GGGX-VZTW', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'04B2EAEAC58CDED4CD57B0C8F6329B9CB608D0FAFC77CABA9A4A468CD0543183');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 3485123238565371069, 'ALFKI', 'password-set', 'call', 'VW-0BG8-D1F6', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'268911B3DDD26A9F59CE0D5ECBF3EF3EC602CE7C5BC68CD4D2F7D2141EE29AF8', 10, X'2169BA6CAEDFF61AB5D7F8561EF1A44D2BFC877CAD2876CC79243D312CB89027');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 3485123238565371069, 'ALFKI', 'attempt', 'charged', 'VW-SH5S-ZTQR', '{"attempt":"11406001-27ad-41ac-9ee9-f49013e4063a","in_all":"1","in_row":"1"}', X'', 11, X'200AF825804D98968A724D136FA59DF7BA13ADE1F1CE9D7E2327B107BB44D360');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 3485123238565371069, 'ALFKI', 'verdict', 'matches', 'VW-0B25-VB4J', '{"attempt":"11406001-27ad-41ac-9ee9-f49013e4063a","in_row":"1"}', X'', 12, X'12E6B67B634CCBB63BDA500A79B23B183513DE74E614D53176EEE7629EF27B95');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 1077965079060731153, '6', 'password-set', 'until-changed', 'VW-C0K7-GMXF', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'60A12534D97E84114DCC7C38A8180908EFCD2C91A5E9B9304B7184ABAB4C04A2', 13, X'ACFC005C2123E4467F3E4DE5605F713D95EF653C1F4E9DCC7A825DE2D226E90A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 1077965079060731153, '6', 'password-removed', 'removed', 'VW-4NWX-DV7M', '{}', X'AAD2CA034153AABAF68BFE7DFFA43C63C62F5585923AFFCB03B3D67716590304', 14, X'698D9F681F4D36F83F8E8760BC784DEC294724ABF2C1338BD4D5C010DAEDC517');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'password-set', 'until-changed', 'VW-236V-MQY4', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'DE08840BC51AB2692B8BADBDABC352F52AC23F7301F089904299E03DB7A7279D', 15, X'10973C6EF9302E65787A291D9D7F27E6455FF259612FC799435FB1F361D90FBE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 2880198435262633533, 'K 12 34', 'attempt', 'charged', 'VW-BDMS-FEJP', '{"attempt":"aa17e93d-bc4b-4995-bac9-0d44195cb084","in_all":"1","in_row":"1"}', X'', 16, X'365724A06557E97F57EFCF671D6AF450856844048009C977695CEA4571DB42CD');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 2880198435262633533, 'K 12 34', 'verdict', 'does-not-match', 'VW-CXJ1-RD43', '{"attempt":"aa17e93d-bc4b-4995-bac9-0d44195cb084","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'ACD3AB003807CC0AC954C0F76149ADCBE4AD1CA366EDFB7B8317CF2AD24B6EA2');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 2880198435262633533, 'K 12 34', 'attempt', 'charged', 'VW-935N-3GM5', '{"attempt":"eee899d4-359b-4d6a-a161-db591c078773","in_all":"2","in_row":"2"}', X'', 18, X'39A0FDEB7194BBE4C8E155773F8A5CB66EC0EFCF21A9D3EAAD3772EF63A6C978');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 2880198435262633533, 'K 12 34', 'verdict', 'matches', 'VW-QJ5C-W45G', '{"attempt":"eee899d4-359b-4d6a-a161-db591c078773","in_row":"2"}', X'', 19, X'69638E9245EC0CD18F4441B47DA0996F20A2F45F06251CE0BCB6F741887705B3');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 3485123238565371069, 'ALFKI', 'customer-added', 'added', 'VW-H0N4-MPVK', '{}', X'', 2, X'E622748207C394C3D8252AC02B48729B5A342277B23FEB4862911B2BBFB73BAE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'attempt', 'charged', 'VW-11HK-FRBY', '{"attempt":"4756cd0c-aa03-4170-8342-aeb6beab7686","in_all":"1","in_row":"1"}', X'', 20, X'393220E2116717610FCF9523DC8831C245EDF3C7BDA7029AC487E8BE84909365');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'verdict', 'does-not-match', 'VW-VY02-10GM', '{"attempt":"4756cd0c-aa03-4170-8342-aeb6beab7686","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'BF3AECE44DA58331342F1A6078C918A69F6C90AF2DF6F5040B44A632DB5ED110');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'attempt', 'charged', 'VW-0BYC-0R2S', '{"attempt":"8b56db40-8ed3-4c80-879f-98f06ca1647d","in_all":"2","in_row":"2"}', X'', 22, X'ACDC7A704D070EE4AA035B1F11CDD74F8F18CAA18F5375D01DB4182BAFD2413A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'verdict', 'does-not-match', 'VW-2H87-WX3V', '{"attempt":"8b56db40-8ed3-4c80-879f-98f06ca1647d","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'97A33E0D80DCBEA921C937A788F7C681FB31E5312969534C30CA52F73BA9727A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'attempt', 'charged', 'VW-JN5G-9QQY', '{"attempt":"5ac75f78-e861-4d83-a1e4-aea13544c436","in_all":"3","in_row":"3"}', X'', 24, X'6E725229F77D85C8FD207291709DDFDB030E757C63AF102A456E2E1AB1E02A83');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'verdict', 'does-not-match', 'VW-KP9X-YYB0', '{"attempt":"5ac75f78-e861-4d83-a1e4-aea13544c436","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'BA1C6C0220A3E9A10B3339F255CC44E16B3C66540681ABD2F63DA43D93A23C11');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'attempt', 'charged', 'VW-C2AB-7BVJ', '{"attempt":"bbe6b1fc-4be8-45da-9dc1-528e8282e5f7","in_all":"4","in_row":"4"}', X'', 26, X'D10B3C0397F42C9ECCAC4A8892C9E17FBB200C4CAB6084B69427E18BAD90210C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'verdict', 'does-not-match', 'VW-PHN6-DBPG', '{"attempt":"bbe6b1fc-4be8-45da-9dc1-528e8282e5f7","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'64A59FCCB75C01B1A9E4A1D08A3DD41E84698512D0717AB8AAF09D6A33670911');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'attempt', 'charged', 'VW-3506-Z5MD', '{"attempt":"c47b9f17-3fb9-4978-a520-43f39ef005f4","in_all":"5","in_row":"5"}', X'', 28, X'9833819396B173279EDD9B066651248D37958D2EA02DD1909854AB92567DFC4F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'verdict', 'does-not-match', 'VW-GRGR-G5YS', '{"attempt":"c47b9f17-3fb9-4978-a520-43f39ef005f4","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'B29A859C1838B36D72B52CE41E0A6E7D4A278761A17E536D521E66A51F893208');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 3943554300100126638, '5', 'customer-added', 'added', 'VW-Y4CW-PW7G', '{}', X'', 3, X'20A8535231496EFA728DDCF04B2020734030D2F3D379F445A44AE3F5610575E6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'unlocked', 'unlocked', 'VW-Q6F0-TWRT', '{}', X'686AEA2344525432562200D50787129C91BD29EBE2F495C0EB248945F185B5E2', 30, X'5FDC63DC14C7DE47FD3BE0C50EE0F29F26A53126BEBF0DF2D4BC4F8330C3737B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'attempt', 'charged', 'VW-MDWR-C4CC', '{"attempt":"021bdc72-4569-4ae1-aaa9-6b5f452d3506","in_all":"6","in_row":"6"}', X'', 31, X'8703391D276E29F3FA4197A885F822275540EE6A58AF2900A031A36648E219A3');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'verdict', 'does-not-match', 'VW-GSH8-VX82', '{"attempt":"021bdc72-4569-4ae1-aaa9-6b5f452d3506","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'945165B089B227EDBC416FAAE846FA1C0D915A71690351D162157165903052EB');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123538789, 'lang', 'Tanja Lang', 'desk-1', 3943554300100126638, '5', 'attempt', 'charged', 'VW-P7KW-A6SE', '{"attempt":"5ef9414d-9d1f-4072-8064-0aa2ee921a32","in_all":"1","in_row":"1"}', X'', 33, X'189BEE43B3C77137F64CE48A9F4A3A3FF455B1959BF870B84642C4DF7B20829D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', 3943554300100126638, '5', 'verdict', 'does-not-match', 'VW-96RT-49M5', '{"attempt":"5ef9414d-9d1f-4072-8064-0aa2ee921a32","in_all":"1","in_row":"1","tries_left":"4"}', X'', 34, X'382B2B8C35C884E329060D2EA85542329FCE7380C170D81B2AD5E8CB1F4B00B9');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123542789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-2TKD-70TB', '{"login":"lang"}', X'', 35, X'AD96FE5825B939AC51169318A0639E097325E8B683379F6B059A955D8E69FDC7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (36, 1795356123543789, 'lang', 'Tanja Lang', 'desk-1', 2880198435262633533, 'K 12 34', 'caution-raised', 'raised', 'VW-Z82V-F2RE', '{}', X'56FE317F734A6DDAF677CADB47A949556BFDB47C0F848169949339DC4C7177B8', 36, X'667602201E4464F3B7058A7C7DA8F2C4B745121AE2617B48EC0064BE2EFFADB0');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (37, 1795356123546789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-C7X7-B3JH', '{"key_id":"0001020304050607"}', X'', 37, X'6721C7E41881DB64C3D9B56F3ECA686F76B9AEBCF61EF2FC273328713496194F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 1077965079060731153, '6', 'customer-added', 'added', 'VW-FHJZ-53TB', '{}', X'', 4, X'D56D0238D2BEC2B3A9AA9F9C2A2290C81E62ABDE8315F93EF07DFA4A53BC817D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 8243107953662111326, '7', 'customer-added', 'added', 'VW-KBKT-30SV', '{}', X'', 5, X'BA70BD56350577C346E4FB716897350C7ECF5D61485F307FFDA7787216FA158D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 7769095913728128287, '004711', 'password-set', 'until-changed', 'VW-YJP0-YBD7', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'7FB06B4530E1AE850A2CBE4655B184AF09618DDEEE3C379516E89FA96EFABEAE', 6, X'CBFBEB16CCF5B4FFDDBD75B7F956C2E3A43906D0F525D065778CDF89C5C740AB');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-S4F9-78VC', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'121D8103A167D6182895906D89A8291E2833071E88C389194D3AB95BE5D9488C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 2880198435262633533, 'K 12 34', 'password-set', 'until-changed', 'VW-2P35-R67A', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'A19C4B8889C84E301486F260262CCA8686D9EBA04D080B8B6FC48E6256A29DFE', 8, X'DCFF2DC0909AF362B7BDB93CCE65EA29A8B16F2D5B534E5E9BE8CC1E554FCAD8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 3943554300100126638, '5', 'password-set', '24h', 'VW-72TX-BBN5', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'B3BB5B482B5AB75CC453A773469D9DAB2FDF60B46420E83B680604312B7969F4', 9, X'56846DBF60B297A431EC8F4B920896373C9ACFAB03AA2DF89C2255650EBB8B3B');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'3F5EB057E2E1198366BE47759A023E1A', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'EDDD00FB2BFA32360B03738DE229C0E2', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'F67ADD0F747575E714098752B430A588', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'23158BFA6DFC75342568E3107ACAEE3F', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'E5360FC23578DFF11B8458E7D96C7DA3', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (36, X'20F288298CFE0EA1A8526F6220328936', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'F0EC9AF3F5CBC3F2F362703619C8A6B4', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'A05FF841DEEEBCFA5256F4F4FE71DFD4', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'D1198E6D2F237A91B2C57586AFA6C960', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 37, X'6721C7E41881DB64C3D9B56F3ECA686F76B9AEBCF61EF2FC273328713496194F');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match_de, text_without_match_de, check_methods, old_key_days, text_after_match_en, text_without_match_en) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]', 90, '', '');
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'0001020304050607', 'announced', 1795356123545789, 'Tanja Lang', NULL);
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'C314C339D67F7BAF', 'current', 1795356123462789, 'Tanja Lang', NULL);
INSERT INTO key_holder (login, name, workstation, key_id, confirmed_at, seen_at) VALUES ('lang', 'Tanja Lang', 'desk-1', X'C314C339D67F7BAF', 1795356123544789, 1795356123544789);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'password-set', 'callback', 6);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'does-not-match', 8);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'matches', 2);
INSERT INTO password_count (key_id, amount) VALUES (X'C314C339D67F7BAF', 5);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'1140600127AD41AC9EE9F49013E4063A', 'lang', 3485123238565371069, 1, X'7F303876EF990F115FA45FCEF770A83D4882DBB94E366C5C0A246CC90FB43894', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-0B25-VB4J');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (10, X'5EF9414D9D1F407280640AA2EE921A32', 'lang', 3943554300100126638, 1, X'695AB0DC8F2E4739D442B3F9D967E72BFD2F0B1C7646B5A24DD8A6D91B877407', 1795356123537789, 1, 0, NULL, 'does-not-match', 1795356123540789, 'VW-96RT-49M5');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'AA17E93DBC4B4995BAC90D44195CB084', 'lang', 2880198435262633533, 1, X'1188FF04DA073C8EF1F58F97C9603455AA7CA61A65DAF77B67DF1668CC3D490B', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-CXJ1-RD43');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'EEE899D4359B4D6AA161DB591C078773', 'lang', 2880198435262633533, 1, X'1FA078A570CF3E5B8E33EA3203D0C4A18CC000BBF849D8F57ED71AE02A8D0A03', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-QJ5C-W45G');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'4756CD0CAA0341708342AEB6BEAB7686', 'lang', 8243107953662111326, 1, X'14CE1B1F636F11864EE3C8284091B5717CC76068D69DA1363887AECC6640A34A', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-VY02-10GM');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'8B56DB408ED34C80879F98F06CA1647D', 'lang', 8243107953662111326, 1, X'14CE1B1F636F11864EE3C8284091B5717CC76068D69DA1363887AECC6640A34A', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-2H87-WX3V');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'5AC75F78E8614D83A1E4AEA13544C436', 'lang', 8243107953662111326, 1, X'14CE1B1F636F11864EE3C8284091B5717CC76068D69DA1363887AECC6640A34A', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-KP9X-YYB0');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'BBE6B1FC4BE845DA9DC1528E8282E5F7', 'lang', 8243107953662111326, 1, X'14CE1B1F636F11864EE3C8284091B5717CC76068D69DA1363887AECC6640A34A', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-PHN6-DBPG');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'C47B9F173FB94978A52043F39EF005F4', 'lang', 8243107953662111326, 1, X'14CE1B1F636F11864EE3C8284091B5717CC76068D69DA1363887AECC6640A34A', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-GRGR-G5YS');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'021BDC7245694AE1AAA96B5F452D3506', 'lang', 8243107953662111326, 1, X'14CE1B1F636F11864EE3C8284091B5717CC76068D69DA1363887AECC6640A34A', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-GSH8-VX82');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('attempt', 10);
INSERT INTO sqlite_sequence (name, seq) VALUES ('journal', 37);
CREATE INDEX journal_unsealed ON journal (id) WHERE sequence IS NULL;
CREATE INDEX journal_of_customer ON journal (customer_id, id);
CREATE INDEX journal_shortened ON journal (sequence) WHERE kind = 'journal-pruned';
CREATE TRIGGER journal_is_not_edited BEFORE UPDATE ON journal
WHEN NOT (
    old.sequence IS NULL AND new.sequence IS NOT NULL
    AND (old.id, old.at, old.login, old.person, old.workstation, old.customer_id,
         old.customer_number, old.kind, old.outcome, old.receipt, old.details, old.personal_digest)
     IS (new.id, new.at, new.login, new.person, new.workstation, new.customer_id,
         new.customer_number, new.kind, new.outcome, new.receipt, new.details, new.personal_digest)
)
BEGIN
    SELECT RAISE(ABORT, 'the journal is not edited');
END;
CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
WHEN old.sequence IS NULL
  OR old.sequence > ifnull((SELECT sequence FROM journal_mark WHERE name = 'anchor'), 0)
BEGIN
    SELECT RAISE(ABORT, 'the journal is not shortened');
END;
CREATE TRIGGER journal_personal_is_not_edited BEFORE UPDATE ON journal_personal
BEGIN
    SELECT RAISE(ABORT, 'personal data is erased, not edited');
END;
CREATE UNIQUE INDEX team_key_state ON team_key (state) WHERE state <> 'retired';
CREATE INDEX journal_of_person ON journal (login, at);
CREATE INDEX journal_by_time ON journal (at);
CREATE INDEX journal_of_number ON journal (customer_number, at) WHERE customer_number <> '';
CREATE INDEX journal_of_kind ON journal (kind, at) WHERE kind NOT IN ('attempt', 'verdict');
CREATE INDEX journal_of_answer ON journal (outcome, at)
WHERE kind = 'verdict' AND outcome <> 'matches';
CREATE TRIGGER password_added AFTER INSERT ON credential WHEN new.key_id IS NOT NULL
BEGIN
    INSERT INTO password_count (key_id, amount) VALUES (new.key_id, 1)
    ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER password_removed AFTER DELETE ON credential WHEN old.key_id IS NOT NULL
BEGIN
    UPDATE password_count SET amount = amount - 1 WHERE key_id = old.key_id;
END;
CREATE TRIGGER password_changed AFTER UPDATE OF key_id ON credential
WHEN old.key_id IS NOT new.key_id
BEGIN
    UPDATE password_count SET amount = amount - 1 WHERE key_id = old.key_id;
    INSERT INTO password_count (key_id, amount)
    SELECT new.key_id, 1 WHERE new.key_id IS NOT NULL
    ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE INDEX credential_locked ON credential (locked_until) WHERE locked_until IS NOT NULL;
CREATE INDEX credential_long_run ON credential (in_row) WHERE in_row >= 2;
CREATE INDEX credential_many_wrong ON credential (in_all) WHERE in_all >= 10;
CREATE INDEX credential_by_age ON credential (set_at) WHERE verifier IS NOT NULL;
CREATE INDEX caution_by_age ON caution (raised_at);
CREATE INDEX attempt_by_person ON attempt (login, at) WHERE charged AND NOT taken_back;
CREATE INDEX attempt_by_customer ON attempt (customer_id);
CREATE INDEX attempt_by_time ON attempt (at);
CREATE INDEX credential_unused ON credential (customer_id) WHERE until_used;
COMMIT;

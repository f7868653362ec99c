-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 4860341530914753499, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 5455418560211809469, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8713701057505495458, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 6698691364422441311, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 570860822219624834, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 984115880222420302, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 599cf232aa0fd496ae4c7a91b72a111d12e034a3b6aba674e1a89aea0a914321", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.553789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 4860341530914753499, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 984115880222420302, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 570860822219624834, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 5455418560211809469, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 8713701057505495458, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 6698691364422441311, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (984115880222420302, 'tried three birthdays', 'Tanja Lang', 1795356123543789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (4860341530914753499, 1, X'9EA7848669F6FDA49DA0A750EA81751F34F64679A3CFCFFB4F02E65C8D39BD25', X'67E476FE993328E2D3E5A5BAFC00AA15', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (5455418560211809469, 1, X'DC6E3B21E378D247C69D7D79FE463B19A7E34AA0CBB93FED00D6D9DC8924E504', X'3FF8448F625DF527F98A49B18BE54902', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 1, 1, NULL, 1795356123537789, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (570860822219624834, 1, X'FB18878CFB8DC1076B96A33DA3A3BC7A6E2D05E6A61F761BBAC6A774E083C969', X'40D88CF63DDD2F2CC847CE62D3D3FA6F', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (6698691364422441311, 1, X'69DFCBF4073E71C849C2A46D9025CD5E06D8FEA1C4043EDBC1AFE1265ECD1EDF', X'350D036FA8F87A082919F8B661FBB87B', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (8713701057505495458, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL, 0);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at, until_used) VALUES (984115880222420302, 1, X'83BEEBC0ADB5E8DEDFFBEABDA3194B3943C3F13CA9F27DF857D11C02DCC68852', X'ACEEFA921694939457C3498602D2726E', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789, 0);
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 10, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-ASDQ-5JJE', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'E81D056CA0038604B8904209BF43844B318B451FB56A3E95B40BC3D263A59325');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 570860822219624834, 'ALFKI', 'password-set', 'call', 'VW-YVGA-HTN6', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'2AA6E8CB3DC917F70C4AC88F753EF8B900D54310E49AFDD24B5D98705E0919C2', 10, X'08382CE81300CB2D6826F15BEE93D9ADC6089A4AD78116B6051B81DB25D36F77');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 570860822219624834, 'ALFKI', 'attempt', 'charged', 'VW-2BT1-G2HS', '{"attempt":"15d93ded-e4e4-4c28-8daa-903440dd9539","in_all":"1","in_row":"1"}', X'', 11, X'48D6D08A0BB4B11CC4F35ECA038AA98E4F28B69B2A37F33C59B50F62B5D3388B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 570860822219624834, 'ALFKI', 'verdict', 'matches', 'VW-AJK1-M96H', '{"attempt":"15d93ded-e4e4-4c28-8daa-903440dd9539","in_row":"1"}', X'', 12, X'0E7D966D6E733B911DFB63954F47AAEA9675A3C2D5DFCCA82FB2BE4298E3E36A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 8713701057505495458, '6', 'password-set', 'until-changed', 'VW-7EY4-0NFZ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'B3E1086B6D87C1A4B143AACB97CB5458677E019AA85A61AB47321A87A5DD3BBB', 13, X'941AE2A88F98E8B2BC46A65119F40531D818D75BFAA2B21BFCBC2203D7CC427F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 8713701057505495458, '6', 'password-removed', 'removed', 'VW-SX00-D7ER', '{}', X'C878F5E7A7DCF6DB14C99A0EC68E2BFB3BC40F55D9983BB8A8778EBCC31F7994', 14, X'45F1D6949A6AC96FC65C731E2419B0B34AEBC99EEDC867924C03AF01C9B5215A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'password-set', 'until-changed', 'VW-WYM1-ANCE', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'7FD9AF78F6FE068B33CF836B3E0C31FEDB22DB6336F1AC1560B168D146BAE254', 15, X'2E199A2C9C6B3EA3CC16722B96755D61C569C19F3432399DDBAAD2A168002C24');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 984115880222420302, 'K 12 34', 'attempt', 'charged', 'VW-0WD7-GW04', '{"attempt":"2c3bb037-f3dc-4d7b-b995-0dcb54327a34","in_all":"1","in_row":"1"}', X'', 16, X'0829C2A001BBBCAFB5822263D468BCD0E8A62C302B66ED330729B9D5AE6C3E36');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 984115880222420302, 'K 12 34', 'verdict', 'does-not-match', 'VW-85NP-M711', '{"attempt":"2c3bb037-f3dc-4d7b-b995-0dcb54327a34","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'4030F4173205829BA3473A8C91E40EBF417719E50FB64A8F80A6825C3D5A3F3B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 984115880222420302, 'K 12 34', 'attempt', 'charged', 'VW-N9YQ-J96H', '{"attempt":"74463773-6113-48f7-993c-ff86cee2a5ac","in_all":"2","in_row":"2"}', X'', 18, X'7CD5168EE2938436CC6389638A8E00DBE1C2CA808FC4E0EF043F857DA3D5F135');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 984115880222420302, 'K 12 34', 'verdict', 'matches', 'VW-KRCP-P72B', '{"attempt":"74463773-6113-48f7-993c-ff86cee2a5ac","in_row":"2"}', X'', 19, X'830904D051D04F168F60219DAC597E7521F5F2FF83F397020A67103704596BF2');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 570860822219624834, 'ALFKI', 'customer-added', 'added', 'VW-0CNV-HAJZ', '{}', X'', 2, X'33A51B4BB332175E7CB18C995876536801C161FF28D250DCCA55633B77183430');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'attempt', 'charged', 'VW-Y5AX-KZGE', '{"attempt":"6e94a580-b951-455f-9542-049a68ac0281","in_all":"1","in_row":"1"}', X'', 20, X'09B7ADCF139FB2787CF810095F79E88212C76212F08B3691BC0C9E7F4545E9CF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'verdict', 'does-not-match', 'VW-9J74-Q9QP', '{"attempt":"6e94a580-b951-455f-9542-049a68ac0281","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'3B25627D7D5E84B395EF25785AFFD532C868D71D90555B8F13D46AD3C42789E7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'attempt', 'charged', 'VW-VJ0W-22CH', '{"attempt":"e8d58c70-1323-4f8d-ab40-15e92af0e1fb","in_all":"2","in_row":"2"}', X'', 22, X'D8710E231F7C50AE79C379EC8F786E7ACCCBF55B72A5AFE026D4AAC767853D45');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'verdict', 'does-not-match', 'VW-DWY8-MJGX', '{"attempt":"e8d58c70-1323-4f8d-ab40-15e92af0e1fb","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'579FE0CA7B273B54B50FDC0F17A98852F6149CC0F5B6CDD7BA5947CFD9FB8924');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'attempt', 'charged', 'VW-JTB4-H9ZQ', '{"attempt":"d885e732-97f4-4dbc-91c7-0ebc5d2d2344","in_all":"3","in_row":"3"}', X'', 24, X'A9277B2B38933C4148906CA7395B4031C85C7EC4D496479DA45CF0303C8C7CC6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'verdict', 'does-not-match', 'VW-GJZP-KTEM', '{"attempt":"d885e732-97f4-4dbc-91c7-0ebc5d2d2344","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'50F2FDDFB54D9AC79ABD0E09A2A51AAD24E30EE3393FCC1A8BA3938B58B9646A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'attempt', 'charged', 'VW-8QH9-PMTK', '{"attempt":"3b486bd4-2897-4620-8ff4-0d3cdf66be90","in_all":"4","in_row":"4"}', X'', 26, X'32A9596AC88FB6B68997CC83633CC4340B42DB9CE16CCD7C80646F6433912F1E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'verdict', 'does-not-match', 'VW-0S10-V256', '{"attempt":"3b486bd4-2897-4620-8ff4-0d3cdf66be90","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'BE25625EFBA0E5F34019C851282B2EF2EE99DDFCFE2F7BE794FB9B6E02561073');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'attempt', 'charged', 'VW-10ZX-T22S', '{"attempt":"de5d9097-e999-4581-8943-c4d9492c98f8","in_all":"5","in_row":"5"}', X'', 28, X'F10C3D65ED01B9D62849E0E72470C91DD6E3F776E8685901CB919C98BAADD39B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'verdict', 'does-not-match', 'VW-AA9F-286S', '{"attempt":"de5d9097-e999-4581-8943-c4d9492c98f8","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'0F4B837CC5DEEF019952B009B840338D9522E3D51E07D59A2349E3CD28B41FF4');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 5455418560211809469, '5', 'customer-added', 'added', 'VW-YX90-ENEF', '{}', X'', 3, X'905E88163358E8451FC8FAFEC567B82E2F9B55C9749D9F2E7E2AEFFB933FF38A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'unlocked', 'unlocked', 'VW-HQ24-WS2W', '{}', X'AEB471B3673088BCBEBA588129784EB42570D911D161288961298A8B637C7464', 30, X'D4D9F99327D3ED22E3FFD295BD2519E67DD68256642B2397625E6D2F7ECA9D89');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'attempt', 'charged', 'VW-7CYF-2A37', '{"attempt":"ba683a4b-5bf6-4e93-bb61-dd8566cfed65","in_all":"6","in_row":"6"}', X'', 31, X'176D0D7F8A90FFCA6985DFAC89B6A06E9692F53D8C67CE698C9275FF31D609D7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'verdict', 'does-not-match', 'VW-2H97-J4JX', '{"attempt":"ba683a4b-5bf6-4e93-bb61-dd8566cfed65","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'31ABA9AB95FD2EA7BFDBD4BB564060E4981B38672CF4CDF2B32819FCD6F71287');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123538789, 'lang', 'Tanja Lang', 'desk-1', 5455418560211809469, '5', 'attempt', 'charged', 'VW-N7QF-YN2Z', '{"attempt":"8c86a267-471d-433d-9aa0-32c1e3049b41","in_all":"1","in_row":"1"}', X'', 33, X'C66E18253F7CABF30B4D8F32AE2470FAFC6D4753E97D3C6C41E435B068AFD2A0');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', 5455418560211809469, '5', 'verdict', 'does-not-match', 'VW-0ZWQ-4QD0', '{"attempt":"8c86a267-471d-433d-9aa0-32c1e3049b41","in_all":"1","in_row":"1","tries_left":"4"}', X'', 34, X'08065BA1244442DC3F416562044227F41B380F624E3BD84CFACAD78B22090574');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123542789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-3PSR-BPD3', '{"login":"lang"}', X'', 35, X'8BEC52FAED9FC23E8DFDB25557A8B430989CA5FA6A739CD2B0C522B8685FF1EA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (36, 1795356123543789, 'lang', 'Tanja Lang', 'desk-1', 984115880222420302, 'K 12 34', 'caution-raised', 'raised', 'VW-H0XH-8Z01', '{}', X'EDBF30E8DE700D3307C6A8D7534AB66A6AA8F757171502634FD9FC1F4E9A3CA4', 36, X'06237EAA2DC0462F01488A14F8540D9267EB75290D878014243DC26479789890');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (37, 1795356123546789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-YZQ4-ZSPD', '{"key_id":"0001020304050607"}', X'', 37, X'599CF232AA0FD496AE4C7A91B72A111D12E034A3B6ABA674E1A89AEA0A914321');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 8713701057505495458, '6', 'customer-added', 'added', 'VW-8ZCD-4YHZ', '{}', X'', 4, X'2C1155E60D85CE22B5D2070BAAE8CC65DD2836D109C27B164515EFDD2275D494');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 6698691364422441311, '7', 'customer-added', 'added', 'VW-FQBC-9E2V', '{}', X'', 5, X'841F715E334902189169542648744D82B1558ED82918DFBCDEA5B3C11CF3EE7B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 4860341530914753499, '004711', 'password-set', 'until-changed', 'VW-RCJA-NSCV', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'F48F24203E8E58ACE8B703D0117416496D44016D66827819281A997E1974BB3D', 6, X'514C27B348E47A9D4ADC6D1FF2FDD6CDE9C337F7E2B7392E449B9E957D5CCF5C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-81AY-B1QB', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'1D3A57B7960DB48902A80D5F8B5163EBB08BED599889F45A10FBB9B6D2CFAC4F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 984115880222420302, 'K 12 34', 'password-set', 'until-changed', 'VW-7308-AXXV', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'8CD7BC4D3419E3D9C44A8D1AE5E2234109D55C8F292C49CC63751B62776A0EC8', 8, X'B6DEAEA8FDF6DE91CA9645DE0542905775E4B0F2100879ED8B9120C368305BBC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 5455418560211809469, '5', 'password-set', '24h', 'VW-6V82-2GGW', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'2C1324062B4FB062CC8AD99B1DE48248E4CF456F7341CF69F1B1234AE33AA0E3', 9, X'71808C25D1F2EC9731E5DFC5DBF28EDC03C2E8CAF810F947CD3655BD838ECCA9');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'351F36763D193FE6B4059F539AD2E495', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'00037342ADAB39C343708C448B44E305', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'931051B0AC7F3AB450AE7BA8EC0171D5', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'2043B940640B1DA896559AB75E27FC60', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'7A6AD2B642F2F9BF493AC8650F41186F', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (36, X'88A25050A583602734D5DCC06B8BFE0B', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'AAD731B85A58FD48E6185807E2F212C0', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'5714DD77A5F39E0B2D5C84151CECD47D', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'C5ADED828723E62BF4D9A039BE47481B', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 37, X'599CF232AA0FD496AE4C7A91B72A111D12E034A3B6ABA674E1A89AEA0A914321');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match_de, text_without_match_de, check_methods, old_key_days, text_after_match_en, text_without_match_en) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]', 90, '', '');
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'0001020304050607', 'announced', 1795356123545789, 'Tanja Lang', NULL);
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'C314C339D67F7BAF', 'current', 1795356123462789, 'Tanja Lang', NULL);
INSERT INTO key_holder (login, name, workstation, key_id, confirmed_at, seen_at) VALUES ('lang', 'Tanja Lang', 'desk-1', X'C314C339D67F7BAF', 1795356123544789, 1795356123544789);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'password-set', 'callback', 6);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'does-not-match', 8);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'matches', 2);
INSERT INTO password_count (key_id, amount) VALUES (X'C314C339D67F7BAF', 5);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'15D93DEDE4E44C288DAA903440DD9539', 'lang', 570860822219624834, 1, X'FB18878CFB8DC1076B96A33DA3A3BC7A6E2D05E6A61F761BBAC6A774E083C969', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-AJK1-M96H');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (10, X'8C86A267471D433D9AA032C1E3049B41', 'lang', 5455418560211809469, 1, X'29B505ECD965CDE650A3DBC08D8448C80E48F3E46E1F520422535C3A0A05DE32', 1795356123537789, 1, 0, NULL, 'does-not-match', 1795356123540789, 'VW-0ZWQ-4QD0');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'2C3BB037F3DC4D7BB9950DCB54327A34', 'lang', 984115880222420302, 1, X'74E00E0A18DA5ABCA7A7E67102A158194E265E106CB32A036AD89406D13B2590', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-85NP-M711');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'74463773611348F7993CFF86CEE2A5AC', 'lang', 984115880222420302, 1, X'83BEEBC0ADB5E8DEDFFBEABDA3194B3943C3F13CA9F27DF857D11C02DCC68852', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-KRCP-P72B');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'6E94A580B951455F9542049A68AC0281', 'lang', 6698691364422441311, 1, X'39B09500DBDAB2EFAEC0FC81701C96CB37E0E992B100022CA0BA49C43DD3F31D', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-9J74-Q9QP');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'E8D58C7013234F8DAB4015E92AF0E1FB', 'lang', 6698691364422441311, 1, X'39B09500DBDAB2EFAEC0FC81701C96CB37E0E992B100022CA0BA49C43DD3F31D', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-DWY8-MJGX');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'D885E73297F44DBC91C70EBC5D2D2344', 'lang', 6698691364422441311, 1, X'39B09500DBDAB2EFAEC0FC81701C96CB37E0E992B100022CA0BA49C43DD3F31D', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-GJZP-KTEM');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'3B486BD4289746208FF40D3CDF66BE90', 'lang', 6698691364422441311, 1, X'39B09500DBDAB2EFAEC0FC81701C96CB37E0E992B100022CA0BA49C43DD3F31D', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-0S10-V256');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'DE5D9097E99945818943C4D9492C98F8', 'lang', 6698691364422441311, 1, X'39B09500DBDAB2EFAEC0FC81701C96CB37E0E992B100022CA0BA49C43DD3F31D', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-AA9F-286S');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'BA683A4B5BF64E93BB61DD8566CFED65', 'lang', 6698691364422441311, 1, X'39B09500DBDAB2EFAEC0FC81701C96CB37E0E992B100022CA0BA49C43DD3F31D', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-2H97-J4JX');
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
CREATE INDEX customer_inactive ON customer (id) WHERE NOT active;
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

-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 4442998228602320987, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 4915574910639261579, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 2077035801041971314, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 3923327377202293960, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 1919335459981818805, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 7354955391734332270, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 34, "head": "watchword journal head 34 fca542e665dd6693e8355d7cc0ca0d113adcb6bc9c6dbcc1b7369f4d1139eb31", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.536789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 2;
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
    single_use      INTEGER NOT NULL DEFAULT 0 CHECK (single_use IN (0, 1)),
    used_at         INTEGER CHECK (used_at IS NULL OR single_use = 1),
    in_row          INTEGER NOT NULL DEFAULT 0 CHECK (in_row >= 0),
    in_all          INTEGER NOT NULL DEFAULT 0 CHECK (in_all >= 0),
    locked_until    INTEGER,
    last_failure_at INTEGER,
    CHECK (
        verifier IS NULL
        OR (salt IS NOT NULL AND memory_kib IS NOT NULL AND passes IS NOT NULL
            AND lanes IS NOT NULL AND norm_version IS NOT NULL AND kdf_version IS NOT NULL
            AND key_id IS NOT NULL AND set_at IS NOT NULL AND set_by IS NOT NULL
            AND check_method IS NOT NULL)
    )
) STRICT;
CREATE TABLE attempt (
    sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
    id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    login          TEXT NOT NULL,
    customer_id    INTEGER NOT NULL REFERENCES customer (id),
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
    text_after_match          TEXT NOT NULL CHECK (length(text_after_match) <= 2000),
    text_without_match        TEXT NOT NULL CHECK (length(text_without_match) <= 2000),
    check_methods             TEXT NOT NULL CHECK (check_methods LIKE '["%"]'),
    CHECK (tries_until_block > tries_until_lock)
) STRICT;
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 4442998228602320987, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 7354955391734332270, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 1919335459981818805, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 4915574910639261579, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 2077035801041971314, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 3923327377202293960, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (7354955391734332270, 'tried three birthdays', 'Tanja Lang', 1795356123536789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (1919335459981818805, 1, X'D31A0BAFF63F89D11B9F28D18C3BE23467644185CA308717468B2E5120F0A88D', X'C2A0C56CC28D855F4CA738DCE3C69C98', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123469789, 'Tanja Lang', 'callback', NULL, 1, 1795356123475789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (2077035801041971314, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (3923327377202293960, 1, X'704901BC107A7F2DB31D2BD37231B99CA1902803965FEB833B182E30111BB3CD', X'2016B94DC0A45AEDB5DD2717E7157DBB', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123482789, 'Tanja Lang', 'callback', NULL, 0, NULL, 6, 6, 1795357923530789, 1795356123530789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4442998228602320987, 1, X'5268C125AB960D2E9861503DA9C8281CE311B6F6655FDBBD0B21249F70DC9F34', X'4F2DBB1DEB4FEC7D89262763FCA77681', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123462789, 'Tanja Lang', 'callback', NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4915574910639261579, 1, X'192FB4B3517F9A975058687804B5079BAAEB2F571BF4D66A9293AE72B42E6995', X'47AE779D63B4C37FE6545E5366CB6037', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123467789, 'Tanja Lang', 'callback', 1795442523467789, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (7354955391734332270, 1, X'0C18B6E8C74E05259D4DB46FB244A789F93B8F68B59FD9204E639CBEBA47BCA2', X'B18570970E3FBCD2DAE5D748819C6669', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123465789, 'Tanja Lang', 'callback', NULL, 0, NULL, 0, 1, NULL, 1795356123485789);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'551932F42CCD40518EDA76B1923D59D9', 'lang', 1919335459981818805, 1, X'D31A0BAFF63F89D11B9F28D18C3BE23467644185CA308717468B2E5120F0A88D', 1795356123472789, 1, 1, NULL, 'matches', 1795356123476789, 'VW-4YKH-N039');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'3073FC22C7F34943B57D44AB8A36BB11', 'lang', 7354955391734332270, 1, X'CC8D1BCB0B35522F13197315941DAD8FD1E9A757212F3A0146E1298FA221A9D5', 1795356123485789, 1, 0, NULL, 'does-not-match', 1795356123488789, 'VW-92EX-H7MR');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'36277FABFAF445E59D2E2D68E7BF279B', 'lang', 7354955391734332270, 1, X'0C18B6E8C74E05259D4DB46FB244A789F93B8F68B59FD9204E639CBEBA47BCA2', 1795356123491789, 1, 1, 1795356123485789, 'matches', 1795356123495789, 'VW-19XM-VHFW');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'BF6173A89D6048DEBEF92413FC2C9730', 'lang', 3923327377202293960, 1, X'E75FF97C6A152287212CA16D9896BE8A2D2CAEC32DE38DF86153CC5F2ECE746B', 1795356123498789, 1, 0, NULL, 'does-not-match', 1795356123501789, 'VW-S8D0-Q4DS');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'1730AD5836EA42549DDF924F16F3E9B6', 'lang', 3923327377202293960, 1, X'E75FF97C6A152287212CA16D9896BE8A2D2CAEC32DE38DF86153CC5F2ECE746B', 1795356123504789, 1, 0, 1795356123498789, 'does-not-match', 1795356123507789, 'VW-HQ32-1DH8');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'2E3C45D8D0C543D6A102AA8B29212DE5', 'lang', 3923327377202293960, 1, X'E75FF97C6A152287212CA16D9896BE8A2D2CAEC32DE38DF86153CC5F2ECE746B', 1795356123510789, 1, 0, 1795356123504789, 'does-not-match', 1795356123513789, 'VW-CTBD-SN75');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'EBC59EF205B94B70A96E58973A4B99AF', 'lang', 3923327377202293960, 1, X'E75FF97C6A152287212CA16D9896BE8A2D2CAEC32DE38DF86153CC5F2ECE746B', 1795356123516789, 1, 0, 1795356123510789, 'does-not-match', 1795356123519789, 'VW-CGG0-EEFP');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'FF275185FD9C4E3A9238F25162148EA5', 'lang', 3923327377202293960, 1, X'E75FF97C6A152287212CA16D9896BE8A2D2CAEC32DE38DF86153CC5F2ECE746B', 1795356123522789, 1, 0, 1795356123516789, 'does-not-match', 1795356123525789, 'VW-TMY6-WJVN');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'3E8E5EA1F7694ADD8920C712411917C1', 'lang', 3923327377202293960, 1, X'E75FF97C6A152287212CA16D9896BE8A2D2CAEC32DE38DF86153CC5F2ECE746B', 1795356123530789, 1, 0, 1795356123522789, 'does-not-match', 1795356123533789, 'VW-DBB7-ZD7Z');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 9, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-PE2M-HDC2', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'316E73C30DC40AA464DAFE8CD96E1BB6339BECA5A35ED0465366EAC9570566B2');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123470789, 'lang', 'Tanja Lang', 'desk-1', 1919335459981818805, 'ALFKI', 'password-set', 'call', 'VW-1MDY-YRKZ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'B0E16D8D8D2C90AAA909130EEF55AD7CB9B9FFA875ACF0186EB1B5EE0C9C4EC8', 10, X'F6C0E456C6A2F1D5DF708D2418EF857DAF4DABE6FBD943F0D7CD2D58B9CB3F7A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123473789, 'lang', 'Tanja Lang', 'desk-1', 1919335459981818805, 'ALFKI', 'attempt', 'charged', 'VW-6BW3-TPF9', '{"attempt":"551932f4-2ccd-4051-8eda-76b1923d59d9","in_all":"1","in_row":"1"}', X'', 11, X'D5FD2D6A4A2FB1CED65A462F35F91A39896DEF6223BD5F705632322E37EEB18B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123476789, 'lang', 'Tanja Lang', 'desk-1', 1919335459981818805, 'ALFKI', 'verdict', 'matches', 'VW-4YKH-N039', '{"attempt":"551932f4-2ccd-4051-8eda-76b1923d59d9","in_row":"1"}', X'', 12, X'DF34E316F6C1C0935CBCF67FAA3B8AA360D33E8D89AACDB19896C0F753BA4D2E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123479789, 'lang', 'Tanja Lang', 'desk-1', 2077035801041971314, '6', 'password-set', 'until-changed', 'VW-RCVM-1XB6', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'2E624C516A32C47A827A429976DA1FDEE14E9BF09FE92D6B12DF8487F4D69A45', 13, X'C6F1C7F71EB68A14981838D65F221941D8AE5CD30E52A9EA61ADD5E09C019A83');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123481789, 'lang', 'Tanja Lang', 'desk-1', 2077035801041971314, '6', 'password-removed', 'removed', 'VW-18XD-YBNF', '{}', X'2307843440811065FCBA0886FA73340D57310DACAE82B70DDBF3F4F8FA4A58B4', 14, X'EF9A6626155967D051A82277480AC0C68C4B7E7D8A23E366B3CD38C844FABD74');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123483789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'password-set', 'until-changed', 'VW-PA4N-SECE', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'B1F2195BCA0220D8130598CA90679FD4CC6944FF0299B00B580F3361D6E26BE6', 15, X'90E934E2EA78D4A08035635B1BEC3A43ACD428E28238C5309FB99130825279DC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123486789, 'lang', 'Tanja Lang', 'desk-1', 7354955391734332270, 'K 12 34', 'attempt', 'charged', 'VW-HQCN-V3NQ', '{"attempt":"3073fc22-c7f3-4943-b57d-44ab8a36bb11","in_all":"1","in_row":"1"}', X'', 16, X'F0D6910AC70246C0ABEFCB158DCABA5201E2AC5F947051DD8C7FE88ECC711B04');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123488789, 'lang', 'Tanja Lang', 'desk-1', 7354955391734332270, 'K 12 34', 'verdict', 'does-not-match', 'VW-92EX-H7MR', '{"attempt":"3073fc22-c7f3-4943-b57d-44ab8a36bb11","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'28068EA874567F40F3D7041AB7A293BDF75830C6FA7B407ED20391696CD95719');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123492789, 'lang', 'Tanja Lang', 'desk-1', 7354955391734332270, 'K 12 34', 'attempt', 'charged', 'VW-XY2B-PB4A', '{"attempt":"36277fab-faf4-45e5-9d2e-2d68e7bf279b","in_all":"2","in_row":"2"}', X'', 18, X'5C30D8A212B954394472E4D7D2BEDE4E7CC08626C53BDAA1EC553AECA4B36BEE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123495789, 'lang', 'Tanja Lang', 'desk-1', 7354955391734332270, 'K 12 34', 'verdict', 'matches', 'VW-19XM-VHFW', '{"attempt":"36277fab-faf4-45e5-9d2e-2d68e7bf279b","in_row":"2"}', X'', 19, X'D73BA4CE7FD0F9E0EA5257D72FD294C6CE76FCAACA5506E05B94E6972DA43F08');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 1919335459981818805, 'ALFKI', 'customer-added', 'added', 'VW-EEGM-DX8N', '{}', X'', 2, X'5731F153985F6AD3BD1DBBD6DB47B8F2AA6948BAB560BA16DDC97619E7F12184');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123499789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'attempt', 'charged', 'VW-JSG5-BKA4', '{"attempt":"bf6173a8-9d60-48de-bef9-2413fc2c9730","in_all":"1","in_row":"1"}', X'', 20, X'B71D98E9DFF0C6C78642EBA4FAAB3098201DC122A3C1F1F59FFED37BA50801AC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123501789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'verdict', 'does-not-match', 'VW-S8D0-Q4DS', '{"attempt":"bf6173a8-9d60-48de-bef9-2413fc2c9730","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'A43426D4F5AE180416E48581B47565C3F78C5C429B61CB88FDB201AB240F80B1');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123505789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'attempt', 'charged', 'VW-DKTV-ESBG', '{"attempt":"1730ad58-36ea-4254-9ddf-924f16f3e9b6","in_all":"2","in_row":"2"}', X'', 22, X'A4DB579F99CEEA0F5CA944B57F25F5B8AC1FC8166699D6514E0AE87FA7AE8359');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123507789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'verdict', 'does-not-match', 'VW-HQ32-1DH8', '{"attempt":"1730ad58-36ea-4254-9ddf-924f16f3e9b6","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'2F2255FEC2D1CE5A085E723D9CC3964C965C5ACD6D03BCA13CBDB815F08FCFCF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123511789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'attempt', 'charged', 'VW-A1AN-QNS1', '{"attempt":"2e3c45d8-d0c5-43d6-a102-aa8b29212de5","in_all":"3","in_row":"3"}', X'', 24, X'589C0FED3999C171BC59B2DDBFE1A51C7A9DAD15F2FC865A361EDA415A85308B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123513789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'verdict', 'does-not-match', 'VW-CTBD-SN75', '{"attempt":"2e3c45d8-d0c5-43d6-a102-aa8b29212de5","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'F6FBC23EDD38B47BDB5023D2F5AA4C735B042074C2A1AC05D4DD71B6111B6F5E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123517789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'attempt', 'charged', 'VW-67B8-NA4F', '{"attempt":"ebc59ef2-05b9-4b70-a96e-58973a4b99af","in_all":"4","in_row":"4"}', X'', 26, X'06D8020F6B1ECF7C90F74FAF8B340A5DD9218FDD073426CECB83C458FA70538D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123519789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'verdict', 'does-not-match', 'VW-CGG0-EEFP', '{"attempt":"ebc59ef2-05b9-4b70-a96e-58973a4b99af","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'FCAC9658CEDC590BE6CD1AD1DFDCFD9919A14E93B31391CAECA0DEFCF3089E3D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123523789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'attempt', 'charged', 'VW-WZG6-FHK3', '{"attempt":"ff275185-fd9c-4e3a-9238-f25162148ea5","in_all":"5","in_row":"5"}', X'', 28, X'603832BF1615A70176948EF61B751A9DB117D628667FBC2037AEEB7821525C72');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123525789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'verdict', 'does-not-match', 'VW-TMY6-WJVN', '{"attempt":"ff275185-fd9c-4e3a-9238-f25162148ea5","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'D667F4936DA0E4202895E020DC1D6E2CA43C9A2D33677DB7A0F1D1DE381E5CF7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 4915574910639261579, '5', 'customer-added', 'added', 'VW-79DD-0VYX', '{}', X'', 3, X'AA02A376294879327228F733A435924342A54CD405962D4F9EDAD41FE2F918E5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123528789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'unlocked', 'unlocked', 'VW-3W52-1M3J', '{}', X'EB4C858535227275D6E54F9AC02C37458F02225289628D7AF897735C94B4BCF5', 30, X'7164C9322866E7C3DAA32AD6E5AB7A036B1ED10415E4176C53D20F2402559CFE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123531789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'attempt', 'charged', 'VW-9ENA-MK6A', '{"attempt":"3e8e5ea1-f769-4add-8920-c712411917c1","in_all":"6","in_row":"6"}', X'', 31, X'70033976DE549A963A963363BB7DB50D8F3FE7508D1211AA668558705F4F9872');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123533789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'verdict', 'does-not-match', 'VW-DBB7-ZD7Z', '{"attempt":"3e8e5ea1-f769-4add-8920-c712411917c1","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'AF014993D135028D467536CFFE8681552708AF670176A342F9CBDEB7210D3ADE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123535789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-2T06-R96R', '{"login":"lang"}', X'', 33, X'3518CE950FC310251F0195F9702EF3CF542DAF525183488C110FE92EB2F26949');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123536789, 'lang', 'Tanja Lang', 'desk-1', 7354955391734332270, 'K 12 34', 'caution-raised', 'raised', 'VW-X8SK-HEXP', '{}', X'73B80C3B9045312AC9EC421939663CD3443A0842019A59B4C88BA8F60B7AED9B', 34, X'FCA542E665DD6693E8355D7CC0CA0D113ADCB6BC9C6DBCC1B7369F4D1139EB31');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 2077035801041971314, '6', 'customer-added', 'added', 'VW-XXKG-SMT1', '{}', X'', 4, X'3A8B0C1BE57D789A9929C4FCA7115EABAAAEFB14DB71C8A981E5FCA202B8B750');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 3923327377202293960, '7', 'customer-added', 'added', 'VW-YTT1-5YDT', '{}', X'', 5, X'54705EA7B149E9D1175C265A2F8F06B20F198CB42CCD7F6A22149D9F643D9688');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123463789, 'lang', 'Tanja Lang', 'desk-1', 4442998228602320987, '004711', 'password-set', 'until-changed', 'VW-R72C-1SJZ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'D9FABC1D8AC65B0244328610A645CB6C65C7AECAF58A11D168D5E3A04769CCD3', 6, X'7DFA100F0049BBF70D53EF6C9883B91F3495ED78956632A6DF46B3F90A44D2D8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-TFEK-B1VS', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'0CB663B6461E991DAF15EE52ACAAA4DC31CC72D57E377589BC86A1945828DC2D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123466789, 'lang', 'Tanja Lang', 'desk-1', 7354955391734332270, 'K 12 34', 'password-set', 'until-changed', 'VW-HNYA-VVT9', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'227C5AD351777EA513D10EAB4A377B918F9B5FEF2E28712BB2CD737B6B3ADF7F', 8, X'DFE514405FEA7DEF1A552ACAE3A94FCC4DF8EC5CF139E0C86E4E25F0FA2CD968');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123468789, 'lang', 'Tanja Lang', 'desk-1', 4915574910639261579, '5', 'password-set', '24h', 'VW-9NPS-GHZ3', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'D8D37375671CE4D8F099C5AE3F0A9B067B99856AAC23B632D6BCBDDFCDBA4D0C', 9, X'08CA617EB0E48C4F4264F1031725BEF210A4CB0A71F4BE2E7C68C07BC2BFCEE3');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'4AA8AC64BA2243AE1FF208B2089A474D', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'A8A2B864F762D5E78474A69DB2ED5889', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'AE5F24E752E6228E9D05472654DE657B', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'781772ED0F59CD475B390E8FECB17793', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'0F7FB5C4D5E2A9163C3F97454870A8F8', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (34, X'49A7BA8B630EE9E56AB1DD8209DCD1F1', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'BFA7EB5B0331DB2A458A1B8D24B963FD', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'411393F59729F47911155DA686A65997', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'B84EB5A4426325EEC0B29A07BD9C56D5', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 34, X'FCA542E665DD6693E8355D7CC0CA0D113ADCB6BC9C6DBCC1B7369F4D1139EB31');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match, text_without_match, check_methods) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('attempt', 9);
INSERT INTO sqlite_sequence (name, seq) VALUES ('journal', 34);
CREATE INDEX attempt_by_person ON attempt (login, at) WHERE charged AND NOT taken_back;
CREATE INDEX attempt_by_customer ON attempt (customer_id);
CREATE INDEX attempt_by_time ON attempt (at);
CREATE INDEX journal_unsealed ON journal (id) WHERE sequence IS NULL;
CREATE INDEX journal_of_customer ON journal (customer_id, id);
CREATE INDEX journal_shortened ON journal (sequence) WHERE kind = 'journal-pruned';
CREATE INDEX journal_verdicts ON journal (login, at) WHERE kind = 'verdict';
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
COMMIT;

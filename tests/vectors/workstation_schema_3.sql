-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 299691816651142508, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8069677173782409420, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 9043065153653707805, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 5308657943722124349, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 8313448196311860392, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 2687531035652825561, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 35, "head": "watchword journal head 35 9c9fdd7a8a3940fe2fc5d07048be36b0b943b2a45c395e3534e3373220405440", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.540789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 3;
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
    check_methods             TEXT NOT NULL CHECK (check_methods LIKE '["%"]'), old_key_days INTEGER NOT NULL DEFAULT 90 CHECK (old_key_days BETWEEN 1 AND 365),
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 299691816651142508, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 2687531035652825561, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 8313448196311860392, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 8069677173782409420, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 9043065153653707805, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 5308657943722124349, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (2687531035652825561, 'tried three birthdays', 'Tanja Lang', 1795356123537789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (2687531035652825561, 1, X'2CC26B9F99DB8BF38747109503BD278D8A1F057A38D94D5C4122462875FA1C19', X'B3249DF26478AD6BCE2AA62438AAA5FB', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (299691816651142508, 1, X'7383B4D60B8418E7DFE39274A1BE48C07AD1425A5943084027C05B32B875108D', X'0CA65E52F5F7D2BFB9A9C7B9A213660B', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (5308657943722124349, 1, X'EDD5FAFA854BC8399253C007AEACBEEABC74B451A9B47C82B1D6D85838DB999F', X'0BD10703BDEDB2FCB1D4D69BBD559A66', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8069677173782409420, 1, X'B7F41753F8FCBBE08A91E94A4DBF86F114B1B87138BBAB41B13DABC81FDF28B2', X'4059BCC932E240AE569D88EFED3BF8A6', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8313448196311860392, 1, X'5F26FE355071D9F6147A52B79A84DAF0EB2C87D7A4E73695F638D33532028ACE', X'D1B3194B7A93FD742430AC61B882ED14', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (9043065153653707805, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'C05120F7DF864CBA8C54198C14C8CACB', 'lang', 8313448196311860392, 1, X'5F26FE355071D9F6147A52B79A84DAF0EB2C87D7A4E73695F638D33532028ACE', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-03GV-NTF9');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'513E498415904B368BF2A7D9465BB458', 'lang', 2687531035652825561, 1, X'223A72B2587D2673C912178E9FD87D4AAC91A587257C46F9B38A94125B6FA6E9', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-VYYY-ZP33');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'B8EC3EEAF4A44426BCFCF46CBB0D352F', 'lang', 2687531035652825561, 1, X'2CC26B9F99DB8BF38747109503BD278D8A1F057A38D94D5C4122462875FA1C19', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-G7W3-3BX7');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'B8D5455F4B9E444B937DF881E02F8F5D', 'lang', 5308657943722124349, 1, X'88AD39E80D37C80AE90055671BAFF958A15EF37325279350D91B35CCC6F6FDB4', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-1DT0-DGZZ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'0A9FEACEFC444D1385E665088C111544', 'lang', 5308657943722124349, 1, X'88AD39E80D37C80AE90055671BAFF958A15EF37325279350D91B35CCC6F6FDB4', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-Q8CB-ZC23');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'04B2207947814727A18773E5F7B952C4', 'lang', 5308657943722124349, 1, X'88AD39E80D37C80AE90055671BAFF958A15EF37325279350D91B35CCC6F6FDB4', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-E4FZ-NTRX');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'18A7E3AD526548079F14B112A940BCE6', 'lang', 5308657943722124349, 1, X'88AD39E80D37C80AE90055671BAFF958A15EF37325279350D91B35CCC6F6FDB4', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-WD70-S9MW');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'7D436B9AAC414E1ABD79A8855977935A', 'lang', 5308657943722124349, 1, X'88AD39E80D37C80AE90055671BAFF958A15EF37325279350D91B35CCC6F6FDB4', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-K79C-FE3Q');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'19D417FDFB434059893695C63FD87B33', 'lang', 5308657943722124349, 1, X'88AD39E80D37C80AE90055671BAFF958A15EF37325279350D91B35CCC6F6FDB4', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-QHP0-Z19F');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 9, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-5TVJ-7GWN', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'ABB24119AE3A07A6C11E79DEF011655DFBB26FB456A8A869964F04B2F72533EE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 8313448196311860392, 'ALFKI', 'password-set', 'call', 'VW-90FA-D9EQ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'26F8AE53FFDC05B4EBD7AEC7F7234DFE2C5E7EDF66234F90145C30D01E5BBC37', 10, X'E1D179868523D66CF20183A751A8CBB5BE4A67668DE9D865B0FDD0B177A831BB');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 8313448196311860392, 'ALFKI', 'attempt', 'charged', 'VW-DA07-4QBQ', '{"attempt":"c05120f7-df86-4cba-8c54-198c14c8cacb","in_all":"1","in_row":"1"}', X'', 11, X'651754D3BE40179D5B4113E92854F1FAC3596E4840D5CA4357992494BFEB7C4B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 8313448196311860392, 'ALFKI', 'verdict', 'matches', 'VW-03GV-NTF9', '{"attempt":"c05120f7-df86-4cba-8c54-198c14c8cacb","in_row":"1"}', X'', 12, X'E66BF511477BAC76DBE9E1F921F5346201FB0E4D1B4740711176AAF15015AE7D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 9043065153653707805, '6', 'password-set', 'until-changed', 'VW-H1BE-ER49', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'BE00056C2F1E393EFA081828E48907C92EDA44AE5104C7C9A1523E786825FE47', 13, X'A268ADE26A0460A11AC52D8EB7227647DAC53F56D8709690ACD8932207E8A30D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 9043065153653707805, '6', 'password-removed', 'removed', 'VW-WVVV-R2SD', '{}', X'F59E2AD2B9B6FF3CD11371629E9BEFF72E855F6080E5D10C0AE54F2EBBD15C9D', 14, X'D5905D2436299DF178A03D1E63C70E76F93DD14FD37D9C806BFE201EEBDEAFE7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'password-set', 'until-changed', 'VW-Q1K6-9SPD', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'E80682B808944EFE79A35844436E19512C02F98B93C02AB1C04398D7E813D219', 15, X'DA4D4BC8F0F15B955B1319D30E04B5748D6B7E9E93B20EAD45DC5EBEFD72FA84');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 2687531035652825561, 'K 12 34', 'attempt', 'charged', 'VW-MM3G-AZSW', '{"attempt":"513e4984-1590-4b36-8bf2-a7d9465bb458","in_all":"1","in_row":"1"}', X'', 16, X'85D8424EE4A3DB58594581CAF15DE113AFC145A73CEA68D4AF76EDFD73A40ABF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 2687531035652825561, 'K 12 34', 'verdict', 'does-not-match', 'VW-VYYY-ZP33', '{"attempt":"513e4984-1590-4b36-8bf2-a7d9465bb458","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'BFEFBABC8C7F8B75691744C19EF415F773E3F9A28B5D21E32CEC81DD043D3D79');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 2687531035652825561, 'K 12 34', 'attempt', 'charged', 'VW-DP2Y-JX36', '{"attempt":"b8ec3eea-f4a4-4426-bcfc-f46cbb0d352f","in_all":"2","in_row":"2"}', X'', 18, X'7BB6EA4957C530F37212A84559182EC57EB11F27FAB39D633E1AF044F9307DAA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 2687531035652825561, 'K 12 34', 'verdict', 'matches', 'VW-G7W3-3BX7', '{"attempt":"b8ec3eea-f4a4-4426-bcfc-f46cbb0d352f","in_row":"2"}', X'', 19, X'DFE949BC2687D66EA559CDC62775EFD0CC715866DD8A6DAECDBA49DABC762721');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 8313448196311860392, 'ALFKI', 'customer-added', 'added', 'VW-A8KF-5HKZ', '{}', X'', 2, X'E0350A55FD6E35237BE9B6FDB216DEBB96F69CD0F07392D27EA22F8E07AC2DFA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'attempt', 'charged', 'VW-SC53-FEF3', '{"attempt":"b8d5455f-4b9e-444b-937d-f881e02f8f5d","in_all":"1","in_row":"1"}', X'', 20, X'0428B3B2138270465A38BF494A48842EA4B9F5BA61EF1EB3CA0ED3C6B3424E4F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'verdict', 'does-not-match', 'VW-1DT0-DGZZ', '{"attempt":"b8d5455f-4b9e-444b-937d-f881e02f8f5d","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'27224853AE997AE7D23182B1CCEA97502C451A6DF44E3AE20200364CA29A3C72');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'attempt', 'charged', 'VW-PWWB-2H56', '{"attempt":"0a9feace-fc44-4d13-85e6-65088c111544","in_all":"2","in_row":"2"}', X'', 22, X'F0B185F25E71BDE6984F616E17A7B0E03DC68D44E907B7192C39A3D0A11B56CE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'verdict', 'does-not-match', 'VW-Q8CB-ZC23', '{"attempt":"0a9feace-fc44-4d13-85e6-65088c111544","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'24BF3687B16C0F399375F349A52EE84620933C0F180A51262A7BAC5D7F9DF47D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'attempt', 'charged', 'VW-WB7A-X59C', '{"attempt":"04b22079-4781-4727-a187-73e5f7b952c4","in_all":"3","in_row":"3"}', X'', 24, X'78AD747B8FEEACECB1A310099A802621BC9FE489A022B01975A55E60775F3532');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'verdict', 'does-not-match', 'VW-E4FZ-NTRX', '{"attempt":"04b22079-4781-4727-a187-73e5f7b952c4","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'6D98F95F1DC824278EB15328F348FFA8AFB725CE259201D07E3CD3B6DE0195E9');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'attempt', 'charged', 'VW-E32H-8K2S', '{"attempt":"18a7e3ad-5265-4807-9f14-b112a940bce6","in_all":"4","in_row":"4"}', X'', 26, X'1AC6E74471A14D5A4440C003BFB74A00192877E431ABC99FEB2DB27AEFDC7BA3');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'verdict', 'does-not-match', 'VW-WD70-S9MW', '{"attempt":"18a7e3ad-5265-4807-9f14-b112a940bce6","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'32D5F7BCBEE1C5B6AC344D58AAF5601966A5D6A2211D6B414CD270C54B8B5BE7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'attempt', 'charged', 'VW-BZEA-JHHB', '{"attempt":"7d436b9a-ac41-4e1a-bd79-a8855977935a","in_all":"5","in_row":"5"}', X'', 28, X'D32C8012B93A31F3E90DC2E09858F86ABD8A4EED8FF9638811A5981DEF35B2D5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'verdict', 'does-not-match', 'VW-K79C-FE3Q', '{"attempt":"7d436b9a-ac41-4e1a-bd79-a8855977935a","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'C58166A4FD552FC5FB6EA3BC3E54E27176DA9C4D5DA84E05CFAB82B691F51E14');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 8069677173782409420, '5', 'customer-added', 'added', 'VW-HC94-VN43', '{}', X'', 3, X'E38FDE8A0EBB7B4EEEFA614A1481A74B65C2698D4C699A6FEBD1E5099FB8B628');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'unlocked', 'unlocked', 'VW-WAFN-EH35', '{}', X'C0E499411A3B8622957C59341945649D5D7831FFE40DF04D7A7E9D8DF82231EE', 30, X'D9829D7C820F9D00747B914A609BD541AC692C346DFE01BD5488A039A92F6320');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'attempt', 'charged', 'VW-H9D5-3JP0', '{"attempt":"19d417fd-fb43-4059-8936-95c63fd87b33","in_all":"6","in_row":"6"}', X'', 31, X'69545721F189278B5A8BE1A64031678AF5A87C22A07B521CC883073A2B6A0929');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'verdict', 'does-not-match', 'VW-QHP0-Z19F', '{"attempt":"19d417fd-fb43-4059-8936-95c63fd87b33","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'BF7743BF88AD1DC422BE9FA1B2BD0CED1D2227E479DB3EB6B8C5DDDF57173D54');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123536789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-PMRB-KZN9', '{"login":"lang"}', X'', 33, X'6227FB399A8DE5B72F5BA589548BA232C3ED8F79FEFC845FE5653119E9819D1C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123537789, 'lang', 'Tanja Lang', 'desk-1', 2687531035652825561, 'K 12 34', 'caution-raised', 'raised', 'VW-7G63-6YED', '{}', X'E459F97515253FDB5F49691F83D258F0C0FEE778D7F8936296BD210635118403', 34, X'356E8C63F4FAA4540A43CB01DAD754ABF6154142FCF9ECA207CC15BA181B5FC1');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-K4W1-2ZXK', '{"key_id":"0001020304050607"}', X'', 35, X'9C9FDD7A8A3940FE2FC5D07048BE36B0B943B2A45C395E3534E3373220405440');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 9043065153653707805, '6', 'customer-added', 'added', 'VW-NDKJ-44DH', '{}', X'', 4, X'7412CB02492C9CEDA76F1BD040C1D111EC66F9F2311BABD6E9B85A981D7AA447');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 5308657943722124349, '7', 'customer-added', 'added', 'VW-0EWG-WR8B', '{}', X'', 5, X'F0A5C01020239F7579DB2929FBCB109DAC362F7ACF7D296F4CB138E42D51753B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 299691816651142508, '004711', 'password-set', 'until-changed', 'VW-X63B-JXYJ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'B1E089137B273EF01BAC81472A76919F4B2E5566BC5701D045888FBC8B265A99', 6, X'595EE69C15692F944BD31D5A3323A7FDE8F32102BD97EE59B1886F4D38AA2A78');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-DQ2K-Y6BW', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'11F3DBFC13285A27C2AC5DA7C80ECCFF9B0A482E47EFD1C8594965FAF23DF752');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 2687531035652825561, 'K 12 34', 'password-set', 'until-changed', 'VW-42SR-7T3K', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'76DADBA8EDBFD924AF27F6EF9D9CABCC027EF8D450AC406C9C08EBA7C779046A', 8, X'DE8C79ACBE16181E45A3914271C9430E57FE83970BA7DBE9AE4B34E9B471FD5B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 8069677173782409420, '5', 'password-set', '24h', 'VW-VR4D-3J57', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'90DBB4D1287E6B3E859EBEBDF4773F10113AE3C04408567564AA584374CFD5C5', 9, X'8866BC2D9643AA878B595F8E4AA8171423A7478D60C40D89FFBC1D20E5409098');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'88E8A5BA88F54446C12909DAA2D2C657', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'B96A0E400AE7EC84FD4D03CE019CAF30', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'7E38BCB60BF8F0C1ECCE54923F331E3B', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'F52E0FD5403A296BE8E85B287928FA8B', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'C49F5C1C8E31B151370CA98248277E5F', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (34, X'398C068ADB28E3950B1B57BAAEB40042', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'04AEA78D9BBD4AA85E2EF051BE48AF8C', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'FE02A6DC51041D60F74593B80A9F6252', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'7382E242E1B33023FA2B2FB1A0713003', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 35, X'9C9FDD7A8A3940FE2FC5D07048BE36B0B943B2A45C395E3534E3373220405440');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match, text_without_match, check_methods, old_key_days) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]', 90);
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'0001020304050607', 'announced', 1795356123539789, 'Tanja Lang', NULL);
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'C314C339D67F7BAF', 'current', 1795356123462789, 'Tanja Lang', NULL);
INSERT INTO key_holder (login, name, workstation, key_id, confirmed_at, seen_at) VALUES ('lang', 'Tanja Lang', 'desk-1', X'C314C339D67F7BAF', 1795356123538789, 1795356123538789);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('attempt', 9);
INSERT INTO sqlite_sequence (name, seq) VALUES ('journal', 35);
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
CREATE UNIQUE INDEX team_key_state ON team_key (state) WHERE state <> 'retired';
COMMIT;

-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 8105353338278323987, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8483605144872931321, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 1982101168713786602, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8630266931168784629, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 7286764222664805813, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 8332766176928646577, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 e70d894fd55ccd9a54408c1ba2f14bc8de56d40f89fb3059cfa46a2da515f0ce", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.553789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 6;
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 8105353338278323987, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 8332766176928646577, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 7286764222664805813, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 8483605144872931321, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 1982101168713786602, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 8630266931168784629, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (8332766176928646577, 'tried three birthdays', 'Tanja Lang', 1795356123543789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (1982101168713786602, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (7286764222664805813, 1, X'1C678EF6D00B98F5500852CC15FDBFA9B90EBFE2E878286A4D58671E83DAFB5F', X'4DCDAEBE74F30C27F9E48D38D9448575', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8105353338278323987, 1, X'D008DE758EA880F41CCC4890CA59D58D76A5A32E28185F0D30EF617D4660153E', X'07A733586F19B0F05F65F21875FD1E82', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8332766176928646577, 1, X'EF2ADC11BDB7B96220032435F3BB8DC72E85598410803DD7770E00F484EFBB71', X'81685DB29E19844421D38C695143B3F8', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8483605144872931321, 1, X'BB4D71800AF5478B9A2BFCEB7A9C6F268AD4916509CCFEA9A2BF49A2A0A68A07', X'4230A9278CF20D1B9584944EDF00003E', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 1, 1, NULL, 1795356123537789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8630266931168784629, 1, X'7FB9C04F9FA9AECD9C9EA591A333726D0A356B695AED3F64D70AF67CE8536ADF', X'683773A6B48CD1B8F3E08FB10F487397', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'D0BA9E630336402B9144C8FA44C5FE41', 'lang', 7286764222664805813, 1, X'1C678EF6D00B98F5500852CC15FDBFA9B90EBFE2E878286A4D58671E83DAFB5F', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-BRTG-896W');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (10, X'9223024BD9474C6D8E04759D84024339', 'lang', 8483605144872931321, 1, X'70D46CE3F1781A52FAB5B0F8CDAEB839359DA1A167E808465C8F6DFA3E2CF173', 1795356123537789, 1, 0, NULL, 'does-not-match', 1795356123540789, 'VW-05PS-YR9J');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'01DC2BF468414FF7B6DCF50BBFC82EAE', 'lang', 8332766176928646577, 1, X'D83D6207BBC763496ECE867D038BB7E5DAA0EBB5B6B5AEC88843276067026011', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-H90E-BBSA');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'7D2FF28E5B2E4F319A208133DD495CF3', 'lang', 8332766176928646577, 1, X'EF2ADC11BDB7B96220032435F3BB8DC72E85598410803DD7770E00F484EFBB71', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-Y0ZX-VH73');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'CBE0C9D9ED94436896505C79C02D5647', 'lang', 8630266931168784629, 1, X'BEE6CFF36271CC8CC430EC41C9A1E7DD5986F751A558DF6AB725AA29EFCEFC44', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-2Z15-1X1R');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'6E1B4F47B6EB469BA4FBA9EF3DE1C6AA', 'lang', 8630266931168784629, 1, X'BEE6CFF36271CC8CC430EC41C9A1E7DD5986F751A558DF6AB725AA29EFCEFC44', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-BP9K-635P');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'28BF25E6DEAC4C74BC6EE3F252BDD60A', 'lang', 8630266931168784629, 1, X'BEE6CFF36271CC8CC430EC41C9A1E7DD5986F751A558DF6AB725AA29EFCEFC44', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-B3BA-HW23');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'4AA72B1E8A8B4922B6595CF5CDAB44A8', 'lang', 8630266931168784629, 1, X'BEE6CFF36271CC8CC430EC41C9A1E7DD5986F751A558DF6AB725AA29EFCEFC44', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-H4K1-TZQF');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'2A45CBD1D6874248B2DE5C96D09C1061', 'lang', 8630266931168784629, 1, X'BEE6CFF36271CC8CC430EC41C9A1E7DD5986F751A558DF6AB725AA29EFCEFC44', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-B1YX-80Y4');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'28FC83CEE158460A9AE9BA28AFBC26FE', 'lang', 8630266931168784629, 1, X'BEE6CFF36271CC8CC430EC41C9A1E7DD5986F751A558DF6AB725AA29EFCEFC44', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-N8Z6-M0WH');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 10, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-1B06-6H9J', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'5A264FD81C4D8BB8EEB526C2445AFEEA150497B88F5F88542A2DAB01F490174F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 7286764222664805813, 'ALFKI', 'password-set', 'call', 'VW-A3DJ-7JAK', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'C5D1B871A6BE8371F64BD80203AD6D02DEA50B1115322C8EF43913EF8CAE19B5', 10, X'FA4D430B4329BA4129B9A0202DAB4C92C8EC6385FEEC5C1EDC01806955CF461F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 7286764222664805813, 'ALFKI', 'attempt', 'charged', 'VW-4QZP-65G4', '{"attempt":"d0ba9e63-0336-402b-9144-c8fa44c5fe41","in_all":"1","in_row":"1"}', X'', 11, X'812F56C1E302FEBDC164AA9BEF59F585B6C3EA3731FDD6802A74C2224881926E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 7286764222664805813, 'ALFKI', 'verdict', 'matches', 'VW-BRTG-896W', '{"attempt":"d0ba9e63-0336-402b-9144-c8fa44c5fe41","in_row":"1"}', X'', 12, X'7EF8D8985CDB48D362815D1BF4E1996F1833E68C32895AC134EA473210401463');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 1982101168713786602, '6', 'password-set', 'until-changed', 'VW-J0F5-DECA', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'4C483585A27E0BDE21E1D9535B30540CF95E44FB6FF5879A575EF156F63F5C7E', 13, X'705199981CCCD159FC6E216297153DED2709EA79B5D9730BCB2E73298C68D3A6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 1982101168713786602, '6', 'password-removed', 'removed', 'VW-46FN-VZXY', '{}', X'C7250B916920EF7D2363C345E7185EEEC2365EF6000549A68856B591A5BF518E', 14, X'5CA564D465BB4C06BD4168FA87768C7BD7801EA59C43C9D781E5AA588CAC420B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'password-set', 'until-changed', 'VW-91EB-2NY4', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'9902FB83E27F449003D579EF820782933FDF0B12F24EF826D775E4078DB648AC', 15, X'39585361D14D53E1EF99D0731F97B5FCF7B2217BE0CB415111734CAB61234B19');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 8332766176928646577, 'K 12 34', 'attempt', 'charged', 'VW-RBW9-6PX1', '{"attempt":"01dc2bf4-6841-4ff7-b6dc-f50bbfc82eae","in_all":"1","in_row":"1"}', X'', 16, X'A250985F52524E6C3222E4E5EB5888577422D55ABB7F31FE20A4C9867C894CDB');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 8332766176928646577, 'K 12 34', 'verdict', 'does-not-match', 'VW-H90E-BBSA', '{"attempt":"01dc2bf4-6841-4ff7-b6dc-f50bbfc82eae","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'6C552C403257288BBF1B478CE9ACF14C68A9065ACC465299C59905DB6EED9BC7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 8332766176928646577, 'K 12 34', 'attempt', 'charged', 'VW-N3PM-CT2W', '{"attempt":"7d2ff28e-5b2e-4f31-9a20-8133dd495cf3","in_all":"2","in_row":"2"}', X'', 18, X'5C10872DC013A66698DEC37F70A4FCD2F079EFD792CBBC34C84D5C568434295A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 8332766176928646577, 'K 12 34', 'verdict', 'matches', 'VW-Y0ZX-VH73', '{"attempt":"7d2ff28e-5b2e-4f31-9a20-8133dd495cf3","in_row":"2"}', X'', 19, X'D5785B761BC6B2AB68D97FE71C77C5310475909C7A95E22C9F53F85403DE4B61');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 7286764222664805813, 'ALFKI', 'customer-added', 'added', 'VW-FQFY-ZW0M', '{}', X'', 2, X'982B2D626E706B53BB47878747EEEF5503DC7054CEBB70B0E256626163DA291C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'attempt', 'charged', 'VW-5W6Y-27ZZ', '{"attempt":"cbe0c9d9-ed94-4368-9650-5c79c02d5647","in_all":"1","in_row":"1"}', X'', 20, X'1857BDAAC7C0173FD631F7E71585E8198CA114577E758AFB7DB24ABAF07E2D48');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'verdict', 'does-not-match', 'VW-2Z15-1X1R', '{"attempt":"cbe0c9d9-ed94-4368-9650-5c79c02d5647","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'B2C5AACB18226FE75C37AB0AE5F188A371BD0FFC2251DF8A275967BD1F750F34');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'attempt', 'charged', 'VW-VSGR-NBWN', '{"attempt":"6e1b4f47-b6eb-469b-a4fb-a9ef3de1c6aa","in_all":"2","in_row":"2"}', X'', 22, X'8B2C916FE369529B153E6134C9CE24CCDB3656E4C6B8D7D565C51F78EC21DEDA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'verdict', 'does-not-match', 'VW-BP9K-635P', '{"attempt":"6e1b4f47-b6eb-469b-a4fb-a9ef3de1c6aa","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'EE965B555AF8BC204D925F51BB15149A0318B806D0A5DEEACFF0E94C59620143');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'attempt', 'charged', 'VW-CVFH-ESRR', '{"attempt":"28bf25e6-deac-4c74-bc6e-e3f252bdd60a","in_all":"3","in_row":"3"}', X'', 24, X'AC53C3D14151E31BFFB8C634C2EEE0D198207A26CCDB8999706AA8DE553710E9');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'verdict', 'does-not-match', 'VW-B3BA-HW23', '{"attempt":"28bf25e6-deac-4c74-bc6e-e3f252bdd60a","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'7C4DAC31D9594FE71D251405C7325BC9586CF50899B71FCBFD3458D0E88B0528');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'attempt', 'charged', 'VW-W6EP-3KYK', '{"attempt":"4aa72b1e-8a8b-4922-b659-5cf5cdab44a8","in_all":"4","in_row":"4"}', X'', 26, X'DEB6A40E9E13D04F2B14108623D1366F4CDD4ED5DF4CF6D0AFC1CA16D3BBCE64');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'verdict', 'does-not-match', 'VW-H4K1-TZQF', '{"attempt":"4aa72b1e-8a8b-4922-b659-5cf5cdab44a8","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'49AC2A1B96F42732A77E4759343F08225474239C253D3881C85A7A1657F65C91');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'attempt', 'charged', 'VW-N2GJ-VRZB', '{"attempt":"2a45cbd1-d687-4248-b2de-5c96d09c1061","in_all":"5","in_row":"5"}', X'', 28, X'94BCAC3694804E8F56D066186D1074874CAFBB2ED8991E95CDBF7A75C6F637F6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'verdict', 'does-not-match', 'VW-B1YX-80Y4', '{"attempt":"2a45cbd1-d687-4248-b2de-5c96d09c1061","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'B8F5683181CB89440B156D16076E081A4BE1EEC3C6F47C581C080F12C577EC5E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 8483605144872931321, '5', 'customer-added', 'added', 'VW-7KX3-XY02', '{}', X'', 3, X'FB9239FA1EEA47E48FA8DAD13C941C19438391D2212B6A5910813096CB144FC2');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'unlocked', 'unlocked', 'VW-HKT6-PHRV', '{}', X'41EDF40323C494FC8AC54311ED1920D221899DCEB689E47784416605BF16CFD1', 30, X'0F86FDF8E428C059FCBD25973FA34867C7F5370B73C8B69A2FD5F8BC784D1560');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'attempt', 'charged', 'VW-P7AP-PEPD', '{"attempt":"28fc83ce-e158-460a-9ae9-ba28afbc26fe","in_all":"6","in_row":"6"}', X'', 31, X'94B92098D289B74B227C96992118F20FC01A034B4CA0C3AFB0E6CB273CC18B2C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'verdict', 'does-not-match', 'VW-N8Z6-M0WH', '{"attempt":"28fc83ce-e158-460a-9ae9-ba28afbc26fe","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'DBC968FB0986EAFDD76AAB07A110A12F7867393D5F0478BDFE8C4BEFA82937DE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123538789, 'lang', 'Tanja Lang', 'desk-1', 8483605144872931321, '5', 'attempt', 'charged', 'VW-13C9-AGZA', '{"attempt":"9223024b-d947-4c6d-8e04-759d84024339","in_all":"1","in_row":"1"}', X'', 33, X'C80235CBCCEB5D6C06466376D1E9FB26082CAEB37C6EA1D64EBFB28DA651F6F8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', 8483605144872931321, '5', 'verdict', 'does-not-match', 'VW-05PS-YR9J', '{"attempt":"9223024b-d947-4c6d-8e04-759d84024339","in_all":"1","in_row":"1","tries_left":"4"}', X'', 34, X'17F4229D6BCF3E541D736D33F839C686FBEB4BB0D5B7A3E49773FC18FF0B8D92');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123542789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-H8Q3-7VMM', '{"login":"lang"}', X'', 35, X'80CBF54EB1282723AC2F5716BB0663F6FDACE0113B948539F36F75B4CB1BDB37');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (36, 1795356123543789, 'lang', 'Tanja Lang', 'desk-1', 8332766176928646577, 'K 12 34', 'caution-raised', 'raised', 'VW-K8NW-KFEB', '{}', X'67C810DBA76829E52FFC63F75D54001026F604F72DCB546825EA14EF4787CB5A', 36, X'A27A76760F58FE083B769A2596874A7BCCDE98F8F7994E9BE9E9827C1FD69874');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (37, 1795356123546789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-6TNE-79KV', '{"key_id":"0001020304050607"}', X'', 37, X'E70D894FD55CCD9A54408C1BA2F14BC8DE56D40F89FB3059CFA46A2DA515F0CE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 1982101168713786602, '6', 'customer-added', 'added', 'VW-45DS-RNWB', '{}', X'', 4, X'32E1F5FAA3DF929460747F017E14CA814615071A8719D32E247C478ACDC9DCBE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 8630266931168784629, '7', 'customer-added', 'added', 'VW-F47G-8E0R', '{}', X'', 5, X'2807E1C95407A525FD5CC7CC4F41AC6506A0BF5F39D01DAC04D25A4A5EAFD497');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 8105353338278323987, '004711', 'password-set', 'until-changed', 'VW-48EZ-JKMZ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'D757AA885A3BE33503ECE7880B5CADA6815D8DE8F286226F2FD50D3BB421D8F1', 6, X'373D444B3A6B3D84D5B80E83C0DA95EB7964703D93C2D9E756F6928D078C4AA8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-JPGY-BDB7', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'3894EE7E25292AC0A536D8C09E9BA1FC363533E19746F8DC63781E18DAB7F410');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 8332766176928646577, 'K 12 34', 'password-set', 'until-changed', 'VW-MA9F-SPNE', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'565337CD36F2FFFD3858120D8EC61FDB1895CF61FF78E2800CA643D022045235', 8, X'AFDCC59B5000280067F917BC76FF2E64DCA4BB6CB6403EA01B693B46F1D41D39');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 8483605144872931321, '5', 'password-set', '24h', 'VW-4AC8-QC0Q', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'7774511BBCA50EE578AF627D40372C95532F160B736AF4BE21BFF7BA5CFE92DF', 9, X'B12781E745F64CA40319532F840BAFD63FAEFB506D227653D4CC488C191828E2');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'38A8C8FDC2FD476860A9EB61D9A3552B', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'C1EE70C5E506CA58382EA6378505EBBB', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'2373CB3C7E7BBC6925ABA40F2495D5ED', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'A102167CA9E7CD800752945BF62982ED', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'96DBD7D3C31B1B6E6B46BC463A49C6F0', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (36, X'3AD05847417A36EC570AFE2B1BFCD658', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'5326A59A25618A54634AF2AE0D18221D', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'8D69F7D08D50075307B00B0414E16410', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'E285D5C439C08096162AA7C778F7CEA0', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 37, X'E70D894FD55CCD9A54408C1BA2F14BC8DE56D40F89FB3059CFA46A2DA515F0CE');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match_de, text_without_match_de, check_methods, old_key_days, text_after_match_en, text_without_match_en) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]', 90, '', '');
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'0001020304050607', 'announced', 1795356123545789, 'Tanja Lang', NULL);
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'C314C339D67F7BAF', 'current', 1795356123462789, 'Tanja Lang', NULL);
INSERT INTO key_holder (login, name, workstation, key_id, confirmed_at, seen_at) VALUES ('lang', 'Tanja Lang', 'desk-1', X'C314C339D67F7BAF', 1795356123544789, 1795356123544789);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'password-set', 'callback', 6);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'does-not-match', 8);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'matches', 2);
INSERT INTO password_count (key_id, amount) VALUES (X'C314C339D67F7BAF', 5);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('attempt', 10);
INSERT INTO sqlite_sequence (name, seq) VALUES ('journal', 37);
CREATE INDEX attempt_by_person ON attempt (login, at) WHERE charged AND NOT taken_back;
CREATE INDEX attempt_by_customer ON attempt (customer_id);
CREATE INDEX attempt_by_time ON attempt (at);
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
COMMIT;

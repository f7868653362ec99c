-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 6127672022224562357, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 4478367039156762116, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 1131818246816816919, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 6719476492947914960, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 4521270548297173487, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 8848690824274590920, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 ba1293817e10401e9970be6fe5fd2ce6d6cb16815558ba455348a4f2231150bb", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.553789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 5;
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 6127672022224562357, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 8848690824274590920, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 4521270548297173487, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 4478367039156762116, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 1131818246816816919, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 6719476492947914960, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (8848690824274590920, 'tried three birthdays', 'Tanja Lang', 1795356123543789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (1131818246816816919, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4478367039156762116, 1, X'98E36629B241AE123E202626AAE5671F4AD3939F54835D1F0A1315E875D9D17D', X'4663470F7A6091F2D9CF85BDA39A235F', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 1, 1, NULL, 1795356123537789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4521270548297173487, 1, X'10D3CFFD92DFE778E2A6D9399C406E7A1604F0FEB66767D01DAF89B50D650F42', X'6D5E990D28376D2195B51D1C3B7F0737', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (6127672022224562357, 1, X'2E38446BE853A990B7EEF97DFE0B441D82457DF4C393A4FBDC735B70EEE260D9', X'B4932117048A2CFFDBEE7A7236DBFF20', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (6719476492947914960, 1, X'E50745873161A61BACD9996010D482F9AFCF18E15B93954776F37BC50FB70611', X'663FB39AA2374CDE6924EB940E33A453', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8848690824274590920, 1, X'4D346A510CF6025C1C23A52B894D63B864EAEEBD9BC141B9551D1369AD9B7AD2', X'92F9771F226D652D71C60D492AE79CE1', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'7CCFD3BF6FCB409F923819BBF7AFF6E6', 'lang', 4521270548297173487, 1, X'10D3CFFD92DFE778E2A6D9399C406E7A1604F0FEB66767D01DAF89B50D650F42', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-V4V3-AX6P');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (10, X'8E6158CD161340DEAE0C504926793865', 'lang', 4478367039156762116, 1, X'0B26D415A80D8ADA78D170125FFB22B5C2FD9D8E23C50EF9BBDB5ED17F1EDE6B', 1795356123537789, 1, 0, NULL, 'does-not-match', 1795356123540789, 'VW-SP0Y-J4XP');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'5EDEC9FFFA7643C284A91AA5372320C8', 'lang', 8848690824274590920, 1, X'CB38B12E3AF8CFC4971F87131F61DF4A3BE0539B6DB9AA4EE1BAD15163709322', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-50R4-3BVJ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'5BBD01871A554CDBBBC3366B60227DF6', 'lang', 8848690824274590920, 1, X'4D346A510CF6025C1C23A52B894D63B864EAEEBD9BC141B9551D1369AD9B7AD2', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-23SQ-DKN8');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'E2AD5FD4D6854430B46D0239B3B4A8C3', 'lang', 6719476492947914960, 1, X'AE5F9C3D096018290B2B38B14F9D7D5E7721FE7DC458447DC5EF78BAE693800D', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-TZDM-FH0W');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'88CF1CD55FF245BDB15F0D7A4E72900A', 'lang', 6719476492947914960, 1, X'AE5F9C3D096018290B2B38B14F9D7D5E7721FE7DC458447DC5EF78BAE693800D', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-5EPK-M9SM');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'623310C01DBA44AFAD4DBE7BAC5468F8', 'lang', 6719476492947914960, 1, X'AE5F9C3D096018290B2B38B14F9D7D5E7721FE7DC458447DC5EF78BAE693800D', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-EP6B-P3Z2');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'68EFC46BC318478B804CC98E4FA98266', 'lang', 6719476492947914960, 1, X'AE5F9C3D096018290B2B38B14F9D7D5E7721FE7DC458447DC5EF78BAE693800D', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-25G5-G0GY');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'34543C44BCF1430D96F34606C3EED80D', 'lang', 6719476492947914960, 1, X'AE5F9C3D096018290B2B38B14F9D7D5E7721FE7DC458447DC5EF78BAE693800D', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-DP9C-W01D');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'45AE4ACA0EBE43B18B93C80A616DE056', 'lang', 6719476492947914960, 1, X'AE5F9C3D096018290B2B38B14F9D7D5E7721FE7DC458447DC5EF78BAE693800D', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-PX4Q-MCJD');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 10, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-F2GD-6NK7', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'EF2337CBAAF3C24B5196E87BBF4B2E887694D59E78F7DE363C50878B51EC0A0A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 4521270548297173487, 'ALFKI', 'password-set', 'call', 'VW-RZYJ-44AH', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'AF760AB77114F6246CDCA5B2E6251ED74D1F7226D621D87F3A0B1D1327303494', 10, X'3874B30AEBD61859DD046EDD89E0B788536B7007EFBB320537F38FD05EA61355');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 4521270548297173487, 'ALFKI', 'attempt', 'charged', 'VW-S1BX-8464', '{"attempt":"7ccfd3bf-6fcb-409f-9238-19bbf7aff6e6","in_all":"1","in_row":"1"}', X'', 11, X'534C23EF1E5215EBBEE3F237158FE0B1F26CB564A8BC20E995E6FF1AA192E27F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 4521270548297173487, 'ALFKI', 'verdict', 'matches', 'VW-V4V3-AX6P', '{"attempt":"7ccfd3bf-6fcb-409f-9238-19bbf7aff6e6","in_row":"1"}', X'', 12, X'283136D6C0B341C8350372698F918492A5D153AE692009D525A1292928ECDAFE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 1131818246816816919, '6', 'password-set', 'until-changed', 'VW-DEP8-YRBQ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'3F98A08800BA8A92EF2B43FC751BBB5EC2BCD829D32854D50AE3B00591FB0C16', 13, X'551D554ADBB534E85B441576C2DAFF6C4FE46A8C1DB33011A66736E5C31F7C4D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 1131818246816816919, '6', 'password-removed', 'removed', 'VW-DA2Q-3G7G', '{}', X'60EA6878590374943BA48E0F2E67ADD22F5C63E0919C0DAF9399FEE1A7D25326', 14, X'BD219C27B1C1274F4C884287C61209D09020D394416D2B98371B162154317A06');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'password-set', 'until-changed', 'VW-GBCS-GDH0', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'80570EC8C1890EC003042ED9C153D89725CA7EFC73ACE28D6A583D234E3806F7', 15, X'F3F96E21E3BEB9A0872D4BDA8EA5B429EE8A0C1C1D6192C51B692D2F0AF3F1C5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 8848690824274590920, 'K 12 34', 'attempt', 'charged', 'VW-94EE-AVT3', '{"attempt":"5edec9ff-fa76-43c2-84a9-1aa5372320c8","in_all":"1","in_row":"1"}', X'', 16, X'4BE1DAAAE35F2CCDCDAD57EA89FC12BE43C6C050C82317888BDE9AC09601C29F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 8848690824274590920, 'K 12 34', 'verdict', 'does-not-match', 'VW-50R4-3BVJ', '{"attempt":"5edec9ff-fa76-43c2-84a9-1aa5372320c8","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'8711B9282709B18EEEA4D3FA61835C7DE8A17887D904ACA7F78AD76EAE2E806A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 8848690824274590920, 'K 12 34', 'attempt', 'charged', 'VW-F0E4-8RAX', '{"attempt":"5bbd0187-1a55-4cdb-bbc3-366b60227df6","in_all":"2","in_row":"2"}', X'', 18, X'304DCAD62EC83FD3362C697C3E35FF00C22CF21AEF03D1AF17796DBAE1443BED');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 8848690824274590920, 'K 12 34', 'verdict', 'matches', 'VW-23SQ-DKN8', '{"attempt":"5bbd0187-1a55-4cdb-bbc3-366b60227df6","in_row":"2"}', X'', 19, X'D155B52059B51C67D38C120DB095872CFED39BF00E34686F740A3117977FAD70');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 4521270548297173487, 'ALFKI', 'customer-added', 'added', 'VW-CX18-PFRT', '{}', X'', 2, X'9BB8CEA9977135D90E68C41B069078CAA57444F50E59900196D101A1C55AEB7E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'attempt', 'charged', 'VW-DXKS-NDP5', '{"attempt":"e2ad5fd4-d685-4430-b46d-0239b3b4a8c3","in_all":"1","in_row":"1"}', X'', 20, X'7439BA1B7C8C6FB0EAB4A6B748F17F02D42BD0F45E6938AEE6238C3D23B7B029');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'verdict', 'does-not-match', 'VW-TZDM-FH0W', '{"attempt":"e2ad5fd4-d685-4430-b46d-0239b3b4a8c3","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'B1C0108B31811E9B0953F3C8E1D9CAADE8A2CF570603AAA3260FAB57168A4798');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'attempt', 'charged', 'VW-4JRQ-5Q3F', '{"attempt":"88cf1cd5-5ff2-45bd-b15f-0d7a4e72900a","in_all":"2","in_row":"2"}', X'', 22, X'0CD56E37BC2AEE7DB6494EFFDFE9712F6EEA81FD693D21B96871547D8C1E13F7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'verdict', 'does-not-match', 'VW-5EPK-M9SM', '{"attempt":"88cf1cd5-5ff2-45bd-b15f-0d7a4e72900a","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'2A1E03900846C994BCD4ED64406DDFF793A89F594E3C56DDB6A27C780F80C04C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'attempt', 'charged', 'VW-KNEK-9HK8', '{"attempt":"623310c0-1dba-44af-ad4d-be7bac5468f8","in_all":"3","in_row":"3"}', X'', 24, X'557D32F31FB8D3008C3C41ACB69EA5FBE5CC6281CE23553EB73DF415070A99AE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'verdict', 'does-not-match', 'VW-EP6B-P3Z2', '{"attempt":"623310c0-1dba-44af-ad4d-be7bac5468f8","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'D997854CDA7FA5C91289AE5CF534825E854F38D45640AA174F1202C48C07047E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'attempt', 'charged', 'VW-J059-Z56X', '{"attempt":"68efc46b-c318-478b-804c-c98e4fa98266","in_all":"4","in_row":"4"}', X'', 26, X'94AE16FF32EDCC1CAC9CE24E5DF3E5D02E6ABAEE0089282DD18D5FED7F9B64BF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'verdict', 'does-not-match', 'VW-25G5-G0GY', '{"attempt":"68efc46b-c318-478b-804c-c98e4fa98266","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'1CBB514BDC2494C72C9E8DC3D9B931AFDD51478F9B31EE3C334E5DFD80946466');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'attempt', 'charged', 'VW-FNZ1-S6TY', '{"attempt":"34543c44-bcf1-430d-96f3-4606c3eed80d","in_all":"5","in_row":"5"}', X'', 28, X'A1E5DDA4E73F83402DFDC1E6E92AA2D86008FF1FCBC58F7993C06C5AEDBC8927');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'verdict', 'does-not-match', 'VW-DP9C-W01D', '{"attempt":"34543c44-bcf1-430d-96f3-4606c3eed80d","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'EE8055F8DDC044D07F76C800F6DD148E5EFBF27594063583C4DEC24C03B537A6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 4478367039156762116, '5', 'customer-added', 'added', 'VW-QTRG-SQYN', '{}', X'', 3, X'9307DF18B849BD3D3C4EEC169A3CADDAE58CC60FB49B559794F410D2FE75FE63');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'unlocked', 'unlocked', 'VW-ZM29-QNRW', '{}', X'005AE6B64EDD7B2B84458553ACA299C2069B2809A3D8C48855FD529005BCB89A', 30, X'A2C43B4FD83B340A5C2487828D8C0F0D27AC3BBF286083595543394706D5B15E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'attempt', 'charged', 'VW-YGAQ-N9S1', '{"attempt":"45ae4aca-0ebe-43b1-8b93-c80a616de056","in_all":"6","in_row":"6"}', X'', 31, X'3D606BE2485F7B6B8543A43787F6347E425CD147CA476BFD4DF2745EEDFA4FD3');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'verdict', 'does-not-match', 'VW-PX4Q-MCJD', '{"attempt":"45ae4aca-0ebe-43b1-8b93-c80a616de056","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'234C79DFD2EFD5EFFF05657715815D5F1D0B5F5A3116408B57DB6E7A06B5080C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123538789, 'lang', 'Tanja Lang', 'desk-1', 4478367039156762116, '5', 'attempt', 'charged', 'VW-SE36-26YG', '{"attempt":"8e6158cd-1613-40de-ae0c-504926793865","in_all":"1","in_row":"1"}', X'', 33, X'2E3BE7866C71AE44FF82F1771DABEF8636C9D8203BBC179AF3FA724F4CE81BF7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', 4478367039156762116, '5', 'verdict', 'does-not-match', 'VW-SP0Y-J4XP', '{"attempt":"8e6158cd-1613-40de-ae0c-504926793865","in_all":"1","in_row":"1","tries_left":"4"}', X'', 34, X'74BC06D69F08FC0F6E582E6D652471ED8484B1505DE291A72C3C68136B72A026');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123542789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-44FX-27D6', '{"login":"lang"}', X'', 35, X'668FECD77321D488689349166923C289F16D50CB7D14B19C59F9A85A19A01EED');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (36, 1795356123543789, 'lang', 'Tanja Lang', 'desk-1', 8848690824274590920, 'K 12 34', 'caution-raised', 'raised', 'VW-THPP-C2MG', '{}', X'0F221AD9E7501D89AD2C27DF6CCE3FED37A089A478473A16CBF3A9D1E05851B0', 36, X'92416BA5AF5131C4352EFC9F88C71EDD8167B1F2F3024CC6EE12DE59E95149A1');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (37, 1795356123546789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-2HJF-2Z4Q', '{"key_id":"0001020304050607"}', X'', 37, X'BA1293817E10401E9970BE6FE5FD2CE6D6CB16815558BA455348A4F2231150BB');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 1131818246816816919, '6', 'customer-added', 'added', 'VW-8X9M-4M8Q', '{}', X'', 4, X'93F154A9885051FDCA2D0DB72FC5A8E98729C6EECA8D3931D254FE73B11C6E43');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 6719476492947914960, '7', 'customer-added', 'added', 'VW-Y3YD-SKMT', '{}', X'', 5, X'930A7235A686FAF45B901B1688C92FEF73E1A4C70713A5881D616917DEC97054');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 6127672022224562357, '004711', 'password-set', 'until-changed', 'VW-ZG64-R6Y2', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'8F28C2CA346ADC9765A236FB8229708A7DB09B83AC75B883F4D93E2CDC7835A7', 6, X'2D774A526BE6A60F6353495AAB244DBB55B5FA70F3B8D5652547BF8553AF94FE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-ZFG5-2N21', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'E38CFDC97B7E7BE39E4A160D7AC5D68EBD976A86F5F99572512BE5B13AC20CDF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 8848690824274590920, 'K 12 34', 'password-set', 'until-changed', 'VW-972S-S5X0', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'F082CA37F95BC33538E9B4AACB400F62993E43A351C5A71BBA5ADD5748BBDF3D', 8, X'2BAF8FEFE6033D1BBBC0FD5CA7E4F1A95C349CB42AA928CC1B3D25233E1016AA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 4478367039156762116, '5', 'password-set', '24h', 'VW-MXAR-0CZR', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'010F2EE71C0CBB99F3A7BE58B0103FE86705F0413B4B9A8E34A5E2CFFB11D7C2', 9, X'8A7C16D3F1A5FDB0E53CE2D047B11D04514587A84E0DD25986ACF1C0EAF9EBDB');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'2E290A38A073201B3A8E0548AE9B4B5B', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'EAD909BA63F45E1A8D902433142CE624', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'B04C83C1B50A377EE1AF43F1CAA3C4D1', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'0F6269EC800F634393BEE1230DC8BBEC', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'9AA13FBC0BB33A1FFD3A8EAFA40254FD', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (36, X'DA7C50D668C911EC384498310E3D56A6', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'AC24DD98900F2B4AB1B78B95025AF323', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'5789778FAD989D140B10222B92ADB319', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'005B2F0045F73F8CA2DD51E3891A680C', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 37, X'BA1293817E10401E9970BE6FE5FD2CE6D6CB16815558BA455348A4F2231150BB');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match_de, text_without_match_de, check_methods, old_key_days, text_after_match_en, text_without_match_en) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]', 90, '', '');
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'0001020304050607', 'announced', 1795356123545789, 'Tanja Lang', NULL);
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'C314C339D67F7BAF', 'current', 1795356123462789, 'Tanja Lang', NULL);
INSERT INTO key_holder (login, name, workstation, key_id, confirmed_at, seen_at) VALUES ('lang', 'Tanja Lang', 'desk-1', X'C314C339D67F7BAF', 1795356123544789, 1795356123544789);
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
COMMIT;

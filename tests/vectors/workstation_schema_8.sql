-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 4771300985069922422, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 855558354876661585, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 1619678015975704167, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 397470484917040966, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 1330981851257291534, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 6665016744239762094, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 b682f51d7e548b971100c7f85480b781d978e14872d77b54f9965f09e4e7c11f", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.553789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 8;
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 4771300985069922422, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 6665016744239762094, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 1330981851257291534, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 855558354876661585, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 1619678015975704167, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 397470484917040966, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (6665016744239762094, 'tried three birthdays', 'Tanja Lang', 1795356123543789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (1330981851257291534, 1, X'7B80863D9F9F5F3B52A685A251AFC376912A981B0176BF2A0A3A5C8A01EB3F5B', X'65068411BB90E249D5F632F1180F09A7', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (1619678015975704167, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (397470484917040966, 1, X'1516F6484647DE34582D694E588FDB2E93AE27E5E331B1A905225EC79B657341', X'5927F3C5DB3726F1AC2C20C1A960AEB3', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4771300985069922422, 1, X'2E34D8ED9915E02368062085E9D8466AA8857669EAB46E7941354830CDA8D02C', X'A4148F72D6DA75A61EEAF7B73973FDA5', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (6665016744239762094, 1, X'B016C6A7EEAD3920A9083B3114931FA2DF0F2F854D80104E9E3C78966FBFB35D', X'AC571F21FEBC7004CE256DA783094531', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (855558354876661585, 1, X'6E3DAF3B12271C9F7A687983927084B20612DFCB236636B42B297926B1EEBCF0', X'2EC58957C97D77C67DD9814519C8B42C', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 1, 1, NULL, 1795356123537789);
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 10, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-ES4E-HJ9D', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'3D0D2CFD29DA26400D339EED7A97CBADD347727B7251EC4E79217E1015395BBF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 1330981851257291534, 'ALFKI', 'password-set', 'call', 'VW-DV54-GTHH', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'62C824C7DF0D3857FCE177792FCEFBEB035383A8EBDA4F96FE7EF52D6633FAE7', 10, X'149C1A6503D4B843FE75F29537639FE84335338C043D60D6F30B1AD1AC9DBFB1');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 1330981851257291534, 'ALFKI', 'attempt', 'charged', 'VW-8TNE-MAQ3', '{"attempt":"999daa45-e273-4d83-81b2-146e39e8fb2c","in_all":"1","in_row":"1"}', X'', 11, X'ABD9AEDABDC4D6688ACEBFC0CEFF71684976AEBF8F460B1B768CF76C9262A31F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 1330981851257291534, 'ALFKI', 'verdict', 'matches', 'VW-WF6Y-73S8', '{"attempt":"999daa45-e273-4d83-81b2-146e39e8fb2c","in_row":"1"}', X'', 12, X'A831F8BED35E1A46B44127B0EFBBC760D12793E792CB8EA9BF2E64CF1EEB0B2F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 1619678015975704167, '6', 'password-set', 'until-changed', 'VW-B7FY-94YQ', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'6B3192D70A1A6F6CFD456BF1235D4CEDFD6F34C3037DD98F345B1CD76D415934', 13, X'AD632BE5EC40E76914832471A07472C8B91DB8C2FA2BF9F24A0C205B87D98793');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 1619678015975704167, '6', 'password-removed', 'removed', 'VW-WESP-7EZQ', '{}', X'668819017FC16D924261531FB2A8DB0EA3FE4F7053387A31D7B32A863BF7C04D', 14, X'20F872FDE6C45A07F7509D2762CBB26088324CF243AF057BAC958EE7FBEEFA0C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'password-set', 'until-changed', 'VW-440W-QW5E', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'51276523357549DB1A98162F53ADB7C54DBA92E3D2589811DCB2137A7768AC19', 15, X'EDC5E9F23D83D61D9A001BE9DDA48B59B503A34543817534E9C14C2AEE76DA6B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 6665016744239762094, 'K 12 34', 'attempt', 'charged', 'VW-16GJ-1GAS', '{"attempt":"578179b8-c111-4c6c-bdc4-5b781512d8a9","in_all":"1","in_row":"1"}', X'', 16, X'1901B6F33259237076EF126D5BB829B2308DA2662CA818AFD5EA74AE559BAE4A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 6665016744239762094, 'K 12 34', 'verdict', 'does-not-match', 'VW-H4Y2-C1GS', '{"attempt":"578179b8-c111-4c6c-bdc4-5b781512d8a9","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'6295D861F7D433CAF988E1129EB2E15E17684FE5F67083FA15B64F3F481AA601');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 6665016744239762094, 'K 12 34', 'attempt', 'charged', 'VW-0C9Z-X7B9', '{"attempt":"0fb547b0-e1be-47b6-ab64-d084f06c81c9","in_all":"2","in_row":"2"}', X'', 18, X'E8476EC9FDAB8A4F28A9E1181CCA95E734F561E933407040FAEB46047118E157');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 6665016744239762094, 'K 12 34', 'verdict', 'matches', 'VW-PSSS-TY58', '{"attempt":"0fb547b0-e1be-47b6-ab64-d084f06c81c9","in_row":"2"}', X'', 19, X'FEDC7405DA1A98DBC126EEACF7774925684BA1638B2B66FC90DE3BC27A48D678');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 1330981851257291534, 'ALFKI', 'customer-added', 'added', 'VW-Y9VA-E4SQ', '{}', X'', 2, X'6F369BDBC9495039BD07D6F028B4EE44FA42AF39BA0C93E990D32B8654C6F13F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'attempt', 'charged', 'VW-561S-XSC3', '{"attempt":"4dfdf49d-72db-41a7-acfa-e0e375a3d569","in_all":"1","in_row":"1"}', X'', 20, X'9A299A4AAB1939342FAF2B10B6FB2028C7E63048FA6032F348EBC5C5448C2D03');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'verdict', 'does-not-match', 'VW-MG5V-TNQ1', '{"attempt":"4dfdf49d-72db-41a7-acfa-e0e375a3d569","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'36B8364A10F13EC0FFFCA0A28F9DBC4A8B740201FCB8DBAB31AB16AE0F0C3141');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'attempt', 'charged', 'VW-NPHH-CRBC', '{"attempt":"26cf8273-ce97-4f40-8768-22c5b7f3877b","in_all":"2","in_row":"2"}', X'', 22, X'F9C7740B0390ADFD04ADF94A431C909A4DEEEE22EA65815C262CDA4A5095F01A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'verdict', 'does-not-match', 'VW-N851-5CQM', '{"attempt":"26cf8273-ce97-4f40-8768-22c5b7f3877b","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'8898779BE22B84B09DADB476D295EB322CC15AD5061DEADB292FF7D771604D7E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'attempt', 'charged', 'VW-6G8K-FWG1', '{"attempt":"1f4ea00d-0999-45e6-9804-fe1a02fead59","in_all":"3","in_row":"3"}', X'', 24, X'5E792D77A6EA4FAB29BB062CBA7B56FA1FAAE62B096BE6DCBEE1FFF40AEE5610');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'verdict', 'does-not-match', 'VW-2X62-CNWV', '{"attempt":"1f4ea00d-0999-45e6-9804-fe1a02fead59","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'C002D9E24494C7AD18B8B487F131DEED4A3AD675B1F98EDB2AAD3C2C2ACB10C0');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'attempt', 'charged', 'VW-S918-2BY6', '{"attempt":"9917ec72-cef4-47ac-be06-9ff352d7b00c","in_all":"4","in_row":"4"}', X'', 26, X'5E0D90546E203AF1004C17AA966D06835D06BF9906EEE2D90813221594AC925C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'verdict', 'does-not-match', 'VW-SHYV-BDMC', '{"attempt":"9917ec72-cef4-47ac-be06-9ff352d7b00c","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'295FD27919EEAE78B82DB6DA315A603633B66A40E0C5DCDC76FE1DBD995B6A1E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'attempt', 'charged', 'VW-TA19-J293', '{"attempt":"990454a6-cae0-401c-b1f6-4732d0d94062","in_all":"5","in_row":"5"}', X'', 28, X'D25C6DE26D6D118E89EC137375CE95982241566359DD846F3D516FB6EC85FE5F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'verdict', 'does-not-match', 'VW-0NKD-FH5F', '{"attempt":"990454a6-cae0-401c-b1f6-4732d0d94062","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'8287BCE13C2C610321ECB2C5FBA0BDA5F3BEFB6947654D382CE8C9170B7587D4');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 855558354876661585, '5', 'customer-added', 'added', 'VW-FKSF-JSD3', '{}', X'', 3, X'BA67D138A0E788721721F88410E62151E8E9E29737C26C9CB4CDBAFF05995790');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'unlocked', 'unlocked', 'VW-XR7E-WQB3', '{}', X'350662B9AA4DC58EAC06140D6CA7A9C78EE7E54CF9249FD2EF396CAABFA8072B', 30, X'210C27ED42ECD4D893C06A10AC4C20B34B0607C39FEC3E9F2D312BFE0B8640F4');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'attempt', 'charged', 'VW-86FD-2DMC', '{"attempt":"37091473-0258-4a4f-a1dd-da0a288a7681","in_all":"6","in_row":"6"}', X'', 31, X'E161C0A60543FF03CA7C0A48EDFCC9D1C3ED226060E2A014946E7AD1D770B4DB');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'verdict', 'does-not-match', 'VW-9WVZ-AFB0', '{"attempt":"37091473-0258-4a4f-a1dd-da0a288a7681","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'B96255483D6D2364AF5B096CE3A3342C2A9C6B28C41AA6D46D5495E94F328865');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123538789, 'lang', 'Tanja Lang', 'desk-1', 855558354876661585, '5', 'attempt', 'charged', 'VW-8KT2-47MD', '{"attempt":"c4a506f1-a99b-4a0d-86af-1a237c5bce04","in_all":"1","in_row":"1"}', X'', 33, X'09AB64E822CD8AC6B1C51476843E36D53CCB9A0D275CBAE7B89D56F519DB6BE6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', 855558354876661585, '5', 'verdict', 'does-not-match', 'VW-C63S-J3SB', '{"attempt":"c4a506f1-a99b-4a0d-86af-1a237c5bce04","in_all":"1","in_row":"1","tries_left":"4"}', X'', 34, X'BC09D423B7C899DD268215049B8A1AAB55D29287D6488DB4E05C39E8BE50996E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123542789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-YN66-NA52', '{"login":"lang"}', X'', 35, X'6E32E6C4463E0B1407192D05E8F586C8B025EDC7797B7EE885BB38F609E4A9B9');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (36, 1795356123543789, 'lang', 'Tanja Lang', 'desk-1', 6665016744239762094, 'K 12 34', 'caution-raised', 'raised', 'VW-YJGQ-568J', '{}', X'9730C01BBEF9DE2384CA374633F64563FB21C325572205DF37CD4F4FE237934C', 36, X'306C979D4A8DF962800AB89376B8AEDCCF391B30D89073415BC3A82B1473363D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (37, 1795356123546789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-B3T8-YJXM', '{"key_id":"0001020304050607"}', X'', 37, X'B682F51D7E548B971100C7F85480B781D978E14872D77B54F9965F09E4E7C11F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 1619678015975704167, '6', 'customer-added', 'added', 'VW-63B5-EJP2', '{}', X'', 4, X'B876F68ECC0A0077597580E9FC56AF04D21B86DD25BBE03FAE4AC49E241CBDCF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 397470484917040966, '7', 'customer-added', 'added', 'VW-DJ7C-ZJ5H', '{}', X'', 5, X'92FD918C585C796070E80FF8AE5F7B02CCDD687DBFCBF609E0134288235B71D8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 4771300985069922422, '004711', 'password-set', 'until-changed', 'VW-A8SE-7G3M', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'2EFEB0A358E14D74ED9394A4126043FB5F59E6273E55054570DB60DCCBA60C75', 6, X'795C1CC7130398E413E855DCDEFE7EF3F850571104F69ACCE4F127042977E379');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-GSE1-XHH7', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'E9E84D5814BAA39001F6241F4FF40EFA007FEB7BDACFF7F18409F02D53E78B4A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 6665016744239762094, 'K 12 34', 'password-set', 'until-changed', 'VW-PRHS-YCS7', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'5BE14820C9F871BB1822C6F8CE13F7E1C468BD9597AACE1B06129458466E11D5', 8, X'43487D0D73C9D959CEC52E49692D8F26FF93FA39B1859F0F6D338428F4C7AA83');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 855558354876661585, '5', 'password-set', '24h', 'VW-AX9P-SJPN', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'8DF96D510C84D69A95935A3A88BDE3CDD5DCA3E1AEECCA8C92E704BF27B922AD', 9, X'208806448D7D225FDC685E1829270E83F52E83B2A66B7135C269ECD6A59EE7A0');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'C7C70E9996C246C57264EDA68B52A013', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'F51E64141BB08DF7B8769FCBA5F5A5CC', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'221BAD3C19894064A874886264B3C0BE', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'4D02B5D4EB612C5746F3727BF39FB91D', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'8D1D79B7CCCC20978270DFBC579FD33B', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (36, X'42E46DFDCC991E51267E3FBA1E58184C', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'2F0ED412716BF119A6E1D88FC337C5A8', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'5571C7959349AE723FE3C1D7153ED595', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'8424F13FB2C07211AA3F2C3182F7454E', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 37, X'B682F51D7E548B971100C7F85480B781D978E14872D77B54F9965F09E4E7C11F');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match_de, text_without_match_de, check_methods, old_key_days, text_after_match_en, text_without_match_en) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]', 90, '', '');
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'0001020304050607', 'announced', 1795356123545789, 'Tanja Lang', NULL);
INSERT INTO team_key (key_id, state, since, made_by, ends_at) VALUES (X'C314C339D67F7BAF', 'current', 1795356123462789, 'Tanja Lang', NULL);
INSERT INTO key_holder (login, name, workstation, key_id, confirmed_at, seen_at) VALUES ('lang', 'Tanja Lang', 'desk-1', X'C314C339D67F7BAF', 1795356123544789, 1795356123544789);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'password-set', 'callback', 6);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'does-not-match', 8);
INSERT INTO journal_count (quarter, kind, category, amount) VALUES (1795356000000000, 'verdict', 'matches', 2);
INSERT INTO password_count (key_id, amount) VALUES (X'C314C339D67F7BAF', 5);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'999DAA45E2734D8381B2146E39E8FB2C', 'lang', 1330981851257291534, 1, X'7B80863D9F9F5F3B52A685A251AFC376912A981B0176BF2A0A3A5C8A01EB3F5B', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-WF6Y-73S8');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (10, X'C4A506F1A99B4A0D86AF1A237C5BCE04', 'lang', 855558354876661585, 1, X'950BE2C55B67E16A100584856BA0F39195ED573E5847EA4349FAF34FB5ED8A63', 1795356123537789, 1, 0, NULL, 'does-not-match', 1795356123540789, 'VW-C63S-J3SB');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'578179B8C1114C6CBDC45B781512D8A9', 'lang', 6665016744239762094, 1, X'51FCEDD08D4070C7EA97CA5E149FC03EA738F3CD82D09ED98C7361B7B7B56C04', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-H4Y2-C1GS');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'0FB547B0E1BE47B6AB64D084F06C81C9', 'lang', 6665016744239762094, 1, X'B016C6A7EEAD3920A9083B3114931FA2DF0F2F854D80104E9E3C78966FBFB35D', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-PSSS-TY58');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'4DFDF49D72DB41A7ACFAE0E375A3D569', 'lang', 397470484917040966, 1, X'12E86429B3130E2B2C2347F0E3278C73C9FBA0B67EEF002F07977498F9B21BCF', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-MG5V-TNQ1');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'26CF8273CE974F40876822C5B7F3877B', 'lang', 397470484917040966, 1, X'12E86429B3130E2B2C2347F0E3278C73C9FBA0B67EEF002F07977498F9B21BCF', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-N851-5CQM');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'1F4EA00D099945E69804FE1A02FEAD59', 'lang', 397470484917040966, 1, X'12E86429B3130E2B2C2347F0E3278C73C9FBA0B67EEF002F07977498F9B21BCF', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-2X62-CNWV');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'9917EC72CEF447ACBE069FF352D7B00C', 'lang', 397470484917040966, 1, X'12E86429B3130E2B2C2347F0E3278C73C9FBA0B67EEF002F07977498F9B21BCF', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-SHYV-BDMC');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'990454A6CAE0401CB1F64732D0D94062', 'lang', 397470484917040966, 1, X'12E86429B3130E2B2C2347F0E3278C73C9FBA0B67EEF002F07977498F9B21BCF', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-0NKD-FH5F');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'3709147302584A4FA1DDDA0A288A7681', 'lang', 397470484917040966, 1, X'12E86429B3130E2B2C2347F0E3278C73C9FBA0B67EEF002F07977498F9B21BCF', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-9WVZ-AFB0');
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
COMMIT;

-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 7792156528668444632, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 1756975080481919401, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 1432370825097420612, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 457055905066866526, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 8761338226848879917, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 237528606910533400, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 f99bc24876bdd6ca32543ed46bea6d55a87775d262033eeb49edc1b0acaa3b1b", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.553789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 4;
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 7792156528668444632, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 237528606910533400, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 8761338226848879917, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 1756975080481919401, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 1432370825097420612, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 457055905066866526, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (237528606910533400, 'tried three birthdays', 'Tanja Lang', 1795356123543789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (1432370825097420612, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (1756975080481919401, 1, X'5E3560B109F361D91F41ECCAC474BACD9BB8150ABDF5553DC271FB01A60CED2A', X'B0B1E3B5CEE30F8E0A25B077DE7C10EC', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 1, 1, NULL, 1795356123537789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (237528606910533400, 1, X'CC9445C327D634FA3F95012B0484607740971CAFF4D0E705F16200E0D48C4CA1', X'4765A5E3B6EB9DD579BCBB8EA2BE4C7E', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (457055905066866526, 1, X'FB743C4B6B8A9CE1287BA5CA2A86A4BB400D27D824417CC811360086DF6FBC79', X'391E30DB7BAEA4F5DA14731A97262CE8', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (7792156528668444632, 1, X'14BEACD2F14544F78A8D8252226B160364470DD7991637B0C6A5C97B43311C63', X'55B7A27FDE7D1F16350502D6BD4A129B', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8761338226848879917, 1, X'047338635DD3197A667763A22DE4FA8005351A6764FC05B0D13CF74F1E062466', X'78AABCDCE672BF2B4825071DD0978806', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'F58899971A7644429A7F0CFEE393A061', 'lang', 8761338226848879917, 1, X'047338635DD3197A667763A22DE4FA8005351A6764FC05B0D13CF74F1E062466', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-VT2S-A0YY');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (10, X'C63F4095B9D04E8D99897ADCDC27C07B', 'lang', 1756975080481919401, 1, X'592165C402D2588126F59868D0BBDB624DAE61682101753BE10D8477575E370C', 1795356123537789, 1, 0, NULL, 'does-not-match', 1795356123540789, 'VW-4GAW-HRZB');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'2663EC4D3DAA45DF89067B035DEFBFA8', 'lang', 237528606910533400, 1, X'6E7A0B85167BAF3CDE30BD61DF04B523280FBB984D1BE538057F79936759C934', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-DZQE-Z04K');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'3DEE3ACC84814DF49ED5522700F26157', 'lang', 237528606910533400, 1, X'CC9445C327D634FA3F95012B0484607740971CAFF4D0E705F16200E0D48C4CA1', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-GS02-6EGV');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'1152599002B84BB79681195C4B09F333', 'lang', 457055905066866526, 1, X'E2F3B13006DAE0C7CBD86C5651C904284A81EB349D64EF9A371596DDBFD730F3', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-CKE7-J2XB');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'5C3201ED621142A8A72A65149A23D560', 'lang', 457055905066866526, 1, X'E2F3B13006DAE0C7CBD86C5651C904284A81EB349D64EF9A371596DDBFD730F3', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-YM76-X6D0');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'9B65B28A713B4F6FA0AD20136DADC6D8', 'lang', 457055905066866526, 1, X'E2F3B13006DAE0C7CBD86C5651C904284A81EB349D64EF9A371596DDBFD730F3', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-Q552-XVGQ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'1A917D769AEC481D845575C646F335E6', 'lang', 457055905066866526, 1, X'E2F3B13006DAE0C7CBD86C5651C904284A81EB349D64EF9A371596DDBFD730F3', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-C79N-Z805');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'EFCFE92124F44B7BAB863225F5FED54D', 'lang', 457055905066866526, 1, X'E2F3B13006DAE0C7CBD86C5651C904284A81EB349D64EF9A371596DDBFD730F3', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-PN1C-47MR');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'1E9C4FEC30104FC7AAF131ECC8AAB8CC', 'lang', 457055905066866526, 1, X'E2F3B13006DAE0C7CBD86C5651C904284A81EB349D64EF9A371596DDBFD730F3', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-J40Q-JNH7');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 10, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-R6Q2-1C04', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'C6E1CF073E8652FC468892584F2795B677719B11D7D4DDF12F0ACF90A294142F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 8761338226848879917, 'ALFKI', 'password-set', 'call', 'VW-7QBR-RS03', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'459934FB5B0FB68DF15201B6BAE7848C59DD20AD72A587DE610059F7A75E2236', 10, X'304DF8E374FF49B14ACB8738167A8CD7CFBB09F7FE1409BB5707674B96331E31');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 8761338226848879917, 'ALFKI', 'attempt', 'charged', 'VW-J4NV-A0QC', '{"attempt":"f5889997-1a76-4442-9a7f-0cfee393a061","in_all":"1","in_row":"1"}', X'', 11, X'F375E1A5E6578FFF9C339B21AB18D4F96BC99157E284C674DFE8048B8844AAD4');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 8761338226848879917, 'ALFKI', 'verdict', 'matches', 'VW-VT2S-A0YY', '{"attempt":"f5889997-1a76-4442-9a7f-0cfee393a061","in_row":"1"}', X'', 12, X'758AE5E6A745950E402159BAEB34084CC3541C4D5C1E910F428B2DFE3FB6D1A8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 1432370825097420612, '6', 'password-set', 'until-changed', 'VW-YZVC-X8G0', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'C761EC30A76A46658C5FD0E787BB9749E05AF5B6F264BF920D64B5854E4723C9', 13, X'1DE131BE22A85B67DD66588654868A2ABC411DC91E58ECBEC7DCDD63290518F5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 1432370825097420612, '6', 'password-removed', 'removed', 'VW-NRQ2-AQPA', '{}', X'AC2E908267E8981073463D98778FC58BF0BBE61ABA6D92BF1757631ADF4E1C20', 14, X'784C5643475CD293CBD1FD47F94F103E096A5C25000C2B1F611590199001E867');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'password-set', 'until-changed', 'VW-JWE5-KSB8', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'5000538EAC403DD60CF701615448BD35608F39D1D0C1F1708F0AFBAD99918716', 15, X'39E91DE6CC8C85B907E7A3BD8DAD70A9F1D9F614CE8D454080EAA72DB0C9D68C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 237528606910533400, 'K 12 34', 'attempt', 'charged', 'VW-R4NA-JCV6', '{"attempt":"2663ec4d-3daa-45df-8906-7b035defbfa8","in_all":"1","in_row":"1"}', X'', 16, X'5699E1AC559B1E287C24EF32186C04C8F02513E722BEB643789073767168DF83');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 237528606910533400, 'K 12 34', 'verdict', 'does-not-match', 'VW-DZQE-Z04K', '{"attempt":"2663ec4d-3daa-45df-8906-7b035defbfa8","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'CA08A76A264F0954E817534F7D4F7FDF7E781AE778EFBFFA909E4113F841BB09');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 237528606910533400, 'K 12 34', 'attempt', 'charged', 'VW-0PJZ-C2YW', '{"attempt":"3dee3acc-8481-4df4-9ed5-522700f26157","in_all":"2","in_row":"2"}', X'', 18, X'DDE8B456C207BE47F6CBCED8C7FD0F6CE15578581B2CD02FD4E30E63AB1D346E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 237528606910533400, 'K 12 34', 'verdict', 'matches', 'VW-GS02-6EGV', '{"attempt":"3dee3acc-8481-4df4-9ed5-522700f26157","in_row":"2"}', X'', 19, X'35F564B40FBAFDDD5F57B59CBDD96B17199096D47A2ADD6403F63CFA05FB0A32');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 8761338226848879917, 'ALFKI', 'customer-added', 'added', 'VW-FKB5-76H7', '{}', X'', 2, X'8AA8452D4B8AFC6D2ACEEB5001E9FBD697399D794612C67ECF05C01380CDE43D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'attempt', 'charged', 'VW-AYCA-59ES', '{"attempt":"11525990-02b8-4bb7-9681-195c4b09f333","in_all":"1","in_row":"1"}', X'', 20, X'D00591928A3D9321A899242EED6F9150BA358BD52EE25FA1D6B444E5B81F83AB');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'verdict', 'does-not-match', 'VW-CKE7-J2XB', '{"attempt":"11525990-02b8-4bb7-9681-195c4b09f333","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'9B63C27496E5352D3F6BE74E1031B57F88537BA7B165CE94FD53884699FC7FEA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'attempt', 'charged', 'VW-B2GY-H2AT', '{"attempt":"5c3201ed-6211-42a8-a72a-65149a23d560","in_all":"2","in_row":"2"}', X'', 22, X'870A60AB6CBFFAE205D8C249545ACCFA9807D796461E27E948DC7B7DBA9F9994');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'verdict', 'does-not-match', 'VW-YM76-X6D0', '{"attempt":"5c3201ed-6211-42a8-a72a-65149a23d560","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'3B226A6BE2A68A9D8AAF24F8EF8CBFB6F99EF8FF67D6A922A52C25AD232D8EC3');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'attempt', 'charged', 'VW-52SR-4FQY', '{"attempt":"9b65b28a-713b-4f6f-a0ad-20136dadc6d8","in_all":"3","in_row":"3"}', X'', 24, X'8854BD37847C89298F796FA8C80A5A6959AE8A42D5F8FA01F19B92AE8409591E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'verdict', 'does-not-match', 'VW-Q552-XVGQ', '{"attempt":"9b65b28a-713b-4f6f-a0ad-20136dadc6d8","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'CDBDE8BE8525866C23DE1795A81B86EF29BC6243D1C13424AC7BCD53B885998A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'attempt', 'charged', 'VW-2R7N-VR7N', '{"attempt":"1a917d76-9aec-481d-8455-75c646f335e6","in_all":"4","in_row":"4"}', X'', 26, X'965C7B8F4506D384370533B3F60E07345D6FC4CE353065674F5259021F3E11CA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'verdict', 'does-not-match', 'VW-C79N-Z805', '{"attempt":"1a917d76-9aec-481d-8455-75c646f335e6","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'DEBA5FC2A601EA62C617EE030A04FCA3329E8106A9D9A1BCE230370A2F54AF87');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'attempt', 'charged', 'VW-RAJA-BXR9', '{"attempt":"efcfe921-24f4-4b7b-ab86-3225f5fed54d","in_all":"5","in_row":"5"}', X'', 28, X'FF804A4430EC5E6016ED534A77BD01B05BEC3347473C86FC0CDD8941B8966CE9');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'verdict', 'does-not-match', 'VW-PN1C-47MR', '{"attempt":"efcfe921-24f4-4b7b-ab86-3225f5fed54d","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'CE9875728C4D80566753C8468B396DB68B738119593DEA8608F9DC13E3836A03');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 1756975080481919401, '5', 'customer-added', 'added', 'VW-6JKQ-CZG0', '{}', X'', 3, X'04BCE02A69785BDB1091DC9A483D0277044172FEBDFBFC95ED95DCC7F4BB22F3');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'unlocked', 'unlocked', 'VW-D5X1-W6NH', '{}', X'731A48C98F37E47E62B86C537451AE6260D3822F26B61CCA679E7B27AC9071AA', 30, X'B8B3918FCFD5AE460E9998669DBD88B9D2D292087721A101379C3F8EC9F2EEB7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'attempt', 'charged', 'VW-GME2-MPJW', '{"attempt":"1e9c4fec-3010-4fc7-aaf1-31ecc8aab8cc","in_all":"6","in_row":"6"}', X'', 31, X'CEF63C93B2E33CB088D2902DA52F6B0C3575099705A3C387C5F2E6752ED3C828');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'verdict', 'does-not-match', 'VW-J40Q-JNH7', '{"attempt":"1e9c4fec-3010-4fc7-aaf1-31ecc8aab8cc","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'B6076089C9C29849B1FCE69DBE4DA24DE0A2307935DE68CE66B5CA72D68A658C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123538789, 'lang', 'Tanja Lang', 'desk-1', 1756975080481919401, '5', 'attempt', 'charged', 'VW-7HR2-PTQ7', '{"attempt":"c63f4095-b9d0-4e8d-9989-7adcdc27c07b","in_all":"1","in_row":"1"}', X'', 33, X'73A0E6852FA8D1E5EAB9142FD81A8FE04B669844607DF06F4DFAA237528540FE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', 1756975080481919401, '5', 'verdict', 'does-not-match', 'VW-4GAW-HRZB', '{"attempt":"c63f4095-b9d0-4e8d-9989-7adcdc27c07b","in_all":"1","in_row":"1","tries_left":"4"}', X'', 34, X'AB3865665141A49B20BC878DCDAA1D1CE81C74C618171F7A51C7BDA3C1E098CF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123542789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-6H85-CP4V', '{"login":"lang"}', X'', 35, X'76A76AD44F6DD1016C60F7AD7EB63537FC643B4C7404E2EC08CD9B549219000D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (36, 1795356123543789, 'lang', 'Tanja Lang', 'desk-1', 237528606910533400, 'K 12 34', 'caution-raised', 'raised', 'VW-Q7TF-B81G', '{}', X'C50DBCC8225B423E6168FC23F438740904E50A401A2DE4A84EF6ED3CB8E47CA2', 36, X'DB23547FFC1C2314FA516DE0EEF59A079399B2B93E1D6D8D8516A7FB371ABB48');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (37, 1795356123546789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-Z18P-D2W4', '{"key_id":"0001020304050607"}', X'', 37, X'F99BC24876BDD6CA32543ED46BEA6D55A87775D262033EEB49EDC1B0ACAA3B1B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 1432370825097420612, '6', 'customer-added', 'added', 'VW-0QFD-ST8S', '{}', X'', 4, X'67A9E0E3B4D24A09C35EC739A371148C36A7CB91862C622DE5A86F1266DEA8FF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 457055905066866526, '7', 'customer-added', 'added', 'VW-4PMT-V7EH', '{}', X'', 5, X'57C8EE8F9F6A50E395C5730A0926F6B743C81389C7C9A566109471BE5B2604BA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 7792156528668444632, '004711', 'password-set', 'until-changed', 'VW-SJ4F-RDTG', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'D68A5AD5DC1D084B0BF8A527BF7A7EF3AC4772560DE42CFF0517E6B49B59F9F9', 6, X'0785BEE400CA7FE78731857BF493FA5619E0B05FDB850F399F260CD4EF108327');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-KC7F-557V', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'F170A754B1DE1857CA6FDD4023E8E7F8B72D92DD043F6DA750DC79016D52547E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 237528606910533400, 'K 12 34', 'password-set', 'until-changed', 'VW-04C3-FQQ3', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'C52AFC2C605D351720F9269802AC28E41B4FFFE32E2116EE076D4108972A1BBF', 8, X'187E743D8B4EEED1BD16905E5A4242A9A655FDEFAA79C450785D82F88FB30776');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 1756975080481919401, '5', 'password-set', '24h', 'VW-W00B-36Y8', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'7C4A074A1183C50AF9DDF115455E1E77A47D8CC032210BE111DB5A9E0F9749C1', 9, X'6CF3E6657262344A70E8816AE48A685F6F873EE8447E4FFFD31CF9D4B700DE2B');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'ABC41150191EEF7A213BC2A63F835421', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'981200CDBB02761F25489E6733D5E01C', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'922F18FA7EC800EA57F613E273D31B5D', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'D9EE4A954C937D5EEF129E4EBB00BB7E', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'2F6EE8BE238FBE5A6337D69F4FE29A22', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (36, X'5154104D0FE1254D2C2016EED67DC8C2', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'18034B203EBF938041BA3FCACAD32023', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'B34F240F935A93B71267C8F67BDCCD51', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'3EA507B4E12467EABBE3F62BA612D251', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 37, X'F99BC24876BDD6CA32543ED46BEA6D55A87775D262033EEB49EDC1B0ACAA3B1B');
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

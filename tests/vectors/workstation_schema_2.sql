-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 8599576316891647499, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 9218724863308801228, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 6385642351207485962, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 2255053065001501796, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 3173290446640490985, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 4559019956733529552, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 34, "head": "watchword journal head 34 cc23be27389acd65c70a511319984ea1c0edd406f5ef75014bef25dfec1fd758", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.536789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "tries_until_lock": 5}
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 8599576316891647499, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 4559019956733529552, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 3173290446640490985, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 9218724863308801228, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 6385642351207485962, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 2255053065001501796, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (4559019956733529552, 'tried three birthdays', 'Tanja Lang', 1795356123536789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (2255053065001501796, 1, X'C0AF619D558AB11EB36CEB96A3BB9A68BA9F282B1008D4D8E8C290C75D342E15', X'737E0590A5367C4A3A2B960F3DD9B7FB', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123482789, 'Tanja Lang', 'callback', NULL, 0, NULL, 6, 6, 1795357923530789, 1795356123530789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (3173290446640490985, 1, X'21B60DF971A761998C6C13EC9F19921A679F0C63B183BF8E270A7EE6387E1398', X'7EDC471FFAF7310009D10DAE70508EA9', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123469789, 'Tanja Lang', 'callback', NULL, 1, 1795356123475789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4559019956733529552, 1, X'3C6479B9C77C1E4A3C9594FC20A972F6ACFB15BF5F7C03AD52CF8ECF78B225A5', X'E6DF1546B102B81E22A0208A06897AD4', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123465789, 'Tanja Lang', 'callback', NULL, 0, NULL, 0, 1, NULL, 1795356123485789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (6385642351207485962, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8599576316891647499, 1, X'FB6E93160467C0F4ED69D518E1CA105CB04FEF2618A0FB73E07D4C86042CA7F4', X'9945B56AD23749CC17B8F1D4F31BE59A', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123462789, 'Tanja Lang', 'callback', NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (9218724863308801228, 1, X'111828866781F0DCEF9903C0FA3E529E0A025AC143B59E23555B8A743535FB21', X'504F0C271AD5EB543026BC409F9ED106', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123467789, 'Tanja Lang', 'callback', 1795442523467789, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'3012A6BADC9A466FB64A8E166CD11C27', 'lang', 3173290446640490985, 1, X'21B60DF971A761998C6C13EC9F19921A679F0C63B183BF8E270A7EE6387E1398', 1795356123472789, 1, 1, NULL, 'matches', 1795356123476789, 'VW-V40J-K0YY');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'9A9A867D87E145B99D12765D5A7B5270', 'lang', 4559019956733529552, 1, X'1C2641D15BF5D93E56C63C8A208DFB154F6A4CEADC2EC92EBA84A35E7317F0C6', 1795356123485789, 1, 0, NULL, 'does-not-match', 1795356123488789, 'VW-RETW-CSDQ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'81DF2614FA7742589946A6C0B19C7D04', 'lang', 4559019956733529552, 1, X'3C6479B9C77C1E4A3C9594FC20A972F6ACFB15BF5F7C03AD52CF8ECF78B225A5', 1795356123491789, 1, 1, 1795356123485789, 'matches', 1795356123495789, 'VW-TZ6S-RTBQ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'4DFB01FBFBA24B0E932D30604CDFA227', 'lang', 2255053065001501796, 1, X'0D32B62F08B402E1D0D09C217AED065A99206AC08FA67973676C959BDDCCB059', 1795356123498789, 1, 0, NULL, 'does-not-match', 1795356123501789, 'VW-E8X7-1NT2');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'EC3EE184694E4BAFA59933C228D10247', 'lang', 2255053065001501796, 1, X'0D32B62F08B402E1D0D09C217AED065A99206AC08FA67973676C959BDDCCB059', 1795356123504789, 1, 0, 1795356123498789, 'does-not-match', 1795356123507789, 'VW-X392-SV01');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'2D1ADD6278AA405587E12E21214CD2FC', 'lang', 2255053065001501796, 1, X'0D32B62F08B402E1D0D09C217AED065A99206AC08FA67973676C959BDDCCB059', 1795356123510789, 1, 0, 1795356123504789, 'does-not-match', 1795356123513789, 'VW-3S8Y-JNK9');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'106C44D8DB7F4E6AAA188AB0122F2026', 'lang', 2255053065001501796, 1, X'0D32B62F08B402E1D0D09C217AED065A99206AC08FA67973676C959BDDCCB059', 1795356123516789, 1, 0, 1795356123510789, 'does-not-match', 1795356123519789, 'VW-MGRT-TFJD');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'C4C0CD5B268C42FDB1F15BB2942C0AB7', 'lang', 2255053065001501796, 1, X'0D32B62F08B402E1D0D09C217AED065A99206AC08FA67973676C959BDDCCB059', 1795356123522789, 1, 0, 1795356123516789, 'does-not-match', 1795356123525789, 'VW-N01J-QS55');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'D912254AE35C4A01A715BC3D38ED9F6E', 'lang', 2255053065001501796, 1, X'0D32B62F08B402E1D0D09C217AED065A99206AC08FA67973676C959BDDCCB059', 1795356123530789, 1, 0, 1795356123522789, 'does-not-match', 1795356123533789, 'VW-67NE-V3E3');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 9, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-2FJE-1GY6', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'0EB552B10C9A0CCAC1E3C72E0C239AB0729099A0C67608A71A5556C56EBD5FD5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123470789, 'lang', 'Tanja Lang', 'desk-1', 3173290446640490985, 'ALFKI', 'password-set', 'call', 'VW-P1YD-WWC9', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'3D31DD014A90BF2B4EA13CF1D82A05A42DA2DD5A1708309AB5EA881AE96A15AF', 10, X'9C9AF3B2ED4C3F6665C4B4258ACC2DCBB1E466A5B85F3506C1AE2982BCA08173');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123473789, 'lang', 'Tanja Lang', 'desk-1', 3173290446640490985, 'ALFKI', 'attempt', 'charged', 'VW-QGJS-W30W', '{"attempt":"3012a6ba-dc9a-466f-b64a-8e166cd11c27","in_all":"1","in_row":"1"}', X'', 11, X'8D2430C03DE8465EC4538C578B21BD520E142E647CF3FEC71F01CA416E5361D7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123476789, 'lang', 'Tanja Lang', 'desk-1', 3173290446640490985, 'ALFKI', 'verdict', 'matches', 'VW-V40J-K0YY', '{"attempt":"3012a6ba-dc9a-466f-b64a-8e166cd11c27","in_row":"1"}', X'', 12, X'DA536005F7ADB4A67F147AAB4B4EEB9A64AC0F8E32BA2C67A831112D62E244C2');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123479789, 'lang', 'Tanja Lang', 'desk-1', 6385642351207485962, '6', 'password-set', 'until-changed', 'VW-YJET-7ZM2', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'16AEBFB693BD6193D72CDE0DB60EC6B21377BD2E88592D8510D676BFA8B635B8', 13, X'28ADE29584EDAF73E92F0DB48DEE58431A25D15BE2207D70C64D1AAB61481ACF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123481789, 'lang', 'Tanja Lang', 'desk-1', 6385642351207485962, '6', 'password-removed', 'removed', 'VW-72NQ-M53X', '{}', X'0DE58E909976B930D2B26401AC69A827F6DCC66D095FFFCBD1961D406EF4537E', 14, X'FD94991C5DE660FC4F419ACE5E519DD564B6B8FC76218974787D9B03C0D1B45D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123483789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'password-set', 'until-changed', 'VW-8HHE-9F9N', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'9FB3A543B079086CBFCB7FE00A113C6DDDF1053F62BFC55811D77BEC0720CACC', 15, X'F9D9A3176557BEFF11543AF87BB364C2065121430A0A81C39F82FC6DF4B0015B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123486789, 'lang', 'Tanja Lang', 'desk-1', 4559019956733529552, 'K 12 34', 'attempt', 'charged', 'VW-7HKM-7SSV', '{"attempt":"9a9a867d-87e1-45b9-9d12-765d5a7b5270","in_all":"1","in_row":"1"}', X'', 16, X'41CC858731BB51D4EFA4CD16844B6C08B33C77818471147E9E8896F4F522C79C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123488789, 'lang', 'Tanja Lang', 'desk-1', 4559019956733529552, 'K 12 34', 'verdict', 'does-not-match', 'VW-RETW-CSDQ', '{"attempt":"9a9a867d-87e1-45b9-9d12-765d5a7b5270","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'2D91184054F751059CC35034E73317074F2159E59A3B550283BF88A102012575');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123492789, 'lang', 'Tanja Lang', 'desk-1', 4559019956733529552, 'K 12 34', 'attempt', 'charged', 'VW-728G-JB80', '{"attempt":"81df2614-fa77-4258-9946-a6c0b19c7d04","in_all":"2","in_row":"2"}', X'', 18, X'2F81A5AD02D5D79D3E7867E2C59552406958AE8FBC59486081762FE385A5E669');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123495789, 'lang', 'Tanja Lang', 'desk-1', 4559019956733529552, 'K 12 34', 'verdict', 'matches', 'VW-TZ6S-RTBQ', '{"attempt":"81df2614-fa77-4258-9946-a6c0b19c7d04","in_row":"2"}', X'', 19, X'8D65271A3218482453656741D9C9BA6D29D91FADDAB55CF5ADB51E82AD7CC63C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 3173290446640490985, 'ALFKI', 'customer-added', 'added', 'VW-ZR9S-5TW5', '{}', X'', 2, X'BED3546E87C95A4206F4A15D402BD5223FB025BE3A791E99E96C8C34DE705C2C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123499789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'attempt', 'charged', 'VW-GTZ0-HKW1', '{"attempt":"4dfb01fb-fba2-4b0e-932d-30604cdfa227","in_all":"1","in_row":"1"}', X'', 20, X'72887DEA9BF19B73841602D2EE1268B73FCB585048FD22457F9017EC816E36BC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123501789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'verdict', 'does-not-match', 'VW-E8X7-1NT2', '{"attempt":"4dfb01fb-fba2-4b0e-932d-30604cdfa227","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'06FD67F1A73A8FAD6725118782E0338E7FA19463E73CA0ED53213FFA3F363418');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123505789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'attempt', 'charged', 'VW-M2QQ-P176', '{"attempt":"ec3ee184-694e-4baf-a599-33c228d10247","in_all":"2","in_row":"2"}', X'', 22, X'D5382CBACF75B3A2337588785E427A7EACBB2D7C390E5F4E55F94354FDB2250F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123507789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'verdict', 'does-not-match', 'VW-X392-SV01', '{"attempt":"ec3ee184-694e-4baf-a599-33c228d10247","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'C349FFFBB85109FFE927C63D10466B35BCF1645AECEBC6975EB8F637EE5EBD53');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123511789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'attempt', 'charged', 'VW-8Q64-E176', '{"attempt":"2d1add62-78aa-4055-87e1-2e21214cd2fc","in_all":"3","in_row":"3"}', X'', 24, X'BF6323147B3A4E3898699A368EFE485DBEF49F93DCECF4B9ECA154F3F8632CB4');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123513789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'verdict', 'does-not-match', 'VW-3S8Y-JNK9', '{"attempt":"2d1add62-78aa-4055-87e1-2e21214cd2fc","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'56D3804900AD2DBB6F42E107600259D9ED55B6976515658B8A0C4DB903503000');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123517789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'attempt', 'charged', 'VW-J16Q-FSW6', '{"attempt":"106c44d8-db7f-4e6a-aa18-8ab0122f2026","in_all":"4","in_row":"4"}', X'', 26, X'E0DA4909366C0AF5C69D19B9177CF12422B2936A4241A1CE734A1BE046646A89');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123519789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'verdict', 'does-not-match', 'VW-MGRT-TFJD', '{"attempt":"106c44d8-db7f-4e6a-aa18-8ab0122f2026","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'D70E7127F0483D3C722DD97CE80B8EA19ABE07F9370AE330DA41DF977178D980');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123523789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'attempt', 'charged', 'VW-N8DC-AVE0', '{"attempt":"c4c0cd5b-268c-42fd-b1f1-5bb2942c0ab7","in_all":"5","in_row":"5"}', X'', 28, X'DA887680945B88843CA3D8012F8CB464981EAD7C1228C4FC89C551B502CFA989');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123525789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'verdict', 'does-not-match', 'VW-N01J-QS55', '{"attempt":"c4c0cd5b-268c-42fd-b1f1-5bb2942c0ab7","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'5665004C65AE06F3D0A6A598BE4711ADEB4DAF90E36937005B028F80F6C447EE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 9218724863308801228, '5', 'customer-added', 'added', 'VW-0KJZ-KHFT', '{}', X'', 3, X'C964833554E89447FF358CFE4B7B8C988A71B1CC2627B48F7E3221B7AAEFC02A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123528789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'unlocked', 'unlocked', 'VW-CH62-XRWR', '{}', X'433F0740C1F2B30D589D7FCA440193496C8BEAFB13866FECACCC491FBAE51A34', 30, X'63909AFCBAA980FAF27FF8128885598A66B977F0843AEFFA97F2EA82624ED52D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123531789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'attempt', 'charged', 'VW-M2QC-F2BD', '{"attempt":"d912254a-e35c-4a01-a715-bc3d38ed9f6e","in_all":"6","in_row":"6"}', X'', 31, X'E997CF97175BCD8EB7582877B1A9C7C2C147254433163FDA2FCD5053EDED05B8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123533789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'verdict', 'does-not-match', 'VW-67NE-V3E3', '{"attempt":"d912254a-e35c-4a01-a715-bc3d38ed9f6e","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'DB480197B090E93F0CDBE2DA5C03BAE4488DACB88B4E56D74077C4874437FF95');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123535789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-4ZZG-SD11', '{"login":"lang"}', X'', 33, X'9DD7A584287CCB81840A26F6C11315402157CD956A59422AB9492BD163EE6649');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123536789, 'lang', 'Tanja Lang', 'desk-1', 4559019956733529552, 'K 12 34', 'caution-raised', 'raised', 'VW-PAJX-GE4Q', '{}', X'4C79C4FC27E1449CA0C3087FACE24849BC7B683A0D1D0E08CA440F00AEA1E2B0', 34, X'CC23BE27389ACD65C70A511319984EA1C0EDD406F5EF75014BEF25DFEC1FD758');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 6385642351207485962, '6', 'customer-added', 'added', 'VW-KHS7-ZHJE', '{}', X'', 4, X'386E07F03E9A3CF8A3AE874F152BE10FFDD253C2EF4691C4BCD6BFB09785379B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 2255053065001501796, '7', 'customer-added', 'added', 'VW-60HW-DSRW', '{}', X'', 5, X'171F7AACFB4AC3FABCDECAC931AB0FE2C57BEB6F96ECD53CA68FD55605D01141');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123463789, 'lang', 'Tanja Lang', 'desk-1', 8599576316891647499, '004711', 'password-set', 'until-changed', 'VW-3EN7-ZPPR', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'255CA8D6EFFDD0141286C926832D35A9BC6219823556D4D8DB59E9C6B5BBEF7A', 6, X'9E86F8F2EFBBD5207BD89B7FBD83F03CA8BD401E242E76D801379E6FC32BA8A7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-2WFN-93X9', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'ED8D280BCAE82B5FEBF4C006FE149E8E3C06738ECE72847B456073F76ED6AEF9');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123466789, 'lang', 'Tanja Lang', 'desk-1', 4559019956733529552, 'K 12 34', 'password-set', 'until-changed', 'VW-6N3N-RKWW', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'5BF45EB0B5FBA75C4BBA4BA8CC9F2DE0CDB92DF11F6EC27AD578ACB8666AE5ED', 8, X'7BA326C590AC2A410C623873ABA05D0ED0584837DE3A39B068A1855232235E4F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123468789, 'lang', 'Tanja Lang', 'desk-1', 9218724863308801228, '5', 'password-set', '24h', 'VW-SEFG-52P7', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'4B3305A7CB8F02DC7689A6FDEBF912972257ABFFB1A15AE0740E53D99E7505CC', 9, X'B21BD8664AD0259FAA39E01362BA113AF2E92EFD247B70AEAD3A0EA1C48815B9');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'F29C9037394E638F6A6C49121DC02B79', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'A40AD74D8B77BFEDCFD5C049589D55BB', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'9140A1D259A72D62A8D0ECFE17A6D500', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'DA071BCD91170F1340CBB08206DE3980', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'0CBD22CF6376DB6A3399F88CA341553B', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (34, X'F405213107AA2C113AB293930C456231', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'2FEAB43B6AA905DDE8A0F408D35EF605', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'5B27C38DA4891FB4B50FDEAA83646E1C', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'F7899A2372EC5D973773761120029858', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 34, X'CC23BE27389ACD65C70A511319984EA1C0EDD406F5EF75014BEF25DFEC1FD758');
INSERT INTO policy (id, shortest_password, tries_until_lock, first_wait_minutes, tries_until_block, total_until_block, total_until_attention, person_wrong_per_day, person_customers_per_hour, memory_kib, passes, lanes, close_match_seconds, close_refusal_seconds, close_no_match_seconds, pause_after_minutes, pin_required, journal_months, text_after_match, text_without_match, check_methods) VALUES (1, 4, 5, 15, 10, 100, 30, 20, 8, 19456, 2, 1, 20, 60, 120, 10, 0, 24, '', '', '["callback", "id-document", "in-person", "signed-letter", "video-call"]');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('attempt', 9);
INSERT INTO sqlite_sequence (name, seq) VALUES ('journal', 34);
CREATE INDEX attempt_by_person ON attempt (login, at) WHERE charged AND NOT taken_back;
CREATE INDEX attempt_by_customer ON attempt (customer_id);
CREATE INDEX attempt_by_time ON attempt (at);
CREATE INDEX journal_unsealed ON journal (id) WHERE sequence IS NULL;
CREATE INDEX journal_of_customer ON journal (customer_id, id);
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

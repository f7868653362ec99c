-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 2268069828242338255, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 2650034715668750280, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 5547803642930369824, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 6070400619293046826, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 4781174376166544906, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 9055011963164924057, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 34, "head": "watchword journal head 34 40edc8e1cd4bfe94428b556b4561b6e399dc4aa570ded55be75102f786d1a1cd", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.536789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "tries_until_lock": 5}
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
    check_methods             TEXT NOT NULL CHECK (check_methods LIKE '["%"]'),
    CHECK (tries_until_block > tries_until_lock)
) STRICT;
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 2268069828242338255, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 9055011963164924057, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 4781174376166544906, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 2650034715668750280, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 5547803642930369824, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 6070400619293046826, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (9055011963164924057, 'tried three birthdays', 'Tanja Lang', 1795356123536789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (2268069828242338255, 1, X'51556D3C5B5C752727FEAE27C1FF3DE2D968AA702E40F072E0245AAAEEFDB9E7', X'88D7AD0CA8F50BCBA9C1DE9564AB21A6', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123462789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (2650034715668750280, 1, X'59DE49AB3A0A38F5E0B5CD5ACC27D4B3F7F755A077A10ED7A9F4A28BE9FB03C2', X'91FF4441FDF34A543AE9B06870E40F5C', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123467789, 'Tanja Lang', 'callback', 1795442523467789, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4781174376166544906, 1, X'8B36F491C1D11EE5CD43423D1B93B9CEAB40D241BD19CCF2D323C39B7156569B', X'B3195C4B9BC60C95DB687B932581966C', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123469789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123475789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (5547803642930369824, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (6070400619293046826, 1, X'D064ADAE92EE64E443016775D0715DEEAA8D687B0FC88359A08D8D5A011C0C90', X'1340F96353555E9E4143BBDB5BB209EF', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123482789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923530789, 1795356123530789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (9055011963164924057, 1, X'6C55858F282AA5ACDCB3B0C1A01FEBE4E05C3B1AF06CD117E41C4D492DBAFAAB', X'CF7F586B8E5E4093168C702E76098014', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123465789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123485789);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'13C3C79FF9D745D6B6F4BE22FA7B5507', 'lang', 4781174376166544906, 1, X'8B36F491C1D11EE5CD43423D1B93B9CEAB40D241BD19CCF2D323C39B7156569B', 1795356123472789, 1, 1, NULL, 'matches', 1795356123476789, 'VW-D7ZK-XA2M');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'BAB6A81A62BB485E9CD088FCED674E0C', 'lang', 9055011963164924057, 1, X'F8615BED1C67E0F77F4DDAC3A218E6C0C7BB247ECECBA71DE3D38E8410E02354', 1795356123485789, 1, 0, NULL, 'does-not-match', 1795356123488789, 'VW-CH67-TR02');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'FC8E4A73F6854A48A9D858849334AD43', 'lang', 9055011963164924057, 1, X'6C55858F282AA5ACDCB3B0C1A01FEBE4E05C3B1AF06CD117E41C4D492DBAFAAB', 1795356123491789, 1, 1, 1795356123485789, 'matches', 1795356123495789, 'VW-W5HY-GHRD');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'C50CB80287394597A4C6327D00F81563', 'lang', 6070400619293046826, 1, X'02D48690D54B90C851128C24E497A8FCB31DC28CD8106CBF83E26C31F5182CB3', 1795356123498789, 1, 0, NULL, 'does-not-match', 1795356123501789, 'VW-86GC-90TQ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'FF8EC8E7DCE14A808608298180F00C76', 'lang', 6070400619293046826, 1, X'02D48690D54B90C851128C24E497A8FCB31DC28CD8106CBF83E26C31F5182CB3', 1795356123504789, 1, 0, 1795356123498789, 'does-not-match', 1795356123507789, 'VW-GBG2-RF4X');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'28B73220B4544FCC948E6B82D9376C5C', 'lang', 6070400619293046826, 1, X'02D48690D54B90C851128C24E497A8FCB31DC28CD8106CBF83E26C31F5182CB3', 1795356123510789, 1, 0, 1795356123504789, 'does-not-match', 1795356123513789, 'VW-ZS8K-V4G7');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'7E0A68CC8CBB4D3AAD31F75FDF4A13A0', 'lang', 6070400619293046826, 1, X'02D48690D54B90C851128C24E497A8FCB31DC28CD8106CBF83E26C31F5182CB3', 1795356123516789, 1, 0, 1795356123510789, 'does-not-match', 1795356123519789, 'VW-B16F-M0QF');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'96BDA4E42C5F4ADE829C9F9277116AF6', 'lang', 6070400619293046826, 1, X'02D48690D54B90C851128C24E497A8FCB31DC28CD8106CBF83E26C31F5182CB3', 1795356123522789, 1, 0, 1795356123516789, 'does-not-match', 1795356123525789, 'VW-DP77-3X92');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'82224A6058E64E80917E22402CBA8D02', 'lang', 6070400619293046826, 1, X'02D48690D54B90C851128C24E497A8FCB31DC28CD8106CBF83E26C31F5182CB3', 1795356123530789, 1, 0, 1795356123522789, 'does-not-match', 1795356123533789, 'VW-ZTBA-XZYE');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 9, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-A3GF-XG1Z', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'4B8AA8F2154A7BF748CD82F659EE3014402914A7C4A535F9D80A58EA4DE1281E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123470789, 'lang', 'Tanja Lang', 'desk-1', 4781174376166544906, 'ALFKI', 'password-set', 'call', 'VW-MQ96-FDTW', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'E1C1FE3B9AAEED3A65021932814385091A62BC6F766E3607DEBBDB1DC0CEE5FF', 10, X'5764EEE3B97105C042AB50FF6D982510D86C4C491086FE3395AEA2E0B10F9FBC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123473789, 'lang', 'Tanja Lang', 'desk-1', 4781174376166544906, 'ALFKI', 'attempt', 'charged', 'VW-TKVM-P61C', '{"attempt":"13c3c79f-f9d7-45d6-b6f4-be22fa7b5507","in_all":"1","in_row":"1"}', X'', 11, X'B9AC274F63776459A98543A8AA5F4237123C3F52755FD4B1A84BF41BD7B6A88F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123476789, 'lang', 'Tanja Lang', 'desk-1', 4781174376166544906, 'ALFKI', 'verdict', 'matches', 'VW-D7ZK-XA2M', '{"attempt":"13c3c79f-f9d7-45d6-b6f4-be22fa7b5507","in_row":"1"}', X'', 12, X'8F96CFB4ABB09BEE915F3058067F6CBADA763E04F9DA172834824002E8CEB09D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123479789, 'lang', 'Tanja Lang', 'desk-1', 5547803642930369824, '6', 'password-set', 'until-changed', 'VW-E6EH-6MYM', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'40A3DCA052EA7E90B1CD6723D69F7EE6394F2C024C2130B8D5504A380CBED032', 13, X'EFA377CE7298A8FC90A382D1966E984B91E1570C9B5391B59DEB2CCC62A53D94');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123481789, 'lang', 'Tanja Lang', 'desk-1', 5547803642930369824, '6', 'password-removed', 'removed', 'VW-QKVM-AH91', '{}', X'D68EC6C43D4A2B7E2A8EB1F82682631F4CCDFBF5B2760276DA693E8AEA1BF779', 14, X'740B426D1AF027B12291C2F2E6396B04C13404CBCEF31B045751ECC2C0BB2C82');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123483789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'password-set', 'until-changed', 'VW-39WS-SPSE', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'C5253622A64D17D80C56C257B2B048E633B73FBF9986EE1EA1BAA2C27C68C3D8', 15, X'F8C51BA72B1943AE1BBDB31C9FB06963F1D80F4724273E67321D24ED9AD52134');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123486789, 'lang', 'Tanja Lang', 'desk-1', 9055011963164924057, 'K 12 34', 'attempt', 'charged', 'VW-JNB1-R0ZY', '{"attempt":"bab6a81a-62bb-485e-9cd0-88fced674e0c","in_all":"1","in_row":"1"}', X'', 16, X'5C4D268911A2939B6E92ED0147F2833C1975818072129162106AD32366AD7CFF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123488789, 'lang', 'Tanja Lang', 'desk-1', 9055011963164924057, 'K 12 34', 'verdict', 'does-not-match', 'VW-CH67-TR02', '{"attempt":"bab6a81a-62bb-485e-9cd0-88fced674e0c","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'99B915F17E89DA7CF30B98662AE98971B396BDF4A78FE98C9374DFF1064CCDEE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123492789, 'lang', 'Tanja Lang', 'desk-1', 9055011963164924057, 'K 12 34', 'attempt', 'charged', 'VW-CT1F-7DQ9', '{"attempt":"fc8e4a73-f685-4a48-a9d8-58849334ad43","in_all":"2","in_row":"2"}', X'', 18, X'C0A71DCB6D86BD8044A6FA0E04493163AEF55E8BF36F62C9F44F6EA4AF10723C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123495789, 'lang', 'Tanja Lang', 'desk-1', 9055011963164924057, 'K 12 34', 'verdict', 'matches', 'VW-W5HY-GHRD', '{"attempt":"fc8e4a73-f685-4a48-a9d8-58849334ad43","in_row":"2"}', X'', 19, X'895334698DB2E8ED9B42DDA19D367A58706C292C05FEFC02D3B38CFCCD7A2E65');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 4781174376166544906, 'ALFKI', 'customer-added', 'added', 'VW-7EC9-KQ72', '{}', X'', 2, X'76629507F3FFB4369A948EAC23996A7E0908BD1314522AE7E5BF9F68A3D576C5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123499789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'attempt', 'charged', 'VW-VJQ7-1YCX', '{"attempt":"c50cb802-8739-4597-a4c6-327d00f81563","in_all":"1","in_row":"1"}', X'', 20, X'AF88FAE4C4358CEF5855B68EFCE249E7F63EE7886BEFEF6305124ECB687BBE99');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123501789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'verdict', 'does-not-match', 'VW-86GC-90TQ', '{"attempt":"c50cb802-8739-4597-a4c6-327d00f81563","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'2AB15CA98E31181772925C678AD3BF092F61418C749FA9F9528DB57C34BA124A');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123505789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'attempt', 'charged', 'VW-4C69-CQ6K', '{"attempt":"ff8ec8e7-dce1-4a80-8608-298180f00c76","in_all":"2","in_row":"2"}', X'', 22, X'8C47E3A86C5E73D9798BA3EE57F44F7DF67B86707834A248528CD18356C383CA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123507789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'verdict', 'does-not-match', 'VW-GBG2-RF4X', '{"attempt":"ff8ec8e7-dce1-4a80-8608-298180f00c76","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'DD034D4C0E69B659B87210CA2623B255F1AACF5F03599026852927B62DBC7D8E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123511789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'attempt', 'charged', 'VW-KR3P-M38X', '{"attempt":"28b73220-b454-4fcc-948e-6b82d9376c5c","in_all":"3","in_row":"3"}', X'', 24, X'6498AE88434B553349BD91CE0E2C0AF830FDC34004B4628D14060DE31D34A838');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123513789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'verdict', 'does-not-match', 'VW-ZS8K-V4G7', '{"attempt":"28b73220-b454-4fcc-948e-6b82d9376c5c","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'2385E743CA3ED41AEBADF6DEF1B752B335D5731F6CB447FD5617E3D97F85C0A3');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123517789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'attempt', 'charged', 'VW-SR26-V5PS', '{"attempt":"7e0a68cc-8cbb-4d3a-ad31-f75fdf4a13a0","in_all":"4","in_row":"4"}', X'', 26, X'93D24CA0D03842EC7EA4EF7D5A670765E4D6BD727BC18D46515FAFB33AB0BC3F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123519789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'verdict', 'does-not-match', 'VW-B16F-M0QF', '{"attempt":"7e0a68cc-8cbb-4d3a-ad31-f75fdf4a13a0","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'0FC352DA8A57A501B66C3DFDAA4DA4C1159A7697F53A7BBF4F3FC5A9EA07BFEC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123523789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'attempt', 'charged', 'VW-VJYE-89FE', '{"attempt":"96bda4e4-2c5f-4ade-829c-9f9277116af6","in_all":"5","in_row":"5"}', X'', 28, X'AD48AF0F4580C886689A699F4DD25B170839821A1706B8EE7069AD36546D6087');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123525789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'verdict', 'does-not-match', 'VW-DP77-3X92', '{"attempt":"96bda4e4-2c5f-4ade-829c-9f9277116af6","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'D607468702491A9D93F7A68AC5264CE2B45C9F1DAE6E4A0E27914DD3046243F6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 2650034715668750280, '5', 'customer-added', 'added', 'VW-VQ5H-MD1P', '{}', X'', 3, X'0668BC5B0308C7BB8F0D768CD3349A44D86AA3A4A7F01694C08E2EF3D8C40792');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123528789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'unlocked', 'unlocked', 'VW-DV1N-H6DM', '{}', X'7A5701B306D5EBD4B9E70EB977584F6AB42D92F3D088C78A36C70CFBED826E82', 30, X'C9B1F57FC7BD08C270DB720E20F48D8F12138C2E9B609C54658EB7159FE74884');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123531789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'attempt', 'charged', 'VW-N0TH-EFQF', '{"attempt":"82224a60-58e6-4e80-917e-22402cba8d02","in_all":"6","in_row":"6"}', X'', 31, X'155E749D1CDC0AC03D58E552D6A4F34FB30D4071E769195604C40B6531C03BDE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123533789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'verdict', 'does-not-match', 'VW-ZTBA-XZYE', '{"attempt":"82224a60-58e6-4e80-917e-22402cba8d02","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'0F4402B95F307EC8CCFEE54F7C952A1CCA6777103DD29FE4C30FB24889B61E9C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123535789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-WRFN-JEP9', '{"login":"lang"}', X'', 33, X'3D90DF53D28CCCE4A10CC76346D27DE332F8E283666259EAA922A88FEB9BF9D5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123536789, 'lang', 'Tanja Lang', 'desk-1', 9055011963164924057, 'K 12 34', 'caution-raised', 'raised', 'VW-Y2NF-BCJX', '{}', X'CFDF9237E0C4FEFC8A016FCB7C624A2650D700FF5EC3FE6B347C1C3B6D84E665', 34, X'40EDC8E1CD4BFE94428B556B4561B6E399DC4AA570DED55BE75102F786D1A1CD');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 5547803642930369824, '6', 'customer-added', 'added', 'VW-RWEF-QDDK', '{}', X'', 4, X'F03424ED5736BD1207BF897F95A10CC8A2C82C0DFB9E150E3306E3B40A62D8FE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 6070400619293046826, '7', 'customer-added', 'added', 'VW-CHGW-20XG', '{}', X'', 5, X'600916C94B487138CB754B23AC7D812CA457960EAC3918EBF736DAF10952F120');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123463789, 'lang', 'Tanja Lang', 'desk-1', 2268069828242338255, '004711', 'password-set', 'until-changed', 'VW-YYDH-S0Q5', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'1A42F59FC8F6D9598AB8E8F63CD813D6EB71C118F68E87D198D5EA784E1DC46D', 6, X'65EB384F7C16E5A3DA3F88B945D6FE654AC96FD7B8B40029F4ECA5FEA65ADC3F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-EV5H-RFTW', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'729FD51E086F7ADFEECDD09A7E343894A92F9DD8AA59A294C892B8E394CFF2FC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123466789, 'lang', 'Tanja Lang', 'desk-1', 9055011963164924057, 'K 12 34', 'password-set', 'until-changed', 'VW-34FA-DP9C', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'010A01147D0D9AD591491CA0D2BDFCD71656C9D3832705727F5E11BF164AD0E6', 8, X'3F90EF937E733E30E8C339AFD7065DBA93B57568E509F6BADA9A3FD3C991CBA5');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123468789, 'lang', 'Tanja Lang', 'desk-1', 2650034715668750280, '5', 'password-set', '24h', 'VW-2CXJ-3KN0', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'04BFC127512A0B56491D0C447A7B5E4B0F7EA1A149BFDA9C95B4EB186F3CC3AE', 9, X'FE2DFE0F03A0450A0D29552A31FE9F62AAF6A9A9927A06782F3EFC8D1F15AFEB');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'74AF5CA8FDB0E4E5AF15B124A81AC5F0', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'7D2B3618F38687F42C0DBCEC8AD1AB05', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'EF6A0856E8A9BEA043679D2830359633', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'72C1E93AC9D58DC9C56FA43CDDA6680E', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'5B63AE7A4489DE22E1BBDDA86E449BB7', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (34, X'55A53AA73DBC115FC3562E6945F498CB', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'2E4C35DF30D73C8F11F206C40B40C9C6', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'FA280467DFB6D365E1BE1DF0E7C37610', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'322A1B0DFF14EEE8A41CE2B6714E74C8', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 34, X'40EDC8E1CD4BFE94428B556B4561B6E399DC4AA570DED55BE75102F786D1A1CD');
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

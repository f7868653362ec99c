-- expected: {"cautions": {"K 12 34": "tried three birthdays"}, "customers": [{"active": true, "authorised": "Erika M\u00fcller\nSteuerb\u00fcro Maier", "company": "M\u00fcller; S\u00f6hne", "country": "DE", "domains": ["mueller.example", "m\u00fcller.example"], "emails": ["j.mueller@mueller.example"], "id": 7653425009796449984, "language": "de", "name": "J\u00f6rg M\u00fcller-Stra\u00dfer", "number": "004711", "phones": ["+496815550137", "+491715550188"]}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8979101961990714372, "language": "", "name": "Zo\u00eb", "number": "5", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 8120117653642656710, "language": "", "name": "\u674e\u5c0f\u9f8d", "number": "6", "phones": []}, {"active": true, "authorised": "", "company": "", "country": "", "domains": [], "emails": [], "id": 2294042892452040035, "language": "", "name": "Gesperrt", "number": "7", "phones": []}, {"active": false, "authorised": "", "company": "=SUM(A1)", "country": "", "domains": [], "emails": [], "id": 4611654292841135792, "language": "", "name": "", "number": "ALFKI", "phones": ["030-12"]}, {"active": true, "authorised": "", "company": "", "country": "IE", "domains": [], "emails": [], "id": 6996833026066344106, "language": "en", "name": "Anna O'Brien", "number": "K 12 34", "phones": []}], "entries": 37, "head": "watchword journal head 37 cc18007d8820d5e1c947812e725d4e122f9af0d31204bb65ea40db00002cee9e", "key": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "memory_kib": 19456, "now": "2026-11-22T14:02:03.553789+00:00", "passwords": {"004711": "Ahorn 42", "5": "Kranich 86", "K 12 34": "Gr\u00fc\u00dfe-7319"}, "states": {"004711": "set", "5": "set", "6": "none", "7": "locked", "ALFKI": "expired", "K 12 34": "set"}, "team_keys": {"0001020304050607": "announced", "c314c339d67f7baf": "current"}, "tries_left": {"004711": 5, "5": 4, "6": 0, "7": 0, "ALFKI": 5, "K 12 34": 5}, "tries_until_lock": 5}
PRAGMA application_id = 1465340484;
PRAGMA user_version = 7;
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
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (1, 7653425009796449984, '004711', 'Jörg Müller-Straßer', 'Müller; Söhne', '+496815550137
+491715550188', 'j.mueller@mueller.example', 'mueller.example
müller.example', 'DE', 'de', 'Erika Müller
Steuerbüro Maier', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (2, 6996833026066344106, 'K 12 34', 'Anna O''Brien', '', '', '', '', 'IE', 'en', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (3, 4611654292841135792, 'ALFKI', '', '=SUM(A1)', '030-12', '', '', '', '', '', 0);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (4, 8979101961990714372, '5', 'Zoë', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (5, 8120117653642656710, '6', '李小龍', '', '', '', '', '', '', '', 1);
INSERT INTO customer (place, id, number, name, company, phones, emails, domains, country, language, authorised, active) VALUES (6, 2294042892452040035, '7', 'Gesperrt', '', '', '', '', '', '', '', 1);
INSERT INTO caution (customer_id, text, raised_by, raised_at) VALUES (6996833026066344106, 'tried three birthdays', 'Tanja Lang', 1795356123543789);
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
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (2294042892452040035, 1, X'0C564C9253E089EE29517FA51479833E50CA130568AF24F97DEBED0A993D89DB', X'CE2F1FE71A0FC8F8D77A7D0882E4F43B', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123483789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 6, 6, 1795357923531789, 1795356123531789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (4611654292841135792, 1, X'23F3F2A65D84C719542F087ACB95D05E9252ADEB3D593E5403AB5BF7838E4EA4', X'3C1799ED65869F2117B4617CF0A0F5E5', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123470789, 'Tanja Lang', 'callback', NULL, NULL, 1, 1795356123476789, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (6996833026066344106, 1, X'BEA082EB1EC7ECE693B93E4C934C2080DD275D320BEE1D81083668310333CB2C', X'67B8FCB7FC0958D4C8C7D8A1B6309F5C', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123466789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 1, NULL, 1795356123486789);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (7653425009796449984, 1, X'64831B52A2CA655B1B8A6F87AE7EE7DB2E3844BEF7E229B898605EEE1539AD8A', X'46B8D3EBC4B3D285BA245A50A0F29666', 65536, 3, 1, 1, 1, X'C314C339D67F7BAF', 1795356123463789, 'Tanja Lang', 'callback', NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8120117653642656710, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, NULL, NULL);
INSERT INTO credential (customer_id, generation, verifier, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method, valid_until, expired_at, single_use, used_at, in_row, in_all, locked_until, last_failure_at) VALUES (8979101961990714372, 1, X'ED2B0DE4E391A260F5E4B045A5D626EB7A865F9864879E33CFAB9A414B40083D', X'982A5EE57BC45E94C8E074BFE8249EAB', 19456, 2, 1, 1, 1, X'C314C339D67F7BAF', 1795356123468789, 'Tanja Lang', 'callback', 1795442523468789, NULL, 0, NULL, 1, 1, NULL, 1795356123537789);
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (1, X'8274B8E2495741F3AC1E2F00905E3534', 'lang', 4611654292841135792, 1, X'23F3F2A65D84C719542F087ACB95D05E9252ADEB3D593E5403AB5BF7838E4EA4', 1795356123473789, 1, 1, NULL, 'matches', 1795356123477789, 'VW-1DPZ-W0AK');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (10, X'1CC56F26452E40ECADA0F4C9A811B79D', 'lang', 8979101961990714372, 1, X'C6535BF7A0E87BAE072B5C4EE232EABAC6F4D44DD861599504CC8C373D8C8558', 1795356123537789, 1, 0, NULL, 'does-not-match', 1795356123540789, 'VW-RF1H-GTGJ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (2, X'9E59232093FA488AAF078923EA3A6EC9', 'lang', 6996833026066344106, 1, X'B6F6E9E370EC000E9285F22495A407DCC49D07795EC7354355D9C1607E46E5D9', 1795356123486789, 1, 0, NULL, 'does-not-match', 1795356123489789, 'VW-HJA9-T7QX');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (3, X'F29921D32BC64AF983AFA3FFDAC1FD94', 'lang', 6996833026066344106, 1, X'BEA082EB1EC7ECE693B93E4C934C2080DD275D320BEE1D81083668310333CB2C', 1795356123492789, 1, 1, 1795356123486789, 'matches', 1795356123496789, 'VW-2S3T-F2TD');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (4, X'38A54D614A1D4FC6A587338A52C73F20', 'lang', 2294042892452040035, 1, X'E57A9C1536BABCAEDAF591305C2697009E0BF9C16961C32F86523891CE78F06D', 1795356123499789, 1, 0, NULL, 'does-not-match', 1795356123502789, 'VW-Y284-6MTY');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (5, X'1BF3DAFE39B440B486DC2D194CF03AA3', 'lang', 2294042892452040035, 1, X'E57A9C1536BABCAEDAF591305C2697009E0BF9C16961C32F86523891CE78F06D', 1795356123505789, 1, 0, 1795356123499789, 'does-not-match', 1795356123508789, 'VW-5TEE-A406');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (6, X'E2D3DC1282144F4D9E113CB88375449A', 'lang', 2294042892452040035, 1, X'E57A9C1536BABCAEDAF591305C2697009E0BF9C16961C32F86523891CE78F06D', 1795356123511789, 1, 0, 1795356123505789, 'does-not-match', 1795356123514789, 'VW-H5B2-X3VV');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (7, X'CE9130AA80C0487098F4C314CDD1015C', 'lang', 2294042892452040035, 1, X'E57A9C1536BABCAEDAF591305C2697009E0BF9C16961C32F86523891CE78F06D', 1795356123517789, 1, 0, 1795356123511789, 'does-not-match', 1795356123520789, 'VW-AFSG-D3QQ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (8, X'3DD95820A4434228B92BDD02A9C3B35D', 'lang', 2294042892452040035, 1, X'E57A9C1536BABCAEDAF591305C2697009E0BF9C16961C32F86523891CE78F06D', 1795356123523789, 1, 0, 1795356123517789, 'does-not-match', 1795356123526789, 'VW-CV83-8YJJ');
INSERT INTO attempt (sequence, id, login, customer_id, generation, digest_hash, at, charged, taken_back, failure_before, answer, answered_at, receipt) VALUES (9, X'02B524E11AE24B4DA6C7AE9EC6DC0627', 'lang', 2294042892452040035, 1, X'E57A9C1536BABCAEDAF591305C2697009E0BF9C16961C32F86523891CE78F06D', 1795356123531789, 1, 0, 1795356123523789, 'does-not-match', 1795356123534789, 'VW-HF84-A91C');
INSERT INTO person_budget (login, counts_after, paused_at, paused_by) VALUES ('lang', 10, NULL, NULL);
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (1, 1795356123457789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'customers-imported', 'imported', 'VW-0SH5-6TXW', '{"new":"2","rejected":"0","source":"list.csv","unchanged":"0","updated":"0"}', X'', 1, X'02AA0621D0FA85DCCEC20E20138604EFCAFDE6ADD27E6B44289ECF9CC6357645');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (10, 1795356123471789, 'lang', 'Tanja Lang', 'desk-1', 4611654292841135792, 'ALFKI', 'password-set', 'call', 'VW-YV9J-24AA', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'30D9E50F6DE7B91C6E8216538D70B1390ED45C43FDBADAAAA46D919C23AF6E9F', 10, X'18C20BE69EB63F12C56DD46FB773EB826864867143D0AB69D39292A131C2EFEE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (11, 1795356123474789, 'lang', 'Tanja Lang', 'desk-1', 4611654292841135792, 'ALFKI', 'attempt', 'charged', 'VW-ZFEH-3JM8', '{"attempt":"8274b8e2-4957-41f3-ac1e-2f00905e3534","in_all":"1","in_row":"1"}', X'', 11, X'42070DCA6F2628F882334F046BC73AF19710EA046D03C3C980C95781CAFB04E4');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (12, 1795356123477789, 'lang', 'Tanja Lang', 'desk-1', 4611654292841135792, 'ALFKI', 'verdict', 'matches', 'VW-1DPZ-W0AK', '{"attempt":"8274b8e2-4957-41f3-ac1e-2f00905e3534","in_row":"1"}', X'', 12, X'DE31022F132445CC517CF18F0C448746DAB92CD62C0A0B4428E6894E417C227C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (13, 1795356123480789, 'lang', 'Tanja Lang', 'desk-1', 8120117653642656710, '6', 'password-set', 'until-changed', 'VW-TR8V-SQH1', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'D3B0FDF166D2AC38F8EEEA45D7BB1E99F9FD3B0FBDB9D7422D8574A924912E2E', 13, X'9B590F552BDDA17C423F8D4685CA3D0522C895361AED1343B7267DD0F5D1B086');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (14, 1795356123482789, 'lang', 'Tanja Lang', 'desk-1', 8120117653642656710, '6', 'password-removed', 'removed', 'VW-2DT7-AEJM', '{}', X'BBC505D616B89426B4585C4DDF874946F3BA0866C1D48844150B53E7781D2C56', 14, X'982CDA0C708018663CCFAB519045F0EBFF2F28354BC045821155948E2C1850C0');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (15, 1795356123484789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'password-set', 'until-changed', 'VW-53GG-N2EA', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'3C5E55705562082DA46584151ACCFF8EE93C6FF81DA14B762D6D4A89DEB02FB2', 15, X'23F56F3CE8A089F99376CD1766AE0ABF9107A5347C744E10A8B8D936582C1F91');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (16, 1795356123487789, 'lang', 'Tanja Lang', 'desk-1', 6996833026066344106, 'K 12 34', 'attempt', 'charged', 'VW-QG3D-5ZZH', '{"attempt":"9e592320-93fa-488a-af07-8923ea3a6ec9","in_all":"1","in_row":"1"}', X'', 16, X'1618234588F87E91882BC781F6EF0C687A401B04DEDDA952E284CB576BD92FA8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (17, 1795356123489789, 'lang', 'Tanja Lang', 'desk-1', 6996833026066344106, 'K 12 34', 'verdict', 'does-not-match', 'VW-HJA9-T7QX', '{"attempt":"9e592320-93fa-488a-af07-8923ea3a6ec9","in_all":"1","in_row":"1","tries_left":"4"}', X'', 17, X'9E9DD14C730A8627D412F9E51DD802DBA75134A9CECC23F838D928952C7FB31C');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (18, 1795356123493789, 'lang', 'Tanja Lang', 'desk-1', 6996833026066344106, 'K 12 34', 'attempt', 'charged', 'VW-RX70-E44D', '{"attempt":"f29921d3-2bc6-4af9-83af-a3ffdac1fd94","in_all":"2","in_row":"2"}', X'', 18, X'212B595693C2662FB67D7EF5A5C215B3049CA4E89E25A0F9C0C62DCD80210336');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (19, 1795356123496789, 'lang', 'Tanja Lang', 'desk-1', 6996833026066344106, 'K 12 34', 'verdict', 'matches', 'VW-2S3T-F2TD', '{"attempt":"f29921d3-2bc6-4af9-83af-a3ffdac1fd94","in_row":"2"}', X'', 19, X'58AF47FF88DFCE536B5E39FBBEE67FA97A97A8A6D0FC6118134D460AF8CCF560');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (2, 1795356123458789, 'lang', 'Tanja Lang', 'desk-1', 4611654292841135792, 'ALFKI', 'customer-added', 'added', 'VW-JP8Z-2KBW', '{}', X'', 2, X'B57F81B02BD0EDE7D7F3AFF203ADB5362EE587B2CCE808CBFCC5336751DFC4D6');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (20, 1795356123500789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'attempt', 'charged', 'VW-ZJ56-VQ82', '{"attempt":"38a54d61-4a1d-4fc6-a587-338a52c73f20","in_all":"1","in_row":"1"}', X'', 20, X'AC046D5DBCA6B3AC7DCE32DC724F66C411A1D61189FF3A368BA0D4D2E013D702');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (21, 1795356123502789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'verdict', 'does-not-match', 'VW-Y284-6MTY', '{"attempt":"38a54d61-4a1d-4fc6-a587-338a52c73f20","in_all":"1","in_row":"1","tries_left":"4"}', X'', 21, X'9FBF8CB00F4403F404E164752D932BE86E4E7EDFE0369B362A17BD917B7C2BB7');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (22, 1795356123506789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'attempt', 'charged', 'VW-S6GN-TG9H', '{"attempt":"1bf3dafe-39b4-40b4-86dc-2d194cf03aa3","in_all":"2","in_row":"2"}', X'', 22, X'348C72A3C42AA4EE12480F3F95013396DD5EEC591E6CCC675DFAFD0D9D7A7108');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (23, 1795356123508789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'verdict', 'does-not-match', 'VW-5TEE-A406', '{"attempt":"1bf3dafe-39b4-40b4-86dc-2d194cf03aa3","in_all":"2","in_row":"2","tries_left":"3"}', X'', 23, X'1D7F6B70B92128934D0BA0F0F77A3834C1AF7BEDAE0F21B9A73A511518919061');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (24, 1795356123512789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'attempt', 'charged', 'VW-VHM8-4S8S', '{"attempt":"e2d3dc12-8214-4f4d-9e11-3cb88375449a","in_all":"3","in_row":"3"}', X'', 24, X'FFF86B73151A435274DF8D4E6A458F366E4F74B9692A71FE59A7E46AB89D9D09');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (25, 1795356123514789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'verdict', 'does-not-match', 'VW-H5B2-X3VV', '{"attempt":"e2d3dc12-8214-4f4d-9e11-3cb88375449a","in_all":"3","in_row":"3","tries_left":"2"}', X'', 25, X'CD357895A466047F402BC98B6F90FDA59F8F2BEA1C858C5F23DC3BA90C71E2BC');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (26, 1795356123518789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'attempt', 'charged', 'VW-APYQ-E07G', '{"attempt":"ce9130aa-80c0-4870-98f4-c314cdd1015c","in_all":"4","in_row":"4"}', X'', 26, X'EC1D95B1006BD515C0CFAA508386C89B12EFF4FFA8D0D68FC68323E650E2AA1B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (27, 1795356123520789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'verdict', 'does-not-match', 'VW-AFSG-D3QQ', '{"attempt":"ce9130aa-80c0-4870-98f4-c314cdd1015c","in_all":"4","in_row":"4","tries_left":"1"}', X'', 27, X'48D5626C365CF0D74257F4F31638B421341A042B644D23E3D5A1248B74A38453');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (28, 1795356123524789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'attempt', 'charged', 'VW-QKCX-XZCQ', '{"attempt":"3dd95820-a443-4228-b92b-dd02a9c3b35d","in_all":"5","in_row":"5"}', X'', 28, X'677B0BBB89F02F33F52812035720B127373F7B273244C70F4363FEE6068D4050');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (29, 1795356123526789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'verdict', 'does-not-match', 'VW-CV83-8YJJ', '{"attempt":"3dd95820-a443-4228-b92b-dd02a9c3b35d","in_all":"5","in_row":"5","locked_until":"2026-11-22T14:17:03+00:00","tries_left":"0"}', X'', 29, X'483AEC9795AB2C913035F34ABEB19A80B7C728B8FAE101A40912A93DFC16CED8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (3, 1795356123459789, 'lang', 'Tanja Lang', 'desk-1', 8979101961990714372, '5', 'customer-added', 'added', 'VW-48FT-3AEC', '{}', X'', 3, X'20C923178BE37EDD69942125666E5DDFF6BC2D9BC1906F6A94E3C05EDEA2CE79');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (30, 1795356123529789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'unlocked', 'unlocked', 'VW-5HYH-BWVC', '{}', X'E94CE71CEEF8615DC3C0947B5A8CC875E0EFEED1E008D06B161B2A3719C668E8', 30, X'4EF12F0F5B823F0A272B877BA081940E0BD074D3B760CA64CF7FADC187EF7D96');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (31, 1795356123532789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'attempt', 'charged', 'VW-M73K-7174', '{"attempt":"02b524e1-1ae2-4b4d-a6c7-ae9ec6dc0627","in_all":"6","in_row":"6"}', X'', 31, X'BCB835D747C7D20B7329E70B0EC6CEECA23B4817496ACCDBEDAE5E57C2DA0B7D');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (32, 1795356123534789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'verdict', 'does-not-match', 'VW-HF84-A91C', '{"attempt":"02b524e1-1ae2-4b4d-a6c7-ae9ec6dc0627","in_all":"6","in_row":"6","locked_until":"2026-11-22T14:32:03+00:00","tries_left":"0"}', X'', 32, X'61624B45D28609B9EE9F661221F790AC5DE17749840E961DE167266BAAEC25CE');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (33, 1795356123538789, 'lang', 'Tanja Lang', 'desk-1', 8979101961990714372, '5', 'attempt', 'charged', 'VW-6YM5-DWV4', '{"attempt":"1cc56f26-452e-40ec-ada0-f4c9a811b79d","in_all":"1","in_row":"1"}', X'', 33, X'2AB0A9B80C651619B7DC5917EC066AD880333282AAD04E202D505FAAABA24C20');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (34, 1795356123540789, 'lang', 'Tanja Lang', 'desk-1', 8979101961990714372, '5', 'verdict', 'does-not-match', 'VW-RF1H-GTGJ', '{"attempt":"1cc56f26-452e-40ec-ada0-f4c9a811b79d","in_all":"1","in_row":"1","tries_left":"4"}', X'', 34, X'11C01BE1CAD0DA6D290FFD75ED3FCDA1D51F588BC0B7BF7D3B437F7EDA8170E4');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (35, 1795356123542789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'person-resumed', 'resumed', 'VW-SS2A-68Z0', '{"login":"lang"}', X'', 35, X'0F54C9BB51CEAE02F1F63CF6014CB71D405763F817137A9591EA7A257623BB5F');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (36, 1795356123543789, 'lang', 'Tanja Lang', 'desk-1', 6996833026066344106, 'K 12 34', 'caution-raised', 'raised', 'VW-K47A-990Y', '{}', X'C797A44748267C44307A896A780D4744C17385397A152A6732785AA7CCC55F86', 36, X'F32450C2C7B8ADA86A112A739E1C4C8B2EE1D5B5E4A39AC4D3561456D28057C8');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (37, 1795356123546789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'key-rotated', 'announced', 'VW-05X1-44CZ', '{"key_id":"0001020304050607"}', X'', 37, X'CC18007D8820D5E1C947812E725D4E122F9AF0D31204BB65EA40DB00002CEE9E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (4, 1795356123460789, 'lang', 'Tanja Lang', 'desk-1', 8120117653642656710, '6', 'customer-added', 'added', 'VW-P2GH-Z9JF', '{}', X'', 4, X'773C77C21CA2821409CA90AEE1C02C9505D804F4D2A143C14D240A0CC23E3EBF');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (5, 1795356123461789, 'lang', 'Tanja Lang', 'desk-1', 2294042892452040035, '7', 'customer-added', 'added', 'VW-BDN4-WSCF', '{}', X'', 5, X'6710FCEFA51960E92C8EBD4F3CCD28E137035340B04A9AC03857AF0EC9D39F9B');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (6, 1795356123464789, 'lang', 'Tanja Lang', 'desk-1', 7653425009796449984, '004711', 'password-set', 'until-changed', 'VW-YHKQ-CJZS', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"65536","passes":"3"}', X'B558703AD0FBD4CAD663A575CCE77F694B67136314D3FE11BAE36B9555D5C27F', 6, X'69E04D85EC9AF28C3BB4AC25F9842DC8DB5FB0512A1E8528CB10EE6CAA65FF5E');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (7, 1795356123465789, 'lang', 'Tanja Lang', 'desk-1', NULL, '', 'policy-changed', 'changed', 'VW-FXQB-ERXK', '{"memory_kib":"65536 → 19456","passes":"3 → 2"}', X'', 7, X'79FBC5EBD7ED437D0B3CA803F4590DF37C9BF4DC5A5DD028BEA848C2964EF2F1');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (8, 1795356123467789, 'lang', 'Tanja Lang', 'desk-1', 6996833026066344106, 'K 12 34', 'password-set', 'until-changed', 'VW-P7BG-EYMC', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'F978827E9B80A0E2045CDE8E9CC86E7D2C95902964419C5D919AA7D05CA1A8BA', 8, X'4A07ECE0B7014D95C2E33930608A32167B65FEEB4E30FC1431783FA6B408B8EA');
INSERT INTO journal (id, at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details, personal_digest, sequence, digest) VALUES (9, 1795356123469789, 'lang', 'Tanja Lang', 'desk-1', 8979101961990714372, '5', 'password-set', '24h', 'VW-99AV-ZG8M', '{"check":"callback","key_id":"c314c339d67f7baf","memory_kib":"19456","passes":"2"}', X'F38CB34DA9D9DCED0574377CD60486261585C50FB49D9B1E29300FC8E62AB01D', 9, X'DEC721433655184608A7DA20050D111AD8045C0C3A4AF4FBFEFA6AEDD921C3C8');
INSERT INTO journal_personal (entry, salt, content) VALUES (10, X'2A2745F0FA616EDF18DC8917E00EB91C', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (13, X'CA6A8F29AD83BD5D205C674AF993B715', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (14, X'2530B78A8B9EE64F0B87362B00917360', '{"reason":"left"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (15, X'DA59F82C2CAD9A857294480B78A46985', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (30, X'7B486C5F14BD5698352C4A731718FB2C', '{"reason":"called back"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (36, X'C2077CFA3BBC69AFFF7128B3B1F34CD4', '{"text":"tried three birthdays"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (6, X'20A370512A204DCDB90FF552F48E309D', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (8, X'FBB4323A685D51D3C8FEB8EFA87CEE39', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_personal (entry, salt, content) VALUES (9, X'A39789E23CF5699200BFA3C2A42619CB', '{"note":"answered at the known number","reference":"T-4711"}');
INSERT INTO journal_mark (name, sequence, digest) VALUES ('head', 37, X'CC18007D8820D5E1C947812E725D4E122F9AF0D31204BB65EA40DB00002CEE9E');
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

-- Customers, cautions, and the index that searches go through.

-- place counts up from 1 in the order of entry. It is small and dense, so the index refers to it;
-- everybody else refers to id, which is random and never used again. Lists hold one item a line.
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

-- National telephone numbers in digits; code is the calling code, 0 where it is not known.
CREATE TABLE customer_phone (
    national TEXT NOT NULL,
    code     INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    PRIMARY KEY (national, code, place)
) STRICT, WITHOUT ROWID;

-- Whole folded words and how names sound. No copy of the text, no positions: a list of places for
-- each word is all that a search needs, and it can stop after the first few.
CREATE VIRTUAL TABLE customer_word USING fts5 (
    tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

-- The same for every three neighbouring characters, spaces between words included.
CREATE VIRTUAL TABLE customer_part USING fts5 (
    parts, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);

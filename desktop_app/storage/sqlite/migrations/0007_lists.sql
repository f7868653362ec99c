-- What is remembered of imported customer lists.

-- The columns of each kind of list, index and field, one a line.
CREATE TABLE list_mapping (
    kind     TEXT PRIMARY KEY CHECK (length(kind) = 64),
    columns  TEXT NOT NULL CHECK (length(columns) <= 4000),
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The active customers that the newest list did not have, of those that were looked at for that.
CREATE TABLE missing_customer (
    place   INTEGER PRIMARY KEY REFERENCES customer (place) ON DELETE CASCADE,
    list_id TEXT NOT NULL
) STRICT;

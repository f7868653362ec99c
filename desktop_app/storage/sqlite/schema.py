"""Whether a database file has the schema of this program and nothing else.

A trigger or a view that somebody added works inside the transactions of this program: a charge
that is deleted at once, a verdict that no journal entry tells of. So a file with anything more,
less or else than the migrations make is not used.
"""

import sqlite3
from contextlib import closing

from desktop_app.storage.sqlite.migrations import migrate

_TABLES = """
    SELECT name FROM sqlite_schema AS entry
    WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
      AND NOT EXISTS (
          SELECT 1 FROM sqlite_schema AS virtual
          WHERE virtual.sql LIKE 'CREATE VIRTUAL TABLE %'
            AND entry.name LIKE virtual.name || '~_%' ESCAPE '~')
    ORDER BY name
"""

Schema = tuple[tuple[str, str, str, str], ...]
"""Kind, name, table and text of everything in a schema, in order."""

# What ANALYZE leaves; no object of a schema can be made under such a name otherwise.
_STATISTICS = "sqlite~_stat%"

_OBJECTS = """
    SELECT ifnull(type, ''), ifnull(name, ''), ifnull(tbl_name, ''), ifnull(sql, '')
    FROM sqlite_schema WHERE name IS NULL OR name NOT LIKE ? ESCAPE '~'
"""


def own_schema() -> Schema:
    """The schema that the migrations make, the tables of the search index included."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh)
        return schema_of(fresh)


def schema_of(connection: sqlite3.Connection) -> Schema:
    """The schema of a database as it stands in the file."""
    return tuple(sorted(tuple(row) for row in connection.execute(_OBJECTS, (_STATISTICS,))))


def tables_of(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The columns of every table, without those in which SQLite keeps a virtual table's content."""
    found = connection.execute(_TABLES).fetchall()
    return {
        name: tuple(
            column[0]
            for column in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
        )
        for (name,) in found
    }


class CheckedConnection(sqlite3.Connection):
    """A connection that remembers for which state of the schema it was found to be the own one.

    ``checked`` is SQLite's counter of changes to the schema, None before the first check.
    """

    checked: int | None = None

    def has_schema(self, expected: Schema) -> bool:
        """Whether the schema is the expected one; cheap while it stays as it is.

        For use inside a transaction, so that nothing changes between the check and the work.
        """
        state = int(self.execute("PRAGMA schema_version").fetchone()[0])
        if state == self.checked:
            return True
        if schema_of(self) != expected:
            return False
        self.checked = state
        return True

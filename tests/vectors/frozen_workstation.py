"""Workstation databases of released schemas as SQL text, and how the present one is frozen.

``python -m tests.vectors.frozen_workstation`` writes the file of the present schema where there is
none yet. A released file is never written again: it is what users have on their disks.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.core.entities import Person, Role
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.migrations import known_version
from tests.vectors.frozen_team import FOLDER, about_line, expectations, fill

PERSON = Person("lang", "Tanja Lang", Role.ADMIN)


class _Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 2, 3, 456789, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def thaw(path: Path, target: Path) -> None:
    """Make the database file that was frozen."""
    with closing(sqlite3.connect(target)) as connection:
        connection.executescript(path.read_text(encoding="utf-8"))


def freeze(target: Path) -> None:
    """Fill a database of the present schema and write it to ``target``."""
    clock = _Clock()
    with TemporaryDirectory() as folder:
        path = Path(folder, "workstation.db")
        database = SqliteDatabase(path, PERSON, "desk-1", clock)
        try:
            database.create()
            fill(database, PERSON.login)
            about = expectations(database, clock)
        finally:
            database.close()
        with closing(sqlite3.connect(path)) as connection:
            lines = [about_line(about), *_statements(connection)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    """SQL that makes the database anew, with the search index as it is.

    ``Connection.iterdump`` reads every table, and those of the index keep no text to be read.
    """
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]};"
    yield "BEGIN;"
    objects = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema"
        " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid"
    ).fetchall()
    tables = [(name, sql) for kind, name, sql in objects if kind == "table"]
    virtual = {name for name, sql in tables if sql.startswith("CREATE VIRTUAL")}
    of_index = {name for name, _ in tables if name.rpartition("_")[0] in virtual}
    for name, sql in tables:
        if name not in of_index:
            yield f"{sql};"
    for name in [each for each, _ in tables if each not in virtual] + ["sqlite_sequence"]:
        if name in of_index or name == "sqlite_sequence":
            yield f"DELETE FROM {name};"  # noqa: S608 - names in the file
        yield from _rows(connection, name)
    for kind, _, sql in objects:
        if kind != "table":
            yield f"{sql};"
    yield "COMMIT;"


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]
    quoted = " || ', ' || ".join(f"quote({column})" for column in columns)
    insert = f"INSERT INTO {table} ({', '.join(columns)})"
    query = f"SELECT {quoted} FROM {table} ORDER BY 1"  # noqa: S608 - names in the file
    for (values,) in connection.execute(query):
        yield f"{insert} VALUES ({values});"


if __name__ == "__main__":
    file = FOLDER / f"workstation_schema_{known_version()}.sql"
    if file.exists():
        sys.exit(f"{file.name} is frozen already")
    freeze(file)

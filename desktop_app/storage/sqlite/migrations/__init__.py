"""Numbered steps that bring a workstation database to the newest schema.

A step is one SQL file ``NNNN_name.sql``; its number is the schema version it leads to. Steps
import no project code, so a released one means the same for ever and is never edited.
"""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from desktop_app.core.errors import DatabaseNewerError

APPLICATION_ID = 0x57575244  # "WWRD" in the file's header, so that tools can name the file


def steps() -> dict[int, str]:
    """The SQL text of every step by the schema version it leads to, in order."""
    found = {
        int(entry.name[:4]): entry.read_text(encoding="utf-8")
        for entry in files(__name__).iterdir()
        if entry.name.endswith(".sql")
    }
    return dict(sorted(found.items()))


def known_version() -> int:
    """The newest schema this program knows."""
    return max(steps())


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that are missing, each in one transaction of its own.

    The lock of each transaction is taken before the version is read, so two processes that start
    at once do not take a step twice.

    Raises:
        DatabaseNewerError: a newer program wrote the database.
    """
    known = steps()
    while version(connection, max(known)) < max(known):
        connection.execute("BEGIN EXCLUSIVE")
        try:
            present = version(connection, max(known))
            if present < max(known):
                number = present + 1
                for statement in statements(known[number]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def version(connection: sqlite3.Connection, known: int) -> int:
    """The schema version of a database.

    Raises:
        DatabaseNewerError: it is newer than ``known``.
    """
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > known:
        raise DatabaseNewerError(found=found, known=known)
    return found


def statements(script: str) -> Iterator[str]:
    """The single statements of a script, bodies of triggers in one piece.

    ``Connection.executescript`` would commit first, and a step must be one transaction. A
    statement ends at the end of a line.
    """
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        raise ValueError("a step ends in the middle of a statement")

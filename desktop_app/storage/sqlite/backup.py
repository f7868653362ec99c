"""A safe copy of the database file while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.core.entities import EventKind
from desktop_app.core.errors import DiskFullError, FileUnusableError, StorageError
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.faults import translated
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.private_file import private_draft, publish


def back_up(connections: Connections, journal: JournalWriter, target: Path) -> None:
    """Copy the database into the new file ``target``, readable by this user only.

    The copy shows one moment; checks go on while it is made. A copy that fails leaves nothing.

    Raises:
        FileUnusableError: the target exists or cannot be written.
        StorageError: the database cannot be used.
    """
    if target.exists():
        raise FileUnusableError(str(target), "exists")
    with private_draft(target) as unfinished:
        with connections.read() as source:
            _copy(source, unfinished, target)
        with connections.write() as connection:
            # A file name may have bytes that are no text.
            details = {"file": target.name.encode("utf-8", "replace").decode("utf-8")}
            journal.write(connection, EventKind.BACKED_UP, "backed-up", details=details)
            publish(unfinished, target)


def _copy(source: sqlite3.Connection, unfinished: Path, target: Path) -> None:
    source.execute("SELECT 1 FROM sqlite_schema").fetchone()  # from here on the view stands still
    try:
        with translated(unfinished), closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
    except DiskFullError as error:
        raise FileUnusableError(str(target), "full") from error
    except StorageError as error:
        raise FileUnusableError(str(target), "failed") from error

"""The one place where SQLite's failures become the typed errors of core."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from desktop_app.core.errors import (
    DatabaseBusyError,
    DatabaseMissingError,
    DatabaseReadOnlyError,
    DatabaseUnreadableError,
    DiskFullError,
    StorageError,
)

_PRIMARY = 0xFF  # an extended result code keeps its primary code in the low byte

_WITHOUT_PATH: Mapping[int, type[StorageError]] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: DatabaseBusyError,
        sqlite3.SQLITE_LOCKED: DatabaseBusyError,
        sqlite3.SQLITE_PROTOCOL: DatabaseBusyError,
        sqlite3.SQLITE_FULL: DiskFullError,
        sqlite3.SQLITE_READONLY: DatabaseReadOnlyError,
        sqlite3.SQLITE_IOERR: StorageError,
    }
)
_UNREADABLE: Mapping[int, str] = MappingProxyType(
    {
        sqlite3.SQLITE_CANTOPEN: "rights",
        sqlite3.SQLITE_PERM: "rights",
        sqlite3.SQLITE_AUTH: "rights",
        sqlite3.SQLITE_CORRUPT: "damaged",
        sqlite3.SQLITE_FORMAT: "damaged",
        sqlite3.SQLITE_NOTADB: "foreign",
    }
)


class AlteredValueError(Exception):
    """Stored rules that this program would not have taken."""


class DamagedValueError(Exception):
    """A stored value that means nothing."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise a ``StorageError`` for what can happen to the database file at ``path``.

    Failures that only a bug can cause (wrong SQL, a broken constraint) propagate unchanged.
    """
    try:
        yield
    except AlteredValueError as error:
        raise DatabaseUnreadableError(str(path), "altered") from error
    except DamagedValueError as error:
        raise DatabaseUnreadableError(str(path), "damaged") from error
    except sqlite3.Error as error:
        typed = _typed(error, path)
        if typed is None:
            raise
        raise typed from error


def _typed(error: sqlite3.Error, path: Path) -> StorageError | None:
    """The typed error for a failure, None for a bug."""
    extended: int | None = getattr(error, "sqlite_errorcode", None)
    if extended is None:  # raised by the Python module, not by SQLite
        is_text = str(error).startswith("Could not decode to UTF-8")
        return DatabaseUnreadableError(str(path), "damaged") if is_text else None
    if extended == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        # A trigger speaks where somebody works on the file against the rules of its tables.
        return StorageError()
    code = extended & _PRIMARY
    moved = extended == sqlite3.SQLITE_READONLY_DBMOVED
    if moved or (code == sqlite3.SQLITE_CANTOPEN and not path.exists()):
        return DatabaseMissingError(str(path))
    if code in _UNREADABLE:
        return DatabaseUnreadableError(str(path), _UNREADABLE[code])
    kind = _WITHOUT_PATH.get(code)
    return None if kind is None else kind()

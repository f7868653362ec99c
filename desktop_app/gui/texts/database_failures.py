"""The sentences for a database that cannot be used."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core import errors
from desktop_app.core.entities import JournalFault, JournalFaultKind
from desktop_app.gui.texts.doctor_sentences import journal_fault

translate = QCoreApplication.translate


def _storage(_: errors.StorageError) -> str:
    return translate(
        "Failures", "The database cannot be used. Nothing can be checked until it answers again."
    )


def _database_missing(error: errors.DatabaseMissingError) -> str:
    return translate(
        "Failures",
        "The database file is gone: {path}. Nothing can be checked; put it back or copy a backup"
        " there, then try again.",
    ).format(path=error.path)


def _database_not_made(error: errors.DatabaseNotMadeError) -> str:
    return translate(
        "Failures",
        "There is no database {path}, and nothing was made; import customers or start the window"
        " to begin one, or name another profile.",
    ).format(path=error.path)


def _database_closed(_: errors.DatabaseClosedError) -> str:
    return translate(
        "Failures",
        "Watchword was locked meanwhile and has closed the database. Nothing more was checked;"
        " try again.",
    )


def _database_busy(_: errors.DatabaseBusyError) -> str:
    return translate(
        "Failures",
        "Another program keeps the database locked. Nothing can be checked until it lets go;"
        " close it, then try again.",
    )


def _disk_full(_: errors.DiskFullError) -> str:
    return translate(
        "Failures",
        "The disk is full. Nothing was written, and no try can be counted;"
        " make room, then try again.",
    )


def _database_read_only(_: errors.DatabaseReadOnlyError) -> str:
    return translate(
        "Failures",
        "The database cannot be written to. Nothing can be checked, because no try can be"
        " counted; make the file writable for you, then try again.",
    )


def _database_unreadable(error: errors.DatabaseUnreadableError) -> str:
    match error.reason:
        case "rights":
            text = translate(
                "Failures",
                "You have no right to open {path}. Nothing can be checked; ask whoever set up"
                " this computer.",
            )
        case "foreign":
            text = translate(
                "Failures",
                "{path} is not a Watchword database. Nothing can be checked; move it away or"
                " copy a backup there, then start again.",
            )
        case "altered":
            text = translate(
                "Failures",
                "{path} was changed by something other than Watchword, so its answers prove"
                " nothing. Nothing can be checked; keep a copy, put the newest backup in its"
                " place, and tell whoever answers for it.",
            )
        case _:
            text = translate(
                "Failures",
                "The database {path} is damaged. Nothing can be checked; copy the newest backup"
                " there, then start again.",
            )
    return text.format(path=error.path)


def _database_newer(error: errors.DatabaseNewerError) -> str:
    return translate(
        "Failures",
        "A newer Watchword wrote this database (version {found}, this one knows {known})."
        " Nothing can be checked; install the newer Watchword.",
    ).format(found=error.found, known=error.known)


def _database_on_network(error: errors.DatabaseOnNetworkError) -> str:
    return translate(
        "Failures",
        "{path} lies on a network drive, where this kind of database is not safe. Nothing can be"
        " checked; use a folder of this computer, or a shared PostgreSQL database for a team.",
    ).format(path=error.path)


def _journal_fault(error: errors.JournalFaultError) -> str:
    return journal_fault(JournalFault(error.sequence, JournalFaultKind(error.kind)))


DATABASE_SENTENCES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        errors.StorageError: _storage,
        errors.DatabaseMissingError: _database_missing,
        errors.DatabaseNotMadeError: _database_not_made,
        errors.DatabaseClosedError: _database_closed,
        errors.DatabaseBusyError: _database_busy,
        errors.DiskFullError: _disk_full,
        errors.DatabaseReadOnlyError: _database_read_only,
        errors.DatabaseUnreadableError: _database_unreadable,
        errors.DatabaseNewerError: _database_newer,
        errors.DatabaseOnNetworkError: _database_on_network,
        errors.JournalFaultError: _journal_fault,
    }
)

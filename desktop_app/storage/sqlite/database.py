"""The workstation database as one thing: the file and the stores on it."""

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from desktop_app.core.entities import Person
from desktop_app.core.ports import Clock
from desktop_app.storage.sqlite.backup import back_up
from desktop_app.storage.sqlite.clock_guard import newest_entry_at
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.credentials import SqliteCredentials
from desktop_app.storage.sqlite.customer_rows import read_customers
from desktop_app.storage.sqlite.customers import SqliteCustomers
from desktop_app.storage.sqlite.first_passwords import SqliteFirstPasswords
from desktop_app.storage.sqlite.handover import SqliteHandover, handed_over
from desktop_app.storage.sqlite.journal import SqliteJournal
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.lists import SqliteLists
from desktop_app.storage.sqlite.migrations import known_version, version
from desktop_app.storage.sqlite.policies import SqlitePolicies
from desktop_app.storage.sqlite.schema import tables_of
from desktop_app.storage.sqlite.session import Session
from desktop_app.storage.sqlite.team_figures import SqliteTeamFigures
from desktop_app.storage.sqlite.team_keys import SqliteTeamKeys

BUSY_SECONDS = 3.0


class SqliteDatabase:
    """One SQLite file in use by one person: the storage of ``core.ports``.

    Nothing is opened before the first call, nor after ``close``. Every call may raise a
    ``StorageError``. The file must lie on a local drive: SQLite's locks are not safe elsewhere,
    and the caller makes sure of that.

    ``busy_seconds`` is how long a call waits for another process before ``DatabaseBusyError``.

    Whoever can write the file can also change counters and journal. The limit on tries binds this
    program, not such a person; the chain shows afterwards what was changed.
    """

    def __init__(
        self,
        path: Path,
        person: Person,
        workstation: str,
        clock: Clock,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        session = Session(person, workstation, clock)
        self._connections = Connections(path, busy_seconds)
        self._person = person
        self._writer = JournalWriter(session)
        self._customers = SqliteCustomers(self._connections, session, self._writer)
        self._lists = SqliteLists(self._connections, session, self._writer)
        self._credentials = SqliteCredentials(self._connections, session, self._writer)
        self._first_passwords = SqliteFirstPasswords(self._connections, session, self._writer)
        self._journal = SqliteJournal(self._connections, session, self._writer, read_customers)
        self._policies = SqlitePolicies(self._connections, session, self._writer)
        self._team_keys = SqliteTeamKeys(self._connections, session, self._writer)
        self._team_figures = SqliteTeamFigures(self._connections, session)

    @property
    def person(self) -> Person:
        """Who uses it."""
        return self._person

    @property
    def customers(self) -> SqliteCustomers:
        """The customers."""
        return self._customers

    @property
    def lists(self) -> SqliteLists:
        """What is known about imported customer lists."""
        return self._lists

    @property
    def credentials(self) -> SqliteCredentials:
        """The telephone passwords."""
        return self._credentials

    @property
    def first_passwords(self) -> SqliteFirstPasswords:
        """First passwords for many."""
        return self._first_passwords

    @property
    def journal(self) -> SqliteJournal:
        """The journal."""
        return self._journal

    @property
    def policies(self) -> SqlitePolicies:
        """The rules."""
        return self._policies

    @property
    def team_keys(self) -> SqliteTeamKeys:
        """The team's keys."""
        return self._team_keys

    @property
    def team_figures(self) -> SqliteTeamFigures:
        """The figures of the team page."""
        return self._team_figures

    def create(self) -> None:
        """Make the file with an empty database in it.

        Opening never does this: a file that has disappeared must not come back empty.

        Raises:
            FileUnusableError: the file exists or cannot be made.
        """
        self._connections.create()

    def open(self) -> None:
        """Open the file now and bring an older schema up to date, instead of at the first call.

        After ``close`` this is the only way back.

        Raises:
            DatabaseMissingError: there is no file.
            DatabaseNewerError: a newer program wrote it.
            DatabaseUnreadableError: it is no database of this program, damaged, or not accessible.
            StorageError: it cannot be used for another reason.
        """
        self._connections.allow()
        with self._connections.read():
            pass

    def schema_version(self) -> int:
        """The schema's version."""
        with self._connections.read() as connection:
            return version(connection, known_version())

    def newest_entry_at(self) -> datetime | None:
        """When the journal's last entry was written by this computer's clock of that moment."""
        with self._connections.read() as connection:
            return newest_entry_at(connection)

    def tables(self) -> dict[str, tuple[str, ...]]:
        """Every table with its columns; of the search index those that the program names."""
        with self._connections.read() as connection:
            return tables_of(connection)

    def is_intact(self) -> bool:
        """Whether SQLite finds the file's structure sound; reads all of it."""
        with self._connections.read() as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
            return str(found[0]) == "ok"

    def backup(self, target: Path) -> None:
        """Copy the database into a new file while it is in use; journalled.

        Raises:
            FileUnusableError: the file exists or cannot be written.
        """
        back_up(self._connections, self._writer, target)

    def handed_over(self) -> AbstractContextManager[SqliteHandover]:
        """Everything in it for a shared database; nobody writes as long as the block lasts."""
        return handed_over(self._connections, self._policies, self._team_keys)

    def close(self) -> None:
        """Close every connection, also those that other threads have left behind.

        One in use is closed when its transaction ends. Every later call raises
        ``DatabaseClosedError`` until ``open``.
        """
        self._connections.close()

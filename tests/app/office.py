"""What was there before somebody starts the application, and what others do to its files."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.app import App
from desktop_app.core.entities import (
    CustomerDraft,
    EventKind,
    IdentityCheck,
    JournalQuery,
    PasswordState,
    Validity,
)
from desktop_app.core.errors import DiskFullError
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.registry import profile_of
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.window.workplace import Workplace

CHEAP = Policy(memory_kib=19 * 1024, passes=2)
"""The cheapest hash that a workstation computes, so that tests stay quick."""

WORD = "Zebra 58"
"""The telephone password of Jonas Weber."""

PASSPHRASE = "kupfer segel achtung linde morgen 7"

CUSTOMERS = (
    CustomerDraft(
        number="104233",
        name="Jonas Weber",
        company="Weber GmbH",
        phones=("+4968515550137",),
        emails=("jonas@weber.example",),
        country="DE",
    ),
    CustomerDraft(number="104234", name="Anna Meyer", phones=("+4315550199",), country="AT"),
    CustomerDraft(number="104235", name="Tarek Maier", company="Nordlicht KG", country="DE"),
)


class Office:
    """A profile with three customers; the first has a telephone password."""

    def __init__(self, place: Workplace) -> None:
        self.place = place

    @property
    def database(self) -> Path:
        """The database file."""
        return self.place.folders.database(self.place.profile)

    def furnish(self, policy: Policy = CHEAP) -> None:
        """Make the database, its key and its customers; the key counts as saved."""
        with self.opened() as opened:
            opened.require_key()
            opened.storage.policies.save(policy)
            for draft in CUSTOMERS:
                opened.storage.customers.add(draft)
            self.set_password(opened)
            opened._note_recovery_file()

    def save_key(self) -> Path:
        """Save the team key into a recovery file, which takes a slow hash."""
        path = self.place.folders.data.parent / "recovery.wwkey"
        with self.opened() as opened:
            opened.save_recovery_file(path, Secret(PASSPHRASE))
        return path

    @contextmanager
    def opened(self) -> Iterator[OpenProfile]:
        """The profile as another process has it open."""
        opened = profile_of(self.place.profile, self.place.folders).open()
        try:
            yield opened
        finally:
            opened.storage.close()

    @staticmethod
    def set_password(opened: OpenProfile, number: str = "104233", word: str = WORD) -> None:
        """Set a telephone password after a call-back."""
        customer = opened.storage.customers.find_number(number)
        check = IdentityCheck("callback", "T-4711")
        opened.enrolment.set(customer.id, Secret(word), check, Validity.UNTIL_CHANGED)

    def state(self, number: str = "104233") -> PasswordState:
        """How this customer's telephone password stands."""
        with self.opened() as opened:
            customer = opened.storage.customers.find_number(number)
            return opened.storage.customers.details(customer.id).standing.state

    def journal(self) -> list[str]:
        """What is recorded, newest first."""
        with self.opened() as opened:
            assert opened.storage.journal.verify().fault is None
            entries = opened.storage.journal.entries(JournalQuery(limit=50))
            return [entry.kind.value for entry in entries]

    @contextmanager
    def full_disk(self, app: App) -> Iterator[None]:
        """No page can be added to the file that a running application has open."""
        assert app._work is not None
        assert app._work._opened is not None
        storage = app._work._opened.session.storage
        assert isinstance(storage, SqliteDatabase)
        self._set_pages(storage, 1)  # SQLite makes it the present number
        full = False
        while not full:
            try:
                storage.journal.record(EventKind.EXPORTED, "journal", {})
            except DiskFullError:
                full = True
        yield
        self._set_pages(storage, 1_000_000)

    @staticmethod
    def _set_pages(storage: SqliteDatabase, most: int) -> None:
        """On every connection that is idle, for the next call takes one of them."""
        for connection in storage._connections._idle:
            connection.execute(f"PRAGMA max_page_count = {most}")

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """The file as another program sees it, without a transaction of its own."""
        with closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            yield connection

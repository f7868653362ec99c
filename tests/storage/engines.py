"""A database of each engine for tests, with a clock that they move."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from desktop_app.core.entities import (
    Customer,
    CustomerDraft,
    IdentityCheck,
    NewCredential,
    Person,
    Role,
    SubmissionState,
    Validity,
    Verdict,
    VerifierParameters,
)
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from desktop_app.core.secret import Secret
from desktop_app.storage.sqlite.database import SqliteDatabase

AGENT = Person("agent", "Anna Agent", Role.AGENT)
OTHER_AGENT = Person("other", "Otto Other", Role.AGENT)
LEAD = Person("lead", "Lea Lead", Role.LEAD)
ADMIN = Person("admin", "Ada Admin", Role.ADMIN)

KEY_ID = b"key id 1"
CHECK = IdentityCheck("callback", "T-4711", "answered at the known number")


class MovableClock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 2, 3, 456789, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, span: timedelta) -> None:
        self.now += span


class Engine(Protocol):
    """One empty database of one engine, opened as whoever a test wants."""

    clock: MovableClock

    def open(self, person: Person) -> Storage:
        """A storage of its own on the same database."""
        ...


class SqliteEngine:
    """A new SQLite file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovableClock()
        self.busy_seconds = 0.05
        self.path = folder / "data" / "watchword.sqlite3"
        self._opened: list[SqliteDatabase] = []
        self.open(ADMIN).create()

    def open(self, person: Person) -> SqliteDatabase:
        database = SqliteDatabase(
            self.path, person, "desk-1", self.clock, busy_seconds=self.busy_seconds
        )
        self._opened.append(database)
        return database

    def close(self) -> None:
        for database in self._opened:
            database.close()

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """The file in the hands of somebody who can write it; committed at the end."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            yield connection

    @contextmanager
    def unguarded(self) -> Iterator[sqlite3.Connection]:
        """The same without the triggers that stop mistakes; afterwards they are back."""
        with self.raw() as connection:
            triggers = connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            ).fetchall()
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            yield connection
            for _, text in triggers:
                connection.execute(text)


def add_customer(storage: Storage, number: str = "104233") -> Customer:
    return storage.customers.add(CustomerDraft(number=number, name="Jonas Weber", company="Weber"))


def digest_of(word: str) -> Secret[bytes]:
    """Stands for what a workstation computes with Argon2 and the team key."""
    return Secret(hashlib.sha256(word.encode()).digest())


def credential_of(word: str, policy: Policy | None = None, key_id: bytes = KEY_ID) -> NewCredential:
    rules = policy or Policy()
    parameters = VerifierParameters(
        salt=uuid4().bytes,
        memory_kib=rules.memory_kib,
        passes=rules.passes,
        lanes=rules.lanes,
        norm_version=1,
        kdf_version=1,
        key_id=key_id,
    )
    return NewCredential(parameters, hashlib.sha256(digest_of(word).reveal()).digest())


def set_password(
    storage: Storage,
    customer: Customer,
    word: str = "right",
    validity: Validity = Validity.UNTIL_CHANGED,
) -> None:
    storage.credentials.set(customer.id, credential_of(word), validity, CHECK)


def submit(storage: Storage, customer: Customer, word: str) -> UUID:
    """Submit a try that must be charged; its attempt."""
    attempt = uuid4()
    generation = storage.credentials.challenge(customer.id).generation
    submission = storage.credentials.submit(attempt, customer.id, generation, digest_of(word))
    assert submission.state is SubmissionState.CHARGED
    return attempt


def check(storage: Storage, customer: Customer, word: str) -> Verdict:
    """One whole check, refused or evaluated."""
    attempt = uuid4()
    challenge = storage.credentials.challenge(customer.id)
    digest = digest_of(word)
    submission = storage.credentials.submit(attempt, customer.id, challenge.generation, digest)
    if submission.verdict is not None:
        return submission.verdict
    assert submission.state is SubmissionState.CHARGED
    return storage.credentials.result(attempt)

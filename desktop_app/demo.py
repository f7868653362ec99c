"""The demo: a throw-away workstation database with invented customers and a key in memory."""

import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import (
    Customer,
    CustomerDraft,
    IdentityCheck,
    ImportRow,
    NewCredential,
    Person,
    Role,
    TeamKey,
    Validity,
)
from desktop_app.core.invented_customers import invent_customers
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.folders import Folders
from desktop_app.system.memory_keys import MemoryKeys
from desktop_app.system.people import WorkstationUser

CUSTOMERS = 2_000
PASSWORDS = ("Ahorn 42", "Kranich 86", "Laterne 57")
"""The demo passwords of the first customers; everybody can read them on the screen."""

_COLLEAGUE = Person("colleague", "Lukas Berger", Role.LEAD)
"""Who has made the wrong tries: the person at the demo starts with none."""

_WITH_PASSWORD = 120
_LOCKED_EVERY = 40
_FIELDS = frozenset(CustomerDraft.__dataclass_fields__) - {"active"}


@dataclass(frozen=True, slots=True)
class Demo:
    """A filled demo database; ``to_try`` are number, name and password of three customers."""

    storage: SqliteDatabase
    keys: MemoryKeys
    to_try: tuple[tuple[str, str, str], ...]


class DemoFolder:
    """The folder of the demo, which disappears with everything in it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(
            prefix="watchword-demo-", ignore_cleanup_errors=True
        )
        self.folders = Folders.within(Path(self._folder.name))

    def remove(self) -> None:
        """Remove it now."""
        self._folder.cleanup()


def open_demo(folders: Folders, user: WorkstationUser, clock: Clock) -> Demo:
    """Make and fill the demo database; takes about two seconds.

    Raises:
        FileUnusableError: it cannot be made.
        StorageError: it cannot be written.
    """
    person = Person(user.login, user.name, Role.ADMIN)
    storage = SqliteDatabase(folders.database("demo"), person, user.workstation, clock)
    storage.create()
    key = verifier.new_team_key()
    keys = MemoryKeys((key,))
    drafts = list(invent_customers(CUSTOMERS))
    storage.customers.import_rows(
        (ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)),
        _FIELDS,
        source="demo",
        trial=False,
        on_reject=lambda _row: None,
        on_progress=lambda _rows: None,
    )
    customers = [
        storage.customers.find_number(draft.number)
        for draft in _reachable_first(drafts)[:_WITH_PASSWORD]
    ]
    _set_readable(storage, keys, customers)
    colleague = SqliteDatabase(folders.database("demo"), _COLLEAGUE, user.workstation, clock)
    _set_unknown(colleague, key, customers[len(PASSWORDS) :])
    colleague.close()
    storage.journal.seal()
    to_try = tuple(
        (customer.number, customer.name or customer.company, password)
        for customer, password in zip(customers, PASSWORDS, strict=False)
    )
    return Demo(storage, keys, to_try)


def _reachable_first(drafts: list[CustomerDraft]) -> list[CustomerDraft]:
    """Active customers with a telephone number first: a call-back needs one on file."""
    return sorted(drafts, key=lambda draft: not (draft.phones and draft.active))


def _set_readable(storage: SqliteDatabase, keys: MemoryKeys, customers: list[Customer]) -> None:
    enrolment = Enrolment(storage.customers, storage.credentials, storage.policies, keys)
    check = IdentityCheck("callback", "demo")
    for customer, password in zip(customers, PASSWORDS, strict=False):
        enrolment.set(customer.id, Secret(password), check, Validity.UNTIL_CHANGED)


def _set_unknown(storage: SqliteDatabase, key: TeamKey, customers: list[Customer]) -> None:
    """Passwords that nobody knows, without a hash each; some of them are locked."""
    policy = storage.policies.load()
    for position, customer in enumerate(customers):
        parameters = verifier.new_parameters(policy, key)
        credential = NewCredential(parameters, secrets.token_bytes(verifier.KEY_BYTES))
        check = IdentityCheck("id-document", "demo")
        storage.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, check)
        if position % _LOCKED_EVERY == 0:
            _lock(storage, customer, policy.tries_until_lock)


def _lock(storage: SqliteDatabase, customer: Customer, tries: int) -> None:
    for _ in range(tries):
        attempt = uuid4()
        generation = storage.credentials.challenge(customer.id).generation
        digest = Secret(secrets.token_bytes(verifier.KEY_BYTES))
        storage.credentials.submit(attempt, customer.id, generation, digest)
        storage.credentials.result(attempt)

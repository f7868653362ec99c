"""What core needs from the outside: the storage engines, the keys and the clock.

Every engine passes the same contract tests (``tests/storage/contract``). All calls are synchronous
and may block; the window makes them in the task runner only. Any call may raise a
``StorageError``. Each writing call is one transaction: afterwards it is done and journalled, or
nothing has happened.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol
from uuid import UUID

from desktop_app.core.entities import (
    Caution,
    Challenge,
    Change,
    Customer,
    CustomerDetails,
    CustomerDraft,
    EventKind,
    IdentityCheck,
    ImportCounts,
    ImportProgress,
    JournalEntry,
    JournalQuery,
    JournalReport,
    ListRow,
    NewCredential,
    OwnCheck,
    Person,
    RejectedRow,
    SearchResult,
    Submission,
    TeamKey,
    Validity,
    Verdict,
)
from desktop_app.core.first_password_ports import FirstPasswordStore
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.list_mapping import ListMapping
from desktop_app.core.list_ports import ListStore
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.team_ports import TeamFigureStore, TeamKeyStore

Clock = Callable[[], datetime]
"""The present moment as an aware datetime in UTC."""


class Keys(Protocol):
    """Where the team keys are: the system's keyring, a vault file, or memory in the demo."""

    def current(self) -> TeamKey:
        """The key that new verifiers are made with.

        Raises:
            TeamKeyError: it cannot be had; the subclass says why.
        """
        ...

    def find(self, key_id: bytes) -> TeamKey:
        """The key with this id.

        Raises:
            KeyMismatchError: this workstation has keys, but not that one.
            TeamKeyError: no key can be had; the subclass says why.
        """
        ...


class CustomerStore(Protocol):
    """Customers, and the search in them."""

    def count(self) -> int:
        """How many customers there are."""
        ...

    def search(self, text: str, limit: int = 50) -> SearchResult:
        """The best hits for ``text`` as a person typed it; nothing in it is an operator."""
        ...

    def get(self, customer_id: int) -> Customer:
        """One customer.

        Raises:
            CustomerNotFoundError: there is none (any more).
        """
        ...

    def find_number(self, number: str) -> Customer:
        """The customer with exactly this number.

        Raises:
            CustomerNotFoundError: there is none.
        """
        ...

    def details(self, customer_id: int) -> CustomerDetails:
        """Everything the card shows.

        Raises:
            CustomerNotFoundError: there is none (any more).
        """
        ...

    def add(self, draft: CustomerDraft) -> Customer:
        """Store a new customer under a new random id.

        Raises:
            NumberTakenError: another customer has the number.
            FieldRefusedError: a field cannot be stored.
        """
        ...

    def change(self, before: Customer, after: Customer) -> None:
        """Replace the fields of ``before``, as it was read, by those of ``after``.

        Raises:
            ChangedMeanwhileError: the customer is no longer as in ``before``.
            NumberTakenError: another customer has the new number.
            FieldRefusedError: a field cannot be stored.
        """
        ...

    def import_rows(
        self,
        rows: Iterable[ListRow],
        fields: frozenset[str],
        *,
        source: str,
        trial: bool,
        on_reject: Callable[[RejectedRow], None],
        on_progress: Callable[[ImportProgress], None],
        find_missing: bool = False,
        remember: ListMapping | None = None,
    ) -> ImportCounts:
        """Insert or update customers by number, in one transaction; a trial writes nothing.

        Only ``fields`` of a known customer are replaced; equal rows are left untouched. A number
        that appears a second time is rejected; ``on_reject`` gets all rejected rows in the list's
        order. ``source`` (the file's name) goes into the journal. ``find_missing`` also looks for
        the active customers whose number stands in no row, rejected or not. ``remember`` is kept
        with the import for lists of the same kind. Any exception, KeyboardInterrupt included,
        leaves the database as it was.
        """
        ...

    def export(self) -> Iterator[Customer]:
        """Every customer, ordered by number."""
        ...

    def raise_caution(self, customer_id: int, text: str, seen: Caution | None = None) -> Change:
        """Put a caution on a customer; it replaces ``seen``.

        Raises:
            ChangedMeanwhileError: the customer has another caution by now.
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the text is empty or cannot be stored.
        """
        ...

    def clear_caution(self, customer_id: int, seen: Caution, reason: str) -> Change:
        """Take the caution ``seen`` off a customer; a lead's action.

        Raises:
            ChangedMeanwhileError: the customer has another caution by now, or none.
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the reason is empty or cannot be stored.
        """
        ...

    def delete(self, customer_id: int, reason: str) -> Change:
        """Delete a customer with everything that is known of them; a lead's action.

        The journal keeps its entries with number and receipts, and loses what they say of the
        customer. A check that is under way ends without an answer.

        Raises:
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the reason is empty or cannot be stored.
        """
        ...

    def news(self) -> frozenset[int] | None:
        """Whose cautions have changed, or who was deleted, since the last call; cheap.

        None where that cannot be told, as the first time and after a lost connection: whatever is
        shown may be outdated. The ids come from outside and need belong to nobody.
        """
        ...


class CredentialStore(Protocol):
    """Telephone passwords: the protocol of SECURITY §2 and the changes a lead makes."""

    def within(self, seconds: float, /) -> AbstractContextManager[None]:
        """Inside the block the calls of this thread to a server together take no longer.

        What is not answered by then raises ``NoAnswerError``. A file of this computer has no such
        deadline.
        """
        ...

    def challenge(self, customer_id: int) -> Challenge:
        """State, salt and parameters; never the verifier.

        Raises:
            CustomerNotFoundError: there is no such customer (any more).
        """
        ...

    def submit(
        self, attempt: UUID, customer_id: int, generation: int, digest: Secret[bytes] | None
    ) -> Submission:
        """Charge one wrong try in advance; compare nothing.

        Without a digest a check that cannot be made (locked, blocked, paused, expired, none) is
        recorded and refused. The same attempt again gives the same answer.

        Raises:
            AttemptRefusedError: the attempt id was used with other values, or a digest is needed.
            ClockWrongError: the clock is behind the journal.
        """
        ...

    def result(self, attempt: UUID) -> Verdict:
        """Compare, take the charge back on a match, and say the answer; may be repeated.

        Raises:
            AttemptRefusedError: unknown, not this person's, or more than 5 minutes old.
            ClockWrongError: the clock is behind the journal.
        """
        ...

    def was_charged(self, attempt: UUID) -> bool:
        """Whether a try with this id was counted; for use after a failure."""
        ...

    def refresh(self, attempt: UUID, credential: NewCredential) -> None:
        """Replace the outdated verifier of an attempt that has just matched.

        Raises:
            RefreshRefusedError: one of the conditions of SECURITY §1 does not hold.
        """
        ...

    def set(
        self,
        customer_id: int,
        credential: NewCredential,
        validity: Validity,
        check: IdentityCheck,
    ) -> Change:
        """Store a new telephone password; the old one stops at once."""
        ...

    def remove(self, customer_id: int, reason: str) -> Change:
        """Remove the telephone password.

        Raises:
            NoCredentialError: there is none.
        """
        ...

    def unlock(self, customer_id: int, reason: str) -> Change:
        """End the wait; the counts stay.

        Raises:
            NothingToUnlockError: no wait runs.
        """
        ...

    def resume(self, login: str) -> Change:
        """End the pause of a person's checks and start their counts anew."""
        ...

    def keys_in_use(self) -> dict[bytes, int]:
        """How many telephone passwords there are by the id of the key they were made with."""
        ...

    def current_key_id(self) -> bytes | None:
        """The id of the key that new passwords are made with; None where there was none yet."""
        ...


class JournalStore(Protocol):
    """The journal: read, recorded, sealed and verified; never edited."""

    def entries(self, query: JournalQuery) -> list[JournalEntry]:
        """Entries newest first; a lead's right."""
        ...

    def logins(self) -> dict[str, str]:
        """Everybody in the journal: the newest name by login; a lead's right."""
        ...

    def own_checks(self, since: datetime, limit: int = 20) -> list[OwnCheck]:
        """This person's newest answer for each customer since then, newest first."""
        ...

    def record(self, kind: EventKind, outcome: str, details: dict[str, str]) -> str:
        """Write one entry that stands for no change of data; returns its receipt."""
        ...

    def seal(self) -> None:
        """Number the new entries and chain them; cheap where there are none."""
        ...

    def head(self) -> JournalHead | None:
        """The newest sealed entry, None in an empty journal."""
        ...

    def holds(self, head: JournalHead) -> bool:
        """Whether an entry seen earlier is still there; cheap, unlike ``verify``."""
        ...

    def verify(
        self,
        known: JournalHead | None = None,
        on_progress: Callable[[int], None] | None = None,
    ) -> JournalReport:
        """Recompute the chain; a lead's right, because it reads every entry.

        ``known`` is a head seen earlier, which must still be in it. ``on_progress`` gets the
        number of entries read so far, every few thousand; what it raises ends the reading.
        """
        ...

    def length(self) -> int:
        """How many sealed entries there are: what ``verify`` has to read; cheap."""
        ...

    def prune(self) -> int:
        """Remove the whole months that are older than the policy keeps; returns how many rows."""
        ...


class PolicyStore(Protocol):
    """The team's rules."""

    def load(self) -> Policy:
        """The rules in force."""
        ...

    def save(self, policy: Policy, before: Policy | None = None) -> None:
        """Replace the rules, those of ``before`` where it is given; journalled.

        Raises:
            ChangedMeanwhileError: the rules are no longer as in ``before``.
            FieldRefusedError: a rule is out of its bounds.
        """
        ...


class Storage(Protocol):
    """One opened database with everything in it, used as one person."""

    @property
    def person(self) -> Person:
        """Who uses it."""
        ...

    @property
    def customers(self) -> CustomerStore:
        """The customers."""
        ...

    @property
    def lists(self) -> ListStore:
        """What is known about imported customer lists."""
        ...

    @property
    def credentials(self) -> CredentialStore:
        """The telephone passwords."""
        ...

    @property
    def first_passwords(self) -> FirstPasswordStore:
        """First passwords for many."""
        ...

    @property
    def journal(self) -> JournalStore:
        """The journal."""
        ...

    @property
    def policies(self) -> PolicyStore:
        """The rules."""
        ...

    @property
    def team_keys(self) -> TeamKeyStore:
        """The team's keys."""
        ...

    @property
    def team_figures(self) -> TeamFigureStore:
        """The figures of the team page."""
        ...

    def tables(self) -> dict[str, tuple[str, ...]]:
        """Every table with its columns, as the database has them at this moment."""
        ...

    def open(self) -> None:
        """Open the database; the only way back after ``close``.

        Raises:
            StorageError: it cannot be used; the subclass says why.
        """
        ...

    def close(self) -> None:
        """Close every connection, those in use when their call ends.

        Every later call raises ``DatabaseClosedError`` until ``open``: what is still under way
        when a pause begins opens nothing behind it.
        """
        ...

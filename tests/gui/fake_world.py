"""What the fake stores share: the records in memory, the clock, and the faults on request."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from desktop_app.core import tries as rules
from desktop_app.core import verifier
from desktop_app.core.entities import (
    FIRST_USE_WITHIN,
    Answer,
    Caution,
    Customer,
    EventKind,
    JournalEntry,
    LastCheck,
    NewCredential,
    PasswordState,
    Person,
    Standing,
    TeamKey,
    Validity,
    Verdict,
)
from desktop_app.core.errors import (
    CustomerNotFoundError,
    KeyMismatchError,
    TeamKeyError,
    WatchwordError,
)
from desktop_app.core.list_columns import Column
from desktop_app.core.policy import Policy
from desktop_app.core.receipts import new_receipt
from desktop_app.core.secret import Secret

_GATE_PATIENCE_S = 20


class FakeClock:
    """A clock that stands still until it is moved; by default at 14:07 local time."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or datetime(2026, 11, 22, 14, 7).astimezone(UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, span: timedelta) -> None:
        """Let time pass."""
        self.now += span

    def today_at(self, hour: int, minute: int) -> datetime:
        """A moment of today, given in local time."""
        local = self.now.astimezone().replace(hour=hour, minute=minute, second=0)
        return local.astimezone(UTC)


class FakeKeys:
    """One team key in memory; ``failure`` is raised instead of giving it."""

    def __init__(self, key: TeamKey | None = None) -> None:
        self.key = key or verifier.team_key(Secret(bytes(range(32))))
        self.failure: TeamKeyError | None = None

    def current(self) -> TeamKey:
        if self.failure is not None:
            raise self.failure
        return self.key

    def find(self, key_id: bytes) -> TeamKey:
        key = self.current()
        if key.key_id != key_id:
            raise KeyMismatchError
        return key


@dataclass
class FakeCredential:
    """A stored password; without ``stored`` it looks set, but nothing matches it."""

    set_at: datetime
    set_by: str
    check_method: str = "callback"
    validity: Validity = Validity.UNTIL_CHANGED
    stored: NewCredential | None = None
    tries: rules.Tries = field(default_factory=rules.Tries)
    used: bool = False
    last_failure_at: datetime | None = None

    @property
    def valid_until(self) -> datetime | None:
        if self.validity is Validity.FIRST_USE:
            return self.set_at + FIRST_USE_WITHIN
        one_day = self.validity is Validity.ONE_DAY
        return self.set_at + timedelta(days=1) if one_day else None


@dataclass
class Attempt:
    customer_id: int
    digest: bytes
    generation: int
    at: datetime
    before: rules.Tries
    verdict: Verdict | None = None


@dataclass
class Record:
    customer: Customer
    generation: int = 0
    credential: FakeCredential | None = None
    caution: Caution | None = None
    last_check: LastCheck | None = None


@dataclass
class World:
    clock: FakeClock
    person: Person
    policy: Policy
    records: dict[int, Record] = field(default_factory=dict)
    attempts: dict[UUID, Attempt] = field(default_factory=dict)
    entries: list[JournalEntry] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    failure: WatchwordError | None = None
    paused: bool = False
    mappings: dict[str, tuple[Column, ...]] = field(default_factory=dict)
    missing: dict[str, set[str]] = field(default_factory=dict)
    """The numbers that a list did not have, by its name."""
    lock: threading.RLock = field(default_factory=threading.RLock)
    gate: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def call(self, name: str) -> Iterator[None]:
        with self.lock:
            self.calls.append(name)
        assert self.gate.wait(_GATE_PATIENCE_S), "held for too long"
        with self.lock:
            if self.failure is not None:
                raise self.failure
            yield

    def record(self, customer_id: int) -> Record:
        if customer_id not in self.records:
            raise CustomerNotFoundError(str(customer_id))
        return self.records[customer_id]

    def journal(
        self,
        kind: EventKind,
        outcome: str = "",
        *,
        customer: Customer | None = None,
        at: datetime | None = None,
        person: str = "",
        receipt: str | None = None,
        details: dict[str, str] | None = None,
        personal: dict[str, str] | None = None,
    ) -> JournalEntry:
        entry = JournalEntry(
            id=len(self.entries) + 1,
            sequence=None,
            at=at or self.clock(),
            login=self.person.login,
            person=person or self.person.name,
            workstation="desk-1",
            customer_id=customer.id if customer else None,
            customer_number=customer.number if customer else "",
            customer_name=customer.name if customer else "",
            customer_company=customer.company if customer else "",
            kind=kind,
            outcome=outcome,
            receipt=receipt or new_receipt(),
            details=details or {},
            personal=personal or {},
        )
        self.entries.append(entry)
        return entry

    def standing(self, record: Record) -> Standing:
        credential, now, policy = record.credential, self.clock(), self.policy
        if credential is None:
            return Standing(PasswordState.NONE)
        tries = credential.tries
        expired = credential.used or (
            credential.valid_until is not None and now >= credential.valid_until
        )
        if expired:
            state = PasswordState.EXPIRED
        elif rules.is_blocked(tries, policy):
            state = PasswordState.BLOCKED
        else:
            locked = rules.is_locked(tries, now)
            state = PasswordState.LOCKED if locked else PasswordState.SET
        return Standing(
            state=state,
            tries_allowed=rules.tries_allowed(tries, policy, now),
            tries_left=rules.tries_left(tries, policy, now),
            next_wait=rules.next_wait(tries, policy, now),
            opens_at=tries.locked_until if state is PasswordState.LOCKED else None,
            set_at=credential.set_at,
            set_by=credential.set_by,
            check_method=credential.check_method,
            valid_until=credential.valid_until,
            single_use=credential.validity is Validity.ONE_CALL,
            last_failure_at=credential.last_failure_at,
            attention=tries.in_all >= policy.total_until_attention,
            until_used=credential.validity is Validity.FIRST_USE,
        )

    def answer(self, record: Record, attempt: UUID, answer: Answer) -> Verdict:
        details = {"attempt": str(attempt)}
        entry = self.journal(
            EventKind.VERDICT, answer.value, customer=record.customer, details=details
        )
        record.last_check = LastCheck(answer, entry.at, entry.person, entry.receipt)
        return Verdict(
            attempt, record.customer.id, answer, entry.receipt, entry.at, self.standing(record)
        )

"""A database in memory at the storage port, and what else a window is given in tests and pictures.

It follows the rules of ``core/tries`` and counts, answers and journals as an engine does, but
keeps nothing, ranks simply and guards nothing. ``FakeStorage.failure`` makes every call fail,
``FakeStorage.hold`` makes calls wait.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import (
    Answer,
    Caution,
    Change,
    Customer,
    EventKind,
    JournalEntry,
    JournalFault,
    JournalQuery,
    JournalReport,
    LastCheck,
    OwnCheck,
    Person,
    Role,
)
from desktop_app.core.errors import (
    ChangedMeanwhileError,
    FileUnusableError,
    KeyRotatedError,
    WatchwordError,
)
from desktop_app.core.journal import find_head, head_line
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.team_keys import KeyHolder, KnownKeys
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui.journal.contract import JournalCare
from desktop_app.gui.session import Session
from desktop_app.system.files import written_whole
from tests.gui.fake_credentials import FakeCredentials
from tests.gui.fake_customers import FakeCustomers, FakeLists
from tests.gui.fake_first_passwords import FakeFirstPasswords
from tests.gui.fake_team import FakeTeamFigures
from tests.gui.fake_world import FakeClock, FakeCredential, FakeKeys, World

__all__ = [
    "AGENT",
    "CHEAP_POLICY",
    "LEAD",
    "FakeClock",
    "FakeCredential",
    "FakeKeys",
    "FakeStorage",
    "session_of",
]

AGENT = Person("berger", "Lukas Berger", Role.AGENT)
LEAD = Person("lang", "Tanja Lang", Role.LEAD)
CHEAP_POLICY = Policy(memory_kib=19 * 1024, passes=2)
"""The cheapest hash that a workstation computes, so that tests stay quick."""


class FakeJournal:
    """The journal of a ``FakeStorage``: in order, and with the ``fault`` that a test gives it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.fault: JournalFault | None = None

    def entries(self, query: JournalQuery) -> list[JournalEntry]:
        with self._world.call("entries"):
            places = {entry.id: (entry.at, entry.id) for entry in self._world.entries}
            before = places.get(query.before_id) if query.before_id is not None else None
            wanted = [
                entry
                for entry in sorted(
                    self._world.entries, key=lambda each: places[each.id], reverse=True
                )
                if (query.customer_id is None or entry.customer_id == query.customer_id)
                and (not query.kinds or entry.kind in query.kinds)
                and (not query.outcomes or entry.kind is EventKind.VERDICT)
                and (not query.outcomes or entry.outcome in query.outcomes)
                and query.customer_number in ("", entry.customer_number)
                and query.login in ("", entry.login)
                and query.receipt in ("", entry.receipt)
                and (not query.text or query.text in (entry.receipt, entry.customer_number))
                and (query.since is None or entry.at >= query.since)
                and (query.until is None or entry.at < query.until)
                and (before is None or places[entry.id] < before)
            ]
            return wanted[: query.limit]

    def logins(self) -> dict[str, str]:
        with self._world.call("logins"):
            entries = sorted(self._world.entries, key=lambda each: each.login)
            return {entry.login: entry.person for entry in entries}

    def own_checks(self, since: datetime, limit: int = 20) -> list[OwnCheck]:
        with self._world.call("own_checks"):
            newest: dict[int, OwnCheck] = {}
            for entry in sorted(self._world.entries, key=lambda each: each.at, reverse=True):
                mine = entry.login == self._world.person.login and entry.at >= since
                if mine and entry.kind is EventKind.VERDICT and entry.customer_id is not None:
                    customer = self._world.record(entry.customer_id).customer
                    check = OwnCheck(entry.at, customer, Answer(entry.outcome))
                    newest.setdefault(entry.customer_id, check)
            return list(newest.values())[:limit]

    def record(self, kind: EventKind, outcome: str, details: dict[str, str]) -> str:
        with self._world.call("record"):
            return self._world.journal(kind, outcome, details=details).receipt

    def seal(self) -> None:
        with self._world.call("seal"):
            self._world.entries[:] = [
                replace(entry, sequence=entry.id) for entry in self._world.entries
            ]

    def head(self) -> JournalHead | None:
        with self._world.call("head"):
            entries = self._world.entries
            return JournalHead(len(entries), bytes(32)) if entries else None

    def holds(self, head: JournalHead) -> bool:
        return True

    def verify(
        self,
        known: JournalHead | None = None,
        on_progress: Callable[[int], None] | None = None,
    ) -> JournalReport:
        with self._world.call("verify"):
            count = self.length()
            if on_progress is not None:
                on_progress(count // 2)
        return JournalReport(count, self.head(), self.fault)

    def length(self) -> int:
        return len(self._world.entries)

    def prune(self) -> int:
        return 0


class FakeTeamKeys:
    """A team that has never rotated its key."""

    def __init__(self, world: World) -> None:
        self._world = world

    def known(self) -> KnownKeys:
        with self._world.call("known"):
            return KnownKeys()

    def report(self, key_ids: Collection[bytes]) -> None:
        with self._world.call("report"):
            pass

    def holders(self) -> list[KeyHolder]:
        return []

    def announce(self, key_id: bytes, instead_of: bytes | None = None) -> Change:
        raise KeyRotatedError

    def start(self) -> Change:
        raise KeyRotatedError


class FakePolicies:
    """The rules of a ``FakeStorage``."""

    def __init__(self, world: World) -> None:
        self._world = world

    def load(self) -> Policy:
        with self._world.call("load"):
            return self._world.policy

    def save(self, policy: Policy, before: Policy | None = None) -> None:
        with self._world.call("save"):
            if before is not None and before != self._world.policy:
                raise ChangedMeanwhileError
            self._world.policy = policy
            self._world.journal(EventKind.POLICY_CHANGED)


class FakeStorage:
    """A whole database in memory, used as one person.

    ``failure`` is raised by every call while it is set; ``calls`` lists the calls made so far.
    """

    def __init__(
        self,
        clock: FakeClock | None = None,
        *,
        person: Person = LEAD,
        policy: Policy = CHEAP_POLICY,
    ) -> None:
        self.clock = clock or FakeClock()
        self._world = World(self.clock, person, policy)
        self._world.gate.set()
        self.person = person
        self.customers = FakeCustomers(self._world)
        self.lists = FakeLists(self._world)
        self.credentials = FakeCredentials(self._world)
        self.first_passwords = FakeFirstPasswords(self._world)
        self.journal = FakeJournal(self._world)
        self.policies = FakePolicies(self._world)
        self.team_keys = FakeTeamKeys(self._world)
        self.team_figures = FakeTeamFigures(self._world)
        self.backups: list[Path] = []

    @property
    def calls(self) -> list[str]:
        return list(self._world.calls)

    @property
    def failure(self) -> WatchwordError | None:
        return self._world.failure

    @failure.setter
    def failure(self, error: WatchwordError | None) -> None:
        self._world.failure = error

    @property
    def paused(self) -> bool:
        return self._world.paused

    @paused.setter
    def paused(self, paused: bool) -> None:
        self._world.paused = paused

    def hold(self) -> None:
        """Let every call wait until ``release``."""
        self._world.gate.clear()

    def release(self) -> None:
        """Let the waiting calls go on."""
        self._world.gate.set()

    def put_credential(self, customer: Customer, credential: FakeCredential) -> None:
        """Give a customer a password as if it had been set long ago."""
        record = self._world.record(customer.id)
        record.generation += 1
        record.credential = credential

    def put_password(self, customer: Customer, password: str, keys: FakeKeys) -> None:
        """Give a customer a password that can be checked."""
        stored = verifier.new_credential(
            Secret(password), self._world.policy, customer.id, keys.current()
        )
        set_at = self.clock() - timedelta(days=30)
        self.put_credential(customer, FakeCredential(set_at, "Tanja Lang", stored=stored))

    def put_caution(self, customer: Customer, text: str, raised_by: str) -> None:
        """Put a caution on a customer without a journal entry."""
        caution = Caution(text, raised_by, self.clock())
        self._world.record(customer.id).caution = caution

    def put_last_check(self, customer: Customer, check: LastCheck) -> None:
        """Let the newest check of a customer be this one."""
        self._world.record(customer.id).last_check = check

    def put_own_check(self, customer: Customer, answer: Answer, at: datetime) -> None:
        """Journal an answer of this person at that moment."""
        self._world.journal(EventKind.VERDICT, answer.value, customer=customer, at=at)

    @property
    def policy(self) -> Policy:
        """The rules, also while every call fails."""
        return self._world.policy

    def forget_entries(self) -> None:
        """Empty the journal."""
        self._world.entries.clear()

    def put_entry(
        self,
        kind: EventKind,
        outcome: str,
        customer: Customer | None,
        *,
        at: datetime,
        person: str,
        receipt: str,
        details: dict[str, str] | None = None,
        personal: dict[str, str] | None = None,
    ) -> None:
        """Journal what somebody did at that moment; entries are put in the order of their times."""
        self._world.journal(
            kind,
            outcome,
            customer=customer,
            at=at,
            person=person,
            receipt=receipt,
            details=details,
            personal=personal,
        )

    def backup(self, target: Path) -> None:
        with self._world.call("backup"):
            self.backups.append(target)

    def tables(self) -> dict[str, tuple[str, ...]]:
        return {"customer": ("number", "name")}

    def open(self) -> None:
        """There is nothing to open."""

    def close(self) -> None:
        self.release()


def session_of(
    storage: FakeStorage, keys: FakeKeys | None = None, *, place: str = "This workstation"
) -> Session:
    """An opened profile over ``storage``."""
    keys = keys or FakeKeys()
    return Session(
        storage=storage,
        keys=keys,
        verify=VerifyCaller(storage.credentials, storage.policies, keys),
        enrolment=Enrolment(storage.customers, storage.credentials, storage.policies, keys),
        clock=storage.clock,
        written_whole=written_whole,
        place=place,
        offer_backup=storage.backup,
        journal_care=journal_care_of(storage),
    )


def journal_care_of(storage: FakeStorage) -> JournalCare:
    """A lead's care for the journal of ``storage``; a head is a line in a file."""

    def check(head_file: Path | None, on_progress: Callable[[int], None]) -> JournalReport:
        if head_file is not None and find_head(head_file.read_text("utf-8")) is None:
            raise FileUnusableError(str(head_file), "foreign")
        return storage.journal.verify(None, on_progress)

    def save_head(target: Path) -> JournalHead | None:
        head = storage.journal.head()
        if head is not None:
            target.write_text(f"{head_line(head)}\n", encoding="utf-8")
        return head

    return JournalCare(storage.journal.length, check, save_head)

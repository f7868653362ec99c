"""P1, P2 and P11 in a highly available pair: the primary dies, the standby takes its place.

The primary acknowledges nothing that the standby does not have (``synchronous_standby_names``);
without that no program could promise that a counted try stays counted.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any
from uuid import UUID, uuid4

import pytest

from desktop_app.core import verifier
from desktop_app.core.entities import Answer, JournalQuery, SubmissionState, Validity
from desktop_app.core.errors import NotCheckedError, StorageError
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.server import Server
from desktop_app.system.memory_keys import MemoryKeys
from tests.commands.shared_workplace import SharedWorkplace
from tests.postgres_server import PostgresServer
from tests.postgres_standby import StandbyServer
from tests.stalling_proxy import StallingProxy
from tests.storage.engines import ADMIN, AGENT, CHECK, LEAD, add_customer
from tests.storage.postgres_team import PASSWORD, PostgresTeam, SharedDatabase

FLOOR = Policy(memory_kib=verifier.FLOOR.memory_kib, passes=verifier.FLOOR.passes)
RIGHT, WRONG = Secret("Blue Train"), Secret("blue tram")
COUNTED, TAKEN_BACK = (True, False), (True, True)

DEADLINE = 5.0 + 1.5
"""Seconds in which an agent knows, and what a loaded machine may take to notice."""


class Pair:
    """An agent's check of one customer in a pair of servers, both named in the agent's profile.

    The customer's telephone password is ``blue-train``. The way to the primary leads through
    ``line``; the standby has the same port at another address.
    """

    def __init__(self, shared: SharedDatabase, line: StallingProxy, standby: StandbyServer) -> None:
        self.shared = shared
        self.primary = shared.team.server
        self.line = line
        self.standby = standby
        keys = self.keys = MemoryKeys((verifier.new_team_key(),))
        shared.open(ADMIN).policies.save(FLOOR)
        lead = shared.open(LEAD)
        customer = self.customer = add_customer(lead)
        credential = verifier.new_credential(
            Secret("blue-train"), FLOOR, customer.id, keys.current()
        )
        lead.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)
        self.agent = self.open(AGENT.login)
        self.caller = VerifyCaller(self.agent.credentials, self.agent.policies, keys)
        self.challenge = self.caller.open(customer.id)
        self.digest = verifier.digest(RIGHT, credential.parameters, customer.id, keys.current())

    def open(self, login: str) -> PostgresDatabase:
        """The database wherever it takes writes."""
        address = Server(
            hosts=(self.primary.address, self.standby.address),
            database=self.shared.name,
            port=self.standby.port,
            ca_file=self.primary.ca_file,
        )
        database = PostgresDatabase(address, login, Secret(PASSWORD), "desk-1")
        database.open()
        return database

    def check(self, typed: Secret[str]) -> Answer:
        """The answer of a check."""
        return self.caller.check(self.challenge, typed).verdict.answer

    def submit(self) -> UUID:
        """A right try that was counted."""
        attempt, about = uuid4(), self.challenge
        submission = self.agent.credentials.submit(
            attempt, about.customer_id, about.generation, self.digest
        )
        assert submission.state is SubmissionState.CHARGED
        return attempt

    def not_checked(self, typed: Secret[str]) -> NotCheckedError:
        """The failure of a check."""
        with pytest.raises(NotCheckedError) as caught:
            self.check(typed)
        return caught.value

    def tries(self, server: PostgresServer) -> list[tuple[bool, bool]]:
        """Every try as one of the servers has it: charged, taken back."""
        with server.connect(self.shared.name) as connection:
            rows = connection.execute(
                "SELECT charged, taken_back FROM watchword.attempt ORDER BY sequence"
            ).fetchall()
        return [(bool(charged), bool(back)) for charged, back in rows]

    def attempts(self, server: PostgresServer) -> set[UUID]:
        """The tries that one of the servers knows."""
        with server.connect(self.shared.name) as connection:
            rows = connection.execute("SELECT id FROM watchword.attempt").fetchall()
        return {UUID(str(row[0])) for row in rows}

    def journal_holds(self) -> set[str]:
        """The receipts of a journal that verifies, on the server that is left."""
        lead = self.open(LEAD.login)
        lead.journal.seal()
        assert lead.journal.verify().fault is None
        receipts = {entry.receipt for entry in lead.journal.entries(JournalQuery(limit=1_000))}
        lead.close()
        return receipts


@pytest.fixture(scope="module")
def own_team() -> Iterator[PostgresTeam]:
    """A primary that tests may end, with a certificate for every server of the pair."""
    with PostgresServer(names=(PostgresServer.address, StandbyServer.address, "localhost")) as one:
        yield PostgresTeam(one)


@pytest.fixture
def pair(own_team: PostgresTeam) -> Iterator[Pair]:
    """A new database on both servers, with a warm connection; afterwards the primary is alone."""
    shared = SharedDatabase(own_team)
    primary = own_team.server
    with (
        StallingProxy(primary.port) as line,
        StandbyServer(primary, line.port) as standby,
    ):
        pair = Pair(shared, line, standby)
        yield pair
        pair.agent.close()
        primary.stop()
    (primary.data / "postgresql.auto.conf").write_text("", encoding="ascii")
    primary.start()
    shared.close()


Before = Callable[[str, Callable[[], object]], None]


@pytest.fixture
def before(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> Before:
    """Do harm when a step of the check is about to begin, the first time."""

    def arrange(step: str, harm: Callable[[], object]) -> None:
        call = getattr(pair.agent.credentials, step)
        left = [harm]

        def harmed(*arguments: Any) -> Any:
            if left:
                left.pop()()
            return call(*arguments)

        monkeypatch.setattr(pair.agent.credentials, step, harmed)

    return arrange


def test_a_primary_that_dies_before_the_result_loses_no_try(pair: Pair, before: Before) -> None:
    """Counted and no verdict; the promoted standby has every try, and the next check works."""
    assert pair.check(WRONG) is Answer.DOES_NOT_MATCH
    seen: list[list[tuple[bool, bool]]] = []

    def look_and_cut() -> None:
        seen.append(pair.tries(pair.primary))
        pair.primary.cut_power()

    before("result", look_and_cut)
    assert pair.not_checked(RIGHT).counted is True
    assert seen == [[COUNTED, COUNTED]]
    pair.standby.promote()
    assert pair.tries(pair.standby) == [COUNTED, COUNTED]
    assert pair.check(RIGHT) is Answer.MATCHES
    assert pair.check(WRONG) is Answer.DOES_NOT_MATCH
    assert pair.tries(pair.standby) == [COUNTED, COUNTED, TAKEN_BACK, COUNTED]
    pair.journal_holds()


def test_a_try_lost_with_its_primary_is_found_by_its_id(pair: Pair, before: Before) -> None:
    """Nobody heard that it was counted, and nobody can know until a standby takes over."""
    before("submit", lambda: pair.line.lose_next_answer(pair.primary.cut_power))
    error = pair.not_checked(RIGHT)
    assert error.counted is None
    with pytest.raises(StorageError):
        pair.caller.settle(error)
    pair.standby.promote()
    assert pair.caller.settle(error).counted is True
    assert pair.tries(pair.standby) == [COUNTED]
    assert pair.check(RIGHT) is Answer.MATCHES
    pair.journal_holds()


def test_a_standby_that_takes_over_at_once_answers_the_same_try(pair: Pair, before: Before) -> None:
    """Asked there by its id, the try has its true answer, and stays a failure."""

    def fail_over() -> None:
        pair.primary.cut_power()
        pair.standby.promote()

    before("result", fail_over)
    assert pair.check(WRONG) is Answer.DOES_NOT_MATCH
    assert pair.tries(pair.standby) == [COUNTED]
    assert pair.check(RIGHT) is Answer.MATCHES
    pair.journal_holds()


def test_without_the_standby_there_is_no_verdict_and_one_deadline(pair: Pair) -> None:
    """The primary counts and may not say so; afterwards it is found by the attempt's id."""
    pair.standby.stop()
    begun = time.monotonic()
    error = pair.not_checked(RIGHT)
    assert time.monotonic() - begun < DEADLINE
    assert error.counted is None
    assert pair.caller.settle(error).counted is True
    assert pair.tries(pair.primary) == [COUNTED]


def test_the_command_answers_in_time_without_the_standby(pair: Pair, tmp_path: Path) -> None:
    """Its report of the keys, which is written as well, keeps nobody waiting before the check."""
    desk = SharedWorkplace(tmp_path, pair.shared, AGENT)
    desk.profile.keys().restore(pair.keys.all(), Secret(""))
    verify = ("verify", pair.customer.number, "--password-stdin", "--json")
    assert desk.run(*verify, typed="blue tram\n").code == 3
    pair.standby.stop()
    begun = time.monotonic()
    outcome = desk.run(*verify, typed="blue train\n")
    assert time.monotonic() - begun < DEADLINE
    assert (outcome.code, outcome.document["error"]) == (6, "not-checked")
    assert outcome.document["counted"] in {True, None}
    assert pair.tries(pair.primary) == [COUNTED, COUNTED]


def test_what_was_acknowledged_before_the_end_is_on_the_standby(pair: Pair) -> None:
    """One check after the other until the primary dies: no try, verdict or entry is missing."""
    counted: SimpleQueue[UUID] = SimpleQueue()
    receipts: set[str] = set()

    def go_on_checking() -> None:
        with suppress(StorageError):
            while True:
                attempt = pair.submit()
                counted.put(attempt)
                receipts.add(pair.agent.credentials.result(attempt).receipt)

    checking = Thread(target=go_on_checking)
    checking.start()
    acknowledged = {counted.get(timeout=10) for _ in range(20)}
    pair.primary.cut_power()
    checking.join()
    while not counted.empty():
        acknowledged.add(counted.get())
    pair.standby.promote()
    assert acknowledged <= pair.attempts(pair.standby)
    assert len(receipts) >= len(acknowledged) - 1
    assert receipts <= pair.journal_holds()

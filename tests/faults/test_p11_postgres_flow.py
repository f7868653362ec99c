"""P11 on PostgreSQL through the whole check: whatever happens to the server, "Not checked"."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Any
from uuid import UUID

import pytest

from desktop_app.core import verifier
from desktop_app.core.entities import Answer, Submission, Validity
from desktop_app.core.errors import NotCheckedError, StorageError
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import NoAnswerError, NotConnectedError, ServerReadOnlyError
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.postgres.credentials import PostgresCredentials
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.server import Server
from desktop_app.system.memory_keys import MemoryKeys
from tests.commands.shared_workplace import SharedWorkplace
from tests.postgres_server import PostgresServer
from tests.stalling_proxy import StallingProxy
from tests.storage.engines import ADMIN, AGENT, CHECK, LEAD, add_customer
from tests.storage.postgres_team import PASSWORD, PostgresTeam, SharedDatabase

FLOOR = Policy(memory_kib=verifier.FLOOR.memory_kib, passes=verifier.FLOOR.passes)
RIGHT, WRONG = Secret("Blue Train"), Secret("blue tram")
DEADLINE = 5.0 + 1.5
"""Seconds in which an agent knows, and what a loaded machine may take to notice."""

COUNTED, TAKEN_BACK = (True, False), (True, True)

both_words = pytest.mark.parametrize("typed", [RIGHT, WRONG], ids=["right", "wrong"])


class Line:
    """An agent's check of one customer, on a line to the server that tests do harm to.

    The customer's telephone password is ``blue-train``, hashed as cheaply as may be.
    """

    def __init__(self, shared: SharedDatabase, proxy: StallingProxy) -> None:
        self.shared = shared
        self.proxy = proxy
        keys = self.keys = MemoryKeys((verifier.new_team_key(),))
        shared.open(ADMIN).policies.save(FLOOR)
        lead = shared.open(LEAD)
        customer = self.customer = add_customer(lead)
        credential = verifier.new_credential(
            Secret("blue-train"), FLOOR, customer.id, keys.current()
        )
        lead.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)
        address = shared.team.address(shared.name)
        through = Server(
            hosts=address.hosts, database=shared.name, port=proxy.port, ca_file=address.ca_file
        )
        self.agent = PostgresDatabase(through, AGENT.login, Secret(PASSWORD), "desk-1")
        self.agent.open()
        self.caller = VerifyCaller(self.agent.credentials, self.agent.policies, keys)
        self.challenge = self.caller.open(customer.id)

    def check(self, typed: Secret[str]) -> Answer:
        """The answer of a check."""
        return self.caller.check(self.challenge, typed).verdict.answer

    def not_checked(self, typed: Secret[str]) -> NotCheckedError:
        """The failure of a check, in time."""
        begun = time.monotonic()
        with pytest.raises(NotCheckedError) as caught:
            self.caller.check(self.challenge, typed)
        assert time.monotonic() - begun < DEADLINE
        return caught.value

    def tries(self) -> list[tuple[bool, bool]]:
        """Every try as the server has it: charged, taken back."""
        with self.shared.as_superuser() as server:
            rows = server.execute(
                "SELECT charged, taken_back FROM watchword.attempt ORDER BY sequence"
            )
            return [(bool(charged), bool(back)) for charged, back in rows.fetchall()]

    def sessions(self) -> list[int]:
        """The server's processes for the agent."""
        with self.shared.as_superuser() as server:
            rows = server.execute(
                "SELECT pid FROM pg_stat_activity WHERE usename = 'agent' AND datname = %s",
                (self.shared.name,),
            ).fetchall()
        return [int(str(row[0])) for row in rows]

    def end_sessions(self) -> None:
        """They end, the server goes on."""
        with self.shared.as_superuser() as server:
            for pid in self.sessions():
                server.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))

    def keep_busy(self, seconds: float) -> None:
        """Hold what a check of the customer needs, as a colleague's check does."""
        colleague = self.shared.as_superuser()
        colleague.autocommit = False
        colleague.execute("SELECT FROM watchword.credential FOR UPDATE")

        def end() -> None:
            colleague.rollback()
            colleague.close()

        Timer(seconds, end).start()

    def kill_server(self) -> None:
        """The whole server ends at once and stays away."""
        server = self.shared.team.server
        os.kill(server.postmaster_pid(), signal.SIGQUIT)
        server.stop()

    @contextmanager
    def server_back_afterwards(self) -> Iterator[None]:
        """Start it again when the block ends."""
        try:
            yield
        finally:
            self.shared.team.server.start()

    def set_read_only(self, value: str) -> None:
        """Turn the server into one that takes no changes (``on``), or back (``off``)."""
        with self.shared.team.server.connect() as server:
            server.execute("SET default_transaction_read_only = off")
            server.execute(f"ALTER SYSTEM SET default_transaction_read_only = {value}".encode())
            server.execute("SELECT pg_reload_conf()")
        until = time.monotonic() + 10
        while self._is_read_only() != value:
            assert time.monotonic() < until

    def _is_read_only(self) -> str:
        with self.shared.as_superuser() as server:
            row = server.execute("SHOW default_transaction_read_only").fetchone()
        return str(row[0]) if row else ""


@pytest.fixture(scope="module")
def own_team() -> Iterator[PostgresTeam]:
    """A server that tests may stop, kill and freeze."""
    with PostgresServer() as server:
        yield PostgresTeam(server)


@pytest.fixture
def line(own_team: PostgresTeam) -> Iterator[Line]:
    """A new database on it, with a warm connection."""
    shared = SharedDatabase(own_team)
    with StallingProxy(own_team.server.port) as proxy:
        line = Line(shared, proxy)
        yield line
        line.agent.close()
    shared.close()


Before = Callable[[str, Callable[[], object]], None]


@pytest.fixture
def before(line: Line, monkeypatch: pytest.MonkeyPatch) -> Before:
    """Do harm when a step of the check is about to begin, the first time."""

    def arrange(step: str, harm: Callable[[], object]) -> None:
        call = getattr(line.agent.credentials, step)
        left = [harm]

        def harmed(*arguments: Any) -> Any:
            if left:
                left.pop()()
            return call(*arguments)

        monkeypatch.setattr(line.agent.credentials, step, harmed)

    return arrange


def test_the_line_works_where_nothing_happens(line: Line) -> None:
    """The control: right and wrong are told apart."""
    assert line.check(WRONG) is Answer.DOES_NOT_MATCH
    assert line.check(RIGHT) is Answer.MATCHES


@both_words
def test_killed_before_the_try_is_sent(line: Line, before: Before, typed: Secret[str]) -> None:
    """Nothing was sent, nothing is counted; the failure knows it, and afterwards all works."""
    before("submit", line.kill_server)
    with line.server_back_afterwards():
        error = line.not_checked(typed)
    assert error.counted is False
    assert line.tries() == []
    assert line.check(RIGHT) is Answer.MATCHES


@both_words
def test_killed_after_the_try_was_counted(line: Line, before: Before, typed: Secret[str]) -> None:
    """The server counts and dies before anybody hears: no verdict; later known, counted once."""
    before("submit", lambda: line.proxy.lose_next_answer(line.kill_server))
    with line.server_back_afterwards():
        error = line.not_checked(typed)
        assert error.counted is None
    assert line.caller.settle(error).counted is True
    assert line.tries() == [COUNTED]


@both_words
def test_killed_before_the_result(line: Line, before: Before, typed: Secret[str]) -> None:
    """Counted, and no verdict, whichever the word was."""
    before("result", line.kill_server)
    with line.server_back_afterwards():
        error = line.not_checked(typed)
    assert error.counted is True
    assert line.tries() == [COUNTED]


def test_killed_after_the_result_of_a_match(line: Line, before: Before) -> None:
    """The match is lost on the way: no verdict, and by now the charge is taken back."""
    before("result", lambda: line.proxy.lose_next_answer(line.kill_server))
    with line.server_back_afterwards():
        error = line.not_checked(RIGHT)
        assert error.counted is None
    assert line.caller.settle(error).counted is False
    assert line.tries() == [TAKEN_BACK]


@pytest.mark.parametrize("step", ["submit", "result"])
def test_a_session_that_was_ended_is_replaced(line: Line, before: Before, step: str) -> None:
    """The server is still there: a warm connection that is dead costs nobody a try."""
    before(step, line.end_sessions)
    assert line.check(WRONG) is Answer.DOES_NOT_MATCH
    assert line.tries() == [COUNTED]


def test_a_lost_submission_is_known_as_counted_at_once(line: Line, before: Before) -> None:
    """The line breaks, the server stays: the try is found by its id, not sent a second time."""
    before("submit", lambda: line.proxy.lose_next_answer(lambda: None))
    error = line.not_checked(RIGHT)
    assert error.counted is True
    assert line.tries() == [COUNTED]


def test_a_lost_result_is_asked_for_again(line: Line, before: Before) -> None:
    """The line breaks, the server stays: the same attempt has the same answer."""
    before("result", lambda: line.proxy.lose_next_answer(lambda: None))
    assert line.check(RIGHT) is Answer.MATCHES
    assert line.tries() == [TAKEN_BACK]


@pytest.mark.parametrize(("step", "tries"), [("submit", []), ("result", [COUNTED])])
def test_a_stalled_network_has_no_verdict(
    line: Line, before: Before, step: str, tries: list[tuple[bool, bool]]
) -> None:
    """Nobody can know at first; asked again over a new line, it is known."""
    before(step, line.proxy.stall)
    error = line.not_checked(RIGHT)
    assert isinstance(error.cause, NoAnswerError)
    assert error.counted is None
    with pytest.raises(StorageError):
        line.caller.settle(error)
    line.proxy.cut()
    line.proxy.flow()
    assert line.caller.settle(error).counted is bool(tries)
    assert line.tries() == tries


def test_a_slow_try_and_a_stalled_result_share_one_deadline(line: Line, before: Before) -> None:
    """A colleague keeps the submission waiting, then the network stalls: still known in time."""
    before("submit", lambda: line.keep_busy(2.5))
    before("result", line.proxy.stall)
    error = line.not_checked(RIGHT)
    assert isinstance(error.cause, NoAnswerError)
    assert error.counted is None
    line.proxy.cut()
    line.proxy.flow()
    assert line.caller.settle(error).counted is True


def test_the_command_names_the_try_that_nobody_knows_of(
    line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not checked in time; the journal will tell by the attempt's id, and it was no match."""
    desk = SharedWorkplace(tmp_path, line.shared, AGENT)
    desk.profile.keys().restore(line.keys.all(), Secret(""))
    desk.address(port=line.proxy.port)
    submit = PostgresCredentials.submit

    def stalled(*arguments: Any) -> Submission:
        line.proxy.stall()
        return submit(*arguments)

    monkeypatch.setattr(PostgresCredentials, "submit", stalled)
    verify = ("verify", line.customer.number, "--password-stdin", "--json")
    begun = time.monotonic()
    outcome = desk.run(*verify, typed="blue train\n")
    assert time.monotonic() - begun < DEADLINE
    assert outcome.code == 6
    document = outcome.document
    assert (document["error"], document["counted"]) == ("not-checked", None)
    assert str(UUID(document["attempt"])) == document["attempt"]
    assert "journal shows later" in document["sentence"]


@pytest.mark.parametrize("step", ["submit", "result"])
def test_a_frozen_server_does_nothing_behind_the_answer(
    line: Line, before: Before, step: str
) -> None:
    """What its process still had to do when it wakes up is over before anybody is told."""
    stopped = line.sessions()

    def freeze() -> None:
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)

    before(step, freeze)
    try:
        error = line.not_checked(RIGHT)
        assert error.counted is None
        with pytest.raises(StorageError):
            line.caller.settle(error)
    finally:
        for pid in stopped:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
    told = line.caller.settle(error).counted
    assert not set(line.sessions()) & set(stopped)
    assert told is (line.tries() == [COUNTED])


def test_a_server_that_turned_read_only_counts_nothing(line: Line, before: Before) -> None:
    """As a primary that became a standby: said as such, and it is known that nothing counted."""
    before("submit", lambda: line.set_read_only("on"))
    try:
        error = line.not_checked(RIGHT)
    finally:
        line.set_read_only("off")
    assert isinstance(error.cause, ServerReadOnlyError)
    assert error.counted is False
    assert line.tries() == []
    assert line.check(RIGHT) is Answer.MATCHES


def test_a_server_that_is_gone_counts_nothing(line: Line) -> None:
    """No connection at all: nothing was sent, and the failure knows it."""
    line.kill_server()
    with line.server_back_afterwards():
        error = line.not_checked(RIGHT)
    assert isinstance(error.cause, NotConnectedError)
    assert error.counted is False

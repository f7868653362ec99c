"""P11 on SQLite through the whole check: real hash, real key, real file, and "Not checked"."""

import os
import sqlite3
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core import verifier
from desktop_app.core.entities import (
    Answer,
    Challenge,
    Customer,
    PasswordState,
    Submission,
    TeamKey,
    Validity,
)
from desktop_app.core.errors import (
    ClockWrongError,
    DatabaseBusyError,
    DatabaseClosedError,
    DatabaseMissingError,
    KeyMismatchError,
    NotCheckedError,
    StorageError,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.schema import CheckedConnection
from tests.storage.engines import ADMIN, CHECK, SqliteEngine, add_customer

FLOOR = Policy(memory_kib=verifier.FLOOR.memory_kib, passes=verifier.FLOOR.passes)
TYPED = Secret("Blue Train")


class OneKey:
    """A workstation with one team key."""

    def __init__(self) -> None:
        self.key = verifier.new_team_key()

    def current(self) -> TeamKey:
        return self.key

    def find(self, key_id: bytes) -> TeamKey:
        if key_id != self.key.key_id:
            raise KeyMismatchError
        return self.key


@pytest.fixture
def keys() -> OneKey:
    return OneKey()


@pytest.fixture
def customer(database: SqliteDatabase, keys: OneKey) -> Customer:
    """A customer whose telephone password is ``blue-train``, hashed as cheaply as may be."""
    database.policies.save(FLOOR)
    customer = add_customer(database)
    credential = verifier.new_credential(Secret("blue-train"), FLOOR, customer.id, keys.key)
    database.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)
    return customer


@pytest.fixture
def caller(database: SqliteDatabase, keys: OneKey) -> VerifyCaller:
    return VerifyCaller(database.credentials, database.policies, keys)


@pytest.fixture
def challenge(caller: VerifyCaller, customer: Customer) -> Challenge:
    return caller.open(customer.id)


@pytest.fixture(autouse=True)
def _any_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """Denials come from triggers here, which the check of the schema would find first."""
    monkeypatch.setattr(CheckedConnection, "has_schema", lambda *_: True)


def deny(engine: SqliteEngine, kind: str) -> None:
    """Make the journal refuse one kind of entry."""
    with engine.raw() as connection:
        connection.execute(
            f"CREATE TRIGGER denied BEFORE INSERT ON journal WHEN new.kind = '{kind}'"
            " BEGIN SELECT RAISE(ABORT, 'denied'); END"
        )


def test_the_flow_works_where_nothing_happens(caller: VerifyCaller, challenge: Challenge) -> None:
    """The control: right and wrong are told apart."""
    assert caller.check(challenge, Secret("blue tram")).verdict.answer is Answer.DOES_NOT_MATCH
    assert caller.check(challenge, TYPED).verdict.answer is Answer.MATCHES


def test_a_match_renews_what_the_policy_left_behind(
    database: SqliteDatabase, caller: VerifyCaller, challenge: Challenge
) -> None:
    """Once; afterwards the same password matches under the policy's parameters."""
    dearer = replace(FLOOR, passes=FLOOR.passes + 1)
    database.policies.save(dearer)
    assert caller.refresh(caller.check(challenge, TYPED), TYPED)
    renewed = caller.open(challenge.customer_id)
    assert renewed.parameters is not None
    assert verifier.follows_policy(renewed.parameters, dearer)
    checked = caller.check(renewed, TYPED)
    assert checked.verdict.answer is Answer.MATCHES
    assert not caller.refresh(checked, TYPED)


def test_a_password_replaced_while_typing_is_checked_anew(
    database: SqliteDatabase, caller: VerifyCaller, challenge: Challenge, keys: OneKey
) -> None:
    """One typed text, one try, against the password that holds now."""
    newer = verifier.new_credential(Secret("green"), FLOOR, challenge.customer_id, keys.key)
    database.credentials.set(challenge.customer_id, newer, Validity.UNTIL_CHANGED, CHECK)
    verdict = caller.check(challenge, TYPED).verdict
    assert verdict.answer is Answer.DOES_NOT_MATCH
    assert verdict.standing.tries_left == 4


def test_a_deleted_file_is_not_checked(
    engine: SqliteEngine, database: SqliteDatabase, caller: VerifyCaller, challenge: Challenge
) -> None:
    """And nobody can say any more what was counted."""
    if sys.platform == "win32":
        database._connections._drop()
    engine.path.unlink()
    with pytest.raises(NotCheckedError) as raised:
        caller.check(challenge, TYPED)
    assert isinstance(raised.value.cause, DatabaseMissingError)
    assert raised.value.counted is None


def test_a_busy_database_is_not_checked(
    engine: SqliteEngine, caller: VerifyCaller, challenge: Challenge
) -> None:
    """The try was not counted, and the person is told so."""
    with engine.raw() as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotCheckedError) as raised:
            caller.check(challenge, TYPED)
    assert isinstance(raised.value.cause, DatabaseBusyError)
    assert raised.value.counted is False


@pytest.mark.parametrize(("kind", "counted"), [("attempt", False), ("verdict", True)])
def test_a_journal_that_cannot_be_written_is_not_checked(
    engine: SqliteEngine,
    caller: VerifyCaller,
    challenge: Challenge,
    kind: str,
    *,
    counted: bool,
) -> None:
    """Before the charge it is free, after it the try counts."""
    deny(engine, kind)
    with pytest.raises(NotCheckedError) as raised:
        caller.check(challenge, TYPED)
    assert isinstance(raised.value.cause, StorageError)
    assert raised.value.counted is counted


def test_a_refusal_that_cannot_be_journalled_is_not_told(
    engine: SqliteEngine, database: SqliteDatabase, caller: VerifyCaller, challenge: Challenge
) -> None:
    """Locked without a receipt is no answer."""
    for _ in range(FLOOR.tries_until_lock):
        caller.check(challenge, Secret("wrong"))
    locked = caller.open(challenge.customer_id)
    assert locked.standing.state is PasswordState.LOCKED
    deny(engine, "verdict")
    with pytest.raises(NotCheckedError) as raised:
        caller.refuse(locked)
    assert raised.value.counted is False
    assert database.person == ADMIN


def test_another_teams_key_is_not_checked(
    caller: VerifyCaller, challenge: Challenge, keys: OneKey
) -> None:
    """It is noticed before anything is charged."""
    keys.key = verifier.new_team_key()
    with pytest.raises(NotCheckedError) as raised:
        caller.check(challenge, TYPED)
    assert isinstance(raised.value.cause, KeyMismatchError)
    assert raised.value.counted is False
    assert caller.open(challenge.customer_id).standing.tries_left == 5


def test_a_clock_behind_the_journal_is_not_checked(
    engine: SqliteEngine, caller: VerifyCaller, challenge: Challenge
) -> None:
    """No verdict, nothing counted, and the reason is named."""
    engine.clock.advance(-timedelta(minutes=3))
    with pytest.raises(NotCheckedError) as raised:
        caller.check(challenge, TYPED)
    assert isinstance(raised.value.cause, ClockWrongError)
    assert raised.value.counted is False


def open_files(engine: SqliteEngine) -> list[str]:
    """The handles that this process has on the database and what belongs to it."""
    links = (os.path.realpath(each) for each in Path("/proc/self/fd").iterdir())
    return [each for each in links if each.startswith(str(engine.path))]


@pytest.mark.skipif(sys.platform != "linux", reason="the handles are listed by Linux only")
def test_a_check_under_way_does_not_open_the_database_behind_a_pause(
    engine: SqliteEngine,
    database: SqliteDatabase,
    caller: VerifyCaller,
    challenge: Challenge,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It ends as "Not checked", the try stays counted, and no handle is left on the file."""
    submit = database.credentials.submit

    def submit_then_pause(*arguments: Any) -> Submission:
        answer = submit(*arguments)
        database.close()
        return answer

    monkeypatch.setattr(database.credentials, "submit", submit_then_pause)
    with pytest.raises(NotCheckedError) as unclear:
        caller.check(challenge, TYPED)
    assert unclear.value.counted
    assert isinstance(unclear.value.cause, DatabaseClosedError)
    with pytest.raises(DatabaseClosedError):
        database.customers.count()
    assert open_files(engine) == []
    database.open()
    standing = database.customers.details(challenge.customer_id).standing
    assert standing.tries_left == FLOOR.tries_until_lock - 1


def test_a_call_that_is_just_connecting_when_a_pause_begins_gets_nothing(
    database: SqliteDatabase, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its connection is closed before anything is read through it."""
    connections = database._connections
    connect = connections._open
    database.close()
    database.open()
    opened: list[sqlite3.Connection] = []

    def connect_while_it_closes() -> CheckedConnection:
        opened.append(connection := connect())
        database.close()
        return connection

    connections._idle.clear()
    monkeypatch.setattr(connections, "_open", connect_while_it_closes)
    with pytest.raises(DatabaseClosedError):
        database.customers.details(customer.id)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")

"""How new rules reach an open window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import DatabaseBusyError
from desktop_app.core.policy import Policy
from desktop_app.gui.tasks import Tasks
from desktop_app.window.rules import RulesInForce
from tests.gui.fakes import FakeStorage

STRICTER = Policy(tries_until_lock=3)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The pool of the window."""
    tasks = Tasks()
    yield tasks
    assert tasks.close()


@pytest.fixture
def storage() -> FakeStorage:
    """A database with the usual rules."""
    return FakeStorage(policy=Policy())


@pytest.fixture
def rules(tasks: Tasks, storage: FakeStorage) -> RulesInForce:
    """A window that follows the rules of ``storage``."""
    rules = RulesInForce(tasks)
    rules.open(storage.policies, Policy())
    return rules


def at_rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks._under_way)


def test_new_rules_are_told_once(
    qtbot: QtBot, tasks: Tasks, rules: RulesInForce, storage: FakeStorage
) -> None:
    """And the same ones not at all."""
    told: list[Policy] = []
    rules.changed.connect(told.append)
    rules.look()
    at_rest(qtbot, tasks)
    storage.policies.save(STRICTER)
    rules.look()
    at_rest(qtbot, tasks)
    rules.look()
    rules.take(STRICTER)
    at_rest(qtbot, tasks)
    assert told == [STRICTER]


def test_a_database_that_does_not_answer_is_asked_again(
    qtbot: QtBot, tasks: Tasks, rules: RulesInForce, storage: FakeStorage
) -> None:
    """Nothing is said: what needs the database does so itself."""
    told: list[Policy] = []
    rules.changed.connect(told.append)
    storage.policies.save(STRICTER)
    storage.failure = DatabaseBusyError()
    rules.look()
    at_rest(qtbot, tasks)
    assert told == []
    storage.failure = None
    rules.look()
    at_rest(qtbot, tasks)
    assert told == [STRICTER]


def test_a_closed_profile_has_no_rules(
    qtbot: QtBot, tasks: Tasks, rules: RulesInForce, storage: FakeStorage
) -> None:
    """Neither is it read, nor is what was on its way taken for the next one's."""
    told: list[Policy] = []
    rules.changed.connect(told.append)
    storage.policies.save(STRICTER)
    storage.hold()
    rules.look()
    rules.close()
    rules.take(STRICTER)
    rules.look()
    other = FakeStorage(policy=Policy())
    rules.open(other.policies, Policy())
    storage.release()
    at_rest(qtbot, tasks)
    assert told == []
    assert storage.calls.count("load") == 1

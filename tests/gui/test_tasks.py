import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import DiskFullError, UnexpectedError, WatchwordError
from desktop_app.gui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    runner = Tasks()
    yield runner
    assert runner.close()


def unwanted(value: object) -> None:
    raise AssertionError(f"called with {value!r}")


def test_result_arrives_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    """The job runs elsewhere, its result is handed over in the GUI thread."""
    owner = QObject()
    seen: list[tuple[int, QThread]] = []
    gui_ident = threading.get_ident()
    tasks.run(
        owner,
        threading.get_ident,
        lambda ident: seen.append((ident, QThread.currentThread())),
        unwanted,
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != gui_ident
    assert seen[0][1] is owner.thread()


def test_expected_failure_is_handed_over(qtbot: QtBot, tasks: Tasks) -> None:
    """A typed failure reaches the caller as it is."""
    owner = QObject()
    seen: list[WatchwordError] = []

    def fail() -> None:
        raise DiskFullError

    tasks.run(owner, fail, unwanted, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], DiskFullError)


def test_bug_reaches_caller_and_excepthook(qtbot: QtBot, tasks: Tasks) -> None:
    """A bug in a job leaves nobody waiting and is still reported as a bug."""
    owner = QObject()
    seen: list[WatchwordError] = []

    def bug() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as exceptions:
        tasks.run(owner, bug, unwanted, seen.append)
        qtbot.waitUntil(lambda: bool(seen) and bool(exceptions))
    assert isinstance(seen[0], UnexpectedError)
    assert exceptions[0][0] is ZeroDivisionError


def test_cancelled_result_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    """A stale result never reaches the window."""
    owner = QObject()
    gate = threading.Event()
    after: list[int] = []
    stale = tasks.run(owner, gate.wait, unwanted, unwanted)
    stale.cancel()
    gate.set()
    tasks.run(owner, lambda: 1, after.append, unwanted)
    qtbot.waitUntil(lambda: after == [1])


def test_destroyed_owner_is_never_called(qtbot: QtBot, tasks: Tasks) -> None:
    """A dialog that was closed meanwhile gets nothing."""
    owner = QObject()
    gate = threading.Event()
    tasks.run(owner, gate.wait, unwanted, unwanted)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    after: list[int] = []
    keeper = QObject()
    tasks.run(keeper, lambda: 1, after.append, unwanted)
    qtbot.waitUntil(lambda: after == [1])


def test_closed_runner_takes_nothing(qtbot: QtBot) -> None:
    """After closing no job starts and no result arrives."""
    runner = Tasks()
    gate = threading.Event()
    owner = QObject()
    runner.run(owner, gate.wait, unwanted, unwanted)
    gate.set()
    assert runner.close()
    ran: list[int] = []
    runner.run(owner, lambda: ran.append(1), unwanted, unwanted)
    qtbot.wait(1)
    assert ran == []

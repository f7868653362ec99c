"""The watch over a time without input."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.gui.pause.idle_watch import IdleWatch
from desktop_app.gui.steady_clock import seconds_since_start


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def pauses() -> list[bool]:
    return []


@pytest.fixture
def watch(qapp: QApplication, seconds: Seconds, pauses: list[bool]) -> IdleWatch:
    watch = IdleWatch(qapp, clock=seconds)
    watch.paused.connect(lambda: pauses.append(True))
    return watch


@pytest.fixture
def line(qtbot: QtBot, watch: IdleWatch) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    watch.start(10)
    return line


def move(line: QLineEdit, x: int) -> None:
    QTest.mouseMove(line, QPoint(x, 5))


def test_ten_minutes_without_input_pause(
    line: QLineEdit, watch: IdleWatch, seconds: Seconds, pauses: list[bool]
) -> None:
    """Not a second before the time, once when it is over, and not again until ``start``."""
    seconds.now += 599.9
    assert not watch.look()
    seconds.now += 0.1
    assert watch.look()
    assert not watch.look()
    assert pauses == [True]
    assert not watch.is_watching
    watch.start(10)
    seconds.now += 600
    assert watch.look()


def test_a_key_begins_the_time_anew(
    line: QLineEdit, watch: IdleWatch, seconds: Seconds, pauses: list[bool]
) -> None:
    """Whoever types is there, and what is typed arrives."""
    seconds.now += 599
    QTest.keyClicks(line, "a")
    seconds.now += 599
    assert not watch.look()
    assert line.text() == "a"
    assert not pauses


def test_a_moving_mouse_begins_the_time_anew(
    qtbot: QtBot, line: QLineEdit, watch: IdleWatch, seconds: Seconds
) -> None:
    """Reading with the mouse in the hand is no pause."""
    move(line, 5)
    qtbot.waitUntil(lambda: watch._mouse is not None)
    seconds.now += 599
    move(line, 9)
    qtbot.waitUntil(lambda: watch._last == seconds.now)
    seconds.now += 599
    assert not watch.look()


def test_a_resting_mouse_and_a_held_key_are_nobody(
    qtbot: QtBot, line: QLineEdit, watch: IdleWatch, seconds: Seconds
) -> None:
    """Neither moves of windows below the mouse nor repeated keys keep the pause away."""
    move(line, 5)
    qtbot.waitUntil(lambda: watch._mouse is not None)
    seconds.now += 599
    place = QPointF(5, 5)
    still = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        QPointF(line.mapToGlobal(QPoint(5, 5))),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(line, still)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", autorep=True
    )
    QApplication.sendEvent(line, held)
    seconds.now += 1
    assert watch.look()


def test_the_key_that_wakes_the_computer_reaches_no_window(
    line: QLineEdit, seconds: Seconds, pauses: list[bool]
) -> None:
    """After a sleep the first key finds the time over: it pauses and is swallowed."""
    seconds.now += 3600
    QTest.keyClicks(line, "x")
    assert pauses == [True]
    assert line.text() == ""


def test_a_stopped_watch_sees_nothing(
    line: QLineEdit, watch: IdleWatch, seconds: Seconds, pauses: list[bool]
) -> None:
    """While Watchword is locked no second pause comes and every key arrives."""
    watch.stop()
    seconds.now += 3600
    QTest.keyClicks(line, "x")
    assert not watch.look()
    assert line.text() == "x"
    assert not pauses


def test_the_timer_looks_by_itself(qtbot: QtBot, qapp: QApplication, pauses: list[bool]) -> None:
    """Nobody has to touch anything for the pause to come."""
    jumping = iter(range(0, 10**6, 100))
    watch = IdleWatch(qapp, clock=lambda: next(jumping))
    watch.start(1)
    watch._timer.setInterval(1)
    with qtbot.waitSignal(watch.paused):
        pass


def test_the_clock_never_goes_back() -> None:
    """Two readings are in order."""
    assert seconds_since_start() <= seconds_since_start()

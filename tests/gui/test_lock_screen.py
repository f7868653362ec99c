"""The lock screen, by keyboard only."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import KeyringLockedError
from desktop_app.gui.context import Desk
from desktop_app.gui.pause.lock_screen import LockScreen, LockState
from tests.gui.by_keyboard import enter, focused, go_to, press, says, shown, typed_texts
from tests.gui.fake_pin import FakePin
from tests.gui.fakes import FakeClock

Lock = Callable[[FakePin | None], LockScreen]


@pytest.fixture
def lock(qtbot: QtBot, desk: Desk, clock: FakeClock) -> Lock:
    def build(pin: FakePin | None) -> LockScreen:
        screen = LockScreen(desk.appearance, desk.tasks, pin, clock)
        screen.setMinimumSize(560, 480)
        shown(qtbot, screen)
        screen.lock()
        qtbot.waitUntil(lambda: not screen.is_busy)
        return screen

    return build


def state_of(screen: LockScreen) -> LockState:
    return screen.state  # read anew: mypy takes a property for a constant


def test_without_a_pin_enter_goes_on(qtbot: QtBot, lock: Lock, clock: FakeClock) -> None:
    """Where the person wants no PIN, nothing is asked."""
    screen = lock(FakePin(clock))
    assert screen.state is LockState.OPEN
    assert "Watchword is locked" in says(screen)
    with qtbot.waitSignal(screen.unlocked):
        press(Qt.Key.Key_Return)


def test_the_demo_has_no_pin(qtbot: QtBot, lock: Lock) -> None:
    """Without a place for a PIN there is none to ask for."""
    screen = lock(None)
    with qtbot.waitSignal(screen.unlocked):
        press(Qt.Key.Key_Return)


def test_the_right_pin_goes_on(qtbot: QtBot, lock: Lock, clock: FakeClock) -> None:
    """The caret is in the entry, Enter checks, and nothing stays in the field."""
    screen = lock(FakePin(clock, "2468"))
    assert isinstance(focused(), QLineEdit)
    with qtbot.waitSignal(screen.unlocked):
        enter("2468")
    assert typed_texts(screen) == []


def test_a_wrong_pin_stays_locked_and_says_how_many_are_left(
    qtbot: QtBot, lock: Lock, clock: FakeClock
) -> None:
    """The entry is empty again and waits for another try."""
    screen = lock(FakePin(clock, "2468"))
    with qtbot.assertNotEmitted(screen.unlocked):
        enter("1357")
        qtbot.waitUntil(lambda: not screen.is_busy)
    assert screen.state is LockState.PIN
    assert "This is not the PIN." in says(screen)
    assert "4" in says(screen)
    assert isinstance(focused(), QLineEdit)
    assert typed_texts(screen) == []


def test_an_empty_entry_costs_no_try(qtbot: QtBot, lock: Lock, clock: FakeClock) -> None:
    """Enter in the empty field, or on the button, is no wrong PIN."""
    pin = FakePin(clock, "2468")
    screen = lock(pin)
    press(Qt.Key.Key_Return)
    go_to("Continue")
    press(Qt.Key.Key_Return)
    assert not screen.is_busy
    assert pin.wrong == 0


def test_the_fifth_wrong_pin_brings_a_wait(qtbot: QtBot, lock: Lock, clock: FakeClock) -> None:
    """While it runs nothing can be typed; once it is over there is one more try."""
    pin = FakePin(clock, "2468")
    screen = lock(pin)
    for _ in range(5):
        enter("1357")
        qtbot.waitUntil(lambda: not screen.is_busy)
    assert state_of(screen) is LockState.WAITING
    assert "1:00" in screen.sentence
    assert not any(each.isVisible() for each in screen.findChildren(QLineEdit))
    clock.advance(timedelta(seconds=31))
    screen.tick()
    assert "0:29" in screen.sentence
    clock.advance(timedelta(seconds=30))
    screen.tick()
    qtbot.waitUntil(lambda: state_of(screen) is LockState.PIN)
    with qtbot.waitSignal(screen.unlocked):
        enter("2468")


def test_a_keyring_that_does_not_answer_keeps_it_shut(
    qtbot: QtBot, lock: Lock, clock: FakeClock
) -> None:
    """Nobody knows whether there is a PIN, so Enter only asks again."""
    pin = FakePin(clock, "2468")
    pin.failure = KeyringLockedError()
    screen = lock(pin)
    assert state_of(screen) is LockState.FAILED
    assert "keyring is locked" in says(screen)
    with qtbot.assertNotEmitted(screen.unlocked):
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not screen.is_busy)
    pin.failure = None
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state_of(screen) is LockState.PIN)


def test_it_says_whose_pin_is_wanted(lock: Lock, clock: FakeClock) -> None:
    """At a shared desk: the login before the database was open, the name afterwards."""
    screen = lock(FakePin(clock, "2468"))
    screen.name_person("berger", profile="team-2")
    assert "berger, profile team-2" in says(screen)
    screen.name_person("berger", name="Lukas Berger")
    assert "Lukas Berger (berger)" in says(screen)
    assert "profile" not in says(screen)


def test_quit_is_reached_by_tab(qtbot: QtBot, lock: Lock, clock: FakeClock) -> None:
    """Whoever forgot the PIN can leave."""
    screen = lock(FakePin(clock, "2468"))
    go_to("Quit")
    with qtbot.waitSignal(screen.quit_requested):
        press(Qt.Key.Key_Return)


def test_what_was_typed_goes_with_the_screen(qtbot: QtBot, lock: Lock, clock: FakeClock) -> None:
    """Hiding wipes the entry, and F2 shows only what is being typed."""
    screen = lock(FakePin(clock, "2468"))
    entry = focused()
    QTest.keyClicks(entry, "24")
    assert isinstance(entry, QLineEdit)
    press(Qt.Key.Key_F2)
    assert entry.echoMode() is QLineEdit.EchoMode.Normal
    screen.hide()
    assert typed_texts(screen) == []
    assert entry.echoMode() is QLineEdit.EchoMode.Password

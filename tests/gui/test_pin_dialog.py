"""Setting, changing and removing the PIN, by keyboard only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import KeyringFailedError
from desktop_app.gui.context import Desk
from desktop_app.gui.pause.pin_dialog import PinDialog
from desktop_app.system.pin_store import LONGEST_PIN, SHORTEST_PIN
from tests.gui.by_keyboard import at_rest, enter, focused, go_to, press, says, typed_texts
from tests.gui.fake_pin import FakePin
from tests.gui.fakes import FakeClock


@pytest.fixture
def pin(clock: FakeClock) -> FakePin:
    return FakePin(clock)


def test_a_first_pin_is_typed_twice(
    qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock
) -> None:
    """There is no present one to ask for and none to remove."""
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock))
    assert "Present PIN" not in says(dialog)
    assert "Remove" not in says(dialog)
    enter("2468")
    with qtbot.waitSignal(dialog.saved):
        enter("2468")
    assert pin.pin == "2468"
    assert not dialog.isVisible()
    assert typed_texts(dialog) == []


def test_two_different_entries_are_not_saved(
    qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock
) -> None:
    """Nothing reaches the keyring; typing on takes the sentence away."""
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock))
    enter("2468")
    enter("2469")
    assert "not the same" in says(dialog)
    assert pin.pin is None
    QTest.keyClicks(focused(), "x")
    assert "not the same" not in says(dialog)


def test_a_short_pin_is_refused_with_the_bounds(
    qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock
) -> None:
    """The sentence names the bounds that the store really has."""
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock))
    enter("24")
    enter("24")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert f"{SHORTEST_PIN} to {LONGEST_PIN} characters. Nothing was saved" in says(dialog)
    assert dialog.isVisible()


def test_a_change_needs_the_present_pin(
    qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock
) -> None:
    """A wrong one is a counted try, and the new entries stay."""
    pin.pin = "2468"
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock))
    for text in ("9999", "13579", "13579"):
        enter(text)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert (pin.pin, pin.wrong) == ("2468", 1)
    assert "This is not the PIN." in says(dialog)
    assert typed_texts(dialog) == ["13579", "13579"]
    with qtbot.waitSignal(dialog.saved):
        enter("2468")
        enter("")
        enter("")
    assert pin.pin == "13579"


def test_removing_needs_the_present_pin(
    qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock
) -> None:
    """The new entries may stay empty."""
    pin.pin = "2468"
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock))
    enter("2468")
    go_to("Remove the PIN")
    with qtbot.waitSignal(dialog.removed):
        press(Qt.Key.Key_Return)
    assert pin.pin is None


def test_a_team_that_wants_one_offers_no_removing(
    qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock
) -> None:
    """Its rule is said, and the PIN can only be changed."""
    pin.pin = "2468"
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock, required=True))
    assert "Your team wants" in says(dialog)
    assert "Remove" not in says(dialog)


def test_without_a_keyring_nothing_is_set(
    qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock
) -> None:
    """A PIN that may be there is not overwritten unseen."""
    pin.failure = KeyringFailedError()
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock))
    assert "keyring does not answer" in dialog.failure_text
    pin.failure = None
    go_to("New PIN, 4 to 64 characters")
    enter("2468")
    enter("2468")
    assert not dialog.is_busy
    assert pin.pin is None


def test_locking_wipes_and_closes(qtbot: QtBot, desk: Desk, pin: FakePin, clock: FakeClock) -> None:
    """Ctrl+L works in every dialog."""
    dialog = at_rest(qtbot, PinDialog(desk, pin, clock))
    enter("2468")
    with qtbot.waitSignal(dialog.lock_requested):
        press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert typed_texts(dialog) == []

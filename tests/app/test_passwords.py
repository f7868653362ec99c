"""Setting, using up, unlocking and removing a telephone password."""

from PySide6.QtCore import Qt

from desktop_app.core.entities import PasswordState
from desktop_app.gui.widgets.fields import OptionRow
from desktop_app.gui.widgets.shown_password import ShownPassword
from tests.app.conftest import Start, no_window_system
from tests.app.office import WORD, Office
from tests.app.person import Person

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def hand_over(person: Person, number: str, *, steps_to_validity: int = 0) -> str:
    """Set a suggested password with F4 and arrows alone; what was handed over."""
    person.search(number)
    person.press(Key.Key_F4)
    person.wait_for_dialog("Set telephone password")
    person.wait(lambda: all(row.isEnabled() for row in person.front().findChildren(OptionRow)))
    person.press(Key.Key_Space)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    person.enter("ID card ends in 4711")
    person.press(Key.Key_Return)
    person.press(Key.Key_Space)
    person.press(Key.Key_Right)
    person.wait_for("Guessing it before the account locks")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    for _ in range(steps_to_validity):
        person.press(Key.Key_Right)
    person.press(Key.Key_Return, CONTROL)
    person.wait_for("Password saved", "It cannot be shown again")
    shown = person.front().findChild(ShownPassword)
    assert isinstance(shown, ShownPassword)
    word = shown.accessibleDescription()
    assert word in person.says()
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    assert word not in person.screen()
    return word


def verify(person: Person, word: str) -> None:
    """Check what the selected customer's caller says, and read the answer."""
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.say(word)


def test_a_suggestion_is_handed_over_and_matches(start: Start, office: Office) -> None:
    """F4, method and suggestion by arrows, reference, Ctrl+Enter, Enter; then it matches."""
    person = start()
    person.wait_ready()
    word = hand_over(person, "104234")
    verify(person, word)
    person.wait_for("Matches")


def test_a_password_for_one_call_expires_with_its_match(start: Start, office: Office) -> None:
    """It replaces the old one, matches once, and is used up."""
    person = start()
    person.wait_ready()
    word = hand_over(person, "104233", steps_to_validity=1)
    verify(person, WORD)
    person.wait_for("Does not match")
    person.say(word)
    person.wait_for("Matches")
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.wait_for("Expired.", "Password expired")
    assert office.state() is PasswordState.EXPIRED


def test_removing_needs_a_reason(start: Start, office: Office) -> None:
    """From the menu; without a reason nothing happens, with one the password is gone."""
    person = start()
    person.wait_ready()
    person.search("104233")
    person.choose(Key.Key_C, "Remove password…")
    person.wait_for_dialog("Remove the telephone password")
    person.press(Key.Key_Return)
    person.wait_for("This field must not be empty.")
    assert office.state() is PasswordState.SET
    person.enter("Customer has asked for it")
    person.wait_for("VW-")
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    person.wait_for("None on file")
    assert office.state() is PasswordState.NONE


def test_unlocking_needs_a_reason(start: Start, office: Office) -> None:
    """F7 ends the wait of a locked password; then the right word matches."""
    person = start()
    person.wait_ready()
    person.search("104233")
    verify(person, "Birke 17")
    for said in ("4 of 5", "3 of 5", "2 of 5", "Last try"):
        person.wait_for("Does not match", said)
        person.say("Birke 17")
    person.wait_for("0 of 5 tries left")
    person.press(Key.Key_F7)
    person.wait_for_dialog("Unlock the telephone password")
    person.enter("Passport shown by video")
    person.wait_for("VW-")
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    verify(person, WORD)
    person.wait_for("Matches")

"""Verifying a caller, from the first letter of a search to the answer and back."""

import shutil

from PySide6.QtCore import Qt

from desktop_app.core.entities import PasswordState
from tests.app.conftest import Start
from tests.app.office import WORD, Office
from tests.app.person import Person

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def ask(person: Person, number: str = "104233") -> None:
    """Open the check of a customer."""
    person.search(number)
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")


def test_from_search_to_match_and_back(start: Start, office: Office) -> None:
    """Search, Enter, word, Enter, Matches, Enter; the check stands among today's own."""
    person = start()
    person.wait_ready()
    person.type("weber")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.say(WORD.upper())
    person.wait_for("Matches", "VW-")
    assert person.entries() == ["weber"]
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    person.press(Key.Key_Escape)
    person.wait_for("Your last checks today", "104233, Jonas Weber, Weber GmbH, Matches")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    person.wait_for("Customer number")
    assert "104233" in person.entries()


def test_keys_before_the_profile_is_open_are_kept(start: Start, office: Office) -> None:
    """What is typed into the first picture is searched once there is something to search."""
    person = start()
    person.type("104233")
    person.wait_for("Jonas Weber", "Weber GmbH")
    assert "104233" in person.entries()


def test_wrong_words_until_locked(start: Start, office: Office) -> None:
    """Five wrong words: tries count down, then Locked; the right word is no way round it."""
    person = start()
    person.wait_ready()
    ask(person)
    for left in ("4", "3", "2", "1"):
        person.say("Birke 17")
        person.wait_for("Does not match", left)
        person.wait(lambda: "Checking" not in person.says())
    person.say("Birke 17")
    person.wait_for("Does not match", "0 of 5 tries left", "Opens again at")
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    ask(person)
    person.wait_for("Locked.", "Do not give any information")
    person.type(WORD)
    person.press(Key.Key_Return)
    assert "Matches" not in person.screen()
    assert office.state() is PasswordState.LOCKED


def test_nothing_to_check_against(start: Start, office: Office) -> None:
    """Without a telephone password the dialog says so at once and leads to setting one."""
    person = start()
    person.wait_ready()
    ask(person, "104234")
    person.wait_for("No telephone password", "The enquiry has been recorded")
    person.press(Key.Key_F4)
    person.wait_for_dialog("Set telephone password")


def test_a_caution_is_seen_everywhere(start: Start, office: Office) -> None:
    """Raised with Shift+F7 out of the check, it stands on the card and in the next check."""
    person = start()
    person.wait_ready()
    ask(person)
    person.press(Key.Key_F7, SHIFT)
    person.wait_for_dialog("Raise a caution")
    person.enter("Caller tried three birthdays")
    person.wait_for_dialog("")
    person.wait_for("Caller tried three birthdays")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.wait_for("Caution: Caller tried three birthdays")


def test_a_check_without_its_file_has_no_verdict(start: Start, office: Office) -> None:
    """Deleted while the caller speaks: not checked, not counted; F5 goes on once it is back."""
    person = start()
    person.wait_ready()
    ask(person)
    person.wait_for("5 tries left")
    aside = office.database.with_suffix(".aside")
    shutil.copy(office.database, aside)
    for path in office.database.parent.glob(f"{office.database.name}*"):
        path.unlink()
    person.say(WORD)
    person.wait_for("Not checked.", "The database file is gone", "No answer means no information.")
    assert "Matches" not in person.screen()
    aside.rename(office.database)
    person.press(Key.Key_F5)
    person.wait_for("5 tries left", "A Aachen, B Berlin")
    person.say(WORD)
    person.wait_for("Matches")


def test_a_check_of_a_locked_file_has_no_verdict(start: Start, office: Office) -> None:
    """Another process writes and does not end: not checked, until it lets go."""
    person = start()
    person.wait_ready()
    ask(person)
    person.wait_for("5 tries left")
    with office.raw() as other:
        other.execute("BEGIN IMMEDIATE")
        person.say("Birke 17")
        person.wait_for("Not checked.", "Another program keeps the database locked.")
        assert "Does not match" not in person.screen()
        other.execute("ROLLBACK")
    person.press(Key.Key_F5)
    person.wait_for("5 tries left", "Capitals, spaces and hyphens do not matter.")
    person.say(WORD)
    person.wait_for("Matches", "Checked ")


def test_a_check_on_a_full_disk_has_no_verdict(start: Start, office: Office) -> None:
    """No try can be counted, so there is no answer; F5 goes on once there is room."""
    person = start()
    person.wait_ready()
    ask(person)
    person.wait_for("5 tries left")
    with office.full_disk(person.app):
        person.say(WORD)
        person.wait_for("Not checked.", "The disk is full.")
        assert "Matches" not in person.screen()
    person.press(Key.Key_F5)
    person.wait_for("5 tries left", "Capitals, spaces and hyphens do not matter.")
    person.say(WORD)
    person.wait_for("Matches")

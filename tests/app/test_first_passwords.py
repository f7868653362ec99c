"""First passwords for many and notices by keyboard, with the whole application on both engines."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from desktop_app.core.entities import CustomerDraft, PasswordState
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import CHEAP, Office
from tests.app.shared_office import SharedOffice
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = "First passwords"
TITLE_OF_NOTICE = "Notice to the customer"
BLOCKS_SOON = replace(CHEAP, tries_until_lock=10, tries_until_block=20, total_until_block=10)


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def either(
    request: pytest.FixtureRequest, place: Workplace, keyring: None
) -> Office | SharedOffice:
    """A lead's workplace on one of the engines, to be furnished."""
    made: Office | SharedOffice
    if request.param == "sqlite":
        made = Office(place)
    else:
        made = SharedOffice(place, request.getfixturevalue("database"))
    return made


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn: the letters themselves go to a printer."""
    drawn: list[str] = []
    numbers = count(24)

    def draw(
        _self: Suggester, _language: str, _policy: Policy, _customer: CustomerDraft, *, words: int
    ) -> Secret[str]:
        assert words == 2
        drawn.append(f"Ahorn Laterne {next(numbers)}")
        return Secret(drawn[-1])

    monkeypatch.setattr(Suggester, "draw", draw)
    return drawn


def test_letters_are_made_and_their_passwords_match(
    start: Start, either: Office | SharedOffice, words: list[str], tmp_path: Path
) -> None:
    """Menu, reason, Ctrl+Enter, a file by keyboard; the first match makes the password last."""
    either.furnish()
    person = start()
    person.wait_ready()
    person.choose(Key.Key_C, "First passwords…")
    person.wait_for_dialog(TITLE)
    person.wait_for("2 customers chosen.")
    person.go_to("Reason")
    person.type("Telephone passwords begin")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for("2 passwords are saved.")
    target = tmp_path / "letters.pdf"
    person.go_to("Save as PDF…")
    QTimer.singleShot(0, person.app, lambda: person.choose_file(target))
    person.press(Key.Key_Space)
    person.wait_for("The letters are handed on")
    assert target.read_bytes().startswith(b"%PDF-")
    assert not any(word in person.says() for word in words)
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    assert [either.state(number) for number in ("104234", "104235")] == [PasswordState.SET] * 2
    person.search("104235")
    person.wait_for("Sent by letter, without an identity check", "then on if it was used")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.say(words[1])
    person.wait_for("Matches")
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    person.wait(lambda: "then on if it was used" not in person.says())


def test_a_removed_password_brings_a_notice(start: Start, either: Office | SharedOffice) -> None:
    """Reached by Tab once the password is gone; closing it leads back."""
    either.furnish()
    person = start()
    person.wait_ready()
    person.search("104233")
    person.choose(Key.Key_C, "Remove password…")
    person.wait_for_dialog("Remove the telephone password")
    person.enter("Customer has asked for it")
    person.wait_for("VW-")
    person.go_to("Prepare a notice…")
    person.press_until(Key.Key_Space, lambda: person.dialog() == TITLE_OF_NOTICE)
    person.wait_for("Your telephone password has been removed")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("Remove the telephone password")
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    person.wait_for("Telephone password: none")
    person.choose(Key.Key_C, "Prepare a notice…")
    person.wait_for_dialog(TITLE_OF_NOTICE)
    person.wait_for("Your telephone password has been removed")


def test_a_notice_of_a_set_password_can_still_be_prepared_afterwards(
    start: Start, either: Office | SharedOffice
) -> None:
    """From the customer's menu; who never had one has nothing to be told."""
    either.furnish()
    person = start()
    person.wait_ready()
    person.search("104233")
    person.choose(Key.Key_C, "Prepare a notice…")
    person.wait_for_dialog(TITLE_OF_NOTICE)
    person.wait_for("Your telephone password has been set")
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    person.press(Key.Key_Escape)
    person.search("104234")
    person.choose(Key.Key_C, "Prepare a notice…")
    person.wait_for("There is nothing to tell: no password was set, removed or blocked")
    assert person.dialog() == ""


def test_a_blocked_password_brings_a_notice(start: Start, either: Office | SharedOffice) -> None:
    """From the answer that blocks it, and later from the customer's menu."""
    either.furnish(BLOCKS_SOON)
    person = start()
    person.wait_ready()
    person.search("104233")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    for number in range(BLOCKS_SOON.total_until_block):
        person.say(f"Birke {number + 21}")
        person.wait_for("Does not match", "No tries left" if number == 9 else f"{9 - number} ")
    person.go_to("Prepare a notice…")
    person.press_until(Key.Key_Space, lambda: person.dialog() == TITLE_OF_NOTICE)
    person.wait_for("Your telephone password is blocked")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    person.wait_for("Telephone password: blocked")
    person.choose(Key.Key_C, "Prepare a notice…")
    person.wait_for_dialog(TITLE_OF_NOTICE)
    person.wait_for("Your telephone password is blocked")

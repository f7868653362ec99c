"""The team page of the whole application, by keyboard alone, on both kinds of database."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.entities import PasswordState
from desktop_app.gui.team.attention_list import AttentionListView
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import Office
from tests.app.person import Person
from tests.app.shared_office import SharedOffice
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=["workstation", "shared"])
def furnished(
    request: pytest.FixtureRequest, place: Workplace, keyring: None
) -> Iterator[Office | SharedOffice]:
    """A place with three customers, the first of whom has a telephone password."""
    if request.param == "workstation":
        office = Office(place)
        office.furnish()
        yield office
        return
    team: PostgresTeam = request.getfixturevalue("postgres_team")
    database = SharedDatabase(team)
    shared = SharedOffice(place, database)
    shared.furnish()
    yield shared
    database.close()


def fail(person: Person, number: str, times: int) -> None:
    """Check so many wrong words of one customer."""
    person.search(number)
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    for _ in range(times):
        person.say("Birke 17")
        person.wait(lambda: "Checking" not in person.says() and not person.is_working())
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")


def test_a_locked_password_is_unlocked_from_the_list(
    start: Start, furnished: Office | SharedOffice
) -> None:
    """Ctrl+2, the list has the keyboard, Enter, a reason, Enter: it is gone from the list."""
    person = start()
    person.wait_ready()
    fail(person, "104233", 5)
    assert furnished.state() is PasswordState.LOCKED
    person.press(Key.Key_2, CONTROL)
    person.wait_for(
        "Customers with a password: 33%, 1 of 3",
        "Checks today: 5, 0 matched, 0%",
        "Failed today: 5",
        "Weber GmbH · Jonas Weber, 104233, 5 wrong tries in a row",
        "Call-back to number on file: 1",
        "Updated ",
    )
    person.wait(lambda: isinstance(person.focused(), AttentionListView))
    person.press(Key.Key_Return)
    person.wait_for_dialog("Unlock the telephone password")
    person.type("called back")
    person.press(Key.Key_Return, CONTROL)
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    assert furnished.state() is PasswordState.SET
    person.wait_for("Nothing needs attention.", "Locked now: 0, nobody waits")
    person.press(Key.Key_1, CONTROL)
    person.wait(lambda: person.focused().accessibleName() != "")
    person.search("104234")

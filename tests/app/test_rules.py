"""The team's rules from the menu, and how soon other windows keep them, on both engines."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop_app.gui.notice_line import NoticeLine
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import CHEAP, WORD, Office
from tests.app.person import Person
from tests.app.shared_office import SharedOffice
from tests.app.test_verifying import ask
from tests.storage.engines import ADMIN, LEAD
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = "Rules of the team"
TEXT = "Confirm the address."


@pytest.fixture
def database(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.fixture
def team(place: Workplace, database: SharedDatabase, keyring: None) -> SharedOffice:
    """A workstation whose person is an administrator of the team."""
    office = SharedOffice(place, database, ADMIN)
    office.furnish()
    return office


def change_a_rule(person: Person) -> None:
    """Tools, Rules…, a text and a limit by keyboard, Ctrl+Enter."""
    person.wait_ready()
    person.choose(Key.Key_T, "Rules…")
    person.wait_for_dialog(TITLE)
    person.wait_for("1 in 1,000 to be guessed before the block in a row")
    person.go_to("Wrong tries in a row until locked")
    person.press(Key.Key_A, CONTROL)
    person.type("3")
    person.go_to("What may be said after a match, in English")
    person.type(TEXT)
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("")
    person.wait_for("The rules are saved.")
    # It passes by itself: no line stays that pushes every page down until it is dismissed.
    lines = person.app.window.findChildren(NoticeLine)
    assert "The rules are saved." not in [line.accessibleName() for line in lines]


def see_it_kept(person: Person) -> None:
    """The next check has the new limit and the text."""
    person.search("104233")
    ask(person)
    person.wait_for("3 of 3 tries left")
    person.say(WORD)
    person.wait_for("Matches", TEXT)
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")


def test_rules_of_a_workstation(start: Start, office: Office) -> None:
    """They hold at once, and the journal has the change."""
    person = start()
    change_a_rule(person)
    see_it_kept(person)
    assert "policy-changed" in office.journal()


def test_rules_of_a_team(start: Start, team: SharedOffice, database: SharedDatabase) -> None:
    """The same on a shared database, for everybody."""
    person = start()
    change_a_rule(person)
    see_it_kept(person)
    assert ("policy-changed", "changed") in team.journal()
    wanted = replace(CHEAP, tries_until_lock=3, text_after_match_en=TEXT)
    assert database.open(LEAD).policies.load() == wanted


def test_what_another_administrator_saves_is_followed(
    start: Start, team: SharedOffice, database: SharedDatabase
) -> None:
    """A window that is open keeps new rules once it has looked, without a new start."""
    person = start()
    person.wait_ready()
    saved = replace(CHEAP, tries_until_lock=3, text_after_match_en=TEXT, pause_after_minutes=3)
    database.open(ADMIN).policies.save(saved)
    assert person.app._work is not None
    person.app._work._rules.look()
    person.wait(lambda: not person.is_working())
    see_it_kept(person)
    assert person.app._work._pause._idle._limit == 180


def test_a_lead_looks_at_the_rules(
    start: Start, place: Workplace, database: SharedDatabase, keyring: None
) -> None:
    """The window is there for them, and takes nothing."""
    SharedOffice(place, database, LEAD).furnish()
    person = start()
    person.wait_ready()
    person.choose(Key.Key_T, "Rules…")
    person.wait_for_dialog(TITLE)
    person.wait_for("Only administrators change the rules.")
    person.type("9")
    person.press_when_ready(Key.Key_Escape)
    person.wait_for_dialog("")
    assert database.open(LEAD).policies.load() == CHEAP


def test_a_pause_takes_the_window_away(start: Start, office: Office) -> None:
    """What was typed is lost, as a pause demands; nothing is saved."""
    person = start()
    person.wait_ready()
    person.choose(Key.Key_T, "Rules…")
    person.wait_for_dialog(TITLE)
    person.go_to("Passes of the hash")
    person.type("7")
    person.press(Key.Key_L, CONTROL)
    person.wait_for_dialog("")
    person.wait(lambda: "Shortest password" not in person.screen())
    assert "policy-changed" not in office.journal()[: office.journal().index("password-set")]

"""Two people at one database, each in a session of their own, by keyboard, on both engines."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.core.entities import Caution, Customer, JournalQuery
from desktop_app.core.ports import Storage
from desktop_app.gui.desktop import announcing
from desktop_app.gui.verify import verify_dialog
from tests.app.conftest import Start, no_window_system
from tests.app.office import WORD, Office
from tests.app.person import Person
from tests.app.shared_office import SharedOffice
from tests.app.test_verifying import ask
from tests.storage.engines import ADMIN, LEAD
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

if TYPE_CHECKING:
    from desktop_app.window.workplace import Workplace

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NUMBER = "104233"
TOLD_WITHIN_S = 5


class Desk:
    """A workstation, and a colleague who uses the same database from elsewhere."""

    def __init__(self, colleague: Storage) -> None:
        self.colleague = colleague

    def customer(self) -> Customer:
        """The customer as the database has it."""
        return self.colleague.customers.find_number(NUMBER)

    def caution(self) -> Caution | None:
        """The caution as the database has it."""
        return self.colleague.customers.details(self.customer().id).caution

    def change(self, **fields: object) -> None:
        """The colleague edits the customer."""
        customer = self.customer()
        self.colleague.customers.change(customer, replace(customer, **fields))  # type: ignore[arg-type]  # by name

    def is_sound(self) -> bool:
        """Whether the journal's chain holds."""
        self.colleague.journal.seal()
        return self.colleague.journal.verify().fault is None


@contextmanager
def workstation(request: pytest.FixtureRequest) -> Iterator[Desk]:
    office: Office = request.getfixturevalue("office")
    with office.opened() as opened:  # as the command line is: another process
        yield Desk(opened.storage)


@contextmanager
def shared(request: pytest.FixtureRequest) -> Iterator[Desk]:
    team: PostgresTeam = request.getfixturevalue("postgres_team")
    place: Workplace = request.getfixturevalue("place")
    request.getfixturevalue("keyring")
    database = SharedDatabase(team)
    SharedOffice(place, database, LEAD).furnish()
    yield Desk(database.open(ADMIN))
    database.close()


@pytest.fixture(params=[workstation, shared])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """On a file of this computer, then on a server."""
    with request.param(request) as made:
        yield made


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the screen reader was asked to say in the dialog of a check."""
    heard: list[str] = []
    announce = announcing.announce

    def note(widget: object, text: str, *, interrupts: bool = True) -> None:
        heard.append(text)
        announce(widget, text, interrupts=interrupts)  # type: ignore[arg-type]  # as it is given

    monkeypatch.setattr(verify_dialog, "announce", note)
    return heard


def edit(person: Person) -> None:
    """Open the customer in the form."""
    person.wait_ready()
    person.search(NUMBER)
    person.wait(lambda: person.reads(NUMBER))
    person.choose(Key.Key_C, "Edit customer…")
    person.wait_for_dialog("Edit customer")


def type_over(person: Person, field: str, text: str) -> None:
    """Replace what stands in a field."""
    person.go_to(field)
    person.press(Key.Key_A, CONTROL)
    person.type(text)


def test_a_colleagues_edit_of_another_field_is_shown_and_kept(start: Start, desk: Desk) -> None:
    """Ctrl+Enter shows who changed what; Ctrl+Enter again saves both people's work."""
    person = start()
    edit(person)
    type_over(person, "Name", "Jonas Neumann")
    desk.change(company="Weber KG")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("Changed meanwhile")
    person.wait_for(desk.colleague.person.name, "Colleague: Weber KG", "As it was: Weber GmbH")
    assert desk.customer().name == "Jonas Weber"
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("")
    stored = desk.customer()
    assert (stored.name, stored.company) == ("Jonas Neumann", "Weber KG")
    assert desk.is_sound()


@pytest.mark.parametrize("keeps_own", [True, False])
def test_a_field_that_both_have_edited_is_asked_about(
    start: Start, desk: Desk, *, keeps_own: bool
) -> None:
    """Nothing is saved before one of both is chosen, by arrows and Space."""
    person = start()
    edit(person)
    type_over(person, "Name", "Mine")
    desk.change(name="Theirs")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("Changed meanwhile")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for("Both of you have changed this: choose one.", "You: Mine")
    assert desk.customer().name == "Theirs"
    if keeps_own:
        person.press(Key.Key_Down)
    person.press(Key.Key_Space)
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("")
    assert desk.customer().name == ("Mine" if keeps_own else "Theirs")


def test_a_colleague_who_is_faster_again_is_shown_again(start: Start, desk: Desk) -> None:
    """While somebody chooses, a third change comes: no field is overwritten unseen."""
    person = start()
    edit(person)
    type_over(person, "Name", "Mine")
    desk.change(company="First")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("Changed meanwhile")
    desk.change(company="Second")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for("Colleague: Second", "As it was: First")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("")
    assert (desk.customer().name, desk.customer().company) == ("Mine", "Second")


def test_what_was_typed_can_be_given_up_or_gone_on_with(start: Start, desk: Desk) -> None:
    """Esc goes back to the form as it was; the other button shows what is stored now."""
    person = start()
    edit(person)
    type_over(person, "Name", "Mine")
    desk.change(name="Theirs")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("Changed meanwhile")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("Edit customer")
    assert "Mine" in person.entries()
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("Changed meanwhile")
    person.go_to("Give up mine")
    person.press(Key.Key_Space)
    person.wait_for_dialog("Edit customer")
    assert "Theirs" in person.entries()
    person.press(Key.Key_Escape)  # nothing is lost by that: nothing is asked
    person.wait_for_dialog("")
    assert desk.customer().name == "Theirs"


def test_whom_a_colleague_has_deleted_is_not_saved(start: Start, desk: Desk) -> None:
    """The form says so, and what was typed is still there."""
    person = start()
    edit(person)
    type_over(person, "Name", "Mine")
    desk.colleague.customers.delete(desk.customer().id, "asked for it")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for("Not saved.", "a team lead has deleted them")
    assert "Mine" in person.entries()


def test_a_customer_is_deleted(start: Start, desk: Desk) -> None:
    """By the menu, with a reason and the number; then nobody is found, and the chain holds."""
    person = start()
    person.wait_ready()
    person.search(NUMBER)
    person.wait(lambda: person.reads(NUMBER))
    about = desk.customer().id
    person.choose(Key.Key_C, "Delete customer…")
    person.wait_for_dialog("Delete the customer")
    person.type("Asked for it in writing")
    person.press(Key.Key_Tab)
    person.enter(NUMBER)
    person.wait_for("The customer is deleted.", "VW-")
    person.press_until(Key.Key_Return, lambda: person.dialog() == "")
    person.wait_for("No customer matches")
    (entry, *_) = desk.colleague.journal.entries(JournalQuery(customer_id=about))
    assert entry.personal == {"reason": "Asked for it in writing"}
    assert desk.is_sound()


def test_a_check_of_a_customer_who_is_gone_has_no_answer(start: Start, desk: Desk) -> None:
    """The dialog was open: the right word is no match, and nothing was counted."""
    person = start()
    person.wait_ready()
    ask(person)
    person.wait_for("5 tries left")
    desk.colleague.customers.delete(desk.customer().id, "asked for it")
    person.say(WORD)
    person.wait_for("Not checked.", "a team lead has deleted them", "was not counted")
    assert "Matches" not in person.screen()


def within_five_seconds(person: Person, reached: Callable[[], bool]) -> None:
    begun = monotonic()
    person.wait(reached)
    assert monotonic() - begun < TOLD_WITHIN_S


def test_a_caution_comes_up_on_the_card(start: Start, desk: Desk) -> None:
    """Nobody presses a key at this window; cleared, it goes the same way."""
    person = start()
    person.wait_ready()
    person.search(NUMBER)
    person.wait(lambda: person.reads(NUMBER))
    focused = person.focused()
    desk.colleague.customers.raise_caution(desk.customer().id, "tried three birthdays")
    within_five_seconds(person, lambda: "tried three birthdays" in person.screen())
    assert person.focused() is focused
    seen = desk.caution()
    assert seen is not None
    desk.colleague.customers.clear_caution(desk.customer().id, seen, "explained")
    within_five_seconds(person, lambda: "tried three birthdays" not in person.screen())


def test_a_caution_comes_up_in_an_open_dialog(start: Start, desk: Desk, spoken: list[str]) -> None:
    """It is said, takes no focus and leaves what is being typed; the check goes on."""
    person = start()
    person.wait_ready()
    ask(person)
    person.wait_for("5 tries left")
    person.type(WORD[:3])
    entry = person.focused()
    assert isinstance(entry, QLineEdit)
    desk.colleague.customers.raise_caution(desk.customer().id, "tried three birthdays")
    within_five_seconds(person, lambda: "Caution: tried three birthdays" in person.says())
    assert [each for each in spoken if each.startswith("Caution: tried three birthdays")] == spoken
    assert spoken
    assert person.focused() is entry
    assert len(entry.text()) == 3
    person.say(WORD[3:])
    person.wait_for("Matches", "Caution: tried three birthdays")


def test_a_caution_is_raised_from_the_list_and_cleared(start: Start, desk: Desk) -> None:
    """Shift+F7, Enter takes a reason, Enter raises it; a lead clears it with a reason."""
    person = start()
    person.wait_ready()
    person.search(NUMBER)
    person.wait(lambda: person.reads(NUMBER))
    person.press(Key.Key_F7, SHIFT)
    person.wait_for_dialog("Raise a caution")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    person.press_when_ready(Key.Key_Return)
    person.wait_for_dialog("")
    raised = desk.caution()
    assert raised is not None
    assert raised.text == "The caller knew little about the account"
    person.wait_for(raised.text)
    person.choose(Key.Key_C, "Clear the caution…")
    person.wait_for_dialog("Clear the caution")
    person.wait_for(f"“{raised.text}”")
    person.type("Explained on the call-back")
    person.press_when_ready(Key.Key_Return)
    person.wait_for_dialog("")
    assert desk.caution() is None
    entry = desk.colleague.journal.entries(JournalQuery(limit=1))[0]
    assert entry.personal == {"reason": "Explained on the call-back"}


def test_a_caution_reaches_a_lead_who_lost_the_connection_meanwhile(
    start: Start, request: pytest.FixtureRequest
) -> None:
    """A notification that nobody could hear is made up for once the connection is back."""
    with shared(request) as desk:
        person = start()
        person.wait_ready()
        person.search(NUMBER)
        person.wait(lambda: person.reads(NUMBER))
        assert person.app._work is not None
        opened = person.app._work._opened
        assert opened is not None
        person.wait(lambda: not person.is_working())
        storage = opened.session.storage
        assert storage.customers.news() in (None, frozenset())
        database = request.getfixturevalue("postgres_team").server
        with database.connect() as server:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s",
                (LEAD.login,),
            )
        desk.colleague.customers.raise_caution(desk.customer().id, "tried three birthdays")
        within_five_seconds(person, lambda: "tried three birthdays" in person.screen())

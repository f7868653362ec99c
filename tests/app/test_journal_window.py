"""The journal of the team in the window, by keyboard, on a workstation's and a shared database."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from desktop_app.core.entities import EventKind, JournalQuery
from desktop_app.gui.journal.journal_page import JournalPage
from desktop_app.profiles import journal_care
from desktop_app.profiles.base import OpenProfile
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import Office
from tests.app.person import Person
from tests.app.shared_office import SharedOffice
from tests.storage.engines import AGENT
from tests.storage.postgres_team import SharedDatabase

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
_EXPORTS = 230

AnyOffice = Office | SharedOffice


@pytest.fixture
def shared(request: pytest.FixtureRequest) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(request.getfixturevalue("postgres_team"))
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def team(request: pytest.FixtureRequest, place: Workplace, keyring: None) -> AnyOffice:
    """A place with customers, one telephone password and a journal of several pages."""
    office: AnyOffice
    if request.param == "sqlite":
        office = Office(place)
    else:
        office = SharedOffice(place, request.getfixturevalue("shared"))
    office.furnish()
    with office.opened() as opened:
        for number in range(_EXPORTS):
            opened.storage.journal.record(EventKind.EXPORTED, "journal", {"rows": str(number)})
        opened.storage.customers.raise_caution(
            opened.storage.customers.find_number("104234").id, "tried three birthdays"
        )
    return office


def at_journal(start: Start) -> Person:
    """Somebody who has gone to the journal by its key."""
    person = start()
    person.wait_ready()
    person.press(Key.Key_3, CONTROL)
    person.wait_for("Caution raised")
    return person


def page_of(person: Person) -> JournalPage:
    page = person.app.window.findChild(JournalPage)
    assert isinstance(page, JournalPage)
    return page


def test_the_journal_is_read_to_its_end_page_by_page(start: Start, team: AnyOffice) -> None:
    """The end key goes to the last line that is there, and there earlier ones follow."""
    person = at_journal(start)
    person.wait_for("earlier ones follow")
    shown = page_of(person).list_view.model().rowCount
    before = shown()
    person.press(Key.Key_End)
    person.wait(lambda: shown() > before)
    person.press(Key.Key_End)
    person.wait(lambda: "earlier ones follow" not in person.says())
    with team.opened() as opened:
        assert shown() == len(opened.storage.journal.entries(JournalQuery(limit=1_000)))


def test_choices_narrow_it_and_everything_comes_back(start: Start, team: AnyOffice) -> None:
    """What, who and when by arrows; a customer number by typing; Esc shows everything again."""
    person = at_journal(start)
    person.go_to("What")
    person.type("Lo")  # locks and cautions
    person.wait(lambda: page_of(person).list_view.model().rowCount() == 1)
    person.wait_for("tried three birthdays", "104234 Anna Meyer")
    person.press(Key.Key_Escape)
    person.wait(lambda: page_of(person).list_view.model().rowCount() > 1)
    person.type("104233")
    person.wait(lambda: "104234" not in person.says())
    person.wait_for("Password set", "104233 Jonas Weber")


def test_a_line_leads_to_the_history_of_its_customer(start: Start, team: AnyOffice) -> None:
    """Arrow and Enter open it with the same entry selected; closing goes back to the journal."""
    person = at_journal(start)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    person.wait_for_dialog("History")
    person.wait_for("Anna Meyer", "tried three birthdays")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    view = page_of(person).list_view
    person.wait(lambda: person.focused() is view)
    assert view.currentIndex().row() == 0
    person.press(Key.Key_Down)
    assert view.currentIndex().row() == 1


def test_what_is_chosen_is_saved(start: Start, team: AnyOffice, tmp_path: Path) -> None:
    """Ctrl+S writes every entry of the filter, also those that were never scrolled to."""
    person = at_journal(start)
    person.go_to("What")
    person.type("Fi")  # files and upkeep
    person.wait(lambda: "Caution raised" not in person.says())
    target = tmp_path / "journal.csv"
    # The file dialog has an event loop of its own: its answer is typed from within.
    QTimer.singleShot(0, person.app, lambda: person.choose_file(target))
    person.press(Key.Key_S, CONTROL)
    person.wait_for(f"{_EXPORTS} entries saved:", str(target))
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == _EXPORTS
    assert {row["kind"] for row in rows} == {"exported"}
    with team.opened() as opened:
        [entry] = opened.storage.journal.entries(JournalQuery(limit=1))
    assert entry.details["kinds"] == "exported backed-up journal-pruned"
    assert entry.details["rows"] == str(_EXPORTS)


def test_a_receipt_in_the_search_leads_to_its_entry(start: Start, team: AnyOffice) -> None:
    """One that belongs to no customer too: by the journal's key, which takes the receipt along."""
    with team.opened() as opened:
        receipt = opened.storage.journal.record(EventKind.EXPORTED, "customers", {"rows": "3"})
    person = start()
    person.wait_ready()
    person.type(receipt.lower())
    person.wait_for(f"{receipt} is the receipt of an entry in the journal.")
    person.press(Key.Key_3, CONTROL)
    person.wait(lambda: page_of(person).filters.search.text() == receipt)
    person.wait(lambda: page_of(person).list_view.model().rowCount() == 1)
    person.wait_for("Customers exported")


def test_enter_shows_the_entry_of_a_receipt_without_a_customer(
    start: Start, team: AnyOffice
) -> None:
    """Also pressed at once, before the search has said that it found nobody."""
    with team.opened() as opened:
        receipt = opened.storage.journal.record(EventKind.EXPORTED, "customers", {"rows": "3"})
    person = start()
    person.wait_ready()
    for is_awaited in (True, False):
        person.type(receipt.lower())
        if is_awaited:
            person.wait_for(f"No customer matches “{receipt.lower()}”", "Enter shows it.")
        person.press(Key.Key_Return)
        person.wait_for("Customers exported", "1 line.")
        assert page_of(person).filters.search.text() == receipt
        person.press(Key.Key_1, CONTROL)
        person.press(Key.Key_Escape)
    assert person.dialog() == ""


def test_the_journal_is_checked_with_a_saved_head(
    start: Start, team: AnyOffice, tmp_path: Path
) -> None:
    """Saved, then compared with; a head of another journal is reported."""
    person = at_journal(start)
    person.go_to("Check the journal…")
    person.press(Key.Key_Space)
    person.wait_for_dialog("Check the journal")
    person.press(Key.Key_Return)
    person.wait_for("The journal holds")
    target = tmp_path / "head.txt"
    person.go_to("Save the head…")
    person.press(Key.Key_Space)
    person.choose_file(target)
    person.wait_for("Head saved", str(target))
    person.go_to("Check with a saved head…")
    person.press(Key.Key_Space)
    person.choose_file(target)
    person.wait_for("The journal holds")
    target.write_text("watchword journal head 7 " + "00" * 32, encoding="utf-8")
    person.go_to("Check with a saved head…")
    person.press(Key.Key_Space)
    person.choose_file(target)
    person.wait_for("The journal does not hold", "Entry 7 is not the one seen earlier")
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")


def test_an_agent_has_no_journal(
    start: Start, place: Workplace, shared: SharedDatabase, keyring: None
) -> None:
    """A receipt finds them its customer, as it always has, and nothing more."""
    office = SharedOffice(place, shared, AGENT)
    office.furnish()
    receipt = shared.open(AGENT).journal.record(EventKind.EXPORTED, "customers", {})
    person = start()
    person.wait_ready()
    person.press(Key.Key_3, CONTROL)
    person.type(receipt)
    person.wait_for(f"No customer matches “{receipt}”")
    assert "receipt of an entry" not in person.screen()
    person.press(Key.Key_Return)
    person.wait_for("No customer selected")
    assert person.app.window.findChild(JournalPage) is None


def test_the_data_sheet_is_written_from_the_menu(
    start: Start, team: AnyOffice, tmp_path: Path
) -> None:
    """By keyboard, from the schema and the rules of the database in use."""
    person = start()
    person.wait_ready()
    target = tmp_path / "sheet.html"
    # The file dialog has an event loop of its own: its answer is typed from within.
    QTimer.singleShot(300, person.app, lambda: person.choose_file(target))
    person.choose(Key.Key_T, "Data sheet…")
    person.wait_for(f"Data sheet written: {target}")
    page = target.read_text(encoding="utf-8")
    assert "<h2>journal_personal</h2>" in page
    assert "24 months" in page


def test_every_window_drops_what_is_past_keeping(
    start: Start, team: AnyOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it opens, and again while it stays open; the chain holds afterwards."""
    shortened: list[str] = []
    prune = journal_care.shorten_journal

    def shorten(profile: OpenProfile) -> int:
        shortened.append(profile.profile.name)
        return prune(profile)

    monkeypatch.setattr("desktop_app.window.journal.shorten_journal", shorten)
    person = start()
    person.wait_ready()
    person.wait(lambda: len(shortened) == 1)
    (timer,) = (
        each
        for each in person.app.window.findChildren(QTimer)
        if each.interval() == timedelta(hours=6) // timedelta(milliseconds=1)
    )
    timer.timeout.emit()
    person.wait(lambda: len(shortened) == 2)
    person.wait(lambda: not person.is_working())
    with team.opened() as opened:
        assert opened.verify_journal().fault is None

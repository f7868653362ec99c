"""Customers, history and backup."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desktop_app.gui.journal.history_list import HistoryList
from desktop_app.gui.journal.history_model import ROW_ROLE
from desktop_app.window.workplace import Workplace
from tests.app.conftest import Start, no_window_system
from tests.app.office import CUSTOMERS, WORD, Office
from tests.app.person import Person

pytestmark = no_window_system

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
_MINUTE_MS = 60_000


def check(person: Person, word: str) -> str:
    """Check a word of the first customer; the receipt of the answer."""
    person.search("104233")
    person.press(Key.Key_Return)
    person.wait_for_dialog("Verify caller")
    person.say(word)
    person.wait_for("Receipt\n", "VW-")
    receipt = next(line for line in person.says().splitlines() if line.startswith("VW-"))
    person.press_until(Key.Key_Escape, lambda: person.dialog() == "")
    return receipt


def test_a_customer_is_added_and_edited(start: Start, office: Office) -> None:
    """Ctrl+N, fields, Ctrl+Enter: found at once; the edit is on the card and in the journal."""
    person = start()
    person.wait_ready()
    person.press(Key.Key_N, CONTROL)
    person.wait_for_dialog("New customer")
    person.type("104240")
    person.go_to("Name")
    person.type("Mira Okafor")
    person.go_to("Telephone numbers")
    person.type("+49 681 5550188")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("")
    person.wait(lambda: {"104240", "Mira Okafor", "+49 681 5550188"} <= person.labels())
    person.choose(Key.Key_C, "Edit customer…")
    person.wait_for_dialog("Edit customer")
    person.go_to("Company")
    person.type("Okafor Logistik")
    person.press(Key.Key_Return, CONTROL)
    person.wait_for_dialog("")
    person.wait(lambda: "Okafor Logistik" in person.labels())
    assert office.journal()[:2] == ["customer-changed", "customer-added"]


def test_history_is_filtered_and_saved(start: Start, office: Office, tmp_path: Path) -> None:
    """F3 shows what happened, arrows filter it, Ctrl+S writes all of it as CSV."""
    person = start()
    person.wait_ready()
    check(person, "Birke 17")
    check(person, WORD)
    person.press(Key.Key_F3)
    person.wait_for_dialog("History")
    person.wait_for("Password set", "Does not match")
    person.go_to("All")
    person.press(Key.Key_Right)
    person.wait_for("2 lines.", "Matches")
    assert "Password set" not in history(person)
    target = tmp_path / "history.csv"
    # The file dialog has an event loop of its own: its answer is typed from within.
    QTimer.singleShot(0, person.app, lambda: person.choose_file(target))
    person.press(Key.Key_S, CONTROL)
    person.wait_for("saved, tries counted before their answer included (2): ", str(target))
    rows = target.read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) >= 4
    assert WORD not in "".join(rows)
    person.press(Key.Key_Escape)
    person.wait_for_dialog("")
    assert office.journal()[0] == "exported"


def test_a_receipt_leads_to_its_entry(start: Start, office: Office) -> None:
    """Typed into the search, it finds the customer, and F3 shows the entry selected."""
    person = start()
    person.wait_ready()
    receipt = check(person, "Birke 17")
    check(person, WORD)
    person.press(Key.Key_F, CONTROL)
    person.type(receipt)
    person.wait(lambda: person.reads("104233"))
    person.press(Key.Key_F3)
    person.wait_for_dialog("History")
    person.wait(lambda: selected_receipt(person) == receipt)


def test_the_database_is_backed_up_while_in_use(
    start: Start, office: Office, tmp_path: Path
) -> None:
    """Menu and file dialog by keyboard; the copy opens and has the customers."""
    person = start()
    person.wait_ready()
    target = tmp_path / "copy.db"
    person.choose(Key.Key_F, "Back up the database…")
    person.choose_file(target)
    person.wait_for(f"Backup written: {target}")
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT count(*) FROM customer").fetchone() == (3,)
    person.choose(Key.Key_F, "Back up the database…")
    person.choose_file(target)
    person.wait_for(str(target), "exists already")


def test_a_lost_head_of_the_journal_is_said_at_every_start(start: Start, office: Office) -> None:
    """Whoever cuts the journal and removes what was remembered of it leaves a trace."""
    person = start()
    person.wait_ready()
    check(person, "Birke 17")
    person.end()
    office.place.folders.journal_head(office.place.profile).unlink()
    for _ in range(2):
        again = start()
        again.wait_for("what this computer remembered of its end is gone or damaged")
        again.end()


def history(person: Person) -> str:
    """What the list of the history says."""
    view = person.front().findChild(HistoryList)
    assert isinstance(view, HistoryList)
    model = view.model()
    return "\n".join(
        model.index(row, 0).data(ROW_ROLE).line.words.title for row in range(model.rowCount())
    )


def selected_receipt(person: Person) -> str:
    """The receipt of the selected entry."""
    view = person.front().findChild(HistoryList)
    assert isinstance(view, HistoryList)
    row = view.currentIndex().data(ROW_ROLE)
    return row.line.receipt if row is not None else ""


def test_an_import_beside_the_open_window_is_noticed(
    start: Start, place: Workplace, keyring: None
) -> None:
    """Nobody touches the window: its own tick, once a minute, finds the customers."""
    office = Office(place)
    with office.opened() as opened:
        opened.require_key()
        opened._note_recovery_file()
    person = start()
    person.wait_for("There are no customers yet")
    with office.opened() as opened:
        for draft in CUSTOMERS:
            opened.storage.customers.add(draft)
    timers = person.app.window.findChildren(QTimer)
    for tick in (each for each in timers if each.interval() == _MINUTE_MS):
        tick.timeout.emit()
    person.wait_for("Start typing to search 3 customers.")

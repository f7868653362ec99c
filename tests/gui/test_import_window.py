"""Importing a list by keyboard only, on both engines, and leaving it without a trace."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import CustomerDraft, EventKind, ImportProgress, JournalQuery
from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_mapping import list_kind
from desktop_app.core.ports import Storage
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui.context import Desk
from desktop_app.gui.lists.import_flow import Stage
from desktop_app.gui.lists.import_run import ImportRun
from desktop_app.gui.lists.import_window import ImportWindow
from desktop_app.gui.lists.reading_dialog import ReadingDialog
from desktop_app.gui.session import Session
from desktop_app.system.files import written_whole
from tests.gui.by_keyboard import focused, go_to, press, says, shown, stops
from tests.gui.fakes import FakeKeys
from tests.gui.list_files import FILES, FIRST, HEADS, AnsweringChooser, many, write_list
from tests.storage.engines import LEAD, Engine, SqliteEngine
from tests.storage.postgres_team import PostgresEngine

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., ImportWindow]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each engine."""
    made: SqliteEngine | PostgresEngine
    if request.param == "sqlite":
        made = SqliteEngine(tmp_path)
    else:
        made = PostgresEngine(request.getfixturevalue("postgres_team"))
    yield made
    made.close()


@pytest.fixture
def lead(engine: Engine) -> Storage:
    """The database in a lead's hands, beside the window's own connection."""
    return engine.open(LEAD)


def session_of(engine: Engine) -> Session:
    database, keys = engine.open(LEAD), FakeKeys()
    stores = (database.credentials, database.policies, keys)
    return Session(
        storage=database,
        keys=keys,
        verify=VerifyCaller(*stores),
        enrolment=Enrolment(database.customers, *stores),
        clock=engine.clock,
        written_whole=written_whole,
        place="",
    )


@pytest.fixture
def open_window(qtbot: QtBot, desk: Desk, engine: Engine) -> Iterator[Open]:
    """Opens the window on a connection of its own, and waits until the list was tried."""
    opened: list[ImportWindow] = []

    def build(
        path: Path, chooser: AnsweringChooser | None = None, stage: Stage | None = Stage.TRIED
    ) -> ImportWindow:
        window = ImportWindow(
            desk, session_of(engine), FILES, chooser or AnsweringChooser(), path=path
        )
        opened.append(shown(qtbot, window))
        if stage is not None:
            reach(qtbot, window, stage)
        return window

    yield build
    for window in opened:
        window.done(0)


def reach(qtbot: QtBot, window: ImportWindow, stage: Stage) -> None:
    qtbot.waitUntil(
        lambda: window.flow.stage is stage and window.mapping.is_complete, timeout=15_000
    )


def do_import(qtbot: QtBot, window: ImportWindow) -> None:
    press(Key.Key_Return, CONTROL)
    reach(qtbot, window, Stage.IMPORTED)


def numbers(storage: Storage) -> list[str]:
    return [customer.number for customer in storage.customers.export()]


def imports(storage: Storage) -> int:
    query = JournalQuery(kinds=(EventKind.CUSTOMERS_IMPORTED, EventKind.CUSTOMERS_DEACTIVATED))
    return len(storage.journal.entries(query))


def choose(window: ImportWindow, column: str, field: str) -> None:
    """Go to a column's choice and take another field with the arrow keys."""
    choice = go_to(f"{column} goes to")
    assert isinstance(choice, QComboBox)
    while choice.currentText() != field:
        before = choice.currentIndex()
        press(Key.Key_Down if before < choice.findText(field) else Key.Key_Up)
        assert choice.currentIndex() != before


def test_a_list_is_looked_at_and_imported(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """Recognised by itself: nothing is written before Ctrl+Enter, everything after it."""
    rows = [*FIRST, *many(50), ";Ohne Nummer;;;;;", "200001;Zweimal;;;;;", "9;X;;;falsch;;"]
    window = open_window(write_list(tmp_path, rows))
    text = says(window)
    assert "56 rows, 7 columns, UTF-8, separated by semicolon" in text
    assert "54 unique" in text
    assert "1 looks wrong" in text
    assert "E-mail looks wrong, imported as it stands" in text
    assert "line 57" in text
    assert "Kennwort" in text
    assert "The customer number is empty" in text
    assert "line 55" in text
    assert "geheim" not in text
    assert numbers(lead) == []
    do_import(qtbot, window)
    assert "The list is imported" in says(window)
    assert len(numbers(lead)) == 54
    assert lead.customers.find_number("104233").company == "Müller & Söhne Webdesign GmbH"
    assert imports(lead) == 1
    press(Key.Key_Return)
    assert not window.isVisible()


def test_the_mapping_is_changed_by_keyboard_and_remembered(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """The trial begins anew, and the next list of this kind needs no change."""
    path = write_list(tmp_path, FIRST)
    window = open_window(path)
    choose(window, "Rabattgruppe", "Authorised callers")
    reach(qtbot, window, Stage.TRYING)
    reach(qtbot, window, Stage.TRIED)
    do_import(qtbot, window)
    assert lead.customers.find_number("104233").authorised == "B2"
    assert (6, "authorised") in (lead.lists.mapping(list_kind(HEADS.split(";"))) or ())
    window.close()
    again = open_window(path)
    assert "columns as the last time" in says(again)
    assert again.mapping.fields[6].currentText() == "Authorised callers"


def test_a_mapping_that_cannot_be_used_is_replaced(
    qtbot: QtBot,
    open_window: Open,
    lead: Storage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A newer program has stored it: the window says so, and the columns can be chosen."""
    path = write_list(tmp_path, FIRST)

    def refuse(_lists: object, _kind: str) -> None:
        raise ListUnusableError("unknown-field", name="colour")

    with monkeypatch.context() as patch:
        patch.setattr(type(lead.lists), "mapping", refuse)
        window = open_window(path)
        assert "columns of the last list of this kind cannot be used" in says(window)
        choose(window, "Rabattgruppe", "Authorised callers")
        reach(qtbot, window, Stage.TRYING)
        reach(qtbot, window, Stage.TRIED)
        do_import(qtbot, window)
    assert lead.customers.find_number("104233").authorised == "B2"
    assert (6, "authorised") in (lead.lists.mapping(list_kind(HEADS.split(";"))) or ())


def test_only_one_column_is_the_number(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """Choosing another one takes it from the first; without any nothing is tried."""
    window = open_window(write_list(tmp_path, FIRST))
    choose(window, "Rabattgruppe", "Customer number")
    reach(qtbot, window, Stage.TRIED)
    assert window.mapping.fields[0].currentText() == "Do not import"
    choose(window, "Rabattgruppe", "Do not import")
    reach(qtbot, window, Stage.INCOMPLETE)
    assert "Choose the column that holds the customer number." in says(window)
    press(Key.Key_Return, CONTROL)
    assert window.flow.stage is Stage.INCOMPLETE
    assert numbers(lead) == []


def test_a_list_without_heads_is_read_as_such(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """Reading options, then the columns by their numbers."""
    path = tmp_path / "list.csv"
    path.write_text("1;Firma A\n2;Firma B\n", encoding="utf-8")
    window = open_window(path, stage=Stage.INCOMPLETE)
    go_to("Reading options…")
    press(Key.Key_Return)
    dialog = window.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    go_to("First row")
    press(Key.Key_Down)
    press(Key.Key_Return)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: not window.flow.options.has_heads)
    reach(qtbot, window, Stage.INCOMPLETE)
    choose(window, "Column 1", "Customer number")
    choose(window, "Column 2", "Company")
    reach(qtbot, window, Stage.TRIED)
    do_import(qtbot, window)
    assert [each.company for each in lead.customers.export()] == ["Firma A", "Firma B"]


def test_customers_who_are_missing_are_set_inactive(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """Told before the import, listed after it; nobody is chosen beforehand."""
    for number in ("1", "2", "3"):
        lead.customers.add(CustomerDraft(number=number, name=f"Otto {number}"))
    window = open_window(write_list(tmp_path, FIRST))
    assert "3 active customers are not in this file. Nothing has been changed yet." in says(window)
    do_import(qtbot, window)
    go_to("Look at them…")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.missing.model.rowCount() == 3 and not window.missing.is_busy)
    assert focused() is window.missing.table
    press(Key.Key_Return, CONTROL)  # nobody is chosen
    assert all(customer.active for customer in lead.customers.export())
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert "1 chosen" in says(window)
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "1 customer is inactive now." in says(window))
    inactive = [customer.number for customer in lead.customers.export() if not customer.active]
    assert inactive == ["2"]
    assert imports(lead) == 2


def test_all_missing_customers_at_once(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """Select all means also those that were not read yet; one of them can be left out."""
    draft = CustomerDraft(number="0", name="Otto")
    for number in range(250):
        lead.customers.add(replace(draft, number=f"{number:03}"))
    window = open_window(write_list(tmp_path, FIRST))
    do_import(qtbot, window)
    go_to("Look at them…")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.missing.model.rowCount() > 0 and not window.missing.is_busy)
    go_to("Select all")
    press(Key.Key_Space)
    assert "250 chosen" in says(window)
    go_to("Customers who are not in the file")
    press(Key.Key_Space)
    assert "249 chosen" in says(window)
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "249 customers are inactive now." in says(window))
    active = [customer.number for customer in lead.customers.export() if customer.active]
    assert active == ["000", "104233", "104871", "108412"]


def test_tab_follows_the_result_as_it_is_seen(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """Missing customers stand above the rows to look at."""
    lead.customers.add(CustomerDraft(number="1", name="Otto"))
    window = open_window(write_list(tmp_path, [*FIRST, ";Ohne;;;;;"]))
    do_import(qtbot, window)
    go_to("Look at them…")
    assert stops() == ["Look at them…", "Save as CSV…", "Done"]


def test_rejected_rows_are_saved(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    """With line, number and reason, as the command writes them."""
    target = tmp_path / "rejected.csv"
    rows = [*FIRST, "104233;Zweimal;;;;;", ";Ohne;;;;;"]
    window = open_window(write_list(tmp_path, rows), AnsweringChooser(new=target))
    go_to("Save as CSV…")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "2 rows saved" in says(window))
    with target.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream)) == [
            ["line", "customer number", "reason"],
            ["5", "104233", "The customer number appears twice in the file"],
            ["6", "", "The customer number is empty"],
        ]


class Held(QObject):
    """Holds a run at its first progress until a test lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.stage_seen: list[bool] = []
        tell = ImportRun.tell
        held = self

        def slow(run: ImportRun, done: int) -> None:
            held.stage_seen.append(run.trial)
            for _ in range(10_000):
                tell(run, done)
                if not held.wanted(run):
                    return
                run.thread().usleep(1_000)

        self.trial = False
        self.is_on = True
        monkeypatch.setattr(ImportRun, "tell", slow)

    def wanted(self, run: ImportRun) -> bool:
        return self.is_on and run.trial == self.trial


@pytest.mark.parametrize("trial", [True, False])
def test_closing_or_stopping_leaves_no_trace(
    qtbot: QtBot,
    open_window: Open,
    lead: Storage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    trial: bool,
) -> None:
    """In the midst of a trial or of the import: no customer, no entry, no mapping, no list."""
    lead.customers.add(CustomerDraft(number="1", name="Otto"))
    path = write_list(tmp_path, many(6_000))
    held = Held(monkeypatch)
    held.trial = trial
    window = open_window(path, stage=Stage.TRYING if trial else Stage.TRIED)
    if not trial:
        press(Key.Key_Return, CONTROL)
        reach(qtbot, window, Stage.IMPORTING)
    qtbot.waitUntil(lambda: trial in held.stage_seen)
    press(Key.Key_Escape)
    if trial:
        assert not window.isVisible()
    else:
        held.is_on = False
        reach(qtbot, window, Stage.TRIED)  # Esc stops an import and keeps the window
        assert "was stopped" in says(window)
        press(Key.Key_Escape)
        assert not window.isVisible()
    qtbot.waitUntil(lambda: len(numbers(lead)) == 1)
    lead.customers.add(CustomerDraft(number="2"))  # nobody holds the customers any more
    assert numbers(lead) == ["1", "2"]
    assert imports(lead) == 0
    assert lead.lists.mapping(list_kind(HEADS.split(";"))) is None


def test_a_broken_list_says_what_the_command_says(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    """And another file can be chosen at once."""
    broken = tmp_path / "table.xlsx"
    broken.write_bytes(b"PK\x03\x04" + bytes(100))
    good = write_list(tmp_path, FIRST)
    window = open_window(broken, AnsweringChooser(existing=good), Stage.REFUSED)
    assert "This is no text file. Nothing was imported" in says(window)
    go_to("Other file…")
    press(Key.Key_Return)
    reach(qtbot, window, Stage.TRIED)
    assert "This is no text file" not in says(window)


def test_a_list_that_breaks_in_the_middle_is_refused(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """Read with the wrong encoding it ends at a line; the reading options put it right."""
    path = tmp_path / "list.csv"
    path.write_bytes("Kundennr;Name\n1;Müller\n".encode("cp1252"))
    window = open_window(path)
    assert "Windows-1252" in says(window)
    window.flow.read(path, replace(window.flow.options, encoding="utf-8"))
    reach(qtbot, window, Stage.REFUSED)
    assert "Line 2 does not fit the file's encoding" in says(window)
    assert numbers(lead) == []


def test_progress_is_told_with_the_time_left(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    """As soon as there is a pace to reckon with."""
    window = open_window(write_list(tmp_path, FIRST))
    run = window.flow.run
    assert run is not None
    run.counts, run.total = None, 8_235
    run._begun -= 60
    window.flow.total = 8_235
    run._on_moved(ImportProgress(5_104, 4_958, 121))
    text = says(window)
    assert "5,104 of 8,235, about 35 s left" in text
    assert "4,958" in text
    QApplication.processEvents()


@pytest.mark.parametrize("when", ["before", "while"])
def test_a_list_that_changed_after_its_trial_is_tried_anew(
    qtbot: QtBot,
    open_window: Open,
    lead: Storage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    when: str,
) -> None:
    """Before the import or while it reads: nothing is written, and the window says why."""
    path = write_list(tmp_path, ["1;Anna", "2;Bert"], "Kundennr;Name")
    window = open_window(path)
    go_on = ImportRun._go_on

    def change() -> None:
        write_list(tmp_path, ["Anna;1", "Bert;2"], "Name;Kundennr")

    if when == "before":
        change()
    else:

        def change_and_read(run: ImportRun, count: int) -> None:
            if not run.trial:
                change()
            go_on(run, count)

        monkeypatch.setattr(ImportRun, "_go_on", change_and_read)
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.flow.was_changed)
    assert "The file has changed since it was read" in says(window)
    reach(qtbot, window, Stage.TRIED)
    assert "The file has changed since it was read" in says(window)
    assert "Try again" not in says(window)
    assert (numbers(lead), imports(lead)) == ([], 0)
    monkeypatch.setattr(ImportRun, "_go_on", go_on)
    do_import(qtbot, window)
    assert [customer.name for customer in lead.customers.export()] == ["Anna", "Bert"]


def test_a_change_of_the_rows_alone_keeps_the_columns_that_were_chosen(
    qtbot: QtBot, open_window: Open, lead: Storage, tmp_path: Path
) -> None:
    """The same heads mean the same columns; the trial shows what the rows are now."""
    path = write_list(tmp_path, ["1;Anna;Firma"], "Kundennr;Name;Rabatt")
    window = open_window(path)
    choose(window, "Rabatt", "Company")
    reach(qtbot, window, Stage.TRIED)
    write_list(tmp_path, ["1;Anna;Firma", "2;Bert;Werk"], "Kundennr;Name;Rabatt")
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.flow.was_changed)
    reach(qtbot, window, Stage.TRIED)
    do_import(qtbot, window)
    assert [customer.company for customer in lead.customers.export()] == ["Firma", "Werk"]


def test_a_list_that_changed_while_it_was_tried_is_tried_anew(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    """Somebody is still writing it: the trial that is shown is of the file as it is."""
    path = write_list(tmp_path, ["1;Anna"], "Kundennr;Name")
    window = open_window(path, stage=Stage.TRYING)
    write_list(tmp_path, ["1;Anna", "2;Bert"], "Kundennr;Name")
    qtbot.waitUntil(lambda: window.flow.was_changed)
    reach(qtbot, window, Stage.TRIED)
    assert window.flow.run is not None
    assert window.flow.run.counts is not None
    assert window.flow.run.counts.new == 2

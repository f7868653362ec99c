"""The journal page and its filters, with a database in memory."""

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Answer, Customer, EventKind
from desktop_app.core.errors import DatabaseBusyError
from desktop_app.core.journal_filter import GROUPS, Group, Period
from desktop_app.gui.context import Context
from desktop_app.gui.customers.customer_actions import Act
from desktop_app.gui.journal.history_model import ROW_ROLE
from desktop_app.gui.journal.journal_page import JournalPage
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.journal_filter_texts import group_name, kind_names, period_name
from desktop_app.gui.widgets.day_field import DayField
from tests.gui.by_keyboard import focused, go_to, press, says, shown, stops
from tests.gui.fakes import FakeClock, FakeStorage
from tests.gui.sample_history import add_sample_history

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., JournalPage]


@pytest.fixture
def customer(storage: FakeStorage, customers: dict[str, Customer]) -> Customer:
    storage.forget_entries()
    add_sample_history(storage, customers["104233"])
    return customers["104233"]


@pytest.fixture
def open_page(qtbot: QtBot, context: Context, customer: Customer, tmp_path: Path) -> Open:
    def build(target: Path | None = tmp_path / "journal.csv") -> JournalPage:
        page = JournalPage(context.desk, ask_for_file=lambda _parent, _name: target)
        page.resize(900, 600)
        page.open(context)
        shown(qtbot, page)
        page.enter()
        page.take_focus()
        qtbot.waitUntil(lambda: not page.is_busy)
        return page

    return build


def titles(page: JournalPage) -> list[str]:
    model = page.list_view.model()
    rows = [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]
    return [row.line.words.title for row in rows]


def at_rest(qtbot: QtBot, page: JournalPage) -> JournalPage:
    qtbot.waitUntil(lambda: not page.is_busy)
    return page


def test_every_line_names_its_customer(qtbot: QtBot, open_page: Open) -> None:
    """Number and name, then what the history says too; the model keeps Qt's rules."""
    page = open_page()
    assert titles(page)[:2] == ["Password set", "Matches"]
    first = page.list_view.model().index(0, 0).data()
    assert "104233 Anja Müller · Tanja Lang" in first


def test_its_model_keeps_the_rules(qtbot: QtBot, open_page: Open) -> None:
    """Filled, narrowed and emptied."""
    page = open_page()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    _tester = QAbstractItemModelTester(page.list_view.model(), mode)
    page.filters.look_for("VW-0000-0000")
    at_rest(qtbot, page)
    page.close_profile()
    assert page.list_view.model().rowCount() == 0


def test_an_answer_means_checks_and_other_kinds_have_none(qtbot: QtBot, open_page: Open) -> None:
    """Choosing an answer chooses checks; choosing passwords takes the answer away."""
    page = open_page()
    filters = page.filters
    go_to("Answer")
    press(Key.Key_D)  # Does not match
    assert filters.chosen.answer is Answer.DOES_NOT_MATCH
    assert filters.chosen.group is Group.CHECKS
    assert set(titles(at_rest(qtbot, page))) == {"Does not match", "Locked"}
    filters.kind.setFocus()
    press(Key.Key_P)  # Passwords
    chosen = filters.chosen
    assert (chosen.answer, chosen.group) == (None, Group.PASSWORDS)
    assert set(titles(at_rest(qtbot, page))) == {"Password set"}
    press(Key.Key_Escape)
    assert filters.chosen.is_empty
    assert focused() is filters.search.edit
    assert len(titles(at_rest(qtbot, page))) == 9


def test_tab_follows_what_is_seen(qtbot: QtBot, open_page: Open) -> None:
    """The first row, the choices below it, the list."""
    page = at_rest(qtbot, open_page())
    page.filters.search.edit.setFocus()
    first_row = ["Receipt or customer number", "Check the journal…", "Save as CSV…"]
    assert stops() == [*first_row, "When", "What", "Answer", "Who", "Journal"]


def test_days_are_typed(qtbot: QtBot, open_page: Open, clock: FakeClock) -> None:
    """From and to appear with their choice; what is no day is refused and filters nothing."""
    page = open_page()
    filters = page.filters
    filters.period.setCurrentIndex(filters.period.findData(Period.DAYS.value))
    go_to("From")
    field = focused()
    assert isinstance(field, DayField)
    for letter in "31":
        press(Key(ord(letter)))
    assert (field.day, field.property("refused")) == (None, True)
    assert field.accessibleDescription() == "This is no day."
    field.selectAll()
    day = (clock.now - timedelta(days=11)).astimezone().date()
    field.insert(day.isoformat())
    assert (field.day, field.property("refused")) == (day, False)
    filters.last.set_day(day)
    assert set(titles(at_rest(qtbot, page))) == {"Unlocked", "Locked", "Does not match"}


def test_people_are_those_of_the_journal(qtbot: QtBot, open_page: Open) -> None:
    """Names; two of one name are told apart by their logins; the chosen one stays chosen."""
    page = open_page()
    filters = page.filters
    filters.set_people({"a": "Kim", "b": "Kim", "c": "Ana"})
    offered = [filters.person.itemText(row) for row in range(filters.person.count())]
    assert offered == ["Everybody", "Ana", "Kim (a)", "Kim (b)"]
    filters.person.setCurrentIndex(2)
    filters.set_people({"a": "Kim", "d": "New"})
    assert filters.chosen.login == "a"
    at_rest(qtbot, page)


def test_enter_asks_for_the_history_of_a_line(
    qtbot: QtBot, open_page: Open, customer: Customer
) -> None:
    """With the receipt of that line; an entry about nobody says so."""
    page = open_page()
    asked: list[tuple[Act, Customer]] = []
    page.act_requested.connect(lambda act, whose: asked.append((act, whose)))
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(Act.HISTORY, customer)]
    assert page.chosen_receipt == "VW-7K3F-92QD"


def test_an_entry_about_nobody_opens_nothing(
    qtbot: QtBot, open_page: Open, storage: FakeStorage, customer: Customer
) -> None:
    """The status bar says why."""
    storage.put_entry(
        EventKind.EXPORTED,
        "customers",
        None,
        at=storage.clock.now + timedelta(hours=1),
        person="Tanja Lang",
        receipt="VW-9Q2M-41BX",
    )
    page = open_page()
    states: list[str] = []
    page.state_changed.connect(states.append)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert states[-1] == "This entry is about no single customer."


def test_saving_can_be_stopped(
    qtbot: QtBot, open_page: Open, storage: FakeStorage, tmp_path: Path
) -> None:
    """The same button; no file is left, and nothing in the journal says that one was made."""
    page = open_page()
    states: list[str] = []
    page.state_changed.connect(states.append)
    storage.hold()
    press(Key.Key_S, CONTROL)
    assert page.save.text() == "Stop saving"
    press(Key.Key_S, CONTROL)
    storage.release()
    qtbot.waitUntil(lambda: "Nothing was saved." in states)
    at_rest(qtbot, page)
    assert list(tmp_path.glob("*.csv")) == []
    assert "record" not in storage.calls
    assert page.save.text() == "Save as CSV…"


def test_saved_is_what_is_chosen(qtbot: QtBot, open_page: Open, tmp_path: Path) -> None:
    """As a spreadsheet reads it."""
    page = open_page()
    page.filters.kind.setCurrentIndex(page.filters.kind.findData(EventKind.UNLOCKED.value))
    at_rest(qtbot, page)
    press(Key.Key_S, CONTROL)
    target = tmp_path / "journal.csv"
    qtbot.waitUntil(lambda: not page.is_busy)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        [row] = csv.DictReader(stream)
    assert (row["kind"], row["receipt"]) == ("unlocked", "VW-3M0D-31SB")


def test_counts_say_what_they_count(
    qtbot: QtBot, open_page: Open, storage: FakeStorage, customer: Customer
) -> None:
    """The page counts its lines; of a file that has more it is said what else is in it."""
    at, details = storage.clock(), {"attempt": "one"}
    for kind, outcome, receipt in (
        (EventKind.ATTEMPT, "charged", "VW-0000-0001"),
        (EventKind.VERDICT, Answer.MATCHES.value, "VW-0000-0002"),
    ):
        storage.put_entry(
            kind, outcome, customer, at=at, person="Otto", receipt=receipt, details=details
        )
    page = open_page()
    states: list[str] = []
    page.state_changed.connect(states.append)
    page.filters.look_for("VW-3M08-64HM")
    assert titles(at_rest(qtbot, page)) == ["Locked", "Does not match"]
    assert states[-1] == "2 lines."
    press(Key.Key_Escape)
    at_rest(qtbot, page)
    assert states[-1] == f"{len(titles(page))} lines."
    press(Key.Key_S, CONTROL)
    at_rest(qtbot, page)
    assert states[-1].startswith(
        "10 entries saved, tries counted before their answer included (1): "
    )


def test_a_failure_is_said_and_tried_again(
    qtbot: QtBot, open_page: Open, storage: FakeStorage
) -> None:
    """The bar says what does not work; the lines stay; F5 of the bar reads again."""
    page = open_page()
    failed: list[bool] = []
    page.database_failed.connect(lambda: failed.append(True))
    storage.failure = DatabaseBusyError()
    page.refresh()
    qtbot.waitUntil(lambda: "The journal could not be read." in says(page))
    assert failed
    assert len(titles(page)) == 9
    storage.failure = None
    go_to("Try now")
    press(Key.Key_Space)
    at_rest(qtbot, page)
    assert "could not be read" not in says(page)


def test_nothing_stays_after_a_pause(qtbot: QtBot, open_page: Open) -> None:
    """No line, no name, no number; reading begins with the next profile only."""
    page = open_page()
    page.filters.look_for("104233")
    at_rest(qtbot, page)
    page.close_profile()
    assert titles(page) == []
    assert page.filters.chosen.is_empty
    assert page.filters.person.count() == 1
    page.refresh()
    page.enter()
    assert not page.is_busy


def test_areas_follow_each_other(qtbot: QtBot, open_page: Open) -> None:
    """F6 goes from the filters to the list and to what is done with it."""
    page = open_page()
    seen = []
    for _ in range(3):
        page.move_focus(1)
        seen.append(focused())
    assert page.list_view in seen
    assert page.check in seen


def test_a_pause_is_not_the_readers(qtbot: QtBot, open_page: Open) -> None:
    """The journal is everybody's: only whoever has asked for the check is told of their own."""
    answer = open_page().filters.answer
    words = {answer.itemData(place): answer.itemText(place) for place in range(answer.count())}
    assert words[Answer.PAUSED.value] == "Checks paused"
    assert sentences.told_answer(Answer.PAUSED) == "Your checks pause"


def test_everything_that_can_be_chosen_has_words() -> None:
    """Groups, periods, and every kind but the two that checks are made of."""
    assert all(map(group_name, Group))
    assert all(map(period_name, Period))
    assert set(kind_names()) == set(EventKind) - set(GROUPS[Group.CHECKS])

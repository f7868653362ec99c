"""The history of a customer, by keyboard only."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core import journal_export
from desktop_app.core.entities import Answer, Customer, EventKind, JournalQuery
from desktop_app.core.errors import DatabaseBusyError
from desktop_app.gui.context import Context
from desktop_app.gui.journal.history_model import ROW_ROLE
from desktop_app.gui.journal.history_pages import PAGE_LINES, Show
from desktop_app.gui.journal.history_window import HistoryWindow
from desktop_app.gui.widgets.amber_bar import AmberBar
from tests.gui.by_keyboard import stops
from tests.gui.fakes import FakeStorage
from tests.gui.sample_history import add_sample_history

Open = Callable[..., HistoryWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def customer(storage: FakeStorage, customers: dict[str, Customer]) -> Customer:
    storage.forget_entries()
    add_sample_history(storage, customers["104233"])
    return customers["104233"]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "history.csv"


@pytest.fixture
def open_window(qtbot: QtBot, context: Context, customer: Customer, target: Path) -> Open:
    def build(receipt: str = "", answer: Path | None = target) -> HistoryWindow:
        window = HistoryWindow(
            context, customer, highlight_receipt=receipt, ask_for_file=lambda _parent, _name: answer
        )
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()  # without a window manager nobody else does
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: not window.is_busy)
        return window

    return build


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)


def say(qtbot: QtBot, window: HistoryWindow, text: str) -> None:
    QTest.keyClicks(focused(), text)
    qtbot.waitUntil(lambda: not window.is_busy)


def titles(window: HistoryWindow) -> list[str]:
    model = window.list_view.model()
    rows = [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]
    return [row.line.words.title for row in rows]


def selected(window: HistoryWindow) -> str:
    row = window.list_view.currentIndex().data(ROW_ROLE)
    return str(row.line.receipt)


def texts(window: HistoryWindow) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def amber(window: HistoryWindow) -> AmberBar:
    bar = window.findChild(AmberBar)
    assert isinstance(bar, AmberBar)
    return bar


def test_the_timeline_says_who_did_what(open_window: Open) -> None:
    """Newest first, one line for each thing that happened, and a foot that promises no more."""
    window = open_window()
    assert titles(window) == [
        "Password set",
        "Matches",
        "Matches",
        "Does not match",
        "Unlocked",
        "Locked",
        "Does not match",
        "Password set",
        "No telephone password",
    ]
    assert "9 lines since 12 March 2025." in texts(window)
    assert "found when the journal is verified" in texts(window)
    assert "cannot be changed" not in texts(window)
    assert "104233" in texts(window)


def test_arrows_move_from_anywhere_and_typing_searches(qtbot: QtBot, open_window: Open) -> None:
    """The list has the keys at first; letters go to the search, arrows back to the list."""
    window = open_window()
    assert focused() is window.list_view
    press(Qt.Key.Key_Down)
    assert selected(window) == "VW-7K3N-08QE"
    press(Qt.Key.Key_Down)
    assert selected(window) == "VW-7K3F-92QD"
    press(Qt.Key.Key_End)
    assert selected(window) == "VW-1A7D-22WC"
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_PageDown)
    assert selected(window) != "VW-7K3N-08QE"
    say(qtbot, window, "o")
    assert isinstance(focused(), QLineEdit)
    say(qtbot, window, "kafor")
    assert window.search.text() == "okafor"
    assert titles(window) == ["Locked", "Does not match"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert selected(window) == "VW-3M08-64HM"
    assert isinstance(focused(), QLineEdit)
    press(Qt.Key.Key_F, CONTROL)
    say(qtbot, window, "zzz")
    assert titles(window) == []
    assert "No entry matches." in texts(window)


def test_tab_follows_what_is_seen(qtbot: QtBot, open_window: Open) -> None:
    """From the segments to the foot."""
    window = open_window()
    window.show_choice.taken().setFocus()
    acts, search, rest = ["Print…", "For the customer…"], ["Receipt or person"], ["History"]
    foot = ["Save as CSV…", "Close"]
    assert stops() == ["All", *acts, *search, *rest, *foot]


def test_segments_filter(qtbot: QtBot, open_window: Open) -> None:
    """Shift+Tab reaches the segments, and an arrow takes the next one."""
    window = open_window()
    window.search.setFocus()
    for _ in ("For the customer…", "Print…", "All"):
        press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.show_choice.value() == Show.CHECKS
    assert len(titles(window)) == 5
    assert "5 lines." in texts(window)
    window.show_choice.set_value(Show.LOCKS)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert titles(window) == ["Unlocked", "Locked"]


def test_escape_closes(open_window: Open) -> None:
    """Also while the caret is in the search."""
    window = open_window()
    press(Qt.Key.Key_F, CONTROL)
    press(Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_receipt_is_found_and_selected(open_window: Open) -> None:
    """Whoever searched for a receipt sees its entry at once, and the whole history around it."""
    window = open_window("VW-3M0D-31SB")
    assert selected(window) == "VW-3M0D-31SB"
    assert len(titles(window)) == 9


def test_a_receipt_that_is_not_there_selects_nothing(open_window: Open) -> None:
    """An unknown one does no harm."""
    window = open_window("VW-0000-0000")
    assert not window.list_view.selectionModel().hasSelection()
    assert len(titles(window)) == 9


def test_earlier_entries_follow_at_the_end(
    qtbot: QtBot, storage: FakeStorage, customer: Customer, open_window: Open
) -> None:
    """A page at a time, by the keyboard, until the oldest; nothing is read twice."""
    for _ in range(4 * PAGE_LINES):
        storage.put_own_check(customer, Answer.MATCHES, storage.clock())
    window = open_window()
    before = len(titles(window))
    assert before < 4 * PAGE_LINES
    assert "are shown; earlier ones follow." in texts(window)
    while len(titles(window)) < 4 * PAGE_LINES + 9:
        model = window.list_view.model()
        with qtbot.waitSignal(model.rowsInserted):
            press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not window.is_busy)
    press(Qt.Key.Key_End)
    assert selected(window) == "VW-1A7D-22WC"
    assert f"{4 * PAGE_LINES + 9} lines since" in texts(window)


def test_the_history_is_saved_as_csv(
    qtbot: QtBot, storage: FakeStorage, open_window: Open, target: Path
) -> None:
    """Ctrl+S writes every entry, whatever is filtered, and the journal says so."""
    target.write_text("an older file", encoding="utf-8")
    window = open_window()
    say(qtbot, window, "okafor")
    press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not window.is_busy)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == journal_export.HEADS
    assert [row["receipt"] for row in rows][:2] == ["VW-7K3N-08QE", "VW-7K3F-92QD"]
    assert len(rows) == 8
    [exported] = storage.journal.entries(JournalQuery(kinds=(EventKind.EXPORTED,)))
    assert exported.outcome == "history"
    assert exported.details == {"customer": "104233", "file": "history.csv", "rows": "8"}
    assert f"8 entries saved: {target}" in texts(window)


def test_no_file_is_chosen(storage: FakeStorage, open_window: Open) -> None:
    """Cancelling the question writes and journals nothing."""
    window = open_window(answer=None)
    press(Qt.Key.Key_S, CONTROL)
    assert not window.is_busy
    assert "record" not in storage.calls


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, storage: FakeStorage, open_window: Open, tmp_path: Path
) -> None:
    """The failure says why, and no export is journalled."""
    window = open_window(answer=tmp_path / "nowhere" / "history.csv")
    press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert amber(window).accessibleName().startswith("The history was not saved. There is no")
    assert "record" not in storage.calls


def test_an_export_that_cannot_be_journalled_leaves_no_file(
    qtbot: QtBot, storage: FakeStorage, open_window: Open, target: Path
) -> None:
    """Nothing leaves the database unseen: no entry, no file, and the older file stays."""
    target.write_text("an older file", encoding="utf-8")
    window = open_window()
    storage.failure = DatabaseBusyError()
    press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert amber(window).isVisible()
    assert [each.name for each in target.parent.iterdir()] == ["history.csv"]
    assert target.read_text(encoding="utf-8") == "an older file"


def test_a_failure_is_told_and_tried_again(
    qtbot: QtBot, storage: FakeStorage, open_window: Open
) -> None:
    """What was read stays in sight; F5 reads again."""
    window = open_window()
    storage.failure = DatabaseBusyError()
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert amber(window).accessibleName().startswith("The history could not be read.")
    assert amber(window).isVisible()
    assert len(titles(window)) == 9
    storage.failure = None
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not window.is_busy)
    assert not amber(window).isVisible()


def test_a_customer_without_entries(qtbot: QtBot, storage: FakeStorage, open_window: Open) -> None:
    """An empty journal says that it is empty."""
    storage.forget_entries()
    window = open_window()
    assert "Nothing has been recorded for this customer yet." in texts(window)
    assert "lines since" not in texts(window)
    press(Qt.Key.Key_Down)
    assert not window.list_view.selectionModel().hasSelection()


def test_it_can_be_closed_while_it_reads(
    qtbot: QtBot, storage: FakeStorage, context: Context, customer: Customer
) -> None:
    """A result that comes too late reaches nobody."""
    storage.hold()
    window = HistoryWindow(context, customer)
    qtbot.addWidget(window)
    window.show()
    assert window.is_busy
    window.reject()
    storage.release()
    qtbot.waitUntil(lambda: not window.is_busy)


def test_other_windows_are_asked_for(qtbot: QtBot, open_window: Open) -> None:
    """F1 and Ctrl+L are wishes that the main window fulfils."""
    window = open_window()
    with qtbot.waitSignal(window.shortcuts_requested):
        press(Qt.Key.Key_F1)
    with qtbot.waitSignal(window.lock_requested):
        press(Qt.Key.Key_L, CONTROL)
    assert not window.isVisible()


def test_a_screen_reader_finds_names(open_window: Open) -> None:
    """List, search and segments have names."""
    window = open_window()
    for widget in (window.list_view, window.search.edit, window.show_choice):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)


def test_a_narrow_window_with_long_words_stacks_its_tools(qtbot: QtBot, open_window: Open) -> None:
    """Nothing is cut: filter above search, and the foot says less."""
    window = open_window()
    assert window.search.y() < window.show_choice.geometry().bottom()
    window.show_choice.set_words(["Alle Einträge", "Prüfungen", "Telefon-Passwort", "Sperren"])
    window.resize(560, 480)
    qtbot.waitUntil(lambda: window.search.y() > window.show_choice.geometry().bottom())
    assert window.show_choice.geometry().right() < window.width()
    assert "verified" not in texts(window)
    window.resize(840, 680)
    qtbot.waitUntil(lambda: window.search.y() < window.show_choice.geometry().bottom())
    assert "verified" in texts(window)


def test_the_foot_of_the_smallest_window_says_what_has_room(
    qtbot: QtBot, open_window: Open
) -> None:
    """The number of entries whole instead of a promise that is cut."""
    window = open_window()
    assert "verified" in texts(window)
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: "verified" not in texts(window))
    assert "9 lines since 12 March 2025." in texts(window)

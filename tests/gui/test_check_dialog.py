"""The window that checks the journal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer, JournalFault, JournalFaultKind
from desktop_app.core.errors import DatabaseBusyError
from desktop_app.core.journal import find_head
from desktop_app.gui.context import Desk
from desktop_app.gui.journal.check_dialog import CheckDialog
from tests.gui.by_keyboard import go_to, press, says, shown
from tests.gui.fakes import FakeStorage, journal_care_of
from tests.gui.fixed_files import FixedFile
from tests.gui.sample_history import add_sample_history

Key = Qt.Key
Open = Callable[..., CheckDialog]


@pytest.fixture
def open_dialog(
    qtbot: QtBot, desk: Desk, storage: FakeStorage, customers: dict[str, Customer]
) -> Open:
    storage.forget_entries()
    add_sample_history(storage, customers["104233"])

    def build(chosen: Path | None = None) -> CheckDialog:
        dialog = CheckDialog(desk, journal_care_of(storage), FixedFile(chosen))
        return shown(qtbot, dialog)

    return build


def test_enter_checks_and_says_what_holds(qtbot: QtBot, open_dialog: Open) -> None:
    """How many entries, and the newest one's hash to compare by eye."""
    dialog = open_dialog()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "The journal holds" in says(dialog))
    assert "All 8 entries are as they were written." in says(dialog)
    assert "00000000 00000000" in says(dialog)


def head_in(dialog: CheckDialog) -> QLabel:
    return next(each for each in dialog.findChildren(QLabel) if "00000000" in each.text())


def is_whole(label: QLabel) -> bool:
    """Whether its three lines are seen."""
    shown = label.visibleRegion().boundingRect()
    return shown.height() >= 3 * label.fontMetrics().height()


def test_the_head_is_shown_whole(qtbot: QtBot, open_dialog: Open, storage: FakeStorage) -> None:
    """Number and hash take three lines, however often the journal is checked."""
    dialog = open_dialog()
    for _ in range(2):
        storage.hold()
        press(Key.Key_Return)
        qtbot.waitUntil(lambda: "of 8 entries" in says(dialog))
        storage.release()
        qtbot.waitUntil(lambda: "The journal holds" in says(dialog))
        qtbot.waitUntil(lambda: is_whole(head_in(dialog)))


def test_a_fault_is_named(qtbot: QtBot, open_dialog: Open, storage: FakeStorage) -> None:
    """Which entry, and what that means."""
    storage.journal.fault = JournalFault(3, JournalFaultKind.MISSING)
    dialog = open_dialog()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "The journal does not hold" in says(dialog))
    assert "Entry 3 is missing" in says(dialog)


def test_progress_is_shown_and_a_check_stops(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """The bar has the journal's length; Space on the button ends it."""
    dialog = open_dialog()
    storage.hold()
    press(Key.Key_Return)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.maximum() == 8)
    assert "0 of 8 entries" in says(dialog)
    press(Key.Key_Space)  # Stop has the keyboard
    storage.release()
    qtbot.waitUntil(lambda: "Stopped" in says(dialog))
    assert not dialog.is_checking
    assert not bar.isVisible()


def test_esc_stops_what_is_under_way(qtbot: QtBot, open_dialog: Open, storage: FakeStorage) -> None:
    """The window goes at once, and its job soon after."""
    dialog = open_dialog()
    storage.hold()
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    storage.release()
    qtbot.waitUntil(lambda: not dialog.is_checking)


def test_what_does_not_work_is_said(qtbot: QtBot, open_dialog: Open, storage: FakeStorage) -> None:
    """The check can be begun again."""
    dialog = open_dialog()
    storage.failure = DatabaseBusyError()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.failure_text))
    storage.failure = None
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "The journal holds" in says(dialog))


def test_the_head_is_saved_and_compared_with(
    qtbot: QtBot, open_dialog: Open, tmp_path: Path
) -> None:
    """The file has the line that the command reads too; one without a head is refused."""
    target = tmp_path / "head.txt"
    dialog = open_dialog(target)
    go_to("Save the head…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "Head saved" in says(dialog))
    head = find_head(target.read_text(encoding="utf-8"))
    assert head is not None
    assert head.sequence == 8
    qtbot.waitUntil(lambda: not dialog.is_busy)
    go_to("Check with a saved head…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "The journal holds" in says(dialog))
    target.write_text("nothing of the kind", encoding="utf-8")
    go_to("Check with a saved head…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: bool(dialog.failure_text))


def test_an_empty_journal_has_no_head(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, tmp_path: Path
) -> None:
    """Said, and no file is made."""
    dialog = open_dialog(tmp_path / "head.txt")
    storage.forget_entries()
    go_to("Save the head…")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "The journal is empty." in says(dialog))
    assert not (tmp_path / "head.txt").exists()

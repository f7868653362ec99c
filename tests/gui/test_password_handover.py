"""The saved password is handed over: shown once, spelled, hidden, by keyboard only."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import (
    Customer,
    JournalQuery,
)
from desktop_app.gui.discard_bar import DiscardBar
from desktop_app.gui.notices.notice import Notice, NoticeKind
from desktop_app.gui.password.password_dialog import Stage
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.widgets.countdown import Countdown
from desktop_app.gui.widgets.receipt import CopyReceiptButton
from desktop_app.gui.widgets.shown_password import ShownPassword, SpellingTiles
from desktop_app.gui.widgets.step_strip import StepStrip
from tests.gui.fakes import FakeStorage
from tests.gui.password_driver import (
    CONTROL,
    TYPED,
    Open,
    bars,
    entries,
    focused,
    identify,
    one,
    press,
    save,
    set_password,
    stage_of,
    suggestions,
    texts_in,
    type_password,
)


def test_the_password_is_shown_once_and_spelled(qtbot: QtBot, open_password_dialog: Open) -> None:
    """Large, letter by letter, named to a screen reader; the form holds it no more."""
    dialog = open_password_dialog()
    set_password(qtbot, dialog)
    shown, tiles = dialog.findChild(ShownPassword), dialog.findChild(SpellingTiles)
    assert isinstance(shown, ShownPassword)
    assert isinstance(tiles, SpellingTiles)
    assert shown.is_shown
    assert shown.accessibleDescription() == TYPED
    assert tiles.accessibleDescription().startswith("Z Zwickau, e Essen")
    assert all(entry.is_empty() for entry in entries(dialog))
    assert all(not row.text() for row in suggestions(dialog))
    assert one(dialog, StepStrip).accessibleName() == "Step 3 of 3: Hand over"


def test_ten_characters_leave_room_for_the_receipt(
    qtbot: QtBot, open_password_dialog: Open
) -> None:
    """At the usual size the receipt and its button are read without scrolling."""
    dialog = open_password_dialog()
    identify()
    type_password("Laterne 51", "Laterne 51")
    save(qtbot, dialog)
    area, button = one(dialog, QScrollArea), one(dialog, CopyReceiptButton)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    bottom = button.mapTo(area.viewport(), QPoint(0, button.height())).y()
    assert bottom <= area.viewport().height()


def test_f2_hides_the_password_for_good(qtbot: QtBot, open_password_dialog: Open) -> None:
    """Afterwards no widget holds it, and nothing brings it back."""
    dialog = open_password_dialog()
    set_password(qtbot, dialog)
    press(Qt.Key.Key_F2)
    assert stage_of(dialog) is Stage.HIDDEN
    press(Qt.Key.Key_F2)
    assert TYPED not in texts_in(dialog)
    assert "Essen" not in texts_in(dialog)


def test_time_hides_the_password(qtbot: QtBot, open_password_dialog: Open) -> None:
    """The countdown starts at two minutes and ends in the same way as F2."""
    dialog = open_password_dialog()
    set_password(qtbot, dialog)
    countdown = dialog.findChild(Countdown)
    assert isinstance(countdown, Countdown)
    assert 118 <= countdown.seconds_left <= 120
    countdown.finished.emit()
    assert stage_of(dialog) is Stage.HIDDEN
    assert TYPED not in texts_in(dialog)


def test_enter_finishes_but_never_by_a_double_press(
    qtbot: QtBot, open_password_dialog: Open
) -> None:
    """The Enter that saved cannot close what nobody has read yet."""
    dialog = open_password_dialog()
    set_password(qtbot, dialog)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert TYPED not in texts_in(dialog)


def test_esc_asks_while_the_password_is_shown(qtbot: QtBot, open_password_dialog: Open) -> None:
    """It cannot be shown again, so that Esc alone does not take it away."""
    dialog = open_password_dialog()
    set_password(qtbot, dialog)
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert "Close? The password cannot be shown again. Esc goes back." in bars(dialog)
    assert one(dialog, DiscardBar).button.text() == "Close"
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not one(dialog, DiscardBar).is_asking
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_D, CONTROL)
    assert not dialog.isVisible()


def test_f9_copies_the_receipt_and_nothing_of_the_password(
    qtbot: QtBot, open_password_dialog: Open, storage: FakeStorage
) -> None:
    """The one line for the ticket names customer, time, person and receipt."""
    dialog = open_password_dialog()
    set_password(qtbot, dialog)
    press(Qt.Key.Key_F9)
    line = QGuiApplication.clipboard().text()
    receipt = storage.journal.entries(JournalQuery())[0].receipt
    assert line.startswith("Telephone password · customer 104233 · new password set · ")
    assert line.endswith(f" · Tanja Lang · {receipt}")
    assert TYPED not in line


def test_a_notice_may_be_prepared_when_the_password_is_saved(
    qtbot: QtBot, open_password_dialog: Open, customers: dict[str, Customer]
) -> None:
    """Also for a customer without an e-mail address, who gets a letter; reached by Tab."""
    dialog = open_password_dialog(customers["104871"])
    changes, notices = QSignalSpy(dialog.changed), QSignalSpy(dialog.notice_wanted)
    set_password(qtbot, dialog)
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        if "Prepare a notice…" in str(focused().property("text")):
            break
    press(Qt.Key.Key_Space)
    if not notices.count():
        qtbot.wait(GUARD_MS + 50)
        press(Qt.Key.Key_Space)
    assert notices.at(0) == [Notice(NoticeKind.SET, customers["104871"], changes.at(0)[0].at)]

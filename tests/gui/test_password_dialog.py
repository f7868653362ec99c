"""Setting a telephone password as a whole, by keyboard only."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import (
    Customer,
    EventKind,
    JournalQuery,
)
from desktop_app.core.errors import DiskFullError, KeyringLockedError
from desktop_app.gui.context import Context
from desktop_app.gui.password.password_dialog import Stage
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.widgets.fields import OptionRow
from desktop_app.gui.widgets.hint_line import HintLine
from tests.gui.fakes import FakeKeys, FakeStorage
from tests.gui.password_driver import (
    CONTROL,
    TYPED,
    Open,
    bars,
    entries,
    focused,
    identify,
    matches,
    messages,
    one,
    press,
    save,
    stage_of,
    suggestions,
    texts_in,
    type_in,
    type_password,
)


def test_a_typed_password_is_set_with_enter_and_ctrl_enter(
    qtbot: QtBot,
    open_password_dialog: Open,
    context: Context,
    storage: FakeStorage,
    customers: dict[str, Customer],
) -> None:
    """The whole form is gone through with Enter; what was typed is stored with its check."""
    dialog = open_password_dialog()
    changes = QSignalSpy(dialog.changed)
    identify()
    type_password()
    save(qtbot, dialog)
    assert stage_of(dialog) is Stage.SHOWN
    assert matches(context, customers["104233"], TYPED)
    (entry,) = storage.journal.entries(JournalQuery(kinds=(EventKind.PASSWORD_SET,)))
    assert entry.personal["reference"].startswith("Called +49 6851 5550137 at 14:07")
    assert changes.at(0)[0].receipt == entry.receipt


def test_after_a_failure_everything_is_still_there(
    qtbot: QtBot, open_password_dialog: Open, storage: FakeStorage
) -> None:
    """A full disk loses nothing; the same text is saved with the next Ctrl+Enter."""
    dialog = open_password_dialog()
    identify()
    type_password()
    storage.failure = DiskFullError()
    save(qtbot, dialog)
    assert bars(dialog)[0].startswith("Not saved. What you typed is still here. The disk is full.")
    storage.failure = None
    save(qtbot, dialog)
    assert stage_of(dialog) is Stage.SHOWN
    assert "Not saved" not in "".join(bars(dialog))


def test_a_locked_keyring_is_said_before_anything_is_typed(
    qtbot: QtBot, open_password_dialog: Open, keys: FakeKeys
) -> None:
    """Nobody types a password that cannot be saved."""
    keys.failure = KeyringLockedError()
    dialog = open_password_dialog()
    qtbot.waitUntil(lambda: bool(bars(dialog)))
    assert bars(dialog)[0].startswith("Nothing can be saved now. The system's keyring is locked.")


def test_esc_asks_once_where_something_was_typed(qtbot: QtBot, open_password_dialog: Open) -> None:
    """The first Esc asks, typing goes on; Ctrl+D is the answer that closes and wipes."""
    dialog = open_password_dialog()
    identify()
    type_password()
    press(Qt.Key.Key_D, CONTROL)  # nothing was asked
    press(Qt.Key.Key_Escape)
    assert bars(dialog) == ["Discard what was typed? Esc goes back."]
    type_in("9")
    assert bars(dialog) == []
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert len(bars(dialog)) == 1
    press(Qt.Key.Key_D, CONTROL)
    assert not dialog.isVisible()
    assert TYPED not in texts_in(dialog)


def test_no_number_of_esc_throws_away_what_was_typed(
    qtbot: QtBot, open_password_dialog: Open
) -> None:
    """Too soon after the question Esc does nothing, later it takes the question back."""
    dialog = open_password_dialog()
    identify()
    type_password()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert bars(dialog) == ["Discard what was typed? Esc goes back."]
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert bars(dialog) == []
    assert dialog.isVisible()
    assert [entry.peek().reveal() for entry in entries(dialog)] == [TYPED] * 2


def test_esc_closes_an_untouched_form(open_password_dialog: Open) -> None:
    """A proposed reference is not something typed."""
    dialog = open_password_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_missing_answer_cuts_nothing(qtbot: QtBot, open_password_dialog: Open) -> None:
    """The reason has the line of the guessing chance, which comes back afterwards."""
    dialog = open_password_dialog()
    suggestions(dialog)[0].click()
    chance = dialog.findChildren(HintLine)[-1]
    assert chance.text.startswith("Guessing it")
    bar = one(dialog, QScrollArea).verticalScrollBar()
    for sentence in ("Choose how you checked who this is.", "Say what you checked against."):
        assert chance.isVisible()
        press(Qt.Key.Key_Return, CONTROL)
        assert messages(dialog) == [sentence]
        assert not chance.isVisible()
        QApplication.processEvents()
        assert bar.maximum() == 0
        dialog.findChildren(OptionRow)[1].click()
    type_in("Passport 123")
    assert chance.isVisible()


def test_a_bar_lengthens_the_window_instead_of_covering_the_form(
    qtbot: QtBot, open_password_dialog: Open, storage: FakeStorage
) -> None:
    """What was not saved, then the question of Esc, and the form is whole beside both."""
    dialog = open_password_dialog()
    bar = one(dialog, QScrollArea).verticalScrollBar()
    usual = dialog.height()
    identify()
    type_password()
    storage.failure = DiskFullError()
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.height() > usual)
    first = dialog.height()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.height() > first)
    assert len(bars(dialog)) == 2
    assert (bar.maximum(), bar.isVisible()) == (0, False)
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())


def test_a_bar_leaves_a_window_alone_that_was_made_small(
    qtbot: QtBot, open_password_dialog: Open
) -> None:
    """The body of such a window scrolls in any case; its size is its user's."""
    dialog = open_password_dialog()
    dialog.resize(dialog.minimumSize())
    bar = one(dialog, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    identify(reference="File 7")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(bars(dialog)))
    QApplication.processEvents()
    assert dialog.size() == dialog.minimumSize()


def test_closing_while_saving_forgets_and_still_reports_the_change(
    qtbot: QtBot, open_password_dialog: Open, storage: FakeStorage
) -> None:
    """Esc waits for the answer; a lock closes at once, and the change arrives all the same."""
    dialog = open_password_dialog()
    changes = QSignalSpy(dialog.changed)
    identify()
    type_password()
    storage.hold()
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(Qt.Key.Key_L, CONTROL)
    assert not dialog.isVisible()
    storage.release()
    qtbot.waitUntil(lambda: changes.count() == 1)
    assert TYPED not in texts_in(dialog)


def test_the_focused_field_is_in_sight_in_the_smallest_window(open_password_dialog: Open) -> None:
    """The body scrolls with the focus; header, steps and foot stay."""
    dialog = open_password_dialog()
    dialog.resize(dialog.minimumSize())
    identify()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    for _ in range(3):
        press(Qt.Key.Key_Return)
        place = focused().mapTo(area.viewport(), QPoint(0, focused().height()))
        assert 0 < place.y() <= area.viewport().height()
    assert area.horizontalScrollBar().maximum() == 0

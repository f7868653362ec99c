"""How the caller was identified, which a telephone password needs, by keyboard only."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import (
    Customer,
)
from desktop_app.gui.password.password_dialog import Stage
from desktop_app.gui.widgets.fields import FormField, OptionRow, TextField
from tests.gui.password_driver import CONTROL, Open, focused, messages, press, stage_of, type_in


def test_no_method_is_chosen_beforehand(qtbot: QtBot, open_password_dialog: Open) -> None:
    """Nothing is recorded as checked that nobody said was checked."""
    dialog = open_password_dialog()
    assert not any(row.isChecked() for row in dialog.findChildren(OptionRow))
    press(Qt.Key.Key_Return, CONTROL)
    assert stage_of(dialog) is Stage.TYPING
    assert messages(dialog) == ["Choose how you checked who this is."]
    assert focused() is dialog.findChildren(OptionRow)[0]


def test_arrow_keys_choose_a_method(open_password_dialog: Open) -> None:
    """The methods are one choice, moved through with the arrow keys."""
    dialog = open_password_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    chosen = [row.text() for row in dialog.findChildren(OptionRow) if row.isChecked()]
    assert chosen == ["ID document shown"]


def test_enter_chooses_the_method_that_has_the_focus(open_password_dialog: Open) -> None:
    """Enter takes the focused method and goes on to the reference."""
    dialog = open_password_dialog()
    press(Qt.Key.Key_Return)
    chosen = [row.text() for row in dialog.findChildren(OptionRow) if row.isChecked()]
    assert chosen == ["Call-back to number on file"]
    assert focused() is dialog.findChildren(QLineEdit)[0]


def test_the_reference_of_a_call_back_is_a_proposal(open_password_dialog: Open) -> None:
    """Another method takes the proposed text away, but never a typed one."""
    dialog = open_password_dialog()
    reference = dialog.findChildren(QLineEdit)[0]
    press(Qt.Key.Key_Space)
    assert reference.text() == "Called +49 6851 5550137 at 14:07"
    press(Qt.Key.Key_Down)
    assert reference.text() == ""
    press(Qt.Key.Key_Return)
    type_in("Passport 4711")
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Up)
    assert reference.text() == "Passport 4711"


def test_without_a_number_on_file_there_is_no_call_back(
    open_password_dialog: Open, customers: dict[str, Customer]
) -> None:
    """A call-back goes to a stored number or nowhere."""
    dialog = open_password_dialog(replace(customers["104233"], phones=()))
    callback = dialog.findChildren(OptionRow)[0]
    assert not callback.isEnabled()
    assert callback.accessibleDescription() == "No number on file"
    assert focused() is dialog.findChildren(OptionRow)[1]


def test_a_reference_is_required(qtbot: QtBot, open_password_dialog: Open) -> None:
    """Without a reference nothing is saved, and the reason stands below the field."""
    dialog = open_password_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CONTROL)
    fields = [field.message for field in dialog.findChildren(FormField) if field.message]
    assert fields == ["Say what you checked against."]
    assert focused() is dialog.findChildren(QLineEdit)[0]


def test_a_typed_reference_replaces_the_proposed_one(open_password_dialog: Open) -> None:
    """Enter leads to the proposal as Tab does: selected."""
    dialog = open_password_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    type_in("Ticket 77")
    assert dialog.findChildren(TextField)[0].text() == "Ticket 77"


def test_a_missing_reference_leaves_the_note_in_its_line(open_password_dialog: Open) -> None:
    """The reason stands below the reference and moves nothing beside it."""
    dialog = open_password_dialog()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()
    reference, note = dialog.findChildren(TextField)
    assert reference.mapTo(dialog, QPoint()).y() == note.mapTo(dialog, QPoint()).y()

"""Unlock, remove and caution, by keyboard only."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import Customer, EventKind, JournalQuery, PasswordState
from desktop_app.core.errors import DiskFullError
from desktop_app.core.tries import Tries
from desktop_app.gui.context import Context
from desktop_app.gui.password.reason_dialog import ReasonDialog
from desktop_app.gui.password.reason_texts import Action
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.fields import FormField
from tests.gui.fakes import FakeCredential, FakeStorage

LOCKED, SET = "108412", "104233"
Open = Callable[..., ReasonDialog]


@pytest.fixture
def open_dialog(
    qtbot: QtBot, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> Open:
    until = storage.clock() + timedelta(minutes=12)
    tries = Tries(in_row=5, in_all=5, locked_until=until)
    storage.put_credential(
        customers[LOCKED], FakeCredential(storage.clock(), "Tanja Lang", tries=tries)
    )

    def build(action: Action, number: str = SET) -> ReasonDialog:
        dialog = ReasonDialog(context, customers[number], action)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(lambda: "+" in texts_of(dialog))
        return dialog

    return build


def texts_of(dialog: ReasonDialog) -> str:
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    bars = [bar.accessibleName() for bar in dialog.findChildren(AmberBar) if bar.isVisible()]
    return "\n".join((*labels, *bars))


def refusal(dialog: ReasonDialog) -> str:
    field = dialog.findChild(FormField)
    assert isinstance(field, FormField)
    return field.message


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def type_in(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)


def confirm(qtbot: QtBot, dialog: ReasonDialog) -> None:
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.is_busy)


def state_of(storage: FakeStorage, number: str) -> PasswordState:
    customer = storage.customers.find_number(number)
    return storage.customers.details(customer.id).standing.state


def test_labels_stand_above_their_fields_after_a_refusal_is_taken_back(
    qtbot: QtBot, open_dialog: Open
) -> None:
    """The field that has the focus moves up again below its label once something is typed."""
    dialog = open_dialog(Action.CLEAR_CAUTION)
    field = dialog.findChild(FormField)
    assert isinstance(field, FormField)
    label = next(each for each in field.findChildren(QLabel) if each.buddy() is field.editor)
    before = (field.height(), label.geometry(), field.editor.geometry())
    dialog.enter_pressed()
    qtbot.waitUntil(lambda: bool(field.message) and field.height() > before[0])
    QTest.keyClicks(field.editor, "x")
    qtbot.waitUntil(lambda: field.height() == before[0])
    assert (field.height(), label.geometry(), field.editor.geometry()) == before


def test_unlock_needs_a_reason_and_shows_its_receipt(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """The reason is journalled, the wait ends, the receipt can be copied before it closes."""
    dialog = open_dialog(Action.UNLOCK, LOCKED)
    changes = QSignalSpy(dialog.changed)
    assert "locked for 30 min, twice as long as before" in texts_of(dialog)
    press(Qt.Key.Key_Return)
    assert refusal(dialog) == "This field must not be empty. Nothing was saved."
    type_in("Called back")
    confirm(qtbot, dialog)
    assert state_of(storage, LOCKED) is PasswordState.SET
    (entry,) = storage.journal.entries(JournalQuery(kinds=(EventKind.UNLOCKED,)))
    assert entry.personal == {"reason": "Called back"}
    assert changes.at(0)[0].receipt == entry.receipt
    press(Qt.Key.Key_F9)
    line = QGuiApplication.clipboard().text()
    assert line.startswith(f"Telephone password · customer {LOCKED} · unlocked · ")
    assert line.endswith(entry.receipt)
    press(Qt.Key.Key_Return)  # too soon: nobody has read the receipt yet
    assert dialog.isVisible()
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_last_try_before_a_block_is_said(
    open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Where one more wrong try blocks, the form does not speak of a wait."""
    until = storage.clock() + timedelta(minutes=12)
    tries = Tries(in_row=9, in_all=9, locked_until=until)
    storage.put_credential(customers[SET], FakeCredential(storage.clock(), "", tries=tries))
    dialog = open_dialog(Action.UNLOCK)
    assert "If that is wrong, the password is blocked." in texts_of(dialog)


def test_what_is_not_locked_cannot_be_unlocked(qtbot: QtBot, open_dialog: Open) -> None:
    """The sentence says so, and the text stays."""
    dialog = open_dialog(Action.UNLOCK, SET)
    type_in("Called back")
    confirm(qtbot, dialog)
    assert "This password is not locked." in texts_of(dialog)
    assert focused().property("text") == "Called back"


def test_remove_stops_the_password_at_once(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """The form warns, the reason is journalled, the password is gone."""
    dialog = open_dialog(Action.REMOVE)
    assert "It stops working at once" in texts_of(dialog)
    type_in("Customer asked for it")
    confirm(qtbot, dialog)
    assert state_of(storage, SET) is PasswordState.NONE
    assert "The password is removed." in texts_of(dialog)
    assert storage.journal.entries(JournalQuery())[0].receipt in texts_of(dialog)


def caution_text(storage: FakeStorage, customers: dict[str, Customer]) -> str | None:
    caution = storage.customers.details(customers[SET].id).caution
    return None if caution is None else caution.text


def test_a_caution_replaces_the_one_there_is(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """The old one is shown beforehand; typing needs no way to the field; then the form closes."""
    storage.put_caution(customers[SET], "Old caution", "Lukas Berger")
    dialog = open_dialog(Action.RAISE_CAUTION)
    changes = QSignalSpy(dialog.changed)
    qtbot.waitUntil(lambda: "“Old caution” (Lukas Berger)" in texts_of(dialog))
    type_in("Tried three birthdays")
    confirm(qtbot, dialog)
    assert not dialog.isVisible()
    assert changes.count() == 1
    assert caution_text(storage, customers) == "Tried three birthdays"


def test_a_colleagues_caution_is_read_before_it_is_replaced(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Raised while this form was open, it is shown; what was typed stays; a second try replaces it.

    A double press of Enter is no second try.
    """
    dialog = open_dialog(Action.RAISE_CAUTION)
    storage.put_caution(customers[SET], "Never tell the address", "Ina Roth")
    type_in("Knew little")
    confirm(qtbot, dialog)
    press(Qt.Key.Key_Return)
    assert "a colleague has raised a caution meanwhile" in texts_of(dialog)
    assert "What you typed is still here." in texts_of(dialog)
    qtbot.waitUntil(lambda: "“Never tell the address” (Ina Roth)" in texts_of(dialog))
    assert caution_text(storage, customers) == "Never tell the address"
    qtbot.wait(GUARD_MS + 50)
    confirm(qtbot, dialog)
    assert not dialog.isVisible()
    assert caution_text(storage, customers) == "Knew little"


def test_a_caution_from_the_short_list(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Enter takes the reason that has the focus, the next one raises the caution."""
    dialog = open_dialog(Action.RAISE_CAUTION)
    press(Qt.Key.Key_Return)
    assert caution_text(storage, customers) is None
    confirm(qtbot, dialog)
    assert not dialog.isVisible()
    assert caution_text(storage, customers) == "The caller guessed again and again"


def test_a_reason_of_the_list_and_more_in_own_words(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Arrows go through the reasons, Space chooses, Tab goes on to the words; both are seen."""
    dialog = open_dialog(Action.RAISE_CAUTION)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    type_in("asked which bank it is")
    confirm(qtbot, dialog)
    assert caution_text(storage, customers) == (
        "The caller knew little about the account: asked which bank it is"
    )


def test_a_caution_without_a_reason_is_none(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """It says so, and the focus goes back to the reasons."""
    dialog = open_dialog(Action.RAISE_CAUTION)
    first = focused()
    QTest.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert refusal(dialog) == "Choose a reason, or say it in your words."
    assert focused() is first
    press(Qt.Key.Key_Escape)  # nothing was chosen or typed: nothing is asked
    assert not dialog.isVisible()
    assert caution_text(storage, customers) is None


def test_a_caution_is_cleared_with_a_reason(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """It is shown once more; the reason is journalled."""
    storage.put_caution(customers[SET], "Old caution", "Lukas Berger")
    dialog = open_dialog(Action.CLEAR_CAUTION)
    assert "“Old caution” (Lukas Berger)" in texts_of(dialog)
    press(Qt.Key.Key_Return)
    assert refusal(dialog) == "This field must not be empty. Nothing was saved."
    type_in("The customer explained it")
    confirm(qtbot, dialog)
    assert not dialog.isVisible()
    assert caution_text(storage, customers) is None
    entry = storage.journal.entries(JournalQuery())[0]
    assert entry.personal == {"reason": "The customer explained it"}


def test_a_newer_caution_is_read_before_it_is_cleared(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """What a colleague has raised meanwhile is shown, not taken off; a second try takes it off."""
    storage.put_caution(customers[SET], "Old caution", "Lukas Berger")
    dialog = open_dialog(Action.CLEAR_CAUTION)
    storage.put_caution(customers[SET], "New caution", "Ina Roth")
    type_in("Explained")
    confirm(qtbot, dialog)
    assert "a colleague has changed the caution" in texts_of(dialog)
    qtbot.waitUntil(lambda: "“New caution” (Ina Roth)" in texts_of(dialog))
    assert caution_text(storage, customers) == "New caution"
    qtbot.wait(GUARD_MS + 50)
    confirm(qtbot, dialog)
    assert caution_text(storage, customers) is None


def test_a_customer_is_deleted_with_reason_and_number(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Neither is enough alone; the receipt is shown before the form closes."""
    dialog = open_dialog(Action.DELETE)
    assert "Nobody can bring the customer back." in texts_of(dialog)
    assert "set the customer inactive instead" in texts_of(dialog)
    press(Qt.Key.Key_Return)
    assert refusal(dialog) == "This field must not be empty. Nothing was saved."
    type_in("Asked for it in writing")
    press(Qt.Key.Key_Return)
    messages = [field.message for field in dialog.findChildren(FormField)]
    assert f"Type {SET}: it cannot be undone." in messages
    type_in(LOCKED)
    press(Qt.Key.Key_Return)
    assert storage.customers.get(customers[SET].id) == customers[SET]
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(SET)
    confirm(qtbot, dialog)
    assert customers[SET].id not in [each.id for each in storage.customers.export()]
    assert "The customer is deleted." in texts_of(dialog)
    entry = storage.journal.entries(JournalQuery())[0]
    assert (entry.kind, entry.personal) == (
        EventKind.CUSTOMER_DELETED,
        {"reason": "Asked for it in writing"},
    )
    press(Qt.Key.Key_F9)
    line = QGuiApplication.clipboard().text()
    assert line.startswith(f"Customer record · customer {SET} · deleted · ")
    assert line.endswith(entry.receipt)


def test_a_failure_keeps_the_text_for_another_try(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """A full disk changes nothing and loses nothing."""
    dialog = open_dialog(Action.REMOVE)
    type_in("Customer asked for it")
    storage.failure = DiskFullError()
    confirm(qtbot, dialog)
    assert "Not done. What you typed is still here. The disk is full." in texts_of(dialog)
    storage.failure = None
    confirm(qtbot, dialog)
    assert state_of(storage, SET) is PasswordState.NONE


def test_esc_asks_where_something_was_typed(qtbot: QtBot, open_dialog: Open) -> None:
    """An empty form closes at once, a filled one asks first."""
    dialog = open_dialog(Action.REMOVE)
    type_in("Customer")
    press(Qt.Key.Key_Escape)
    assert "Discard what was typed? Esc goes back." in texts_of(dialog)
    qtbot.wait(GUARD_MS + 50)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(Qt.Key.Key_Escape)
    QTest.keyClick(focused(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    other = open_dialog(Action.REMOVE)
    press(Qt.Key.Key_Escape)
    assert not other.isVisible()


def test_esc_waits_for_a_change_under_way(
    qtbot: QtBot, open_dialog: Open, storage: FakeStorage
) -> None:
    """Nobody is left without knowing whether it was done."""
    dialog = open_dialog(Action.REMOVE)
    type_in("Customer asked for it")
    storage.hold()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    storage.release()
    qtbot.waitUntil(lambda: dialog.is_done)

"""The small forms of a lead, and the form of one customer."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.core.tries import Tries
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.conflict_dialog import ConflictDialog
from desktop_app.gui.customers.customer_form import CustomerForm
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.reason_dialog import ReasonDialog
from desktop_app.gui.password.reason_texts import Action
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.widgets.fields import LinesField
from tests.gui.fakes import FakeClock, FakeCredential, FakeStorage, session_of
from tests.gui.sample_customers import add_sample_customers
from tests.screens._settling import settle
from tests.screens.registry import screen

NUMBER = "108412"


def _prepared(appearance: Appearance) -> tuple[Context, FakeStorage]:
    storage = FakeStorage(FakeClock())
    customers = add_sample_customers(storage)
    until = storage.clock() + timedelta(minutes=12)
    tries = Tries(in_row=5, in_all=5, locked_until=until)
    storage.put_credential(
        customers[NUMBER], FakeCredential(storage.clock(), "Tanja Lang", tries=tries)
    )
    storage.put_caution(customers[NUMBER], "The caller tried three birthdays", "Lukas Berger")
    desk = Desk(appearance, Tasks(), Preferences())
    return Context(desk, session_of(storage), storage.policies.load()), storage


def reason(appearance: Appearance, action: Action) -> ReasonDialog:
    context, storage = _prepared(appearance)
    dialog = ReasonDialog(context, storage.customers.find_number(NUMBER), action)
    dialog.show()
    dialog.activateWindow()
    settle(lambda: dialog._is_read)
    QTest.qWait(100)
    return dialog


@screen("unlock")
def unlock(appearance: Appearance) -> QWidget:
    return reason(appearance, Action.UNLOCK)


@screen("unlock-done")
def unlock_done(appearance: Appearance) -> QWidget:
    dialog = reason(appearance, Action.UNLOCK)
    edit = dialog.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "Called back on the number on file")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    settle(lambda: dialog.is_done)
    return dialog


@screen("remove-password")
def remove(appearance: Appearance) -> QWidget:
    return reason(appearance, Action.REMOVE)


@screen("raise-caution")
def raise_caution(appearance: Appearance) -> QWidget:
    dialog = reason(appearance, Action.RAISE_CAUTION)
    first = dialog.focusWidget()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = dialog.focusWidget()
    assert second is not None
    QTest.keyClick(second, Qt.Key.Key_Return)
    return dialog


@screen("raise-caution-refused")
def raise_caution_refused(appearance: Appearance) -> QWidget:
    dialog = reason(appearance, Action.RAISE_CAUTION)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return dialog


@screen("customer-delete")
def delete_customer(appearance: Appearance) -> QWidget:
    dialog = reason(appearance, Action.DELETE)
    reason_field, number = dialog.findChildren(QLineEdit)
    QTest.keyClicks(reason_field, "Asked for it in writing on 20 November")
    QTest.keyClicks(number, "108421")
    QTest.keyClick(number, Qt.Key.Key_Return)
    return dialog


@screen("customer-delete-done")
def delete_customer_done(appearance: Appearance) -> QWidget:
    dialog = reason(appearance, Action.DELETE)
    reason_field, number = dialog.findChildren(QLineEdit)
    QTest.keyClicks(reason_field, "Asked for it in writing on 20 November")
    QTest.keyClicks(number, NUMBER)
    QTest.keyClick(number, Qt.Key.Key_Return)
    settle(lambda: dialog.is_done)
    return dialog


@screen("clear-caution")
def clear_caution(appearance: Appearance) -> QWidget:
    return reason(appearance, Action.CLEAR_CAUTION)


@screen("customer-new")
def new_customer(appearance: Appearance) -> QWidget:
    context, _ = _prepared(appearance)
    form = CustomerForm(context, None)
    form.show()
    form.activateWindow()
    settle(form.isActiveWindow)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: not form.is_busy)
    return form


@screen("customer-edit")
def edit_customer(appearance: Appearance) -> QWidget:
    context, storage = _prepared(appearance)
    form = CustomerForm(context, storage.customers.find_number("104233"))
    form.show()
    form.findChildren(LinesField)[0].setFocus()
    return form


@screen("customer-conflict")
def conflict(appearance: Appearance) -> QWidget:
    context, storage = _prepared(appearance)
    before = storage.customers.find_number("104233")
    form = CustomerForm(context, before)
    form.show()
    form.activateWindow()
    settle(form.isActiveWindow)
    name = form.findChildren(QLineEdit)[1]
    name.setText("Anja Müller-Kern")
    theirs = replace(
        before, name="Anja Kern", company="Kern & Söhne", authorised="Otto Kern, Eva Kern"
    )
    storage.customers.change(before, theirs)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: form.findChild(ConflictDialog) is not None)
    dialog = form.findChild(ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    settle(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return dialog

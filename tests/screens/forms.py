"""The small forms of a lead, and the form of one customer."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.core.tries import Tries
from desktop_app.gui.context import Context, Desk
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
    settle(lambda: "details" in storage.calls)
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
    QTest.keyClick(dialog, Qt.Key.Key_Return)
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

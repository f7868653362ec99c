"""The verification dialog in every state."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.core.errors import DatabaseMissingError
from desktop_app.core.tries import Tries
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.verify.key_guard import GUARD_MS
from desktop_app.gui.verify.verify_dialog import Stage, VerifyDialog
from tests.gui.fakes import FakeClock, FakeCredential, FakeKeys, FakeStorage, session_of
from tests.gui.sample_customers import add_sample_customers
from tests.screens._settling import settle
from tests.screens.registry import screen

PASSWORD = "Ahorn 42"


def dialog_for(
    appearance: Appearance,
    number: str = "104233",
    prepare: Callable[[FakeStorage], None] = lambda _storage: None,
    text_after_match: str = "",
) -> VerifyDialog:
    clock = FakeClock()
    storage = FakeStorage(clock)
    customers = add_sample_customers(storage)
    keys = FakeKeys()
    storage.put_password(customers["104233"], PASSWORD, keys)
    policy = replace(storage.policies.load(), text_after_match_en=text_after_match)
    prepare(storage)
    session = session_of(storage, keys)
    desk = Desk(appearance, Tasks(), Preferences())
    context = Context(desk, session, policy)
    dialog = VerifyDialog(context, customers[number])
    dialog.show()
    settle(lambda: not dialog.is_busy)
    return dialog


def type_in(dialog: VerifyDialog, text: str) -> QLineEdit:
    edit = dialog.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, text)
    return edit


def say(dialog: VerifyDialog, text: str) -> VerifyDialog:
    QTest.qWait(GUARD_MS)
    QTest.keyClick(type_in(dialog, text), Qt.Key.Key_Return)
    settle(lambda: not dialog.is_busy)
    return dialog


@screen("verify-idle")
def idle(appearance: Appearance) -> QWidget:
    dialog = dialog_for(appearance)
    type_in(dialog, PASSWORD)
    return dialog


@screen("verify-shown")
def shown(appearance: Appearance) -> QWidget:
    dialog = idle(appearance)
    dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_F2)
    return dialog


@screen("verify-match")
def match(appearance: Appearance) -> QWidget:
    return say(dialog_for(appearance), PASSWORD)


@screen("verify-nomatch")
def no_match(appearance: Appearance) -> QWidget:
    return say(dialog_for(appearance), "Birke 17")


@screen("verify-last-try")
def last_try(appearance: Appearance) -> QWidget:
    dialog = dialog_for(appearance)
    for _ in range(4):
        say(dialog, "Birke 17")
    return dialog


@screen("verify-no-tries-left")
def no_tries_left(appearance: Appearance) -> QWidget:
    dialog = dialog_for(appearance)
    for _ in range(5):
        say(dialog, "Birke 17")
    return dialog


@screen("verify-locked")
def locked(appearance: Appearance) -> QWidget:
    return dialog_for(appearance, "108412")


@screen("verify-none")
def none(appearance: Appearance) -> QWidget:
    return dialog_for(appearance, "104871")


@screen("verify-blocked")
def blocked(appearance: Appearance) -> QWidget:
    def block(storage: FakeStorage) -> None:
        credential = FakeCredential(storage.clock() - timedelta(days=30), "Tanja Lang")
        credential.tries = Tries(in_row=10, in_all=10)
        storage.put_credential(storage.customers.find_number("104233"), credential)

    return dialog_for(appearance, prepare=block)


@screen("verify-expired")
def expired(appearance: Appearance) -> QWidget:
    def use_up(storage: FakeStorage) -> None:
        credential = FakeCredential(storage.clock() - timedelta(hours=1), "Tanja Lang")
        credential.used = True
        storage.put_credential(storage.customers.find_number("104233"), credential)

    return dialog_for(appearance, prepare=use_up)


@screen("verify-paused")
def paused(appearance: Appearance) -> QWidget:
    def pause(storage: FakeStorage) -> None:
        storage.paused = True

    return dialog_for(appearance, prepare=pause)


@screen("verify-not-checked")
def not_checked(appearance: Appearance) -> QWidget:
    def fail(storage: FakeStorage) -> None:
        storage.failure = DatabaseMissingError("workstation.db")

    dialog = dialog_for(appearance, prepare=fail)
    assert dialog.stage is Stage.NOT_CHECKED
    return dialog


@screen("verify-caution")
def caution(appearance: Appearance) -> QWidget:
    def raise_caution(storage: FakeStorage) -> None:
        customer = storage.customers.find_number("104233")
        storage.customers.raise_caution(customer.id, "The caller tried three birthdays.")

    return dialog_for(appearance, prepare=raise_caution)


@screen("verify-long-caution")
def long_caution(appearance: Appearance) -> QWidget:
    def raise_caution(storage: FakeStorage) -> None:
        customer = storage.customers.find_number("104233")
        text = "The caller tried three birthdays and asked for the bank account. " * 10
        storage.customers.raise_caution(customer.id, text[:500])

    return say(dialog_for(appearance, prepare=raise_caution), PASSWORD)


@screen("verify-team-text")
def verify_team_text(appearance: Appearance) -> QWidget:
    text = "Ask whether the address is still right, and read out the date of the last invoice. "
    return say(dialog_for(appearance, text_after_match=2 * text), PASSWORD)

"""First passwords for many, and the notices."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import PrintingFailedError
from desktop_app.core.first_passwords import FirstPasswords
from desktop_app.core.invented_customers import invent_customers
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.desktop.printing import PrintOut
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.notices.notice import Notice, NoticeKind
from desktop_app.gui.notices.notice_dialog import NoticeDialog
from desktop_app.gui.password.first_passwords_window import FirstPasswordsWindow, Stage
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from tests.gui.fakes import FakeClock, FakeKeys, FakeStorage, session_of
from tests.gui.sample_customers import add_sample_customers
from tests.screens._settling import settle
from tests.screens.registry import screen

_REASON = "Telephone passwords begin in December"


def _printer_out_of_paper(_parent: QWidget, _title: str) -> PrintOut:
    def print_out(documents: Iterable[str]) -> None:
        list(documents)
        raise PrintingFailedError(2)

    return print_out


def _nowhere(_parent: QWidget, _name: str) -> Path | None:
    return None


def _window(appearance: Appearance, customers: int = 14) -> FirstPasswordsWindow:
    storage = FakeStorage(FakeClock())
    for draft in invent_customers(customers, seed=11):
        storage.customers.add(draft)
    keys = FakeKeys()
    context = Context(
        Desk(appearance, Tasks(), Preferences()), session_of(storage, keys), storage.policies.load()
    )
    first = FirstPasswords(
        storage.first_passwords, storage.credentials, storage.policies, keys, Suggester()
    )
    window = FirstPasswordsWindow(
        context, first, ask_for_printer=_printer_out_of_paper, ask_for_file=_nowhere
    )
    window.show()
    window.activateWindow()
    settle(lambda: bool(window._choice.chosen))
    window._choice.reason.setText(_REASON)
    return window


def _made(appearance: Appearance) -> FirstPasswordsWindow:
    window = _window(appearance, 5)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: window.stage is Stage.MADE)
    return window


@screen("first-passwords")
def choosing(appearance: Appearance) -> QWidget:
    window = _window(appearance)
    window._choice.table.setFocus()
    QTest.keyClick(window._choice.table, Qt.Key.Key_Down)
    QTest.keyClick(window._choice.table, Qt.Key.Key_Space)
    return window


@screen("first-passwords-small")
def small(appearance: Appearance) -> QWidget:
    window = _window(appearance)
    window.resize(window.minimumSize())
    return window


@screen("first-passwords-progress")
def progress(appearance: Appearance) -> QWidget:
    window = _window(appearance)
    window._wanted = window._choice.chosen
    window._bar.setRange(0, len(window._wanted))
    window._on_job_progressed(5)
    window._show_stage(Stage.MAKING)
    return window


@screen("first-passwords-done")
def done(appearance: Appearance) -> QWidget:
    return _made(appearance)


@screen("first-passwords-unprinted")
def unprinted(appearance: Appearance) -> QWidget:
    window = _made(appearance)
    QTest.keyClick(window, Qt.Key.Key_Return)
    settle(lambda: window.stage is Stage.OVER)
    return window


def _notice(appearance: Appearance, kind: NoticeKind, number: str) -> QWidget:
    storage = FakeStorage(FakeClock())
    customer = add_sample_customers(storage)[number]
    desk = Desk(appearance, Tasks(), Preferences())
    at = storage.clock() - timedelta(minutes=4)
    dialog = NoticeDialog(desk, Notice(kind, customer, at))
    dialog.show()
    dialog.activateWindow()
    return dialog


@screen("notice")
def notice(appearance: Appearance) -> QWidget:
    return _notice(appearance, NoticeKind.BLOCKED, "104233")


@screen("notice-letter")
def letter_only(appearance: Appearance) -> QWidget:
    return _notice(appearance, NoticeKind.REMOVED, "104871")

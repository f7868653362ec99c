"""A customer's history."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import DatabaseBusyError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.journal.history_pages import Show
from desktop_app.gui.journal.history_window import HistoryWindow
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from tests.gui.fakes import FakeClock, FakeStorage, session_of
from tests.gui.sample_customers import add_sample_customers
from tests.gui.sample_history import add_sample_history
from tests.screens._settling import settle
from tests.screens.registry import screen

NOW = datetime(2026, 11, 22, 14, 12).astimezone(UTC)


def window_for(
    appearance: Appearance, *, recorded: bool = True, broken: bool = False
) -> HistoryWindow:
    storage = FakeStorage(FakeClock(NOW))
    customer = add_sample_customers(storage)["104233"]
    storage.forget_entries()
    if recorded:
        add_sample_history(storage, customer)
    storage.failure = DatabaseBusyError() if broken else None
    desk = Desk(appearance, Tasks(), Preferences())
    window = HistoryWindow(Context(desk, session_of(storage), storage.policy), customer)
    window.show()
    settle(lambda: not window.is_busy)
    return window


@screen("history")
def history(appearance: Appearance) -> QWidget:
    return window_for(appearance)


@screen("history-narrow")
def narrow(appearance: Appearance) -> QWidget:
    window = window_for(appearance)
    window.resize(560, 480)
    window.activateWindow()
    for _ in range(2):
        QTest.keyClick(window.list_view, Qt.Key.Key_Down)
    return window


@screen("history-locks")
def locks(appearance: Appearance) -> QWidget:
    window = window_for(appearance)
    window.show_choice.set_value(Show.LOCKS)
    settle(lambda: not window.is_busy)
    return window


@screen("history-empty")
def empty(appearance: Appearance) -> QWidget:
    return window_for(appearance, recorded=False)


@screen("history-failed")
def failed(appearance: Appearance) -> QWidget:
    return window_for(appearance, broken=True)

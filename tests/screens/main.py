"""The main window in every state."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.core.entities import Customer
from desktop_app.core.errors import DatabaseMissingError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customer_table import CustomerTable
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.shortcuts_dialog import ShortcutsDialog
from desktop_app.gui.tasks import Tasks
from tests.gui.fakes import AGENT, FakeClock, FakeStorage, session_of
from tests.gui.sample_customers import add_sample_checks, add_sample_customers
from tests.screens._settling import settle
from tests.screens.registry import screen

NORMAL = (1180, 760)


@dataclass
class _Stage:
    window: MainWindow
    storage: FakeStorage
    customers: dict[str, Customer]
    clock: FakeClock

    def search(self, text: str) -> None:
        """Type ``text`` and wait until the answer and the first hit's card are on screen."""
        line = self.window.focusWidget()
        assert line is not None
        QTest.keyClicks(line, text)
        settle(lambda: _says(self.window, " ms"))
        table = self.window.findChild(CustomerTable)
        assert table is not None
        settle(lambda: table.count == 0 or "details" in self.storage.calls)
        _rest()


def _rest() -> None:
    """Let what is under way arrive."""
    for _ in range(20):
        QTest.qWait(5)


def _says(window: MainWindow, text: str) -> bool:
    labels = window.findChildren(QLabel)
    return any(text in label.text() for label in labels)


def _stage(
    appearance: Appearance,
    size: tuple[int, int] = NORMAL,
    prepare: Callable[[FakeStorage, dict[str, Customer]], None] = lambda _storage, _all: None,
    *,
    as_agent: bool = False,
) -> _Stage:
    clock = FakeClock()
    storage = FakeStorage(clock, person=AGENT) if as_agent else FakeStorage(clock)
    customers = add_sample_customers(storage)
    prepare(storage, customers)
    desk = Desk(appearance, Tasks(), Preferences())
    window = MainWindow(desk, now=clock)
    window.resize(*size)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    window.open(Context(desk, session_of(storage), storage.policies.load()))
    settle(lambda: "own_checks" in storage.calls and "count" in storage.calls)
    _rest()
    return _Stage(window, storage, customers, clock)


@screen("main", light_suffix="-light")
def results(appearance: Appearance) -> MainWindow:
    stage = _stage(appearance)
    stage.search("mul")
    return stage.window


@screen("main-start")
def start(appearance: Appearance) -> MainWindow:
    return _stage(appearance, prepare=add_sample_checks).window


@screen("main-narrow")
def narrow(appearance: Appearance) -> MainWindow:
    stage = _stage(appearance, (560, 680))
    stage.search("mul")
    return stage.window


@screen("main-small")
def small(appearance: Appearance) -> MainWindow:
    stage = _stage(appearance, (960, 540))
    stage.search("mul")
    return stage.window


def _offline(appearance: Appearance) -> MainWindow:
    stage = _stage(appearance)
    stage.search("mul")
    stage.clock.advance(timedelta(minutes=5))
    stage.storage.failure = DatabaseMissingError("watchword.db")
    stage.window.refresh_customer(stage.customers["104233"].id)
    settle(lambda: _says(stage.window, "Next try"))
    return stage.window


@screen("main-offline")
def offline(appearance: Appearance) -> MainWindow:
    return _offline(appearance)


@screen("main-offline-typing")
def offline_typing(appearance: Appearance) -> MainWindow:
    """Rows of the search before, said to be that."""
    window = _offline(appearance)
    line = window.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "ch")
    settle(lambda: _says(window, "“mulch” could not be searched yet."))
    _rest()
    return window


@screen("main-nobody")
def nobody(appearance: Appearance) -> MainWindow:
    stage = _stage(appearance)
    stage.search("Xylander 7")
    return stage.window


@screen("main-agent")
def agent(appearance: Appearance) -> MainWindow:
    def raise_caution(storage: FakeStorage, customers: dict[str, Customer]) -> None:
        text = "Caller tried three birthdays and did not know the company's name."
        storage.put_caution(customers["104233"], text, "Lukas Berger")

    stage = _stage(appearance, prepare=raise_caution, as_agent=True)
    stage.search("mul")
    return stage.window


@screen("main-demo")
def demo(appearance: Appearance) -> MainWindow:
    window = _stage(appearance).window
    window.notices.show_demo(
        [("104233", "Anja Müller", "Ahorn 42"), ("100377", "Sabine Müller-Lang", "Birke 17")]
    )
    window.notices.show_text(
        "This computer has no keyring: checks need a vault file.", "Create…", lambda: None
    )
    return window


@screen("shortcuts")
def shortcuts(appearance: Appearance) -> ShortcutsDialog:
    return ShortcutsDialog(appearance, is_lead=True)

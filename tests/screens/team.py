"""The team page in every state."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.core.entities import Customer
from desktop_app.core.errors import DatabaseMissingError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.team.checks_box import ChecksBox
from tests.gui.fakes import FakeStorage, session_of
from tests.gui.sample_customers import add_sample_customers
from tests.gui.sample_team import add_sample_team, tuesday
from tests.screens._settling import settle
from tests.screens.registry import screen

NORMAL = (1180, 760)


def _team(
    appearance: Appearance,
    size: tuple[int, int] = NORMAL,
    prepare: Callable[[FakeStorage, dict[str, Customer]], None] = add_sample_team,
) -> tuple[MainWindow, FakeStorage]:
    clock = tuesday()
    storage = FakeStorage(clock)
    prepare(storage, add_sample_customers(storage))
    desk = Desk(appearance, Tasks(), Preferences())
    window = MainWindow(desk, now=clock)
    window.resize(*size)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    window.open(Context(desk, session_of(storage), storage.policies.load()))
    settle(lambda: "own_checks" in storage.calls)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: _says(window, "Updated"))
    for _ in range(20):
        QTest.qWait(5)
    return window, storage


def _says(window: MainWindow, text: str) -> bool:
    return any(text in label.text() for label in window.findChildren(QLabel))


@screen("team")
def team(appearance: Appearance) -> MainWindow:
    return _team(appearance)[0]


@screen("team-90-days")
def quarter(appearance: Appearance) -> MainWindow:
    window, _ = _team(appearance)
    box = window.findChild(ChecksBox)
    assert box is not None
    box.period.set_value("90")
    box.chart.setFocus()
    QTest.keyClick(box.chart, Qt.Key.Key_Left)
    return window


@screen("team-narrow")
def narrow(appearance: Appearance) -> MainWindow:
    return _team(appearance, (560, 900))[0]


@screen("team-table")
def table(appearance: Appearance) -> MainWindow:
    window, _ = _team(appearance)
    box = window.findChild(ChecksBox)
    assert box is not None
    box.show_table(shown=True)
    return window


@screen("team-empty")
def empty(appearance: Appearance) -> MainWindow:
    return _team(appearance, prepare=lambda _storage, _customers: None)[0]


@screen("team-offline")
def offline(appearance: Appearance) -> MainWindow:
    window, storage = _team(appearance)
    storage.failure = DatabaseMissingError("watchword.db")
    QTest.keyClick(window, Qt.Key.Key_F5)
    settle(lambda: _says(window, "Figures from"))
    return window

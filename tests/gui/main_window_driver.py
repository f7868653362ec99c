"""Drives a main window as a person does: by keys, and by reading what is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customer_table import CustomerTable
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.search_field import SearchField
from tests.gui.fakes import FakeStorage

Modifier = Qt.KeyboardModifier


class Driver:
    """A shown window; ``asked`` lists the wishes it emitted, with the customer's number."""

    def __init__(
        self,
        qtbot: QtBot,
        desk: Desk,
        storage: FakeStorage,
        size: tuple[int, int] = (1180, 760),
        *,
        window: MainWindow | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.storage = storage
        self.window = window or MainWindow(desk, now=storage.clock)
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.asked: list[tuple[str, str]] = []
        self.window.act_requested.connect(
            lambda act, who: self.asked.append((act.name.lower(), who.number))
        )
        for name in ("new_customer", "lock", "reopen", "resume"):
            signal = getattr(self.window, f"{name}_requested")
            signal.connect(lambda name=name: self.asked.append((name, "")))

    def open(self, context: Context) -> None:
        """Open a profile and wait for the start page."""
        self.window.open(context)
        self.wait_for("Start typing")

    @property
    def search(self) -> SearchField:
        field = self.window.findChild(SearchField)
        assert isinstance(field, SearchField)
        return field

    @property
    def table(self) -> CustomerTable:
        table = self.window.findChild(CustomerTable)
        assert isinstance(table, CustomerTable)
        return table

    def type(self, text: str) -> None:
        """Type ASCII into whatever has the focus."""
        QTest.keyClicks(self._focused(), text)

    def press(self, key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """Press a key in whatever has the focus."""
        QTest.keyClick(self._focused(), key, modifier)

    def find(self, text: str) -> None:
        """Type a search and wait for its answer."""
        self.type(text)
        self.wait_fresh()

    def wait_fresh(self) -> None:
        """Wait until the newest search was answered and the selected customer's card is shown."""
        wanted = self.search.text()
        self.wait(lambda: f"search {wanted}" in self.storage.calls)
        self.wait_for(" ms")
        row = self.table.selected_row()
        if row is not None:
            self.wait_for(row.customer.name)

    def wait_for(self, text: str) -> None:
        """Wait until a visible label says this."""
        self.wait(lambda: self.sees(text))

    def wait(self, reached: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(reached)

    def sees(self, text: str) -> bool:
        """Whether a visible label or button has this in its words or its name."""
        widgets: list[QWidget] = [
            *self.window.findChildren(QLabel),
            *self.window.findChildren(QPushButton),
            *self.window.findChildren(QWidget),
        ]
        return any(each.isVisible() and text in _words(each) for each in widgets)

    def button(self, text: str) -> QPushButton:
        """The visible button with these words."""
        for button in self.window.findChildren(QPushButton):
            if button.isVisible() and text in (button.text(), button.accessibleName()):
                return button
        raise AssertionError(text)

    def has_button(self, text: str) -> bool:
        buttons = self.window.findChildren(QPushButton)
        return any(each.isVisible() and each.text() == text for each in buttons)

    def selected(self) -> str:
        """The number of the selected customer, empty for none."""
        row = self.table.selected_row()
        return row.customer.number if row is not None else ""

    def shown_numbers(self) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def checks(self) -> QAbstractItemView:
        """The list on the start page."""
        for view in self.window.findChildren(QAbstractItemView):
            if view.accessibleName() == "Your last checks today":
                return view
        raise AssertionError

    def _focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


def _words(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QPushButton)):
        return f"{widget.text()}\n{widget.accessibleName()}"
    return widget.accessibleName()


def focused_is(widget: QWidget) -> bool:
    """Whether the widget has the keyboard."""
    return QApplication.focusWidget() is widget

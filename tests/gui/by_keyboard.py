"""What every test of a dialog does: show it, type, press keys, read what it says."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.quiet_dialog import QuietDialog

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QuietDialog)


def shown(qtbot: QtBot, window: W) -> W:
    """Show a window and wait until it takes keys."""
    # It would keep a weak reference only, and a test that gives the window no name would lose it.
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.show()
    window.activateWindow()  # without a window manager nobody else does
    qtbot.waitUntil(window.isActiveWindow)
    return window


def at_rest(qtbot: QtBot, dialog: D) -> D:
    """Show a dialog and wait for its job."""
    shown(qtbot, dialog)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog


def focused() -> QWidget:
    """The widget that takes the keys."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def enter(text: str) -> None:
    """Type a text and Enter."""
    QTest.keyClicks(focused(), text)
    press(Qt.Key.Key_Return)


def go_to(name: str) -> QWidget:
    """Press Tab until the button with these words, or the field of this name, has the focus."""
    seen: set[QWidget] = set()
    while (widget := focused()) not in seen:
        if name in _names(widget):
            return widget
        seen.add(widget)
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def stops() -> list[str]:
    """What Tab reaches, in order, from where the focus is until it comes to something again."""
    found: dict[QWidget, str] = {}
    while (widget := focused()) not in found:
        found[widget] = _names(widget)[0]
        press(Qt.Key.Key_Tab)
    return list(found.values())


def _names(widget: QWidget) -> list[str]:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return [name for name in (words, widget.accessibleName()) if name] or [""]


def says(window: QWidget) -> str:
    """Everything visible, as it is read and as a screen reader hears it."""
    labels = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    names = [each.accessibleName() for each in window.findChildren(QWidget) if each.isVisible()]
    return "\n".join((*labels, *names))


def typed_texts(window: QWidget) -> list[str]:
    """What stands in the entries."""
    return [each.text() for each in window.findChildren(QLineEdit) if each.text()]

"""The page of all keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.shortcuts_dialog import ShortcutsDialog
from tests.gui.by_keyboard import focused, press, shown

Key = Qt.Key


def test_every_key_of_the_menus_is_listed(qtbot: QtBot, context: Context) -> None:
    """What the menus show beside their entries stands on the page as well."""
    window = MainWindow(context.desk)
    qtbot.addWidget(window)
    window.open(context)
    page = ShortcutsDialog(context.desk.appearance, is_lead=True)
    qtbot.addWidget(page)
    listed = {
        key.strip() for label in page.findChildren(QLabel) for key in label.text().split(", ")
    }
    form = QKeySequence.SequenceFormat.PortableText
    shown = {action.shortcut().toString(form) for action in window.findChildren(QAction)} - {""}
    assert {"Ctrl+,", "Ctrl+Q"} <= shown
    assert shown - listed - {"F1"} == set()  # F1 opens the page


@pytest.mark.parametrize(
    ("there", "back"),
    [(Key.Key_Down, Key.Key_Up), (Key.Key_PageDown, Key.Key_PageUp), (Key.Key_End, Key.Key_Home)],
)
def test_the_first_key_scrolls(qtbot: QtBot, context: Context, there: Key, back: Key) -> None:
    """Close keeps the focus, so that Enter closes, and the page moves at once."""
    page = shown(qtbot, ShortcutsDialog(context.desk.appearance, is_lead=True))
    page.resize(520, 300)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    close = focused()
    press(there)
    assert bar.value() == bar.maximum() if there is Key.Key_End else bar.value() > 0
    press(back)
    assert bar.value() == 0
    press(Key.Key_Tab)
    assert focused() is close
    press(Key.Key_Return)
    assert not page.isVisible()

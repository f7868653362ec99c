"""The page of all keys."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.shortcuts_dialog import ShortcutsDialog


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

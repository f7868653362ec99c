"""Somebody at the keyboard of the whole application: presses keys, reads what is on the screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.app import App
from desktop_app.gui.verify.key_guard import RELEASED_AFTER_MS
from desktop_app.window.workplace import Workplace

Key = Qt.Key
Modifier = Qt.KeyboardModifier
PATIENCE_MS = 8_000


class Person:
    """Uses one start of the application; ``end`` closes it as the last thing of every start."""

    def __init__(self, qtbot: QtBot, application: QApplication, place: Workplace) -> None:
        self._qtbot = qtbot
        self._application = application
        self._place = place
        self.app = App(application, place)
        self._has_ended = False
        self.app.start()

    def end(self) -> None:
        """What the program does after its event loop: again, nothing."""
        if self._has_ended:
            return
        self._has_ended = True
        self.app.window.close()
        self.app.close()
        self.app.window.deleteLater()
        self.app.deleteLater()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # --- the keyboard ----------------------------------------------------------------------------

    def press(self, key: Key, held: Modifier = Modifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused(), key, held)

    def type(self, text: str) -> None:
        """Type ASCII where the focus is, wherever a key may take it."""
        for each in text:
            QTest.keyClicks(self.focused(), each)

    def enter(self, text: str) -> None:
        """Type a text and Enter."""
        self.type(text)
        self.press(Key.Key_Return)

    def say(self, word: str) -> None:
        """Type what the caller says, and Enter until it is taken: not right after an answer."""
        field = self.focused()
        assert isinstance(field, QLineEdit)
        self.type(word)
        self.press_until(Key.Key_Return, lambda: not field.text())

    def press_until(self, key: Key, reached: Callable[[], bool]) -> None:
        """Press a key again and again, with pauses: a fresh answer ignores it for a while."""

        def pressed() -> bool:
            if not reached():
                self._qtbot.wait(RELEASED_AFTER_MS + 100)
                self.press(key)
            return reached()

        self.wait(pressed)

    def press_when_ready(self, key: Key) -> None:
        """Press a key once the job that the window has begun is over."""
        self.wait(lambda: not self.is_working())
        self.press(key)

    def go_to(self, name: str) -> None:
        """Press Tab until the button with these words, or the field of this name, has the focus."""
        seen: set[QWidget] = set()
        while (widget := self.focused()) not in seen:
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if name in {words, widget.accessibleName()}:
                return
            seen.add(widget)
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}; it is at {[_words(w) for w in seen]}")

    def choose(self, letter: Key, *entries: str) -> None:
        """Open a menu of the bar by its letter and take an entry by arrows and Enter.

        Every entry but the last is a menu of its own.
        """
        self.press(letter, Modifier.AltModifier)
        for depth, entry in enumerate(entries):
            self._choose_in(self._popup(depth), entry)

    def entries_of(self, letter: Key, name: str) -> dict[str, str]:
        """The visible entries of a menu within a menu, and why each is off: empty while on."""
        self.press(letter, Modifier.AltModifier)
        self._choose_in(self._popup(0), name)
        menu = self._popup(1)
        listed = [each for each in menu.actions() if each.isVisible()]
        found = {each.text(): "" if each.isEnabled() else each.toolTip() for each in listed}
        for depth in (1, 0):
            QTest.keyClick(self._popup(depth), Key.Key_Escape)
        return found

    def _popup(self, depth: int) -> QMenu:
        """The open menu at this depth, once it is there."""

        def menus() -> list[QMenu]:
            menu = QApplication.activePopupWidget()
            chain: list[QMenu] = []
            while isinstance(menu, QMenu):
                chain.insert(0, menu)
                menu = menu.parentWidget()
            return chain

        self.wait(lambda: len(menus()) > depth)
        return menus()[depth]

    def _choose_in(self, menu: QMenu, entry: str) -> None:
        wanted = next(each for each in menu.actions() if each.text() == entry)
        self.wait(wanted.isEnabled)
        for _ in menu.actions():
            if menu.activeAction() is wanted:
                QTest.keyClick(menu, Key.Key_Return)
                return
            QTest.keyClick(menu, Key.Key_Down)
        raise AssertionError(f"the arrows never reach {entry}")

    def choose_file(self, path: Path) -> None:
        """Type a path into the file dialog that comes, and Enter."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        self.wait(lambda: self.focused() is field)
        field.selectAll()
        self.enter(str(path))

    def search(self, number: str) -> None:
        """Replace what stands in the search, and wait until this customer is shown."""
        self.press(Key.Key_F, Modifier.ControlModifier)
        self.type(number)
        self.wait(lambda: self.reads(number))

    # --- the screen ------------------------------------------------------------------------------

    def front(self) -> QWidget:
        """The window that takes keys: the dialog on top, or the main window."""
        return QApplication.activeModalWidget() or self.app.window

    def focused(self) -> QWidget:
        """The widget that takes the keys."""
        front = self.front()
        if not front.isActiveWindow():
            front.activateWindow()  # without a window manager nobody else does
            self.wait(lambda: self.front().isActiveWindow())
        return QApplication.focusWidget() or self.front()

    def dialog(self) -> str:
        """The name of the dialog on top, empty for none."""
        modal = QApplication.activeModalWidget()
        return modal.windowTitle() if modal is not None else ""

    def screen(self) -> str:
        """Everything in the windows that can be read, and what a screen reader hears."""
        return "\n".join(
            _words(each)
            for window in QApplication.topLevelWidgets()
            if window.isVisible()
            for each in (window, *window.findChildren(QWidget))
            if each.isVisible()
        )

    def says(self) -> str:
        """The same of the window in front only."""
        front = self.front()
        return "\n".join(
            _words(each) for each in (front, *front.findChildren(QWidget)) if each.isVisible()
        )

    def labels(self) -> set[str]:
        """What the labels of the main window say."""
        labels = self.app.window.findChildren(QLabel)
        return {each.text() for each in labels if each.isVisible()}

    def reads(self, number: str) -> bool:
        """Whether the card of this customer is complete; a narrow window has a bar instead."""
        labels = self.labels()
        is_in_bar = any(each.startswith(f"{number}, ") for each in labels)
        return is_in_bar or {number, "Last verification"} <= labels

    def entries(self) -> list[str]:
        """What stands in the text fields of all windows."""
        return [
            field.text()
            for window in QApplication.topLevelWidgets()
            for field in window.findChildren(QLineEdit)
            if field.text()
        ]

    def folder(self) -> Path:
        """Where everything lies that this start has written."""
        return self._place.folders.data

    def is_working(self) -> bool:
        """Whether a job is under way."""
        return bool(self.app._tasks._under_way)

    # --- waiting ---------------------------------------------------------------------------------

    def wait(self, reached: Callable[[], bool]) -> None:
        """Wait until this holds."""
        self._qtbot.waitUntil(reached, timeout=PATIENCE_MS)

    def wait_for(self, *texts: str) -> None:
        """Wait until the window in front says all of this."""

        def said() -> None:
            shown = self.says()
            assert not [text for text in texts if text not in shown], shown

        self._qtbot.waitUntil(said, timeout=PATIENCE_MS)

    def wait_for_dialog(self, title: str) -> None:
        """Wait until this dialog is on top; an empty title is the main window."""
        self.wait(lambda: self.dialog() == title)

    def wait_ready(self) -> None:
        """Wait until the profile is open and the keyboard is in the search."""
        self.wait_for("Ready")


def _words(widget: QWidget) -> str:
    words = [widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, (QLabel, QAbstractButton)):
        words.append(widget.text())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model, nowhere = widget.model(), QModelIndex()
        columns = 1 if isinstance(widget, QListView) else model.columnCount(nowhere)
        words += [
            str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")
            or str(model.index(row, column).data() or "")
            for row in range(model.rowCount(nowhere))
            for column in range(columns)
        ]
    return "\n".join(filter(None, words))

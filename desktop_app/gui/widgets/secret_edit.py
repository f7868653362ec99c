"""The line edit inside a password entry: it takes text in and gives none out."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

LONGEST_ENTRY: Final = 128

_Key = QKeySequence.StandardKey
_REFUSED_KEYS: Final = (_Key.Copy, _Key.Cut, _Key.Undo, _Key.Redo)
_Query = Qt.InputMethodQuery
_SILENT_ANSWERS: Final = {
    _Query.ImSurroundingText: "",
    _Query.ImCurrentSelection: "",
    _Query.ImTextBeforeCursor: "",
    _Query.ImTextAfterCursor: "",
    _Query.ImCursorPosition: 0,
    _Query.ImAnchorPosition: 0,
    _Query.ImAbsolutePosition: 0,
}
_HINTS: Final = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretEdit(QLineEdit):
    """A line edit without undo, copying, cutting, dragging, completion or learning.

    Copying is refused even while the text is shown: by key, by menu, by Ctrl+K and Ctrl+U, which
    Qt lets copy what they delete, and by X11's selection, which takes whatever mouse or keys mark.
    Pasting is allowed. While masked an input method is told neither the text nor the place of the
    caret.
    """

    submitted = Signal()
    overflowed = Signal()
    composing = Signal(bool)
    mask_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, longest: int = LONGEST_ENTRY) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setFrame(False)
        self.setMaxLength(longest)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.inputRejected.connect(self.overflowed)
        self.set_masked(masked=True)

    @property
    def is_masked(self) -> bool:
        """Whether dots stand for the letters."""
        return self.echoMode() is not QLineEdit.EchoMode.Normal

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show what was typed."""
        mode = QLineEdit.EchoMode.Password if masked else QLineEdit.EchoMode.Normal
        self.setEchoMode(mode)
        # Qt drops these hints as soon as text is shown.
        self.setInputMethodHints(_HINTS)
        self.mask_changed.emit()

    def wipe(self) -> None:
        """Forget the text; Qt clears its undo history only in ``setText``."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if self.is_masked and isinstance(event, QInputMethodQueryEvent):
            for query, nothing in _SILENT_ANSWERS.items():
                event.setValue(query, nothing)
        if event.type() is QEvent.Type.WindowDeactivate:
            self.set_masked(masked=True)
        return handled

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composing.emit(bool(event.preeditString()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _belongs_to_window(event):
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.submitted.emit()
        elif event.matches(_Key.DeleteEndOfLine):
            self.end(True)
            self.del_()
        elif event.matches(_Key.DeleteCompleteLine):
            self.wipe()
        elif (mark := self._marking(event)) is not None:
            mark()
        elif not any(event.matches(key) for key in _REFUSED_KEYS):
            super().keyPressEvent(event)
            return
        event.accept()

    def _marking(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What marks text as this key would; Qt's own way copies it to X11's selection."""
        marks: dict[QKeySequence.StandardKey, Callable[[], None]] = {
            _Key.SelectAll: self.selectAll,
            _Key.SelectNextChar: lambda: self.cursorForward(True, 1),
            _Key.SelectPreviousChar: lambda: self.cursorBackward(True, 1),
            _Key.SelectNextWord: lambda: self.cursorWordForward(True),
            _Key.SelectPreviousWord: lambda: self.cursorWordBackward(True),
            _Key.SelectStartOfLine: lambda: self.home(True),
            _Key.SelectEndOfLine: lambda: self.end(True),
            _Key.SelectStartOfBlock: lambda: self.home(True),
            _Key.SelectEndOfBlock: lambda: self.end(True),
            _Key.SelectStartOfDocument: lambda: self.home(True),
            _Key.SelectEndOfDocument: lambda: self.end(True),
        }
        return next((mark for key, mark in marks.items() if event.matches(key)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Qt would copy what is marked to the selection that a middle click pastes.
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu().popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """Pasting and emptying, nothing that takes text out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.addAction(self.tr("Paste"), self.paste)
        paste.setEnabled(self.isEnabled() and bool(QGuiApplication.clipboard().text()))
        empty = menu.addAction(self.tr("Empty the field"), self.wipe)
        empty.setEnabled(self.isEnabled() and bool(self.text()))
        return menu


def _belongs_to_window(event: QKeyEvent) -> bool:
    """Whether a key is held with Alt or the system's key, which types no letter.

    AltGr does: it comes as Ctrl+Alt or as a modifier of its own.
    """
    held, modifier = event.modifiers(), Qt.KeyboardModifier
    with_alt = held & modifier.AltModifier and not held & modifier.ControlModifier
    return bool(with_alt or held & modifier.MetaModifier)

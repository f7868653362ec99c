"""Keeps a double press from closing an answer that nobody has read yet."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

GUARD_MS = 700
_GUARDED = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape}


class KeyGuard(QObject):
    """Swallows Enter, Space and Esc for 700 ms after an answer, and for as long as one is held.

    A key that is held sends presses marked as repeated; the first press that is not marked was
    made on purpose.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._since = QElapsedTimer()
        for widget in (window, *window.findChildren(QWidget)):
            widget.installEventFilter(self)

    def arm(self) -> None:
        """An answer has just been shown."""
        self._since.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _GUARDED:
            return False
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not self._since.isValid():
            return False
        swallowed = self._since.elapsed() < GUARD_MS or event.isAutoRepeat()
        if swallowed:
            event.accept()  # otherwise a shortcut on the same key would still fire
        return swallowed

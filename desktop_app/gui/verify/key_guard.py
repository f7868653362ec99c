"""Keeps a double press from closing an answer that nobody has read yet."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

GUARD_MS = 700
RELEASED_AFTER_MS = 300
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
GUARDED = _ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Escape}


class KeyGuard(QObject):
    """Swallows Enter, Space and Esc for 700 ms after an answer, and for as long as one is held.

    X11 does not mark every repeat of a held key, so a key counts as released only when no press
    of it has come for 300 ms. ``keys`` are those that are guarded.
    """

    def __init__(self, window: QWidget, keys: frozenset[Qt.Key] = GUARDED) -> None:
        super().__init__(window)
        self._keys = keys
        self._since = QElapsedTimer()
        self._pressed = QElapsedTimer()
        for widget in (window, *window.findChildren(QWidget)):
            widget.installEventFilter(self)

    def arm(self) -> None:
        """An answer has just been shown."""
        self._since.start()
        self._pressed.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in self._keys:
            return False
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not self._since.isValid():
            return False
        swallowed = (
            self._since.elapsed() < GUARD_MS
            or self._pressed.elapsed() < RELEASED_AFTER_MS
            or event.isAutoRepeat()
        )
        if swallowed:
            self._pressed.start()
            event.accept()  # otherwise a shortcut on the same key would still fire
        else:
            self._since.invalidate()  # from here on the person presses on purpose
        return swallowed

"""Notices that Windows locks the session, changes the user, or goes to sleep."""

from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class SessionNotices(Protocol):
    """What Windows tells a window about its session."""

    def watch_session(self, window: int) -> bool:
        """Have Windows tell the window with this native id; False where it refuses."""

    def tells_of_pause(self, message: int) -> bool:
        """Whether the message at this address says that the session is left or put to sleep."""


class WindowsSessionWatch(QObject):
    """Emits ``paused`` when the session is locked or left, or the computer is about to sleep.

    It listens with a window of its own that is never shown, so that the messages of the real ones
    do not pass through here. It may come more than once for one lock.
    """

    paused = Signal()

    def __init__(self, notices: SessionNotices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = _Listener(notices)
        self._listener.paused.connect(self.paused)


class _Listener(QWidget):
    paused = Signal()

    def __init__(self, notices: SessionNotices) -> None:
        super().__init__(None, Qt.WindowType.Tool)
        self._notices = notices
        notices.watch_session(int(self.winId()))

    def nativeEvent(
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if self._notices.tells_of_pause(int(message)):
            self.paused.emit()
        return False, 0

"""When to try again after the database failed."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_WAITS_S: Final = (3, 5, 10, 20, 30)
_SECOND_MS: Final = 1000


class RetryCountdown(QObject):
    """Counts down to the next try; each wait in a row of failures is longer, up to 30 seconds."""

    ticked = Signal(int)
    """The seconds left changed."""

    due = Signal()
    """Try now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failures = 0
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def seconds_left(self) -> int:
        """Until the next try; 0 while none is planned."""
        return self._left

    def failed(self) -> None:
        """Plan the next try, unless one is planned: several calls of one try may fail."""
        if self._timer.isActive():
            return
        self._left = _WAITS_S[min(self._failures, len(_WAITS_S) - 1)]
        self._failures += 1
        self._timer.start()
        self.ticked.emit(self._left)

    def pause(self) -> None:
        """A try is under way: count no further."""
        self._timer.stop()
        self._left = 0

    def stop(self) -> None:
        """It works again: the next row of failures begins with the shortest wait."""
        self.pause()
        self._failures = 0

    def _on_timer_timeout(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.ticked.emit(self._left)
        else:
            self.pause()
            self.due.emit()

"""When a window with an answer closes by itself."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_EXTENSION = 5 * 60
_LONGEST = 30 * 60
_TICK_MS = 100


class Closing(QObject):
    """Counts down to the moment at which an answer must be off the screen.

    Keeping it open adds 5 minutes at a time; 30 minutes after the answer it closes in any case.
    All times are in seconds of a clock that no change of the computer's time moves.
    """

    ticked = Signal()
    expired = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QElapsedTimer()
        self._limit = 0.0
        self._closes_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self, seconds: float) -> None:
        """Close in ``seconds`` from now."""
        self._clock.start()
        self._limit = self._closes_at = seconds
        self._timer.start()
        self.ticked.emit()

    def restart(self) -> None:
        """Count the whole time again, as after typing."""
        if self._timer.isActive():
            self.start(self._limit)

    def stop(self) -> None:
        """Do not close by itself."""
        self._timer.stop()

    def keep_open(self) -> None:
        """Close 5 minutes later, but not later than 30 minutes after the start."""
        if self._timer.isActive():
            self._closes_at = min(self._closes_at + _EXTENSION, max(_LONGEST, self._limit))
            self.ticked.emit()

    @property
    def is_running(self) -> bool:
        """Whether it counts down."""
        return self._timer.isActive()

    @property
    def was_extended(self) -> bool:
        """Whether it has been kept open."""
        return self._closes_at > self._limit

    @property
    def can_extend(self) -> bool:
        """Whether keeping it open would still add time."""
        return self._closes_at < max(_LONGEST, self._limit)

    @property
    def remaining(self) -> float:
        """Seconds until it closes."""
        return max(0.0, self._closes_at - self.age)

    @property
    def share(self) -> float:
        """What is left of the whole time, from 1 to 0."""
        return self.remaining / self._closes_at if self._closes_at else 0.0

    @property
    def age(self) -> float:
        """Seconds since the start."""
        return self._clock.elapsed() / 1000 if self._clock.isValid() else 0.0

    def _on_timer_timeout(self) -> None:
        if self.remaining <= 0:
            self._timer.stop()
            self.expired.emit()
        else:
            self.ticked.emit()

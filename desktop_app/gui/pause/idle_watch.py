"""Notices that nobody has used the application for a while."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent

from desktop_app.gui.steady_clock import seconds_since_start

_LOOK_EVERY_MS: Final = 5_000
_Type = QEvent.Type
_INPUT: Final = frozenset(
    {
        _Type.KeyPress,
        _Type.MouseButtonPress,
        _Type.MouseMove,
        _Type.NonClientAreaMouseButtonPress,
        _Type.Wheel,
        _Type.TouchBegin,
        _Type.TouchUpdate,
        _Type.TabletPress,
        _Type.TabletMove,
        _Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Emits ``paused`` once after so many minutes without input; ``start`` watches anew.

    Input is what a person does: keys, not those that are held; the mouse where it really moved;
    touch and pen. The input that ends a time which was too long already (the computer slept) is
    swallowed: the window that it was meant for is about to go. ``clock`` gives seconds.
    """

    paused = Signal()

    def __init__(
        self,
        application: QCoreApplication,
        *,
        clock: Callable[[], float] = seconds_since_start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._clock = clock
        self._limit = 0.0
        self._last = 0.0
        self._mouse: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """Whether ``paused`` may come."""
        return self._timer.isActive()

    def start(self, minutes: float) -> None:
        """Watch from now on, with this time from ``policy.pause_after_minutes``."""
        self._limit = minutes * 60
        self._last = self._clock()
        self._mouse = None
        self._timer.start()
        self._application.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def look(self) -> bool:
        """Whether the time is over; this announces it and ends the watch."""
        if not self.is_watching or self._clock() - self._last < self._limit:
            return False
        self.stop()
        self.paused.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT or not self._is_of_a_person(event):
            return False
        if self.look():
            return True
        self._last = self._clock()
        return False

    def _is_of_a_person(self, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and not event.spontaneous():
            return False
        if isinstance(event, QKeyEvent):
            return not event.isAutoRepeat()
        if isinstance(event, QMouseEvent) and event.type() is _Type.MouseMove:
            # Qt also tells of a move when a window has moved below a resting mouse.
            before, self._mouse = self._mouse, event.globalPosition()
            return before is not None and before != self._mouse
        return True

"""A thin bar that says that something is under way, and nothing while it is quick."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 2
_TICK_MS: Final = 40
_CALM_TICK_MS: Final = 1000
_TICKS_ACROSS: Final = 30
_CALM_TICKS_ACROSS: Final = 4
_SHARE: Final = 0.3


class ProgressLine(Themed, QWidget):
    """Keeps its two pixels of height always, so that showing it moves nothing.

    ``start`` shows it only after ``delay_ms``; with reduced motion it moves once a second.
    """

    def __init__(
        self, appearance: Appearance, *, delay_ms: int = 150, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._position = 0
        self._moving = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(delay_ms)
        self._delay.timeout.connect(self._on_delay_timeout)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._on_tick_timeout)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_moving(self) -> bool:
        """Whether the bar is on screen."""
        return self._moving

    def start(self) -> None:
        """Show the bar unless ``stop`` is called before the delay is over."""
        if not self._moving and not self._delay.isActive():
            self._delay.start()

    def stop(self) -> None:
        """Take the bar away at once."""
        self._delay.stop()
        self._tick.stop()
        self._moving = False
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._moving:
            return
        across = _CALM_TICKS_ACROSS if self.theme.reduced_motion else _TICKS_ACROSS
        travel = self._position % across / across
        width = self.width() * _SHARE
        x = travel * (self.width() + width) - width
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colours.line)
        bar = self.mirrored(QRectF(x, 0, width, self.height()))
        painter.fillRect(bar, self.theme.colours.accent)

    def _on_delay_timeout(self) -> None:
        self._moving = True
        self._position = 1
        self._tick.start(_CALM_TICK_MS if self.theme.reduced_motion else _TICK_MS)
        self.update()

    def _on_tick_timeout(self) -> None:
        self._position += 1
        self.update()

"""How long an answer stays on screen."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.steady_clock import seconds_since_start
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.painting import draw_box
from desktop_app.gui.widgets.themed import Themed

_TICK_MS: Final = 100
_CALM_TICK_MS: Final = 1000
_BAR_WIDTH: Final = 72
_BAR_HEIGHT: Final = 4


class Countdown(Themed, QWidget):
    """A bar, a sentence and a link that asks for more time.

    ``sentence`` makes the words for the whole seconds left. ``keep_open`` are the link's words
    and key; without them there is no link. ``finished`` is emitted once when time is up.
    ``clock`` gives seconds that never go back.
    """

    finished = Signal()
    keep_open_clicked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        sentence: Callable[[int], str],
        *,
        keep_open: tuple[str, str] | None = None,
        clock: Callable[[], float] = seconds_since_start,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._sentence = sentence
        self._clock = clock
        self._ends = 0.0
        self._total = 1.0
        self._shown_last = 0.0
        self._bar = _Bar(appearance, self)
        self._words = Label(appearance, pixels=12, colour="text2", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        if keep_open is not None:
            link = LinkButton(appearance, keep_open[0], keys=(keep_open[1],), parent=self)
            link.clicked.connect(self.keep_open_clicked)
            layout.addWidget(link)
        layout.addStretch(1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self.hide()

    @property
    def seconds_left(self) -> int:
        """Whole seconds until ``finished``, rounded up; 0 when stopped."""
        if not self._timer.isActive():
            return 0
        return max(0, -int(-(self._ends - self._clock()) // 1))

    def start(self, seconds: float, *, shown_last: float | None = None) -> None:
        """Count down; ``shown_last`` hides the widget until so few seconds are left."""
        self._total = min(seconds, shown_last or seconds)
        self._shown_last = self._total
        self._ends = self._clock() + seconds
        self._timer.start(_CALM_TICK_MS if self.theme.reduced_motion else _TICK_MS)
        self.tick()

    def stop(self) -> None:
        """Stop counting and disappear; ``finished`` is not emitted."""
        self._timer.stop()
        self.hide()

    def tick(self) -> None:
        """Bring bar, words and visibility up to date with the clock."""
        left = self._ends - self._clock()
        if left <= 0:
            self.stop()
            self.finished.emit()
            return
        whole = self.seconds_left
        self._words.setText(self._sentence(whole))
        exact = whole if self.theme.reduced_motion else left
        self._bar.set_share(min(1.0, exact / self._total))
        self.setVisible(left <= self._shown_last)


class _Bar(Themed, QWidget):
    """The share that is left; screen readers get the sentence beside it."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Show this share of the whole bar, from 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BAR_WIDTH, _BAR_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bounds = QRectF(self.rect())
        draw_box(painter, bounds, radius=2, fill=self.theme.colours.line)
        left = self.mirrored(QRectF(0, 0, bounds.width() * self._share, bounds.height()))
        draw_box(painter, left, radius=2, fill=self.theme.colours.text2)

"""The ring around a focused button, two pixels away from it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.painting import RING_GAP, RING_WIDTH, draw_box
from desktop_app.gui.widgets.themed import Themed

_REACH = int(RING_GAP + RING_WIDTH)
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


class FocusRing(Themed, QWidget):
    """Lies over the target's parent and takes no part in layout, mouse or accessibility.

    Whoever makes it takes it away when the focus leaves the target.
    """

    def __init__(
        self, appearance: Appearance, target: QWidget, *, radius: float, reach: int = _REACH
    ) -> None:
        super().__init__(target.parentWidget())
        self.follow(appearance)
        self._target = target
        self._radius = radius
        self._reach = reach
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def take_away(self) -> None:
        """Be gone at once."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(
            painter,
            QRectF(self.rect()),
            radius=self._radius + self._reach,
            outline=self.theme.colours.accent,
            width=RING_WIDTH,
        )

    def _place(self) -> None:
        """Follow the target.

        The geometry alone: to show a widget has its parents laid out, and this is called by
        layouts that are at work.
        """
        reach = self._reach
        self.setGeometry(self._target.geometry().adjusted(-reach, -reach, reach, reach))


class RefusedRing(FocusRing):
    """On a focused field whose content is refused: the ring, and the error outline inside it."""

    def __init__(self, appearance: Appearance, target: QWidget, *, radius: float) -> None:
        super().__init__(appearance, target, radius=radius, reach=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        inner = QRectF(self.rect()).adjusted(RING_WIDTH, RING_WIDTH, -RING_WIDTH, -RING_WIDTH)
        stop = self.theme.verdicts[Look.STOP].plain
        radius = self._radius - RING_WIDTH
        draw_box(QPainter(self), inner, radius=radius, outline=stop, width=RING_WIDTH)

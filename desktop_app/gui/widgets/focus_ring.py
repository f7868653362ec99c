"""The ring around a focused button, two pixels away from it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.painting import RING_GAP, RING_WIDTH, draw_box
from desktop_app.gui.widgets.themed import Themed

_REACH = int(RING_GAP + RING_WIDTH)
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


class FocusRing(Themed, QWidget):
    """Lies over the whole window, or what scrolls in it: no box around the target cuts the ring.

    At the window's edge it comes closer to the target instead. It takes no part in layout, mouse
    or accessibility. Whoever makes it takes it away when the focus leaves the target.
    """

    def __init__(
        self, appearance: Appearance, target: QWidget, *, radius: float, reach: int = _REACH
    ) -> None:
        ground = _ground_of(target)
        super().__init__(ground)
        self.follow(appearance)
        self._target = target
        self._radius = radius
        self._reach = reach
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        moved: QWidget | None = target
        while moved is not None:
            moved.installEventFilter(self)
            moved = None if moved is ground else moved.parentWidget()
        target.destroyed.connect(self.deleteLater)
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
        ground = self.parentWidget()  # not kept: a window without a parent must not depend on it
        if ground is not None:
            place = QRect(self._target.mapTo(ground, QPoint(0, 0)), self._target.size())
            reach = self._reach
            around = place.adjusted(-reach, -reach, reach, reach)
            self.setGeometry(around.intersected(ground.rect()))


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


def _ground_of(target: QWidget) -> QWidget:
    """The window, or the content of the scroll area that the target is in, which moves with it."""
    ground, parent = target, target.parentWidget()
    while parent is not None and not ground.isWindow():
        area = parent.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        if scrolls and ground is not target:
            break
        ground, parent = parent, area
    return ground

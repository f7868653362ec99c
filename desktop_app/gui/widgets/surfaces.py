"""Grounds and lines: the areas on which everything else stands."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import draw_box, snapped
from desktop_app.gui.widgets.themed import Themed

BOX_RADIUS: Final = 8


class Box(Themed, QWidget):
    """A rounded, outlined ground; ``fill`` is a field of ``Colours``. Its layout is the user's."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        fill: str = "surface",
        radius: int = BOX_RADIUS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._fill = fill
        self._radius = radius

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        draw_box(
            QPainter(self),
            QRectF(self.rect()),
            radius=self._radius,
            fill=getattr(colours, self._fill),
            outline=colours.line,
        )


class Area(Themed, QWidget):
    """A flush ground with hairlines on the edges that are named."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        fill: str = "bg",
        edges: Qt.Edge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._fill = fill
        self._edges = edges

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        painter.fillRect(bounds, getattr(colours, self._fill))
        if self._edges is None:
            return
        line = snapped(painter, 1)
        width, height = bounds.width(), bounds.height()
        lines = {
            Qt.Edge.TopEdge: QRectF(0, 0, width, line),
            Qt.Edge.BottomEdge: QRectF(0, height - line, width, line),
            Qt.Edge.LeftEdge: QRectF(0, 0, line, height),
            Qt.Edge.RightEdge: QRectF(width - line, 0, line, height),
        }
        for edge, place in lines.items():
            if edge in self._edges:
                painter.fillRect(self.mirrored(place), colours.line)


class Hairline(Themed, QWidget):
    """One line between two parts of an area."""

    def __init__(
        self, appearance: Appearance, *, vertical: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else wide, wide if vertical else fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colours.line)

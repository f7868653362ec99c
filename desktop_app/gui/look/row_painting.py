"""The ground of a list row: selected, hovered, focused, and the line below it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.gui.look.theme import Colours
from desktop_app.gui.widgets.painting import RING_WIDTH, snapped

_BAR: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """What the ground shows; ``first`` and ``last`` say which ends of the row a cell has."""

    selected: bool
    hovered: bool
    focused: bool
    rtl: bool
    first: bool = True
    last: bool = True


def paint_row_ground(painter: QPainter, rect: QRectF, colours: Colours, state: RowState) -> None:
    """Paint a whole row, or the part of it that one cell covers."""
    fill = colours.surface
    if state.selected:
        fill = colours.sel
    elif state.hovered:
        fill = colours.hover
    painter.fillRect(rect, fill)
    line = snapped(painter, 1)
    base = QRectF(rect.x(), rect.bottom() - line, rect.width(), line)
    painter.fillRect(base, colours.hover)
    if not state.selected:
        return
    row = rect.adjusted(0, 0, 0, -line)
    leading, trailing = state.first, state.last
    left, right = (trailing, leading) if state.rtl else (leading, trailing)
    edges = []
    if leading:
        x = row.right() - _BAR if state.rtl else row.x()
        edges.append(QRectF(x, row.y(), _BAR, row.height()))
    if state.focused:
        edges.append(QRectF(row.x(), row.y(), row.width(), RING_WIDTH))
        edges.append(QRectF(row.x(), row.bottom() - RING_WIDTH, row.width(), RING_WIDTH))
        if left:
            edges.append(QRectF(row.x(), row.y(), RING_WIDTH, row.height()))
        if right:
            edges.append(QRectF(row.right() - RING_WIDTH, row.y(), RING_WIDTH, row.height()))
    for edge in edges:
        painter.fillRect(edge, colours.accent)

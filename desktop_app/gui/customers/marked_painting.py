"""Paints one line of text with its search hits marked."""

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop_app.gui.customers.found_rows import MarkedText
from desktop_app.gui.look.theme import Colours
from desktop_app.gui.widgets.painting import draw_box

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_MARK_RADIUS: Final = 3
_MARK_OVERHANG: Final = 1


def paint_marked(
    painter: QPainter,
    rect: QRectF,
    marked: MarkedText,
    *,
    font: QFont,
    colour: QColor,
    colours: Colours,
    direction: Qt.LayoutDirection,
) -> float:
    """Paint the text from the leading edge of ``rect``, centred vertically; returns its width.

    It is elided where it does not fit.
    """
    marks: Sequence[tuple[int, int]] = marked.marks
    layout, line = _laid_out(marked.text, font, rect.width(), marks, colours.on_mark)
    width = line.naturalTextWidth()
    if width > rect.width():
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(marked.text, Qt.TextElideMode.ElideRight, rect.width())
        whole = len(shown) - 1
        marks = [(start, min(end, whole)) for start, end in marks if start < whole]
        layout, line = _laid_out(shown, font, rect.width(), marks, colours.on_mark)
        width = line.naturalTextWidth()
    top = round(rect.center().y() - line.height() / 2 + 0.5)
    rtl = direction is Qt.LayoutDirection.RightToLeft
    left = rect.right() - width if rtl else rect.x()
    for start, end in marks:
        box = _mark_box(line, start, end).translated(left, top)
        draw_box(painter, box, radius=_MARK_RADIUS, fill=colours.mark)
    painter.setPen(colour)
    layout.draw(painter, QPointF(left, top))
    return width


def _laid_out(
    text: str, font: QFont, width: float, marks: Sequence[tuple[int, int]], on_mark: QColor
) -> tuple[QTextLayout, QTextLine]:
    """The text as one line; the line belongs to the layout and lives as long."""
    layout = QTextLayout(text, font)
    # The text reads in its own direction; only its place follows the window's.
    option = QTextOption(_LEFT)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    if marks:
        layout.setFormats([_format(start, end, on_mark) for start, end in marks])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout, line


def _format(start: int, end: int, colour: QColor) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start = start
    span.length = end - start
    look = QTextCharFormat()
    look.setForeground(colour)
    span.format = look
    return span


def _mark_box(line: QTextLine, start: int, end: int) -> QRectF:
    one, other = _edge(line, start), _edge(line, end)
    box = QRectF(min(one, other), 0, abs(other - one), line.height())
    return box.adjusted(-_MARK_OVERHANG, 0, _MARK_OVERHANG, 0)


def _edge(line: QTextLine, cursor: int) -> float:
    # The stubs know the return value as an object; it is the place and the cursor it belongs to.
    x, _ = cast("tuple[float, int]", line.cursorToX(cursor))
    return x

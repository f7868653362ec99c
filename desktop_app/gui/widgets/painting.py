"""Crisp boxes, rings and paragraphs for the own-painted widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

_ONE_LINE = (
    Qt.AlignmentFlag.AlignAbsolute.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextSingleLine.value
)

RING_WIDTH = 2.0
RING_GAP = 2.0


def snapped(painter: QPainter, pixels: float) -> float:
    """A line's width or place, moved to whole device pixels, at least one."""
    ratio = painter.device().devicePixelRatioF()
    return max(1, int(pixels * ratio + 0.001)) / ratio


def draw_box(
    painter: QPainter,
    rect: QRectF,
    *,
    radius: float,
    fill: QColor | None = None,
    outline: QColor | None = None,
    width: float = 1.0,
    dashes: Sequence[float] | None = None,
) -> None:
    """A rounded box whose outline lies wholly inside ``rect``.

    ``dashes`` are the lengths of strokes and gaps in multiples of the outline's width.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(Qt.PenStyle.NoPen)
    inset = 0.0
    if outline is not None:
        line = snapped(painter, width)
        pen = QPen(outline, line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes is not None:
            pen.setDashPattern(dashes)
        inset = line / 2
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    corner = max(0.0, radius - inset)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner)
    painter.restore()


def hatch(painter: QPainter, area: QRectF, colour: QColor, stripe: float) -> None:
    """Stripes rising to the right, as wide as the gaps between them.

    They reach beyond ``area`` at its sides: the caller clips.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    rise = area.height()
    x = area.left() - rise
    while x < area.right():
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, area.bottom()),
                    QPointF(x + stripe, area.bottom()),
                    QPointF(x + stripe + rise, area.top()),
                    QPointF(x + rise, area.top()),
                ]
            )
        )
        x += 2 * stripe


def text_width(font: QFont, text: str) -> float:
    """The text's width on one line, rounded up so that nothing is elided by a fraction."""
    return measured_width(QFontMetricsF(font), text)


def measured_width(metrics: QFontMetricsF, text: str) -> float:
    """The same for many texts of one font, whose metrics are made once."""
    return float(int(metrics.horizontalAdvance(text)) + 1)


def draw_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, centred vertically, elided at its end when it does not fit.

    ``alignment`` means the left and the right of the screen in every reading direction.
    """
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, alignment.value | _ONE_LINE, shown)


def leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The side at which a line begins."""
    if direction is Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft


class Paragraph:
    """A wrapped text with a fixed line height, laid out for one width."""

    def __init__(
        self,
        text: str,
        font: QFont,
        *,
        width: float,
        line_height: float,
        alignment: Qt.AlignmentFlag | None = None,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
        lead: tuple[str, QColor] | None = None,
    ) -> None:
        """Begin at the reading direction's side unless ``alignment`` says otherwise.

        ``lead`` is set before the text, semibold and in a colour of its own.
        """
        self._layout = QTextLayout(text if lead is None else f"{lead[0]} {text}", font)
        if lead is not None:
            self._layout.setFormats([_lead_format(len(lead[0]), lead[1])])
        side = leading(direction) if alignment is None else alignment
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            step = max(line_height, line.height())
            line.setPosition(QPointF(0, self.height + (step - line.height()) / 2))
            self.height += step
        self._layout.endLayout()

    @property
    def line_count(self) -> int:
        """How many lines the text takes."""
        return self._layout.lineCount()

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint the text with its upper left corner at the point."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))


def _lead_format(length: int, colour: QColor) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat  # this class costs the start 2 ms

    form = QTextCharFormat()
    form.setFontWeight(600)
    form.setForeground(colour)
    lead = QTextLayout.FormatRange()
    lead.start = 0
    lead.length = length
    lead.format = form
    return lead

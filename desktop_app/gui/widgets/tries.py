"""How many wrong tries a customer's password still bears: dots and a sentence."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.painting import draw_line, leading, text_width
from desktop_app.gui.widgets.themed import Themed

_DOT: Final = 12
_SMALL_DOT: Final = 10
_DOT_GAP: Final = 5
_WORD_GAP: Final = 8
_ICON: Final = 14
_HEIGHT: Final = 18
_CROSS: Final = 0.26


class TriesLeft(Themed, QWidget):
    """One dot per allowed try, filled while it is left, crossed once it is used.

    The sentence beside the dots says the same in words and is what a screen reader gets.
    ``quiet`` is the smaller form of the customer card.
    """

    def __init__(
        self, appearance: Appearance, *, quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._quiet = quiet
        self._left = 0
        self._allowed = 0
        self._sentence = ""
        self._last = False
        self._icon: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_tries(self, left: int, allowed: int, sentence: str, *, last: bool = False) -> None:
        """Show ``left`` of ``allowed`` dots; ``last`` warns that the next wrong try locks."""
        self._left = left
        self._allowed = allowed
        self._icon = "warning" if last else None
        self._show(sentence, last=last)

    def set_note(self, sentence: str, *, icon: str | None = None) -> None:
        """Show a sentence and an icon instead of dots, such as "No password on file"."""
        self._left = self._allowed = 0
        self._icon = icon
        self._show(sentence, last=False)

    def sizeHint(self) -> QSize:
        width = self._dots_width() + text_width(self._font(), self._sentence)
        if self._icon:
            width += self.theme.scaled(_ICON) + _DOT_GAP
        return QSize(round(width), self.theme.scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.theme.colours
        ink = self.theme.verdicts[Look.LOCKED].text if self._last else colours.text
        if self._quiet and not self._last:
            ink = colours.text2
        height = float(self.height())
        x = 0.0
        for number in range(self._allowed):
            place = self.mirrored(QRectF(x, 0, self._dot(), height))
            self._paint_dot(painter, place.center(), used=number >= self._left)
            x += self._dot() + _DOT_GAP
        x = self._dots_width()
        if self._icon:
            side = self.theme.scaled(_ICON)
            place = self.mirrored(QRectF(x, 0, side, height))
            icon_ink = ink if self._last else self.theme.verdicts[Look.NONE].plain
            self.icons.paint(painter, place, self._icon, icon_ink)
            x += side + _DOT_GAP
        words = self.mirrored(QRectF(x, 0, max(0.0, self.width() - x), height))
        alignment = leading(self.layoutDirection())
        draw_line(painter, words, self._sentence, self._font(), ink, alignment=alignment)

    def _show(self, sentence: str, *, last: bool) -> None:
        self._sentence = sentence
        self._last = last
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()

    def _paint_dot(self, painter: QPainter, centre: QPointF, *, used: bool) -> None:
        colours = self.theme.colours
        radius = self._dot() / 2
        if not used:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.text2)
            painter.drawEllipse(centre, radius, radius)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.line_strong, 1))
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
        painter.setPen(QPen(colours.text2, 1.75))
        reach = self._dot() * _CROSS
        painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach))
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach))

    def _dot(self) -> int:
        return self.theme.scaled(_SMALL_DOT if self._quiet else _DOT)

    def _dots_width(self) -> float:
        if not self._allowed:
            return 0.0
        return self._allowed * (self._dot() + _DOT_GAP) - _DOT_GAP + _WORD_GAP

    def _font(self) -> QFont:
        return self.theme.fonts.sans(12, 600 if self._last else 400 if self._quiet else 500)

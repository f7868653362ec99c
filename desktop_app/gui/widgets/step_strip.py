"""Where a window with several steps stands."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.painting import draw_box, draw_line, leading, snapped, text_width
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 44
_MARGIN: Final = 20
_CIRCLE: Final = 20
_GAP: Final = 8
_CONNECTOR: Final = 28
_SHORTEST_CONNECTOR: Final = 6
_CONNECTOR_GAP: Final = 10
_PIXELS: Final = 12


class StepStrip(Themed, QWidget):
    """Numbered steps with their names: a tick for those done, a filled circle for the present."""

    def __init__(
        self, appearance: Appearance, steps: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._steps = list(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    @property
    def current(self) -> int:
        """The present step, counted from 0."""
        return self._current

    def set_current(self, step: int) -> None:
        """Let this step be the present one; those before it are done."""
        self._current = step
        self.setAccessibleName(
            self.tr("Step {number} of {count}: {name}").format(
                number=step + 1, count=len(self._steps), name=self._steps[step]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.scaled(420), self.theme.scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        line = snapped(painter, 1)
        bounds = QRectF(self.rect())
        painter.fillRect(QRectF(0, bounds.height() - line, bounds.width(), line), colours.line)
        connector = self._connector()
        x = float(_MARGIN)
        for number, words in enumerate(self._steps):
            if number:
                middle = round(bounds.height() / 2)
                place = QRectF(x + _CONNECTOR_GAP, middle, connector, line)
                painter.fillRect(self.mirrored(place), colours.line_strong)
                x += connector + 2 * _CONNECTOR_GAP
            self._paint_circle(painter, x, number)
            x += self.theme.scaled(_CIRCLE) + _GAP
            width = min(self._words_width(number), max(0.0, bounds.width() - _MARGIN - x))
            draw_line(
                painter,
                self.mirrored(QRectF(x, 0, width, bounds.height())),
                words,
                self._font(number),
                colours.text if number == self._current else colours.text2,
                alignment=leading(self.layoutDirection()),
            )
            x += width

    def _paint_circle(self, painter: QPainter, x: float, number: int) -> None:
        colours = self.theme.colours
        side = self.theme.scaled(_CIRCLE)
        place = self.mirrored(QRectF(x, round((self.height() - side) / 2), side, side))
        if number < self._current:
            done = self.theme.verdicts[Look.MATCH].plain
            draw_box(painter, place, radius=side / 2, outline=done)
            self.icons.paint(painter, place.adjusted(3, 3, -3, -3), "tick", done)
            return
        ink = colours.text2
        if number == self._current:
            ink = colours.on_accent
            draw_box(painter, place, radius=side / 2, fill=colours.accent_fill)
        else:
            draw_box(painter, place, radius=side / 2, outline=colours.line_strong)
        font = self.theme.fonts.sans(11, 600)
        centred = Qt.AlignmentFlag.AlignHCenter
        draw_line(painter, place, str(number + 1), font, ink, alignment=centred)

    def _connector(self) -> float:
        """The connectors give way first where the names need the room."""
        count = len(self._steps) - 1
        names = sum(self._words_width(number) for number in range(len(self._steps)))
        circles = len(self._steps) * (self.theme.scaled(_CIRCLE) + _GAP)
        room = self.width() - 2 * _MARGIN - names - circles - count * 2 * _CONNECTOR_GAP
        return max(float(_SHORTEST_CONNECTOR), min(float(_CONNECTOR), room / max(1, count)))

    def _words_width(self, number: int) -> float:
        return text_width(self._font(number), self._steps[number])

    def _font(self, number: int) -> QFont:
        return self.theme.fonts.sans(_PIXELS, 600 if number == self._current else 400)

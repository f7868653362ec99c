"""The checks of each day as stacked bars."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.core.team_figures import TeamDay
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.team.chart_parts import Part, amount_of, paint_part
from desktop_app.gui.team.team_texts import axis_day, axis_today, bar_sentence
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.labels import plain_tooltip
from desktop_app.gui.widgets.painting import RING_WIDTH, draw_box, draw_line, snapped, text_width
from desktop_app.gui.widgets.themed import Themed

_INTERVALS: Final = 3
_ROUND: Final = (1, 2, 4, 5, 10)
_AXIS_GAP: Final = 8
_LABELS: Final = 30
_LABEL_LINE: Final = 14
_LABEL_WIDTH: Final = 44
_DATE_WIDTH: Final = 56
_BAR_SHARE: Final = 0.6
_WIDEST_BAR: Final = 40.0
_BETWEEN: Final = 1.0
_TOP: Final = 8
_SAME_NUMBERS: Final = timedelta(days=28)
"""From here on a day of the month may come twice."""


def axis_step(most: int) -> int:
    """The distance of the lines behind the bars: a round number, so that three reach ``most``."""
    magnitude = 1
    while True:
        for each in _ROUND:
            if each * magnitude * _INTERVALS >= most:
                return each * magnitude
        magnitude *= 10


class BarChart(Themed, QWidget):
    """Arrow keys go from bar to bar; the one that is reached is told, and shown by a ring."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._days: Sequence[TeamDay] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_days(self, days: Sequence[TeamDay]) -> None:
        """Show these days, the last of which is today."""
        reached = self._days[self._current].day if self._days else None
        self._days = days
        places = [place for place, each in enumerate(days) if each.day == reached]
        self._current = places[0] if places else len(days) - 1
        self._describe()
        self.update()

    @property
    def current(self) -> TeamDay | None:
        """The day of the bar that the keyboard has reached."""
        return self._days[self._current] if self._days else None

    def labels(self) -> dict[int, tuple[str, str]]:
        """The two lines below each bar for which there is room, by the bar's place."""
        if not self._days:
            return {}
        last, with_month = len(self._days) - 1, self._spans_months()
        every = max(1, -(-self._label_width() // max(1, int(self._slot(0).width()))))
        return {
            place: (axis_today if place == last else axis_day)(
                self._days[place].day, with_month=with_month
            )
            for place in range(last, -1, -every)
        }

    def sizeHint(self) -> QSize:
        return QSize(320, self.theme.scaled(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.theme.scaled(150))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        steps = {
            Qt.Key.Key_Left: 1 if rtl else -1,
            Qt.Key.Key_Right: -1 if rtl else 1,
            Qt.Key.Key_Home: -len(self._days),
            Qt.Key.Key_End: len(self._days),
        }
        if event.key() not in steps or event.modifiers() or not self._days:
            super().keyPressEvent(event)
            return
        reached = self._current + steps[Qt.Key(event.key())]
        self._current = max(0, min(len(self._days) - 1, reached))
        self._describe()
        self._show_tip(self._current)
        announce(self, bar_sentence(self._days[self._current]))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        if place is not None:
            self._current = place
            self._describe()
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().x())
            if place is not None:
                QToolTip.showText(event.globalPos(), self._tip(place), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = axis_step(max((day.checks for day in self._days), default=0))
        self._paint_axis(painter, step)
        for place in range(len(self._days)):
            self._paint_bar(painter, place, step)
        self._paint_labels(painter)

    # --- places ----------------------------------------------------------------------------------

    def _plot(self) -> QRectF:
        most = axis_step(max((day.checks for day in self._days), default=0)) * _INTERVALS
        axis = text_width(self.theme.fonts.sans(11), grouped(most)) + _AXIS_GAP
        labels = self.theme.scaled(_LABELS) + _AXIS_GAP
        return QRectF(
            axis, _TOP, max(1, self.width() - axis), max(1, self.height() - labels - _TOP)
        )

    def _slot(self, place: int) -> QRectF:
        """The part of the plot that belongs to a bar, as the screen has it."""
        plot = self._plot()
        width = plot.width() / len(self._days)
        return self.mirrored(QRectF(plot.x() + place * width, plot.y(), width, plot.height()))

    def _bar(self, place: int, step: int) -> QRectF:
        slot, checks = self._slot(place), self._days[place].checks
        width = max(3.0, round(min(slot.width() * _BAR_SHARE, _WIDEST_BAR)))
        height = slot.height() * checks / (step * _INTERVALS)
        return QRectF(round(slot.center().x() - width / 2), slot.bottom() - height, width, height)

    def _place_at(self, x: float) -> int | None:
        for place in range(len(self._days)):
            slot = self._slot(place)
            if slot.x() <= x < slot.right():
                return place
        return None

    # --- painting --------------------------------------------------------------------------------

    def _paint_axis(self, painter: QPainter, step: int) -> None:
        plot, colours = self._plot(), self.theme.colours
        font, line = self.theme.fonts.sans(11), snapped(painter, 1)
        for number in range(_INTERVALS + 1):
            y = round(plot.bottom() - plot.height() * number / _INTERVALS)
            painter.fillRect(self.mirrored(QRectF(plot.x(), y, plot.width(), line)), colours.line)
            place = self.mirrored(QRectF(0, y - 8, plot.x() - _AXIS_GAP, 16))
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
            draw_line(painter, place, grouped(number * step), font, colours.text3, alignment=side)

    def _paint_bar(self, painter: QPainter, place: int, step: int) -> None:
        day, bar = self._days[place], self._bar(place, step)
        top = bar.bottom()
        for part in Part:
            amount = amount_of(day, part)
            if not amount:
                continue
            height = bar.height() * amount / day.checks
            # The air between two parts tells them apart where a pattern is too small to be seen.
            air = _BETWEEN if height > 2 * _BETWEEN else 0.0
            paint_part(
                painter,
                QRectF(bar.x(), top - height + air, bar.width(), height - air),
                part,
                self.theme,
            )
            top -= height
        if self.hasFocus() and place == self._current:
            around = QRectF(
                bar.x(), min(bar.y(), bar.bottom() - 6), bar.width(), max(bar.height(), 6)
            )
            draw_box(
                painter,
                around.adjusted(-4, -4, 4, 4),
                radius=4,
                outline=self.theme.colours.accent,
                width=RING_WIDTH,
            )

    def _paint_labels(self, painter: QPainter) -> None:
        fonts, colours = self.theme.fonts, self.theme.colours
        last = len(self._days) - 1
        height = self.theme.scaled(_LABEL_LINE)
        top = self._plot().bottom() + _AXIS_GAP
        for place, lines in self.labels().items():
            slot = self._slot(place)
            width = max(slot.width(), self._label_width())
            left = max(0.0, min(slot.center().x() - width / 2, self.width() - width))
            ink = colours.text if place == last else colours.text3
            for line, text in enumerate(lines):
                font = fonts.sans(11, 600 if place == last and not line else 400)
                target = QRectF(left, top + line * height, width, height)
                centre = Qt.AlignmentFlag.AlignHCenter
                draw_line(painter, target, text, font, ink, alignment=centre)

    def _spans_months(self) -> bool:
        return self._days[-1].day - self._days[0].day >= _SAME_NUMBERS

    def _label_width(self) -> int:
        return self.theme.scaled(_DATE_WIDTH if self._spans_months() else _LABEL_WIDTH)

    # --- words -----------------------------------------------------------------------------------

    def _tip(self, place: int) -> str:
        return plain_tooltip(bar_sentence(self._days[place]))

    def _show_tip(self, place: int) -> None:
        step = axis_step(max(day.checks for day in self._days))
        corner = self._bar(place, step).topLeft().toPoint()
        QToolTip.showText(self.mapToGlobal(corner), self._tip(place), self)

    def _describe(self) -> None:
        self.setAccessibleDescription(bar_sentence(self._days[self._current]) if self._days else "")

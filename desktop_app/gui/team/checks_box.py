"""Checks per working day: the chart, its legend, the same as a table, and the days it shows."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.team_figures import TeamFigures
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.team.bar_chart import BarChart
from desktop_app.gui.team.chart_parts import Part, paint_part, part_name
from desktop_app.gui.team.checks_table import ChecksTable
from desktop_app.gui.widgets.buttons import LinkButton
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.painting import draw_line, leading, text_width
from desktop_app.gui.widgets.segmented import SegmentedControl
from desktop_app.gui.widgets.surfaces import Box
from desktop_app.gui.widgets.themed import Themed

PERIODS: Final = (7, 14, 90)
_USUAL: Final = 14
_SWATCH: Final = 13
_SWATCH_GAP: Final = 7
_ITEM_GAP: Final = 18
_LEGEND: Final = 18


class Legend(Themed, QWidget):
    """The parts of a bar with their patterns, in the order of the stack; wraps where it must."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(map(part_name, Part)))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.scaled(200), self.heightForWidth(max(1, self.width())))

    def heightForWidth(self, width: int) -> int:
        lines = 1 + max(line for _, _, line in self._places(width))
        return lines * self.theme.scaled(_LEGEND)

    def hasHeightForWidth(self) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        font, ink = theme.fonts.sans(12), theme.colours.text2
        height, side = theme.scaled(_LEGEND), theme.scaled(_SWATCH)
        for part, x, line in self._places(self.width()):
            top = line * height
            swatch = QRectF(x, top + (height - side) // 2, side, side)
            paint_part(painter, self.mirrored(swatch), part, theme)
            width = text_width(font, part_name(part))
            words = self.mirrored(QRectF(x + side + _SWATCH_GAP, top, width, height))
            side_of = leading(self.layoutDirection())
            draw_line(painter, words, part_name(part), font, ink, alignment=side_of)

    def _places(self, width: int) -> list[tuple[Part, float, int]]:
        """Where each part stands: its beginning, and its line."""
        font, side = self.theme.fonts.sans(12), self.theme.scaled(_SWATCH)
        places, x, line = [], 0.0, 0
        for part in Part:
            taken = side + _SWATCH_GAP + text_width(font, part_name(part))
            if x and x + taken > width:
                x, line = 0.0, line + 1
            places.append((part, x, line))
            x += taken + _ITEM_GAP
        return places


class ChecksBox(Box):
    """``period_changed`` carries the number of working days that are shown from now on."""

    period_changed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._figures: TeamFigures | None = None
        title = Label(
            appearance, self.tr("Checks per working day"), pixels=15, weight=600, parent=self
        )
        self._switch = LinkButton(appearance, self.tr("Show as table"), parent=self)
        self.period = SegmentedControl(
            appearance,
            [(str(days), self._words(days)) for days in PERIODS],
            name=self.tr("Days that are shown"),
            parent=self,
        )
        self.period.set_value(str(_USUAL))
        self._legend = Legend(appearance, self)
        self.chart = BarChart(appearance, self)
        self.chart.setAccessibleName(title.text())
        self.table = ChecksTable(appearance, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        self._choices = QWidget(self)
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        choices.addStretch(1)
        choices.addWidget(self._switch)
        choices.addWidget(self.period)
        self._head = QGridLayout()
        self._head.addWidget(title, 0, 0)
        self.set_narrow(narrow=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 13, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self._legend)
        column.addWidget(self._stack, 1)
        self._switch.clicked.connect(self._on_switch_clicked)
        self.period.value_changed.connect(self._on_period_value_changed)

    @property
    def days(self) -> int:
        """How many working days are shown."""
        return int(self.period.value())

    @property
    def shows_table(self) -> bool:
        """Whether the table is there instead of the chart."""
        return self._stack.currentWidget() is self.table

    def show_table(self, *, shown: bool) -> None:
        """Show the table instead of the chart, or the chart again."""
        self._stack.setCurrentWidget(self.table if shown else self.chart)
        self._switch.setText(self.tr("Show as chart") if shown else self.tr("Show as table"))
        self._legend.setVisible(not shown)

    def set_figures(self, figures: TeamFigures) -> None:
        """Show the days of these figures."""
        self._figures = figures
        days = figures.working_days(self.days)
        self.chart.set_days(days)
        self.table.set_days(days)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put what is chosen below the title instead of beside it."""
        self._head.addWidget(self._choices, *((1, 0) if narrow else (0, 1)))
        self._head.setColumnStretch(0, 1)

    def _words(self, days: int) -> str:
        return self.tr("{count} days").format(count=days)

    def _on_switch_clicked(self) -> None:
        self.show_table(shown=not self.shows_table)

    def _on_period_value_changed(self, _value: str) -> None:
        if self._figures is not None:
            self.set_figures(self._figures)
        self.period_changed.emit(self.days)

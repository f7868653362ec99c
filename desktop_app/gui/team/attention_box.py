"""What needs attention, how much that is, and a word on what is not counted here."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.attention import AttentionList
from desktop_app.core.team_figures import TeamTotals
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.team.attention_list import ROW_HEIGHT, AttentionListView
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Box, Hairline

_HEAD: Final = 44
_FRAME: Final = 1
_MOST_ROWS: Final = 8


class AttentionBox(Box):
    """``acted`` carries the ``AttentionRow`` that somebody wants to do something about."""

    acted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self.list_view = AttentionListView(appearance, self)
        self.list_view.acted.connect(self.acted)
        title = Label(appearance, self.tr("Needs attention"), pixels=15, weight=600, parent=self)
        self._count = Label(appearance, pixels=13, colour="text3", parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._count)
        head.addStretch(1)
        self._head = QWidget(self)
        self._head.setLayout(head)
        self._nothing = self._new_nothing(appearance)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list_view)
        self._stack.addWidget(self._nothing)
        foot = Label(
            appearance,
            self.tr("Figures are per team. Watchword keeps no ranking of colleagues."),
            pixels=12,
            colour="text2",
            wrap=True,
            parent=self,
        )
        foot.setContentsMargins(16, 11, 16, 11)
        column = QVBoxLayout(self)
        # The rows reach to the frame and leave it, with its round corners, to be seen.
        column.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Hairline(appearance, parent=self))
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline(appearance, parent=self))
        column.addWidget(foot)
        self.theme_changed()

    def set_attention(self, attention: AttentionList, totals: TeamTotals) -> None:
        """Show what needs attention as of the moment of the totals."""
        self.list_view.set_attention(attention, totals)
        count = grouped(len(attention.items))
        if attention.more:
            count = self.tr("more than {count}").format(count=count)
        self._count.setText(count if attention.items else "")
        self._stack.setCurrentIndex(0 if attention.items else 1)

    def clear(self) -> None:
        """Keep no name in a list that is not to be seen."""
        self.list_view.clear()

    def focus_target(self) -> QWidget | None:
        """What takes the keyboard, None where there is nothing to be done."""
        return self.list_view if self.list_view.rows else None

    def rows_height(self) -> int:
        """The height at which every row is seen, up to a few."""
        rows = min(max(1, len(self.list_view.rows)), _MOST_ROWS)
        others = self.sizeHint().height() - self._stack.sizeHint().height()
        return others + rows * self.theme.scaled(ROW_HEIGHT)

    def theme_changed(self) -> None:
        self._head.setFixedHeight(self.theme.scaled(_HEAD))

    def _new_nothing(self, appearance: Appearance) -> QWidget:
        page = QWidget(self)
        icon = Icon(appearance, "tick-circle", colour=Look.MATCH, side=20, parent=page)
        words = Label(appearance, self.tr("Nothing needs attention."), colour="text2", parent=page)
        row = QHBoxLayout()
        row.setContentsMargins(16, 14, 16, 0)
        row.setSpacing(10)
        row.addWidget(icon)
        row.addWidget(words, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addStretch(1)
        return page

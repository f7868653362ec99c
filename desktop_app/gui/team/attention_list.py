"""The list of what needs attention, one row of it selected."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.core.attention import AttentionKind, AttentionList
from desktop_app.core.team_figures import TeamTotals
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.row_painting import RowState, paint_row_ground
from desktop_app.gui.look.theme import Look
from desktop_app.gui.team.attention_model import ROW_ROLE, AttentionModel, AttentionRow, Index
from desktop_app.gui.widgets.list_keys import ENTER
from desktop_app.gui.widgets.painting import draw_line, leading, text_width
from desktop_app.gui.widgets.themed import Themed

ROW_HEIGHT: Final = 60
_MARGIN: Final = 16
_ICON: Final = 20
_WORDS: Final = 54
_LINE: Final = 18
_TOP: Final = 11
_GAP: Final = 12
_SELECT: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect

Mark = tuple[str, str | Look]
"""An icon and its colour: a token, or a look whose plain colour is meant."""

_MARKS: Final[dict[AttentionKind, Mark]] = {
    AttentionKind.LOCKED: ("padlock", Look.LOCKED),
    AttentionKind.BLOCKED: ("padlock", Look.STOP),
    AttentionKind.PAUSED: ("user", Look.LOCKED),
    AttentionKind.FAILING: ("cross-octagon", Look.STOP),
    AttentionKind.MANY_WRONG: ("warning", Look.STOP),
    AttentionKind.CAUTION: ("flag", Look.LOCKED),
    AttentionKind.NO_PASSWORD: ("dashed-circle-bar", Look.NONE),
    AttentionKind.OLD_KEY: ("key", "text2"),
    AttentionKind.OLD_PASSWORD: ("clock", Look.NONE),
}


class AttentionDelegate(QStyledItemDelegate):
    """Icon, whom it is about with the action at the end; number and reason below."""

    def __init__(self, appearance: Appearance, view: "AttentionListView") -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._appearance.theme.scaled(ROW_HEIGHT))

    def action_width(self, row: AttentionRow) -> float:
        """How wide the action is, its margin included; 0 for none."""
        if not row.action:
            return 0.0
        return text_width(self._appearance.theme.fonts.sans(13), row.action) + _MARGIN

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, AttentionRow):
            return
        painter.save()
        rect = QRectF(option.rect)
        theme = self._appearance.theme
        state = RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=self._view.hasFocus(),
            rtl=option.direction is Qt.LayoutDirection.RightToLeft,
        )
        paint_row_ground(painter, rect, theme.colours, state)
        self._paint_words(painter, rect, row, option.direction)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRectF, row: AttentionRow, direction: Qt.LayoutDirection
    ) -> None:
        theme = self._appearance.theme
        fonts, colours = theme.fonts, theme.colours
        rtl = direction is Qt.LayoutDirection.RightToLeft
        line, side = theme.scaled(_LINE), theme.scaled(_ICON)
        top = rect.y() + theme.scaled(_TOP)
        begin, end = leading(direction), Qt.AlignmentFlag.AlignRight
        if rtl:
            end = Qt.AlignmentFlag.AlignLeft

        def place(x: float, y: float, width: float, height: float) -> QRectF:
            left = rect.right() - x - width if rtl else rect.x() + x
            return QRectF(left, y, max(0.0, width), height)

        name, colour = _MARKS[row.item.kind]
        icon = place(_MARGIN, top, side, side)
        self._appearance.icons.paint(painter, icon, name, self._ink(colour))
        start = float(max(_WORDS, _MARGIN + side + _GAP))
        action = self.action_width(row)
        words = rect.width() - start - action - _GAP
        target = place(start, top, words, line)
        draw_line(painter, target, row.title, fonts.sans(13, 500), colours.text, alignment=begin)
        below, words = top + line + 1, rect.width() - start - _MARGIN
        if row.number:
            number = text_width(fonts.mono(12), row.number)
            target = place(start, below, number, line)
            draw_line(painter, target, row.number, fonts.mono(12), colours.text2, alignment=begin)
            start, words = start + number + _GAP, words - number - _GAP
        target = place(start, below, words, line)
        draw_line(painter, target, row.reason, fonts.sans(12), colours.text2, alignment=begin)
        if row.action:
            ink = colours.accent if self._view.may_act else colours.disabled_text
            target = place(rect.width() - action, top, action - _MARGIN, line)
            draw_line(painter, target, row.action, fonts.sans(13), ink, alignment=end)

    def _ink(self, colour: str | Look) -> QColor:
        theme = self._appearance.theme
        if isinstance(colour, Look):
            return theme.verdicts[colour].plain
        ink: QColor = getattr(theme.colours, colour)
        return ink


class AttentionListView(Themed, QListView):
    """Enter, a double click, and a click on an action do what the row says."""

    acted = Signal(object)
    """An ``AttentionRow``."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._may_act = True
        self._model = AttentionModel(self)
        self.setModel(self._model)
        self._delegate = AttentionDelegate(appearance, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Needs attention"))

    @property
    def may_act(self) -> bool:
        """Whether the actions are possible now."""
        return self._may_act

    def set_may_act(self, *, may_act: bool) -> None:
        """Paint the actions as possible or not; the rows can be read in any case."""
        self._may_act = may_act
        self.viewport().update()

    @property
    def rows(self) -> tuple[AttentionRow, ...]:
        """All rows, from the top."""
        return self._model.rows

    def set_attention(self, attention: AttentionList, totals: TeamTotals) -> None:
        """Show what needs attention, and keep the row that is selected where it is still there."""
        before = self.currentIndex()
        selected = self._model.rows[before.row()] if before.isValid() else None
        rows = tuple(AttentionRow(item, totals.at) for item in attention.items)
        self._model.set_rows(rows)
        if not rows:
            return
        same = [
            place for place, row in enumerate(rows) if selected and row.is_about_the_same(selected)
        ]
        place = same[0] if same else min(max(0, before.row()), len(rows) - 1)
        index = self._model.index(place, 0)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)

    def clear(self) -> None:
        """Show nothing."""
        self._model.set_rows(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self._act(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()  # nothing is typed here
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._is_on_action(index, event.position().x()):
            self._act(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        # The first of the two clicks has acted already where it hit the action.
        if index.isValid() and not self._is_on_action(index, event.position().x()):
            self._act(index)

    def theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _is_on_action(self, index: Index, x: float) -> bool:
        row = index.data(ROW_ROLE)
        if not isinstance(row, AttentionRow):
            return False
        width = self._delegate.action_width(row)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return x < width
        return x >= self.viewport().width() - width

    def _act(self, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, AttentionRow):
            self.acted.emit(row)

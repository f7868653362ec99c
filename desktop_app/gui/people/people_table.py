"""The list of the people, one of them selected."""

from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop_app.core.people import TeamMember
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.row_delegate import RowDelegate
from desktop_app.gui.look.theme import Look
from desktop_app.gui.people.people_model import MEMBER_ROLE, STATE_ROLE, Column, PeopleModel
from desktop_app.gui.people.people_texts import MemberState
from desktop_app.gui.widgets.painting import draw_line, leading, snapped
from desktop_app.gui.widgets.themed import Themed

_ROW_HEIGHT: Final = 38
_HEAD_HEIGHT: Final = 30
_FIRST_INSET: Final = 20
_INSET: Final = 8
_ICON: Final = 14
_GAP: Final = 6
_WIDTHS: Final = {Column.LOGIN: 120, Column.ROLE: 110, Column.SEEN: 130, Column.STATE: 270}
_ROOM_FOR_LOGIN: Final = 760
_ROOM_FOR_SEEN: Final = 600
_ROOM_FOR_ROLE: Final = 500
_ICONS: Final = MappingProxyType(
    {
        MemberState.PAUSED: ("padlock", Look.LOCKED),
        MemberState.OVER: ("warning", Look.LOCKED),
        MemberState.INVITED: ("mail", Look.NONE),
    }
)
_SELECT: Final = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


class PeopleTable(Themed, QTableView):
    """Keeps the selection on the same person when the list is read again."""

    chosen = Signal()
    """Another person is selected, or none."""
    entered = Signal()
    """Enter was pressed on somebody, or they were clicked twice."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._model = PeopleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_PeopleDelegate(appearance, self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("People of the team"))
        heads = _PeopleHeads(appearance, self)
        self.setHorizontalHeader(heads)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda _now, _old: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        self.theme_changed()

    @property
    def member(self) -> TeamMember | None:
        """The selected person."""
        index = self.currentIndex()
        member = index.data(MEMBER_ROLE) if index.isValid() else None
        return member if isinstance(member, TeamMember) else None

    def set_members(self, members: Sequence[TeamMember], now: datetime) -> None:
        """Show these people; the selection stays on the same one, else it is the first."""
        before = self.member
        self._model.set_members(members, now)
        row = None if before is None else self._model.row_of(before.person.login)
        if members:
            index = self._model.index(row or 0, Column.NAME)
            self.selectionModel().setCurrentIndex(index, _SELECT)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.viewport().update()

    def theme_changed(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.theme.scaled(_ROW_HEIGHT))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, self.theme.scaled(width))
        self._fit()

    def _fit(self) -> None:
        """A narrow window has no room for everything; the state always stays."""
        room = self.viewport().width()
        self.setColumnHidden(Column.LOGIN, room < self.theme.scaled(_ROOM_FOR_LOGIN))
        self.setColumnHidden(Column.SEEN, room < self.theme.scaled(_ROOM_FOR_SEEN))
        self.setColumnHidden(Column.ROLE, room < self.theme.scaled(_ROOM_FOR_ROLE))


class _PeopleHeads(Themed, QHeaderView):
    """The columns' names in line with what stands below them."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.follow(appearance)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.theme.scaled(_HEAD_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = self.theme.colours
        place = QRectF(rect)
        painter.fillRect(place, colours.raised)
        line = snapped(painter, 1)
        base = QRectF(place.x(), place.bottom() - line, place.width(), line)
        painter.fillRect(base, colours.line)
        words = _inner(place, Column(section), rtl=self.isRightToLeft())
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        font = self.theme.fonts.sans(12, 500)
        alignment = leading(self.layoutDirection())
        draw_line(painter, words, name, font, colours.text2, alignment=alignment)


class _PeopleDelegate(RowDelegate):
    row_height = _ROW_HEIGHT

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        direction: Qt.LayoutDirection,
    ) -> None:
        column, theme = Column(index.column()), self._appearance.theme
        rtl = direction is Qt.LayoutDirection.RightToLeft
        place = _inner(rect, column, rtl=rtl)
        ink = theme.colours.text if column is Column.NAME else theme.colours.text2
        state = index.data(STATE_ROLE)
        if column is Column.STATE and state in _ICONS:
            icon, look = _ICONS[state]
            side = theme.scaled(_ICON)
            x = place.right() - side if rtl else place.x()
            target = QRectF(x, place.y(), side, place.height())
            self._appearance.icons.paint(painter, target, icon, theme.verdicts[look].plain)
            taken = side + _GAP
            place = place.adjusted(0 if rtl else taken, 0, -taken if rtl else 0, 0)
            ink = theme.verdicts[look].text
        font = theme.fonts.sans(13, 500 if column is Column.NAME else 400)
        draw_line(painter, place, str(index.data()), font, ink, alignment=leading(direction))


def _inner(rect: QRectF, column: Column, *, rtl: bool) -> QRectF:
    """Where the text of a cell may stand."""
    inset = _FIRST_INSET if column is Column.NAME else _INSET
    return rect.adjusted(_INSET if rtl else inset, 0, -inset if rtl else -_INSET, -1)

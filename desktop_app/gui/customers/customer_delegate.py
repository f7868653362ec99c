"""Paints the customer list: hits, chips, the selected, hovered and outdated row."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui.customers.customer_model import ROW_ROLE, Column
from desktop_app.gui.customers.found_rows import FoundRow, MarkedText
from desktop_app.gui.customers.marked_painting import paint_marked
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.row_painting import RowState, paint_row_ground
from desktop_app.gui.look.theme import Look, Theme
from desktop_app.gui.widgets.chip import ChipPainter, ChipState

ROW_HEIGHT: Final = 38
TWO_LINE_HEIGHT: Final = 48
FIRST_INSET: Final = 16
INSET: Final = 8

_CHIP_INSET: Final = 1
_TEXT_GAP: Final = 8
_FLAG: Final = 14
_FIRST_LINE: Final = 15
_SECOND_LINE: Final = 32


@dataclass
class ListState:
    """What the view tells its delegate about the list as a whole."""

    two_lines: bool = False
    stale: bool = False
    hovered: int = -1
    has_focus: bool = False
    shown: frozenset[Column] = frozenset(Column)
    first: Column = Column.NUMBER
    last: Column = Column.PASSWORD


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell while it is painted; ``place`` is where its text may stand."""

    painter: QPainter
    place: QRectF
    direction: Qt.LayoutDirection
    theme: Theme

    def after(self, width: float) -> "_Cell":
        """What is left of the cell behind ``width`` pixels."""
        rtl = self.direction is Qt.LayoutDirection.RightToLeft
        taken = max(0.0, self.place.width() - width)
        left = self.place.x() + (0.0 if rtl else width)
        place = QRectF(left, self.place.y(), taken, self.place.height())
        return _Cell(self.painter, place, self.direction, self.theme)

    def line(self, centre: float) -> "_Cell":
        """A line of the cell around ``centre``, in design pixels from the cell's top."""
        height = self.theme.scaled(18)
        top = self.place.y() + self.theme.scaled(centre) - height / 2
        place = QRectF(self.place.x(), top, self.place.width(), height)
        return _Cell(self.painter, place, self.direction, self.theme)

    def text(self, marked: MarkedText, font: QFont, colour: QColor) -> float:
        """Paint one line; returns its width."""
        return paint_marked(
            self.painter,
            self.place,
            marked,
            font=font,
            colour=colour,
            colours=self.theme.colours,
            direction=self.direction,
        )


class CustomerDelegate(QStyledItemDelegate):
    """Paints a row cell by cell; ``state`` is shared with the view."""

    def __init__(
        self, appearance: Appearance, state: ListState, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state = state
        self._chips = ChipPainter(appearance, self)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = TWO_LINE_HEIGHT if self._state.two_lines else ROW_HEIGHT
        return QSize(0, self._appearance.theme.scaled(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FoundRow):
            return
        painter.save()
        column = Column(index.column())
        rect = QRectF(option.rect)
        direction = option.direction
        ground = self._ground(index.row(), column, option)
        paint_row_ground(painter, rect, self._appearance.theme.colours, ground)
        inset = FIRST_INSET if column is self._state.first else INSET
        rtl = ground.rtl
        place = rect.adjusted(INSET if rtl else inset, 0, -inset if rtl else -INSET, -1)
        cell = _Cell(painter, place, direction, self._appearance.theme)
        self._paint_cell(cell, row, column)
        painter.restore()

    def _ground(self, row: int, column: Column, option: QStyleOptionViewItem) -> RowState:
        return RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=row == self._state.hovered,
            focused=self._state.has_focus,
            rtl=option.direction is Qt.LayoutDirection.RightToLeft,
            first=column is self._state.first,
            last=column is self._state.last,
        )

    def _paint_cell(self, cell: _Cell, row: FoundRow, column: Column) -> None:
        match column:
            case Column.NUMBER:
                cell.text(self._fresh(row.number), cell.theme.fonts.mono(13), self._ink("text"))
            case Column.NAME if self._state.two_lines:
                self._paint_name(cell.line(_FIRST_LINE), row)
                self._paint_company(cell.line(_SECOND_LINE), row, pixels=12, ink="text2")
            case Column.NAME:
                self._paint_name(cell, row)
            case Column.COMPANY:
                self._paint_company(cell, row, pixels=13, ink="text")
            case Column.PHONE:
                cell.text(self._fresh(row.phone), cell.theme.fonts.sans(13), self._ink("text"))
            case Column.PASSWORD:
                inset = INSET - _CHIP_INSET
                rtl = cell.direction is Qt.LayoutDirection.RightToLeft
                chip = cell.place.adjusted(0 if rtl else -inset, 0, inset if rtl else 0, 0)
                self._chips.paint(
                    cell.painter,
                    chip,
                    ChipState(row.state),
                    stale=self._state.stale,
                    direction=cell.direction,
                )

    def _paint_name(self, cell: _Cell, row: FoundRow) -> None:
        font = cell.theme.fonts.sans(13, 500)
        width = cell.text(self._fresh(row.name), font, self._ink("text"))
        if not row.caution:
            return
        side = cell.theme.scaled(_FLAG)
        rest = cell.after(min(width + _TEXT_GAP, cell.place.width() - side)).place
        rtl = cell.direction is Qt.LayoutDirection.RightToLeft
        x = rest.right() - side if rtl else rest.x()
        target = QRectF(x, rest.y(), side, rest.height())
        ink = cell.theme.verdicts[Look.LOCKED].text
        self._appearance.icons.paint(cell.painter, target, "flag", ink)

    def _paint_company(self, cell: _Cell, row: FoundRow, *, pixels: int, ink: str) -> None:
        font = cell.theme.fonts.sans(pixels)
        width = cell.text(self._fresh(row.company), font, self._ink(ink))
        hit = self._hidden_hit(row)
        if hit is not None:
            rest = cell.after(width + _TEXT_GAP if width else 0)
            rest.text(self._fresh(hit), cell.theme.fonts.sans(12), self._ink("text3"))

    def _hidden_hit(self, row: FoundRow) -> MarkedText | None:
        """The first text with a hit, where no column that is shown has one."""
        columns = [
            (Column.NUMBER, row.number),
            (Column.NAME, row.name),
            (Column.COMPANY, row.company),
            (Column.PHONE, row.phone),
        ]
        shown = self._state.shown | ({Column.COMPANY} if self._state.two_lines else frozenset())
        if any(text.marks for column, text in columns if column in shown):
            return None
        hidden = [text for column, text in columns if column not in shown]
        return next((text for text in (*hidden, *row.elsewhere) if text.marks), None)

    def _fresh(self, marked: MarkedText) -> MarkedText:
        """The text as it may be marked: outdated rows show what an earlier search found."""
        return MarkedText(marked.text) if self._state.stale else marked

    def _ink(self, token: str) -> QColor:
        colours = self._appearance.theme.colours
        colour: QColor = colours.text3 if self._state.stale else getattr(colours, token)
        return colour

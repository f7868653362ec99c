"""The list of those who can be given a first password: arrows move, Space gives or takes a tick."""

from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop_app.core.first_password_ports import Candidate
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.row_delegate import RowDelegate
from desktop_app.gui.password.candidate_model import CandidateModel, Column
from desktop_app.gui.widgets.painting import draw_box, draw_line, leading
from desktop_app.gui.widgets.themed import Themed

_ROW_HEIGHT: Final = 32
_INSET: Final = 8
_BOX: Final = 18
_GAP: Final = 8
_FEWEST_ROWS: Final = 3
_WIDTHS: Final = {Column.NUMBER: 150, Column.COUNTRY: 80}


class CandidateTable(Themed, QTableView):
    """Enter is left to the window."""

    changed = Signal()
    """Other customers have a tick."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._model = CandidateModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CandidateDelegate(appearance, self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Customers who get a letter"))
        heads = self.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(leading(self.layoutDirection()) | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in (Column.NAME, Column.COMPANY):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._model.dataChanged.connect(lambda _first, _last, _roles: self.changed.emit())
        self.theme_changed()

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Those with a tick, in order."""
        return self._model.chosen

    def set_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """Show these, all of them with a tick."""
        self._model.set_candidates(candidates)
        if candidates:
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            rows = QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(
                self._model.index(0, Column.NUMBER), select | rows
            )
        self.changed.emit()

    def set_all(self, *, chosen: bool) -> None:
        """Give everybody a tick, or nobody."""
        self._model.set_all(chosen=chosen)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._lowest())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._lowest())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._model.toggle(self.currentIndex().row())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._model.toggle(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def theme_changed(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.theme.scaled(_ROW_HEIGHT))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, self.theme.scaled(width))

    def _lowest(self) -> int:
        """A height at which somebody can be seen, however little room there is."""
        rows = _FEWEST_ROWS * self.theme.scaled(_ROW_HEIGHT)
        return self.horizontalHeader().sizeHint().height() + rows


class _CandidateDelegate(RowDelegate):
    """A box stands before the number."""

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
        place = rect.adjusted(_INSET, 0, -_INSET, -1)
        fonts = theme.fonts
        font = fonts.mono(13) if column is Column.NUMBER else fonts.sans(13)
        if column is Column.NUMBER:
            is_chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            place = self._paint_box(painter, place, is_chosen=is_chosen, rtl=rtl)
        ink = theme.colours.text if column is Column.NAME else theme.colours.text2
        draw_line(painter, place, str(index.data()), font, ink, alignment=leading(direction))

    def _paint_box(self, painter: QPainter, place: QRectF, *, is_chosen: bool, rtl: bool) -> QRectF:
        """Paint the box; the room that is left."""
        colours = self._appearance.theme.colours
        side = self._appearance.theme.scaled(_BOX)
        x = place.right() - side if rtl else place.x()
        box = QRectF(x, round(place.center().y() - side / 2), side, side)
        fill, outline = colours.surface, colours.line_strong
        if is_chosen:
            fill = outline = colours.accent_fill
        draw_box(painter, box, radius=4, fill=fill, outline=outline)
        if is_chosen:
            inner = box.adjusted(2, 2, -2, -2)
            self._appearance.icons.paint(painter, inner, "tick", colours.on_accent)
        taken = side + _GAP
        return place.adjusted(0 if rtl else taken, 0, -taken if rtl else 0, 0)

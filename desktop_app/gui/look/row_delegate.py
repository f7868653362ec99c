"""Tables whose rows look like those of every other list."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.row_painting import RowState, paint_row_ground


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of each row; what stands in a cell comes from ``paint_cell``.

    ``row_height`` is in pixels at a text size of 100 %.
    """

    row_height = 0

    def __init__(self, appearance: Appearance, view: QTableView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view: QObject = view

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        direction: Qt.LayoutDirection,
    ) -> None:
        """Paint what stands in a cell on its ground; the painter's state is put back afterwards."""
        raise NotImplementedError

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._appearance.theme.scaled(self.row_height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        rect = QRectF(option.rect)
        ground = RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=isinstance(self._view, QWidget) and self._view.hasFocus(),
            rtl=option.direction is Qt.LayoutDirection.RightToLeft,
            first=index.column() == 0,
            last=index.column() == index.model().columnCount() - 1,
        )
        paint_row_ground(painter, rect, self._appearance.theme.colours, ground)
        self.paint_cell(painter, rect, index, option.direction)
        painter.restore()

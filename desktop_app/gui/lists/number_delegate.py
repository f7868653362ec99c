"""Paints a customer number behind a box that says whether the customer is chosen."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import draw_box, draw_line, leading

_BOX: Final = 18
_GAP: Final = 8
_RADIUS: Final = 4


class NumberDelegate(QStyledItemDelegate):
    """For a column with a check state; the box grows with the text."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        widget = option.widget
        if isinstance(widget, QWidget):
            style = widget.style()
            style.drawControl(style.ControlElement.CE_ItemViewItem, ground, painter, widget)
        theme, area = self._appearance.theme, QRectF(option.rect)
        side = theme.scaled(_BOX)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        left = area.right() - _GAP - side if rtl else area.left() + _GAP
        box = QRectF(left, round(area.center().y() - side / 2), side, side)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, box, chosen=chosen)
        taken = side + 2 * _GAP
        words = area.adjusted(0, 0, -taken, 0) if rtl else area.adjusted(taken, 0, 0, 0)
        font, ink = theme.fonts.mono(), theme.colours.text
        text = str(index.data() or "")
        draw_line(painter, words, text, font, ink, alignment=leading(option.direction))

    def _paint_box(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        colours = self._appearance.theme.colours
        fill, outline = colours.surface, colours.line_strong
        if chosen:
            fill = outline = colours.accent_fill
        draw_box(painter, box, radius=_RADIUS, fill=fill, outline=outline)
        if chosen:
            inner = box.adjusted(2, 2, -2, -2)
            self._appearance.icons.paint(painter, inner, "tick", colours.on_accent)

"""The heads of the customer list: names, the arrow of a sorted column, widths and visibility."""

import json
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from desktop_app.gui.customers.customer_delegate import FIRST_INSET, INSET
from desktop_app.gui.customers.customer_model import UNSORTED, Column
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import draw_line, snapped, text_width
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 30
_ARROW: Final = 14
_ARROW_GAP: Final = 4
_DEFAULT_WIDTHS: Final = {
    Column.NUMBER: 90,
    Column.NAME: 176,
    Column.PHONE: 158,
    Column.PASSWORD: 110,
}
_WIDEST_TEXTS: Final = {Column.NUMBER: "0000000", Column.PHONE: "+49 6851 555 0137"}
_ALWAYS: Final = frozenset({Column.NUMBER, Column.PASSWORD})


class CustomerHeader(Themed, QHeaderView):
    """Widths belong to the user; which columns there is room for is the window's business.

    A column is hidden while the user does not want it or the window is too narrow for it. The
    company takes the room that is left, or the name where there is no company.
    """

    columns_changed = Signal()
    """The user resized, hid or showed a column."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.follow(appearance)
        self._unwanted: set[Column] = set()
        self._no_room: frozenset[Column] = frozenset()
        self._widths: dict[Column, int] = {}
        self._two_lines = False
        self._arranging = False
        self._sorted_by = UNSORTED
        self._order = Qt.SortOrder.AscendingOrder
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(appearance.theme.scaled(48))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sectionResized.connect(self._on_section_resized)

    @property
    def order(self) -> Qt.SortOrder:
        """The direction of the arrow."""
        return self._order

    @property
    def shown(self) -> frozenset[Column]:
        """The columns that are on screen."""
        return frozenset(Column) - self._no_room - self._unwanted

    def set_room(self, no_room_for: frozenset[Column], *, two_lines: bool) -> None:
        """Hide the columns that the window is too narrow for."""
        self._no_room = no_room_for
        self._two_lines = two_lines
        self.arrange()

    def set_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Show the arrow at this column, or none for ``UNSORTED``."""
        self._sorted_by = column
        self._order = order
        self.viewport().update()

    def arrange(self) -> None:
        """Give every column its width."""
        if self.count() == 0:
            return
        self._arranging = True
        shown = self.shown
        filler = Column.COMPANY if Column.COMPANY in shown else Column.NAME
        for column in Column:
            self.setSectionHidden(column, column not in shown)
            stretched = column is filler
            mode = QHeaderView.ResizeMode.Stretch if stretched else self.ResizeMode.Interactive
            self.setSectionResizeMode(column, mode)
            if not stretched:
                self.resizeSection(column, self._widths.get(column, self._default_width(column)))
        self._arranging = False

    def column_actions(self, menu: QMenu) -> list[QAction]:
        """A check mark for every column that may be hidden; number and state always stay."""
        actions = []
        for column in Column:
            if column in _ALWAYS:
                continue
            name = self.model().headerData(column, Qt.Orientation.Horizontal)
            action = QAction(str(name), menu)
            action.setCheckable(True)
            action.setChecked(column not in self._unwanted)
            action.setEnabled(column not in self._no_room)
            action.setData(column)
            action.toggled.connect(self._on_column_toggled)
            actions.append(action)
        return actions

    def saved(self) -> str:
        """Widths and hidden columns as text, for the preferences."""
        widths = {column.name.lower(): width for column, width in sorted(self._widths.items())}
        hidden = [column.name.lower() for column in sorted(self._unwanted)]
        return json.dumps({"widths": widths, "hidden": hidden})

    def restore(self, saved: str) -> None:
        """Take ``saved`` back; what is no such text or no such column is left out."""
        try:
            state = json.loads(saved)
            widths, hidden = dict(state["widths"]), list(state["hidden"])
        except (ValueError, TypeError, KeyError):
            return
        names = {column.name.lower(): column for column in Column}
        self._widths = {
            names[name]: width
            for name, width in widths.items()
            if name in names and isinstance(width, int)
        }
        self._unwanted = {names[name] for name in hidden if name in names} - _ALWAYS
        self.arrange()

    def theme_changed(self) -> None:
        self.setMinimumSectionSize(self.theme.scaled(48))
        self.arrange()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.theme.scaled(_HEIGHT) + 1)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        colours = self.theme.colours
        column = Column(logical_index)
        painter.save()
        painter.fillRect(rect, colours.raised)
        line = snapped(painter, 1)
        place = QRectF(rect)
        base = QRectF(place.x(), place.bottom() - line, place.width(), line)
        painter.fillRect(base, colours.line)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inset = FIRST_INSET if column is min(self.shown) else INSET
        place.adjust(0 if rtl else inset, 0, -inset if rtl else 0, -line)
        font = self.theme.fonts.sans(12, 600)
        text = self._name(column)
        alignment = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        draw_line(painter, place, text, font, colours.text2, alignment=alignment)
        if column == self._sorted_by:
            descending = self._order is Qt.SortOrder.DescendingOrder
            side = self.theme.scaled(_ARROW)
            after = min(text_width(font, text) + _ARROW_GAP, max(0.0, place.width() - side))
            x = place.right() - after - side if rtl else place.x() + after
            target = QRectF(x, place.y(), side, place.height())
            icon = "arrow-down" if descending else "arrow-up"
            self.icons.paint(painter, target, icon, colours.text2)
        painter.restore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.column_actions(menu))
        menu.popup(event.globalPos())

    def _name(self, column: Column) -> str:
        if column is Column.NAME and self._two_lines:
            return self.tr("Customer")
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))

    def _default_width(self, column: Column) -> int:
        width = self.theme.scaled(_DEFAULT_WIDTHS.get(column, 120))
        if column in _WIDEST_TEXTS:
            fonts = self.theme.fonts
            font = fonts.mono(13) if column is Column.NUMBER else fonts.sans(13)
            inset = FIRST_INSET if column is Column.NUMBER else INSET
            width = max(width, round(text_width(font, _WIDEST_TEXTS[column])) + inset + INSET)
        return width

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        stretched = self.sectionResizeMode(section) is QHeaderView.ResizeMode.Stretch
        if not self._arranging and not stretched and new > 0:
            self._widths[Column(section)] = new
            self.columns_changed.emit()

    def _on_column_toggled(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        action = self.sender()
        assert isinstance(action, QAction)  # noqa: S101 - only these are connected
        column = Column(action.data())
        self._unwanted.discard(column) if wanted else self._unwanted.add(column)
        self.arrange()
        self.columns_changed.emit()

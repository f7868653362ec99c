"""The list of customers that were found."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop_app.gui.customers.customer_delegate import (
    ROW_HEIGHT,
    TWO_LINE_HEIGHT,
    CustomerDelegate,
    ListState,
)
from desktop_app.gui.customers.customer_header import CustomerHeader
from desktop_app.gui.customers.customer_model import ROW_ROLE, UNSORTED, Column, CustomerModel
from desktop_app.gui.customers.found_rows import FoundRow, FoundRows
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.list_keys import ENTER, is_move, typed_text
from desktop_app.gui.widgets.themed import Themed

_NOT_IN_TWO_LINES: Final = frozenset({Column.COMPANY, Column.PHONE})
_SELECT: Final = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


class CustomerTable(Themed, QTableView):
    """Shows a result, one row selected.

    ``chosen`` announces every change of the selected row, with None for no row; ``user_chose``
    tells whether the user moved the selection since ``forget_choice``.
    """

    chosen = Signal(object)
    entered = Signal()
    typed = Signal(str)
    columns_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._model = CustomerModel(self)
        self._state = ListState()
        self._user_chose = False
        self._replacing = False
        self.setModel(self._model)
        self.setItemDelegate(CustomerDelegate(appearance, self._state, self))
        self._header = CustomerHeader(appearance, self)
        self.setHorizontalHeader(self._header)
        self._header.sectionClicked.connect(self._on_header_section_clicked)
        self._header.columns_changed.connect(self._on_header_columns_changed)
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
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Customers found"))
        self.selectionModel().currentRowChanged.connect(self._on_selection_current_row_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.theme_changed()

    @property
    def header(self) -> CustomerHeader:
        """The heads, with the columns' widths."""
        return self._header

    @property
    def is_sorted(self) -> bool:
        """Whether the rows have left their rank order."""
        return self._model.sorted_by != UNSORTED

    @property
    def user_chose(self) -> bool:
        """Whether the user has moved the selection since ``forget_choice``."""
        return self._user_chose

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._model.rowCount()

    def selected_row(self) -> FoundRow | None:
        """The selected customer's row."""
        index = self.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, FoundRow) else None

    def set_rows(self, found: FoundRows) -> None:
        """Show another result.

        A selection the user made stays on the same customer, and goes where that one is gone; it
        never moves to another. Otherwise the first row is selected.
        """
        before = self.selected_row()
        self._replacing = True
        self._model.set_rows(found)
        place: int | None = 0 if self._model.rowCount() else None
        if self._user_chose:
            place = self._model.row_of(before.customer.id) if before is not None else None
        if place is None:
            self.selectionModel().clear()
        else:
            self._select(place)
        self._replacing = False
        self.set_stale(stale=False)
        self.chosen.emit(self.selected_row())

    def set_caution(self, customer_id: int, *, has_caution: bool) -> None:
        """Show by now whether there is a caution on a customer in the list."""
        self._model.set_caution(customer_id, has_caution=has_caution)

    def clear_rows(self) -> None:
        """Show nothing."""
        self._user_chose = False
        self._replacing = True
        self._model.clear()
        self._header.set_sorted(UNSORTED, Qt.SortOrder.AscendingOrder)
        self._replacing = False
        self.set_stale(stale=False)
        self.chosen.emit(None)

    def forget_choice(self) -> None:
        """The user asks for something new: the next result may select its first row."""
        self._user_chose = False

    def keep_choice(self) -> None:
        """The same is read again: the selection stays where it is."""
        self._user_chose = True

    def set_stale(self, *, stale: bool) -> None:
        """Grey the rows while newer ones are on their way."""
        if stale != self._state.stale:
            self._state.stale = stale
            self.viewport().update()

    def set_layout(self, *, phone: bool, two_lines: bool) -> None:
        """Fit the columns and rows to the window."""
        no_room = frozenset() if phone else frozenset({Column.PHONE})
        self._state.two_lines = two_lines
        self._header.set_room(_NOT_IN_TWO_LINES if two_lines else no_room, two_lines=two_lines)
        self._update_shown()
        self.theme_changed()

    def restore_ranking(self) -> None:
        """Sort by nothing: the best hit first."""
        self._model.sort(UNSORTED)
        self._header.set_sorted(UNSORTED, Qt.SortOrder.AscendingOrder)

    def move_by_key(self, event: QKeyEvent) -> None:
        """Move the selection by a key that another widget received."""
        if self._model.rowCount() == 0:
            return
        if not self.currentIndex().isValid():
            self._user_chose = True
            self._select(0)
        elif event.key() == Qt.Key.Key_Home:
            self._select(0)
        elif event.key() == Qt.Key.Key_End:
            self._select(self._model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_move(event):
            self.move_by_key(event)
        elif event.key() in ENTER:
            self.entered.emit()
        elif text := typed_text(event):
            self.typed.emit(text)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._state.has_focus = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._state.has_focus = False
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.indexAt(event.position().toPoint()).isValid():
            return  # a click beside the rows keeps the selection
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hovered(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

    def theme_changed(self) -> None:
        height = TWO_LINE_HEIGHT if self._state.two_lines else ROW_HEIGHT
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.theme.scaled(height))

    def _select(self, place: int) -> None:
        index = self._model.index(place, Column.NUMBER)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)

    def _set_hovered(self, row: int) -> None:
        if row != self._state.hovered:
            self._state.hovered = row
            self.viewport().update()

    def _update_shown(self) -> None:
        shown = self._header.shown
        self._state.shown = shown
        self._state.first, self._state.last = min(shown), max(shown)
        self.viewport().update()

    def _on_selection_current_row_changed(self, _current: QModelIndex, _old: QModelIndex) -> None:
        if not self._replacing:
            self._user_chose = True
            self.chosen.emit(self.selected_row())

    def _on_header_section_clicked(self, section: int) -> None:
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = self._model.sorted_by == section and self._header.order is ascending
        order = descending if again else ascending
        self._model.sort(section, order)
        self._header.set_sorted(section, order)

    def _on_header_columns_changed(self) -> None:
        self._update_shown()
        self.columns_changed.emit()

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.entered.emit()

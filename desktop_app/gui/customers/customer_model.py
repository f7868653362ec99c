"""The rows of a search result for Qt's item views; it holds them and never asks for any."""

from dataclasses import replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.core.entities import PasswordState
from desktop_app.gui.customers.found_rows import FoundRow, FoundRows, MarkedText
from desktop_app.gui.texts import sentences

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
UNSORTED: Final = -1

_NOWHERE: Final = QModelIndex()
_URGENCY: Final = {
    PasswordState.BLOCKED: 0,
    PasswordState.LOCKED: 1,
    PasswordState.NONE: 2,
    PasswordState.EXPIRED: 3,
    PasswordState.SET: 4,
}


class Column(IntEnum):
    """The columns of the customer list."""

    NUMBER = 0
    NAME = 1
    COMPANY = 2
    PHONE = 3
    PASSWORD = 4


class CustomerModel(QAbstractTableModel):
    """A search result, in rank order or sorted by one column.

    ``ROW_ROLE`` gives the whole ``FoundRow``. The first column's accessible text is a sentence
    about the whole row, because that is what a screen reader speaks when the selection moves.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ranked: tuple[FoundRow, ...] = ()
        self._rows: list[FoundRow] = []
        self._sorted_by = UNSORTED
        self._order = Qt.SortOrder.AscendingOrder

    @property
    def sorted_by(self) -> int:
        """The column the rows are sorted by, ``UNSORTED`` while they are in rank order."""
        return self._sorted_by

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """The rows as they are shown."""
        return tuple(self._rows)

    def set_rows(self, found: FoundRows) -> None:
        """Show another result, sorted as the one before."""
        self.beginResetModel()
        self._ranked = found.rows
        self._rows = self._arranged()
        self.endResetModel()

    def set_caution(self, customer_id: int, *, has_caution: bool) -> None:
        """Show by now whether there is a caution on a customer in the list."""
        place = self.row_of(customer_id)
        if place is None or self._rows[place].caution is has_caution:
            return
        old, new = self._rows[place], replace(self._rows[place], caution=has_caution)
        self._rows[place] = new
        self._ranked = tuple(new if each is old else each for each in self._ranked)
        last = self.columnCount() - 1
        self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def clear(self) -> None:
        """Show nothing, in rank order."""
        self.beginResetModel()
        self._ranked = ()
        self._rows = []
        self._sorted_by = UNSORTED
        self.endResetModel()

    def row_of(self, customer_id: int) -> int | None:
        """Where a customer is shown, None where it is not."""
        for place, row in enumerate(self._rows):
            if row.customer.id == customer_id:
                return place
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, Column(index.column()))
            case _ if role == ROW_ROLE:
                return row
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heading(Column(section))

    def heading(self, column: Column) -> str:
        """The name of a column."""
        match column:
            case Column.NUMBER:
                return self.tr("Number")
            case Column.NAME:
                return self.tr("Name")
            case Column.COMPANY:
                return self.tr("Company")
            case Column.PHONE:
                return self.tr("Phone")
            case Column.PASSWORD:
                return self.tr("Password")

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; ``UNSORTED`` goes back to rank order."""
        self.layoutAboutToBeChanged.emit()
        before = list(self._rows)
        self._sorted_by = column
        self._order = order
        self._rows = self._arranged()
        moved = {row.customer.id: place for place, row in enumerate(self._rows)}
        old = self.persistentIndexList()
        new = [self.index(moved[before[each.row()].customer.id], each.column()) for each in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _arranged(self) -> list[FoundRow]:
        if self._sorted_by == UNSORTED:
            return list(self._ranked)
        column = Column(self._sorted_by)
        descending = self._order is Qt.SortOrder.DescendingOrder
        if column is Column.PASSWORD:
            return sorted(self._ranked, key=lambda row: _URGENCY[row.state], reverse=descending)
        collator = QCollator()
        collator.setNumericMode(True)
        return sorted(
            self._ranked,
            key=lambda row: collator.sortKey(_cell(row, column).text),
            reverse=descending,
        )

    def _text(self, row: FoundRow, column: Column) -> str:
        if column is Column.PASSWORD:
            return sentences.state_word(row.state)
        return _cell(row, column).text

    def _spoken(self, row: FoundRow, column: Column) -> str:
        if column is Column.PASSWORD:
            return sentences.state_spoken(row.state)
        if column is not Column.NUMBER:
            return _cell(row, column).text
        parts = [row.number.text, row.name.text, row.company.text, row.phone.text]
        parts += [each.text for each in row.elsewhere[:1]]
        state = sentences.state_spoken(row.state)
        parts.append(state[:1].lower() + state[1:])
        if row.caution:
            parts.append(self.tr("caution"))
        return ", ".join(part for part in parts if part)


def _cell(row: FoundRow, column: Column) -> MarkedText:
    return {
        Column.NUMBER: row.number,
        Column.NAME: row.name,
        Column.COMPANY: row.company,
        Column.PHONE: row.phone,
    }[column]

"""Customers who can be given a first password, each with a tick."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.first_password_ports import Candidate

Index = QModelIndex | QPersistentModelIndex

_NOWHERE: Final = QModelIndex()


class Column(IntEnum):
    """What stands in a row."""

    NUMBER = 0
    NAME = 1
    COMPANY = 2
    COUNTRY = 3


class CandidateModel(QAbstractTableModel):
    """At first everybody has a tick; the number's cell carries it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()
        self._left_out: set[int] = set()
        self._heads = {
            Column.NUMBER: self.tr("Number"),
            Column.NAME: self.tr("Name"),
            Column.COMPANY: self.tr("Company"),
            Column.COUNTRY: self.tr("Country"),
        }

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Those with a tick, in order."""
        return tuple(each for each in self._candidates if each.customer.id not in self._left_out)

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show these, all of them with a tick."""
        self.beginResetModel()
        self._candidates = tuple(candidates)
        self._left_out = set()
        self.endResetModel()

    def set_all(self, *, chosen: bool) -> None:
        """Give everybody a tick, or nobody."""
        self._left_out = set() if chosen else {each.customer.id for each in self._candidates}
        self._tell(0, len(self._candidates) - 1)

    def toggle(self, row: int) -> None:
        """Give a tick or take it."""
        self._left_out ^= {self._candidates[row].customer.id}
        self._tell(row, row)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._candidates)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        customer, column = self._candidates[index.row()].customer, Column(index.column())
        is_chosen = customer.id not in self._left_out
        if role == Qt.ItemDataRole.DisplayRole:
            return getattr(customer, column.name.lower())
        if column is Column.NUMBER and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        if column is Column.NUMBER and role == Qt.ItemDataRole.AccessibleTextRole:
            whom = " ".join(filter(None, (customer.number, customer.name, customer.company)))
            said = (
                self.tr("{customer}, gets a letter")
                if is_chosen
                else self.tr("{customer}, left out")
            )
            return said.format(customer=whom)
        return None

    def _tell(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(
                self.index(first, Column.NUMBER), self.index(last, Column.COUNTRY)
            )

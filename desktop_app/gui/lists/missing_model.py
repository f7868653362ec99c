"""Customers that an imported list did not have, with a box before each."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.core.entities import Customer
from desktop_app.core.missing_customers import MissingChoice

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_FIELDS: Final = ("number", "name", "company")


class MissingModel(QAbstractTableModel):
    """Holds what was read so far and never reads; ``more_wanted`` asks for the next page.

    What is chosen is a ``MissingChoice``, so that everybody can be meant before they are read.
    """

    more_wanted = Signal()
    choice_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._customers: list[Customer] = []
        self._has_more = False
        self._choice = MissingChoice()

    @property
    def choice(self) -> MissingChoice:
        """Who is chosen."""
        return self._choice

    @property
    def last_number(self) -> str:
        """Behind which the next page begins."""
        return self._customers[-1].number if self._customers else ""

    def clear(self) -> None:
        """Hold nobody."""
        self.beginResetModel()
        self._customers.clear()
        self._has_more = False
        self._choice = MissingChoice()
        self.endResetModel()

    def append(self, customers: Sequence[Customer], *, has_more: bool) -> None:
        """Hold these too."""
        self._has_more = has_more
        if not customers:
            return
        first = len(self._customers)
        self.beginInsertRows(_NOWHERE, first, first + len(customers) - 1)
        self._customers.extend(customers)
        self.endInsertRows()

    def choose_all(self, *, everyone: bool) -> None:
        """Choose everybody, or nobody."""
        self._set_choice(MissingChoice(everyone=everyone))

    def toggle(self, row: int) -> None:
        """Choose the customer of a row, or no longer."""
        if 0 <= row < len(self._customers):
            self._set_choice(self._choice.toggled(self._customers[row].id))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._customers)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_FIELDS)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._has_more = False  # until they have come
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid() or not 0 <= index.row() < len(self._customers):
            return None
        customer = self._customers[index.row()]
        chosen = self._is_chosen(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return getattr(customer, _FIELDS[index.column()])
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("chosen") if chosen else self.tr("not chosen")
            return f"{customer.number} {customer.name or customer.company}, {state}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return super().headerData(section, orientation, role)
        return (self.tr("Number"), self.tr("Name"), self.tr("Company"))[section]

    def _is_chosen(self, row: int) -> bool:
        return self._choice.has(self._customers[row].id)

    def _set_choice(self, choice: MissingChoice) -> None:
        self._choice = choice
        if self._customers:
            last = self.index(len(self._customers) - 1, len(_FIELDS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.choice_changed.emit()

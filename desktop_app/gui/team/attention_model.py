"""What needs attention, as the rows of a list."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.attention import Attention
from desktop_app.gui.team.team_texts import attention_action, attention_reason, attention_title
from desktop_app.gui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_ROOT: Final = QModelIndex()


class AttentionRow:
    """One thing and its words, which are made once."""

    def __init__(self, item: Attention, now: datetime) -> None:
        self.item = item
        self.title = attention_title(item)
        number = item.customer.number if item.customer is not None else ""
        self.number = number if number != self.title else ""
        self.reason = attention_reason(item, now)
        self.action = attention_action(item)

    @property
    def unabridged(self) -> str:
        """What the row says where there is room for all of it."""
        return ", ".join(filter(None, (self.title, self.number, self.reason)))

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(filter(None, (self.unabridged, self.action)))

    def is_about_the_same(self, other: "AttentionRow") -> bool:
        """Whether both are the same thing, perhaps at another moment."""
        mine, theirs = self.item, other.item
        return (mine.kind, mine.customer, mine.login) == (
            theirs.kind,
            theirs.customer,
            theirs.login,
        )


class AttentionModel(QAbstractListModel):
    """Rows are replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AttentionRow, ...] = ()

    @property
    def rows(self) -> tuple[AttentionRow, ...]:
        """All rows, from the top."""
        return self._rows

    def set_rows(self, rows: tuple[AttentionRow, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.unabridged)
        return None

"""The lines of a history as a list model, with the days they fall on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.journal.history_pages import HistoryLine
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.journal_sentences import day_head

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line as it is painted.

    ``head`` names the day above its first line and is empty for the others; ``joins_above`` and
    ``joins_below`` say whether the neighbour is of the same day.
    """

    line: HistoryLine
    head: str
    joins_above: bool
    joins_below: bool


class HistoryModel(QAbstractListModel):
    """Holds lines, newest first, and never asks for any; ``ROW_ROLE`` gives a ``HistoryRow``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[HistoryLine] = []
        self._now = datetime.now(UTC)

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """Every line there is."""
        return tuple(self._lines)

    def set_lines(self, lines: Sequence[HistoryLine], now: datetime) -> None:
        """Show others; ``now`` decides which day is today."""
        self.beginResetModel()
        self._lines = list(lines)
        self._now = now
        self.endResetModel()

    def clear(self) -> None:
        """Show none."""
        self.set_lines((), self._now)

    def append(self, lines: Sequence[HistoryLine]) -> None:
        """Show these too; they are older."""
        if not lines:
            return
        count = len(self._lines)
        self.beginInsertRows(QModelIndex(), count, count + len(lines) - 1)
        self._lines += lines
        self.endInsertRows()
        if count:
            last = self.index(count - 1)  # it may join the line below it now
            self.dataChanged.emit(last, last)

    def row_of(self, receipt: str) -> int | None:
        """Where the line with a receipt is, None where it is not."""
        for place, line in enumerate(self._lines):
            if line.receipt == receipt:
                return place
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        if role == ROW_ROLE:
            return self._row(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(index.row())
        return None

    def _row(self, place: int) -> HistoryRow:
        line = self._lines[place]
        above, below = self._same_day(place, place - 1), self._same_day(place, place + 1)
        head = "" if above else day_head(line.entry.at, self._now)
        return HistoryRow(line, head, above, below)

    def _spoken(self, place: int) -> str:
        row = self._row(place)
        line = row.line
        time = sentences.clock_time(line.entry.at)
        parts = (row.head, f"{time}, {line.words.spoken}", line.receipt)
        return ". ".join(part for part in parts if part)

    def _same_day(self, place: int, other: int) -> bool:
        if not 0 <= other < len(self._lines):
            return False
        return _day(self._lines[place]) == _day(self._lines[other])


def _day(line: HistoryLine) -> date:
    return line.entry.at.astimezone().date()

"""The chart as a table."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop_app.core.team_figures import TeamDay
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.team.chart_parts import Part, amount_of, part_name
from desktop_app.gui.team.team_texts import day_name
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.themed import Themed

Index = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
_ROW_HEIGHT: Final = 30
_PARTS: Final = tuple(Part)


class ChecksModel(QAbstractTableModel):
    """A row for each day, the newest first; a column for each part, and one for all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[TeamDay, ...] = ()

    def set_days(self, days: Sequence[TeamDay]) -> None:
        """Show these days, given oldest first."""
        self.beginResetModel()
        self._days = tuple(reversed(days))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_PARTS) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._days[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignTrailing if section else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = [self.tr("Day"), *map(part_name, _PARTS), self.tr("All")]
        return heads[section]

    @staticmethod
    def _text(day: TeamDay, column: int) -> str:
        if column == 0:
            return day_name(day.day)
        if column > len(_PARTS):
            return grouped(day.checks)
        return grouped(amount_of(day, _PARTS[column - 1]))


class ChecksTable(Themed, QTableView):
    """Read row by row with the arrow keys."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._model = ChecksModel(self)
        self.setModel(self._model)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        self.setAccessibleName(self.tr("Checks per working day"))
        self.theme_changed()

    def set_days(self, days: Sequence[TeamDay]) -> None:
        """Show these days, and keep the selected row's place."""
        row = max(0, self.currentIndex().row())
        self._model.set_days(days)
        self.setCurrentIndex(self._model.index(min(row, len(days) - 1), 0))

    def theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.theme.scaled(_ROW_HEIGHT))
        self.horizontalHeader().setFont(self.theme.fonts.sans(12, 600))

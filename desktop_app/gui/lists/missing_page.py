"""The customers that an imported list did not have, and setting them inactive."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.entities import Customer
from desktop_app.core.errors import WatchwordError
from desktop_app.core.list_ports import ListStore
from desktop_app.core.missing_customers import MissingCustomers
from desktop_app.gui.lists.missing_model import MissingModel
from desktop_app.gui.lists.number_delegate import NumberDelegate
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.fields import CheckBox
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.themed import Themed

_PAGE: Final = 200
_ROW_HEIGHT: Final = 34
_NUMBER_WIDTH: Final = 160
_NAME_WIDTH: Final = 260


class MissingPage(QWidget):
    """Nobody is chosen at first. ``failed`` carries what went wrong, ``finished`` how many."""

    choice_changed = Signal()
    failed = Signal(object)
    finished = Signal(int)

    def __init__(
        self, appearance: Appearance, tasks: Tasks, store: ListStore, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._store = store
        self._missing = MissingCustomers(0)
        self._is_busy = False
        self._title = Label(appearance, "", pixels=15, weight=600, wrap=True, parent=self)
        words = self.tr(
            "They are active and stand in no row of the file. Inactive customers stay in the"
            " database with everything that belongs to them, and can be made active again."
        )
        explained = Label(appearance, words, colour="text2", wrap=True, parent=self)
        self._unread = Label(appearance, "", colour="text2", wrap=True, parent=self)
        self.everyone = CheckBox(appearance, self.tr("Select all"), parent=self)
        self.everyone.clicked.connect(self._on_everyone_clicked)
        self._chosen = Label(appearance, "", colour="text2", parent=self)
        self.model = MissingModel(self)
        self.model.more_wanted.connect(self._read)
        self.model.choice_changed.connect(self._on_model_choice_changed)
        self.table = _MissingTable(appearance, self.model, self)
        line = QHBoxLayout()
        line.addWidget(self.everyone)
        line.addStretch(1)
        line.addWidget(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 8)
        layout.setSpacing(8)
        for widget in (self._title, explained, self._unread):
            layout.addWidget(widget)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)

    @property
    def is_busy(self) -> bool:
        """Whether customers are being read or set inactive."""
        return self._is_busy

    @property
    def count(self) -> int:
        """How many are chosen."""
        return self.model.choice.count(self._missing.count)

    def show_missing(self, missing: MissingCustomers, unread: int) -> None:
        """Show them from the beginning; ``unread`` rows could not be told from anybody."""
        self._missing = missing
        self._title.setText(
            self.tr("{count} customers are not in the file", None, missing.count).format(
                count=grouped(missing.count)
            )
        )
        self._unread.setText(
            self.tr(
                "Of {count} rejected rows the customer number could not be read: their customers"
                " are listed here too.",
                None,
                unread,
            ).format(count=grouped(unread))
        )
        self._unread.setVisible(unread > 0)
        self.model.clear()
        self.everyone.setChecked(False)
        self._on_model_choice_changed()
        self._read()

    def set_inactive(self, source: str) -> None:
        """Set the chosen ones inactive, in one transaction."""
        if self._is_busy or not self.count:
            return
        self._set_busy(busy=True)
        store, list_id, choice = self._store, self._missing.list_id, self.model.choice
        self._tasks.run(
            self,
            lambda: store.set_missing_inactive(list_id, choice, source),
            self._on_set,
            self._on_failed,
        )

    def _read(self) -> None:
        self._set_busy(busy=True)
        store, list_id, after = self._store, self._missing.list_id, self.model.last_number
        self._tasks.run(
            self, lambda: store.missing(list_id, after, _PAGE), self._on_read, self._on_failed
        )

    def _on_read(self, customers: list[Customer]) -> None:
        self._set_busy(busy=False)
        is_first = not self.model.rowCount()
        self.model.append(customers, has_more=len(customers) == _PAGE)
        if is_first and customers:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_set(self, count: int) -> None:
        self._set_busy(busy=False)
        self.finished.emit(count)

    def _on_failed(self, error: WatchwordError) -> None:
        self._set_busy(busy=False)
        self.failed.emit(error)

    def _on_everyone_clicked(self) -> None:
        self.model.choose_all(everyone=self.everyone.isChecked())

    def _on_model_choice_changed(self) -> None:
        count = self.count
        self.everyone.setChecked(0 < count == self._missing.count)
        self._chosen.setText(self.tr("{count} chosen", None, count).format(count=grouped(count)))
        self.choice_changed.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.choice_changed.emit()


class _MissingTable(Themed, QTableView):
    """Space, or a click on the number, chooses the customer of a row."""

    def __init__(self, appearance: Appearance, model: MissingModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._model = model
        self.setModel(model)
        self.setItemDelegateForColumn(0, NumberDelegate(appearance, self))
        self.clicked.connect(self._on_clicked)
        self.setAccessibleName(self.tr("Customers who are not in the file"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._model.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._model.toggle(index.row())

    def theme_changed(self) -> None:
        scaled = self.theme.scaled
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW_HEIGHT))
        self.setColumnWidth(0, scaled(_NUMBER_WIDTH))
        self.setColumnWidth(1, scaled(_NAME_WIDTH))

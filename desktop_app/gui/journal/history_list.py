"""The timeline of a customer."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.gui.journal.history_delegate import HistoryDelegate
from desktop_app.gui.journal.history_model import HistoryModel
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.list_keys import ENTER, is_move, typed_text
from desktop_app.gui.widgets.themed import Themed

_SELECT: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect


class HistoryList(Themed, QListView):
    """Lines to move through; ``typed`` are characters that belong to the search.

    ``end_reached`` says that the last line is in sight and earlier ones could follow.
    """

    typed = Signal(str)
    entered = Signal()
    """Enter was pressed on a line."""
    end_reached = Signal()

    def __init__(
        self, appearance: Appearance, model: HistoryModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = HistoryDelegate(appearance, self)
        self.follow(appearance)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        model.modelReset.connect(self._delegate.forget)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("History"))
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_bar_moved)
        bar.rangeChanged.connect(self._on_bar_moved)

    def select(self, place: int) -> None:
        """Select a line and bring it into sight."""
        index = self.model().index(place, 0)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def move_by_key(self, event: QKeyEvent) -> None:
        """Move the selection by a key that another widget received."""
        if self.selectionModel().hasSelection():
            super().keyPressEvent(event)
        elif self.model().rowCount():
            last = event.key() == Qt.Key.Key_End
            self.select(self.model().rowCount() - 1 if last else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_move(event):
            self.move_by_key(event)
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.entered.emit()
            event.ignore()
        elif text := typed_text(event):
            self.typed.emit(text)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out_anew()

    def theme_changed(self) -> None:
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """The words wrap elsewhere."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def _on_bar_moved(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            self.end_reached.emit()

"""What is there before anybody has typed: this person's checks of today, and how to search."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.entities import Customer, OwnCheck
from desktop_app.gui.customers.customer_data import StartData
from desktop_app.gui.customers.own_checks import (
    CHECK_ROLE,
    ROW_HEIGHT,
    CheckDelegate,
    CheckList,
    OwnChecksModel,
)
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.surfaces import Area, Hairline

_TITLE: Final = 42
_INSET: Final = 16
_SELECT: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect


class StartPage(Area):
    """Checks of today; ``opened`` carries the customer of the row that Enter was pressed on."""

    opened = Signal(object)
    typed = Signal(str)
    import_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, fill="surface", parent=parent)
        self._customers: int | None = None
        self._may_add = False
        self._model = OwnChecksModel(self)
        self._title = Label(
            appearance, self.tr("Your last checks today"), pixels=15, weight=600, parent=self
        )
        self._title.setContentsMargins(_INSET, 5, _INSET, 0)
        self._head = QWidget(self)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title)
        self._list = CheckList(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(CheckDelegate(appearance, self._list))
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._list.setAccessibleName(self._title.text())
        self._list.entered_row.connect(self.open_selected)
        self._list.doubleClicked.connect(self.open_selected)
        self._list.typed.connect(self.typed)
        self._none = Label(appearance, self.tr("No checks yet today."), colour="text2", parent=self)
        self._none.setContentsMargins(_INSET, 10, _INSET, 0)
        self._hint = Label(appearance, pixels=12, colour="text3", wrap=True, parent=self)
        self._hint.setContentsMargins(_INSET, 12, _INSET, 0)
        self._import = OutlineButton(
            appearance, self.tr("Import customers…"), keys=("Ctrl", "I"), parent=self
        )
        self._import.clicked.connect(self.import_requested)
        import_line = QHBoxLayout()
        import_line.setContentsMargins(_INSET, 12, _INSET, 0)
        import_line.addWidget(self._import)
        import_line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(Hairline(appearance, parent=self))
        layout.addWidget(self._list, 1000)
        layout.addWidget(self._none)
        layout.addWidget(self._hint)
        layout.addLayout(import_line)
        layout.addStretch(1)
        self.clear()
        self.theme_changed()

    @property
    def list_view(self) -> QListView:
        """The list of checks, to be given the focus."""
        return self._list

    @property
    def count(self) -> int:
        """How many checks are shown."""
        return self._model.rowCount()

    @property
    def says_nobody(self) -> bool:
        """Whether it says that there are no customers, which others may change at any time."""
        return self._customers == 0

    def set_may_add(self, *, may_add: bool) -> None:
        """Whether the person can do something about it where there are no customers."""
        self._may_add = may_add

    def clear(self) -> None:
        """Show nothing that belongs to a profile."""
        self._customers = None
        self._model.set_checks(())
        self._head.hide()
        self._none.hide()
        self._import.hide()
        self._hint.setText("")
        self._fit()

    def show_data(self, data: StartData) -> None:
        """Show the checks and how many customers can be searched."""
        self._customers = data.customers
        selected = self.selected()
        self._model.set_checks(data.checks)
        if selected is not None:
            self._select(selected)
        self._head.show()
        self._none.setVisible(not data.checks)
        self._hint.setText(self._sentence(data.customers))
        self._import.setVisible(data.customers == 0 and self._may_add)
        self._fit()

    def selected(self) -> Customer | None:
        """The customer of the selected check."""
        check = self._list.currentIndex().data(CHECK_ROLE)
        return check.customer if isinstance(check, OwnCheck) else None

    def move_by_key(self, event: QKeyEvent) -> None:
        """Move the selection by a key that the search received."""
        self._list.move_by_key(event)

    def open_selected(self) -> None:
        """Announce the selected check's customer, if there is one."""
        customer = self.selected()
        if customer is not None:
            self.opened.emit(customer)

    def theme_changed(self) -> None:
        self._head.setFixedHeight(self.theme.scaled(_TITLE))
        self._fit()

    def _fit(self) -> None:
        rows = self._model.rowCount()
        self._list.setVisible(rows > 0)
        self._list.setMaximumHeight(max(1, rows * self.theme.scaled(ROW_HEIGHT)))

    def _select(self, customer: Customer) -> None:
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data(CHECK_ROLE).customer.id == customer.id:
                self._list.selectionModel().setCurrentIndex(index, _SELECT)

    def _sentence(self, customers: int) -> str:
        if customers == 0 and not self._may_add:
            return self.tr("There are no customers yet. A team lead imports or adds them.")
        if customers == 0:
            return self.tr("There are no customers yet. Import a list, or add one by hand: Ctrl+N.")
        return self.tr(
            "Start typing to search {customers} customers. Umlauts can be typed as ae, oe, ue;"
            " phone numbers in any spelling.",
            None,
            customers,
        ).format(customers=sentences.grouped(customers))

"""The search, the way to a new customer, and what does not work at the moment."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.search_field import SearchField
from desktop_app.gui.widgets.surfaces import Area
from desktop_app.gui.window_layout import NewButton, WindowLayout

if TYPE_CHECKING:
    from desktop_app.gui.widgets.amber_bar import AmberBar
    from desktop_app.gui.widgets.buttons import OutlineButton


class TopArea(Area):
    """``search`` is the search field, ``progress`` the thin line below it."""

    new_customer_requested = Signal()
    retry_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, edges=Qt.Edge.BottomEdge, parent=parent)
        self._layout_now: WindowLayout | None = None
        self._may_add = False
        self._happened = ""
        self._impossible = ""
        self.search = SearchField(
            appearance,
            placeholder=self.tr("Customer number, name, company, phone or e-mail"),
            parent=self,
        )
        self._new: OutlineButton | None = None
        self.progress = ProgressLine(appearance, delay_ms=0, parent=self)
        self._amber: AmberBar | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self.search, 1)
        self._bar_row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self.progress)
        column.addLayout(self._bar_row)

    @property
    def shows_failure(self) -> bool:
        """Whether the amber bar is there."""
        return self._amber is not None and not self._amber.isHidden()

    def set_layout(self, layout: WindowLayout) -> None:
        """Fit the window."""
        self._layout_now = layout
        side, padding = layout.margin, layout.search_padding
        self._row.setContentsMargins(side, padding, side, padding - self.progress.height())
        self._place_amber()
        self._show_new()

    def set_may_add(self, *, may_add: bool, reason: str | None) -> None:
        """Whether the person can ever add a customer, and why not at the moment."""
        self._may_add = may_add
        if may_add and self._new is None:
            self._new = self._new_button()
        if self._new is not None:
            self._new.set_unavailable(reason)
        self._show_new()

    def show_failure(self, happened: str, impossible: str, next_try: str = "") -> None:
        """Show the amber bar; a failure that is new is also announced."""
        amber = self._amber or self._new_amber()
        if (happened, impossible) != (self._happened, self._impossible) or amber.isHidden():
            announce(amber, f"{happened} {impossible}")
        self._happened, self._impossible = happened, impossible
        amber.set_texts(happened, impossible, next_try)
        self._place_amber()

    def hide_failure(self) -> None:
        """It works again."""
        if self._amber is not None:
            self._amber.hide()
        self._place_amber()

    def _new_button(self) -> "OutlineButton":
        # Imported late: the window is there sooner without it.
        from desktop_app.gui.widgets.buttons import ButtonSize, OutlineButton

        button = OutlineButton(
            self._appearance,
            self.tr("New customer"),
            icon="plus",
            size=ButtonSize.SEARCH,
            parent=self,
        )
        button.setAccessibleName(self.tr("New customer"))
        button.clicked.connect(self.new_customer_requested)
        self._row.addWidget(button)
        return button

    def _new_amber(self) -> "AmberBar":
        from desktop_app.gui.widgets.amber_bar import AmberBar
        from desktop_app.gui.widgets.buttons import OutlineButton

        retry = OutlineButton(self._appearance, self.tr("Try now"), keys=("F5",), parent=self)
        retry.clicked.connect(self.retry_requested)
        self._amber = AmberBar(self._appearance, button=retry, parent=self)
        self._bar_row.addWidget(self._amber)
        return self._amber

    def _place_amber(self) -> None:
        side = self._layout_now.margin if self._layout_now else 16
        self._bar_row.setContentsMargins(side, 0, side, 12 if self.shows_failure else 0)

    def _show_new(self) -> None:
        if self._new is None:
            return
        kind = self._layout_now.new_button if self._layout_now else NewButton.WORDS
        self._new.setVisible(self._may_add and kind is not NewButton.NONE)
        self._new.setText(self.tr("New customer") if kind is NewButton.WORDS else "")
        if self._new.isEnabled():
            self._new.setToolTip("" if kind is NewButton.WORDS else self.tr("New customer"))

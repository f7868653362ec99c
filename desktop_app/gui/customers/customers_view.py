"""List and card as one area that fits itself to the window."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.customers.customer_actions import CustomerActions
from desktop_app.gui.customers.customer_bar import CustomerBar
from desktop_app.gui.customers.customer_card import CustomerCard
from desktop_app.gui.customers.result_area import ResultArea
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.themed import Themed
from desktop_app.gui.window_layout import WindowLayout

_CARD_WIDTH: Final = 356
_NARROW_CARD_WIDTH: Final = 320
_ANY_WIDTH: Final = 16_777_215


class CustomersView(Themed, QWidget):
    """The parts, by name; in a narrow window the card takes the list's place when asked for."""

    list_requested = Signal()
    """Back from the card to the list."""

    def __init__(
        self, appearance: Appearance, actions: CustomerActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._now: WindowLayout | None = None
        self._alone = False
        self.result = ResultArea(appearance, self)
        self.card = CustomerCard(appearance, actions, self)
        self.bar = CustomerBar(appearance, actions, self)
        self.bar.clear()
        self.bar.details_requested.connect(self.show_card)
        self.card.back_requested.connect(self.list_requested)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.result, 1)
        middle.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    @property
    def shows_card_alone(self) -> bool:
        """Whether the card stands in the list's place."""
        return self._alone

    def set_layout(self, layout: WindowLayout) -> None:
        """Fit the window."""
        self._now = layout
        if layout.card:
            self._alone = False
        self.result.table.set_layout(phone=layout.wide, two_lines=not layout.card)
        self.result.hints.set_room(room=layout.hints)
        self._arrange()

    def show_card(self) -> None:
        """Show the card instead of the list, where there is no room for both."""
        if self._now is not None and not self._now.card:
            self._alone = True
            self._arrange()

    def show_list(self) -> None:
        """Show the list again."""
        if self._alone:
            self._alone = False
            self._arrange()

    def theme_changed(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        layout = self._now
        if layout is None:
            return
        self.card.set_layout(narrow=not layout.wide, small=layout.small, alone=self._alone)
        width = self.theme.scaled(_CARD_WIDTH if layout.wide else _NARROW_CARD_WIDTH)
        self.card.setMinimumWidth(0 if self._alone else width)
        self.card.setMaximumWidth(_ANY_WIDTH if self._alone else width)
        self.card.setVisible(layout.card or self._alone)
        self.result.setVisible(not self._alone)
        self.bar.setVisible(not layout.card and not self._alone)

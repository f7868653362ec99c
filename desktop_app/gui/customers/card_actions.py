"""The buttons that do something to the selected customer."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.customers.customer_actions import Act, CustomerActions
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.reasoned_action import ReasonedAction
from desktop_app.gui.widgets.buttons import ButtonSize, OutlineButton, PrimaryButton, ThemedButton
from desktop_app.gui.widgets.surfaces import Area

_GAP: Final = 8
_ROOMY_PADDING: Final = 20
_KEYS: Final = {Act.SET_PASSWORD: ("F4",), Act.UNLOCK: ("F7",), Act.HISTORY: ("F3",)}


def follow_action(button: ThemedButton, action: ReasonedAction) -> None:
    """Let a button do what the action does, and be there and on whenever the action is."""

    def refresh() -> None:
        button.setText(action.text())
        button.setVisible(action.isVisible())
        button.set_unavailable(action.reason)

    button.clicked.connect(action.trigger)
    action.changed.connect(refresh)
    refresh()


class VerifyButton(PrimaryButton):
    """The one filled button of the window."""

    def __init__(
        self,
        appearance: Appearance,
        actions: CustomerActions,
        *,
        icon: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            appearance,
            "",
            icon="shield-check" if icon else None,
            keys=("Enter",),
            size=ButtonSize.BIG,
            parent=parent,
        )
        follow_action(self, actions[Act.VERIFY])


class CardActions(Area):
    """Verify, and below it what a lead may do; it never scrolls away."""

    def __init__(
        self, appearance: Appearance, actions: CustomerActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, edges=Qt.Edge.TopEdge, parent=parent)
        self._small = False
        self._one_row = False
        self._verify = VerifyButton(appearance, actions, parent=self)
        self._buttons = {
            act: OutlineButton(appearance, "", size=ButtonSize.COMPACT, spread=True, parent=self)
            for act in _KEYS
        }
        for act, button in self._buttons.items():
            follow_action(button, actions[act])
        self._first_row = QHBoxLayout()
        self._second_row = QHBoxLayout()
        for row in (self._first_row, self._second_row):
            row.setSpacing(_GAP)
        self._first_row.addWidget(self._buttons[Act.SET_PASSWORD])
        self._second_row.addWidget(self._buttons[Act.UNLOCK], 1)
        self._second_row.addWidget(self._buttons[Act.HISTORY], 1)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(_GAP)
        self._layout.addWidget(self._verify)
        self._layout.addLayout(self._first_row)
        self._layout.addLayout(self._second_row)
        self.set_layout(padding=_ROOMY_PADDING, small=False)

    def set_layout(self, *, padding: int, small: bool) -> None:
        """Stand at this distance from the edges; ``small`` saves height."""
        self._small = small
        top, bottom = (12, 12) if small else (14, 16)
        self._first_row.setContentsMargins(0, 0 if small else 2, 0, 0)
        self._layout.setContentsMargins(padding, top + 1, padding, bottom)
        self._arrange()

    def theme_changed(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        for act, button in self._buttons.items():
            button.set_keys(() if self._small else _KEYS[act])
        one_row = self._small and self._fits_one_row()
        if one_row == self._one_row:
            return
        self._one_row = one_row
        old, new = self._first_row, self._second_row
        if not one_row:
            old, new = new, old
        set_password = self._buttons[Act.SET_PASSWORD]
        old.removeWidget(set_password)
        new.insertWidget(0, set_password, 2)

    def _fits_one_row(self) -> bool:
        margins = self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = sum(button.sizeHint().width() for button in self._buttons.values())
        return needed + (len(self._buttons) - 1) * _GAP <= room

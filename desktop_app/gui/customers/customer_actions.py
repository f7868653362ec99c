"""What can be done to the selected customer, as one set of actions for menus, card and bar."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop_app.core.entities import Customer, CustomerDetails, PasswordState, Role
from desktop_app.gui.reasoned_action import ReasonedAction


class Act(Enum):
    """One thing that can be done to a customer."""

    VERIFY = auto()
    SET_PASSWORD = auto()
    UNLOCK = auto()
    HISTORY = auto()
    REMOVE_PASSWORD = auto()
    PREPARE_NOTICE = auto()
    RAISE_CAUTION = auto()
    CLEAR_CAUTION = auto()
    EDIT = auto()
    DELETE = auto()


LEADS_ONLY: Final = frozenset(
    {
        Act.SET_PASSWORD,
        Act.UNLOCK,
        Act.HISTORY,
        Act.REMOVE_PASSWORD,
        Act.PREPARE_NOTICE,
        Act.CLEAR_CAUTION,
        Act.EDIT,
        Act.DELETE,
    }
)
_SHORTCUTS: Final = {
    Act.HISTORY: "F3",
    Act.SET_PASSWORD: "F4",
    Act.UNLOCK: "F7",
    Act.RAISE_CAUTION: "Shift+F7",
}
_DEPENDING: Final = frozenset({Act.UNLOCK, Act.REMOVE_PASSWORD, Act.CLEAR_CAUTION})
_NO_PASSWORD: Final = frozenset({PasswordState.NONE})


class CustomerActions(QObject):
    """The actions; those that the person's role can never use are not visible."""

    triggered = Signal(object)
    """An ``Act`` was asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._customer: Customer | None = None
        self._details: CustomerDetails | None = None
        self._connected = False
        self._shown = True
        self._actions = {act: ReasonedAction(self._name(act), self) for act in Act}
        for act, action in self._actions.items():
            if act in _SHORTCUTS:
                action.setShortcut(QKeySequence(_SHORTCUTS[act]))
            action.triggered.connect(self._on_action_triggered)
        self.set_role(None)

    def __getitem__(self, act: Act) -> ReasonedAction:
        return self._actions[act]

    def refusal(self, event: QKeyEvent) -> str | None:
        """Why the action of this key is off; None for a key without one, or one that is on."""
        pressed = QKeySequence(event.keyCombination())
        for action in self._actions.values():
            if action.isVisible() and action.shortcut() == pressed:
                return action.reason
        return None

    def set_role(self, role: Role | None) -> None:
        """Show what this role may do; None while no profile is open."""
        is_lead = role in {Role.LEAD, Role.ADMIN}
        for act, action in self._actions.items():
            action.setVisible(is_lead or act not in LEADS_ONLY)
        self._refresh()

    def set_subject(self, customer: Customer | None, details: CustomerDetails | None) -> None:
        """Whom the actions are about; ``details`` is None until they have been read."""
        self._customer = customer
        self._details = details
        self._refresh()

    def set_connected(self, *, connected: bool) -> None:
        """Whether the database answers."""
        self._connected = connected
        self._refresh()

    def set_shown(self, *, shown: bool) -> None:
        """Whether the list is on the screen: nobody acts on a selection that they do not see."""
        self._shown = shown
        self._refresh()

    def _refresh(self) -> None:
        for act, action in self._actions.items():
            action.set_reason(self._reason(act))

    def _reason(self, act: Act) -> str | None:
        if not self._shown:
            return self.tr("Choose the customer on the page “Customers” first")
        if self._customer is None:
            return self.tr("No customer selected")
        if not self._connected:
            return self.tr("Not possible without the database")
        if self._details is None:
            # Until the card is read nobody knows: what only makes sense in one state waits for it.
            return self.tr("Reading the customer") if act in _DEPENDING else None
        state = self._details.standing.state
        if act is Act.UNLOCK and state is not PasswordState.LOCKED:
            return self.tr("Only needed when locked")
        if act is Act.REMOVE_PASSWORD and state in _NO_PASSWORD:
            return self.tr("There is no telephone password")
        if act is Act.CLEAR_CAUTION and self._details.caution is None:
            return self.tr("There is no caution")
        return None

    def _name(self, act: Act) -> str:
        names = {
            Act.VERIFY: self.tr("Verify caller"),
            Act.SET_PASSWORD: self.tr("Set password…"),
            Act.UNLOCK: self.tr("Unlock…"),
            Act.HISTORY: self.tr("History"),
            Act.REMOVE_PASSWORD: self.tr("Remove password…"),
            Act.PREPARE_NOTICE: self.tr("Prepare a notice…"),
            Act.RAISE_CAUTION: self.tr("Raise a caution…"),
            Act.CLEAR_CAUTION: self.tr("Clear the caution…"),
            Act.EDIT: self.tr("Edit customer…"),
            Act.DELETE: self.tr("Delete customer…"),
        }
        return names[act]

    def _on_action_triggered(self) -> None:
        asked = self.sender()
        for act, action in self._actions.items():
            if action is asked:
                self.triggered.emit(act)

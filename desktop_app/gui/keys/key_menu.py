"""The menu of the team key: what can be done about it now, and why not the rest."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.gui.reasoned_action import ReasonedAction


class KeyAct(Enum):
    """What can be done about the team key, in the order of the menu."""

    SAVE = auto()
    ROTATE = auto()
    RESTORE = auto()
    OPEN_VAULT = auto()
    MAKE_VAULT = auto()
    UNLOCK_KEYRING = auto()


class KeyMenu(QObject):
    """Fills a menu, which is there only while a profile with a team key is open."""

    requested = Signal(object)
    """A ``KeyAct``."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        menu.setToolTipsVisible(True)
        self._actions = {act: ReasonedAction(self._name(act), menu) for act in KeyAct}
        for act, action in self._actions.items():
            action.triggered.connect(lambda _checked, act=act: self.requested.emit(act))
            menu.addAction(action)
        self.set_possible(None)

    def set_saving(self, *, allowed: bool) -> None:
        """Whether this person's role may take the key out of this computer, or rotate it."""
        for act in (KeyAct.SAVE, KeyAct.ROTATE):
            self._actions[act].setVisible(allowed)

    def set_possible(self, acts: frozenset[KeyAct] | None) -> None:
        """What is of use now; None where there is no team key to look after."""
        self._menu.menuAction().setVisible(acts is not None)
        for act, action in self._actions.items():
            action.set_reason(None if acts is not None and act in acts else self._reason(act))

    def _name(self, act: KeyAct) -> str:
        match act:
            case KeyAct.SAVE:
                return self.tr("Save the recovery file…")
            case KeyAct.ROTATE:
                return self.tr("Rotate the team key…")
            case KeyAct.RESTORE:
                return self.tr("Take the key from a file…")
            case KeyAct.OPEN_VAULT:
                return self.tr("Open the vault file…")
            case KeyAct.MAKE_VAULT:
                return self.tr("Make a vault file…")
            case KeyAct.UNLOCK_KEYRING:
                return self.tr("Unlock the keyring…")

    def _reason(self, act: KeyAct) -> str:
        match act:
            case KeyAct.SAVE | KeyAct.ROTATE:
                return self.tr("Not possible without the team key")
            case KeyAct.RESTORE:
                return self.tr("Only needed when the key is not on this computer")
            case KeyAct.OPEN_VAULT:
                return self.tr("Only needed when the vault file is locked")
            case KeyAct.MAKE_VAULT:
                return self.tr("Only needed without a keyring")
            case KeyAct.UNLOCK_KEYRING:
                return self.tr("Only needed when the keyring is locked")

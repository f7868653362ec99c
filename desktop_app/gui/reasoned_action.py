"""An entry of a menu that explains itself while it is off."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction


class ReasonedAction(QAction):
    """An action that knows why it is switched off."""

    def __init__(self, text: str, parent: QObject) -> None:
        super().__init__(text, parent)
        self._reason: str | None = None

    @property
    def reason(self) -> str | None:
        """Why it is off, None while it is on."""
        return self._reason

    def set_reason(self, reason: str | None) -> None:
        """Switch it off for this reason, or on."""
        self._reason = reason
        self.setEnabled(reason is None)
        self.setToolTip(reason or self.iconText())

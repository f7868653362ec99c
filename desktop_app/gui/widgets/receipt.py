"""The receipt of a check or change, and the one line that may go to the clipboard."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.labels import Label

_TICK_SHOWN_MS: Final = 1500


class CopyReceiptButton(OutlineButton):
    """Puts the one line it was given on the clipboard, and shows a tick for a moment."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "", icon="copy", keys=("F9",), parent=parent)
        self.setText(self.tr("Copy receipt"))
        self._line = ""
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_TICK_SHOWN_MS)
        self._back.timeout.connect(self._on_back_timeout)
        self.clicked.connect(self._on_clicked)
        self.set_line("")

    def set_line(self, line: str) -> None:
        """The line to copy; none switches the button off."""
        self._line = line
        self.setEnabled(bool(line))

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._line)
        self.set_icon_name("tick")
        self.setAccessibleDescription(self.tr("Copied"))
        self._back.start()

    def _on_back_timeout(self) -> None:
        self.set_icon_name("copy")
        self.setAccessibleDescription("")


class ReceiptRow(QWidget):
    """The receipt's number and the button that copies its line."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Label(appearance, self.tr("Receipt"), pixels=12, colour="text2", parent=self)
        self._number = Label(appearance, pixels=15, mono=True, selectable=True, parent=self)
        self._number.setAccessibleName(self.tr("Receipt"))
        self.copy_button = CopyReceiptButton(appearance, self)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(self._number)
        layout.addStretch(1)
        layout.addWidget(self.copy_button)

    def add_action(self, button: QPushButton) -> None:
        """Put another action before the one that copies."""
        self._layout.insertWidget(self._layout.count() - 1, button)

    def set_receipt(self, number: str, line: str) -> None:
        """Show this number; F9 copies ``line``."""
        self._number.setText(number)
        self.copy_button.set_line(line)

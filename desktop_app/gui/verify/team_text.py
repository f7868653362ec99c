"""The team's own text below an answer: what may be said, or what to do instead."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.scrolling_text import ScrollingText

_HEIGHT: Final = 54


class TeamText(ScrollingText):
    """Three lines of room; a longer text scrolls, and then Tab reaches it.

    It never takes room from the answer above it, however long a team writes.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.setAccessibleName(self.tr("From your team"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text from its beginning, and have it spoken."""
        super().show_text(text)
        if text:
            announce(self, text, interrupts=False)  # the permission is heard first, and whole

    def sizeHint(self) -> QSize:
        return QSize(self.theme.scaled(280), self.theme.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(160), self.theme.scaled(_HEIGHT))

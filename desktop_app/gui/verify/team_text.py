"""The team's own text below an answer: what may be said, or what to do instead."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.focus_ring import FocusRing
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 54
_RADIUS: Final = 4


class TeamText(Themed, QScrollArea):
    """Three lines of room; a longer text scrolls, and then Tab reaches it.

    It never takes room from the answer above it, however long a team writes.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._ring: FocusRing | None = None
        self._words = Label(appearance, wrap=True)
        self._words.setProperty("ground", "bg")
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("From your team"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_text(self, text: str) -> None:
        """Show another text from its beginning, and have it spoken."""
        self._words.setText(text)
        self.verticalScrollBar().setValue(0)
        self._judge()
        if text:
            announce(self, text, interrupts=False)  # the permission is heard first, and whole

    def sizeHint(self) -> QSize:
        return QSize(self.theme.scaled(280), self.theme.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(160), self.theme.scaled(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._judge()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = FocusRing(self._appearance, self, radius=_RADIUS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.take_away()
            self._ring = None

    def _judge(self) -> None:
        """Let the keyboard in where there is something to scroll."""
        needed = self._words.heightForWidth(self.viewport().width())
        scrolls = needed > self.viewport().height()
        policy = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

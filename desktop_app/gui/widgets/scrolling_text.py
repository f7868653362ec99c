"""A text that keeps to its room: a longer one scrolls."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.focus_ring import FocusRing
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.themed import Themed

_RADIUS: Final = 4


class ScrollingText(Themed, QScrollArea):
    """Tab reaches it where there is something to scroll, and only there.

    ``words`` is the label that is scrolled; what is behind it shines through unless it has a
    ground of its own.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._ring: FocusRing | None = None
        self.words = Label(appearance, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.words)
        self.words.setAutoFillBackground(False)  # which ``setWidget`` asks for
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def scrolls(self) -> bool:
        """Whether the text is higher than its room."""
        return self.words.heightForWidth(self.width()) > self.height()

    def show_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self.words.setText(text)
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()
        self._judge()

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
        """Let the keyboard in, and the bar appear, where there is something to scroll."""
        scrolls = self.scrolls
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        # Qt measures with the bar that is there, and so keeps it for the room it takes itself.
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if scrolls
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

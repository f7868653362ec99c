"""An icon beside words that say the same; a screen reader gets the words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.themed import Themed


class IconLabel(Themed, QWidget):
    """One icon of the set in the plain colour of a look."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        *,
        look: Look,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._icon = icon
        self._look = look
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.theme.scaled(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = self.theme.verdicts[self._look].plain
        self.icons.paint(QPainter(self), QRectF(self.rect()), self._icon, ink)

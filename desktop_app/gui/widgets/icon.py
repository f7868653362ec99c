"""An icon as a widget."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.themed import Themed

_SIDE: Final = 16
_LINE: Final = 18


class Icon(Themed, QWidget):
    """An icon beside the first line of a text; screen readers do not get it."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        *,
        colour: str | Look = "text2",
        side: int = _SIDE,
        line_height: int = _LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._name = name
        self._colour = colour
        self._side = side
        self._line_height = line_height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str | Look) -> None:
        """Another icon in the colour of a token, or in a look's plain one."""
        self._name = name
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.scaled(self._side), self.theme.scaled(self._line_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if isinstance(self._colour, Look):
            ink = self.theme.verdicts[self._colour].plain
        else:
            ink = getattr(self.theme.colours, self._colour)
        self.icons.paint(QPainter(self), QRectF(self.rect()), self._name, ink)

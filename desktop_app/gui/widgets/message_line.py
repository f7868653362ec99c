"""What is refused and why, below its field."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.painting import Paragraph
from desktop_app.gui.widgets.themed import Themed

_ICON: Final = 14
_GAP: Final = 6


class MessageLine(Themed, QWidget):
    """An icon and a sentence, wrapping where it must; takes no room while there is none.

    ``look`` chooses icon and colour: ``STOP`` for what is refused, ``LOCKED`` for a warning.
    """

    def __init__(
        self,
        appearance: Appearance,
        *,
        look: Look = Look.STOP,
        icon: str = "cross-octagon",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._look = look
        self._icon = icon
        self._sentence = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence shown, or nothing."""
        return self._sentence

    def set_sentence(self, sentence: str | None) -> None:
        """Show another sentence, or none."""
        self._sentence = sentence or ""
        self.setAccessibleName(self._sentence)
        self.setVisible(bool(self._sentence))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._paragraph(width).height)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.scaled(120))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.verdicts[self._look]
        side, line = self.theme.scaled(_ICON), self.theme.scaled(16)
        place = self.mirrored(QRectF(0, (line - side) / 2, side, side))
        self.icons.paint(painter, place, self._icon, colours.plain)
        paragraph = self._paragraph(self.width())
        left = self.mirrored(QRectF(side + _GAP, 0, self.width() - side - _GAP, line)).x()
        paragraph.paint(painter, left, 0, colours.text)

    def _paragraph(self, width: int) -> Paragraph:
        return Paragraph(
            self._sentence,
            self.theme.fonts.sans(12),
            width=max(1, width - self.theme.scaled(_ICON) - _GAP),
            line_height=self.theme.scaled(16),
            direction=self.layoutDirection(),
        )

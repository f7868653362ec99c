"""Words in the theme's fonts and colours."""

from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.themed import Themed

_LINE_HEIGHTS: Final = {11: 14, 12: 16, 13: 18, 15: 20, 18: 24, 20: 26, 24: 30, 26: 32, 30: 36}


class Label(Themed, QLabel):
    """A label that follows the theme.

    ``pixels`` is a size of the type scale, ``colour`` a field of ``Colours`` or a ``Look``, whose
    text colour is meant. ``wrap`` lets the text take several lines. Texts are plain: customers'
    data can never be read as markup.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        *,
        pixels: int = 13,
        weight: int = 400,
        colour: str | Look = "text",
        mono: bool = False,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.follow(appearance)
        self._pixels = pixels
        self._weight = weight
        self._colour = colour
        self._mono = mono
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.theme_changed()

    def set_colour(self, colour: str | Look) -> None:
        """Another token or look."""
        self._colour = colour
        self.theme_changed()

    def set_weight(self, weight: int) -> None:
        """Another weight."""
        self._weight = weight
        self.theme_changed()

    def theme_changed(self) -> None:
        fonts = self.theme.fonts
        face = fonts.mono if self._mono else fonts.sans
        self.setFont(face(self._pixels, self._weight))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self.ink())
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, self.ink())
        self.setPalette(palette)
        self.setMinimumHeight(self.theme.scaled(_LINE_HEIGHTS.get(self._pixels, self._pixels + 5)))

    def ink(self) -> QColor:
        """The colour of the words in the theme in force."""
        if isinstance(self._colour, Look):
            return self.theme.verdicts[self._colour].text
        colour: QColor = getattr(self.theme.colours, self._colour)
        return colour


def plain_tooltip(text: str) -> str:
    """A tooltip that shows ``text`` as it is: a name that looks like HTML would be read as such."""
    return f"<qt>{escape(text)}</qt>"


class ElidedLabel(Label):
    """One line that ends in an ellipsis when it does not fit; the tooltip then shows all of it."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        *,
        pixels: int = 13,
        weight: int = 400,
        colour: str | Look = "text",
        mono: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            appearance, text, pixels=pixels, weight=weight, colour=colour, mono=mono, parent=parent
        )
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 4, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.text():
            return
        metrics = QFontMetrics(self.font())
        area = self.contentsRect()
        shown = metrics.elidedText(self.text(), self._mode, area.width())
        if (shown != self.text()) != bool(self.toolTip()):
            self.setToolTip(plain_tooltip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.ink())
        alignment = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(area, int(alignment | Qt.TextFlag.TextSingleLine), shown)

"""A password on screen, once: large, and letter by letter with the words to say."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.core.secret import Secret
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import Paragraph, draw_box, draw_line, leading, text_width
from desktop_app.gui.widgets.themed import Themed

_PIXELS: Final = 40
_LINE: Final = 52
_SPACING: Final = 2
_COLUMNS: Final = 4
_TILE: Final = 40
_TILE_GAP: Final = 6
_TILE_PADDING: Final = 13
_LETTER_GAP: Final = 14
_NARROWEST: Final = 120


class ShownPassword(Themed, QWidget):
    """Paints a text that can be neither marked nor copied.

    A screen reader gets it while it is shown. ``forget`` drops every reference this widget has.
    """

    def __init__(self, appearance: Appearance, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._text: Secret[str] | None = None
        self._note = ""
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_shown(self) -> bool:
        """Whether a text is on screen."""
        return self._text is not None

    def show_text(self, text: Secret[str]) -> None:
        """Show this text."""
        self._text = text
        self.setAccessibleDescription(text.reveal())
        self.updateGeometry()
        self.update()

    def forget(self, note: str) -> None:
        """Take the text off the screen and say so in its place."""
        self._text = None
        self._note = note
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max(self.theme.scaled(_LINE), self._paragraph(width).height))

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.scaled(280))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        paragraph = self._paragraph(self.width())
        y = (self.height() - paragraph.height) / 2
        ink = colours.text if self._text is not None else colours.text2
        paragraph.paint(QPainter(self), 0, y, ink)

    def _paragraph(self, width: int) -> Paragraph:
        fonts = self.theme.fonts
        if self._text is None:
            text, font, line = self._note, fonts.sans(15), 20
        else:
            text, font, line = self._text.reveal(), fonts.mono(_PIXELS, spacing=_SPACING), _LINE
        return Paragraph(
            text,
            font,
            width=max(1, width),
            line_height=self.theme.scaled(line),
            alignment=Qt.AlignmentFlag.AlignHCenter,
        )


class SpellingTiles(Themed, QWidget):
    """One tile per character, as many side by side as the longest word allows, at most four."""

    def __init__(self, appearance: Appearance, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._characters: list[tuple[str, str]] = []
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def count(self) -> int:
        """How many tiles there are."""
        return len(self._characters)

    def set_characters(self, characters: Sequence[tuple[str, str]]) -> None:
        """Spell these pairs of a character and its word; none forgets those shown."""
        self._characters = list(characters)
        words = ", ".join(f"{character} {word}" for character, word in characters)
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._characters) // self._columns(width))
        return max(0, rows * (self.theme.scaled(_TILE) + _TILE_GAP) - _TILE_GAP)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.scaled(280))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(_NARROWEST), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, fonts = self.theme.colours, self.theme.fonts
        columns = self._columns(self.width())
        width = (self.width() - _TILE_GAP * (columns - 1)) / columns
        height = self.theme.scaled(_TILE)
        before = _TILE_PADDING + self._letter_width() + _LETTER_GAP
        alignment = leading(self.layoutDirection())
        for number, (character, word) in enumerate(self._characters):
            row, column = divmod(number, columns)
            top = row * (height + _TILE_GAP)
            tile = self.mirrored(QRectF(column * (width + _TILE_GAP), top, width, height))
            draw_box(painter, tile, radius=6, fill=colours.raised, outline=colours.line)
            letter = self._inside(tile, _TILE_PADDING)
            draw_line(
                painter, letter, character, fonts.mono(18, 700), colours.text, alignment=alignment
            )
            words = self._inside(tile, before)
            draw_line(painter, words, word, fonts.sans(), colours.text, alignment=alignment)

    def _inside(self, tile: QRectF, before: float) -> QRectF:
        """The tile without ``before`` pixels at its leading edge."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return tile.adjusted(4, 0, -before, 0)
        return tile.adjusted(before, 0, -4, 0)

    def _columns(self, width: int) -> int:
        words = (text_width(self.theme.fonts.sans(), word) for _, word in self._characters)
        tile = _TILE_PADDING + self._letter_width() + _LETTER_GAP + max(words, default=0.0) + 8
        return max(1, min(_COLUMNS, int((width + _TILE_GAP) / (tile + _TILE_GAP))))

    def _letter_width(self) -> float:
        return text_width(self.theme.fonts.mono(18, 700), "W")

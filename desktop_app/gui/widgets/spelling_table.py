"""The look-up table of a spelling alphabet."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.appearance import Appearance
from desktop_app.gui.widgets.painting import draw_box, draw_line, text_width
from desktop_app.gui.widgets.themed import Themed

_COLUMNS: Final = 6
_FEWEST_ROWS: Final = 5
_ROW: Final = 24
_PADDING: Final = 11
_SIDE: Final = 15
_LETTER_GAP: Final = 5
_SIZES: Final = (12, 11)


class SpellingTable(Themed, QWidget):
    """Letters and their words, row by row in six columns; as high as the verdict banner."""

    def __init__(self, appearance: Appearance, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._entries: list[tuple[str, str]] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these pairs of a letter and its word."""
        self._entries = list(entries)
        self.setAccessibleDescription(", ".join(f"{letter} {word}" for letter, word in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = max(_FEWEST_ROWS, -(-len(self._entries) // _COLUMNS))
        return QSize(520, self.theme.scaled(rows * _ROW) + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(320), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        draw_box(painter, bounds, radius=8, fill=colours.surface, outline=colours.line)
        pixels = self._fitting_size()
        letter_font, word_font = self._fonts(pixels)
        letter_width = self._letter_width(letter_font)
        row_height = self.theme.scaled(_ROW)
        lefts, widths = self._columns(pixels)
        for number, (letter, word) in enumerate(self._entries):
            row, column = divmod(number, _COLUMNS)
            top = _PADDING + row * row_height
            place = self.mirrored(QRectF(lefts[column], top, widths[column], row_height))
            draw_line(painter, place, letter, letter_font, colours.text)
            words = place.adjusted(letter_width + _LETTER_GAP, 0, 0, 0)
            draw_line(painter, words, word, word_font, colours.text2)

    def _fonts(self, pixels: int) -> tuple[QFont, QFont]:
        return self.theme.fonts.sans(pixels, 700), self.theme.fonts.sans(pixels)

    def _letter_width(self, font: QFont) -> float:
        return max((text_width(font, letter) for letter, _ in self._entries), default=0.0)

    def _natural_widths(self, pixels: int) -> list[float]:
        letter_font, word_font = self._fonts(pixels)
        before = self._letter_width(letter_font) + _LETTER_GAP
        widths = [0.0] * _COLUMNS
        for number, (_, word) in enumerate(self._entries):
            column = number % _COLUMNS
            widths[column] = max(widths[column], before + text_width(word_font, word))
        return widths

    def _room(self) -> float:
        return self.width() - 2.0 * _SIDE

    def _fitting_size(self) -> int:
        for pixels in _SIZES:
            if sum(self._natural_widths(pixels)) <= self._room():
                return pixels
        return _SIZES[-1]

    def _columns(self, pixels: int) -> tuple[list[float], list[float]]:
        """Left edges and widths: natural widths with equal gaps, or shrunk alike."""
        widths = self._natural_widths(pixels)
        total = sum(widths) or 1.0
        gap = (self._room() - total) / (_COLUMNS - 1)
        if gap < 0:
            widths = [width * self._room() / total for width in widths]
            gap = 0.0
        lefts = [_SIDE + sum(widths[:column]) + gap * column for column in range(_COLUMNS)]
        return lefts, widths

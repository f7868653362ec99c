"""The look-up table of a spelling alphabet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import draw_box, draw_line, measured_width
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 142
_PADDING: Final = 11
_SIDE: Final = 15
_LETTER_GAP: Final = 5
_NARROWEST_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class _Grid:
    """A way to lay the table out: columns, text size and row height at 100 %."""

    columns: int
    pixels: int
    row: int


_GRIDS: Final = (
    _Grid(6, 12, 24),
    _Grid(5, 12, 20),
    _Grid(6, 11, 24),
    _Grid(5, 11, 20),
    _Grid(4, 12, 18),
    _Grid(3, 12, 18),
    _Grid(2, 12, 18),
)


class SpellingTable(Themed, QWidget):
    """Letters and their words, row by row; as high as the verdict banner while they fit.

    Latin alphabets read from left to right, so the table is never mirrored.
    """

    def __init__(self, appearance: Appearance, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._entries: list[tuple[str, str]] = []
        self._measured: dict[_Grid, tuple[list[float], list[float]]] = {}
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these pairs of a letter and its word."""
        self._entries = list(entries)
        self._measured.clear()
        self.setAccessibleDescription(", ".join(f"{letter} {word}" for letter, word in entries))
        self.updateGeometry()
        self.update()

    def theme_changed(self) -> None:
        self._measured.clear()

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else 520
        return QSize(520, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(240), self.theme.scaled(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        grid = self._grid_for(width)
        rows = -(-len(self._entries) // grid.columns)
        return max(self.theme.scaled(_HEIGHT), rows * self.theme.scaled(grid.row) + 2 * _PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        draw_box(painter, bounds, radius=8, fill=colours.surface, outline=colours.line)
        grid = self._grid_for(self.width())
        letter_font, word_font = self._fonts(grid)
        letters, columns = self._widths(grid)
        gap = (self.width() - 2 * _SIDE - sum(columns)) / max(1, grid.columns - 1)
        height = self.theme.scaled(grid.row)
        for number, (letter, word) in enumerate(self._entries):
            row, column = divmod(number, grid.columns)
            left = _SIDE + sum(columns[:column]) + gap * column
            place = QRectF(left, _PADDING + row * height, columns[column], height)
            draw_line(painter, place, letter, letter_font, colours.text)
            words = place.adjusted(letters[column] + _LETTER_GAP, 0, 0, 0)
            draw_line(painter, words, word, word_font, colours.text2)

    def _fonts(self, grid: _Grid) -> tuple[QFont, QFont]:
        fonts = self.theme.fonts
        return fonts.sans(grid.pixels, 700), fonts.sans(grid.pixels)

    def _widths(self, grid: _Grid) -> tuple[list[float], list[float]]:
        """For each column the widest letter, and the whole column."""
        # Layouts ask again and again while a dialog opens.
        if grid not in self._measured:
            self._measured[grid] = self._measure(grid)
        return self._measured[grid]

    def _measure(self, grid: _Grid) -> tuple[list[float], list[float]]:
        # Made once: a dialog that opens under a caller waits for this.
        of_letters, of_words = map(QFontMetricsF, self._fonts(grid))
        letters, words = [0.0] * grid.columns, [0.0] * grid.columns
        for number, (letter, word) in enumerate(self._entries):
            column = number % grid.columns
            letters[column] = max(letters[column], measured_width(of_letters, letter))
            words[column] = max(words[column], measured_width(of_words, word))
        pairs = zip(letters, words, strict=True)
        return letters, [letter + _LETTER_GAP + word for letter, word in pairs]

    def _grid_for(self, width: int) -> _Grid:
        """The first way that fits: 30 entries keep the banner's height as long as they can."""
        for grid in _GRIDS:
            needed = sum(self._widths(grid)[1]) + _NARROWEST_GAP * (grid.columns - 1)
            if needed <= width - 2 * _SIDE:
                return grid
        return _GRIDS[-1]

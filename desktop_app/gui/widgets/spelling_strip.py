"""What stands in the entry, letter by letter with the words to say, while it is shown."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import draw_box, draw_line, text_width
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 36
_GAP: Final = 4
_ROW_GAP: Final = 2
_RADIUS: Final = 5
_ONE_ROW: Final = 9
_FEWEST_COLUMNS: Final = 8
_SMALL_TILE: Final = 84
_DASHES: Final = (4.0, 3.0)


class SpellingStrip(Themed, QWidget):
    """One dashed box while masked, one tile per character while shown; always equally high.

    The dashed box is the same whatever was typed, so neither letters nor their number show
    through. Up to 9 characters stand in one row of tiles; more stand in two rows of smaller ones,
    which scroll sideways with the caret.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._characters: list[tuple[str, str]] | None = None
        self._caret = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_masked()

    @property
    def is_masked(self) -> bool:
        """Whether the dashed box is shown."""
        return self._characters is None

    def set_masked(self) -> None:
        """Show nothing of the entry, and forget what was shown."""
        self._characters = None
        self._caret = 0
        self.setAccessibleName(self._sentence())
        self.update()

    def set_characters(self, characters: Sequence[tuple[str, str]]) -> None:
        """Spell these pairs of a character and its word."""
        self._characters = list(characters)
        words = ", ".join(f"{character} {word}" for character, word in characters)
        self.setAccessibleName(words or self._sentence())
        self.update()

    def set_caret(self, position: int) -> None:
        """Keep the tile before this position in sight."""
        self._caret = position
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.scaled(280), self.theme.scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._characters:
            self._paint_silent(painter)
        elif len(self._characters) <= _ONE_ROW:
            self._paint_one_row(painter, self._characters)
        else:
            self._paint_two_rows(painter, self._characters)

    def _sentence(self) -> str:
        if self._characters is None:
            return self.tr("Spelling stays hidden while the entry is masked")
        return self.tr("What is typed is spelled here")

    def _paint_silent(self, painter: QPainter) -> None:
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        draw_box(painter, bounds, radius=6, outline=colours.line_btn, dashes=_DASHES)
        font = self.theme.fonts.sans(12)
        icon = self.theme.scaled(14)
        sentence = self._sentence()
        width = min(icon + 8 + text_width(font, sentence), bounds.width() - 16)
        x = (bounds.width() - width) / 2
        name = "eye-off" if self._characters is None else "eye"
        place = self.mirrored(QRectF(x, 0, icon, bounds.height()))
        self.icons.paint(painter, place, name, colours.text2)
        words = self.mirrored(QRectF(x + icon + 8, 0, width - icon - 8, bounds.height()))
        centred = Qt.AlignmentFlag.AlignHCenter
        draw_line(painter, words, sentence, font, colours.text3, alignment=centred)

    def _paint_one_row(self, painter: QPainter, characters: list[tuple[str, str]]) -> None:
        columns = max(_FEWEST_COLUMNS, len(characters))
        width = (self.width() - _GAP * (columns - 1)) / columns
        half = self.height() / 2
        centred = Qt.AlignmentFlag.AlignHCenter
        for column, (character, word) in enumerate(characters):
            tile = QRectF(column * (width + _GAP), 0, width, self.height())
            self._paint_tile(painter, tile)
            upper = QRectF(tile.x(), 2, width, half - 1)
            lower = QRectF(tile.x() + 2, half, width - 4, half - 2)
            mono, sans = self.theme.fonts.mono(13, 700), self.theme.fonts.sans(11)
            colours = self.theme.colours
            draw_line(painter, upper, character, mono, colours.text, alignment=centred)
            draw_line(painter, lower, word, sans, colours.text2, alignment=centred)

    def _paint_two_rows(self, painter: QPainter, characters: list[tuple[str, str]]) -> None:
        columns = (len(characters) + 1) // 2
        width = float(self.theme.scaled(_SMALL_TILE))
        step = width + _GAP
        height = (self.height() - _ROW_GAP) / 2
        offset = self._offset(columns, step)
        colours, fonts = self.theme.colours, self.theme.fonts
        letter = text_width(fonts.mono(12, 700), "W") + 4
        painter.setClipRect(self.rect())
        for number, (character, word) in enumerate(characters):
            row, column = divmod(number, columns)
            tile = QRectF(column * step - offset, row * (height + _ROW_GAP), width, height)
            if tile.right() < 0 or tile.left() > self.width():
                continue
            self._paint_tile(painter, tile)
            inner = tile.adjusted(5, 0, -3, 0)
            draw_line(painter, inner, character, fonts.mono(12, 700), colours.text)
            words = inner.adjusted(letter, 0, 0, 0)
            draw_line(painter, words, word, fonts.sans(11), colours.text2)

    def _offset(self, columns: int, step: float) -> float:
        """How far the rows are pushed so that the tile before the caret is in sight."""
        overhang = columns * step - _GAP - self.width()
        if overhang <= 0:
            return 0.0
        column = max(0, self._caret - 1) % columns
        return max(0.0, min(overhang, (column + 1) * step - self.width() / 2))

    def _paint_tile(self, painter: QPainter, tile: QRectF) -> None:
        colours = self.theme.colours
        draw_box(painter, tile, radius=_RADIUS, fill=colours.surface, outline=colours.line)

"""Small pictures of keys: inside buttons, and with a word beside them in hint lines."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Theme
from desktop_app.gui.widgets.painting import draw_box, draw_line, leading, text_width
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 18
_RADIUS: Final = 4
_PADDING: Final = 6
_GAP: Final = 3
_FONT_PIXELS: Final = 11
_WORD_GAP: Final = 6


class CapGround(Enum):
    """What a key cap lies on."""

    PLAIN = auto()
    PRIMARY = auto()
    DISABLED = auto()


def caps_width(theme: Theme, keys: Sequence[str]) -> float:
    """The width of the caps side by side; 0 when there are none or they are switched off."""
    if not keys or not theme.key_caps:
        return 0.0
    return sum(_cap_width(theme, key) for key in keys) + _GAP * (len(keys) - 1)


def paint_caps(
    painter: QPainter, theme: Theme, rect: QRectF, keys: Sequence[str], ground: CapGround
) -> None:
    """Paint the caps from the left edge of ``rect``, centred vertically.

    Keys read from left to right in every language, so they are not mirrored.
    """
    if not theme.key_caps:
        return
    colours = theme.colours
    height = theme.scaled(_HEIGHT)
    x, y = rect.x(), round(rect.center().y() - height / 2)
    for key in keys:
        cap = QRectF(x, y, _cap_width(theme, key), height)
        if ground is CapGround.PRIMARY:
            draw_box(painter, cap, radius=_RADIUS, fill=colours.accent_deep)
            colour = colours.on_accent
        elif ground is CapGround.DISABLED:
            draw_box(painter, cap, radius=_RADIUS, outline=colours.line)
            colour = colours.disabled_text
        else:
            draw_box(painter, cap, radius=_RADIUS, fill=colours.surface, outline=colours.line_btn)
            face = cap.adjusted(0, 0, 0, -1)
            draw_box(painter, face, radius=_RADIUS, outline=colours.line)
            colour = colours.text3
        font = theme.fonts.sans(_FONT_PIXELS, 500)
        draw_line(painter, cap, key, font, colour, alignment=Qt.AlignmentFlag.AlignHCenter)
        x += cap.width() + _GAP


class KeyHint(Themed, QWidget):
    """One entry of the hint line: caps and what they do. Screen readers get the menus instead."""

    def __init__(
        self, appearance: Appearance, keys: Sequence[str], text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._keys = tuple(keys)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.theme_changed()

    def theme_changed(self) -> None:
        self.setVisible(self.theme.key_caps)

    def sizeHint(self) -> QSize:
        width = caps_width(self.theme, self._keys) + _WORD_GAP
        width += text_width(self.theme.fonts.sans(12), self._text)
        return QSize(round(width), self.theme.scaled(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        caps = caps_width(self.theme, self._keys)
        bounds = QRectF(self.rect())
        place = self.mirrored(QRectF(0, 0, caps, bounds.height()))
        paint_caps(painter, self.theme, place, self._keys, CapGround.PLAIN)
        words = self.mirrored(bounds.adjusted(caps + _WORD_GAP, 0, 0, 0))
        font = self.theme.fonts.sans(12)
        draw_line(
            painter,
            words,
            self._text,
            font,
            self.theme.colours.text2,
            alignment=leading(self.layoutDirection()),
        )


def _cap_width(theme: Theme, key: str) -> float:
    width = text_width(theme.fonts.sans(_FONT_PIXELS, 500), key) + 2 * _PADDING
    return max(width, float(theme.scaled(_HEIGHT)))

"""One of the ways to begin, as a large framed choice."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.key_cap import CapGround, caps_width, paint_caps
from desktop_app.gui.widgets.painting import RING_WIDTH, Paragraph, draw_box
from desktop_app.gui.widgets.themed import Themed

_INSET: Final = 19
_TILE: Final = 44
_TILE_ICON: Final = 20
_GAP: Final = 16
_LEAST_HEIGHT: Final = 100
_RADIUS: Final = 8
_TITLE_LINE: Final = 22
_LINE: Final = 18
_NARROWEST: Final = 320


class WayCard(Themed, QRadioButton):
    """A radio button with an icon, a title, what it means, and the key that chooses it."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        icon: str,
        title: str,
        meaning: str,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.follow(appearance)
        self._icon_name = icon
        self._meaning = meaning
        self._key = key
        self.setAccessibleName(title)
        self.setAccessibleDescription(meaning)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, meaning = self._texts(width)
        return max(self.theme.scaled(_LEAST_HEIGHT), round(title.height + meaning.height) + 32)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.scaled(_NARROWEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.theme.scaled(_LEAST_HEIGHT))

    def hitButton(self, _position: object) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        fill, outline, width = colours.surface, colours.line, 1.0
        if self.isChecked():
            fill, outline, width = colours.sel, colours.accent, RING_WIDTH
        elif self.hasFocus():
            outline, width = colours.accent, RING_WIDTH
        elif self.underMouse():
            fill = colours.hover
        draw_box(painter, bounds, radius=_RADIUS, fill=fill, outline=outline, width=width)
        self._paint_tile(painter)
        title, meaning = self._texts(self.width())
        x = self.mirrored(QRectF(self._before(), 0, self._room(self.width()), 1)).x()
        y = (bounds.height() - title.height - meaning.height) / 2
        title.paint(painter, x, y, colours.text)
        meaning.paint(painter, x, y + title.height, colours.text2)
        caps = caps_width(self.theme, (self._key,))
        place = QRectF(bounds.width() - _INSET - caps, 0, caps, bounds.height())
        paint_caps(painter, self.theme, self.mirrored(place), (self._key,), CapGround.PLAIN)

    def _paint_tile(self, painter: QPainter) -> None:
        colours = self.theme.colours
        side, icon = self.theme.scaled(_TILE), self.theme.scaled(_TILE_ICON)
        tile = self.mirrored(QRectF(_INSET, round((self.height() - side) / 2), side, side))
        if self.isChecked():
            draw_box(painter, tile, radius=_RADIUS, fill=colours.accent_fill)
            ink = colours.on_accent
        else:
            draw_box(painter, tile, radius=_RADIUS, fill=colours.raised, outline=colours.line)
            ink = colours.text2
        rim = (side - icon) / 2
        place = tile.adjusted(rim, rim, -rim, -rim)
        self.icons.paint(painter, place, self._icon_name, ink)

    def _before(self) -> int:
        return _INSET + self.theme.scaled(_TILE) + _GAP

    def _room(self, width: int) -> float:
        caps = caps_width(self.theme, (self._key,))
        return max(1.0, width - self._before() - _INSET - (caps + _GAP if caps else 0))

    def _texts(self, width: int) -> tuple[Paragraph, Paragraph]:
        fonts = self.theme.fonts
        room, direction = self._room(width), self.layoutDirection()
        title = Paragraph(
            self.text(),
            fonts.sans(15, 600),
            width=room,
            line_height=self.theme.scaled(_TITLE_LINE),
            direction=direction,
        )
        meaning = Paragraph(
            self._meaning,
            fonts.sans(),
            width=room,
            line_height=self.theme.scaled(_LINE),
            direction=direction,
        )
        return title, meaning

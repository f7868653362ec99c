"""The state of a customer's telephone password, as an icon and a word."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look, Theme
from desktop_app.gui.widgets.painting import draw_box, draw_line, leading, text_width
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 22
_PADDING: Final = 7
_ICON: Final = 14
_GAP: Final = 5
_RADIUS: Final = 5
_DASHES: Final = (3.0, 2.0)


class ChipState(StrEnum):
    """What a chip can say, from the least to the most in need of action."""

    SET = "set"
    EXPIRED = "expired"
    NONE = "none"
    LOCKED = "locked"
    BLOCKED = "blocked"


_ICONS: Final = {
    ChipState.SET: "key",
    ChipState.EXPIRED: "clock",
    ChipState.NONE: "key-none",
    ChipState.LOCKED: "padlock",
    ChipState.BLOCKED: "cross-octagon",
}
_HEAVY: Final = frozenset({ChipState.LOCKED, ChipState.BLOCKED})


class ChipPainter(QObject):
    """Paints chips for the table's delegate and for ``ChipLabel``.

    The icons of all states stand in one vertical line, ``icon_inset`` from the chip's edge.
    """

    icon_inset: Final = _PADDING

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def words(self, state: ChipState, *, long: bool = False) -> str:
        """The chip's word; ``long`` is the written-out form of the customer card."""
        match state:
            case ChipState.SET:
                return self.tr("Password set") if long else self.tr("Set")
            case ChipState.EXPIRED:
                return self.tr("Password expired") if long else self.tr("Expired")
            case ChipState.NONE:
                return self.tr("No password") if long else self.tr("None")
            case ChipState.LOCKED:
                return self.tr("Password locked") if long else self.tr("Locked")
            case ChipState.BLOCKED:
                return self.tr("Password blocked") if long else self.tr("Blocked")

    def spoken(self, state: ChipState) -> str:
        """What a screen reader says."""
        return {
            ChipState.SET: self.tr("Telephone password: set"),
            ChipState.EXPIRED: self.tr("Telephone password: expired"),
            ChipState.NONE: self.tr("Telephone password: none"),
            ChipState.LOCKED: self.tr("Telephone password: locked"),
            ChipState.BLOCKED: self.tr("Telephone password: blocked"),
        }[state]

    def size(self, state: ChipState, *, long: bool = False) -> QSize:
        """The chip's size at the theme's text size."""
        theme = self._appearance.theme
        words = text_width(self._font(state, long=long), self.words(state, long=long))
        # Without a frame there is nothing to keep the word's end away from.
        after = 0 if state is ChipState.SET else _PADDING
        width = _PADDING + theme.scaled(_ICON) + _GAP + words + after
        return QSize(round(width), theme.scaled(_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        state: ChipState,
        *,
        long: bool = False,
        stale: bool = False,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> None:
        """Paint the chip at the leading edge of ``rect``, centred vertically.

        ``stale`` greys the words while newer results are being fetched.
        """
        theme = self._appearance.theme
        size = self.size(state, long=long)
        width = min(float(size.width()), rect.width())
        rtl = direction is Qt.LayoutDirection.RightToLeft
        x = rect.right() - width if rtl else rect.x()
        chip = QRectF(x, round(rect.center().y() - size.height() / 2), width, size.height())
        self._paint_ground(painter, chip, state)
        ink, icon_ink = _inks(theme, state, long=long)
        if stale:
            ink = theme.colours.text3
        icon = theme.scaled(_ICON)
        icon_x = chip.right() - _PADDING - icon if rtl else chip.x() + _PADDING
        place = QRectF(icon_x, chip.y(), icon, chip.height())
        self._appearance.icons.paint(painter, place, _ICONS[state], icon_ink)
        taken = _PADDING + icon + _GAP
        room = width - taken - (0 if state is ChipState.SET else _PADDING)
        words_x = chip.right() - taken - room if rtl else chip.x() + taken
        words = QRectF(words_x, chip.y(), room, chip.height())
        alignment = leading(direction)
        font = self._font(state, long=long)
        text = self.words(state, long=long)
        draw_line(painter, words, text, font, ink, alignment=alignment)

    def _paint_ground(self, painter: QPainter, chip: QRectF, state: ChipState) -> None:
        theme = self._appearance.theme
        locked = theme.verdicts[Look.LOCKED]
        if state is ChipState.LOCKED:
            draw_box(painter, chip, radius=_RADIUS, fill=locked.tint, outline=locked.plain)
        elif state is ChipState.BLOCKED:
            draw_box(painter, chip, radius=_RADIUS, fill=locked.fill, outline=locked.plain)
        elif state is not ChipState.SET:
            outline = theme.colours.line_strong
            draw_box(painter, chip, radius=_RADIUS, outline=outline, dashes=_DASHES)

    def _font(self, state: ChipState, *, long: bool) -> QFont:
        weight = 600 if state in _HEAVY else 500 if long or state is not ChipState.SET else 400
        return self._appearance.theme.fonts.sans(13 if long else 12, weight)


def _inks(theme: Theme, state: ChipState, *, long: bool) -> tuple[QColor, QColor]:
    """The colours of the words and of the icon."""
    if state is ChipState.SET:
        match = theme.verdicts[Look.MATCH]
        return (match.text if long else theme.colours.text2), match.plain
    if state is ChipState.LOCKED:
        return theme.verdicts[Look.LOCKED].text, theme.verdicts[Look.LOCKED].text
    if state is ChipState.BLOCKED:
        return theme.verdicts[Look.LOCKED].on_fill, theme.verdicts[Look.LOCKED].on_fill
    return theme.verdicts[Look.NONE].text, theme.verdicts[Look.NONE].text


class ChipLabel(Themed, QWidget):
    """The chip as a widget, for the customer card; written out."""

    def __init__(
        self, appearance: Appearance, state: ChipState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._painter = ChipPainter(appearance, self)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    @property
    def state(self) -> ChipState:
        """The state shown."""
        return self._state

    def set_state(self, state: ChipState) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(self._painter.spoken(state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._painter.size(self._state, long=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._painter.paint(
            QPainter(self),
            QRectF(self.rect()),
            self._state,
            long=True,
            direction=self.layoutDirection(),
        )

"""The three kinds of button, with an icon before and key caps after their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.focus_ring import FocusRing
from desktop_app.gui.widgets.key_cap import CapGround, caps_width, paint_caps
from desktop_app.gui.widgets.painting import RING_WIDTH, draw_box, draw_line, leading, text_width
from desktop_app.gui.widgets.themed import Themed

_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class _Metrics:
    height: int
    padding: int
    font_pixels: int
    radius: int


class ButtonSize(Enum):
    """Where a button stands decides its height: in a row, by itself, or beside a field."""

    NORMAL = _Metrics(32, 15, 13, 6)
    COMPACT = _Metrics(32, 10, 13, 6)
    BIG = _Metrics(44, 14, 15, 6)
    SEARCH = _Metrics(48, 18, 13, 8)
    ENTRY = _Metrics(52, 19, 15, 8)


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a button in its present state."""

    text: QColor
    fill: QColor | None
    outline: QColor | None
    caps: CapGround


class ThemedButton(Themed, QPushButton):
    """Measures and places icon, words and key caps; subclasses choose the colours.

    ``keys`` are only pictures: the shortcut itself belongs to the window. ``spread`` puts the
    words at the leading and the caps at the trailing edge of a wide button.
    """

    weight = 500
    font_pixels: int | None = None
    has_outer_ring = True

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        *,
        icon: str | None = None,
        keys: Sequence[str] = (),
        size: ButtonSize = ButtonSize.NORMAL,
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.follow(appearance)
        self._icon_name = icon
        self._keys = tuple(keys)
        self._size = size
        self._spread = spread
        self._ring: FocusRing | None = None
        # Enter is handled here, so that a dialog never presses a button that has no focus.
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_unavailable(self, reason: str | None) -> None:
        """Switch the button off and say why; ``None`` switches it on again."""
        self.setEnabled(reason is None)
        self.setToolTip(reason or "")
        self.setAccessibleDescription(reason or "")

    def set_icon_name(self, icon: str | None) -> None:
        """Another icon, or none."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_keys(self, keys: Sequence[str]) -> None:
        """Other key caps, or none."""
        self._keys = tuple(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._size.value
        width = 2 * self.padding() + self._content_width()
        height = self.theme.scaled(metrics.height)
        return QSize(max(round(width), height), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.has_outer_ring and self._ring is None and self.parentWidget() is not None:
            self._ring = FocusRing(self._appearance, self, radius=self._size.value.radius)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.take_away()
            self._ring = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = self.ink()
        painter = QPainter(self)
        bounds = QRectF(self.rect())
        radius = self._size.value.radius
        draw_box(painter, bounds, radius=radius, fill=ink.fill, outline=ink.outline)
        self._paint_content(painter, bounds, ink)

    def padding(self) -> int:
        """What stands free before and after the content."""
        return self._size.value.padding

    def ink(self) -> Ink:
        """The colours of the present state; each kind of button has its own."""
        raise NotImplementedError

    def disabled_ink(self) -> Ink:
        """The colours of every framed button that is switched off."""
        colours = self.theme.colours
        return Ink(colours.disabled_text, colours.disabled_bg, colours.line, CapGround.DISABLED)

    def _font(self) -> QFont:
        weight = self.weight if self.isEnabled() else 500
        return self.theme.fonts.sans(self._font_pixels(), weight)

    def _font_pixels(self) -> int:
        return self.font_pixels or self._size.value.font_pixels

    def _icon_pixels(self) -> int:
        return self.theme.scaled(16) if self._icon_name else 0

    def _content_width(self) -> float:
        # Measured at the enabled weight, so that switching off moves nothing.
        font = self.theme.fonts.sans(self._font_pixels(), self.weight)
        parts = [
            float(self._icon_pixels()),
            text_width(font, self.text()) if self.text() else 0.0,
            caps_width(self.theme, self._keys),
        ]
        shown = [part for part in parts if part]
        return sum(shown) + _GAP * max(0, len(shown) - 1)

    def _paint_content(self, painter: QPainter, bounds: QRectF, ink: Ink) -> None:
        padding = self.padding()
        free = max(0.0, bounds.width() - 2 * padding - self._content_width())
        x = padding + (0 if self._spread else free / 2)
        height = bounds.height()
        icon = self._icon_pixels()
        if self._icon_name:
            place = self.mirrored(QRectF(x, 0, icon, height))
            self.icons.paint(painter, place, self._icon_name, ink.text)
            x += icon + _GAP
        caps = caps_width(self.theme, self._keys)
        end = bounds.width() - padding - (0 if self._spread else free / 2)
        words_end = end - (caps + _GAP if caps else 0)
        if self.text():
            place = self.mirrored(QRectF(x, 0, max(0.0, words_end - x), height))
            font = self._font()
            draw_line(
                painter,
                place,
                self.text(),
                font,
                ink.text,
                alignment=leading(self.layoutDirection()),
            )
        if caps:
            place = self.mirrored(QRectF(end - caps, 0, caps, height))
            paint_caps(painter, self.theme, place, self._keys, ink.caps)


class PrimaryButton(ThemedButton):
    """The one filled button of a window: what Enter does."""

    weight = 600

    def ink(self) -> Ink:
        if not self.isEnabled():
            return self.disabled_ink()
        colours = self.theme.colours
        fill = colours.accent_deep if self.isDown() else colours.accent_fill
        return Ink(colours.on_accent, fill, None, CapGround.PRIMARY)


class OutlineButton(ThemedButton):
    """Every other button that does something of weight."""

    def ink(self) -> Ink:
        if not self.isEnabled():
            return self.disabled_ink()
        colours = self.theme.colours
        fill = colours.hover if self.isDown() or self.underMouse() else colours.surface
        outline = colours.line_strong if self.isDown() else colours.line_btn
        return Ink(colours.text, fill, outline, CapGround.PLAIN)


class LinkButton(ThemedButton):
    """Flat accent words, for side actions only.

    ``flush`` puts them in line with what stands above and below; as there is no room for a ring
    then, a line below the words shows the focus.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        *,
        icon: str | None = None,
        keys: Sequence[str] = (),
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            appearance, text, icon=icon, keys=keys, size=ButtonSize.COMPACT, parent=parent
        )
        self._flush = flush
        self.has_outer_ring = not flush
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def padding(self) -> int:
        return 0 if self._flush else super().padding()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._flush and self.hasFocus():
            line = QRectF(0, self.height() - RING_WIDTH, self.width(), RING_WIDTH)
            QPainter(self).fillRect(line, self.theme.colours.accent)

    def _font(self) -> QFont:
        font = super()._font()
        if self.isEnabled() and self.underMouse():
            font = QFont(font)
            font.setUnderline(True)
        return font

    def ink(self) -> Ink:
        colours = self.theme.colours
        if not self.isEnabled():
            return Ink(colours.disabled_text, None, None, CapGround.DISABLED)
        return Ink(colours.accent, None, None, CapGround.PLAIN)


class IconButton(ThemedButton):
    """An icon alone, at least 24 by 24; ``name`` is what a screen reader and the tooltip say."""

    def __init__(
        self, appearance: Appearance, icon: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, "", icon=icon, size=ButtonSize.COMPACT, parent=parent)
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = self.theme.scaled(28)
        return QSize(side, side)

    def ink(self) -> Ink:
        colours = self.theme.colours
        if not self.isEnabled():
            return Ink(colours.disabled_text, None, None, CapGround.DISABLED)
        fill = colours.hover if self.isDown() or self.underMouse() else None
        return Ink(colours.text2, fill, None, CapGround.PLAIN)

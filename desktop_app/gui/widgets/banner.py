"""The verdict banner: the answer to "may I speak about this account?" in one glance."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look, VerdictColours
from desktop_app.gui.widgets.painting import Paragraph, draw_box, draw_line, hatch
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 142
_PANEL: Final = 104
_RADIUS: Final = 8
_FRAME: Final = 2
_TEXT_INSET: Final = 20
_PADDING: Final = 12
_LINE_GAP: Final = 5
_STRIPE: Final = 9 * 2**0.5
_ICON: Final = 60
_CHECKING_DELAY_MS: Final = 300
_ICONS: Final = {
    Look.MATCH: "tick-circle",
    Look.STOP: "cross-octagon",
    Look.LOCKED: "padlock",
    Look.NONE: "dashed-circle-bar",
}


@dataclass(frozen=True, slots=True)
class BannerText:
    """The three sentences of an answer: verdict, permission, next step."""

    verdict: str
    permission: str
    next_step: str


class VerdictBanner(Themed, QWidget):
    """Empty, checking, or showing one of the four looks.

    Only ``Look.MATCH`` has its icon at the leading edge and a solid ground; the other three have
    a pale body, a frame and a hatched panel at the trailing edge. The banner is as wide as its
    layout makes it and as high as its sentences need, at least 142 pixels.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._look: Look | None = None
        self._text = BannerText("", "", "")
        self._paragraphs: list[Paragraph] = []
        self._checking = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_CHECKING_DELAY_MS)
        self._delay.timeout.connect(self._on_delay_timeout)
        self._progress = ProgressLine(appearance, delay_ms=0, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def look(self) -> Look | None:
        """The look shown; ``None`` while empty or checking."""
        return self._look

    @property
    def is_checking(self) -> bool:
        """Whether "Checking…" is on screen."""
        return self._checking

    def show_checking(self) -> None:
        """A check has begun: after 300 ms without an answer say so in the banner's place."""
        self.clear()
        self._delay.start()

    def show_verdict(self, look: Look, text: BannerText) -> None:
        """Show an answer in one step and speak it, permission first."""
        self.clear()
        self._look = look
        self._text = text
        self.setAccessibleName(f"{text.permission} {text.verdict}. {text.next_step}")
        self._measure()
        self.announce()

    def clear(self) -> None:
        """Show nothing; the height stays."""
        self._delay.stop()
        self._progress.stop()
        self._checking = False
        self._look = None
        self._paragraphs = []
        self.setAccessibleName("")
        self.update()

    def announce(self) -> None:
        """Have the screen reader say the answer now, interrupting what it is saying."""
        event = QAccessibleAnnouncementEvent(self, self.accessibleName())
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def theme_changed(self) -> None:
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(520, self.heightForWidth(self.width() if self.isVisible() else 520))

    def minimumSizeHint(self) -> QSize:
        return QSize(_PANEL * 3, self.heightForWidth(max(self.width(), _PANEL * 3)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        paragraphs = self._laid_out(width)
        return max(self.theme.scaled(_HEIGHT), round(_height_of(paragraphs)) + 2 * _PADDING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._progress.setGeometry(self._bar_place())
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange}:
            self._measure()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._look is not None:
            self._paint_verdict(painter, self._look)
        elif self._checking:
            colours = self.theme.colours
            bounds = QRectF(self.rect())
            draw_box(painter, bounds, radius=_RADIUS, fill=colours.surface, outline=colours.line)
            words = bounds.adjusted(0, 0, 0, -self.theme.scaled(16))
            draw_line(
                painter,
                words,
                self.tr("Checking…"),
                self.theme.fonts.sans(15, 600),
                colours.text2,
                alignment=Qt.AlignmentFlag.AlignHCenter,
            )

    def _paint_verdict(self, painter: QPainter, look: Look) -> None:
        colours = self.theme.verdicts[look]
        bounds = QRectF(self.rect())
        panel = self._panel(look)
        outline = QPainterPath()
        outline.addRoundedRect(bounds, _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        if look is Look.MATCH:
            painter.fillPath(outline, colours.fill)
            painter.save()
            painter.setClipRect(panel)
            painter.fillPath(outline, colours.deep)
            painter.restore()
        else:
            draw_box(painter, bounds, radius=_RADIUS, fill=colours.tint)
            painter.save()
            painter.setClipRect(panel)
            painter.fillPath(outline, colours.fill)
            painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
            hatch(painter, panel, colours.deep, _STRIPE)
            painter.restore()
            draw_box(painter, bounds, radius=_RADIUS, outline=_frame(colours), width=_FRAME)
        self._paint_icon(painter, panel, look)
        inks = [colours.text, colours.text, self.theme.colours.text]
        if look is Look.MATCH:
            inks = [colours.on_fill] * 3
        self._paint_words(painter, inks)

    def _paint_icon(self, painter: QPainter, panel: QRectF, look: Look) -> None:
        colours = self.theme.verdicts[look]
        side = self.theme.scaled(_ICON)
        if self.theme.high_contrast and look is not Look.MATCH:
            # The palette's two colours are all there is: the icon needs a plain ground.
            plate = QRectF(0, 0, side + 12, side + 12)
            plate.moveCenter(panel.center())
            draw_box(painter, plate, radius=_RADIUS, fill=colours.fill)
        self.icons.paint(painter, _square(panel, side), _ICONS[look], colours.on_fill)

    def _paint_words(self, painter: QPainter, inks: list[QColor]) -> None:
        x = self._text_left(self.width())
        y = (self.height() - _height_of(self._paragraphs)) / 2
        for paragraph, ink in zip(self._paragraphs, inks, strict=False):
            paragraph.paint(painter, x, y, ink)
            y += paragraph.height + _LINE_GAP

    def _panel(self, look: Look) -> QRectF:
        width = self._panel_width()
        start = 0 if look is Look.MATCH else self.width() - width
        return self.mirrored(QRectF(start, 0, width, self.height()))

    def _panel_width(self) -> int:
        return max(_PANEL, self.theme.scaled(_ICON) + 44)

    def _text_left(self, width: int) -> float:
        before = self._panel_width() if self._look is Look.MATCH else _FRAME
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return float(before + _TEXT_INSET)
        return float(width - before - _TEXT_INSET - self._text_width(width))

    def _text_width(self, width: int) -> int:
        return max(1, width - self._panel_width() - _FRAME - 2 * _TEXT_INSET)

    def _laid_out(self, width: int) -> list[Paragraph]:
        if self._look is None:
            return []
        fonts = self.theme.fonts
        rows = (
            (self._text.verdict, fonts.sans(26, 700), 32),
            (self._text.permission, fonts.sans(15, 600), 21),
            (self._text.next_step, fonts.sans(13), 18),
        )
        return [
            Paragraph(
                text,
                font,
                width=self._text_width(width),
                line_height=self.theme.scaled(line_height),
                direction=self.layoutDirection(),
            )
            for text, font, line_height in rows
            if text
        ]

    def _measure(self) -> None:
        self._paragraphs = self._laid_out(self.width())
        self.updateGeometry()
        self.update()

    def _bar_place(self) -> QRect:
        width = min(240, self.width() // 2)
        top = self.height() // 2 + self.theme.scaled(12)
        return QRect((self.width() - width) // 2, top, width, self._progress.height())

    def _on_delay_timeout(self) -> None:
        self._checking = True
        self.setAccessibleName(self.tr("Checking…"))
        self._progress.start()
        self.announce()
        self.update()


def _frame(colours: VerdictColours) -> QColor:
    return colours.fill if colours.fill != colours.tint else colours.text


def _height_of(paragraphs: list[Paragraph]) -> float:
    return sum(each.height for each in paragraphs) + _LINE_GAP * max(0, len(paragraphs) - 1)


def _square(panel: QRectF, side: int) -> QRectF:
    square = QRectF(0, 0, side, side)
    square.moveCenter(panel.center())
    return square

"""Paints the lines of a history as a timeline."""

from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.entities import Answer, EventKind
from desktop_app.gui.journal.history_model import ROW_ROLE, HistoryRow, Index
from desktop_app.gui.journal.history_pages import HistoryLine, LineKind
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.looks import icon_of, look_of
from desktop_app.gui.look.row_painting import RowState, paint_row_ground
from desktop_app.gui.look.theme import Look
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.painting import Paragraph, draw_line, leading, snapped, text_width

_MARGIN: Final = 20
_HEAD: Final = 36
_HEAD_TOP: Final = 13
_HEAD_LINE: Final = 18
_LINE: Final = 18
_PADDING: Final = 17
_TIME: Final = 52
_GAP: Final = 16
_ICON: Final = 20
_ICON_AIR: Final = 2
_THREAD: Final = 2
_LATE: Final = QTime(22, 58)
_BETWEEN: Final = "\u2002"
_LINE_END: Final = "\u2028"

Mark = tuple[str, str | Look]
"""An icon and its colour: a token, or a look whose plain colour is meant."""

_MARKS: Final[dict[EventKind, Mark]] = {
    EventKind.ATTEMPT: ("warning", Look.LOCKED),
    EventKind.PASSWORD_SET: ("key", "accent"),
    EventKind.PASSWORD_REMOVED: ("trash", Look.NONE),
    EventKind.PASSWORD_REFRESHED: ("refresh", "text2"),
    EventKind.UNLOCKED: ("unlock", Look.LOCKED),
    EventKind.CAUTION_RAISED: ("flag", Look.LOCKED),
    EventKind.CAUTION_CLEARED: ("flag", "text2"),
    EventKind.CUSTOMER_ADDED: ("plus", "text2"),
    EventKind.CUSTOMER_CHANGED: ("pen", "text2"),
    EventKind.CUSTOMER_DELETED: ("trash", "text2"),
}
_OTHER: Final[Mark] = ("note", "text2")


def mark_of(line: HistoryLine) -> Mark:
    """The icon before a line."""
    if line.kind is LineKind.LOCK:
        return icon_of(Look.LOCKED), Look.LOCKED
    if line.entry.kind is EventKind.VERDICT and line.entry.outcome in set(Answer):
        look = look_of(Answer(line.entry.outcome))
        return icon_of(look), look
    return _MARKS.get(line.entry.kind, _OTHER)


class HistoryDelegate(QStyledItemDelegate):
    """Day, time, icon on the thread, words, receipt; words wrap and nothing is cut."""

    def __init__(self, appearance: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._heights: dict[int, int] = {}

    def forget(self) -> None:
        """Measure every line anew: they are others, or their room is."""
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        # The view asks for every line whenever some are added: only new ones are measured.
        place = index.row()
        height = self._heights.get(place)
        if height is None:
            width = self._view.viewport().width()
            height = self._heights[place] = self._height(index.data(ROW_ROLE), width)
        return QSize(0, height)

    def _height(self, row: object, width: int) -> int:
        if not isinstance(row, HistoryRow):
            return 0
        theme = self._appearance.theme
        room = self._words_width(row.line, width)
        if self._fits_one_line(row.line, room):
            words = float(max(theme.scaled(_LINE), QFontMetricsF(theme.fonts.sans(13)).height()))
        else:
            words = self._paragraph(row.line, room, self._view.layoutDirection()).height
        head = theme.scaled(_HEAD) if row.head else 0
        return head + theme.scaled(_PADDING) + round(words)

    def _fits_one_line(self, line: HistoryLine, room: float) -> bool:
        """Whether no break is needed: most lines are short, and breaking takes the most time."""
        if line.words.note:
            return False
        fonts = self._appearance.theme.fonts
        title = text_width(fonts.sans(13, 600), line.words.title)
        return title + text_width(fonts.sans(13), f" {_BETWEEN}{line.words.text}") < room

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, HistoryRow):
            return
        painter.save()
        rect = QRectF(option.rect)
        self._paint_head(painter, rect, row, option.direction)
        head = self._appearance.theme.scaled(_HEAD) if row.head else 0
        place = rect.adjusted(0, head, 0, 0)
        self._paint_ground(painter, place, option)
        self._paint_thread(painter, place, row, option.direction)
        self._paint_cells(painter, place, row.line, option.direction)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, rect: QRectF, row: HistoryRow, direction: Qt.LayoutDirection
    ) -> None:
        if not row.head:
            return
        theme = self._appearance.theme
        top, height = theme.scaled(_HEAD_TOP), theme.scaled(_HEAD_LINE)
        place = QRectF(rect.x() + _MARGIN, rect.y() + top, rect.width() - 2 * _MARGIN, height)
        font, ink = theme.fonts.sans(12, 600), theme.colours.text2
        draw_line(painter, place, row.head, font, ink, alignment=leading(direction))

    def _paint_ground(self, painter: QPainter, place: QRectF, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            state = RowState(
                selected=True,
                hovered=False,
                focused=self._view.hasFocus(),
                rtl=option.direction is Qt.LayoutDirection.RightToLeft,
            )
            paint_row_ground(painter, place, self._appearance.theme.colours, state)

    def _paint_thread(
        self, painter: QPainter, place: QRectF, row: HistoryRow, direction: Qt.LayoutDirection
    ) -> None:
        theme = self._appearance.theme
        name, colour = mark_of(row.line)
        icon = self._mirrored(self._icon_place(place), place, direction)
        self._appearance.icons.paint(painter, icon, name, self._ink(colour))
        width = snapped(painter, _THREAD)
        x = icon.center().x() - width / 2
        gap = theme.scaled(_ICON_AIR)
        if row.joins_above:
            above = QRectF(x, place.y(), width, icon.y() - gap - place.y())
            painter.fillRect(above, theme.colours.line)
        if row.joins_below:
            below = QRectF(x, icon.bottom() + gap, width, place.bottom() - icon.bottom() - gap)
            painter.fillRect(below, theme.colours.line)

    def _paint_cells(
        self, painter: QPainter, place: QRectF, line: HistoryLine, direction: Qt.LayoutDirection
    ) -> None:
        theme = self._appearance.theme
        fonts, colours = theme.fonts, theme.colours
        rtl = direction is Qt.LayoutDirection.RightToLeft
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        trailing = left if rtl else right
        top, height = place.y() + theme.scaled(_PADDING) / 2, theme.scaled(_LINE)
        time = QRectF(place.x() + _MARGIN, top, self._time_width(), height)
        time = self._mirrored(time, place, direction)
        text = sentences.clock_time(line.entry.at)
        draw_line(painter, time, text, fonts.sans(13), colours.text2, alignment=trailing)
        width = self._receipt_width(line)
        receipt = QRectF(place.right() - _MARGIN - width, top, width, height)
        receipt = self._mirrored(receipt, place, direction)
        draw_line(painter, receipt, line.receipt, fonts.mono(12), colours.text2, alignment=trailing)
        words = QRectF(
            place.x() + self._words_start(), top, self._words_width(line, place.width()), height
        )
        words = self._mirrored(words, place, direction)
        self._paragraph(line, words.width(), direction).paint(
            painter, words.x(), top, colours.text2
        )

    def _paragraph(
        self, line: HistoryLine, width: float, direction: Qt.LayoutDirection
    ) -> Paragraph:
        theme = self._appearance.theme
        text = f"{_BETWEEN}{line.words.text}" if line.words.text else ""
        if line.words.note:
            text += _LINE_END + line.words.note.replace("\n", _LINE_END)
        return Paragraph(
            text,
            theme.fonts.sans(13),
            width=max(1.0, width),
            line_height=theme.scaled(_LINE),
            direction=direction,
            lead=(line.words.title, theme.colours.text),
        )

    def _icon_place(self, place: QRectF) -> QRectF:
        theme = self._appearance.theme
        side = theme.scaled(_ICON)
        middle = place.y() + (theme.scaled(_PADDING) + theme.scaled(_LINE)) / 2
        return QRectF(
            place.x() + _MARGIN + self._time_width() + _GAP, middle - side / 2, side, side
        )

    def _time_width(self) -> float:
        theme = self._appearance.theme
        widest = QLocale().toString(_LATE, QLocale.FormatType.ShortFormat)
        return max(float(theme.scaled(_TIME)), text_width(theme.fonts.sans(13), widest))

    def _words_start(self) -> float:
        icon = self._appearance.theme.scaled(_ICON)
        return _MARGIN + self._time_width() + _GAP + icon + _GAP

    def _words_width(self, line: HistoryLine, width: float) -> float:
        receipt = self._receipt_width(line)
        return width - self._words_start() - _MARGIN - (receipt + _GAP if receipt else 0)

    def _receipt_width(self, line: HistoryLine) -> float:
        if not line.receipt:
            return 0.0
        return text_width(self._appearance.theme.fonts.mono(12), line.receipt)

    def _ink(self, colour: str | Look) -> QColor:
        theme = self._appearance.theme
        if isinstance(colour, Look):
            return theme.verdicts[colour].plain
        ink: QColor = getattr(theme.colours, colour)
        return ink

    @staticmethod
    def _mirrored(part: QRectF, place: QRectF, direction: Qt.LayoutDirection) -> QRectF:
        if direction is Qt.LayoutDirection.LeftToRight:
            return part
        left = place.x() + place.right() - part.right()
        return QRectF(left, part.y(), part.width(), part.height())

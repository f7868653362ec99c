"""The list of this person's checks of today."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.core.entities import Answer, OwnCheck
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.looks import icon_of, look_of
from desktop_app.gui.look.row_painting import RowState, paint_row_ground
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.list_keys import ENTER, typed_text
from desktop_app.gui.widgets.painting import draw_line, leading, text_width

CHECK_ROLE: Final = Qt.ItemDataRole.UserRole

ROW_HEIGHT: Final = 38
_TITLE: Final = 42
_INSET: Final = 16
_BAR: Final = 3
_ICON: Final = 16
_ICON_GAP: Final = 6
_TIME, _NUMBER, _NAME = 66, 84, 180
_ANSWER: Final = 149
_NARROW: Final = 620
_SELECT: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect
_NOWHERE: Final = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class OwnChecksModel(QAbstractListModel):
    """A person's checks, newest first; it holds them and never asks for any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks: tuple[OwnCheck, ...] = ()

    def set_checks(self, checks: tuple[OwnCheck, ...]) -> None:
        """Show others."""
        self.beginResetModel()
        self._checks = checks
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._checks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        check = self._checks[index.row()]
        if role == CHECK_ROLE:
            return check
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            customer = check.customer
            parts = (
                sentences.clock_time(check.at),
                customer.number,
                customer.name,
                customer.company,
                sentences.answer_word(check.answer),
            )
            return ", ".join(part for part in parts if part)
        return None


class CheckDelegate(QStyledItemDelegate):
    """Paints a check: when, who, and the answer with its icon at the trailing edge."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._appearance.theme.scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        check = index.data(CHECK_ROLE)
        if not isinstance(check, OwnCheck):
            return
        painter.save()
        rect = QRectF(option.rect)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        theme = self._appearance.theme
        colours, fonts = theme.colours, theme.fonts
        ground = RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=self._view.hasFocus(),
            rtl=rtl,
        )
        paint_row_ground(painter, rect, colours, ground)
        customer = check.customer
        answer_width = self._answer_width()
        time = sentences.clock_time(check.at)
        narrow = rect.width() < theme.scaled(_NARROW)
        time_width = max(theme.scaled(_TIME), text_width(fonts.sans(13), time) + _INSET)
        number_width = max(
            theme.scaled(_NUMBER), text_width(fonts.mono(13), customer.number) + _INSET
        )
        end = rect.width() - answer_width
        name_start = _INSET + time_width + number_width
        name_width = end - name_start if narrow else theme.scaled(_NAME)
        cells: list[tuple[float, float, str, QFont, QColor]] = [
            (_INSET, time_width, time, fonts.sans(13), colours.text2),
            (_INSET + time_width, number_width, customer.number, fonts.mono(13), colours.text),
            (name_start, name_width, customer.name, fonts.sans(13, 500), colours.text),
        ]
        if not narrow:
            start = name_start + name_width
            cells.append((start, end - start, customer.company, fonts.sans(13), colours.text))
        for x, width, text, font, colour in cells:
            left = rect.right() - x - width if rtl else rect.x() + x
            place = QRectF(left, rect.y(), max(0.0, width - 8), rect.height() - 1)
            side = leading(option.direction)
            draw_line(painter, place, text, font, colour, alignment=side)
        left = rect.x() if rtl else rect.right() - answer_width
        place = QRectF(left, rect.y(), answer_width, rect.height() - 1)
        self._paint_answer(painter, place, check.answer, option.direction)
        painter.restore()

    def _answer_width(self) -> float:
        """Room for the longest answer, so that the icons stand in one vertical line."""
        theme = self._appearance.theme
        font = theme.fonts.sans(13, 500)
        words = max(text_width(font, sentences.answer_word(each)) for each in Answer)
        return max(float(theme.scaled(_ANSWER)), theme.scaled(_ICON) + _ICON_GAP + words + _INSET)

    def _paint_answer(
        self, painter: QPainter, place: QRectF, answer: Answer, direction: Qt.LayoutDirection
    ) -> None:
        theme = self._appearance.theme
        look = look_of(answer)
        side = theme.scaled(_ICON)
        rtl = direction is Qt.LayoutDirection.RightToLeft
        x = place.right() - side if rtl else place.x()
        target = QRectF(x, place.y(), side, place.height())
        self._appearance.icons.paint(painter, target, icon_of(look), theme.verdicts[look].plain)
        taken = side + _ICON_GAP
        words = place.adjusted(0 if rtl else taken, 0, -taken if rtl else 0, 0)
        ink = theme.verdicts[look].text
        font = theme.fonts.sans(13, 500)
        draw_line(
            painter, words, sentences.answer_word(answer), font, ink, alignment=leading(direction)
        )


class CheckList(QListView):
    """The list; ``typed`` are characters that belong to the search."""

    typed = Signal(str)
    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered_row.emit()
        elif text := typed_text(event):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def move_by_key(self, event: QKeyEvent) -> None:
        """Move the selection by a key that another widget received."""
        if self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif self.model().rowCount():
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), _SELECT)

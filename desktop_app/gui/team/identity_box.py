"""Passwords set in the days that are shown, by the identity check before."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.team.team_texts import identity_check
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.painting import draw_box, draw_line, leading, text_width
from desktop_app.gui.widgets.surfaces import Box
from desktop_app.gui.widgets.themed import Themed

_ROW: Final = 25
_BAR: Final = 12
_GAP: Final = 12
_BETWEEN: Final = 32
_WORDS: Final = 170
_MOST_WORDS: Final = 0.6
_TWO_COLUMNS_FROM: Final = 560
_NOBODY: Final = 1


class CheckBars(Themed, QWidget):
    """A bar for each identity check, in one column or two, filled downwards."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._counts: list[tuple[str, int]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show so many passwords for each identity check."""
        self._counts = [(identity_check(code), amount) for code, amount in counts.items()]
        said = (f"{name}: {grouped(amount)}" for name, amount in self._counts)
        self.setAccessibleName(", ".join(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(_NOBODY, self._rows(width)) * self.theme.scaled(_ROW)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.scaled(240), self.heightForWidth(max(1, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        rows, columns = self._rows(self.width()), self._columns(self.width())
        if not rows:
            side = leading(self.layoutDirection())
            none, ink = self.tr("None were set."), theme.colours.text2
            draw_line(painter, QRectF(self.rect()), none, theme.fonts.sans(), ink, alignment=side)
            return
        width = (self.width() - _BETWEEN * (columns - 1)) / columns
        height = theme.scaled(_ROW)
        for place, (name, amount) in enumerate(self._counts):
            column, row = divmod(place, rows)
            self._paint_row(
                painter,
                QRectF(column * (width + _BETWEEN), row * height, width, height),
                name,
                amount,
            )

    def _paint_row(self, painter: QPainter, row: QRectF, name: str, amount: int) -> None:
        theme = self.theme
        colours, font = theme.colours, theme.fonts.sans(13)
        number = text_width(font, grouped(self._most()))
        names = max(text_width(font, each) for each, _ in self._counts)
        words = min(max(names, float(theme.scaled(_WORDS))), row.width() * _MOST_WORDS)
        side = leading(self.layoutDirection())
        target = self.mirrored(QRectF(row.x(), row.y(), words, row.height()))
        draw_line(painter, target, name, font, colours.text2, alignment=side)
        room = row.width() - words - number - 2 * _GAP
        length = max(2.0, round(room * amount / self._most()))
        bar = QRectF(row.x() + words + _GAP, row.center().y() - _BAR / 2, length, _BAR)
        draw_box(painter, self.mirrored(bar), radius=1, fill=colours.accent)
        target = self.mirrored(QRectF(row.right() - number, row.y(), number, row.height()))
        draw_line(painter, target, grouped(amount), font, colours.text, alignment=side)

    def _most(self) -> int:
        return max(amount for _, amount in self._counts)

    def _columns(self, width: int) -> int:
        return 2 if width >= self.theme.scaled(_TWO_COLUMNS_FROM) and len(self._counts) > 1 else 1

    def _rows(self, width: int) -> int:
        return -(-len(self._counts) // self._columns(width))


class IdentityBox(Box):
    """The bars under their title."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._title = Label(appearance, pixels=15, weight=600, wrap=True, parent=self)
        self.bars = CheckBars(appearance, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 13, 16, 12)
        column.setSpacing(7)
        column.addWidget(self._title)
        column.addWidget(self.bars)

    def set_counts(self, counts: Mapping[str, int], days: int) -> None:
        """Show the passwords set in the last ``days`` working days."""
        self._title.setText(
            self.tr("Passwords set, by identity check, last {days} working days").format(days=days)
        )
        self.bars.set_counts(counts)

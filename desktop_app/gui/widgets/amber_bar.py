"""The bar that says what does not work now, and the box that warns."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.painting import Paragraph, draw_box
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 44
_RADIUS: Final = 8
_ICON: Final = 20


class AmberBox(Themed, QWidget):
    """The amber ground with an icon at the leading side of ``content``.

    ``inset`` is what is left free above and below the content.
    """

    def __init__(
        self, appearance: Appearance, *, icon: str, inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._icon = icon
        self._inset = inset
        self.content = QHBoxLayout(self)
        self.content.setSpacing(12)
        self.theme_changed()

    def theme_changed(self) -> None:
        before = self.theme.scaled(_ICON) + 26
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inset = self._inset
        self.content.setContentsMargins(*((6, inset, before) if rtl else (before, inset, 6)), inset)
        self.setMinimumHeight(self.theme.scaled(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.theme_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        amber = self.theme.verdicts[Look.LOCKED]
        bounds = QRectF(self.rect())
        draw_box(painter, bounds, radius=_RADIUS, fill=amber.tint, outline=amber.plain)
        side = self.theme.scaled(_ICON)
        row = min(bounds.height(), float(self.theme.scaled(_HEIGHT)))
        place = self.mirrored(QRectF(14, 0, side, row))
        self.icons.paint(painter, place, self._icon, amber.plain)


class AmberBar(AmberBox):
    """An icon, what happened, what is not possible, a word at the end and one button.

    ``stacked`` puts the second sentence below the first, for the box that warns. The bar is
    hidden until ``set_texts``; ``button`` is taken over and may be any button.
    """

    def __init__(
        self,
        appearance: Appearance,
        *,
        stacked: bool = False,
        icon: str = "warning",
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, icon=icon, inset=12 if stacked else 6, parent=parent)
        self._words = _Words(appearance, stacked=stacked, parent=self)
        self._trailing = Label(appearance, pixels=12, colour="text2", parent=self)
        self.content.addWidget(self._words, 1)
        self.content.addWidget(self._trailing)
        if button is not None:
            self.content.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_texts(self, happened: str, not_possible: str = "", trailing: str = "") -> None:
        """Show the bar with these sentences."""
        self._words.set_texts(happened, not_possible)
        self._trailing.setText(trailing)
        self._trailing.setVisible(bool(trailing))
        self.setAccessibleName(" ".join(filter(None, (happened, not_possible))))
        self.show()


class _Words(Themed, QWidget):
    """Both sentences, the first one bold, wrapping as one text."""

    def __init__(self, appearance: Appearance, *, stacked: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._stacked = stacked
        self._texts = ("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_texts(self, first: str, second: str) -> None:
        """Show other sentences."""
        self._texts = (first, second)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(each.height for each in self._paragraphs(width)))

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.scaled(200))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paragraphs = self._paragraphs(self.width())
        # Where there is not room for everything, the beginning is read.
        y = max(0.0, (self.height() - sum(each.height for each in paragraphs)) / 2)
        for paragraph in paragraphs:
            paragraph.paint(painter, 0, y, self.theme.colours.text)
            y += paragraph.height

    def _paragraphs(self, width: int) -> list[Paragraph]:
        first, second = self._texts
        lead = (first, self.theme.verdicts[Look.LOCKED].text)
        below = [second] if self._stacked and second else []
        beside = "" if self._stacked else second
        return [
            self._paragraph(width, beside, lead),
            *(self._paragraph(width, text, None) for text in below),
        ]

    def _paragraph(self, width: int, text: str, lead: tuple[str, QColor] | None) -> Paragraph:
        return Paragraph(
            text,
            self.theme.fonts.sans(),
            width=max(1, width),
            line_height=self.theme.scaled(20 if self._stacked else 18),
            direction=self.layoutDirection(),
            lead=lead,
        )

"""The parts of the customer card: lines with an icon, and the two boxes."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.painting import Paragraph
from desktop_app.gui.widgets.surfaces import Box

_ICON_GAP: Final = 14
_LINE: Final = 18
_NARROWEST: Final = 80


class WrappedLabel(Label):
    """A plain text that breaks anywhere if it must, so that a long address is never cut."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        pixels: int = 13,
        weight: int = 400,
        colour: str | Look = "text",
        line_height: int = _LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, pixels=pixels, weight=weight, colour=colour, parent=parent)
        self._line_height = line_height
        self._measured: tuple[str, str, Qt.LayoutDirection, int] | None = None
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for the same few widths again and again, a hundred times for one answer.
        line_height = self.theme.scaled(self._line_height)
        measured = (self.text(), self.font().key(), self.layoutDirection(), line_height)
        if measured != self._measured:
            self._measured = measured
            self._heights.clear()
        if width not in self._heights:
            self._heights[width] = round(self._paragraph(width).height)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.scaled(_NARROWEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(_NARROWEST), self.theme.scaled(self._line_height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paragraph = self._paragraph(self.width())
        top = max(0.0, (self.height() - paragraph.height) / 2)
        paragraph.paint(QPainter(self), 0, top, self.ink())

    def _paragraph(self, width: int) -> Paragraph:
        return Paragraph(
            self.text().replace("\n", "\u2028"),
            self.font(),
            width=max(1, width),
            line_height=self.theme.scaled(self._line_height),
            direction=self.layoutDirection(),
        )


class CardLine(QWidget):
    """An icon and a text or another widget beside it."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        content: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        if content is None:
            content = self._label = WrappedLabel(appearance, parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_ICON_GAP)
        layout.addWidget(Icon(appearance, icon, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(content, 1)

    def set_text(self, text: str) -> None:
        """Show this text; the line is hidden while there is none."""
        if self._label is not None:
            self._label.setText(text)
            self._label.updateGeometry()
        self.setVisible(bool(text))


class TitledBox(Box):
    """A box with a quiet title; ``content`` is the layout below it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, 11, 15, 12)
        layout.setSpacing(6)
        self._title = Label(appearance, pixels=12, weight=600, colour="text2", parent=self)
        layout.addWidget(self._title)
        self.content = QVBoxLayout()
        self.content.setSpacing(1)
        layout.addLayout(self.content)

    def set_title(self, title: str) -> None:
        """Name the box."""
        self._title.setText(title)
        self.setAccessibleName(title)

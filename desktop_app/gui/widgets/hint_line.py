"""A small remark with an icon, and a rule that is kept, broken or not judged yet."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.painting import Paragraph
from desktop_app.gui.widgets.themed import Themed

_ICON: Final = 14
_GAP: Final = 7
_LINE: Final = 16
_NARROWEST: Final = 120


class HintLine(Themed, QWidget):
    """An icon and a sentence at 12 pixels, wrapping where it must."""

    def __init__(
        self, appearance: Appearance, *, icon: str = "info", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._icon = icon
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._paragraph(width).height)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.scaled(_NARROWEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(_NARROWEST), self.theme.scaled(_LINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, line = self.theme.scaled(_ICON), self.theme.scaled(_LINE)
        place = self.mirrored(QRectF(0, (line - side) / 2, side, side))
        self.icons.paint(painter, place, self._icon, self.icon_ink())
        left = self.mirrored(QRectF(side + _GAP, 0, self.width() - side - _GAP, line)).x()
        self._paragraph(self.width()).paint(painter, left, 0, self.ink())

    def ink(self) -> QColor:
        """The colour of the words."""
        return self.theme.colours.text2

    def icon_ink(self) -> QColor:
        """The colour of the icon."""
        return self.theme.colours.text2

    def _paragraph(self, width: int) -> Paragraph:
        return Paragraph(
            self._text,
            self.theme.fonts.sans(12),
            width=max(1, width - self.theme.scaled(_ICON) - _GAP),
            line_height=self.theme.scaled(_LINE),
            direction=self.layoutDirection(),
        )


class RuleHint(HintLine):
    """One rule with a tick, a cross or an empty circle; a screen reader hears which."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, icon="circle", parent=parent)
        self._kept: bool | None = None

    @property
    def kept(self) -> bool | None:
        """Whether the rule is kept; None where it is not judged yet."""
        return self._kept

    def set_rule(self, words: str, *, kept: bool | None) -> None:
        """Show the rule and whether it is kept."""
        self._kept = kept
        self._icon = {True: "tick", False: "cross", None: "circle"}[kept]
        self.set_text(words)
        spoken = {
            True: self.tr("{rule}: kept"),
            False: self.tr("{rule}: not kept"),
            None: self.tr("{rule}: not judged yet"),
        }[kept]
        self.setAccessibleName(spoken.format(rule=words))

    def ink(self) -> QColor:
        if self._kept is False:
            return self.theme.verdicts[Look.STOP].text
        return self.theme.colours.text if self._kept else self.theme.colours.text2

    def icon_ink(self) -> QColor:
        if self._kept is None:
            return self.theme.colours.line_strong
        return self.theme.verdicts[Look.MATCH if self._kept else Look.STOP].plain

"""A choice of a few words side by side, one of them taken."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import RING_WIDTH, draw_box, draw_line, text_width
from desktop_app.gui.widgets.themed import Themed

_INSET: Final = 2
_OUTER_RADIUS: Final = 6
_SEGMENT_RADIUS: Final = 5
_PADDING: Final = 13
_HEIGHT: Final = 28


class _Segment(Themed, QRadioButton):
    """A radio button in meaning and keyboard, painted as a segment."""

    def __init__(self, appearance: Appearance, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.follow(appearance)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(checked=False)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        # Qt leaves the others in the way of Shift+Tab.
        policy = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def sizeHint(self) -> QSize:
        # Measured semibold, so that taking a segment moves nothing.
        width = text_width(self.theme.fonts.sans(12, 600), self.text()) + 2 * _PADDING
        return QSize(round(width), self.theme.scaled(_HEIGHT) - 2 * _INSET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        painter = QPainter(self)
        bounds = QRectF(self.rect())
        ink = colours.text2
        if self.isChecked():
            ink = colours.text
            outline = colours.accent if self.theme.high_contrast else colours.line_btn
            fill = colours.surface
            draw_box(painter, bounds, radius=_SEGMENT_RADIUS, fill=fill, outline=outline)
        if self.hasFocus():
            accent, width = colours.accent, RING_WIDTH
            draw_box(painter, bounds, radius=_SEGMENT_RADIUS, outline=accent, width=width)
        if not self.isEnabled():
            ink = colours.disabled_text
        font = self.theme.fonts.sans(12, 600 if self.isChecked() else 400)
        draw_line(painter, bounds, self.text(), font, ink, alignment=Qt.AlignmentFlag.AlignHCenter)


class SegmentedControl(Themed, QWidget):
    """Radio buttons as segments: arrow keys move, Tab reaches the taken one.

    ``options`` are pairs of a value and its words. ``value_changed`` is emitted for the user's
    choices and for ``set_value`` alike.
    """

    value_changed = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        layout.setSpacing(0)
        for value, words in options:
            segment = _Segment(appearance, words, self)
            self._segments[value] = segment
            self._group.addButton(segment)
            layout.addWidget(segment)
        next(iter(self._segments.values())).setChecked(True)
        self._group.buttonToggled.connect(self._on_button_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """The value of the taken segment."""
        return next(value for value, segment in self._segments.items() if segment.isChecked())

    def taken(self) -> QWidget:
        """The taken segment: the one that can have the focus."""
        return self._segments[self.value()]

    def set_value(self, value: str) -> None:
        """Take another segment; raises ``KeyError`` for a value that is no option."""
        self._segments[value].setChecked(True)

    def set_words(self, words: Sequence[str]) -> None:
        """The options' words in another language, in the same order."""
        for segment, text in zip(self._segments.values(), words, strict=True):
            segment.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        draw_box(
            QPainter(self),
            bounds,
            radius=_OUTER_RADIUS,
            fill=colours.disabled_bg,
            outline=colours.line,
        )

    def _on_button_toggled(self, _button: object, checked: bool) -> None:  # noqa: FBT001
        if checked:
            self.value_changed.emit(self.value())

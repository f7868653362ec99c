"""Form controls that Qt's style sheet alone cannot draw as designed."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.focus_ring import RefusedRing
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.message_line import MessageLine
from desktop_app.gui.widgets.painting import RING_WIDTH, draw_box, draw_line, leading, text_width
from desktop_app.gui.widgets.themed import Themed

_BOX: Final = 18
_GAP: Final = 8
_OPTION_HEIGHT: Final = 34
_OPTION_PADDING: Final = 10
_LINES_FRAME: Final = 24
_FIELD_RADIUS: Final = 6
_VISIBLE_CHOICES: Final = 12


class CheckBox(Themed, QCheckBox):
    """A box with a tick; the focus ring is its outline."""

    def __init__(self, appearance: Appearance, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.follow(appearance)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.theme.scaled(_BOX) + _GAP + text_width(self.theme.fonts.sans(), self.text())
        return QSize(round(width), self.theme.scaled(24))

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        side = self.theme.scaled(_BOX)
        box = self.mirrored(QRectF(0, round((self.height() - side) / 2), side, side))
        fill, outline = colours.surface, colours.line_strong
        if self.isChecked():
            fill = outline = colours.accent_fill
        if not self.isEnabled():
            fill, outline = colours.disabled_bg, colours.line
        draw_box(painter, box, radius=4, fill=fill, outline=outline)
        if self.isChecked():
            tick = colours.on_accent if self.isEnabled() else colours.disabled_text
            self.icons.paint(painter, box.adjusted(2, 2, -2, -2), "tick", tick)
        if self.hasFocus():
            ring = box.adjusted(-3, -3, 3, 3).intersected(QRectF(self.rect()))
            draw_box(painter, ring, radius=6, outline=colours.accent, width=RING_WIDTH)
        ink = colours.text if self.isEnabled() else colours.text3
        words = self.mirrored(QRectF(side + _GAP, 0, self.width() - side - _GAP, self.height()))
        font = self.theme.fonts.sans()
        draw_line(painter, words, self.text(), font, ink, alignment=leading(self.layoutDirection()))


class OptionRow(Themed, QRadioButton):
    """A radio button as a framed row, with an icon and a detail at its end.

    ``dot`` off and ``mono`` on make it a suggestion: the words alone in a frame.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        *,
        icon: str | None = None,
        detail: str = "",
        dot: bool = True,
        mono: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.follow(appearance)
        self._icon_name = icon
        self._detail = detail
        self._dot = dot
        self._mono = mono
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_detail(self, detail: str) -> None:
        """Another detail."""
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        fonts = self.theme.fonts
        words = (fonts.mono if self._mono else fonts.sans)(13, 600)
        width = self._before_words() + text_width(words, self.text()) + self._padding()
        if self._detail:
            width += 2 * _GAP + text_width(fonts.sans(), self._detail)
        return QSize(round(width), self.theme.scaled(_OPTION_HEIGHT if self._dot else 32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._before_words() + self.theme.scaled(60), self.sizeHint().height())

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        fill, outline, width = colours.surface, colours.line, 1.0
        if not self._dot:
            outline = colours.line_btn
        if self.isChecked():
            fill, outline, width = colours.sel, colours.accent, RING_WIDTH
        elif self.hasFocus():
            outline, width = colours.accent, RING_WIDTH
        elif self.underMouse() and self.isEnabled():
            fill = colours.hover
        if not self.isEnabled():
            fill, outline = colours.disabled_bg, colours.line
        draw_box(painter, bounds, radius=6, fill=fill, outline=outline, width=width)
        if self._dot:
            self._paint_dot(painter)
        self._paint_words(painter, bounds)

    def _paint_dot(self, painter: QPainter) -> None:
        colours = self.theme.colours
        side = self.theme.scaled(14)
        top = (self.height() - side) / 2
        dot = self.mirrored(QRectF(_OPTION_PADDING + 1, top, side, side))
        outline = colours.accent_fill if self.isChecked() else colours.line_strong
        fill = colours.accent_fill if self.isChecked() else colours.surface
        draw_box(painter, dot, radius=side / 2, fill=fill, outline=outline)
        if self.isChecked():
            inner = side * 0.32
            hole = dot.adjusted(inner, inner, -inner, -inner)
            draw_box(painter, hole, radius=hole.width() / 2, fill=colours.on_accent)

    def _paint_words(self, painter: QPainter, bounds: QRectF) -> None:
        colours, fonts = self.theme.colours, self.theme.fonts
        before = self._before_words()
        if self._icon_name:
            side = self.theme.scaled(16)
            place = self.mirrored(QRectF(before - side - _GAP, 0, side, bounds.height()))
            self.icons.paint(painter, place, self._icon_name, colours.text2)
        detail_width = text_width(fonts.sans(), self._detail) if self._detail else 0.0
        end = bounds.width() - self._padding()
        room = end - before - (detail_width + _GAP if detail_width else 0)
        font = (fonts.mono if self._mono else fonts.sans)(13, 600 if self.isChecked() else 400)
        ink: QColor = colours.text if self.isEnabled() else colours.disabled_text
        words = self.mirrored(QRectF(before, 0, max(0.0, room), bounds.height()))
        draw_line(painter, words, self.text(), font, ink, alignment=leading(self.layoutDirection()))
        if detail_width:
            place = self.mirrored(QRectF(end - detail_width, 0, detail_width, bounds.height()))
            draw_line(painter, place, self._detail, fonts.sans(), colours.text2)

    def _padding(self) -> int:
        return _OPTION_PADDING if self._dot else 12

    def _before_words(self) -> int:
        before = self._padding()
        if self._dot:
            before += self.theme.scaled(14) + _GAP + 2
        if self._icon_name:
            before += self.theme.scaled(16) + _GAP
        return before


class ChoiceField(Themed, QComboBox):
    """A combo box with the set's own chevron."""

    def __init__(self, appearance: Appearance, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(_VISIBLE_CHOICES)
        # The combo box's own delegate knows no padding from a style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.currentTextChanged.connect(self._on_text_changed)

    def _on_text_changed(self, text: str) -> None:
        if self.hasFocus():
            announce(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self.theme.scaled(16)
        place = self.mirrored(QRectF(self.width() - side - 10, 0, side, self.height()))
        colours = self.theme.colours
        ink = colours.text2 if self.isEnabled() else colours.disabled_text
        self.icons.paint(painter, place, "chevron-down", ink)


class FormField(QWidget):
    """A label above an editor and the reason for a refusal below it.

    ``wraps`` lets a long label take two lines where its column is narrow.
    """

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        editor: QWidget,
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._editor = editor
        self._ring: RefusedRing | None = None
        self._message = MessageLine(appearance, parent=self)
        words = Label(
            appearance, label, pixels=12, weight=500, colour="text2", wrap=wraps, parent=self
        )
        words.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(words)
        layout.addWidget(editor)
        layout.addWidget(self._message)
        editor.installEventFilter(self)

    @property
    def editor(self) -> QWidget:
        """The widget that is labelled."""
        return self._editor

    @property
    def message(self) -> str:
        """Why the content is refused, or nothing."""
        return self._message.sentence

    def set_message(self, sentence: str | None) -> None:
        """Refuse the content for this reason, or take the refusal back."""
        self._message.set_sentence(sentence)
        self._editor.setProperty("refused", sentence is not None)
        self._editor.setAccessibleDescription(sentence or "")
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)
        self._place_ring()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._place_ring()
        return super().eventFilter(watched, event)

    def _place_ring(self) -> None:
        wanted = bool(self.message) and self._editor.hasFocus()
        if wanted and self._ring is None:
            self._ring = RefusedRing(self._appearance, self._editor, radius=_FIELD_RADIUS)
        elif not wanted and self._ring is not None:
            self._ring.take_away()
            self._ring = None


class TextField(QLineEdit):
    """A plain one-line field of a form; what it proposes is selected until somebody types."""

    def __init__(
        self, *, placeholder: str = "", longest: int = 200, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._proposal = ""
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)

    def propose(self, text: str) -> None:
        """Fill the field with what somebody probably means; typing replaces it."""
        self.setText(text)
        self._proposal = text

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Tab selects everything by itself; Enter in the field before does not.
        if event.reason() is Qt.FocusReason.OtherFocusReason and self.text() == self._proposal:
            self.selectAll()


class LinesField(Themed, QPlainTextEdit):
    """A plain field of several lines; Tab leaves it, as it leaves every other field."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        lines: int = 3,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = self._lines * self.fontMetrics().lineSpacing() + _LINES_FRAME
        return QSize(self.theme.scaled(280), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(160), self.sizeHint().height())

"""The search: an icon, the words, and a way to clear them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.painting import RING_WIDTH, draw_box
from desktop_app.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from desktop_app.gui.widgets.clear_button import ClearButton

_HEIGHT: Final = 48
_COMPACT_HEIGHT: Final = 32
_NARROW: Final = 620


class SearchField(Themed, QWidget):
    """A line edit in a frame; ``edit`` is the line edit itself.

    ``edited`` carries the text after each change, also after ``clear``. Esc is the window's to
    bind to ``clear``. ``compact`` is the small form above lists.
    """

    edited = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        *,
        placeholder: str,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._compact = compact
        self.edit = QLineEdit(self)
        self.edit.setProperty("bare", True)
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self._clear: ClearButton | None = None
        self._was_entered = False
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.returnPressed.connect(self._on_edit_return_pressed)
        self.edit.textChanged.connect(self._on_edit_text_changed)
        self.edit.installEventFilter(self)
        self.theme_changed()

    def text(self) -> str:
        """What is searched for."""
        return self.edit.text()

    @property
    def was_entered(self) -> bool:
        """Whether Enter came after what was typed last; nobody else has taken it then."""
        return self._was_entered

    def clear(self) -> None:
        """Empty the field and keep the caret in it."""
        self.edit.setText("")  # unlike clear() it leaves nothing that Ctrl+Z brings back
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def theme_changed(self) -> None:
        self.edit.setFont(self.theme.fonts.sans(13 if self._compact else 18))
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Text, self.theme.colours.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.colours.text3)
        self.edit.setPalette(palette)
        self._place_margins()

    def sizeHint(self) -> QSize:
        height = _COMPACT_HEIGHT if self._compact else _HEIGHT
        return QSize(self.theme.scaled(230), self.theme.scaled(height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_margins()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_clear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        focused = self.edit.hasFocus()
        draw_box(
            painter,
            QRectF(self.rect()),
            radius=6 if self._compact else 8,
            fill=colours.surface,
            outline=colours.accent if focused else colours.line_strong,
            width=RING_WIDTH if focused else 1.0,
        )
        side = self.theme.scaled(16 if self._compact else 20)
        place = self.mirrored(QRectF(self._icon_left(), 0, side, self.height()))
        self.icons.paint(painter, place, "search", colours.text2)

    def _icon_left(self) -> int:
        return 10 if self._compact else 16

    def _place_margins(self) -> None:
        side = self.theme.scaled(16 if self._compact else 20)
        before = self._icon_left() + side + (8 if self._compact else 12)
        after = 8 if self._compact else 12
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._layout.setContentsMargins(after if rtl else before, 2, before if rtl else after, 2)

    def _on_edit_return_pressed(self) -> None:
        self._was_entered = bool(self.edit.text().strip())

    def _on_edit_text_changed(self, text: str) -> None:
        self._was_entered = False
        if text and self._clear is None and not self._compact:
            self._clear = self._new_clear()
            self._fit_clear()
        if self._clear is not None:
            self._clear.setVisible(bool(text))
        self.edited.emit(text)

    def _new_clear(self) -> "ClearButton":
        # Imported late: the window is there sooner without it.
        from desktop_app.gui.widgets.clear_button import ClearButton

        button = ClearButton(self._appearance, self)
        button.clicked.connect(self.clear)
        self._layout.addWidget(button)
        return button

    def _fit_clear(self) -> None:
        if self._clear is not None:
            self._clear.set_wordless(wordless=self.width() < self.theme.scaled(_NARROW))

"""Where an agent types what the caller says."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.secret import Secret
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.message_line import MessageLine
from desktop_app.gui.widgets.painting import RING_WIDTH, draw_box, draw_line, leading
from desktop_app.gui.widgets.reveal_button import RevealButton
from desktop_app.gui.widgets.secret_edit import LONGEST_ENTRY, SecretEdit
from desktop_app.gui.widgets.themed import Themed

_HEIGHT: Final = 52
_COMPACT_HEIGHT: Final = 40
_RADIUS: Final = 8
_COMPACT_RADIUS: Final = 6
_PADDING: Final = 14
_COMPACT_PADDING: Final = 10
_CARET_ROOM: Final = 12


class PasswordEntry(Themed, QWidget):
    """A masked field, the button that shows what is in it, and a line for what is refused.

    The text leaves only through ``take`` and ``peek``, as a ``Secret``; signals carry none.
    ``name`` is what a screen reader calls the field. ``compact`` is the lower form for windows
    that set a password, ``longest`` how many characters fit. The keys F2 and Enter: F2 is the
    window's to bind to ``toggle_revealed``, Enter is emitted as ``submitted``. ``left`` comes
    when the focus goes to another field.
    """

    content_changed = Signal()
    caret_moved = Signal(int)
    revealed_changed = Signal(bool)
    message_changed = Signal()
    left = Signal()
    submitted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        *,
        name: str,
        compact: bool = False,
        longest: int = LONGEST_ENTRY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._compact = compact
        self._field = _Field(appearance, compact=compact, longest=longest, parent=self)
        self._edit = self._field.edit
        self.reveal = self._field.reveal
        self._edit.setAccessibleName(name)
        self._message = MessageLine(appearance, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._field)
        layout.addWidget(self._message)
        self.setFocusProxy(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit.textChanged.connect(self._on_edit_text_changed)
        self._edit.submitted.connect(self.submitted)
        self._edit.editingFinished.connect(self.left)
        self._edit.overflowed.connect(self._on_edit_overflowed)
        self._edit.cursorPositionChanged.connect(self._on_edit_cursor_moved)
        self._edit.mask_changed.connect(self._on_edit_mask_changed)
        self.reveal.clicked.connect(self.toggle_revealed)

    @property
    def field(self) -> QWidget:
        """What has the focus while somebody types."""
        return self._edit

    @property
    def is_revealed(self) -> bool:
        """Whether the letters are shown."""
        return not self._edit.is_masked

    @property
    def message(self) -> str:
        """Why the content is refused, or nothing."""
        return self._message.sentence

    @property
    def length(self) -> int:
        """How many characters stand in the field."""
        return len(self._edit.text())

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self._edit.text()

    def take(self) -> Secret[str]:
        """What was typed; the field is wiped and masked by this call."""
        secret = self.peek()
        self.wipe()
        return secret

    def peek(self) -> Secret[str]:
        """What stands in the field, which stays as it is."""
        return Secret(self._edit.text())

    def revealed_text(self) -> Secret[str] | None:
        """What stands in the field while it is shown; ``None`` while it is masked."""
        return self.peek() if self.is_revealed else None

    def put(self, text: Secret[str]) -> None:
        """Fill the field, with a suggestion for example."""
        self._edit.setText(text.reveal())

    def wipe(self) -> None:
        """Forget the text and its history, and mask the field."""
        self._edit.wipe()
        self._edit.set_masked(masked=True)
        self.set_message(None)

    def set_revealed(self, *, revealed: bool) -> None:
        """Show or mask what is in the field."""
        self._edit.set_masked(masked=not revealed)

    def toggle_revealed(self) -> None:
        """What F2 does."""
        if self._edit.isEnabled():
            self.set_revealed(revealed=self._edit.is_masked)

    def set_placeholder(self, text: str) -> None:
        """The words in the empty field."""
        self._field.placeholder = text
        self._edit.setAccessibleDescription(text)
        self._field.update()

    def set_note(self, note: str | None) -> None:
        """Switch the field off, wiped, with this note in it; ``None`` switches it on again."""
        if note is not None:
            self.wipe()
        self._field.note = note
        self._edit.setReadOnly(note is not None)  # otherwise the caret stays painted
        self._edit.setEnabled(note is None)
        self._edit.setAccessibleDescription(note or self._field.placeholder)
        self.reveal.setVisible(note is None)
        self._field.update()

    def set_message(self, sentence: str | None) -> None:
        """Say below the field why its content is refused; ``None`` takes the sentence away."""
        self._field.refused = sentence is not None
        self._message.set_sentence(sentence)
        self._field.update()
        self.message_changed.emit()

    def set_confirmed(self, *, confirmed: bool) -> None:
        """Show a tick in the field: both entries are the same."""
        self._field.set_confirmed(confirmed=confirmed)

    def _on_edit_text_changed(self) -> None:
        if self._field.refused and len(self._edit.text()) < self._edit.maxLength():
            self.set_message(None)
        self._field.update()
        self.content_changed.emit()

    def _on_edit_overflowed(self) -> None:
        self.set_message(
            self.tr("No more than {count} characters fit; the rest was left out.").format(
                count=self._edit.maxLength()
            )
        )

    def _on_edit_cursor_moved(self, _old: int, new: int) -> None:
        if self.is_revealed:
            self.caret_moved.emit(new)

    def _on_edit_mask_changed(self) -> None:
        self.reveal.set_revealed(revealed=self.is_revealed)
        self.revealed_changed.emit(self.is_revealed)


def reveal_last(*entries: PasswordEntry, last: QWidget | None = None) -> None:
    """Have Tab go through the fields first and then through the buttons that reveal them.

    Who types on without looking would otherwise press a button with the first space, and show the
    passphrase. ``last`` is the last stop of the form where other fields follow the entries.
    """
    before = last or entries[-1].field
    for entry in entries:
        QWidget.setTabOrder(before, entry.reveal)
        before = entry.reveal


class _Field(Themed, QWidget):
    """The frame with the line edit and the button inside."""

    def __init__(
        self, appearance: Appearance, *, compact: bool, longest: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._compact = compact
        self.placeholder = ""
        self.note: str | None = None
        self.refused = False
        self.confirmed = False
        self._composing = False
        self.edit = SecretEdit(self, longest=longest)
        self.reveal = RevealButton(appearance, icon_only=compact, parent=self)
        layout = QHBoxLayout(self)
        padding = _COMPACT_PADDING if compact else _PADDING
        layout.setContentsMargins(padding, 2, 8 if compact else padding, 2)
        layout.setSpacing(8)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.reveal)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.composing.connect(self._on_edit_composing)
        self.edit.installEventFilter(self)
        self.theme_changed()

    def theme_changed(self) -> None:
        self.edit.setFont(self._font())
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Text, self.theme.colours.text)
        self.edit.setPalette(palette)

    def set_confirmed(self, *, confirmed: bool) -> None:
        """Show a tick, and keep the text clear of it."""
        self.confirmed = confirmed
        room = self.theme.scaled(16) + 4 if confirmed else 0
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.edit.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)
        self.update()

    def sizeHint(self) -> QSize:
        height = self.theme.scaled(_COMPACT_HEIGHT if self._compact else _HEIGHT)
        return QSize(self.theme.scaled(280), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.scaled(160), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange}:
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.theme.colours
        bounds = QRectF(self.rect())
        radius = _COMPACT_RADIUS if self._compact else _RADIUS
        fill, outline, width = colours.surface, colours.line_strong, 1.0
        if not self.edit.isEnabled():
            fill, outline = colours.disabled_bg, colours.line
        elif self.edit.hasFocus():
            outline, width = colours.accent, RING_WIDTH
        if self.refused and self.edit.isEnabled():
            self._paint_refused(painter, bounds, radius)
        else:
            draw_box(painter, bounds, radius=radius, fill=fill, outline=outline, width=width)
        self._paint_words(painter)
        if self.confirmed:
            side = self.theme.scaled(16)
            end = self.width() - 8 - (self.reveal.width() if self.reveal.isVisible() else 0)
            place = self.mirrored(QRectF(end - side - 4, 0, side, self.height()))
            self.icons.paint(painter, place, "tick", self.theme.verdicts[Look.MATCH].plain)

    def _paint_refused(self, painter: QPainter, bounds: QRectF, radius: int) -> None:
        """The error outline, with the focus ring outside it."""
        colours, stop = self.theme.colours, self.theme.verdicts[Look.STOP].plain
        inner = bounds
        if self.edit.hasFocus():
            draw_box(painter, bounds, radius=radius, outline=colours.accent, width=RING_WIDTH)
            inner = bounds.adjusted(RING_WIDTH, RING_WIDTH, -RING_WIDTH, -RING_WIDTH)
        draw_box(
            painter, inner, radius=radius - 2, fill=colours.surface, outline=stop, width=RING_WIDTH
        )

    def _paint_words(self, painter: QPainter) -> None:
        text = self.note if self.note is not None else self.placeholder
        if not text or self._composing or self.edit.text():
            return
        room = 0 if self.note is not None else _CARET_ROOM
        area = QRectF(self.edit.geometry())
        if self.note is not None:
            area.setRight(self.width() - _PADDING)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        area = area.adjusted(0, 0, -room, 0) if rtl else area.adjusted(room, 0, 0, 0)
        pixels = 13 if self.note is not None or self._compact else 15
        draw_line(
            painter,
            area,
            text,
            self.theme.fonts.sans(pixels),
            self.theme.colours.text3,
            alignment=leading(self.layoutDirection()),
        )

    def _on_edit_composing(self, composing: bool) -> None:  # noqa: FBT001
        self._composing = composing
        self.update()

    def _font(self) -> QFont:
        if self._compact:
            return self.theme.fonts.mono(18, spacing=2)
        return self.theme.fonts.mono(22, spacing=4)

"""What a key press means in a list that has a search above it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

MOVES: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_move(event: QKeyEvent) -> bool:
    """Whether the key moves the selection; with Shift or Ctrl it edits the text instead."""
    plain = Qt.KeyboardModifier.NoModifier
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in MOVES and held == plain


def typed_text(event: QKeyEvent) -> str:
    """The characters that the key types, empty for a command."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & (control | alt | Qt.KeyboardModifier.MetaModifier)
    # AltGr arrives as Ctrl and Alt on Windows, and types a character there.
    if held and held != control | alt:
        return ""
    text = event.text()
    return text if text.isprintable() else ""

"""Where windows stand and how large they are, remembered for each arrangement of screens."""

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.gui.preferences import Preferences

_TITLE_BAR: Final = 32
"""What the system's title bar is taken to need as long as the window was never shown."""


def arrangement_key(name: str) -> str:
    """The name under which something is kept for the screens there are now.

    A notebook has one set of windows at its dock and another without it.
    """
    screens = sorted(
        f"{screen.geometry().width()}x{screen.geometry().height()}"
        for screen in QGuiApplication.screens()
    )
    return f"{name} {'+'.join(screens)}"


def restore_geometry(window: QWidget, name: str, preferences: Preferences) -> bool:
    """Put a window where it stood on these screens; whether that was known."""
    saved = preferences.values.geometries.get(arrangement_key(name))
    if saved is None:
        return False
    return window.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "replace")))


def available_area(window: QWidget) -> QRect:
    """What the screen of a window has left beside panels and task bars."""
    return window.screen().availableGeometry()


def fit_to_screen(window: QWidget) -> None:
    """Make a window, and its smallest size, no larger than its screen leaves room for.

    At 200 % a usual screen is only 960 by 540: a foot below its edge cannot be reached.
    """
    area = available_area(window)
    frame = window.frameGeometry().size() - window.size()
    room = area.size() - QSize(frame.width(), max(frame.height(), _TITLE_BAR))
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    if not window.isMaximized() and not window.isFullScreen():
        window.resize(window.size().boundedTo(room))


def keep_on_screen(window: QWidget) -> None:
    """Move a window that has grown over an edge of its screen; its beginning stays in sight."""
    area, frame = available_area(window), window.frameGeometry()
    x = max(area.left(), min(frame.left(), area.right() + 1 - frame.width()))
    y = max(area.top(), min(frame.top(), area.bottom() + 1 - frame.height()))
    if (x, y) != (frame.left(), frame.top()):
        window.move(x, y)


def remember_geometry(window: QWidget, name: str, preferences: Preferences) -> None:
    """Keep where a window stands on these screens."""
    state = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    preferences.remember_geometry(arrangement_key(name), state)

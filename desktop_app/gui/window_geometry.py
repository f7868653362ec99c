"""Where windows stand and how large they are, remembered for each arrangement of screens."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.gui.preferences import Preferences


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


def remember_geometry(window: QWidget, name: str, preferences: Preferences) -> None:
    """Keep where a window stands on these screens."""
    state = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    preferences.remember_geometry(arrangement_key(name), state)

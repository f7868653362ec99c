"""Keeps windows that show an entry out of recordings and remote sessions, where that is possible.

Windows can do it. Linux has nothing of the kind, and Watchword says so.
"""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.gui.preferences import Preferences


class ExcludeFromCapture(Protocol):
    """The system's call; ``window`` is a native id. False where the system refuses."""

    def __call__(self, window: int, *, excluded: bool) -> bool:
        """Keep the window out of recordings, or let it be recorded again."""


class ScreenPrivacy(QObject):
    """Excludes the windows of protected widgets for as long as these widgets are shown.

    The person's choice to allow screen capture holds at once, also for windows already open.
    """

    def __init__(
        self, exclude: ExcludeFromCapture, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._exclude = exclude
        self._preferences = preferences
        self._shown: list[QWidget] = []
        preferences.changed.connect(self._on_preferences_changed)

    def protect(self, widget: QWidget) -> None:
        """Exclude the window of ``widget`` whenever the widget is shown; may come twice."""
        widget.installEventFilter(self)
        if widget.isVisible():
            self._begin(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            kind = event.type()
            if kind is QEvent.Type.Hide:
                self._end(watched)
            elif kind in {QEvent.Type.Show, QEvent.Type.WinIdChange} and watched.isVisible():
                self._begin(watched)
        return False

    def _begin(self, widget: QWidget) -> None:
        if widget not in self._shown:
            self._shown.append(widget)
        self._apply(widget.window())

    def _end(self, widget: QWidget) -> None:
        if widget in self._shown:
            self._shown.remove(widget)
            window = widget.window()
            if window is not widget:  # a window that is gone itself is not asked for its id
                self._apply(window)

    def _apply(self, window: QWidget) -> None:
        protected = any(widget.window() is window for widget in self._shown)
        allowed = self._preferences.values.allow_screen_capture
        self._exclude(int(window.winId()), excluded=protected and not allowed)

    def _on_preferences_changed(self) -> None:
        self._shown = [widget for widget in self._shown if isValid(widget)]
        for window in {widget.window() for widget in self._shown}:
            self._apply(window)

"""The order in which Tab goes through a window."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(*parts: QWidget) -> None:
    """Let Tab go from part to part, and through each in the order in which it was made."""
    stops = [stop for part in parts for stop in (part, *part.findChildren(QWidget))]
    for before, after in pairwise(filter(_is_stop, stops)):
        QWidget.setTabOrder(before, after)


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab can reach it itself; the list that a choice opens is a window of its own."""
    in_popup = widget.window().windowType() is Qt.WindowType.Popup
    is_reached = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    return is_reached and widget.focusProxy() is None and not in_popup

"""From one area of a window to the next, by F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_focus(areas: Sequence[QWidget], step: int) -> None:
    """Go to the next area (1) or the one before (-1) in which something can have the focus."""
    here = QApplication.focusWidget()
    place = 0
    for number, area in enumerate(areas):
        if here is not None and (here is area or area.isAncestorOf(here)):
            place = number
    for _ in areas:
        place = (place + step) % len(areas)
        target = next(
            filter(_takes_focus, (areas[place], *areas[place].findChildren(QWidget))), None
        )
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _takes_focus(widget: QWidget) -> bool:
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return is_stop and widget.isVisible() and widget.isEnabled()

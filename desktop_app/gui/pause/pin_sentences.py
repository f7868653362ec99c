"""What is said about the tries of a PIN."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.gui.pause.pin_gate import PinStanding
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate


def refused(standing: PinStanding, now: datetime) -> str:
    """A wrong PIN was typed, and how it goes on."""
    if standing.opens_at is not None:
        return waiting(standing.opens_at, now)
    return translate("Pin", "This is not the PIN. {left}").format(left=tries_left(standing))


def tries_left(standing: PinStanding) -> str:
    """How many tries there are before a wait."""
    if standing.tries_left == 1:
        return translate("Pin", "One more try, then a wait.")
    return tr("%n tries left before a wait.", None, standing.tries_left)


def waiting(opens_at: datetime, now: datetime) -> str:
    """How long a wait still takes."""
    minutes, seconds = divmod(max(0, -int((now - opens_at).total_seconds() // 1)), 60)
    return translate("Pin", "Too many wrong PINs. The next try is possible in {time}.").format(
        time=f"{minutes}:{seconds:02}"
    )

"""Which of the four looks an answer has, and the icon that goes with it."""

from typing import Final

from desktop_app.core.entities import Answer
from desktop_app.gui.look.theme import Look

_LOOKS: Final = {
    Answer.MATCHES: Look.MATCH,
    Answer.DOES_NOT_MATCH: Look.STOP,
    Answer.LOCKED: Look.LOCKED,
    Answer.BLOCKED: Look.LOCKED,
    Answer.PAUSED: Look.LOCKED,
    Answer.EXPIRED: Look.NONE,
    Answer.NONE: Look.NONE,
}
_ICONS: Final = {
    Look.MATCH: "tick-circle",
    Look.STOP: "cross-octagon",
    Look.LOCKED: "padlock",
    Look.NONE: "dashed-circle-bar",
}


def look_of(answer: Answer) -> Look:
    """How an answer looks."""
    return _LOOKS[answer]


def icon_of(look: Look) -> str:
    """The name of a look's icon."""
    return _ICONS[look]

"""The parts of a bar: what each counts, what it is called, and how it is painted.

They differ in pattern as well as in colour: solid, hatched, dark, outlined.
"""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from desktop_app.core.team_figures import TeamDay
from desktop_app.gui.look.theme import Look, Theme
from desktop_app.gui.widgets.painting import draw_box, hatch

translate = QCoreApplication.translate

_STRIPE: Final = 3.0


class Part(Enum):
    """One part of a bar; from the bottom to the top, as in the legend."""

    MATCHES = auto()
    FAILED = auto()
    LOCKED = auto()
    WITHOUT = auto()


def amount_of(day: TeamDay, part: Part) -> int:
    """How many checks of the day the part stands for."""
    match part:
        case Part.MATCHES:
            return day.matches
        case Part.FAILED:
            return day.failed
        case Part.LOCKED:
            return day.locked
        case Part.WITHOUT:
            return day.without


def part_name(part: Part) -> str:
    """What the legend calls it."""
    match part:
        case Part.MATCHES:
            return translate("Team", "Matches")
        case Part.FAILED:
            return translate("Team", "Does not match")
        case Part.LOCKED:
            return translate("Team", "Locked")
        case Part.WITHOUT:
            return translate("Team", "No password set")


def paint_part(painter: QPainter, rect: QRectF, part: Part, theme: Theme) -> None:
    """Fill a rectangle in the part's colour and pattern."""
    match part:
        case Part.MATCHES:
            painter.fillRect(rect, theme.verdicts[Look.MATCH].plain)
        case Part.FAILED:
            _paint_hatched(painter, rect, theme)
        case Part.LOCKED:
            painter.fillRect(rect, theme.verdicts[Look.LOCKED].plain)
        case Part.WITHOUT:
            colours = theme.colours
            draw_box(painter, rect, radius=0, fill=colours.surface, outline=colours.line_strong)


def _paint_hatched(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    ink = theme.verdicts[Look.STOP].plain
    painter.save()
    painter.fillRect(rect, theme.colours.surface)
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hatch(painter, rect, ink, _STRIPE)
    painter.restore()
    draw_box(painter, rect, radius=0, outline=ink)

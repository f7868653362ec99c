"""Which parts of the main window there is room for."""

from enum import Enum, auto
from typing import NamedTuple

_PHONE_FROM = 1040
_CARD_FROM = 860
_NEW_BUTTON_FROM = 700
_ROOMY_FROM = 620


class NewButton(Enum):
    """How much of "New customer" stands beside the search; the menu always has it."""

    WORDS = auto()
    ICON = auto()
    NONE = auto()


class WindowLayout(NamedTuple):
    """What is shown at one size.

    ``wide`` has the phone column and the full card; ``card`` has the card beside the list instead
    of a bar at the foot; ``small`` saves height.
    """

    wide: bool
    card: bool
    new_button: NewButton
    small: bool

    @property
    def margin(self) -> int:
        """Left and right of the search."""
        return 16 if self.card else 12

    @property
    def search_padding(self) -> int:
        """Above and below the search."""
        return 14 if self.card and not self.small else 12

    @property
    def hints(self) -> bool:
        """Whether the line of key hints is there."""
        return self.card and not self.small


def layout_for(width: int, height: int, text_factor: float) -> WindowLayout:
    """The layout of a window of this size in logical pixels; large text needs more of them."""
    room, rise = width / text_factor, height / text_factor
    new_button = NewButton.NONE
    if room >= _NEW_BUTTON_FROM:
        new_button = NewButton.WORDS if room >= _PHONE_FROM else NewButton.ICON
    return WindowLayout(
        wide=room >= _PHONE_FROM,
        card=room >= _CARD_FROM,
        new_button=new_button,
        small=rise < _ROOMY_FROM,
    )

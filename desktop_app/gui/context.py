"""What every window is given."""

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks

if TYPE_CHECKING:
    # What a profile needs is imported when one is opened: the window is there before it.
    from desktop_app.core.policy import Policy
    from desktop_app.gui.session import Session


class Desk(NamedTuple):
    """The program's own side: it is there before a profile is open."""

    appearance: Appearance
    tasks: Tasks
    preferences: Preferences


class Context(NamedTuple):
    """A desk at which a profile is open; ``policy`` is as it was when it was last read."""

    desk: Desk
    session: "Session"
    policy: "Policy"

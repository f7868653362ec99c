"""The failures around the people of a team and their invitations; see ``errors``."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from desktop_app.core.errors import WatchwordError


@dataclass(eq=False)
class PersonNotFoundError(WatchwordError):
    """Nobody in the team has this login."""

    code: ClassVar[str] = "person-not-found"
    login: str


@dataclass(eq=False)
class LoginTakenError(WatchwordError):
    """The server has a login of this name, or somebody once had it: it is never given again."""

    code: ClassVar[str] = "login-taken"
    login: str


@dataclass(eq=False)
class NotSharedError(WatchwordError):
    """The profile's database is of this workstation, so no team has logins on it."""

    code: ClassVar[str] = "not-shared"
    profile: str


class TeamExistsError(WatchwordError):
    """The database belongs to a team already, which has a key of its own."""

    code: ClassVar[str] = "team-exists"


class DatabaseInUseError(WatchwordError):
    """The shared database has customers or checks of its own: nothing is taken over into it."""

    code: ClassVar[str] = "database-in-use"


class LastAdminError(WatchwordError):
    """Without this person nobody could look after the team."""

    code: ClassVar[str] = "last-admin"


class OwnLoginError(WatchwordError):
    """Nobody takes their own login out of use: the invitation would have no sender."""

    code: ClassVar[str] = "own-login"


class InvitationWordsError(WatchwordError):
    """The words do not open the invitation, or somebody has changed the file."""

    code: ClassVar[str] = "invitation-words"


@dataclass(eq=False)
class InvitationOverError(WatchwordError):
    """The invitation was not accepted in time."""

    code: ClassVar[str] = "invitation-over"
    expires: datetime


class InvitationUsedError(WatchwordError):
    """The invitation was accepted already, or taken back."""

    code: ClassVar[str] = "invitation-used"

"""What core needs from the outside for a team: its people, their logins and its keys.

What ``core.ports`` says of its calls holds here as well.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from desktop_app.core.attention import Attention, RecentAnswers
from desktop_app.core.entities import Change, Person, Role
from desktop_app.core.people import TeamMember
from desktop_app.core.secret import Secret
from desktop_app.core.team_figures import DayCount, TeamTotals
from desktop_app.core.team_keys import KeyHolder, KnownKeys


class TeamKeyStore(Protocol):
    """What the database knows of the team's keys: their ids, and who has them."""

    def known(self) -> KnownKeys:
        """Every key that the team has or had."""
        ...

    def report(self, key_ids: Collection[bytes]) -> None:
        """Say which keys this workstation has, for this person and nobody else.

        It confirms an announced key that is among them. Where every workstation in use has
        confirmed it, it is the current one from then on.
        """
        ...

    def holders(self) -> list[KeyHolder]:
        """Who has which key; an admin's right."""
        ...

    def announce(self, key_id: bytes, instead_of: bytes | None = None) -> Change:
        """Begin a rotation, in place of the one known to be under way; an admin's action.

        The first key of a database is the current one at once.

        Raises:
            KeyRotatedError: another rotation is under way, or the team had this key already.
        """
        ...

    def start(self) -> Change:
        """Make the announced key the current one, whoever has not confirmed it.

        Raises:
            KeyMissingError: this person has confirmed it nowhere.
            NoRotationError: no rotation is under way (any more).
        """
        ...


class PeopleStore(Protocol):
    """The people of a shared database, for an admin."""

    def all(self) -> list[TeamMember]:
        """Everybody who was not removed, ordered by login."""
        ...

    def change_role(self, login: str, role: Role) -> Change:
        """Give a person another role, which their open sessions have at once.

        Raises:
            LastAdminError: nobody else could look after the team.
            PersonNotFoundError: there is nobody with this login.
        """
        ...

    def remove(self, login: str) -> Change:
        """End a person's login and sessions for good; the journal keeps the name.

        Raises:
            LastAdminError: nobody else could look after the team.
            PersonNotFoundError: there is nobody with this login.
        """
        ...


class LoginStore(Protocol):
    """The logins of a shared database, for an admin or the database's owner."""

    def add(self, person: Person, password: Secret[str]) -> Change:
        """Make a login that can be used at once.

        Raises:
            FieldRefusedError: the login or name cannot be one.
            LoginTakenError: the server has, or once had, a login of this name.
        """
        ...

    def invite(self, person: Person, password: Secret[str]) -> Change:
        """Make a login whose password serves for accepting the invitation only, for 7 days.

        Raises:
            FieldRefusedError: the login or name cannot be one.
            LoginTakenError: the server has, or once had, a login of this name.
        """
        ...

    def reset(self, login: str, password: Secret[str]) -> Change:
        """Invite a person anew: the old password is dead, every session of theirs is ended.

        Raises:
            OwnLoginError: an admin means themselves.
            PersonNotFoundError: there is nobody with this login.
        """
        ...


class TeamFigureStore(Protocol):
    """What the team page shows, for a lead; every call is quick however much there is."""

    def totals(self) -> TeamTotals:
        """How customers and passwords stand now.

        Raises:
            NotAllowedError: the person is no lead.
        """
        ...

    def counts(self, day_starts: Sequence[datetime]) -> list[DayCount]:
        """The counts of each day, given its first moment, and last the end of the last one.

        The moments are whole quarters of an hour of UTC, in order.

        Raises:
            NotAllowedError: the person is no lead.
        """
        ...

    def attention(self, *, set_before: datetime, at_most: int) -> list[Attention]:
        """Locked, blocked and much tried passwords, pauses, cautions, and old passwords.

        At most so many of each kind, in any order: the newest, and of the passwords that were set
        before ``set_before`` the oldest.

        Raises:
            NotAllowedError: the person is no lead.
        """
        ...

    def recent_trouble(
        self, *, failed_since: datetime, missing_since: datetime, at_least: int, at_most: int
    ) -> list[RecentAnswers]:
        """Customers with so many wrong tries, or so many checks without a password.

        With all their answers since then, for at most so many of each kind. Tries against a
        password that was replaced do not count, nor checks before there was one.

        Raises:
            NotAllowedError: the person is no lead.
        """
        ...

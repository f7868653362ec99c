"""As whom, where and when a workstation database is used."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.journal import microseconds
from desktop_app.core.ports import Clock

_RANK = {Role.AGENT: 0, Role.LEAD: 1, Role.ADMIN: 2}


@dataclass(frozen=True, slots=True)
class Session:
    """The person, the workstation's name and the clock of one opened database."""

    person: Person
    workstation: str
    clock: Clock

    def require(self, role: Role) -> None:
        """Pass a person with at least this role.

        Raises:
            NotAllowedError: the role is less.
        """
        if _RANK[self.person.role] < _RANK[role]:
            raise NotAllowedError


def micros_or_none(moment: datetime | None) -> int | None:
    """The stored number of a moment that may be missing."""
    return None if moment is None else microseconds(moment)

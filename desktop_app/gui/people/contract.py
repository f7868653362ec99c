"""What the window of the people asks for; the composition root connects it.

Everything in here blocks and is called in the task runner only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.core.entities import Change, Person
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.core.team_ports import PeopleStore


class Invitations(Protocol):
    """Makes logins and writes their invitation files; each call gives the words to be told."""

    def new(self, person: Person, path: Path) -> Secret[str]:
        """Invite somebody who has no login yet.

        Raises:
            FieldRefusedError: the login or name cannot be one.
            LoginTakenError: the server has, or once had, a login of this name.
            FileUnusableError: the file cannot be written, or exists.
            TeamKeyError: the team key cannot be had.
            StorageError, NotAllowedError: the server cannot be asked, or refuses.
        """

    def again(self, login: str, path: Path) -> Secret[str]:
        """Take a person's login out of use and invite them anew.

        Raises:
            PersonNotFoundError: there is nobody with this login.
            FileUnusableError: the file cannot be written, or exists.
            TeamKeyError: the team key cannot be had.
            StorageError, NotAllowedError: the server cannot be asked, or refuses.
        """


@dataclass(frozen=True, slots=True)
class TeamCare:
    """Everything an administrator can do with people; ``login`` is their own."""

    login: str
    people: PeopleStore
    invitations: Invitations
    resume: Callable[[str], Change]
    clock: Clock

"""An administrator's side of an invitation: a login on the server, and the file for it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from desktop_app.core.entities import Person, TeamKey
from desktop_app.core.people import (
    INVITATION_LIFE,
    new_login_password,
    require_login,
    require_person_name,
)
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.core.team_ports import LoginStore
from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.files import read_bounded
from desktop_app.system.invitation import (
    Invitation,
    InvitationHeader,
    new_words,
    write_invitation,
)

LARGEST_AUTHORITY = 64 * 1024
"""Bytes of a team's CA certificate, which every invitation carries."""


@dataclass(frozen=True, slots=True)
class Invite:
    """Makes invitations to one shared database.

    ``connection`` is the administrator's own way to it, ``authority`` the file with the CA
    certificate of ``own_authority``, ``keys`` gives the team keys, the current one first.
    """

    logins: LoginStore
    connection: ConnectionSettings
    authority: Path
    keys: Callable[[], tuple[TeamKey, ...]]
    clock: Clock

    def new(self, person: Person, path: Path) -> Secret[str]:
        """Make a login for ``person`` and write the file; the words to be told by voice.

        Raises:
            FieldRefusedError: the login or name cannot be one.
            LoginTakenError: the server has, or once had, a login of this name.
            FileUnusableError: the file cannot be written, or exists.
            TeamKeyError: the team key cannot be had.
            StorageError, NotAllowedError: the server cannot be asked, or refuses.
        """
        invited = Person(require_login(person.login), require_person_name(person.name), person.role)
        return self._write(invited.login, path, lambda secret: self.logins.invite(invited, secret))

    def again(self, login: str, path: Path) -> Secret[str]:
        """Take a person's login out of use and invite them anew: a new or a stolen computer.

        Raises:
            PersonNotFoundError: there is nobody with this login.
            NotAllowedError: no admin asks.
            OwnLoginError: an admin means themselves.
            FileUnusableError: the file cannot be written, or exists.
            TeamKeyError: the team key cannot be had.
            StorageError: the server cannot be asked.
        """
        return self._write(login, path, lambda secret: self.logins.reset(login, secret))

    def _write(
        self, login: str, path: Path, register: Callable[[Secret[str]], object]
    ) -> Secret[str]:
        """The file first: whoever is told the words must have one to open."""
        words, password, now = new_words(), new_login_password(), self.clock()
        invitation = Invitation(
            id=uuid4(),
            connection=replace(self.connection, login=login),
            authority=self._authority(),
            password=password,
            keys=self.keys(),
        )
        header = InvitationHeader(created=now, expires=now + INVITATION_LIFE)
        write_invitation(path, invitation, words, header)
        registered = False
        try:
            register(password)
            registered = True
        finally:
            if not registered:
                with suppress(OSError):
                    path.unlink()
        return words

    def _authority(self) -> bytes | None:
        if not self.connection.own_authority:
            return None
        return read_bounded(self.authority, LARGEST_AUTHORITY)

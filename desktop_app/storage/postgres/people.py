"""The people of a shared database: their logins are made and changed by its own functions."""

import hashlib
from contextlib import suppress
from typing import LiteralString

from desktop_app.core.entities import Change, Person, Role
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.people import TeamMember
from desktop_app.core.people_errors import (
    InvitationUsedError,
    LoginTakenError,
    PersonNotFoundError,
)
from desktop_app.core.secret import Secret
from desktop_app.storage.postgres.connections import (
    BoundedConnection,
    Connections,
    Values,
    only_row,
)
from desktop_app.storage.postgres.standing import change_of

CHANGE_SECONDS = 30.0
"""How long a change may take: it waits for every session it ends."""


class PostgresPeople:
    """The people store of ``core.ports`` on PostgreSQL, for an admin or the database's owner.

    A password leaves this computer as a SCRAM verifier only.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def all(self) -> list[TeamMember]:
        """Everybody who was not removed, ordered by login.

        Raises:
            NotAllowedError: whoever asks is no admin.
        """
        rows = self._connections.rows("SELECT * FROM watchword.people()")
        return [
            TeamMember(
                person=Person(row["login"], row["name"], Role(row["role"])),
                added_at=row["added_at"],
                last_seen_at=row["last_seen_at"],
                invited_until=row["invited_until"],
                paused_at=row["paused_at"],
            )
            for row in rows
        ]

    def add(self, person: Person, password: Secret[str]) -> Change:
        """Make a login that can be used at once.

        Raises:
            FieldRefusedError: the login or name cannot be one.
            LoginTakenError: the server has, or once had, a login of this name.
            NotAllowedError: whoever asks is no admin.
        """
        return self._make("SELECT * FROM watchword.add_person(%s, %s, %s, %s)", person, password)

    def invite(self, person: Person, password: Secret[str]) -> Change:
        """Make a login whose password serves for ``accept`` only, once and for 7 days.

        Raises:
            FieldRefusedError: the login or name cannot be one.
            LoginTakenError: the server has, or once had, a login of this name.
            NotAllowedError: whoever asks is no admin.
        """
        statement = "SELECT * FROM watchword.invite_person(%s, %s, %s, %s, %s)"
        return self._make(statement, person, password, _hash(invitation_token(password)))

    def change_role(self, login: str, role: Role) -> Change:
        """Give a person another role, which their open sessions have at once.

        Raises:
            LastAdminError: nobody else could look after the team.
            NotAllowedError: whoever asks is no admin.
            PersonNotFoundError: there is nobody with this login.
        """
        return self._change("SELECT * FROM watchword.change_role(%s, %s)", login, role.value)

    def reset(self, login: str, password: Secret[str]) -> Change:
        """Invite a person anew: the old password is dead, every session of theirs is ended.

        Raises:
            NotAllowedError: whoever asks is no admin.
            OwnLoginError: an admin means themselves.
            PersonNotFoundError: there is nobody with this login.
        """
        with self._connections.session() as connection:
            verifier = scram_verifier(connection, login, password)
        # In a transaction of its own: from its end on nobody can sign in with the old password.
        self._change("SELECT * FROM watchword.close_login(%s)", login)
        token_hash = _hash(invitation_token(password))
        statement = "SELECT * FROM watchword.reset_person(%s, %s, %s)"
        return self._change(statement, login, verifier, token_hash)

    def remove(self, login: str) -> Change:
        """End a person's login and sessions for good; the journal keeps the name.

        Raises:
            LastAdminError: nobody else could look after the team.
            NotAllowedError: whoever asks is no admin.
            PersonNotFoundError: there is nobody with this login.
        """
        changed = self._change("SELECT * FROM watchword.remove_person(%s)", login)
        with suppress(NotAllowedError):  # whoever removes themselves may do nothing any more
            self._end_sessions(login)
        return changed

    def end_other_sessions(self) -> None:
        """End every other session of this person; for after an invitation was accepted."""
        with self._connections.work(CHANGE_SECONDS) as connection:
            connection.execute("SELECT watchword.end_other_sessions()")

    def _end_sessions(self, login: str) -> None:
        # Until the change was committed, somebody could still sign in.
        with self._connections.work(CHANGE_SECONDS) as connection:
            connection.execute("SELECT watchword.end_sessions(%s)", (login,))

    def _make(
        self, statement: LiteralString, person: Person, password: Secret[str], *others: object
    ) -> Change:
        try:
            with self._connections.work(CHANGE_SECONDS) as connection:
                verifier = scram_verifier(connection, person.login, password)
                values = (person.login, person.name, person.role.value, verifier, *others)
                return change_of(only_row(connection.execute(statement, values)))
        except LoginTakenError:
            raise LoginTakenError(person.login) from None

    def _change(self, statement: LiteralString, login: str, *values: object) -> Change:
        try:
            return self._execute(statement, (login, *values))
        except PersonNotFoundError:
            raise PersonNotFoundError(login) from None

    def _execute(self, statement: LiteralString, values: Values) -> Change:
        with self._connections.work(CHANGE_SECONDS) as connection:
            return change_of(only_row(connection.execute(statement, values)))


def accept(
    connections: Connections, login: str, invited_with: Secret[str], password: Secret[str]
) -> Change:
    """Replace the password of an invitation, ``invited_with``, by ``password``.

    ``connections`` are made with the first, and closed: it is dead.

    Raises:
        InvitationUsedError: it was accepted or taken back in the meantime, or is over.
    """
    try:
        with connections.work(CHANGE_SECONDS) as connection:
            verifier = scram_verifier(connection, login, password)
            statement = "SELECT * FROM watchword.accept_invitation(%s, %s)"
            values = (verifier, invitation_token(invited_with).reveal())
            return change_of(only_row(connection.execute(statement, values)))
    except NotAllowedError:
        raise InvitationUsedError from None
    finally:
        connections.close()


def invitation_token(password: Secret[str]) -> Secret[bytes]:
    """What tells whoever has an invitation from whoever is only signed in with its login."""
    return Secret(_hash(Secret(b"watchword invitation" + password.reveal().encode("utf-8"))))


def _hash(secret: Secret[bytes]) -> bytes:
    return hashlib.sha256(secret.reveal()).digest()


def scram_verifier(connection: BoundedConnection, login: str, password: Secret[str]) -> str:
    """What the server stores instead of the password (RFC 5802), computed on this computer."""
    encrypted = connection.pgconn.encrypt_password(
        password.reveal().encode("utf-8"), login.encode("utf-8"), b"scram-sha-256"
    )
    return encrypted.decode("ascii")

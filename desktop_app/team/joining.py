"""A new colleague's side of an invitation: from the file and its words to a profile in place.

A crash in between locks nobody out. The new login password is in the keyring before the server
learns it, and with the same file everything can be done again: what the server knows by then, the
old password or the new one, is found by trying both.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from desktop_app.core.entities import Person
from desktop_app.core.people import new_login_password
from desktop_app.core.people_errors import InvitationOverError, InvitationUsedError
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import LoginRefusedError, LoginShutOutError
from desktop_app.gui.setup.contract import Joined
from desktop_app.profiles.names import USUAL_SHARED, free_name
from desktop_app.profiles.registry import add_shared_profile
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres.connections import Connections
from desktop_app.storage.postgres.people import accept
from desktop_app.storage.postgres.server import Server
from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.files import write_whole
from desktop_app.system.folders import Folders
from desktop_app.system.invitation import Invitation, open_invitation, read_invitation_header
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.keyring_store import SystemKeyring, invitation_entry
from desktop_app.system.people import WorkstationUser
from desktop_app.system.settings import Settings, SettingsStore


@dataclass(frozen=True, slots=True)
class Join:
    """Accepts invitations on this workstation."""

    folders: Folders
    settings: SettingsStore
    keyring: SystemKeyring
    user: WorkstationUser
    clock: Clock

    def look(self, path: Path) -> None:
        """Pass a file that may be an invitation, as far as that is known without its words. Blocks.

        Raises:
            InvitationOverError: it says itself that it has expired.
            FileUnusableError: it cannot be read or is no invitation.
        """
        expires = read_invitation_header(path).expires
        if self.clock() >= expires:
            raise InvitationOverError(expires)

    def __call__(self, path: Path, words: Secret[str], wanted: str = USUAL_SHARED) -> Joined:
        """Accept the invitation; ``wanted`` is the profile's name if it is free. Blocks.

        What was begun with the same invitation and cut off goes on under the same name.

        Raises:
            InvitationWordsError: the words do not open the file, or somebody has changed it.
            InvitationOverError: it has expired.
            InvitationUsedError: the server does not take it (any more).
            FileUnusableError: it cannot be read or is no invitation; or a file of the profile
                cannot be written.
            TeamKeyError: the keyring cannot be asked, or not take the password and the key.
            StorageError: the server cannot be used; the invitation is still good.
        """
        invitation = open_invitation(path, words, self.clock())
        name = free_name(
            wanted,
            invitation.connection,
            self.folders,
            self.settings,
            self.keyring,
            is_begun=lambda name: self._begun(name, invitation.id) is not None,
        )
        self.folders.create()
        profile = self._profile(name, invitation.connection)
        with self._way_in(profile, invitation.authority) as server:
            password = self._accepted(profile, server, invitation)
        profile.login_password.write(password)
        for key in reversed(invitation.keys):
            KeyringKeys(self.keyring, name).add(key)
        add_shared_profile(
            name, invitation.connection, invitation.authority, self.folders, self.settings
        )
        self.settings.update(lambda old: _with_saved_key(replace(old, profile=name), name))
        person = self._first_visit(profile)
        # Last of all: without it this file is a used one, whatever is left to be done.
        self.keyring.delete(invitation_entry(name))
        return Joined(person, name)

    @contextmanager
    def _way_in(self, profile: SharedProfile, authority: bytes | None) -> Iterator[Server]:
        """The server; a profile of this name keeps its own CA until the invitation is taken."""
        server = profile.server()
        if authority is None:
            yield server
            return
        kept = self.folders.authority(profile.name)
        draft = kept.with_name(f"{kept.name}.invitation")
        write_whole(draft, authority, replace=True)
        try:
            yield replace(server, ca_file=draft)
        finally:
            draft.unlink(missing_ok=True)

    def _accepted(
        self, profile: SharedProfile, server: Server, invitation: Invitation
    ) -> Secret[str]:
        """The login's new password, which the server knows now."""
        begun = self._begun(profile.name, invitation.id)
        if begun is not None and self._is_known(server, profile.login, begun):
            return begun
        password = begun or new_login_password()
        # Before the server learns it.
        text = Secret(f"{invitation.id} {password.reveal()}")
        self.keyring.write(invitation_entry(profile.name), text)
        try:
            invited = self._connections(server, profile.login, invitation.password)
            accept(invited, profile.login, invitation.password, password)
        except LoginShutOutError:
            raise  # the password is good, and so is the invitation later
        except (InvitationUsedError, LoginRefusedError):
            self.keyring.delete(invitation_entry(profile.name))
            raise InvitationUsedError from None
        return password

    def _begun(self, profile: str, invitation: UUID) -> Secret[str] | None:
        """The password of an acceptance of this very invitation that was cut off."""
        kept = self.keyring.read(invitation_entry(profile))
        if kept is None:
            return None
        begun, _, password = kept.reveal().partition(" ")
        return Secret(password) if begun == str(invitation) and password else None

    def _is_known(self, server: Server, login: str, password: Secret[str]) -> bool:
        connections = self._connections(server, login, password)
        try:
            with connections.session():
                return True
        except LoginShutOutError:
            raise  # not known yet
        except LoginRefusedError:
            return False
        finally:
            connections.close()

    def _first_visit(self, profile: SharedProfile) -> Person:
        """Who this is; whoever else has used the invitation's password until now is thrown out."""
        storage = profile.open_database()
        try:
            storage.people.end_other_sessions()
            return storage.person
        finally:
            storage.close()

    def _connections(self, server: Server, login: str, password: Secret[str]) -> Connections:
        return Connections(server, login, password, self.user.workstation)

    def _profile(self, name: str, connection: ConnectionSettings) -> SharedProfile:
        return SharedProfile(
            name, self.folders, self.user, self.clock, self.keyring, self.settings, connection
        )


def _with_saved_key(settings: Settings, profile: str) -> Settings:
    """The team's key was saved when it was made: nobody who joins is reminded of it."""
    saved = dict.fromkeys((*settings.recovery_files, profile))
    return replace(settings, recovery_files=tuple(saved))

"""Sets a shared database up, step by step: the same steps for the wizard and the command line.

Every step can be repeated: after an interruption the whole is begun again, and what was done is
found as it is. The owner's login is used and kept nowhere.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import FileUnusableError, KeyMissingError
from desktop_app.core.people import new_login_password, require_login, require_person_name
from desktop_app.core.people_errors import LoginTakenError, TeamExistsError
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import LoginRefusedError
from desktop_app.gui.setup.contract import OwnerLogin, ServerAddress, SetupStep, Tell
from desktop_app.profiles.names import USUAL_SHARED, free_name
from desktop_app.profiles.registry import add_shared_profile
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.owner import Owner
from desktop_app.storage.postgres.people import PostgresPeople
from desktop_app.storage.postgres.server import Server
from desktop_app.system.connection_settings import ConnectionSettings, require_connection
from desktop_app.system.files import read_bounded
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.people import WorkstationUser
from desktop_app.system.recovery import open_sealed
from desktop_app.system.settings import SettingsStore
from desktop_app.team.connection_test import ConnectionTest
from desktop_app.team.inviting import LARGEST_AUTHORITY
from desktop_app.team.steps import Step, run_steps


@dataclass(slots=True)
class ServerSetup:
    """Sets up shared databases from this workstation; ``wanted`` is the name for the profile."""

    folders: Folders
    settings: SettingsStore
    keyring: SystemKeyring
    user: WorkstationUser
    clock: Clock
    wanted: str = USUAL_SHARED
    made: SharedProfile | None = None

    def test(self, address: ServerAddress, owner: OwnerLogin, tell: Tell) -> bool:
        """Try the way to the server step by step; whether all have passed. Changes nothing.

        Raises:
            FileUnusableError: the CA certificate cannot be read; nothing was tried.
        """
        _authority(address)
        test = ConnectionTest(_owner(address, owner, self.user), address.database)
        return run_steps(test.steps(), tell)

    def create(
        self, address: ServerAddress, owner: OwnerLogin, name: str, login: str, tell: Tell
    ) -> str | None:
        """Make everything, with a first administrator; the profile, None where a step failed.

        Raises:
            FieldRefusedError: the name, the login or the address cannot be used.
            FileUnusableError: the CA certificate cannot be read.
        """
        person = Person(require_login(login), require_person_name(name), Role.ADMIN)
        making = _Making(
            setup=self,
            owner=_owner(address, owner, self.user),
            person=person,
            authority=_authority(address),
        )
        if not run_steps(making.steps(), tell):
            return None
        self.made = making.profile
        return self.made.name

    def save_recovery_file(self, target: Path, passphrase: Secret[str]) -> None:
        """Save the team key that ``create`` has made; a file that has it already is left so.

        Raises:
            PassphraseWeakError: the passphrase is too easy to guess.
            PassphraseWrongError: there is such a file, and the passphrase does not open it.
            FileUnusableError: the file cannot be written, or exists and holds something else.
            TeamKeyError: the key cannot be had.
            StorageError: the journal's head cannot be read.
        """
        if self.made is None:
            raise KeyMissingError
        opened = self.made.open()
        try:
            if not target.exists():
                opened.save_recovery_file(target, passphrase)
            elif open_sealed(target, passphrase) != opened.keys.all():
                raise FileUnusableError(str(target), "exists")
        finally:
            opened.storage.close()


@dataclass(frozen=True, kw_only=True)
class _Making:
    """What is made on the server and on this workstation."""

    setup: ServerSetup
    owner: Owner
    person: Person
    authority: bytes | None

    def steps(self) -> tuple[Step, ...]:
        return (
            (SetupStep.ROLES, self._roles),
            (SetupStep.DATABASE, self._database),
            (SetupStep.SCHEMA, self._schema),
            (SetupStep.PERSON, self._person),
            (SetupStep.PROFILE, self._profile),
            (SetupStep.KEY, self._key),
        )

    @cached_property
    def profile(self) -> SharedProfile:
        """The profile, whether it is described already or not; its name is chosen once.

        Raises:
            TeamKeyError: the keyring cannot be asked which names are free.
        """
        setup = self.setup
        name = free_name(
            setup.wanted,
            self._connection,
            setup.folders,
            setup.settings,
            setup.keyring,
            is_begun=lambda name: self._signs_in(self._profile_named(name).login_password.read()),
        )
        return self._profile_named(name)

    def _profile_named(self, name: str) -> SharedProfile:
        setup = self.setup
        return SharedProfile(
            name,
            setup.folders,
            setup.user,
            setup.clock,
            setup.keyring,
            setup.settings,
            self._connection,
        )

    @property
    def _connection(self) -> ConnectionSettings:
        server = self.owner.server
        return require_connection(
            ConnectionSettings(
                hosts=server.hosts,
                database=server.database,
                login=self.person.login,
                port=server.port,
                tls=server.tls,
                own_authority=server.ca_file is not None,
            )
        )

    def _roles(self) -> str:
        with self.owner.beside() as connection:
            schema.create_roles(connection)
        return schema.OWNER

    def _database(self) -> str:
        name = self.owner.server.database
        with self.owner.beside() as connection:
            schema.create_database(connection, name)
        return name

    def _schema(self) -> str:
        with self.owner.connected() as connection:
            return str(schema.upgrade(connection))

    def _person(self) -> str:
        """The first administrator; the password is in the keyring before the server knows it."""
        place = self.profile.login_password
        kept = place.read()
        connections = self.owner.connections()
        try:
            people = PostgresPeople(connections)
            if not self._is_first(people):
                if not self._signs_in(kept):
                    raise LoginTakenError(self.person.login)
                return self.person.login
            password = kept or new_login_password()
            place.write(password)
            try:
                people.add(self.person, password)
            except LoginTakenError:
                if kept is None:  # of no use, and it would keep the profile's name
                    place.remove()
                raise
        finally:
            connections.close()
        return self.person.login

    def _is_first(self, people: PostgresPeople) -> bool:
        """Whether nobody is there yet; False where an earlier run has added this very person.

        Raises:
            TeamExistsError: others are there, who have a team key.
        """
        present = {member.person.login for member in people.all()}
        if not present:
            return True
        if present != {self.person.login}:
            raise TeamExistsError
        return False

    def _signs_in(self, password: Secret[str] | None) -> bool:
        """Whether it is the one with which an earlier run on this computer has added the person."""
        if password is None:
            return False
        connections = replace(self.owner, login=self.person.login, password=password).connections()
        try:
            with connections.session():
                return True
        except LoginRefusedError:
            return False
        finally:
            connections.close()

    def _profile(self) -> str:
        profile, setup = self.profile, self.setup
        add_shared_profile(
            profile.name, profile.connection, self.authority, setup.folders, setup.settings
        )
        setup.settings.update(lambda old: replace(old, profile=profile.name))
        return profile.name

    def _key(self) -> str:
        """The team's key: made here once, and known to the database from then on."""
        profile = self.profile
        keys = KeyringKeys(self.setup.keyring, profile.name)
        storage = profile.open_database()
        try:
            current = storage.team_keys.known().current
            if current is not None:
                return keys.find(current.key_id).key_id.hex()
            key = keys.current() if storage.credentials.keys_in_use() else keys.ensure()
            storage.team_keys.announce(key.key_id)
            return key.key_id.hex()
        finally:
            storage.close()


def _owner(address: ServerAddress, owner: OwnerLogin, user: WorkstationUser) -> Owner:
    """The owner on the server at this address: only this computer is spoken to without TLS."""
    server = Server(
        hosts=address.hosts,
        database=address.database,
        port=address.port,
        ca_file=address.authority,
    )
    server = replace(server, tls=address.authority is not None or not server.is_here)
    return Owner(server, owner.login, owner.password, user.workstation)


def _authority(address: ServerAddress) -> bytes | None:
    if address.authority is None:
        return None
    return read_bounded(address.authority, LARGEST_AUTHORITY)

"""A profile whose database is shared by a team: PostgreSQL on a server."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from desktop_app.core.errors import FileUnusableError, TeamKeyError, WatchwordError
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import LoginMissingError
from desktop_app.profiles.base import OpenProfile, Profile
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.postgres.server import Server
from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.keyring_login import LoginPassword

_EVEN = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class SharedProfile(Profile):
    """Where a shared database is and who uses it; the person is the one of the login."""

    connection: ConnectionSettings

    @property
    def is_shared(self) -> bool:
        """Yes: the team key comes by an invitation or from the recovery file."""
        return True

    @property
    def login(self) -> str:
        """The database login of the person."""
        return self.connection.login

    @property
    def login_password(self) -> LoginPassword:
        """The place of the login's password in the keyring."""
        return LoginPassword(self.keyring, self.name)

    def server(self) -> Server:
        """The address of the database."""
        connection = self.connection
        return Server(
            hosts=connection.hosts,
            database=connection.database,
            port=connection.port,
            ca_file=self.folders.authority(self.name) if connection.own_authority else None,
            tls=connection.tls,
        )

    def open(self) -> OpenProfile:
        """Connect and make sure that the schema and the person are known.

        The login's password comes from the keyring. Where that has none, or cannot be asked,
        libpq's own places count: the pgpass file and the client certificate.

        Raises:
            LoginMissingError: the login's password is in none of these places.
            TeamKeyError: the keyring cannot be asked, and the other places have no login either.
            StorageError: the database cannot be used; see ``PostgresDatabase.open``.
            FileUnusableError: the folders cannot be made.
        """
        self.folders.create()
        storage = self.open_database()
        # Searching works all the same where the settings are read-only.
        with suppress(FileUnusableError):
            self.remember()
        clock = self._clock_of(storage)
        return OpenProfile(
            self,
            storage,
            self.keys(),
            clock,
            server=self.server().name,
            stay_in_touch=storage.stay_in_touch,
        )

    def open_database(self) -> PostgresDatabase:
        """The database alone; raises what ``open`` raises."""
        storage = self.connect()
        try:
            storage.open()
        except WatchwordError:
            storage.close()
            raise
        return storage

    def connect(self) -> PostgresDatabase:
        """The database with one connection open, whatever is in it; for the doctor.

        Raises:
            LoginMissingError, TeamKeyError: there is no password.
            StorageError: there is no connection.
        """
        password, refusal = self._password()
        workstation = self.user.workstation
        storage = PostgresDatabase(self.server(), self.login, password, workstation)
        try:
            storage.schema_version()
        except LoginMissingError as error:
            storage.close()
            raise refusal or error from error
        except WatchwordError:
            storage.close()
            raise
        return storage

    def _clock_of(self, storage: PostgresDatabase) -> Clock:
        """The server's clock, by which waits end, as far as this computer's clock goes evenly."""
        ahead = storage.moment() - self.clock()
        if abs(ahead) < _EVEN:
            return self.clock
        return lambda: self.clock() + ahead

    def _password(self) -> tuple[Secret[str] | None, TeamKeyError | None]:
        """The password in the keyring, or why the keyring could not be asked."""
        try:
            return self.login_password.read(), None
        except TeamKeyError as error:
            return None, error

"""The command line on a team's database, inside the tests' own process."""

import io
from pathlib import Path

from desktop_app.commands.main import execute
from desktop_app.commands.parser import parse
from desktop_app.commands.terminal import Terminal
from desktop_app.core import verifier
from desktop_app.core.entities import Person
from desktop_app.core.secret import Secret
from desktop_app.profiles.registry import add_shared_profile
from desktop_app.profiles.shared import SharedProfile
from desktop_app.system.clock import utc_now
from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.people import WorkstationUser
from desktop_app.system.settings import SettingsStore
from tests.commands.in_process import CHEAP, Outcome
from tests.storage.engines import ADMIN, LEAD
from tests.storage.postgres_team import PASSWORD, SharedDatabase
from tests.system.backends import MemoryBackend, chosen

TEAM = "team"


class SharedWorkplace:
    """One person's computer that has joined a team: a folder, a keyring in memory."""

    def __init__(self, home: Path, database: SharedDatabase, person: Person = LEAD) -> None:
        self.home = home
        self.database = database
        self.person = person
        self.clock = utc_now
        self.backend = MemoryBackend()
        self.keyring = SystemKeyring(lambda: chosen(self.backend))
        self.folders = Folders.within(home)
        self.settings = SettingsStore(self.folders.settings_file)
        database.open(ADMIN).policies.save(CHEAP)
        self.address()
        self.profile.login_password.write(Secret(PASSWORD))
        self.profile.keys().restore((verifier.new_team_key(),), Secret(""))

    def address(self, *, port: int | None = None, authority: bytes | None = None) -> None:
        """Where the settings say that the database is."""
        server = self.database.team.server
        connection = ConnectionSettings(
            hosts=("localhost",),
            database=self.database.name,
            login=self.person.login,
            port=port or server.port,
            own_authority=True,
        )
        pem = authority or server.ca_file.read_bytes()
        add_shared_profile(TEAM, connection, pem, self.folders, self.settings)

    @property
    def profile(self) -> SharedProfile:
        """The profile as a new process finds it."""
        return SharedProfile(
            name=TEAM,
            folders=self.folders,
            user=WorkstationUser("lang", "Tanja Lang", "desk-1"),
            clock=self.clock,
            keyring=self.keyring,
            settings=self.settings,
            connection=self.settings.load().settings.connections[TEAM],
        )

    def run(self, *arguments: str, typed: str = "") -> Outcome:
        """Run one command; ``typed`` is its standard input."""
        options = parse(["--profile", TEAM, *arguments])
        stdout, stderr = io.StringIO(), io.StringIO()
        terminal = Terminal(io.StringIO(typed), stdout, stderr, options.json)
        code = execute(self.profile, terminal, options)
        return Outcome(code, stdout.getvalue(), stderr.getvalue())

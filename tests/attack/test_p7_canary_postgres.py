"""P7 on a shared database: what a caller says reaches no disk, not the server's either.

Real processes, a real keyring, a real server with TLS that logs every statement. Afterwards the
workstation's folder, the server's folder (tables, write-ahead log, its own log) and everything
printed are searched for the typed texts, for what is computed of them, and for the key.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core import verifier
from desktop_app.core.secret import Secret
from desktop_app.profiles.registry import add_shared_profile, profile_of
from desktop_app.profiles.shared import SharedProfile
from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.folders import Folders
from desktop_app.system.settings import SettingsStore
from tests.attack import traces
from tests.commands.in_process import CHEAP, Outcome
from tests.commands.program import Program
from tests.postgres_server import PostgresServer
from tests.secret_service import SecretService
from tests.storage.engines import ADMIN, LEAD
from tests.storage.postgres_team import PASSWORD, PostgresTeam, SharedDatabase

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tests start no server there")

NUMBER = "104233"
RIGHT, WRONG, WEAK = "Zwetschge-7319", "Quittenmus 5528", "Jonas-Quint"
CHECK = ("--check", "callback", "--reference", "T-4711", "--password-stdin")

RAISING = """
import desktop_app.storage.postgres.credentials as credentials

def submit(self, attempt, customer_id, generation, digest):
    raise ValueError(digest.reveal())

credentials.PostgresCredentials.submit = submit
"""
CRASHING = """
import os
import desktop_app.storage.postgres.credentials as credentials

def result(self, attempt):
    os.abort()

credentials.PostgresCredentials.result = result
"""
FROZEN = """
import os, signal
import desktop_app.storage.postgres.credentials as credentials

plain = credentials.PostgresCredentials.submit

def submit(self, *arguments):
    [connection] = self._connections._idle
    connection.execute("SET statement_timeout = '1ms'")
    return plain(self, *arguments)

credentials.PostgresCredentials.submit = submit
"""


class Scene:
    """A lead's program that has joined a team, and everything that it has printed."""

    def __init__(self, program: Program, folder: Path, database: SharedDatabase) -> None:
        self.program = program
        self.folder = folder
        self.database = database
        self.printed: list[str] = []
        self.key = verifier.new_team_key()
        database.open(ADMIN).policies.save(CHEAP)
        folders = Folders.within(program.home)
        server = database.team.server
        connection = ConnectionSettings(
            hosts=("localhost",),
            database=database.name,
            login=LEAD.login,
            port=server.port,
            own_authority=True,
        )
        settings = SettingsStore(folders.settings_file)
        add_shared_profile("team", connection, server.ca_file.read_bytes(), folders, settings)
        profile = profile_of("team", folders)
        assert isinstance(profile, SharedProfile)
        profile.login_password.write(Secret(PASSWORD))
        profile.keys().restore((self.key,), Secret(""))
        (folder / "list.csv").write_text(f"number;name\n{NUMBER};Jonas Quint\n", encoding="utf-8")

    def run(self, *arguments: str, typed: str = "") -> Outcome:
        outcome = self.program.run("--profile", "team", *arguments, typed=typed)
        self.printed += [outcome.out, outcome.err]
        return outcome

    def verify(self, typed: str) -> Outcome:
        return self.run("verify", NUMBER, "--password-stdin", typed=typed)

    def with_module(self, text: str) -> None:
        """Let the program begin with this code."""
        folder = self.folder.parent / "patched"
        folder.mkdir(exist_ok=True)
        (folder / "sitecustomize.py").write_text(text, encoding="utf-8")
        root = self.program.environment["PYTHONPATH"].split(os.pathsep)[-1]
        self.program.environment["PYTHONPATH"] = os.pathsep.join((str(folder), root))

    def needles(self) -> list[bytes]:
        """Everything that must not have been written."""
        storage = self.database.open(LEAD)
        customer = storage.customers.find_number(NUMBER)
        parameters = storage.credentials.challenge(customer.id).parameters
        assert parameters is not None
        return [
            *traces.of_password(RIGHT, parameters, customer.id, self.key),
            *traces.of_password(WRONG, parameters, customer.id, self.key),
            *traces.of_text(WEAK),
            *traces.of_text(PASSWORD),
            *traces.of_bytes(self.key.key.reveal()),
        ]


@pytest.fixture
def scene(tmp_path: Path, secret_service: SecretService) -> Iterator[Scene]:
    """A customer whose password is ``RIGHT``, on a server that nothing else has used."""
    folder = tmp_path / "computer"
    folder.mkdir()
    with PostgresServer() as server:
        database = SharedDatabase(PostgresTeam(server))
        with database.as_superuser() as connection:
            # What the manual asks of a server that logs statements: not their values.
            setting = f"ALTER DATABASE {database.name} SET log_parameter_max_length = 0"
            connection.execute(setting.encode())
        # The team was set up with its password in the open; that is not what is looked for.
        server.log.write_bytes(b"")
        scene = Scene(Program(folder / "home", secret_service.variables), folder, database)
        assert scene.run("import", str(folder / "list.csv")).code == 0
        assert scene.run("set", NUMBER, *CHECK, typed=RIGHT).code == 0
        yield scene
        database.close()


def test_nothing_of_a_call_is_written_anywhere(scene: Scene) -> None:
    """Match, no match, refused, a bug, a crash, a time-out and an outage; then all is searched."""
    assert scene.verify(RIGHT).code == 0
    assert scene.verify(WRONG).code == 3
    assert scene.run("set", NUMBER, *CHECK, typed=WEAK).code == 1
    for module, code in ((RAISING, 1), (CRASHING, -6), (FROZEN, 6)):
        scene.with_module(module)
        assert scene.verify(RIGHT).code == code
        scene.with_module("")
    server = scene.database.team.server
    needles = scene.needles()
    server.stop()
    assert scene.verify(RIGHT).code == 6
    log = server.log.read_bytes()
    assert b"watchword.submit" in log
    assert traces.found_in(log, needles) == []
    data = [server.data / "base", server.data / "pg_wal", server.data / "global"]
    assert traces.found_below(data, needles) == []
    assert traces.found_below([scene.folder], needles) == []
    assert traces.found_in("\0".join(scene.printed).encode(), needles) == []
    server.start()

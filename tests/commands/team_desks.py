"""Workstations of a team, each with a folder and a keyring of its own, on the tests' server."""

import getpass
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from desktop_app.commands.main import execute
from desktop_app.commands.parser import parse
from desktop_app.commands.terminal import Terminal
from desktop_app.profiles.base import OpenProfile, Profile
from desktop_app.profiles.shared import SharedProfile
from desktop_app.profiles.workstation import WorkstationProfile
from desktop_app.system.clock import utc_now
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.people import WorkstationUser
from desktop_app.system.settings import SettingsStore
from tests.commands.in_process import Outcome
from tests.storage.postgres_team import INSTALLER, PASSWORD, PostgresTeam
from tests.system.backends import MemoryBackend, chosen

PASSPHRASE = "abacus drift lemon orbit stone wagon"


class TeamServer:
    """A name for a new database on the tests' server; afterwards its logins are gone too."""

    def __init__(self, team: PostgresTeam, name: str, owner: str = INSTALLER) -> None:
        self.team = team
        self.name = name
        self.owner = owner

    @property
    def way(self) -> tuple[str, ...]:
        """The options that lead to the server."""
        server = self.team.server
        return (
            "--host", "localhost", "--port", str(server.port), "--database", self.name,
            "--ca-file", str(server.ca_file), "--owner", self.owner,
        )  # fmt: skip

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        """The server in the hands of whoever runs it."""
        return self.team.server.connect(self.name)

    def remove(self) -> None:
        """Drop the database and the logins that were made in it."""
        server = self.team.server
        logins: list[str] = []
        with server.connect() as connection:
            found = connection.execute("SELECT FROM pg_database WHERE datname = %s", (self.name,))
            if found.fetchone() is None:
                return
        with self.connect() as connection:
            present = connection.execute("SELECT to_regclass('watchword.person')").fetchone()
            if present is not None and present[0] is not None:
                rows = connection.execute("SELECT login FROM watchword.person").fetchall()
                logins = [str(row[0]) for row in rows]
        self.team.drop(self.name)
        with server.connect() as connection:
            for login in logins:
                connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login)))


class Desk:
    """One user's computer; what is asked for without echo is answered from ``answers``.

    Two data folders of one user have one ``backend``.
    """

    def __init__(
        self,
        home: Path,
        login: str,
        monkeypatch: pytest.MonkeyPatch,
        backend: MemoryBackend | None = None,
    ) -> None:
        self.home = home
        self.backend = backend or MemoryBackend()
        self.user = WorkstationUser(login, login.capitalize(), f"desk-of-{login}")
        self.folders = Folders.within(home)
        self.settings = SettingsStore(self.folders.settings_file)
        self.keyring = SystemKeyring(lambda: chosen(self.backend))
        self._monkeypatch = monkeypatch

    def profile(self, name: str | None = None) -> Profile:
        """The profile as a new process finds it."""
        settings = self.settings.load().settings
        name = name or settings.profile
        common = (name, self.folders, self.user, utc_now, self.keyring, self.settings)
        if name in settings.connections:
            return SharedProfile(*common, settings.connections[name])
        return WorkstationProfile(*common)

    @contextmanager
    def opened(self, name: str | None = None) -> Iterator[OpenProfile]:
        """The profile beside the command line."""
        opened = self.profile(name).open()
        try:
            yield opened
        finally:
            opened.storage.close()

    def run(self, *arguments: str, typed: str = "", answers: tuple[str, ...] = ()) -> Outcome:
        """Run one command; ``typed`` is its standard input."""
        waiting = list(answers)

        def answer(prompt: str) -> str:
            if not waiting:
                raise EOFError(prompt)
            return waiting.pop(0)

        self._monkeypatch.setattr(getpass, "getpass", answer)
        options = parse(list(arguments))
        stdout, stderr = io.StringIO(), io.StringIO()
        terminal = Terminal(io.StringIO(typed), stdout, stderr, options.json)
        code = execute(self.profile(options.profile), terminal, options)
        return Outcome(code, stdout.getvalue(), stderr.getvalue())

    def set_up(self, server: TeamServer, *arguments: str) -> Outcome:
        """Set the database up with this user as its administrator."""
        recovery = str(self.home.parent / "team.recovery")
        return self.run(
            "server", "init", *server.way, "--recovery", recovery, *arguments,
            answers=(PASSWORD, PASSPHRASE, PASSPHRASE),
        )  # fmt: skip

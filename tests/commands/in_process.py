"""The command line inside the tests' own process: quick, with a clock that the tests move."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.commands.main import execute
from desktop_app.commands.parser import parse
from desktop_app.commands.terminal import Terminal
from desktop_app.core.policy import Policy
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.workstation import WorkstationProfile
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.people import WorkstationUser
from desktop_app.system.settings import SettingsStore
from tests.storage.engines import MovableClock
from tests.system.backends import MemoryBackend, chosen

CHEAP = Policy(memory_kib=19 * 1024, passes=2)
"""The cheapest hash that a workstation computes, so that tests stay quick."""

TEAM_KEY_ENTRY = ("Watchword", "team key of ‹workstation›")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind on its terminal."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """What ``--json`` printed."""
        loaded: dict[str, Any] = json.loads(self.out)
        return loaded


class Workplace:
    """One user's computer: a folder, a keyring in memory, a clock."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = MovableClock()
        self.backend = MemoryBackend()
        self.keyring = SystemKeyring(lambda: chosen(self.backend))

    @property
    def profile(self) -> WorkstationProfile:
        """The profile as a new process finds it."""
        folders = Folders.within(self.home)
        return WorkstationProfile(
            name="workstation",
            folders=folders,
            user=WorkstationUser("lang", "Tanja Lang", "desk-1"),
            clock=self.clock,
            keyring=self.keyring,
            settings=SettingsStore(folders.settings_file),
        )

    @contextmanager
    def opened(self) -> Iterator[OpenProfile]:
        """The profile beside the command line, as the window has it open."""
        opened = self.profile.open()
        try:
            yield opened
        finally:
            opened.storage.close()

    def run(self, *arguments: str, typed: str = "") -> Outcome:
        """Run one command; ``typed`` is its standard input."""
        options = parse(list(arguments))
        stdout, stderr = io.StringIO(), io.StringIO()
        terminal = Terminal(io.StringIO(typed), stdout, stderr, options.json)
        code = execute(self.profile, terminal, options)
        return Outcome(code, stdout.getvalue(), stderr.getvalue())

    def write(self, name: str, content: str | bytes) -> Path:
        """A file beside the home folder."""
        path = self.home.parent / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def import_list(self, content: str, *arguments: str) -> Outcome:
        """Import a list with this content."""
        return self.run("import", str(self.write("list.csv", content)), *arguments)

    def set(self, number: str, password: str, *arguments: str) -> Outcome:
        """Set a password after a call-back."""
        check = ("--check", "callback", "--reference", "T-4711", "--password-stdin")
        return self.run("set", number, *check, *arguments, typed=f"{password}\n")

    def verify(self, number: str, password: str, *arguments: str) -> Outcome:
        """Check a password."""
        return self.run("verify", number, "--password-stdin", *arguments, typed=f"{password}\n")

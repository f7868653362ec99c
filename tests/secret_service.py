"""A real Secret Service of the tests' own: GNOME Keyring on a private D-Bus, in a private home."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import secretstorage
from jeepney import MatchRule, message_bus
from jeepney.io.blocking import open_dbus_connection

_NAME = "org.freedesktop.secrets"
_PROMPTER = "org.gnome.keyring.SystemPrompter"
_PASSWORD = b"the private keyring of one test run"
_KEYRING = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
_PATIENCE = 30.0
"""Seconds after which a daemon that does not answer fails the test."""


class SecretService:
    """Runs as long as the ``with`` block; its login collection is unlocked at first.

    Reading while it is locked fails at once, as when the person dismisses the prompt. With
    ``prompting`` the real prompt opens on the display and stays open, so that reading blocks.

    GNOME Keyring 42 crashes once in many runs; the bus starts it anew, unlocked, for the next call.

    Sockets cannot have long names, so everything lies in a folder directly below the system's
    folder for temporary files.
    """

    def __init__(self, *, prompting: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="watchword-keyring-"))
        self._environment = self._make_environment()
        if not prompting:
            for display in ("DISPLAY", "WAYLAND_DISPLAY"):
                self._environment.pop(display, None)
        self.daemons: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    @property
    def variables(self) -> Mapping[str, str]:
        """The environment variables that lead a program to this service."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address}

    def lock(self) -> None:
        """Lock the collection, as a screen lock may do."""
        with self._login_collection() as collection:
            collection.lock()

    def unlock(self) -> None:
        """Unlock the collection without asking anybody: by a new daemon on the same files."""
        with self.daemons.pop() as keyring:
            keyring.terminate()
        self._start_keyring()

    def is_locked(self) -> bool:
        """Whether reading a secret asks the person to unlock first."""
        with self._login_collection() as collection:
            return bool(collection.is_locked())

    def end(self) -> None:
        """End the daemons and remove their files; what clients wait for fails. Again: nothing."""
        for daemon in self.daemons:
            with daemon:  # closes the pipe to the bus, whose end is the keyring's too
                pass
        if self.folder.exists():
            shutil.rmtree(self.folder)

    @contextmanager
    def prompt_expected(self) -> Iterator[None]:
        """Do not leave the ``with`` block before the prompt is open that it brings about."""
        with self._until_owned(_PROMPTER):
            yield

    def _make_environment(self) -> dict[str, str]:
        folders = {
            "HOME": "home",
            "XDG_RUNTIME_DIR": "run",
            "XDG_DATA_HOME": "data",
            "XDG_CONFIG_HOME": "config",
            "XDG_CACHE_HOME": "cache",
        }
        environment = dict(os.environ)
        environment.pop("GNOME_KEYRING_CONTROL", None)
        for variable, name in folders.items():
            folder = self.folder / name
            folder.mkdir(mode=0o700)
            environment[variable] = str(folder)
        return environment

    def _have_the_bus_start_it(self) -> None:
        password = self.folder / "password"
        password.write_bytes(_PASSWORD)
        script = self.folder / "keyring"
        script.write_text(f"#!/bin/sh\nexec {shlex.join(_KEYRING)} <{password}\n", encoding="ascii")
        script.chmod(0o700)
        services = self.folder / "data" / "dbus-1" / "services"
        services.mkdir(parents=True)
        entry = f"[D-BUS Service]\nName={_NAME}\nExec={script}\n"
        (services / f"{_NAME}.service").write_text(entry, encoding="ascii")

    def _start(self) -> None:
        self._have_the_bus_start_it()
        # The bus lives as long as the pipe to this shell, so it cannot outlive the tests.
        bus = self._spawn(
            "dbus-run-session", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
        )
        assert bus.stdout is not None
        self.address = bus.stdout.readline().decode("ascii").strip()
        assert self.address, self._log()
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self._start_keyring()

    def _start_keyring(self) -> None:
        with self._until_owned(_NAME):
            keyring = self._spawn(*_KEYRING, "--replace")
            assert keyring.stdin is not None
            keyring.stdin.write(_PASSWORD)
            keyring.stdin.close()

    @contextmanager
    def _until_owned(self, name: str) -> Iterator[None]:
        """Do not leave the ``with`` block before somebody owns a name on the bus."""
        with closing(open_dbus_connection(self.address)) as connection:
            changes = MatchRule(type="signal", member="NameOwnerChanged")
            changes.add_arg_condition(0, name)
            connection.send_and_get_reply(message_bus.AddMatch(changes), timeout=_PATIENCE)
            with connection.filter(changes) as queue:
                yield
                owner = ""
                while not owner:
                    signal = connection.recv_until_filtered(queue, timeout=_PATIENCE)
                    _, _, owner = signal.body

    def _spawn(self, *command: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            daemon = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )
        self.daemons.append(daemon)
        return daemon

    def _log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    @contextmanager
    def _login_collection(self) -> Iterator[secretstorage.Collection]:
        with closing(open_dbus_connection(self.address)) as connection:
            yield secretstorage.get_default_collection(connection)

"""The command line as a user has it: a process of its own, with or without a terminal."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.commands.in_process import Outcome

_ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0
"""Seconds after which a process that does not end fails the test."""


class Program:
    """Starts ``python -m desktop_app`` with a home of its own."""

    def __init__(self, home: Path, variables: Mapping[str, str]) -> None:
        self.home = home
        self.environment = {
            **os.environ,
            **variables,
            "WATCHWORD_HOME": str(home),
            "PYTHONPATH": str(_ROOT),
            "PYTHONWARNINGS": "error",
        }
        for display in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            self.environment.pop(display, None)

    def run(self, *arguments: str | bytes, typed: str | bytes = "") -> Outcome:
        """Run one command to its end, without a terminal; ``typed`` is its standard input."""
        process = self.start(*arguments)
        given = typed.encode("utf-8") if isinstance(typed, str) else typed
        out, err = process.communicate(given, _PATIENCE)
        return Outcome(process.returncode, out.decode("utf-8"), err.decode("utf-8"))

    def start(
        self,
        *arguments: str | bytes,
        stdout: int = subprocess.PIPE,
        stderr: int = subprocess.PIPE,
    ) -> "subprocess.Popen[bytes]":
        """Start one command without a terminal to ask at."""
        return subprocess.Popen(
            self.command(*arguments),
            env=self.environment,
            cwd=self.home.parent,
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
        )

    def at_terminal(self, *arguments: str, answers: Sequence[str] = ()) -> tuple[int, str]:
        """Run one command on a terminal and answer its prompts; exit code and all that was shown.

        Typing echoes as long as the program has not switched it off.
        """
        import pty

        process, terminal = pty.fork()
        if process == 0:  # pragma: no cover - in the child
            os.chdir(self.home.parent)
            command = self.command(*arguments)
            os.execve(command[0], command, self.environment)  # noqa: S606 - no shell is wanted
        shown = b""
        waiting = list(answers)
        while True:
            try:
                chunk = os.read(terminal, 4096)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            shown += chunk
            if waiting and shown.endswith(b": "):
                os.write(terminal, waiting.pop(0).encode("utf-8") + b"\n")
        os.close(terminal)
        _, status = os.waitpid(process, 0)
        assert not waiting, shown
        return os.waitstatus_to_exitcode(status), shown.decode("utf-8")

    @staticmethod
    def command(*arguments: str | bytes) -> list[str | bytes]:
        """The command line of one command."""
        return [sys.executable, "-m", "desktop_app", *arguments]

"""The command line in a process that is killed at one of its steps, as by a power cut.

``python -m tests.faults.killed_program N COMMAND…`` ends with SIGKILL before the N-th thing that
something outside of the process keeps: a statement to the server, a secret in the keyring, a file.
What is asked for without echo is answered from the JSON list in ``ANSWERS``.
"""

import getpass
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import psycopg
from keyring.backends.SecretService import Keyring

from desktop_app.__main__ import main

P = ParamSpec("P")
R = TypeVar("R")

_FILES = frozenset({"os.rename", "os.remove", "os.link", "os.mkdir", "os.chmod", "os.truncate"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Countdown:
    """Counts steps, and kills the process at the last one."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def step(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, call: Callable[P, R]) -> Callable[P, R]:
        """The same call, as one step."""

        def counted(*arguments: P.args, **named: P.kwargs) -> R:
            self.step()
            return call(*arguments, **named)

        return counted

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        """Files and folders of the program's own; Python's caches are none of them."""
        if event in _FILES:
            self.step()
        elif event == "open":
            path, _, flags = arguments
            writes = isinstance(flags, int) and flags & _WRITES
            if writes and str(path).startswith(os.environ["WATCHWORD_HOME"]):
                self.step()


def run() -> int:
    answers = json.loads(os.environ["ANSWERS"])
    countdown = Countdown(int(sys.argv.pop(1)))
    getpass.getpass = lambda *_arguments, **_named: answers.pop(0)
    psycopg.Cursor.execute = countdown.before(psycopg.Cursor.execute)  # type: ignore[method-assign]
    for name in ("set_password", "delete_password"):
        setattr(Keyring, name, countdown.before(getattr(Keyring, name)))
    sys.addaudithook(countdown.audit)
    return main()


if __name__ == "__main__":
    sys.exit(run())

"""A hardened process leaves no memory in dumps and no file to others, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.secret_service import SecretService

REPORT = """
import ctypes, os, resource, sys
from pathlib import Path
from desktop_app.system.hardening import harden
harden(window=sys.argv[1] == "window")
Path(sys.argv[2]).write_text("", encoding="utf-8")
print(
    oct(os.stat(sys.argv[2]).st_mode & 0o777),
    resource.getrlimit(resource.RLIMIT_CORE),
    int(Path("/proc/self/coredump_filter").read_text(), 16),
    ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),
)
"""
KEYS = """
import os
from desktop_app.system.hardening import harden
from desktop_app.system.keyring_backend import choose_backend
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.keyring_store import SystemKeyring
harden(window=False)
keys = KeyringKeys(SystemKeyring(lambda: choose_backend(os.environ)), "workstation")
key = keys.ensure()
keys.forget()
print(keys.current() == key)
"""


def run(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(("kind", "dumpable"), [("window", 1), ("command", 0)])
def test_dumps_hold_no_memory(tmp_path: Path, kind: str, dumpable: int) -> None:
    """Private files, no core file, nothing in a piped dump; a command is closed altogether."""
    before = os.umask(0)
    try:
        report = run(REPORT, kind, str(tmp_path / "file"))
    finally:
        os.umask(before)
    assert report == f"0o600 (0, 0) 0 {dumpable}"


def test_a_closed_process_can_use_the_secret_service(secret_service: "SecretService") -> None:
    """The real service serves a process that nobody can look into."""
    assert secret_service.address
    assert run(KEYS) == "True"

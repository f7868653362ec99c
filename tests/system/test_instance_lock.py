"""One window for each profile and user, and no lock outlives its process."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import FileUnusableError
from desktop_app.system.instance_lock import InstanceLock

HOLDER = """
import sys
from pathlib import Path
from desktop_app.system.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def hold(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_the_second_process_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    """Another process cannot take the lock; the killed one leaves nothing stale behind."""
    path = tmp_path / "workstation.lock"
    with hold(path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"
        lock = InstanceLock(path)
        assert not lock.acquire()
        first.kill()
        first.wait()
    assert lock.acquire()
    lock.release()


def test_a_second_lock_in_the_same_process_is_refused(tmp_path: Path) -> None:
    """The lock belongs to its object, not to the process."""
    first, second = InstanceLock(tmp_path / "lock"), InstanceLock(tmp_path / "lock")
    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()


def test_profiles_do_not_hinder_each_other(tmp_path: Path) -> None:
    """Two profiles have two windows."""
    first, second = InstanceLock(tmp_path / "a.lock"), InstanceLock(tmp_path / "b.lock")
    assert first.acquire()
    assert second.acquire()
    first.release()
    second.release()


def test_a_place_that_cannot_be_written_is_typed(tmp_path: Path) -> None:
    """A missing folder is no running window."""
    with pytest.raises(FileUnusableError):
        InstanceLock(tmp_path / "gone" / "lock").acquire()

"""The checks of the workstation run in order, each within its time, and none stops another."""

import errno
import queue
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.core.errors import (
    ClockWrongError,
    FileUnusableError,
    KeyringFailedError,
    KeyringMissingError,
    OpenToOthersError,
    TimedOutError,
    UnexpectedError,
)
from desktop_app.system.deadline import within
from desktop_app.system.doctor import (
    Check,
    CheckResult,
    Findings,
    Outcome,
    clock_sanity,
    examine,
    folder_rights,
    keyring_round_trip,
)
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_store import SystemKeyring
from tests.system.backends import MemoryBackend, chosen

NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)


@pytest.fixture
def stuck() -> Iterator[threading.Event]:
    """A call that waits for this event does not come back before the test's end."""
    event = threading.Event()
    yield event
    event.set()


def good() -> Findings:
    return {"version": "3"}


def bad() -> Findings:
    raise KeyringMissingError


def test_passed_failed_and_not_tried() -> None:
    """A failure keeps only those from being tried that need it."""
    results = list(
        examine(
            [
                Check("folders", good),
                Check("keyring", bad),
                Check("key", good, needs=("keyring",)),
                Check("database", good, needs=("folders",)),
            ]
        )
    )
    assert [(result.name, result.outcome) for result in results] == [
        ("folders", Outcome.PASSED),
        ("keyring", Outcome.FAILED),
        ("key", Outcome.NOT_TRIED),
        ("database", Outcome.PASSED),
    ]
    assert results[0] == CheckResult("folders", Outcome.PASSED, {"version": "3"})
    assert isinstance(results[1].failure, KeyringMissingError)


def test_a_check_that_hangs_is_left_behind(stuck: threading.Event) -> None:
    """The next check runs although the one before never answers."""

    def hang() -> Findings:
        stuck.wait()
        return {}

    first, second = examine([Check("keyring", hang), Check("clock", good)], seconds=0.01)
    assert isinstance(first.failure, TimedOutError)
    assert second.outcome is Outcome.PASSED


def test_a_call_in_time_gives_its_result_or_failure() -> None:
    """Within its time a call is as if it had been made here."""
    assert within(10, lambda: 7) == 7
    with pytest.raises(KeyringMissingError):
        within(10, bad)


def test_a_bug_reaches_the_hook_and_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody expected goes to the thread's hook; the caller learns that it happened."""
    reported: queue.Queue[type[BaseException]] = queue.Queue()
    monkeypatch.setattr(threading, "excepthook", lambda bug: reported.put(bug.exc_type))
    with pytest.raises(UnexpectedError):
        within(10, lambda: 1 // 0)
    assert reported.get(timeout=10) is ZeroDivisionError


def test_a_keyring_that_keeps_secrets_passes() -> None:
    """The probe is stored, read and removed again."""
    backend = MemoryBackend()
    assert keyring_round_trip(SystemKeyring(lambda: chosen(backend))) == {}
    assert not backend.kept


def test_a_keyring_that_loses_secrets_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that answers but keeps nothing is found."""
    backend = MemoryBackend()
    monkeypatch.setattr(backend, "set_password", lambda *_: None)
    with pytest.raises(KeyringFailedError):
        keyring_round_trip(SystemKeyring(lambda: chosen(backend)))


def test_private_folders_pass(tmp_path: Path) -> None:
    """Folders as Watchword makes them are in order, and the probe leaves nothing behind."""
    folders = Folders.within(tmp_path / "home")
    folders.create()
    assert folder_rights(folders)["data"] == str(folders.data)
    assert [entry.name for entry in folders.data.iterdir()] == ["logs"]


def test_a_folder_open_to_others_fails(tmp_path: Path) -> None:
    """Others who can look into a folder are reported."""
    folders = Folders.within(tmp_path / "home")
    folders.create()
    folders.logs.chmod(0o755)
    with pytest.raises(OpenToOthersError) as caught:
        folder_rights(folders)
    assert caught.value.path == str(folders.logs)


def test_a_missing_folder_fails(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    with pytest.raises(FileUnusableError):
        folder_rights(Folders.within(tmp_path / "gone"))


def test_a_full_disk_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file still finds room there; a real block does not, and nothing is left behind."""
    folders = Folders.within(tmp_path / "home")
    folders.create()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("desktop_app.system.doctor.os.fsync", full)
    with pytest.raises(FileUnusableError) as caught:
        folder_rights(folders)
    assert (caught.value.path, caught.value.reason) == (str(folders.data), "full")
    assert [entry.name for entry in folders.data.iterdir()] == ["logs"]


@pytest.mark.parametrize("newest", [None, NOW, NOW + timedelta(minutes=1), NOW - timedelta(days=9)])
def test_a_plausible_clock_passes(newest: datetime | None) -> None:
    """The journal may be empty, older, or a blink ahead."""
    assert clock_sanity(lambda: NOW, lambda: newest) == {"now": "2026-11-22T14:07:00+00:00"}


@pytest.mark.parametrize(
    ("now", "newest", "reason"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), None, "impossible"),
        (datetime(2170, 1, 1, tzinfo=UTC), None, "impossible"),
        (NOW, NOW + timedelta(hours=1), "behind-journal"),
    ],
)
def test_a_clock_that_cannot_be_right_fails(
    now: datetime, newest: datetime | None, reason: str
) -> None:
    """A dead battery and a clock that was set back are found."""
    with pytest.raises(ClockWrongError) as caught:
        clock_sanity(lambda: now, lambda: newest)
    assert caught.value.reason == reason

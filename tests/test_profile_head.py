import shutil
from pathlib import Path

from desktop_app.core.entities import EventKind, JournalFaultKind
from desktop_app.profile import OpenProfile, profile_of
from desktop_app.system.folders import Folders


def opened(home: Path) -> OpenProfile:
    return profile_of("workstation", Folders.within(home)).open()


def note(profile: OpenProfile, times: int = 1) -> None:
    for _ in range(times):
        profile.storage.journal.record(EventKind.EXPORTED, "journal", {"rows": "1"})


def test_an_older_journal_never_becomes_the_known_one(tmp_path: Path) -> None:
    """A database put back to an older copy is told of again and again, whatever is done with it."""
    home, copy = tmp_path / "home", tmp_path / "copy.db"
    profile = opened(home)
    note(profile, 3)
    assert profile.keep_head() is None
    profile.storage.backup(copy)
    note(profile, 5)
    assert profile.keep_head() is None
    known = profile.remembered_head()
    profile.storage.close()
    shutil.copy(copy, profile.profile.database_path)
    for kind in (
        JournalFaultKind.TRUNCATED,
        JournalFaultKind.TRUNCATED,
        JournalFaultKind.REWRITTEN,
    ):
        again = opened(home)
        fault = again.keep_head()
        assert fault is not None
        assert fault.kind is kind
        assert again.remembered_head() == known
        note(again, 3)
        again.storage.close()

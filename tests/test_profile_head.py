import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.entities import EventKind, JournalFaultKind
from desktop_app.core.errors import TeamKeyError
from desktop_app.profile import OpenProfile, profile_of
from desktop_app.system.folders import Folders

if TYPE_CHECKING:
    from tests.secret_service import SecretService


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


def test_a_closed_profile_fetches_no_key_again(
    tmp_path: Path, secret_service: "SecretService"
) -> None:
    """A check that ends after the pause has begun leaves no key in memory."""
    profile = opened(tmp_path / "home")
    key = profile.keys.ensure()
    profile.keys.close()
    for fetch in (profile.keys.current, lambda: profile.keys.find(key.key_id), profile.keys.all):
        with pytest.raises(TeamKeyError):
            fetch()

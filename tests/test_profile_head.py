import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.entities import EventKind, JournalFault, JournalFaultKind
from desktop_app.core.errors import DatabaseMissingError, TeamKeyError
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.registry import profile_of
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
    assert profile.backup is not None
    profile.backup(copy)
    note(profile, 5)
    assert profile.keep_head() is None
    known = profile.profile.remembered_head.load()
    profile.storage.close()
    shutil.copy(copy, profile.profile.folders.database("workstation"))
    for kind in (
        JournalFaultKind.TRUNCATED,
        JournalFaultKind.TRUNCATED,
        JournalFaultKind.REWRITTEN,
    ):
        again = opened(home)
        fault = again.keep_head()
        assert fault is not None
        assert fault.kind is kind
        assert again.profile.remembered_head.load() == known
        note(again, 3)
        again.storage.close()


def test_damaged_settings_forget_no_head(tmp_path: Path) -> None:
    """Whoever puts an older copy back and breaks the settings is found all the same."""
    home, copy = tmp_path / "home", tmp_path / "copy.db"
    profile = opened(home)
    note(profile, 3)
    assert profile.backup is not None
    profile.backup(copy)
    note(profile, 5)
    assert profile.keep_head() is None
    profile.storage.close()
    shutil.copy(copy, profile.profile.folders.database("workstation"))
    profile.profile.folders.settings_file.write_text("{", encoding="utf-8")
    again = opened(home)
    fault = again.keep_head()
    again.storage.close()
    assert fault is not None
    assert fault.kind is JournalFaultKind.TRUNCATED


def _remove(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [_remove, _empty, _damage, _replace_by_folder])
def test_a_lost_head_is_noticed_until_somebody_accepts_the_journal(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """It never starts anew by itself: a cut journal would be taken for the whole one."""
    profile = opened(tmp_path / "home")
    note(profile, 4)
    assert profile.keep_head() is None
    profile.storage.close()
    path = profile.profile.folders.journal_head("workstation")
    assert path.stat().st_mode & 0o077 == 0
    harm(path)
    for _ in range(2):
        again = opened(tmp_path / "home")
        assert again.keep_head() == JournalFault(4, JournalFaultKind.FORGOTTEN)
        report = again.verify_journal()
        assert (report.entries, report.fault) == (4, again.keep_head())
        again.storage.close()
    if path.is_dir():
        path.rmdir()
    again = opened(tmp_path / "home")
    head = again.storage.journal.head()
    assert head is not None
    assert again.verify_journal(head).fault is None
    again.remember_head(head)
    assert again.keep_head() is None
    again.storage.close()


def test_a_database_that_is_gone_stays_gone_with_damaged_settings(tmp_path: Path) -> None:
    """The head's file tells that there was one, so it does not come back empty."""
    profile = opened(tmp_path / "home")
    profile.storage.close()
    profile.profile.folders.settings_file.write_text("{", encoding="utf-8")
    profile.profile.folders.database("workstation").unlink()
    with pytest.raises(DatabaseMissingError):
        opened(tmp_path / "home")


def forge_shortening(path: Path) -> None:
    """Remove every entry and write down, as the program would, that they were too old."""
    with closing(sqlite3.connect(path)) as connection, connection:
        sequence, digest = connection.execute(
            "SELECT sequence, digest FROM journal ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
        details = {"sequence": str(sequence), "digest": digest.hex(), "before": "2020-01-01"}
        connection.execute("INSERT INTO journal_mark VALUES ('anchor', ?, ?)", (sequence, digest))
        connection.execute(
            """
            INSERT INTO journal (at, login, person, workstation, customer_number, kind, outcome,
                                 receipt, details, personal_digest)
            SELECT at, login, person, workstation, '', 'journal-pruned', 'pruned',
                   'VW-0000-0000', ?, x'' FROM journal LIMIT 1
            """,
            (json.dumps(details),),
        )
        connection.execute("DELETE FROM journal WHERE sequence <= ?", (sequence,))


def test_a_forged_shortening_past_the_known_head_is_noticed(tmp_path: Path) -> None:
    """Nothing but the window shortens, and it has seen the newest entry before."""
    profile = opened(tmp_path / "home")
    note(profile, 3)
    assert profile.keep_head() is None
    note(profile, 5)
    profile.storage.journal.seal()
    profile.storage.close()
    forge_shortening(profile.profile.folders.database("workstation"))
    again = opened(tmp_path / "home")
    for _ in range(2):
        assert again.keep_head() == JournalFault(3, JournalFaultKind.REWRITTEN)
        assert again.verify_journal().fault == JournalFault(3, JournalFaultKind.REWRITTEN)
    again.storage.close()


def test_a_true_shortening_is_no_fault(tmp_path: Path) -> None:
    """The months that are past keeping go, and the head stays known through it."""
    profile = opened(tmp_path / "home")
    note(profile, 3)
    profile.storage.close()
    later = datetime.now(UTC) + timedelta(days=365 * 5)
    again = replace(profile.profile, clock=lambda: later).open()
    assert again.keep_head() is None
    assert again.storage.journal.prune() == 3
    for _ in range(2):
        assert again.verify_journal().fault is None
        assert again.keep_head() is None
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

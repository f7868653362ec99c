"""Private files are written whole, and every refusal of the system gets its reason."""

import errno
import os
import stat
from pathlib import Path

import pytest

from desktop_app.core.errors import FileUnusableError
from desktop_app.system.files import create_exclusive, read_bounded, unusable, write_whole


def reason(caught: "pytest.ExceptionInfo[FileUnusableError]") -> str:
    return caught.value.reason


def test_a_new_file_belongs_to_this_user_alone(tmp_path: Path) -> None:
    """Whatever the umask, nobody else can read the file."""
    before = os.umask(0)
    try:
        write_whole(tmp_path / "replaced", b"x", replace=True)
        write_whole(tmp_path / "new", b"x", replace=False)
        create_exclusive(tmp_path / "exclusive").close()
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"replaced": 0o600, "new": 0o600, "exclusive": 0o600}


def test_an_existing_file_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    """Without ``replace`` the old content stays; with it the new one stands there whole."""
    path = tmp_path / "keys"
    write_whole(path, b"old", replace=False)
    with pytest.raises(FileUnusableError) as caught:
        write_whole(path, b"new", replace=False)
    assert reason(caught) == "exists"
    assert path.read_bytes() == b"old"
    write_whole(path, b"new", replace=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("replace", [True, False])
def test_a_failed_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, replace: bool
) -> None:
    """A full disk in the middle keeps the old content and leaves no draft and no empty file."""
    path = tmp_path / "settings"
    if replace:
        path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileUnusableError) as caught:
        write_whole(path, b"new", replace=replace)
    assert reason(caught) == "full"
    assert [entry.name for entry in tmp_path.iterdir()] == (["settings"] if replace else [])
    assert not replace or path.read_bytes() == b"old"


def test_a_file_system_that_cannot_sync_folders_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A recovery file can be saved on a stick whose driver does not know that call."""
    sync = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        sync(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_whole(tmp_path / "keys", b"x", replace=False)
    assert (tmp_path / "keys").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOENT, "missing"),
        (errno.ENOTDIR, "missing"),
        (errno.EACCES, "rights"),
        (errno.EROFS, "rights"),
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EEXIST, "exists"),
        (errno.EISDIR, "directory"),
        (errno.EIO, "failed"),
    ],
)
def test_every_refusal_has_its_reason(tmp_path: Path, number: int, expected: str) -> None:
    """The system's error numbers become the reasons that have a sentence."""
    path = tmp_path / "file"
    error = unusable(path, OSError(number, os.strerror(number)))
    assert (error.path, error.reason) == (str(path), expected)


def test_a_directory_is_told_from_missing_rights(tmp_path: Path) -> None:
    """Windows refuses to open a directory as if the rights were missing."""
    assert unusable(tmp_path, PermissionError(errno.EACCES, "refused")).reason == "directory"


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    """A file that is longer than ours can be is not read into memory."""
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_bounded(path, 5) == b"12345"
    with pytest.raises(FileUnusableError) as caught:
        read_bounded(path, 4)
    assert reason(caught) == "foreign"


def test_reading_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A directory and a file that is not there get their own reasons."""
    with pytest.raises(FileUnusableError) as caught:
        read_bounded(tmp_path, 10)
    assert reason(caught) == "directory"
    with pytest.raises(FileUnusableError) as caught:
        read_bounded(tmp_path / "none", 10)
    assert reason(caught) == "missing"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Both ways of writing say that the place is missing."""
    for replace in (True, False):
        with pytest.raises(FileUnusableError) as caught:
            write_whole(tmp_path / "none" / "file", b"x", replace=replace)
        assert reason(caught) == "missing"


def test_a_file_system_without_links_gets_whole_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A recovery file can be saved on a FAT stick; a name that is taken is left alone there."""

    def refuse(_path: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_whole(tmp_path / "keys", b"x", replace=False)
    with pytest.raises(FileUnusableError) as caught:
        write_whole(tmp_path / "keys", b"new", replace=False)
    assert reason(caught) == "exists"
    assert (tmp_path / "keys").read_bytes() == b"x"
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys"]


def test_a_name_that_is_taken_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the end of writing somebody else made the file."""
    (tmp_path / "keys").write_bytes(b"theirs")
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    with pytest.raises(FileUnusableError) as caught:
        write_whole(tmp_path / "keys", b"mine", replace=False)
    assert reason(caught) == "exists"
    assert (tmp_path / "keys").read_bytes() == b"theirs"
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys"]

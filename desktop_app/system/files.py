"""Private files, written whole or not at all."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from desktop_app.core.errors import FileUnusableError

_PRIVATE = 0o600
_RANDOM_BYTES = 8
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHTS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
_NOTHING_THERE = frozenset({errno.ENOENT, errno.ENOTDIR})


def unusable(path: Path, error: OSError) -> FileUnusableError:
    """What the system's refusal means for this file."""
    return FileUnusableError(str(path), _reason(path, error))


def _reason(path: Path, error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return "full"
    # Windows refuses to open a directory with EACCES.
    if error.errno == errno.EISDIR or (error.errno in _NO_RIGHTS and _is_directory(path)):
        return "directory"
    if error.errno in _NO_RIGHTS:
        return "rights"
    if error.errno in _NOTHING_THERE:
        return "missing"
    return "exists" if error.errno == errno.EEXIST else "failed"


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def private_opener(path: str, flags: int) -> int:
    """An ``opener`` for ``open``: a file that it creates belongs to this user alone."""
    return os.open(path, flags, _PRIVATE)


def create_exclusive(path: Path) -> BinaryIO:
    """Open a new private file for writing.

    Raises:
        FileUnusableError: it exists already or cannot be made.
    """
    try:
        return open(path, "xb", opener=private_opener)
    except OSError as error:
        raise unusable(path, error) from error


def read_bounded(path: Path, limit: int) -> bytes:
    """A file's whole content of at most ``limit`` bytes.

    Raises:
        FileUnusableError: it cannot be read, or is longer (``foreign``: then it is not ours).
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise FileUnusableError(str(path), "failed")  # a pipe would wait for its writer
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise unusable(path, error) from error
    if len(data) > limit:
        raise FileUnusableError(str(path), "foreign")
    return data


def require_replaceable(path: Path) -> None:
    """Pass a path at which there is nothing or a regular file.

    Renaming over a device (``/dev/null``, as root) would take it away from every program.

    Raises:
        FileUnusableError: ``directory``, or ``failed`` for a device or a pipe.
    """
    if path.is_dir():
        raise FileUnusableError(str(path), "directory")
    if path.exists() and not path.is_file():
        raise FileUnusableError(str(path), "failed")


def require_not_in_use(path: Path, in_use: Iterable[Path]) -> None:
    """Pass a path that leads, under whichever name, to none of the files in use.

    A file that is not there at present counts too: what is written under the name of a
    write-ahead log would be taken for one.

    Raises:
        FileUnusableError: ``exists``.
    """
    resolved = path.resolve()
    for used in in_use:
        if resolved == used.resolve() or _is_same(path, used):
            raise FileUnusableError(str(path), "exists")


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a private file so that it holds either its old content or all of the new one.

    Without ``replace`` an existing file is left alone. The folder must exist.

    Raises:
        FileUnusableError: it cannot be written, or exists and may not be replaced.
    """
    if replace:
        _write_draft(path, data, _take_place)
        return
    if os.path.lexists(path):
        raise FileUnusableError(str(path), "exists")
    _write_draft(path, data, _take_free_name)


@contextmanager
def written_whole(path: Path) -> Iterator[TextIO]:
    """A text stream whose content replaces the file when the block ends, and not before.

    UTF-8 without translation of line ends. When the block raises, the old file stays.

    Raises:
        FileUnusableError: it cannot be written.
    """
    with _draft_of(path) as draft:
        try:
            with open(draft, "x", encoding="utf-8", newline="", opener=private_opener) as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise unusable(path, error) from error


def _write_draft(path: Path, data: bytes, take: Callable[[Path, Path], None]) -> None:
    with _draft_of(path, take) as draft:
        try:
            with open(draft, "xb", opener=private_opener) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise unusable(path, error) from error


def _take_place(draft: Path, path: Path) -> None:
    """Give a finished file its name, whoever had it."""
    draft.replace(path)


def _take_free_name(draft: Path, path: Path) -> None:
    """Give a finished file a name that nobody has; a power cut leaves it whole or not there."""
    if sys.platform == "win32":
        draft.rename(path)  # refuses a name that is taken; elsewhere it would overwrite
        return
    try:
        path.hardlink_to(draft)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_claimed_name(draft, path)


def _take_claimed_name(draft: Path, path: Path) -> None:
    # Without links (FAT) the name is claimed by an empty file, which only a power cut can leave.
    create_exclusive(path).close()
    try:
        draft.replace(path)
    except OSError:
        path.unlink()
        raise


@contextmanager
def _draft_of(path: Path, take: Callable[[Path, Path], None] = _take_place) -> Iterator[Path]:
    """The name of a file beside ``path`` that takes its name when the block ends well."""
    require_replaceable(path)
    draft = path.with_name(f".{path.name}.{os.urandom(_RANDOM_BYTES).hex()}")
    try:
        yield draft
        try:
            take(draft, path)
            _sync_folder(path.parent)
        except OSError as error:
            raise unusable(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    # Windows can neither open a directory this way nor needs to: NTFS journals the rename.
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some file systems (FAT sticks through FUSE) do not know it; the file itself is synced.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}:
            raise
    finally:
        os.close(handle)

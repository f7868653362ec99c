"""Files that only this user can read."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.core.errors import FileUnusableError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_RANDOM_BYTES = 8


@contextmanager
def private_draft(target: Path) -> Iterator[Path]:
    """An empty private file beside ``target``, under a name that nobody else has.

    ``publish`` gives it its name; what is left of it when the block ends is removed.

    Raises:
        FileUnusableError: it cannot be made.
    """
    draft = target.with_name(f".{target.name}.{os.urandom(_RANDOM_BYTES).hex()}")
    with _named(target):
        make_private_file(draft)
    try:
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def publish(draft: Path, target: Path) -> None:
    """Let a finished draft appear as ``target``, which nothing has been put at in the meantime.

    Raises:
        FileUnusableError: ``exists``, or it cannot be written there.
    """
    with _named(target):
        try:
            os.link(draft, target)
        except FileExistsError as error:
            raise FileUnusableError(str(target), "exists") from error
        except OSError:  # no second names here, as on a stick: claim the name, then replace it
            make_private_file(target)
            _replace(draft, target)


def make_private_file(path: Path) -> None:
    """Make an empty file that only this user can read.

    It is made before anything is written to it, so there is no moment in which others can read
    it. On Windows the access list of the user's profile does what the mode does elsewhere.

    Raises:
        FileUnusableError: it exists or cannot be made.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise FileUnusableError(str(path), "exists") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileUnusableError(str(path), "missing") from error
    except PermissionError as error:
        raise FileUnusableError(str(path), "rights") from error
    except OSError as error:
        reason = "full" if error.errno in _NO_ROOM else "failed"
        raise FileUnusableError(str(path), reason) from error


def make_private_folder(path: Path) -> None:
    """Make a folder that only this user can enter; one that exists stays as it is.

    Raises:
        FileUnusableError: it cannot be made.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except PermissionError as error:
        raise FileUnusableError(str(path), "rights") from error
    except OSError as error:
        raise FileUnusableError(str(path), "failed") from error


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """Failures of a draft are the target's: the draft's name says nothing to anybody."""
    try:
        yield
    except FileUnusableError as error:
        raise FileUnusableError(str(target), error.reason) from error


def _replace(draft: Path, target: Path) -> None:
    try:
        draft.replace(target)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise FileUnusableError(str(target), "failed") from error

"""One running window for each profile and user."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.errors import FileUnusableError
from desktop_app.system.files import private_opener, unusable

_BETWEEN_TRIES = 0.01

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def held(path: Path, patience: float = 5.0) -> Iterator[None]:
    """Hold the lock file at ``path`` for the block, after waiting for another process's turn.

    Raises:
        FileUnusableError: the file cannot be made or locked, or nobody let go in ``patience``
            seconds.
    """
    lock = InstanceLock(path)
    until = time.monotonic() + patience
    while not lock.acquire():
        if time.monotonic() > until:
            raise FileUnusableError(str(path), "failed")
        time.sleep(_BETWEEN_TRIES)
    try:
        yield
    finally:
        lock.release()


class InstanceLock:
    """A lock that the system itself drops when the process ends, however it ends.

    The file stays: whoever removed it could let two processes lock two files of one name.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def acquire(self) -> bool:
        """Take the lock; False where another process of this user holds it.

        Raises:
            FileUnusableError: the lock file cannot be made or locked.
        """
        if self._file is not None:
            return True
        try:
            file = open(self._path, "ab", opener=private_opener)  # noqa: SIM115 - kept open
        except OSError as error:
            raise unusable(self._path, error) from error
        try:
            # msvcrt locks from the current position on; it has to be the same for everybody.
            os.lseek(file.fileno(), 0, os.SEEK_SET)
            first = _try_lock(file.fileno())
        except OSError as error:
            file.close()
            raise unusable(self._path, error) from error
        if not first:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock back; harmless where it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None

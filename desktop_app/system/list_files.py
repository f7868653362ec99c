"""The files of an import: the customer list that is read, the list of rejected rows."""

import io
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from desktop_app.core.entities import RejectedRow, RejectReason
from desktop_app.core.errors import FileUnusableError
from desktop_app.core.spreadsheet import row_writer
from desktop_app.system.files import require_replaceable, unusable

_BUFFER = 1 << 18
_KEPT_IN_MEMORY = 1 << 20


def name_for_journal(path: Path) -> str:
    """A file's name as text; it may have bytes that are none."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def open_list(path: Path) -> BinaryIO:
    """Open a customer list for reading; the caller closes it.

    Reading may raise a ``FileUnusableError`` too, when the disk or the network fails.

    Raises:
        FileUnusableError: ``missing``, ``directory``, ``rights``, or ``failed`` for what is no
            regular file (a pipe cannot be read twice) or cannot be opened for another reason.
    """
    try:
        # Opening a pipe would wait for its writer.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileUnusableError(str(path), "directory")
        if not stat.S_ISREG(mode):
            raise FileUnusableError(str(path), "failed")
        return _ListFile(path)
    except OSError as error:
        raise unusable(path, error) from error


def list_version(stream: BinaryIO) -> tuple[int, int, int]:
    """What is another one as soon as an open list is written, or another file has its name.

    Raises:
        FileUnusableError: the disk or the network fails.
    """
    try:
        state = os.fstat(stream.fileno())
    except OSError as error:
        raise unusable(Path(stream.name), error) from error
    # The second moment is that of the change itself, where there is one: nobody can set it.
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns


class _ListFile(io.BufferedReader):
    """A file whose read errors are typed."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path), _BUFFER)
        self._path = path

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(size)
        except OSError as error:
            raise unusable(self._path, error) from error

    def read1(self, size: int = -1, /) -> bytes:
        try:
            return super().read1(size)
        except OSError as error:
            raise unusable(self._path, error) from error


class RejectsFile:
    """The rejected rows of an import as CSV: line, customer number, reason as a sentence.

    Used with ``with``: when the block ends the file appears whole under its name, in place of an
    older one; when it fails nothing is left behind. The file is private, as it names customers.
    """

    def __init__(
        self, path: Path, heads: tuple[str, str, str], sentence: Callable[[RejectReason], str]
    ) -> None:
        self._path = path
        self._heads = heads
        self._sentence = sentence

    def __enter__(self) -> Self:
        """Raises FileUnusableError where the file cannot be made."""
        require_replaceable(self._path)
        try:
            handle, name = tempfile.mkstemp(prefix=".rejects-", dir=self._path.parent)
            self._draft = Path(name)
            self._stream = os.fdopen(handle, "w", encoding="utf-8", newline="")
            self._write = row_writer(self._stream, self._heads)
        except OSError as error:
            raise unusable(self._path, error) from error
        return self

    def write(self, row: RejectedRow) -> None:
        """Add one row.

        Raises:
            FileUnusableError: it cannot be written.
        """
        try:
            self._write((str(row.line), row.number, self._sentence(row.reason)))
        except OSError as error:
            raise unusable(self._path, error) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Raises FileUnusableError where the file cannot be finished."""
        try:
            self._finish(keep=kind is None)
        except OSError as failure:
            # What went wrong in the block says more than a file that could not be closed.
            if kind is None:
                raise unusable(self._path, failure) from failure
        finally:
            self._draft.unlink(missing_ok=True)

    def _finish(self, *, keep: bool) -> None:
        self._stream.close()
        if keep:
            self._draft.replace(self._path)


class RejectSpool:
    """Rejected rows, put aside until they are saved: in memory, or in a file without a name.

    Such a file is readable by this user only and gone when it is closed, whatever happens.
    """

    def __init__(self) -> None:
        # Open for as long as the rows are of use to somebody.
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115
            _KEPT_IN_MEMORY, "w+", encoding="utf-8", newline="\n"
        )

    def write(self, row: RejectedRow) -> None:
        """Put one more aside.

        Raises:
            FileUnusableError: there is no room.
        """
        try:
            self._file.write(f"{row.line}\t{row.reason.value}\t{row.number}\n")
        except OSError as error:
            raise unusable(Path(tempfile.gettempdir()), error) from error

    def rows(self) -> Iterator[RejectedRow]:
        """All of them, in their order.

        Raises:
            FileUnusableError: they cannot be read again.
        """
        try:
            self._file.seek(0)
            for line in self._file:
                at, reason, number = line.removesuffix("\n").split("\t", 2)
                yield RejectedRow(int(at), number, RejectReason(reason))
        except OSError as error:
            raise unusable(Path(tempfile.gettempdir()), error) from error

    def close(self) -> None:
        """Forget them."""
        self._file.close()

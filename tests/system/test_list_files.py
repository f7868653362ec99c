"""Lists are opened with typed failures; rejected rows are written whole or not at all."""

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from desktop_app.core.entities import RejectedRow, RejectReason
from desktop_app.core.errors import FileUnusableError
from desktop_app.system import list_files
from desktop_app.system.list_files import (
    RejectsFile,
    RejectSpool,
    list_version,
    name_for_journal,
    open_list,
)

HEADS = ("Line", "Number", "Reason")


def sentence(reason: RejectReason) -> str:
    return f"because {reason}"


def rejects(path: Path) -> RejectsFile:
    return RejectsFile(path, HEADS, sentence)


def reason_for(path: Path) -> str:
    with pytest.raises(FileUnusableError) as caught:
        open_list(path)
    assert caught.value.path == str(path)
    return caught.value.reason


def test_a_list_is_read(tmp_path: Path) -> None:
    """The bytes come as they are, and can be read again."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"a;b\r\n")
    with open_list(path) as stream:
        assert stream.read() == b"a;b\r\n"
        stream.seek(0)
        assert stream.read(1) == b"a"


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    """Missing files and folders are told apart."""
    assert reason_for(tmp_path / "missing.csv") == "missing"
    assert reason_for(tmp_path) == "directory"
    plain = tmp_path / "plain"
    plain.touch()
    assert reason_for(plain / "below.csv") == "missing"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """A pipe cannot be read twice, and opening it would wait."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert reason_for(pipe) == "failed"


def test_a_file_without_rights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal to open it is told."""
    path = tmp_path / "list.csv"
    path.touch()

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(list_files, "_ListFile", refuse)
    assert reason_for(path) == "rights"


def test_an_error_in_the_middle_of_reading_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that is pulled out gives the same error as a file that cannot be opened."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"x")
    stream = open_list(path)
    assert isinstance(stream, io.BufferedReader)
    descriptor = stream.fileno()
    os.close(descriptor)
    for read in (stream.read, stream.read1):
        with pytest.raises(FileUnusableError) as caught:
            read(1)
        assert caught.value.reason == "failed"
    # The stream closes the descriptor once more: it must be a file again.
    opened = os.open(path, os.O_RDONLY)
    if opened != descriptor:
        os.dup2(opened, descriptor)
        os.close(opened)
    stream.close()


def test_rejected_rows_are_written_for_a_spreadsheet(tmp_path: Path) -> None:
    """Line, number and sentence, with nothing that a spreadsheet takes for a formula."""
    path = tmp_path / "rejects.csv"
    path.write_text("old", encoding="utf-8")
    with rejects(path) as file:
        file.write(RejectedRow(3, "=1+1", RejectReason.TOO_FEW_CELLS))
        file.write(RejectedRow(4, "", RejectReason.NUMBER_EMPTY))
    assert path.read_bytes().decode("utf-8-sig") == (
        '"Line","Number","Reason"\r\n'
        '"3","\'=1+1","because too-few-cells"\r\n'
        '"4","","because number-empty"\r\n'
    )
    assert list(tmp_path.iterdir()) == [path]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def fill(path: Path, error: BaseException) -> None:
    """An import that breaks off after its first rejected row."""
    with rejects(path) as file:
        file.write(RejectedRow(3, "1", RejectReason.NUMBER_TWICE))
        raise error


def test_a_failed_import_leaves_the_old_file(tmp_path: Path) -> None:
    """What goes wrong inside the block comes through, and no half file stays."""
    path = tmp_path / "rejects.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        fill(path, KeyboardInterrupt())
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_refused_first(tmp_path: Path) -> None:
    """Before anything is imported: a folder, or a folder that is not there."""
    with pytest.raises(FileUnusableError) as caught:
        rejects(tmp_path).__enter__()
    assert caught.value.reason == "directory"
    with pytest.raises(FileUnusableError) as caught:
        rejects(tmp_path / "none" / "rejects.csv").__enter__()
    assert caught.value.reason == "missing"


class Full(io.StringIO):
    """A file on a full disk."""

    def write(self, text: str, /) -> int:
        raise OSError(errno.ENOSPC, "full")

    def close(self) -> None:
        if not self.closed:
            super().close()
            raise OSError(errno.ENOSPC, "full")


def end_on_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch, *, broken: bool) -> None:
    """An import whose file of rejected rows cannot be finished."""
    with rejects(path) as file:
        file._stream.close()
        monkeypatch.setattr(file, "_stream", Full())
        if broken:
            raise KeyError


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a row or when the file is finished, unless something worse went wrong before."""
    path = tmp_path / "rejects.csv"
    with rejects(path) as file, monkeypatch.context() as patch:
        patch.setattr(file, "_write", lambda cells: Full().write(cells[0]))
        with pytest.raises(FileUnusableError) as caught:
            file.write(RejectedRow(3, "1", RejectReason.NUMBER_TWICE))
        assert caught.value.reason == "full"
    path.unlink()
    with pytest.raises(FileUnusableError) as caught:
        end_on_full_disk(path, monkeypatch, broken=False)
    assert caught.value.reason == "full"
    with pytest.raises(KeyError):
        end_on_full_disk(path, monkeypatch, broken=True)
    assert not list(tmp_path.iterdir())


def test_rejected_rows_are_put_aside_in_their_order() -> None:
    """Few in memory and many in a file, as often as somebody asks; then they are gone."""
    spool = RejectSpool()
    rows = [
        RejectedRow(line, f"Nr\u2028 {line}", RejectReason.NUMBER_TWICE) for line in range(60_000)
    ]
    for row in rows:
        spool.write(row)
    assert list(spool.rows()) == rows
    assert list(spool.rows()) == rows
    spool.close()
    with pytest.raises(ValueError, match="closed"):
        next(spool.rows())


def test_a_full_disk_is_a_typed_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rejected rows cannot be put aside."""
    spool = RejectSpool()

    def full(_text: str) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(spool._file, "write", full)
    with pytest.raises(FileUnusableError) as caught:
        spool.write(RejectedRow(1, "1", RejectReason.NUMBER_TWICE))
    assert caught.value.reason == "full"
    spool.close()


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_name_that_is_no_text_is_journalled_as_one() -> None:
    """A file name may have any bytes."""
    assert name_for_journal(Path(os.fsdecode(b"list-\xff.csv"))) == "list-?.csv"


def test_a_list_that_is_written_is_another_version(tmp_path: Path) -> None:
    """By its length, or by its time where another one of the same length has its name."""
    path = tmp_path / "list.csv"

    def version() -> object:
        with open_list(path) as stream:
            return list_version(stream)

    path.write_bytes(b"1;Anna")
    first = version()
    assert version() == first
    path.write_bytes(b"1;Anna\n")
    second = version()
    other = tmp_path / "other.csv"
    other.write_bytes(b"2;Bert\n")
    os.utime(other, ns=(0, path.stat().st_mtime_ns + 1))
    other.replace(path)
    assert len({first, second, version()}) == 3

"""Crash reports are safe to send, and few."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from desktop_app.core.errors import DatabaseBusyError, FileUnusableError
from desktop_app.system.crash_reports import CrashReports

CANARY = "Kanarienvogel-4711"
START = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)


def ticking() -> Iterator[datetime]:
    return (START + timedelta(seconds=second) for second in count())


def reports(folder: Path) -> CrashReports:
    moments = ticking()
    return CrashReports(folder, lambda: next(moments), {"pyside6": "6.11.3"})


def fail() -> None:
    try:
        int(CANARY)
    except ValueError as error:
        raise DatabaseBusyError from error


def failure() -> Exception:
    with pytest.raises(DatabaseBusyError) as caught:
        fail()
    return caught.value


def test_a_report_tells_versions_types_and_places(tmp_path: Path) -> None:
    """Everything a programmer needs, in words."""
    text = reports(tmp_path).write(failure()).read_text(encoding="utf-8")
    for part in ("watchword 0.", "python ", "system ", "pyside6   6.11.3", "[database-busy]"):
        assert part in text
    assert "test_crash_reports.py:" in text


def test_a_report_holds_no_value(tmp_path: Path) -> None:
    """The canary in the message of the exception is in the file in no encoding."""
    data = reports(tmp_path).write(failure()).read_bytes()
    for encoding in ("utf-8", "utf-16-le"):
        assert CANARY.encode(encoding) not in data


def test_the_newest_ten_are_kept(tmp_path: Path) -> None:
    """Older reports go; other files stay."""
    (tmp_path / "watchword.log").write_text("", encoding="utf-8")
    writer = reports(tmp_path)
    written = [writer.write(failure()) for _ in range(13)]
    assert sorted(tmp_path.glob("crash-*.txt")) == written[3:]
    assert (tmp_path / "watchword.log").exists()


def test_two_reports_of_one_second_have_two_names(tmp_path: Path) -> None:
    """A second fault in the same second does not replace the first."""
    writer = CrashReports(tmp_path, lambda: START, {})
    assert writer.write(failure()) != writer.write(failure())


def test_a_fault_that_repeats_fast_writes_no_flood(tmp_path: Path) -> None:
    """A hundred reports of one second are enough."""
    for number in range(100):
        (tmp_path / f"crash-20261122T140700Z-{number:02d}.txt").write_text("", encoding="utf-8")
    assert CrashReports(tmp_path, lambda: START, {}).write(failure()).read_bytes() == b""
    assert len(list(tmp_path.iterdir())) == 10


def test_a_report_that_cannot_be_written_is_typed(tmp_path: Path) -> None:
    """A missing folder is the expected failure of a file."""
    with pytest.raises(FileUnusableError):
        reports(tmp_path / "gone").write(failure())

"""The log tells codes and places; what a person typed reaches it by no way."""

import logging
import stat
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import FileUnusableError
from desktop_app.core.secret import Secret
from desktop_app.system.logs import Logging, PrivateLogHandler

CANARY = "Kanarienvogel-4711"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "watchword.log"


@pytest.fixture
def log(path: Path) -> Iterator[logging.Logger]:
    logs = Logging(path, "debug")
    logs.start()
    yield logging.getLogger("desktop_app.test")
    logs.stop()


def test_our_own_codes_are_written(log: logging.Logger, path: Path) -> None:
    """A line has time in UTC, level, logger and text."""
    log.info("checked customer=%s answer=%s", "104233", "matches")
    line = path.read_text(encoding="utf-8").splitlines()[-1]
    assert line.endswith("INFO desktop_app.test checked customer=104233 answer=matches")
    assert "+00:00 " in line


def test_exceptions_are_written_without_their_messages(log: logging.Logger, path: Path) -> None:
    """Neither ``log.exception`` nor an exception as an argument lets its message through."""
    try:
        int(CANARY)
    except ValueError as error:
        log.exception("import-failed")
        log.error("import-failed %s", error)  # noqa: TRY400 - the argument is what is tested
    text = path.read_text(encoding="utf-8")
    assert CANARY not in text
    assert "test_logs.py:" in text
    assert "import-failed ValueError" in text


def test_secrets_are_masked(log: logging.Logger, path: Path) -> None:
    """A secret that is logged by mistake shows as a mask."""
    log.debug("typed %s %r", Secret(CANARY), [Secret(CANARY)])
    text = path.read_text(encoding="utf-8")
    assert CANARY not in text
    assert "•••" in text


def test_words_of_libraries_are_left_out(log: logging.Logger, path: Path) -> None:
    """Other loggers are named with their place; their messages may quote values."""
    assert log.name
    logging.getLogger("keyring.backend").warning("cannot store %s", CANARY)
    logging.getLogger("desktop_application").warning(CANARY)
    text = path.read_text(encoding="utf-8")
    assert CANARY not in text
    assert "WARNING keyring.backend (test_logs.py:" in text


def test_python_warnings_are_written_without_their_text(log: logging.Logger, path: Path) -> None:
    """A warning is its category and place."""
    assert log.name
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        # catch_warnings puts its own recorder back afterwards; the hook of the log is asked here.
        warnings.showwarning(UserWarning(CANARY), UserWarning, "/home/somebody/pkg/mod.py", 7)
    text = path.read_text(encoding="utf-8")
    assert CANARY not in text
    assert "somebody" not in text
    assert "python-warning UserWarning pkg/mod.py:7" in text


def test_one_record_is_one_line(log: logging.Logger, path: Path) -> None:
    """A line break in an argument cannot forge a record."""
    log.warning("customer %s", "1\n2026-01-01 INFO forged")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def test_odd_characters_do_not_stop_the_log(path: Path) -> None:
    """A lone surrogate is escaped."""
    handler = PrivateLogHandler(path)
    # Straight to the handler: a report of pytest's that has such a character cannot be sent.
    handler.handle(logging.LogRecord("desktop_app", 30, __file__, 1, "name %s", ("\udc80",), None))
    handler.close()
    assert "\\udc80" in path.read_text(encoding="utf-8")


def test_a_record_that_cannot_be_formatted_is_dropped_quietly(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong call does not print its arguments to stderr, which desktops write to disk."""
    handler = PrivateLogHandler(path)
    for text, arguments in (("two %s %s", (CANARY,)), ("afterwards", ())):
        record = logging.LogRecord("desktop_app", 30, __file__, 1, text, arguments, None)
        handler.handle(record)
    handler.close()
    assert CANARY not in capsys.readouterr().err
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("afterwards")


def test_the_log_is_private_and_bounded(log: logging.Logger, path: Path) -> None:
    """Files are readable by this user only, and rotation keeps five of them."""
    text = "x" * 64 * 1024
    for _ in range(100):
        log.info("%s", text)
    files = sorted(path.parent.iterdir())
    assert len(files) == 5
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


def test_the_level_is_kept(path: Path) -> None:
    """Below the level nothing is written."""
    logs = Logging(path, "warning")
    logs.start()
    logging.getLogger("desktop_app.test").info("too-much")
    logs.stop()
    assert path.read_text(encoding="utf-8") == ""


def test_stopping_puts_everything_back(path: Path) -> None:
    """Afterwards the process logs as before; stopping twice is harmless."""
    before = (logging.getLogger().handlers[:], warnings.showwarning)
    logs = Logging(path, "info")
    logs.start()
    logs.stop()
    logs.stop()
    assert (logging.getLogger().handlers, warnings.showwarning) == before


def test_a_log_that_cannot_be_written_is_typed(tmp_path: Path) -> None:
    """The caller decides what to do without a log."""
    with pytest.raises(FileUnusableError):
        Logging(tmp_path / "gone" / "watchword.log", "info").start()

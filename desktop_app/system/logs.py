"""The log: our own codes and figures, and of everybody else only where they spoke.

Records of other libraries, exceptions and the texts of warnings may quote values; their words are
left out. What our own code logs is codes, counts, times and at most a customer's number.
"""

import logging
import warnings
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from desktop_app.system import safe_traceback
from desktop_app.system.files import private_opener, unusable
from desktop_app.system.folders import LOG_BACKUPS

if TYPE_CHECKING:
    from collections.abc import Callable

OWN_LOGGERS = "desktop_app"

_LARGEST_FILE = 1024 * 1024
_log = logging.getLogger(__name__)


class SafeFormatter(logging.Formatter):
    """One line for each record, its time in UTC; message-free frames below it."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a text that holds nothing a person typed."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        lines = [f"{moment} {record.levelname} {record.name} {_text(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines.extend(safe_traceback.describe(record.exc_info[1]))
        return "\n    ".join(lines)


def _text(record: logging.LogRecord) -> str:
    if not (record.name == OWN_LOGGERS or record.name.startswith(OWN_LOGGERS + ".")):
        return f"({record.filename}:{record.lineno})"
    arguments = record.args
    if isinstance(arguments, tuple):
        # An exception's own text is its message, wherever it is put.
        arguments = tuple(
            safe_traceback.name(value) if isinstance(value, BaseException) else value
            for value in arguments
        )
    text = str(record.msg) % arguments if arguments else str(record.msg)
    return text.replace("\r", "␍").replace("\n", "␊")


class PrivateLogHandler(RotatingFileHandler):
    """A log of five files of 1 MiB at most that only this user can read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            maxBytes=_LARGEST_FILE,
            backupCount=LOG_BACKUPS,
            encoding="utf-8",
            errors="backslashreplace",
        )
        self.setFormatter(SafeFormatter())

    def _open(self) -> TextIOWrapper:
        file = open(self.baseFilename, "ab", opener=private_opener)  # noqa: SIM115 - kept open
        return TextIOWrapper(file, encoding=self.encoding, errors=self.errors)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Go on without the record: the usual report would print its arguments to stderr."""


class Logging:
    """The logging of one process; leaving the context puts things back as they were."""

    def __init__(self, path: Path, level: str) -> None:
        """``level`` is ``warning``, ``info`` or ``debug``."""
        self._path = path
        self._level = logging.getLevelNamesMapping()[level.upper()]
        self._handler: PrivateLogHandler | None = None
        self._show_warning: Callable[..., None] = warnings.showwarning

    def start(self) -> None:
        """Write the log from now on.

        Raises:
            FileUnusableError: the file cannot be written.
        """
        try:
            handler = PrivateLogHandler(self._path)
        except OSError as error:
            raise unusable(self._path, error) from error
        root = logging.getLogger()
        root.addHandler(handler)
        logging.getLogger(OWN_LOGGERS).setLevel(self._level)
        self._handler = handler
        self._show_warning = warnings.showwarning
        warnings.showwarning = log_warning

    def stop(self) -> None:
        """Close the log; harmless where it was not started."""
        if self._handler is None:
            return
        warnings.showwarning = self._show_warning
        logging.getLogger().removeHandler(self._handler)
        logging.getLogger(OWN_LOGGERS).setLevel(logging.NOTSET)
        self._handler.close()
        self._handler = None


def log_warning(  # noqa: PLR0917 - the signature of warnings.showwarning
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """A Python warning as its category and place; replaces ``warnings.showwarning``."""
    del message, file, line  # they quote values and sources
    place = safe_traceback.short_name(filename)
    _log.warning("python-warning %s %s:%d", category.__qualname__, place, lineno)

"""Reports of our own faults, safe to send to somebody: no values, no messages, no names."""

import platform
from collections.abc import Mapping
from pathlib import Path

from desktop_app import __version__
from desktop_app.core.errors import FileUnusableError
from desktop_app.core.ports import Clock
from desktop_app.system import safe_traceback
from desktop_app.system.files import unusable, write_whole

_KEPT = 10
_MOST_AT_ONE_MOMENT = 100
_PREFIX = "crash-"
_HEAD = "Watchword crash report. It holds no entries, names, numbers or keys."


class CrashReports:
    """Writes a report for each fault into the log folder and keeps the newest ten."""

    def __init__(self, folder: Path, clock: Clock, versions: Mapping[str, str]) -> None:
        """``versions`` are those of the libraries that matter, by name."""
        self._folder = folder
        self._clock = clock
        self._versions = dict(versions)

    def write(self, error: BaseException) -> Path:
        """Write a report and remove those beyond the tenth.

        Raises:
            FileUnusableError: it cannot be written.
        """
        moment = self._clock()
        text = "\n".join(
            [
                _HEAD,
                "",
                f"time      {moment.isoformat(timespec='seconds')}",
                f"watchword {__version__}",
                f"python    {platform.python_version()} {platform.python_implementation()}",
                f"system    {platform.system()} {platform.release()} {platform.machine()}",
                *(f"{name:<9} {version}" for name, version in sorted(self._versions.items())),
                "",
                *safe_traceback.describe(error),
                "",
            ]
        )
        path = self._write_new(f"{_PREFIX}{moment:%Y%m%dT%H%M%SZ}", text.encode("utf-8"))
        self._remove_oldest()
        return path

    def _write_new(self, stem: str, data: bytes) -> Path:
        for number in range(_MOST_AT_ONE_MOMENT):
            path = self._folder / f"{stem}-{number:02d}.txt"
            try:
                write_whole(path, data, replace=False)
            except FileUnusableError as error:
                if error.reason != "exists":
                    raise
            else:
                return path
        # A fault that repeats this fast says nothing new.
        return self._folder / f"{stem}-{_MOST_AT_ONE_MOMENT - 1:02d}.txt"

    def _remove_oldest(self) -> None:
        reports = sorted(self._folder.glob(f"{_PREFIX}*.txt"))
        for report in reports[:-_KEPT]:
            try:
                report.unlink(missing_ok=True)
            except OSError as error:
                raise unusable(report, error) from error

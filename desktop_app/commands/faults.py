"""A fault of the program itself, on the command line: one sentence and a safe report."""

import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, qVersion

from desktop_app.core.errors import FileUnusableError
from desktop_app.system.clock import utc_now
from desktop_app.system.crash_reports import CrashReports
from desktop_app.system.folders import Folders

translate = QCoreApplication.translate


def report_faults(folders: Folders) -> None:
    """Let an exception that nobody expects print no message and no value, which may be secret."""

    def hook(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        try:
            path = CrashReports(folders.logs, utc_now, {"qt": qVersion()}).write(error)
            sentence = translate(
                "Commands",
                "Watchword has met a fault of its own. Report without personal data: {path}",
            ).format(path=path)
        except FileUnusableError:
            sentence = translate(
                "Commands", "Watchword has met a fault of its own, and no report can be written."
            )
        sys.stderr.write(sentence + "\n")

    sys.excepthook = hook

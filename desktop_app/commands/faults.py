"""A fault of the program itself, on the command line: one sentence and a safe report."""

import sys
import threading

from PySide6.QtCore import QCoreApplication, qVersion

from desktop_app.core.errors import FileUnusableError
from desktop_app.system.clock import utc_now
from desktop_app.system.crash_reports import CrashReports
from desktop_app.system.folders import Folders

translate = QCoreApplication.translate


def report_faults(folders: Folders) -> None:
    """Let an exception that nobody expects print no message and no value, which may be secret.

    That holds for every thread; what the thread did for a command fails as ``UnexpectedError``.
    """

    def report(error: BaseException) -> None:
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
        if sys.stderr is not None:
            sys.stderr.write(sentence + "\n")

    sys.excepthook = lambda _kind, error, _trace: report(error)
    threading.excepthook = lambda arguments: report(arguments.exc_value or RuntimeError())

"""A fault of the program itself while the window is open: a safe report and a calm dialog."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import FileUnusableError
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.crash_dialog import CrashNotice
from desktop_app.system.clock import utc_now
from desktop_app.system.crash_reports import CrashReports
from desktop_app.system.folders import Folders

_log = logging.getLogger("desktop_app.faults")


class Faults(QObject):
    """Takes the place of Python's hooks for exceptions that nobody expects, in every thread.

    Neither the report nor the log nor the dialog holds a message or a value of the exception:
    they may quote what a caller has said.
    """

    quit_requested = Signal()

    _reported = Signal(object)

    def __init__(self, desk: Desk, window: QWidget, folders: Folders) -> None:
        super().__init__(window)
        self._reports = CrashReports(folders.logs, utc_now, {"qt": qVersion()})
        self._notice = CrashNotice(desk, _open_folder, window)
        self._notice.quit_requested.connect(self.quit_requested)
        self._reported.connect(self._notice.show)
        self._hook = sys.excepthook
        self._thread_hook = threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def close(self) -> None:
        """Put Python's hooks back."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _on_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._report(error)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._report(arguments.exc_value)

    def _report(self, error: BaseException) -> None:
        _log.error("fault", exc_info=error)
        try:
            path = self._reports.write(error)
        except FileUnusableError:
            path = None
        self._reported.emit(path)  # shown in the GUI thread, whichever thread has failed


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

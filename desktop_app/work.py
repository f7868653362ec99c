"""What the window does once it is on the screen: a part of the window's composition root."""

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer, qVersion
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import FileUnusableError, TeamKeyError, WatchwordError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.quit_signals import QuitSignals
from desktop_app.gui.windows import Windows
from desktop_app.opening import Opened, Opener, demo_opener, profile_opener
from desktop_app.profile import profile_of
from desktop_app.system.clock import utc_now
from desktop_app.system.crash_reports import CrashReports
from desktop_app.system.folders import Folders
from desktop_app.system.logs import Logging
from desktop_app.system.settings import SettingsStore, SettingsWarning

translate = QCoreApplication.translate

_SEAL_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What was found when the profile was looked after; None and True where all is well."""

    key_failure: TeamKeyError | None
    journal_stands: bool
    has_recovery_file: bool


class Work(QObject):
    """Opens the profile, connects the dialogs to it, and looks after journal and team key."""

    def __init__(
        self,
        application: QApplication,
        desk: Desk,
        window: MainWindow,
        store: SettingsStore,
        folders: Folders,
        profile: str,
        *,
        is_demo: bool,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._opened: Opened | None = None
        self._log = Logging(folders.log_file, store.load().settings.log_level)
        with suppress(FileUnusableError):  # a log that cannot be written stops nobody
            self._log.start()
        self._reports = CrashReports(folders.logs, utc_now, {"qt": qVersion()})
        self._opener: Opener = (
            demo_opener(folders, translate("App", "Demo"))
            if is_demo
            else profile_opener(profile_of(profile, folders), translate("App", "This workstation"))
        )
        self._windows = Windows(window)
        self._windows.changed.connect(self._seal)
        window.reopen_requested.connect(self._open)
        window.lock_requested.connect(self._pause)
        window.resume_requested.connect(self._open)
        self._sealing = QTimer(self)
        self._sealing.setInterval(_SEAL_EVERY_MS)
        self._sealing.timeout.connect(self._seal)
        self._quit_signals = QuitSignals(application.quit, self)

    def start(self, warning: SettingsWarning | None) -> None:
        """Open the profile in the background."""
        self._open()

    def close(self) -> None:
        """Keep the journal's head and close the database; no job runs any more."""
        self._quit_signals.close()
        if self._opened is not None:
            with suppress(WatchwordError):
                _seal(self._opened)
            self._opened.session.storage.close()
        self._log.stop()

    def _open(self) -> None:
        self._desk.tasks.run(self, self._opener, self._on_opened, self._on_open_failed)

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        context = Context(self._desk, opened.session, opened.policy)
        self._window.open(context)
        self._windows.open(context)
        if opened.to_try:
            self._window.set_demo_customers(opened.to_try)
        self._sealing.start()

    def _on_open_failed(self, error: WatchwordError) -> None:
        self._window.show_opening_failure(error)

    def _pause(self) -> None:
        self._windows.close()
        self._window.close_profile()

    def _seal(self) -> None:
        opened = self._opened
        if opened is not None:
            self._desk.tasks.run(self, lambda: _seal(opened), _ignore, _ignore)


def _seal(opened: Opened) -> None:
    journal = opened.session.storage.journal
    journal.seal()
    head = journal.head()
    if opened.profile is not None and head is not None:
        opened.profile.remember_head(head)


def _ignore(_outcome: object) -> None:
    """Nothing follows: the next turn tries again."""

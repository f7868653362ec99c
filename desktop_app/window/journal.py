"""Looks after the journal while a profile is open: chained, remembered, old months dropped."""

from PySide6.QtCore import QObject, QTimer

from desktop_app.core.entities import JournalFault, JournalFaultKind
from desktop_app.core.errors import JournalFaultError, StorageError, WatchwordError
from desktop_app.gui.context import Desk
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.texts.doctor_sentences import journal_fault
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.journal_care import shorten_journal
from desktop_app.window.opening import Opened

_SEAL_EVERY_MS = 60_000
_SHORTEN_EVERY_MS = 6 * 60 * 60_000
"""A window that is never closed drops old months too."""


class JournalUpkeep(QObject):
    """Works on what ``watch`` was given, until ``leave``; the demo's journal is only sealed."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._opened: Opened | None = None
        self._sealing = QTimer(self)
        self._sealing.setInterval(_SEAL_EVERY_MS)
        self._sealing.timeout.connect(self.seal)
        self._shortening = QTimer(self)
        self._shortening.setInterval(_SHORTEN_EVERY_MS)
        self._shortening.timeout.connect(self._shorten)

    def watch(self, opened: Opened) -> None:
        """Begin, with the months that are past keeping."""
        self._opened = opened
        self._sealing.start()
        self._shortening.start()
        self._shorten()

    def leave(self) -> None:
        """Do nothing any more."""
        self._opened = None
        self._sealing.stop()
        self._shortening.stop()

    def seal(self) -> None:
        """Chain the new entries and remember the newest one."""
        opened = self._opened
        if opened is not None:
            self._window.look_for_customers()
            self._desk.tasks.run(
                self, lambda: seal_journal(opened), self._on_known, self._on_sealing_failed
            )

    def _shorten(self) -> None:
        profile = self._opened.profile if self._opened is not None else None
        if profile is not None:
            self._desk.tasks.run(self, lambda: _shortened(profile), self._on_known, _ignore)

    def _on_known(self, fault: JournalFault | None) -> None:
        """The newest entry that this workstation remembers must still be in the journal."""
        if fault is not None and self._opened is not None:
            self._window.notices.show_text(journal_fault(fault), topic="journal", stays=True)

    def _on_sealing_failed(self, error: WatchwordError) -> None:
        """The next turn tries again; a lost connection is better known before the next call."""
        if isinstance(error, StorageError) and self._opened is not None:
            self._window.check_connection()


def seal_journal(opened: Opened) -> JournalFault | None:
    """Chain the new entries; the fault where the remembered one is gone."""
    if opened.profile is not None:
        return opened.profile.keep_head()
    opened.session.storage.journal.seal()
    return None


def _shortened(profile: OpenProfile) -> JournalFault | None:
    """Drop the months that are past keeping, unless the journal is not the one that is known."""
    try:
        shorten_journal(profile)
    except JournalFaultError as error:
        return JournalFault(error.sequence, JournalFaultKind(error.kind))
    return None


def _ignore(_error: WatchwordError) -> None:
    """Nothing follows: the next turn tries again."""

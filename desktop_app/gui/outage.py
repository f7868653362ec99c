"""That the database does not answer: since when, why, and when it is tried again."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import NotAllowedError, StorageError, WatchwordError
from desktop_app.core.server_errors import (
    ConnectionLostError,
    LoginMissingError,
    LoginRefusedError,
    ServerBusyError,
    ServerNotReadyError,
    ServerReadOnlyError,
    ServerUnreachableError,
)
from desktop_app.gui.retry import RetryCountdown
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.failures import failure

PASSING = (
    ConnectionLostError,
    ServerUnreachableError,
    ServerNotReadyError,
    ServerBusyError,
    ServerReadOnlyError,
)
"""Failures of a server that end without anybody's doing at this computer."""

REFUSED = (LoginRefusedError, LoginMissingError, NotAllowedError)
"""Failures of a login that has no right here any more, as far as anybody can know: none ends by
waiting. Whoever can search at all may do everything that the window reads by itself."""

_NO_CONNECTION = (ConnectionLostError, ServerUnreachableError, ServerNotReadyError)


class Outage(QObject):
    """From the first failure to the first success; tries again by itself, less and less often."""

    changed = Signal()
    """It began, ended, or the time to the next try changed."""

    retry_due = Signal()
    """Try now."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._since: datetime | None = None
        self._error: WatchwordError | None = None
        self._server = ""
        self._countdown = RetryCountdown(self)
        self._countdown.ticked.connect(self._on_countdown_ticked)
        self._countdown.due.connect(self.retry_due)

    def watch(self, server: str) -> None:
        """From now on it is about this host; empty for a database of this computer."""
        self._server = server

    @property
    def is_on(self) -> bool:
        """Whether it lasts."""
        return self._since is not None

    def begin(self, error: WatchwordError) -> None:
        """A call failed, again or for the first time."""
        self._since = self._since or self._now()
        self._error = error
        self._countdown.failed()
        self.changed.emit()

    def pause(self) -> None:
        """A try is under way."""
        self._countdown.pause()
        if self.is_on:
            self.changed.emit()

    def end(self) -> None:
        """A call succeeded, or nobody calls any more."""
        self._countdown.stop()
        if self.is_on:
            self._since = None
            self._error = None
            self.changed.emit()

    def happened(self) -> str:
        """What happened, and since when."""
        if self._since is None:
            return ""
        time = sentences.clock_time(self._since)
        if self._server and isinstance(self._error, _NO_CONNECTION):
            return self.tr("No connection to {server} since {time}.").format(
                server=self._server, time=time
            )
        if isinstance(self._error, StorageError):
            return self.tr("No answer from the database since {time}.").format(time=time)
        return self.tr("Customers cannot be read since {time}.").format(time=time)

    def impossible(self) -> str:
        """What does not work, and what to do."""
        if self._server and isinstance(self._error, _NO_CONNECTION):
            return self.tr(
                "Checks are paused; nothing is stored on this computer to check against."
            )
        return failure(self._error) if self._error is not None else ""

    def next_try(self) -> str:
        """When it is tried again."""
        if self._countdown.seconds_left:
            return self.tr("Next try in {seconds} s").format(seconds=self._countdown.seconds_left)
        return self.tr("Trying…")

    def _on_countdown_ticked(self, _seconds: int) -> None:
        self.changed.emit()

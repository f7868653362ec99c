"""Notices within half a minute that the server of a shared database is gone, whoever is idle."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.errors import WatchwordError
from desktop_app.gui.tasks import Tasks

ASK_EVERY_MS: Final = 15_000
"""Deadlines of the question and of what is asked then come on top: together below 30 seconds."""


class Touch(QObject):
    """Asks the server one small question at a time, in the task runner, but none during an outage.

    A hundred workstations ask seven times a second, for which a server needs two thousandths of a
    core.
    """

    lost = Signal()
    """The question was not answered as it should be."""

    def __init__(
        self, tasks: Tasks, parent: QObject | None = None, *, every_ms: int = ASK_EVERY_MS
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ask: Callable[[], None] | None = None
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._on_timer_timeout)

    def keep(self, ask: Callable[[], None] | None) -> None:
        """Ask this from now on; None for a database that cannot get lost."""
        self._ask = ask
        if ask is None:
            self._timer.stop()
        else:
            self._timer.start()

    def set_connected(self, connected: bool) -> None:  # noqa: FBT001 - a signal's argument
        """During an outage others ask, less and less often."""
        if not connected:
            self._timer.stop()
        elif self._ask is not None:
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        ask = self._ask
        if ask is not None and not self._is_asking:
            self._is_asking = True
            self._tasks.run(self, ask, self._on_answered, self._on_failed)

    def _on_answered(self, _nothing: None) -> None:
        self._is_asking = False

    def _on_failed(self, _error: WatchwordError) -> None:
        self._is_asking = False
        if self._ask is not None:
            self.lost.emit()

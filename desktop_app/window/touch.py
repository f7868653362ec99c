"""Looks what colleagues have changed, and notices within half a minute that the server is gone."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.entities import Person
from desktop_app.core.errors import WatchwordError
from desktop_app.gui.tasks import Tasks

News = frozenset[int] | None
"""Whose customers' data to read again, None for whatever is shown; see ``CustomerStore.news``."""

LOOK_EVERY_MS: Final = 2_000
"""A colleague's caution is to be seen within 5 seconds. This is also the rate to which somebody is
held who sends notifications without end."""

LOOKS_PER_QUESTION: Final = 7
"""Deadlines of the question and of what is asked then come on top: together below 30 seconds."""


class Touch(QObject):
    """Looks for news and now and then asks the server one small question, in the task runner.

    One at a time, and neither during an outage. A hundred workstations ask seven times a second,
    for which a server needs two thousandths of a core; it is not asked for news.
    """

    lost = Signal()
    """The database did not answer as it should."""
    heard = Signal(object)
    """There are ``News``."""
    answered = Signal(object)
    """The ``Person`` that the server knows by this login now."""

    def __init__(
        self, tasks: Tasks, parent: QObject | None = None, *, every_ms: int = LOOK_EVERY_MS
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._look: Callable[[], News] | None = None
        self._ask: Callable[[], Person] | None = None
        self._looks = 0
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._on_timer_timeout)

    def keep(self, look: Callable[[], News], ask: Callable[[], Person] | None) -> None:
        """Look and ask so from now on; ``ask`` is None for a database that cannot get lost."""
        self._look = look
        self._ask = ask
        self._timer.start()

    def leave(self) -> None:
        """Neither look nor ask any more."""
        self._look = self._ask = None
        self._timer.stop()

    def set_connected(self, connected: bool) -> None:  # noqa: FBT001 - a signal's argument
        """During an outage others ask, less and less often."""
        if not connected:
            self._timer.stop()
        elif self._look is not None:
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        look = self._look
        if look is None or self._is_busy:
            return
        self._looks += 1
        ask = self._ask if self._looks % LOOKS_PER_QUESTION == 0 else None

        def job() -> tuple[Person | None, News]:
            return None if ask is None else ask(), look()

        self._is_busy = True
        self._tasks.run(self, job, self._on_looked, self._on_failed)

    def _on_looked(self, found: tuple[Person | None, News]) -> None:
        self._is_busy = False
        person, news = found
        if self._look is not None and person is not None:
            self.answered.emit(person)
        if self._look is not None and news != frozenset():
            self.heard.emit(news)

    def _on_failed(self, _error: WatchwordError) -> None:
        self._is_busy = False
        if self._look is not None:
            self.lost.emit()

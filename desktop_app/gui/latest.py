"""Jobs of which only the newest counts, such as the searches of somebody who is typing."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from desktop_app.core.errors import WatchwordError
from desktop_app.gui.tasks import Task, Tasks

T = TypeVar("T")


class Latest(QObject, Generic[T]):
    """Runs one job at a time; while it runs, only the newest of the waiting ones is kept.

    The outcome of a job that is no longer the newest is dropped.
    """

    def __init__(
        self,
        tasks: Tasks,
        done: Callable[[T], None],
        failed: Callable[[WatchwordError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._on_done = done
        self._on_failed = failed
        self._running: Task[T] | None = None
        self._waiting: Callable[[], T] | None = None
        self._wanted = False

    @property
    def is_busy(self) -> bool:
        """Whether an outcome is still to come."""
        return self._wanted

    def run(self, job: Callable[[], T]) -> None:
        """Let this be the newest job."""
        self._wanted = True
        if self._running is None:
            self._start(job)
        else:
            self._waiting = job

    def drop(self) -> None:
        """Want no outcome any more."""
        self._wanted = False
        self._waiting = None

    def _start(self, job: Callable[[], T]) -> None:
        self._running = self._tasks.run(self, job, self._deliver, self._fail)

    def _deliver(self, result: T) -> None:
        if self._is_newest():
            self._on_done(result)

    def _fail(self, error: WatchwordError) -> None:
        if self._is_newest():
            self._on_failed(error)

    def _is_newest(self) -> bool:
        self._running = None
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._start(waiting)
            return False
        wanted, self._wanted = self._wanted, False
        return wanted

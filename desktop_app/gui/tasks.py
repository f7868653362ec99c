"""Everything slow runs here: database, hash, keyring and files stay off the GUI thread."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from desktop_app.core.errors import WatchwordError

T = TypeVar("T")

_MOST_THREADS = 3
_FOR_EVER = -1
_TURN_SECONDS: Final = 0.0005
"""How long a busy worker keeps the interpreter from the windows' thread.

Painting asks for it dozens of times: at Python's own 5 ms the progress of an import held up the
keyboard for 0.2 s.
"""


class Task(QObject, Generic[T]):
    """One job under way. Lives in the GUI thread; its callbacks are called there or never."""

    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[["WatchwordError"], None],
        ended: Callable[["Task[T]"], None],
    ) -> None:
        super().__init__()
        self._owner = owner
        self._on_done = done
        self._on_failed = failed
        self._on_ended = ended
        self._cancelled = False
        # Bound methods of an object of the GUI thread: a lambda would run in the worker.
        self._done.connect(self._deliver)
        self._failed.connect(self._fail)

    def cancel(self) -> None:
        """Drop the result; the job itself runs to its end."""
        self._cancelled = True

    def run(self, job: Callable[[], T]) -> None:
        """Run ``job`` in the calling worker thread and hand its outcome to the GUI thread."""
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - the task runner is where bugs are caught
            self._failed.emit(error)
        else:
            self._done.emit(result)

    def _deliver(self, result: T) -> None:
        self._on_ended(self)
        if self._is_wanted():
            self._on_done(result)

    def _fail(self, error: Exception) -> None:
        # Imported late: nothing fails before the window is there.
        from desktop_app.core.errors import UnexpectedError, WatchwordError

        self._on_ended(self)
        expected = isinstance(error, WatchwordError)
        if self._is_wanted():
            self._on_failed(error if isinstance(error, WatchwordError) else UnexpectedError())
        if not expected:
            raise error  # reaches the excepthook on the GUI thread, whoever still waits

    def _is_wanted(self) -> bool:
        return not self._cancelled and isValid(self._owner)


class Tasks(QObject):
    """A small pool of lasting threads, so that each keeps its warm database connection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN_SECONDS)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_MOST_THREADS)
        self._pool.setExpiryTimeout(_FOR_EVER)
        self._under_way: set[Task[object]] = set()
        self._closed = False

    def run(
        self,
        owner: QObject,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[["WatchwordError"], None],
    ) -> Task[T]:
        """Run ``job`` in the pool, then ``done(result)`` or ``failed(error)`` in the GUI thread.

        Neither is called once ``owner`` is destroyed or the task is cancelled. A failure that is
        no ``WatchwordError`` is a bug: ``failed`` gets an ``UnexpectedError``, the excepthook the
        bug itself.
        """
        task: Task[T] = Task(owner, done, failed, self._forget)
        if not self._closed:
            self._under_way.add(task)  # type: ignore[arg-type]  # kept alive, never read
            self._pool.start(lambda: task.run(job))
        return task

    def close(self, patience_ms: int = 5_000) -> bool:
        """Take no more jobs, drop every result, wait for the running ones; whether all ended."""
        self._closed = True
        self._pool.clear()
        for task in self._under_way:
            task.cancel()
        return self._pool.waitForDone(patience_ms)

    def _forget(self, task: Task[T]) -> None:
        self._under_way.discard(task)

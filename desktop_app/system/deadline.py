"""A call that somebody waits for no longer than they want to."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from desktop_app.core.errors import UnexpectedError, WatchwordError

T = TypeVar("T")


class _Call(Generic[T]):
    def __init__(self, call: Callable[[], T]) -> None:
        self._call = call
        self._results: list[T] = []
        self._failure: WatchwordError = UnexpectedError()
        self._ended = threading.Event()

    def run(self) -> None:
        try:
            self._results.append(self._call())
        except WatchwordError as error:
            self._failure = error
        finally:  # anything else is a bug: threading.excepthook reports it
            self._ended.set()

    def wait(self, seconds: float) -> T:
        if not self._ended.wait(seconds):
            raise TimeoutError
        if not self._results:
            raise self._failure
        return self._results[0]


def within(seconds: float, call: Callable[[], T]) -> T:
    """What ``call`` returns, if it does so in time; it runs in a thread of its own.

    A call that is late goes on by itself and its outcome is dropped: a thread cannot be stopped
    from outside, but nobody has to wait for it, not even the end of the program.

    Raises:
        TimeoutError: it took longer.
        WatchwordError: what the call raised; ``UnexpectedError`` where that was a bug.
    """
    waited = _Call(call)
    threading.Thread(target=waited.run, name="watchword-deadline", daemon=True).start()
    return waited.wait(seconds)

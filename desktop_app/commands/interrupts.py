"""Ctrl+C, so that what is said afterwards is true."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self, TypeVar

T = TypeVar("T")


class StoppedError(KeyboardInterrupt):
    """Interrupted at a moment at which nothing had been changed."""


@contextmanager
def nothing_changed_yet() -> Iterator[None]:
    """For a part of a command that changes nothing: asking, reading."""
    try:
        yield
    except KeyboardInterrupt:
        raise StoppedError from None


class StoppingBetweenItems:
    """Lets Ctrl+C take effect only where the next item of an iterator is due.

    The items feed one transaction. Stopped between two of them, it is undone; a Ctrl+C after the
    last one comes too late, because nobody could say whether the commit in progress had been
    made. Where Ctrl+C is ignored (``nohup``) it stays so.
    """

    def __init__(self) -> None:
        self._pressed = False
        self._before = signal.getsignal(signal.SIGINT)

    def __enter__(self) -> Self:
        if self._before is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._on_signal)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    def through(self, items: Iterator[T]) -> Iterator[T]:
        """The same items, as long as nobody presses Ctrl+C.

        Raises:
            StoppedError: somebody has.
        """
        for item in items:
            self._require_not_pressed()
            yield item
        self._require_not_pressed()

    def _require_not_pressed(self) -> None:
        if self._pressed:
            raise StoppedError

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._pressed = True

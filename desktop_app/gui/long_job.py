"""A job that takes minutes: it says how far it is, and a person can give it up."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class LongJob(QObject):
    """Lives in the GUI thread, where ``progressed`` arrives; the job calls ``tell`` in its own."""

    progressed = Signal(int)
    """How much was done so far, in the job's own unit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_over = Event()

    def give_up(self) -> None:
        """Let the job end at its next ``tell``."""
        self._is_over.set()

    def tell(self, done: int) -> None:
        """Say how far the job is; ends it where it was given up, what it was writing undone."""
        if self._is_over.is_set():
            raise _GivenUp
        self.progressed.emit(done)

    @staticmethod
    def or_none(job: Callable[[], T]) -> T | None:
        """What ``job`` returns; None where it was given up."""
        try:
            return job()
        except _GivenUp:
            return None


class _GivenUp(BaseException):
    """Leaves a job; nobody but ``or_none`` catches it."""

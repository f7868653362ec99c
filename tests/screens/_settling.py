"""Waiting for a window to reach the state that its picture shows."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtWidgets import QApplication

_PATIENCE_SECONDS = 20.0


def settle(reached: Callable[[], bool]) -> None:
    """Process events until ``reached``; a state that never comes is an error."""
    deadline = monotonic() + _PATIENCE_SECONDS
    while not reached():
        if monotonic() > deadline:
            raise TimeoutError
        QApplication.processEvents()

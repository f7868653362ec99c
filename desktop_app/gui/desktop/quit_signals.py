"""Ends the event loop in order when the system or a terminal asks the process to stop."""

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class QuitSignals(QObject):
    """Calls ``stop`` in the GUI thread on Ctrl+C and on SIGTERM.

    Qt's loop runs no Python while nothing happens; the interpreter writes a byte into a socket
    when a signal arrives, and the loop wakes up for it. On Windows the console does without.
    """

    def __init__(self, stop: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self._woken, self._waker = socket.socketpair()
        for end in (self._woken, self._waker):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)
        self._before = signal.set_wakeup_fd(self._waker.fileno())
        self._handlers = {
            number: signal.signal(number, self._on_signal)
            for number in ((signal.SIGINT,) if sys.platform == "win32" else _ASKING)
        }
        self._asked = False

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._woken.close()
        self._waker.close()

    def _on_signal(self, _number: int, _frame: object) -> None:
        self._asked = True

    def _on_notifier_activated(self) -> None:
        self._woken.recv(64)
        if self._asked:
            self._stop()


_ASKING = (signal.SIGINT, signal.SIGTERM)

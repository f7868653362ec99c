"""What a server tells of by itself, collected between two looks (LISTEN and NOTIFY)."""

from threading import Lock
from typing import Final

_MOST_KEPT: Final = 1_000


class Notices:
    """The contents of notifications, each once, from however many connections they came in on.

    Any login can send any content at any rate: more than can be meant is kept as "too many".
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: set[str] = set()
        self._too_many = False

    def add(self, content: str) -> None:
        """Keep one until somebody looks."""
        with self._lock:
            if len(self._kept) < _MOST_KEPT:
                self._kept.add(content)
            else:
                self._too_many = True

    def take(self) -> frozenset[str] | None:
        """What has come in since the last time; None where it was too much to keep."""
        with self._lock:
            kept, self._kept = frozenset(self._kept), set()
            too_many, self._too_many = self._too_many, False
        return None if too_many else kept

"""Team keys that are held in memory."""

from collections.abc import Iterable

from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import KeyMismatchError, KeyMissingError


class MemoryKeys:
    """Some team keys, the current one first; for the demo, and inside the other places of keys."""

    def __init__(self, keys: Iterable[TeamKey]) -> None:
        self._keys = tuple(keys)

    def all(self) -> tuple[TeamKey, ...]:
        """Every key, the current one first."""
        return self._keys

    def current(self) -> TeamKey:
        """The key that new verifiers are made with.

        Raises:
            KeyMissingError: there is none.
        """
        if not self._keys:
            raise KeyMissingError
        return self._keys[0]

    def find(self, key_id: bytes) -> TeamKey:
        """The key with this id.

        Raises:
            KeyMissingError: there is none at all.
            KeyMismatchError: there are keys, but not that one.
        """
        for key in self._keys:
            if key.key_id == key_id:
                return key
        raise KeyMismatchError if self._keys else KeyMissingError

    def with_current(self, key: TeamKey) -> "MemoryKeys":
        """The same keys with this one in front."""
        return MemoryKeys((key, *(kept for kept in self._keys if kept.key_id != key.key_id)))

"""A value that must never be seen by accident."""

import hmac
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T", str, bytes)

_MASK = "•••"


class Secret(Generic[T]):
    """Holds a text or bytes that no log, message or crash file may contain.

    ``str``, ``repr`` and every format of it are ``•••``; it can be neither pickled nor copied into
    a format that would show it. ``reveal`` is the one way to the value, so that a reader finds
    every place that needs it. Wiping memory is not promised: Python cannot do it.
    """

    __slots__ = ("_value",)

    def __init__(self, value: T) -> None:
        self._value: T = value

    def reveal(self) -> T:
        """The value itself."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(_as_bytes(self._value), _as_bytes(other._value))

    __hash__ = None  # type: ignore[assignment]  # a secret is no dictionary key

    def __repr__(self) -> str:
        return _MASK

    def __format__(self, spec: str) -> str:
        return _MASK

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is not serialised")


def _as_bytes(value: str | bytes) -> bytes:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value

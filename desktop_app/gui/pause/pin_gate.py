"""What the windows need of the place that keeps a person's PIN."""

from datetime import datetime
from typing import Protocol

from desktop_app.core.secret import Secret


class PinStanding(Protocol):
    """How the PIN stands: whether there is one, tries until the next wait, when a wait ends."""

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN."""

    @property
    def tries_left(self) -> int:
        """Tries until the next wait; 0 while one runs."""

    @property
    def opens_at(self) -> datetime | None:
        """When the wait ends; None while none runs."""


class PinGate(Protocol):
    """Asks for the PIN. Everything blocks, and raises a ``TeamKeyError`` without a keyring."""

    def standing(self) -> PinStanding:
        """How the PIN stands now."""

    def verify(self, pin: Secret[str]) -> bool:
        """Whether this is the PIN; the try is counted."""


class PinKeeper(PinGate, Protocol):
    """Keeps the PIN."""

    def set(self, pin: Secret[str]) -> None:
        """Store a PIN; raises ``FieldRefusedError`` where it has not 4 to 64 characters."""

    def clear(self) -> None:
        """Remove the PIN."""

"""The team's keys as the database knows them: by their ids, never themselves (SECURITY §5).

A rotation announces a key. It becomes the current one when every workstation in use has confirmed
that it has it, or when an admin says so. The one before stays usable until its time is over.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

WAITED_FOR = timedelta(days=30)
"""A workstation that was not seen for so long is not waited for."""


class KeyState(StrEnum):
    """What a team key is to the database."""

    ANNOUNCED = "announced"
    CURRENT = "current"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class KnownKey:
    """One key of the team.

    ``since`` is when it came into its state, ``made_by`` the name of the person who announced it.
    A retired key makes no new passwords; from ``ends_at`` on those that it made are expired.
    """

    key_id: bytes
    state: KeyState
    since: datetime
    made_by: str
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """Every key that the team has or had; a new database knows none."""

    keys: tuple[KnownKey, ...] = ()

    @property
    def current(self) -> KnownKey | None:
        """The key that new passwords are made with."""
        return self._only(KeyState.CURRENT)

    @property
    def announced(self) -> KnownKey | None:
        """The key of a rotation that has not begun to be used."""
        return self._only(KeyState.ANNOUNCED)

    def missing(self, key_ids: Collection[bytes]) -> KnownKey | None:
        """The newest key that is not among these and should be on every workstation."""
        for key in (self.announced, self.current):
            if key is not None:
                return None if key.key_id in key_ids else key
        return None

    def ended(self, now: datetime) -> frozenset[bytes]:
        """The retired keys whose time is over: nothing can be checked with them any more."""
        return frozenset(
            key.key_id for key in self.keys if key.ends_at is not None and key.ends_at <= now
        )

    def _only(self, state: KeyState) -> KnownKey | None:
        return next((key for key in self.keys if key.state is state), None)


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """A person at a workstation, and the newest key that it has said to have there.

    ``key_id`` is None where it has neither the current nor the announced one. ``is_waited_for``
    is true where an announced key has to reach it before it can become the current one.
    """

    login: str
    name: str
    workstation: str
    key_id: bytes | None
    confirmed_at: datetime | None
    seen_at: datetime
    is_waited_for: bool

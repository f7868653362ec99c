"""The team's keys as the database knows them: by their ids, never themselves (SECURITY §5).

A rotation announces a key. It becomes the current one when every workstation in use has confirmed
that it has it, or when an admin says so. The one before stays usable until its time is over.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop_app.core.secret import Secret

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

    def newer_than(self, key_ids: Collection[bytes]) -> KnownKey | None:
        """The team's newest key, where a workstation has only older ones of the team.

        None also for one that has none of them: it lacks more than the newest.
        """
        newest = self.announced or self.current
        if newest is None or newest.key_id in key_ids:
            return None
        return newest if any(key.key_id in key_ids for key in self.keys) else None

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


@dataclass(frozen=True, slots=True)
class KeyOverview:
    """What an admin looks at; ``passwords`` counts them by the id of the key that made them."""

    known: KnownKeys
    holders: tuple[KeyHolder, ...]
    passwords: Mapping[bytes, int]

    @property
    def waited_for(self) -> tuple[KeyHolder, ...]:
        """Whose workstations an announced key has not reached."""
        return tuple(holder for holder in self.holders if holder.is_waited_for)

    @property
    def left_behind(self) -> int:
        """How many passwords are still under a retired key."""
        retired = (key.key_id for key in self.known.keys if key.state is KeyState.RETIRED)
        return sum(self.passwords.get(key_id, 0) for key_id in retired)

    @property
    def next_end(self) -> datetime | None:
        """When the first of them are expired."""
        ends = (key.ends_at for key in self.known.keys if self.passwords.get(key.key_id))
        return min((end for end in ends if end is not None), default=None)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The file of a rotation was written; ``words`` open it and are told by voice.

    ``is_in_use`` is true where nobody had to be waited for.
    """

    words: Secret[str]
    key_id: bytes
    is_in_use: bool

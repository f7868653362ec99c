"""The personal PIN that ends the pause of the app.

It keeps a colleague in the same room from going on where somebody left off; it is no second key:
whoever can read the person's keyring needs no PIN. So it is short, and the tries are limited. The
count lies beside the hash in the keyring, and a restart of the app gives no new tries. A person
who forgot their PIN removes the entry with the system's own keyring program.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desktop_app.core.errors import FieldRefusedError, KeyringFailedError
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.system.keyring_store import SystemKeyring, pin_entry

SHORTEST_PIN = 4
LONGEST_PIN = 64
TRIES = 5

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)
_FORMAT = 1
_MEMORY_KIB = 64 * 1024
_PASSES = 3


@dataclass(frozen=True, slots=True)
class PinStanding:
    """How the PIN stands: whether there is one, tries until the next wait, when a wait ends."""

    is_set: bool
    tries_left: int = 0
    opens_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    digest: str
    wrong: int = 0
    opens_at: datetime | None = None


class PinStore:
    """The PIN of one person in one profile.

    Five wrong tries in a row are free; after that each one brings a wait, from one minute doubling
    up to an hour, with one try in between. The right PIN starts the count anew.
    """

    def __init__(self, keyring: SystemKeyring, profile: str, clock: Clock) -> None:
        self._keyring = keyring
        self._entry = pin_entry(profile)
        self._clock = clock
        self._guard = Lock()
        self._hasher = PasswordHasher(time_cost=_PASSES, memory_cost=_MEMORY_KIB, parallelism=1)

    def standing(self) -> PinStanding:
        """How the PIN stands now.

        Raises:
            TeamKeyError: the keyring cannot be used.
        """
        kept = self._load()
        return PinStanding(is_set=False) if kept is None else self._standing(kept)

    def set(self, pin: Secret[str]) -> None:
        """Store a new PIN in place of the old one.

        Raises:
            FieldRefusedError: it has fewer than 4 or more than 64 characters.
            TeamKeyError: the keyring cannot be used.
        """
        if not SHORTEST_PIN <= len(pin.reveal()) <= LONGEST_PIN:
            raise FieldRefusedError("pin", "out-of-bounds")
        with self._guard:
            self._save(_Kept(self._hasher.hash(pin.reveal())))

    def verify(self, pin: Secret[str]) -> bool:
        """Whether this is the PIN; False also while a wait runs, when nothing is compared.

        The try is counted before it is compared, so nothing that interrupts it gives one back.

        Raises:
            TeamKeyError: the keyring cannot be used.
        """
        with self._guard:
            kept = self._load()
            if kept is None or self._standing(kept).tries_left == 0:
                return False
            self._save(self._charged(kept))
            try:
                self._hasher.verify(kept.digest, pin.reveal())
            except InvalidHashError:
                raise KeyringFailedError from None
            except VerificationError:
                return False
            self._save(replace(kept, wrong=0, opens_at=None))
            return True

    def clear(self) -> None:
        """Remove the PIN; harmless where there is none.

        Raises:
            TeamKeyError: the keyring cannot be used.
        """
        with self._guard:
            self._keyring.delete(self._entry)

    def _standing(self, kept: _Kept) -> PinStanding:
        if kept.opens_at is None:
            return PinStanding(is_set=True, tries_left=max(TRIES - kept.wrong, 1))
        # A clock that was set back must not make a wait longer than the longest.
        remaining = kept.opens_at - self._clock()
        if timedelta(0) < remaining <= _LONGEST_WAIT:
            return PinStanding(is_set=True, opens_at=kept.opens_at)
        return PinStanding(is_set=True, tries_left=1)

    def _charged(self, kept: _Kept) -> _Kept:
        wrong = kept.wrong + 1
        if wrong < TRIES:
            return replace(kept, wrong=wrong)
        wait = min(_FIRST_WAIT * 2 ** min(wrong - TRIES, 10), _LONGEST_WAIT)
        return replace(kept, wrong=wrong, opens_at=self._clock() + wait)

    def _save(self, kept: _Kept) -> None:
        document = {
            "format": _FORMAT,
            "hash": kept.digest,
            "wrong": kept.wrong,
            "opens_at": kept.opens_at.isoformat() if kept.opens_at else None,
        }
        self._keyring.write(self._entry, Secret(json.dumps(document)))

    def _load(self) -> _Kept | None:
        text = self._keyring.read(self._entry)
        return None if text is None else _decode(text)


def _decode(text: Secret[str]) -> _Kept:
    try:
        document: Any = json.loads(text.reveal())
        if document["format"] != _FORMAT:
            raise KeyringFailedError
        opens_at = document["opens_at"]
        return _Kept(
            digest=str(document["hash"]),
            wrong=max(int(document["wrong"]), 0),
            opens_at=_moment(opens_at) if opens_at else None,
        )
    except (KeyError, RecursionError, TypeError, ValueError):
        raise KeyringFailedError from None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment

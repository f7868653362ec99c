"""What ``watchword doctor`` looks at in any profile."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from desktop_app.core.errors import (
    CurrentKeyMissingError,
    JournalFaultError,
    KeyMismatchError,
    KeyMissingError,
)
from desktop_app.core.team_keys import KnownKeys
from desktop_app.profiles.base import OpenProfile, Profile
from desktop_app.profiles.keys import KeyPlace
from desktop_app.system.doctor import Check, Findings, keyring_round_trip

NOT_MADE_YET = "not-made-yet"


class ProfileChecks(ABC):
    """The checks of a profile; the database is opened by the first that needs it, never made."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._opened: OpenProfile | None = None

    @abstractmethod
    def all(self) -> Sequence[Check]:
        """Every check in order, with what each needs."""

    def close(self) -> None:
        """Close the database, if it was opened."""
        if self._opened is not None:
            self._opened.storage.close()

    def _keys(self, opened_by: str) -> Sequence[Check]:
        """The checks of the keyring, where it has the team key, and of the key.

        ``opened_by`` is the check that opens the database.
        """
        if self._profile.keys().place is KeyPlace.VAULT:
            return (Check("team-key", self._team_key, (opened_by,)),)
        return (
            Check("keyring", lambda: keyring_round_trip(self._profile.keyring)),
            Check("team-key", self._team_key, (opened_by, "keyring")),
        )

    def _journal(self) -> Findings:
        report = self._database.verify_journal()
        if report.fault is not None:
            raise JournalFaultError(report.fault.sequence, report.fault.kind.value)
        return {"entries": str(report.entries)}

    def _team_key(self) -> Findings:
        """Whether every stored password can be checked; one that nobody has needed yet is fine.

        Raises:
            CurrentKeyMissingError: the team uses a newer key.
            KeyMismatchError: some were stored under a key that is not here.
            TeamKeyError: the keys cannot be had.
        """
        in_use = self._opened.storage.credentials.keys_in_use() if self._opened else {}
        kept = self._profile.keys().kept_ids()
        if not kept and not in_use and not self._profile.is_shared:
            return {"key_id": NOT_MADE_YET}
        if not kept:
            raise KeyMissingError
        known = self._opened.storage.team_keys.known() if self._opened else KnownKeys()
        current = known.current.key_id if known.current else kept[0]
        if current not in kept and known.newer_than(kept) is not None:
            raise CurrentKeyMissingError
        if not {current, *in_use} <= set(kept):
            raise KeyMismatchError
        return {"key_id": current.hex()}

    @property
    def _database(self) -> OpenProfile:
        assert self._opened is not None  # noqa: S101 - "needs" has made sure of it
        return self._opened

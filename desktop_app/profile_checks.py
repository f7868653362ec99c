"""What ``watchword doctor`` looks at, for one profile."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.core.entities import JournalQuery
from desktop_app.core.errors import (
    DatabaseOnNetworkError,
    DatabaseUnreadableError,
    JournalFaultError,
    KeyMismatchError,
    KeyMissingError,
)
from desktop_app.profile import KeyPlace, OpenProfile, Profile
from desktop_app.system.doctor import (
    Check,
    Findings,
    clock_sanity,
    folder_rights,
    keyring_round_trip,
)
from desktop_app.system.network_drive import is_on_network

NOT_MADE_YET = "not-made-yet"


class ProfileChecks:
    """The checks of a profile; the database is opened by the first that needs it, never made."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._opened: OpenProfile | None = None

    def all(self) -> Sequence[Check]:
        """Every check in order, with what each needs; of a database not made yet only that."""
        profile = self._profile
        in_vault = profile.keys().place is KeyPlace.VAULT
        keyring = Check("keyring", lambda: keyring_round_trip(profile.keyring))
        is_there = profile.database_path.exists() or profile.was_here
        inside = (
            Check("schema", self._schema, ("database",)),
            Check("integrity", self._integrity, ("database",)),
            Check("journal", self._journal, ("database",)),
        )
        return (
            Check("folders", lambda: folder_rights(profile.folders)),
            Check("database", self._database, ("folders",)),
            *(inside if is_there else ()),
            Check("clock", lambda: clock_sanity(profile.clock, self._newest), ("database",)),
            *(() if in_vault else (keyring,)),
            Check("team-key", self._team_key, ("database", *(() if in_vault else ("keyring",)))),
        )

    def close(self) -> None:
        """Close the database, if it was opened."""
        if self._opened is not None:
            self._opened.storage.close()

    def _database(self) -> Findings:
        path = self._profile.database_path
        if is_on_network(path.parent):
            raise DatabaseOnNetworkError(str(path))
        if not path.exists() and not self._profile.was_here:
            return {"path": str(path), "state": NOT_MADE_YET}
        self._opened = self._profile.open()
        return {"path": str(path)}

    def _schema(self) -> Findings:
        return {"version": str(self._storage.storage.schema_version())}

    def _integrity(self) -> Findings:
        if not self._storage.storage.is_intact():
            raise DatabaseUnreadableError(str(self._profile.database_path), "damaged")
        return {"customers": str(self._storage.storage.customers.count())}

    def _journal(self) -> Findings:
        report = self._storage.verify_journal()
        if report.fault is not None:
            raise JournalFaultError(report.fault.sequence, report.fault.kind.value)
        return {"entries": str(report.entries)}

    def _team_key(self) -> Findings:
        """Whether every stored password can be checked; one that nobody has needed yet is fine.

        Raises:
            KeyMismatchError: some were stored under a key that is not here.
            TeamKeyError: the keys cannot be had.
        """
        in_use = self._opened.storage.credentials.keys_in_use() if self._opened else {}
        kept = self._profile.keys().kept_ids()
        if not kept and not in_use:
            return {"key_id": NOT_MADE_YET}
        if not kept:
            raise KeyMissingError
        if not in_use.keys() <= set(kept):
            raise KeyMismatchError
        return {"key_id": kept[0].hex()}

    def _newest(self) -> datetime | None:
        if self._opened is None:
            return None
        entries = self._storage.storage.journal.entries(JournalQuery(limit=1))
        return entries[0].at if entries else None

    @property
    def _storage(self) -> OpenProfile:
        assert self._opened is not None  # noqa: S101 - "needs" has made sure of it
        return self._opened

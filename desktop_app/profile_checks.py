"""What ``watchword doctor`` looks at, for one profile."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.core.entities import JournalQuery
from desktop_app.core.errors import (
    DatabaseOnNetworkError,
    DatabaseUnreadableError,
    FileUnusableError,
    JournalFaultError,
)
from desktop_app.profile import KeyPlace, OpenProfile, Profile
from desktop_app.system.doctor import (
    Check,
    Findings,
    clock_sanity,
    folder_rights,
    keyring_round_trip,
    team_key,
)
from desktop_app.system.network_drive import is_on_network


class ProfileChecks:
    """The checks of a profile; the database is opened by the first that needs it, never made."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._opened: OpenProfile | None = None

    def all(self) -> Sequence[Check]:
        """Every check in order, with what each needs."""
        profile = self._profile
        keys = profile.keys()
        in_vault = keys.place is KeyPlace.VAULT
        keyring = Check("keyring", lambda: keyring_round_trip(profile.keyring))
        return (
            Check("folders", lambda: folder_rights(profile.folders)),
            Check("database", self._database, ("folders",)),
            Check("schema", self._schema, ("database",)),
            Check("integrity", self._integrity, ("database",)),
            Check("journal", self._journal, ("database",)),
            Check("clock", lambda: clock_sanity(profile.clock, self._newest), ("database",)),
            *(() if in_vault else (keyring,)),
            Check("team-key", lambda: team_key(keys), () if in_vault else ("keyring",)),
        )

    def close(self) -> None:
        """Close the database, if it was opened."""
        if self._opened is not None:
            self._opened.storage.close()

    def _database(self) -> Findings:
        path = self._profile.database_path
        if is_on_network(path.parent):
            raise DatabaseOnNetworkError(str(path))
        if not path.exists():
            raise FileUnusableError(str(path), "missing")
        self._opened = self._profile.open()
        return {"path": str(path)}

    def _schema(self) -> Findings:
        return {"version": str(self._storage.storage.schema_version())}

    def _integrity(self) -> Findings:
        if not self._storage.storage.is_intact():
            raise DatabaseUnreadableError(str(self._profile.database_path), "damaged")
        return {"customers": str(self._storage.storage.customers.count())}

    def _journal(self) -> Findings:
        opened = self._storage
        opened.storage.journal.seal()
        report = opened.storage.journal.verify(opened.remembered_head())
        if report.fault is not None:
            raise JournalFaultError(report.fault.sequence, report.fault.kind.value)
        return {"entries": str(report.entries)}

    def _newest(self) -> datetime | None:
        entries = self._storage.storage.journal.entries(JournalQuery(limit=1))
        return entries[0].at if entries else None

    @property
    def _storage(self) -> OpenProfile:
        assert self._opened is not None  # noqa: S101 - "needs" has made sure of it
        return self._opened

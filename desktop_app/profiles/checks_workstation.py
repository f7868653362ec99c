"""What ``watchword doctor`` looks at in a database of this workstation."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.core.errors import DatabaseOnNetworkError, DatabaseUnreadableError
from desktop_app.profiles.checks import NOT_MADE_YET, ProfileChecks
from desktop_app.profiles.workstation import WorkstationProfile
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.doctor import Check, Findings, clock_sanity, folder_rights
from desktop_app.system.network_drive import is_on_network


class WorkstationChecks(ProfileChecks):
    """The checks of a file, its folders, its clock and its keys."""

    def __init__(self, profile: WorkstationProfile) -> None:
        super().__init__(profile)
        self._workstation = profile

    def all(self) -> Sequence[Check]:
        """Every check in order, with what each needs; of a database not made yet only that."""
        profile = self._workstation
        is_there = profile.database_path.exists() or profile.was_here
        inside = (
            Check("schema", self._schema, ("database",)),
            Check("integrity", self._integrity, ("database",)),
            Check("journal", self._journal, ("database",)),
        )
        return (
            Check("folders", lambda: folder_rights(profile.folders)),
            Check("database", self._file),
            *(inside if is_there else ()),
            Check("clock", lambda: clock_sanity(profile.clock, self._newest), ("database",)),
            *self._keys("database"),
        )

    def _file(self) -> Findings:
        profile = self._workstation
        path = profile.database_path
        if is_on_network(path.parent):
            raise DatabaseOnNetworkError(str(path))
        if not path.exists() and not profile.was_here:
            return {"path": str(path), "state": NOT_MADE_YET}
        self._opened = profile.open()
        return {"path": str(path)}

    def _newest(self) -> datetime | None:
        return None if self._opened is None else self._sqlite.newest_entry_at()

    def _schema(self) -> Findings:
        return {"version": str(self._sqlite.schema_version())}

    def _integrity(self) -> Findings:
        if not self._sqlite.is_intact():
            raise DatabaseUnreadableError(str(self._workstation.database_path), "damaged")
        return {"customers": str(self._sqlite.customers.count())}

    @property
    def _sqlite(self) -> SqliteDatabase:
        storage = self._database.storage
        assert isinstance(storage, SqliteDatabase)  # noqa: S101 - a workstation's always is
        return storage

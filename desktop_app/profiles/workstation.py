"""A profile whose database is a file of this workstation."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import (
    DatabaseMissingError,
    DatabaseOnNetworkError,
    FileUnusableError,
)
from desktop_app.profiles.base import OpenProfile, Profile
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.files import require_not_in_use
from desktop_app.system.network_drive import is_on_network


@dataclass(frozen=True, slots=True)
class WorkstationProfile(Profile):
    """A profile that may not be there yet; ``user`` is the admin of a database of their own."""

    @property
    def is_shared(self) -> bool:
        """No: the database and its key belong to one person."""
        return False

    @property
    def database_path(self) -> Path:
        """The workstation database's file."""
        return self.folders.database(self.name)

    @property
    def login(self) -> str:
        """The login of this workstation's user."""
        return self.user.login

    def open(self) -> OpenProfile:
        """Open the database; a first start makes it, with its team key where a keyring works.

        A key is made only for a database without passwords: for one that has some, another key
        would make every check fail, and the recovery file has the right one.

        Raises:
            DatabaseMissingError: it was here earlier and is gone; it must not come back empty.
            DatabaseOnNetworkError: the data folder is on a network drive.
            FileUnusableError: the folders or the file cannot be made.
            StorageError: the database cannot be used.
        """
        path = self.database_path
        is_new = not path.exists()
        storage = self.open_database()
        made = path if is_new else None
        return OpenProfile(self, storage, self.keys(), self.clock, self._back_up(storage), made)

    def _back_up(self, storage: SqliteDatabase) -> Callable[[Path], None]:
        def back_up(target: Path) -> None:
            require_not_in_use(target, self.files)
            storage.backup(target)

        return back_up

    def open_database(self) -> SqliteDatabase:
        """The database alone; raises what ``open`` raises."""
        self.folders.create()
        path = self.database_path
        if is_on_network(path.parent):
            raise DatabaseOnNetworkError(str(path))
        person = Person(self.login, self.user.name, Role.ADMIN)
        storage = SqliteDatabase(path, person, self.user.workstation, self.clock)
        if not path.exists():
            self._create(storage)
        storage.open()
        # A backup that was put here; it works all the same where the settings are read-only.
        with suppress(FileUnusableError):
            self.remember()
        return storage

    def _create(self, storage: SqliteDatabase) -> None:
        if self.was_here:
            raise DatabaseMissingError(str(self.database_path))
        storage.create()
        self.remember()

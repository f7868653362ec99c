"""Moves a workstation's customers and telephone passwords into a shared database.

The team key goes first: into the shared profile and its recovery file. Then everything else is
taken over in one transaction, and the workstation's database becomes a read-only archive.
Interrupted before that transaction, the shared database is still empty and all can be repeated.
"""

import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.entities import JournalQuery, TeamKey
from desktop_app.core.errors import (
    AlreadyRunningError,
    DatabaseMissingError,
    FileUnusableError,
    KeyMismatchError,
)
from desktop_app.core.handover import HandedOver, Handover
from desktop_app.core.people_errors import DatabaseInUseError
from desktop_app.core.secret import Secret
from desktop_app.profiles.keys import ProfileKeys
from desktop_app.profiles.shared import SharedProfile
from desktop_app.profiles.workstation import WorkstationProfile
from desktop_app.storage.postgres.adoption import adopt, adopted_already, require_adoptable
from desktop_app.storage.postgres.owner import Owner
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.files import unusable
from desktop_app.system.folders import Folders
from desktop_app.system.instance_lock import InstanceLock
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.recovery import open_sealed

_READ_ONLY = stat.S_IRUSR


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was taken over; ``archive`` is where the workstation's database is kept."""

    counts: HandedOver
    archive: Path


@dataclass(frozen=True, slots=True)
class Adoption:
    """Takes the database of ``source`` over into the shared one of ``target``."""

    source: WorkstationProfile
    target: SharedProfile
    owner: Owner

    def check(self) -> None:
        """Sign in, and make sure that the shared database is empty and the other one is there.

        Raises:
            DatabaseInUseError: the shared database is not empty.
            DatabaseMissingError: there is no workstation database.
            StorageError: the shared one cannot be used.
        """
        self._require_source()
        try:
            require_adoptable(self.owner)
        except DatabaseInUseError:
            with self._opened() as storage, storage.handed_over() as handover:
                if self._earlier(storage, handover) is None:
                    raise

    def trial(self) -> HandedOver:
        """Do everything on the server, and undo it.

        Raises:
            AlreadyRunningError: the workstation's profile is open in a window.
            DatabaseInUseError: the shared database is not empty.
            DatabaseMissingError: there is no workstation database.
            StorageError: one of the two cannot be used.
        """
        with self._opened() as storage, storage.handed_over() as handover:
            return adopt(self.owner, handover, trial=True)

    def run(self, keys: ProfileKeys, recovery: Path, passphrase: Secret[str]) -> Adopted:
        """Take everything over; ``keys`` are the workstation's, opened where they are in a vault.

        A recovery file that an interrupted run has written is taken as it is. One that was cut off
        after everything was taken over is brought to its end, unless the workstation's database was
        used since.

        Raises:
            KeyMismatchError: some passwords were made with a key that is not here.
            TeamKeyError: the keys cannot be had, or the shared profile's keyring not be written.
            PassphraseWeakError: the passphrase is too easy to guess.
            FileUnusableError: the recovery file or the archive cannot be written.
            AlreadyRunningError, DatabaseInUseError, DatabaseMissingError, StorageError: as in
                ``trial``.
        """
        with self._opened() as storage:
            with storage.handed_over() as handover:
                counts = self._earlier(storage, handover)
                if counts is None:
                    counts = self._take_over(storage, handover, keys, recovery, passphrase)
            storage.close()
            return Adopted(counts, self._archive())

    @contextmanager
    def _opened(self) -> Iterator[SqliteDatabase]:
        """The workstation's database, in no window meanwhile."""
        source = self.source
        self._require_source()
        lock = InstanceLock(source.folders.lock_file(source.name))
        if not lock.acquire():
            raise AlreadyRunningError
        try:
            storage = source.open_database()
            try:
                storage.journal.seal()
                yield storage
            finally:
                storage.close()
        finally:
            lock.release()

    def _take_over(
        self,
        storage: SqliteDatabase,
        handover: Handover,
        keys: ProfileKeys,
        recovery: Path,
        passphrase: Secret[str],
    ) -> HandedOver:
        require_adoptable(self.owner)
        if not storage.credentials.keys_in_use().keys() <= set(keys.kept_ids()):
            raise KeyMismatchError
        moved = keys.all() if keys.kept_ids() else ()
        self._take_keys(moved, recovery, passphrase)
        return adopt(self.owner, handover, trial=False)

    def _earlier(self, storage: SqliteDatabase, handover: Handover) -> HandedOver | None:
        """What an earlier run has taken over that was cut off before its end."""
        newest = storage.journal.entries(JournalQuery(limit=1))
        return adopted_already(self.owner, handover, newest[0].at if newest else None)

    def _require_source(self) -> None:
        path = self.source.database_path
        if not path.exists():
            raise DatabaseMissingError(str(path))

    def _take_keys(
        self, keys: tuple[TeamKey, ...], recovery: Path, passphrase: Secret[str]
    ) -> None:
        kept = KeyringKeys(self.target.keyring, self.target.name)
        for key in reversed(keys):
            kept.add(key)
        opened = self.target.open()
        try:
            if not recovery.exists():
                opened.save_recovery_file(recovery, passphrase)
            elif open_sealed(recovery, passphrase) != opened.keys.all():
                raise FileUnusableError(str(recovery), "exists")
        finally:
            opened.storage.close()

    def _archive(self) -> Path:
        """Put the old database away under a name of its own, and forget the profile."""
        source, name = self.source, self._archive_name()
        folders, archive = source.folders, source.folders.database(name)
        try:
            source.database_path.rename(archive)
            archive.chmod(_READ_ONLY)
            with suppress(FileNotFoundError):
                folders.journal_head(source.name).rename(folders.journal_head(name))
        except OSError as error:
            raise unusable(source.database_path, error) from error
        source.settings.update(
            lambda old: replace(old.without_profile(source.name), profile=self.target.name)
        )
        return archive

    def _archive_name(self) -> str:
        stem = f"{self.source.name}-until-{self.source.clock():%Y-%m-%d}"
        name, number = stem, 1
        while _is_taken(self.source.folders, name):
            number += 1
            name = f"{stem}-{number}"
        return name


def _is_taken(folders: Folders, name: str) -> bool:
    return folders.database(name).exists()

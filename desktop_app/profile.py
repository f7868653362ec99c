"""Opens a profile of this workstation: what the window and the command line both begin with."""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import (
    JournalFault,
    JournalFaultKind,
    JournalReport,
    Person,
    Role,
    TeamKey,
)
from desktop_app.core.errors import (
    DatabaseMissingError,
    DatabaseOnNetworkError,
    FileUnusableError,
    KeyMismatchError,
    KeyMissingError,
    KeyringMissingError,
    TeamKeyError,
)
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.clock import utc_now
from desktop_app.system.folders import Folders, require_profile
from desktop_app.system.keyring_backend import choose_backend
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.network_drive import is_on_network
from desktop_app.system.people import WorkstationUser, who_is_here
from desktop_app.system.recovery import open_sealed, write_sealed
from desktop_app.system.remembered_head import RememberedHead
from desktop_app.system.settings import SettingsStore
from desktop_app.system.vault import VaultKeys


class KeyPlace(StrEnum):
    """Where a profile's team key is kept."""

    KEYRING = "keyring"
    VAULT = "vault"


class ProfileKeys:
    """The team keys of a profile: in the vault file where there is one, else in the keyring."""

    def __init__(self, keyring: KeyringKeys, vault: VaultKeys) -> None:
        self._is_closed = False
        self._keyring = keyring
        self.vault = vault

    @property
    def place(self) -> KeyPlace:
        """Where the keys are kept."""
        return KeyPlace.VAULT if self.vault.exists() else KeyPlace.KEYRING

    def current(self) -> TeamKey:
        """The key that new verifiers are made with; see ``core.ports.Keys``."""
        return self._kept.current()

    def find(self, key_id: bytes) -> TeamKey:
        """The key with this id; see ``core.ports.Keys``."""
        return self._kept.find(key_id)

    def all(self) -> tuple[TeamKey, ...]:
        """Every key, the current one first."""
        return self._kept.all()

    def kept_ids(self) -> tuple[bytes, ...]:
        """The ids of the keys, the current one first; a vault file tells them unopened.

        Raises:
            TeamKeyError: the keyring cannot be read.
            FileUnusableError: the vault file cannot be read.
        """
        if self.vault.exists():
            return self.vault.kept_ids()
        try:
            return tuple(key.key_id for key in self._keyring.all())
        except KeyMissingError:
            return ()

    def restore(self, keys: tuple[TeamKey, ...], passphrase: Secret[str]) -> None:
        """Take keys from a recovery file; the first of them becomes the current one.

        Where there is no keyring they go into a vault file that ``passphrase`` opens from then on.

        Raises:
            VaultLockedError: the vault's own keys are not at hand and would be lost.
            TeamKeyError: the keyring cannot be used.
            FileUnusableError: the vault file cannot be written.
        """
        if self.vault.exists():
            self.vault.add(keys, passphrase)
            return
        try:
            for key in reversed(keys):
                self._keyring.add(key)
        except KeyringMissingError:
            self.vault.create(passphrase, keys)

    def ensure(self) -> TeamKey:
        """The current key; a new one where the keyring works and has none."""
        return self.current() if self.vault.exists() else self._keyring.ensure()

    def close(self) -> None:
        """Drop the keys from memory for good: a check still under way fetches none again."""
        self._is_closed = True
        self._keyring.forget()
        self.vault.forget()

    @property
    def _kept(self) -> KeyringKeys | VaultKeys:
        if self._is_closed:
            raise TeamKeyError
        return self.vault if self.vault.exists() else self._keyring


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile that may not be there yet; ``user`` is the admin of a database of their own."""

    name: str
    folders: Folders
    user: WorkstationUser
    clock: Clock
    keyring: SystemKeyring
    settings: SettingsStore

    @property
    def database_path(self) -> Path:
        """The workstation database's file."""
        return self.folders.database(self.name)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that the program keeps for it; nothing that is exported replaces one."""
        return self.folders.files_of(self.name)

    def open(self) -> "OpenProfile":
        """Open the database; a first start makes it, with its team key where a keyring works.

        A key is made only for a database without passwords: for one that has some, another key
        would make every check fail, and the recovery file has the right one.

        Raises:
            DatabaseMissingError: it was here earlier and is gone; it must not come back empty.
            DatabaseOnNetworkError: the data folder is on a network drive.
            FileUnusableError: the folders or the file cannot be made.
            StorageError: the database cannot be used.
        """
        self.folders.create()
        path = self.database_path
        if is_on_network(path.parent):
            raise DatabaseOnNetworkError(str(path))
        person = Person(self.user.login, self.user.name, Role.ADMIN)
        storage = SqliteDatabase(path, person, self.user.workstation, self.clock)
        is_new = not path.exists()
        if is_new:
            self._create(storage)
        storage.open()
        # A backup that was put here; it works all the same where the settings are read-only.
        with suppress(FileUnusableError):
            self._remember()
        return OpenProfile(self, storage, self.keys(), is_new)

    @property
    def was_here(self) -> bool:
        """Whether the database was made or opened here earlier."""
        return self.is_listed or self.remembered_head.exists

    @property
    def is_listed(self) -> bool:
        """Whether the settings know the profile; damaged ones know none."""
        return self.name in self.settings.load().settings.profiles

    @property
    def remembered_head(self) -> RememberedHead:
        """The newest journal entry that this workstation has seen."""
        return RememberedHead(self.folders.journal_head(self.name))

    def _create(self, storage: SqliteDatabase) -> None:
        if self.was_here:
            raise DatabaseMissingError(str(self.database_path))
        storage.create()
        self._remember()

    def _remember(self) -> None:
        """Note that the profile is here; its head first, which a listed profile must have."""
        if self.is_listed:
            return
        self.remembered_head.begin()
        self.settings.update(
            lambda old: replace(old, profiles=tuple(dict.fromkeys((*old.profiles, self.name))))
        )

    def keys(self) -> ProfileKeys:
        """The team keys, wherever they are kept."""
        return ProfileKeys(
            KeyringKeys(self.keyring, self.name),
            VaultKeys(self.folders.vault(self.name), self.clock),
        )


def profile_of(name: str, folders: Folders, settings: SettingsStore | None = None) -> Profile:
    """The profile of the present user with this name; ``settings`` is the process's own store.

    Raises:
        FieldRefusedError: it is no name of a profile.
    """
    return Profile(
        name=require_profile(name),
        folders=folders,
        user=who_is_here(),
        clock=utc_now,
        keyring=SystemKeyring(lambda: choose_backend(os.environ)),
        settings=settings or SettingsStore(folders.settings_file),
    )


@dataclass(frozen=True, slots=True)
class OpenProfile:
    """An opened profile: its database, its keys and the use cases on them."""

    profile: Profile
    storage: SqliteDatabase
    keys: ProfileKeys
    is_new: bool

    @property
    def verify_caller(self) -> VerifyCaller:
        """The check."""
        return VerifyCaller(self.storage.credentials, self.storage.policies, self.keys)

    @property
    def enrolment(self) -> Enrolment:
        """Setting, removing and unlocking."""
        storage = self.storage
        return Enrolment(storage.customers, storage.credentials, storage.policies, self.keys)

    def require_key(self) -> bool:
        """Make sure that passwords can be set; returns whether the first key had to be made.

        Raises:
            TeamKeyError: there is no usable key; the subclass says why.
        """
        try:
            self.keys.current()
        except KeyMissingError:
            if self.storage.credentials.keys_in_use():
                raise
            self.keys.ensure()
            return True
        return False

    def require_used_keys(self) -> None:
        """Make sure that every stored password can be checked.

        Raises:
            KeyMismatchError: some were stored under a key that is not here.
            TeamKeyError: the keys cannot be had.
            StorageError: the database cannot be read.
        """
        if not self.storage.credentials.keys_in_use().keys() <= set(self.keys.kept_ids()):
            raise KeyMismatchError

    def restore_keys(self, source: Path, passphrase: Secret[str]) -> None:
        """Take the team keys from a recovery file.

        Raises:
            PassphraseWrongError: the passphrase does not open it.
            ParametersRefusedError: this computer has not the memory for the hash.
            FileUnusableError: it cannot be read, or the vault file cannot be written.
            TeamKeyError: there is no place for the keys.
        """
        self.keys.restore(open_sealed(source, passphrase), passphrase)
        self._note_recovery_file()

    def save_recovery_file(self, target: Path, passphrase: Secret[str]) -> None:
        """Write the team keys and the journal's head into a recovery file.

        Raises:
            PassphraseWeakError: the passphrase is too easy to guess.
            TeamKeyError: the keys cannot be had.
            FileUnusableError: the file cannot be written.
        """
        self.storage.journal.seal()
        write_sealed(
            target,
            self.keys.all(),
            passphrase,
            created=self.profile.clock(),
            head=self.storage.journal.head(),
        )
        self._note_recovery_file()

    def _note_recovery_file(self) -> None:
        name = self.profile.name
        self.profile.settings.update(
            lambda old: replace(old, recovery_files=tuple(sorted({*old.recovery_files, name})))
        )

    @property
    def has_recovery_file(self) -> bool:
        """Whether the team key was ever saved into a recovery file, or taken from one, here."""
        return self.profile.name in self.profile.settings.load().settings.recovery_files

    def keep_head(self) -> JournalFault | None:
        """Seal the journal and remember its newest entry; the fault where the known one is gone.

        A head that the journal does not hold any more stays remembered, and one that is lost stays
        lost: only an administrator who verifies with ``--head`` accepts another journal.
        """
        journal = self.storage.journal
        journal.seal()
        head = journal.head()
        try:
            known = self._remembered_head()
        except FileUnusableError:
            return _forgotten(head)
        if known is not None and not journal.holds(known):
            shorter = head is None or head.sequence < known.sequence
            kind = JournalFaultKind.TRUNCATED if shorter else JournalFaultKind.REWRITTEN
            return JournalFault(known.sequence, kind)
        if head is not None and head != known:
            self.remember_head(head)
        return None

    def verify_journal(self, exported: JournalHead | None = None) -> JournalReport:
        """Seal the journal and recompute its chain, which must hold the head that is known.

        That is the ``exported`` one, or else the one that this workstation remembers.

        Raises:
            StorageError: the journal cannot be read.
        """
        journal = self.storage.journal
        journal.seal()
        try:
            return journal.verify(exported or self._remembered_head())
        except FileUnusableError:
            report = journal.verify()
            return replace(report, fault=report.fault or _forgotten(report.head))

    def remember_head(self, head: JournalHead) -> None:
        """Keep the newest journal entry, so that a journal without it is noticed.

        Raises:
            FileUnusableError: it cannot be written.
        """
        self.profile.remembered_head.save(head)

    def _remembered_head(self) -> JournalHead | None:
        """The remembered head; None where nothing was ever to be remembered.

        Raises:
            FileUnusableError: the file of a profile that had one is gone or damaged.
        """
        profile = self.profile
        if not profile.remembered_head.exists and not profile.is_listed:
            return None
        return profile.remembered_head.load()


def _forgotten(head: JournalHead | None) -> JournalFault:
    return JournalFault(head.sequence if head else 0, JournalFaultKind.FORGOTTEN)

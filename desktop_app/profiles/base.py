"""A profile: one database, the team keys for it, and what this workstation remembers of both."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import (
    EventKind,
    JournalFault,
    JournalFaultKind,
    JournalQuery,
    JournalReport,
    Person,
)
from desktop_app.core.errors import FileUnusableError, KeyMismatchError, KeyMissingError
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.ports import Clock, Storage
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.profiles.keys import ProfileKeys
from desktop_app.system.files import require_not_in_use
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.people import WorkstationUser
from desktop_app.system.recovery import open_sealed, write_sealed
from desktop_app.system.remembered_head import RememberedHead
from desktop_app.system.settings import SettingsStore
from desktop_app.system.vault import VaultKeys

_MOST_SHORTENINGS = 1_000


@dataclass(frozen=True, slots=True)
class Profile(ABC):
    """A profile that is not open yet; ``user`` is who sits at this workstation."""

    name: str
    folders: Folders
    user: WorkstationUser
    clock: Clock
    keyring: SystemKeyring
    settings: SettingsStore

    @property
    @abstractmethod
    def is_shared(self) -> bool:
        """Whether a team uses the database; then its team key is never made here by the way."""

    @property
    @abstractmethod
    def login(self) -> str:
        """Who works with the database, known before it is open."""

    @abstractmethod
    def open(self) -> "OpenProfile":
        """Open the database; blocks.

        Raises:
            StorageError: the database cannot be used; the subclass says why.
            TeamKeyError: the keyring has to give a login and cannot.
            FileUnusableError: a folder or file of this workstation cannot be used.
        """

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that the program keeps; nothing that is exported replaces one."""
        return self.folders.files_in_use(self.name)

    @property
    def was_here(self) -> bool:
        """Whether the database was made or opened here earlier."""
        return self.is_listed or self.remembered_head.exists

    @property
    def is_listed(self) -> bool:
        """Whether the settings know that it was; damaged ones know of none."""
        return self.name in self.settings.load().settings.profiles

    @property
    def remembered_head(self) -> RememberedHead:
        """The newest journal entry that this workstation has seen."""
        return RememberedHead(self.folders.journal_head(self.name))

    def remember(self) -> None:
        """Note that the database is known here; its head first, which a listed profile must have.

        Raises:
            FileUnusableError: it cannot be written.
        """
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


@dataclass(frozen=True, slots=True)
class OpenProfile:
    """An opened profile: its database, its keys and the use cases on them.

    ``backup`` copies the database into a new file; it is None where its server is backed up
    instead. ``made`` is the file of a database that was not there before. ``server`` names the
    host of a shared database, whose clock ``clock`` follows, and ``stay_in_touch`` asks it who
    this is by now.
    """

    profile: Profile
    storage: Storage
    keys: ProfileKeys
    clock: Clock
    backup: Callable[[Path], None] | None = None
    made: Path | None = None
    server: str = ""
    stay_in_touch: Callable[[], Person] | None = None

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
            if self.needs_known_key():
                raise
            self.keys.ensure()
            return True
        return False

    def needs_known_key(self) -> bool:
        """Whether a key that was made now would be of no use.

        A team has one for all its workstations, and another one fits no stored password.

        Raises:
            StorageError: the database cannot be read.
        """
        return self.profile.is_shared or bool(self.storage.credentials.keys_in_use())

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
        """Take the team keys from a recovery file, or from the file of a rotation.

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
            FileUnusableError: the file cannot be written, or the program keeps one of this name.
        """
        require_not_in_use(target, self.profile.files)
        self.storage.journal.seal()
        write_sealed(
            target,
            self.keys.all(),
            passphrase,
            created=self.profile.clock(),
            head=self.storage.journal.head(),
        )
        self._note_recovery_file()

    def forget_recovery_file(self) -> None:
        """Note that the team key was never saved here: there is a new one."""
        name = self.profile.name
        self.profile.settings.update(
            lambda old: replace(
                old, recovery_files=tuple(kept for kept in old.recovery_files if kept != name)
            )
        )

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
        is_cut = known is not None and head != known and self._is_cut_past(known)
        if known is not None and (is_cut or not journal.holds(known)):
            return _missing(known, head)
        if head is not None and head != known:
            self.remember_head(head)
        return None

    def accept_head(self, exported: JournalHead) -> JournalFault | None:
        """Remember an exported head, for whoever may not read the journal; the fault without it.

        After an old copy was restored a lead verifies that journal and exports its head.
        """
        journal = self.storage.journal
        journal.seal()
        if not journal.holds(exported):
            return _missing(exported, journal.head())
        self.remember_head(exported)
        return None

    def verify_journal(
        self,
        exported: JournalHead | None = None,
        on_progress: Callable[[int], None] | None = None,
    ) -> JournalReport:
        """Seal the journal and recompute its chain, which must hold the head that is known.

        That is the ``exported`` one, or else the one that this workstation remembers.
        ``on_progress`` is that of ``JournalStore.verify``.

        Raises:
            StorageError: the journal cannot be read.
        """
        journal = self.storage.journal
        journal.seal()
        if exported is not None:
            return journal.verify(exported, on_progress)
        try:
            known = self._remembered_head()
        except FileUnusableError:
            report = journal.verify(None, on_progress)
            return replace(report, fault=report.fault or _forgotten(report.head))
        report = journal.verify(known, on_progress)
        if report.fault is None and known is not None and self._is_cut_past(known):
            fault = JournalFault(known.sequence, JournalFaultKind.REWRITTEN)
            return replace(report, fault=fault)
        return report

    def remember_head(self, head: JournalHead) -> None:
        """Keep the newest journal entry, so that a journal without it is noticed.

        Raises:
            FileUnusableError: it cannot be written.
        """
        self.profile.remembered_head.save(head)

    def _is_cut_past(self, known: JournalHead) -> bool:
        """Whether the journal says that entries were removed which this workstation never saw.

        Only the window shortens a workstation's journal, after it has remembered the newest entry;
        an entry that says otherwise is forged. A shared journal is shortened by others too.
        """
        if self.profile.is_shared:
            return False
        query = JournalQuery(kinds=(EventKind.JOURNAL_PRUNED,), limit=_MOST_SHORTENINGS)
        named = [entry.details.get("sequence", "") for entry in self.storage.journal.entries(query)]
        return any(each.isdecimal() and _is_above(each, known.sequence) for each in named)

    def _remembered_head(self) -> JournalHead | None:
        """The remembered head; None where nothing was ever to be remembered.

        Raises:
            FileUnusableError: the file of a profile that had one is gone or damaged.
        """
        profile = self.profile
        if not profile.remembered_head.exists and not profile.is_listed:
            return None
        return profile.remembered_head.load()


def _is_above(number: str, limit: int) -> bool:
    """Whether decimal digits, however many somebody has written, are a number above the limit."""
    digits = number.lstrip("0")
    return (len(digits), digits) > (len(str(limit)), str(limit))


def _missing(known: JournalHead, head: JournalHead | None) -> JournalFault:
    """The fault of a journal that ends with ``head`` and does not hold the known one."""
    shorter = head is None or head.sequence < known.sequence
    kind = JournalFaultKind.TRUNCATED if shorter else JournalFaultKind.REWRITTEN
    return JournalFault(known.sequence, kind)


def _forgotten(head: JournalHead | None) -> JournalFault:
    return JournalFault(head.sequence if head else 0, JournalFaultKind.FORGOTTEN)

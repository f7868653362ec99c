"""Every failure that Watchword expects, as a typed exception; a server's are in server_errors.py.

An error carries a code and parameters, never a sentence and never a secret; the sentence is made
in ``gui/texts/failures.py``. What is not listed there is a bug and propagates.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


class WatchwordError(Exception):
    """A failure that has a sentence; ``code`` names it in logs and in ``--json`` output."""

    code: ClassVar[str] = "failed"

    def __str__(self) -> str:
        return self.code


# --- what a person typed -------------------------------------------------------------------------


@dataclass(eq=False)
class UnusableTextError(WatchwordError):
    """A typed password that cannot be one.

    ``reason`` is ``empty``, ``too-long``, ``control`` or ``unassigned``.
    """

    code: ClassVar[str] = "unusable-text"
    reason: str


@dataclass(eq=False)
class PasswordRefusedError(WatchwordError):
    """A new password breaks the policy; ``rules`` are the codes of the broken rules."""

    code: ClassVar[str] = "password-refused"
    rules: tuple[str, ...]


@dataclass(eq=False)
class IdentityCheckIncompleteError(WatchwordError):
    """An identity check without a known method or without a reference."""

    code: ClassVar[str] = "identity-check-incomplete"
    field: str


@dataclass(eq=False)
class CustomerNotFoundError(WatchwordError):
    """No customer has this number; empty where the customer meant is not there any more."""

    code: ClassVar[str] = "customer-not-found"
    number: str


@dataclass(eq=False)
class NumberTakenError(WatchwordError):
    """Another customer has this number."""

    code: ClassVar[str] = "number-taken"
    number: str


@dataclass(eq=False)
class FieldRefusedError(WatchwordError):
    """A customer's or the policy's field has a value that cannot be stored.

    ``reason`` is ``empty``, ``too-long``, ``control``, ``unknown`` or ``out-of-bounds``.
    """

    code: ClassVar[str] = "field-refused"
    field: str
    reason: str


@dataclass(eq=False)
class NoTerminalError(WatchwordError):
    """A secret is needed and nobody can be asked without its being shown.

    ``option`` sends it in another way; empty where there is none.
    """

    code: ClassVar[str] = "no-terminal"
    option: str = ""


class EntriesDifferError(WatchwordError):
    """A secret was typed twice, and not the same."""

    code: ClassVar[str] = "entries-differ"


# --- checks and changes --------------------------------------------------------------------------


@dataclass(eq=False)
class NotCheckedError(WatchwordError):
    """A check that has no verdict.

    ``counted`` tells whether the try was counted: True, False, or None where nobody can know yet.
    ``cause`` is the failure behind it. ``attempt`` is the id of the try where that can be found
    out later.
    """

    code: ClassVar[str] = "not-checked"
    counted: bool | None
    cause: WatchwordError
    attempt: UUID | None = None


class NothingToUnlockError(WatchwordError):
    """The password is not locked (a blocked one needs a new password)."""

    code: ClassVar[str] = "nothing-to-unlock"


class NoCredentialError(WatchwordError):
    """The customer has no telephone password."""

    code: ClassVar[str] = "no-credential"


class PasswordPresentError(WatchwordError):
    """The customer has a telephone password that no first one may replace, or is not active."""

    code: ClassVar[str] = "password-present"


class ChangedMeanwhileError(WatchwordError):
    """Somebody else changed the same thing first."""

    code: ClassVar[str] = "changed-meanwhile"


class NotAllowedError(WatchwordError):
    """The person's role may not do this."""

    code: ClassVar[str] = "not-allowed"


class AttemptRefusedError(WatchwordError):
    """An attempt that is unknown, somebody else's, too old, or used again with other values."""

    code: ClassVar[str] = "attempt-refused"


class RefreshRefusedError(WatchwordError):
    """A refresh of a verifier that the rules do not allow."""

    code: ClassVar[str] = "refresh-refused"


@dataclass(eq=False)
class ParametersRefusedError(WatchwordError):
    """The database asks for a hash that is too cheap, too dear, or of an unknown version."""

    code: ClassVar[str] = "parameters-refused"
    parameter: str


# --- the database --------------------------------------------------------------------------------


class StorageError(WatchwordError):
    """The database cannot be used."""

    code: ClassVar[str] = "storage"


@dataclass(eq=False)
class DatabaseMissingError(StorageError):
    """The database file is gone."""

    code: ClassVar[str] = "database-missing"
    path: str


@dataclass(eq=False)
class DatabaseNotMadeError(StorageError):
    """There never was a database file, and what is asked for makes none."""

    code: ClassVar[str] = "database-not-made"
    path: str


class DatabaseClosedError(StorageError):
    """The database was closed meanwhile, for a pause; it is not opened again unasked."""

    code: ClassVar[str] = "database-closed"


class DatabaseBusyError(StorageError):
    """Another program keeps the database locked."""

    code: ClassVar[str] = "database-busy"


class DiskFullError(StorageError):
    """There is no room to write."""

    code: ClassVar[str] = "disk-full"


class DatabaseReadOnlyError(StorageError):
    """The database cannot be written to."""

    code: ClassVar[str] = "database-read-only"


@dataclass(eq=False)
class DatabaseUnreadableError(StorageError):
    """The file cannot be used: its rights, or it is no database, or not as a program left it.

    ``reason`` is ``rights``, ``foreign``, ``damaged`` or ``altered`` (tables, triggers or rules
    that this program has not written).
    """

    code: ClassVar[str] = "database-unreadable"
    path: str
    reason: str


@dataclass(eq=False)
class DatabaseNewerError(StorageError):
    """A newer Watchword wrote the database."""

    code: ClassVar[str] = "database-newer"
    found: int
    known: int


@dataclass(eq=False)
class DatabaseOnNetworkError(StorageError):
    """The database file lies on a network drive, where SQLite is not safe."""

    code: ClassVar[str] = "database-on-network"
    path: str


@dataclass(eq=False)
class JournalFaultError(StorageError):
    """The journal's chain does not hold at ``sequence``; ``kind`` is a ``JournalFaultKind``."""

    code: ClassVar[str] = "journal-fault"
    sequence: int
    kind: str


# --- the team key --------------------------------------------------------------------------------


class TeamKeyError(WatchwordError):
    """The team key cannot be had."""

    code: ClassVar[str] = "key"


class KeyringMissingError(TeamKeyError):
    """This computer has no keyring that keeps secrets."""

    code: ClassVar[str] = "keyring-missing"


class KeyringLockedError(TeamKeyError):
    """The keyring is locked and stayed so."""

    code: ClassVar[str] = "keyring-locked"


class KeyringFailedError(TeamKeyError):
    """The keyring answered with a failure."""

    code: ClassVar[str] = "keyring-failed"


class SecretTooLongError(TeamKeyError):
    """A secret is longer than every keyring can keep."""

    code: ClassVar[str] = "secret-too-long"


class KeyMissingError(TeamKeyError):
    """The team key is not on this computer."""

    code: ClassVar[str] = "key-missing"


class KeyMismatchError(TeamKeyError):
    """The password was stored under another key than this computer has."""

    code: ClassVar[str] = "key-mismatch"


class CurrentKeyMissingError(TeamKeyError):
    """The team uses a newer key than those on this computer."""

    code: ClassVar[str] = "current-key-missing"


class KeyRotatedError(WatchwordError):
    """The team's key is another one since the caller looked, or is being rotated by somebody."""

    code: ClassVar[str] = "key-rotated"


class NoRotationError(WatchwordError):
    """No key was announced that could be started."""

    code: ClassVar[str] = "no-rotation"


class VaultLockedError(TeamKeyError):
    """The vault file's passphrase has not been given yet."""

    code: ClassVar[str] = "vault-locked"


class PassphraseWrongError(WatchwordError):
    """The passphrase does not open the file."""

    code: ClassVar[str] = "passphrase-wrong"


class PassphraseWeakError(WatchwordError):
    """The passphrase is too easy to guess for a file that can be copied."""

    code: ClassVar[str] = "passphrase-weak"


# --- files ---------------------------------------------------------------------------------------


@dataclass(eq=False)
class FileUnusableError(WatchwordError):
    """A file that cannot be read or written.

    ``reason`` is ``missing``, ``no-folder``, ``directory``, ``rights``, ``full``, ``exists``,
    ``damaged``, ``newer``, ``foreign`` or ``failed``.
    """

    code: ClassVar[str] = "file-unusable"
    path: str
    reason: str


@dataclass(eq=False)
class PrintingFailedError(WatchwordError):
    """The printer, or the file in its place, took ``printed`` documents and no more."""

    code: ClassVar[str] = "printing-failed"
    printed: int


@dataclass(eq=False)
class ListUnusableError(WatchwordError):
    """A customer list that cannot be imported as a whole.

    ``reason`` is ``empty``, ``binary``, ``encoding``, ``no-heads``, ``no-rows``, ``head-twice``,
    ``no-number-column``, ``unknown-field``, ``unknown-column``, ``unknown-encoding``,
    ``unknown-delimiter``, ``no-delimiter``, ``cell-too-long`` or ``changed`` (somebody has written
    the file since it was looked at); ``line`` is 0 where no line is meant; ``name`` is the column
    or field in question.
    """

    code: ClassVar[str] = "list-unusable"
    reason: str
    line: int = 0
    name: str = ""


@dataclass(eq=False)
class ProfileUnknownError(WatchwordError):
    """Nothing on this workstation belongs to a profile of this name."""

    code: ClassVar[str] = "profile-unknown"
    profile: str


@dataclass(eq=False)
class SettingsUnusableError(WatchwordError):
    """The settings at ``path`` cannot be used, so that nobody knows which database is meant."""

    code: ClassVar[str] = "settings-unusable"
    path: str


class AlreadyRunningError(WatchwordError):
    """Another process of this user holds the profile."""

    code: ClassVar[str] = "already-running"


class TimedOutError(WatchwordError):
    """Something on this computer did not answer in time."""

    code: ClassVar[str] = "timed-out"


@dataclass(eq=False)
class ClockWrongError(WatchwordError):
    """The clock cannot be right.

    ``reason`` is ``impossible``, ``behind-journal``, ``server-behind-journal`` or
    ``unlike-server``.
    """

    code: ClassVar[str] = "clock-wrong"
    reason: str


@dataclass(eq=False)
class OpenToOthersError(WatchwordError):
    """Other users of this computer can read a folder that should be private."""

    code: ClassVar[str] = "open-to-others"
    path: str


class FontsMissingError(WatchwordError):
    """This computer has no typeface that Qt can show."""

    code: ClassVar[str] = "fonts-missing"


class UnexpectedError(WatchwordError):
    """A bug behind a task: the report is written elsewhere, the caller only learns that."""

    code: ClassVar[str] = "unexpected"

"""What the windows of the first start, and of moving up, ask for; composition roots connect it.

Everything in here blocks and is called in the task runner only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from pathlib import Path
from typing import Protocol

from desktop_app.core.entities import Person
from desktop_app.core.errors import WatchwordError
from desktop_app.core.handover import HandedOver
from desktop_app.core.secret import Secret


class Way(Enum):
    """How somebody wants to use Watchword."""

    JOIN = auto()
    SHARED = auto()
    WORKSTATION = auto()


class SetupStep(StrEnum):
    """What is tested on the way to a server, and what is then made on it, in this order."""

    HOST = "host"
    PORT = "port"
    ENCRYPTION = "encryption"
    CERTIFICATE = "certificate"
    SIGN_IN = "sign-in"
    RIGHTS = "rights"
    ROLES = "roles"
    DATABASE = "database"
    SCHEMA = "schema"
    PERSON = "person"
    PROFILE = "profile"
    KEY = "key"


TESTED = (
    SetupStep.HOST,
    SetupStep.PORT,
    SetupStep.ENCRYPTION,
    SetupStep.CERTIFICATE,
    SetupStep.SIGN_IN,
    SetupStep.RIGHTS,
)
MADE = (
    SetupStep.ROLES,
    SetupStep.DATABASE,
    SetupStep.SCHEMA,
    SetupStep.PERSON,
    SetupStep.PROFILE,
    SetupStep.KEY,
)


@dataclass(frozen=True, slots=True)
class StepResult:
    """How a step went: passed with what was found, or failed with ``error``.

    ``detail`` is an address, a port, ``TLS 1.3``, the day on which a certificate ends, a version,
    the rights of a login, or the name of what was made. ``more`` goes with a port, the milliseconds
    until it answered, and with a certificate, who has issued it.
    """

    step: SetupStep
    detail: str = ""
    more: str = ""
    error: WatchwordError | None = None


Tell = Callable[[StepResult], None]
"""Called in the worker's thread after each step; those after a failed one are not tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """Where the database is or shall be; without an authority the system's certificates count."""

    hosts: tuple[str, ...]
    port: int
    database: str
    authority: Path | None = None


@dataclass(frozen=True, slots=True)
class OwnerLogin:
    """The login that owns the database; used for setting up and kept nowhere.

    Without a password libpq looks for it in its own places, such as the pgpass file.
    """

    login: str
    password: Secret[str] | None


@dataclass(frozen=True, slots=True)
class Joined:
    """Whom an invitation was for, and the profile that is in place now."""

    person: Person
    profile: str


Unlock = Callable[[], None]
"""Opens the keyring's prompt and waits for its end; blocks."""


class SharedSetup(Protocol):
    """Setting up a shared database; every part can be run again."""

    def test(self, address: ServerAddress, owner: OwnerLogin, tell: Tell) -> bool:
        """Try the way to the server step by step; whether all have passed.

        Raises:
            FileUnusableError: the CA certificate cannot be read; nothing was tried.
        """

    def create(
        self, address: ServerAddress, owner: OwnerLogin, name: str, login: str, tell: Tell
    ) -> str | None:
        """Make everything, with a first administrator; the profile, None where a step failed."""

    def save_recovery_file(self, target: Path, passphrase: Secret[str]) -> None:
        """Save the team key that ``create`` has made.

        Raises:
            PassphraseWeakError: the passphrase is too easy to guess.
            FileUnusableError: the file cannot be written.
            TeamKeyError: the key cannot be had.
        """


@dataclass(frozen=True, slots=True)
class Ways:
    """The three ways to begin.

    ``look`` passes a file that may be an invitation, as far as that is known without its words, and
    raises what ``join`` would; ``join`` takes it with the words. ``workstation`` is the profile of
    this workstation; nothing is made for it before it is opened. ``unlock`` lets whoever sits here
    unlock the system's keyring; it raises a ``TeamKeyError`` where they do not. ``name`` and
    ``login`` are what the system calls them.
    """

    look: Callable[[Path], None]
    join: Callable[[Path, Secret[str]], Joined]
    shared: SharedSetup
    workstation: str
    unlock: Unlock
    name: str = ""
    login: str = ""


class Adopting(Protocol):
    """Bringing a workstation's own database into the shared one."""

    @property
    def needs_vault(self) -> bool:
        """Whether the workstation's team key lies in a vault file, whose passphrase is needed."""

    def trial(self, owner: OwnerLogin) -> HandedOver:
        """Do everything on the server, and undo it.

        Raises:
            AlreadyRunningError: the workstation's database is open in another window.
            DatabaseInUseError: the shared database is not empty.
            StorageError: one of the two cannot be used.
        """

    def run(
        self, owner: OwnerLogin, vault: Secret[str] | None, recovery: Path, passphrase: Secret[str]
    ) -> tuple[HandedOver, Path]:
        """Take everything over; also where the old database is kept from now on.

        Raises:
            PassphraseWrongError: ``vault`` does not open the vault file.
            PassphraseWeakError: the recovery file's passphrase is too easy to guess.
            FileUnusableError: the recovery file or the archive cannot be written.
            TeamKeyError: the keys cannot be had or kept.
            AlreadyRunningError, DatabaseInUseError, StorageError: as in ``trial``.
        """

"""Every failure of a shared database that comes from its server or the way to it."""

from dataclasses import dataclass
from typing import ClassVar

from desktop_app.core.errors import (
    DatabaseBusyError,
    DatabaseReadOnlyError,
    DiskFullError,
    StorageError,
)


class NotConnectedError(StorageError):
    """There is no connection, so nothing was sent."""

    code: ClassVar[str] = "not-connected"


@dataclass(eq=False)
class ServerUnreachableError(NotConnectedError):
    """The server of the shared database does not answer."""

    code: ClassVar[str] = "server-unreachable"
    host: str


@dataclass(eq=False)
class ServerNotReadyError(NotConnectedError):
    """The server answers and takes no connections: it starts, stops, or has too many."""

    code: ClassVar[str] = "server-not-ready"
    host: str


class ConnectionLostError(StorageError):
    """The connection broke; what was sent may have been done."""

    code: ClassVar[str] = "connection-lost"


class NoAnswerError(ConnectionLostError):
    """No answer came in time, and asking again would take as long."""

    code: ClassVar[str] = "no-answer"


@dataclass(eq=False)
class ServerNotTrustedError(NotConnectedError):
    """The server did not prove who it is, so no password was sent.

    ``reason`` is ``certificate``, ``host-name``, ``no-tls`` or ``plaintext``. ``issuer`` is who
    the certificate says has issued it, where that is known; it proves nothing.
    """

    code: ClassVar[str] = "server-not-trusted"
    host: str
    reason: str
    issuer: str = ""


@dataclass(eq=False)
class AuthorityMissingError(NotConnectedError):
    """The CA file against which the server has to prove who it is, is not there."""

    code: ClassVar[str] = "authority-missing"
    path: str


@dataclass(eq=False)
class LoginRefusedError(NotConnectedError):
    """The server does not take this login or its password."""

    code: ClassVar[str] = "login-refused"
    login: str


@dataclass(eq=False)
class LoginShutOutError(LoginRefusedError):
    """The server does not let the login into this database: it is full, closed, or not there.

    Which of these it is, a server says in the language of its administrator only.
    """

    code: ClassVar[str] = "login-shut-out"
    database: str


@dataclass(eq=False)
class LoginMissingError(NotConnectedError):
    """The password of the database login is in no place of this computer."""

    code: ClassVar[str] = "login-missing"
    login: str


@dataclass(eq=False)
class DatabaseOlderError(StorageError):
    """The shared database has an older schema; ``found`` is 0 where it was never set up."""

    code: ClassVar[str] = "database-older"
    found: int
    known: int


@dataclass(eq=False)
class ServerTooOldError(StorageError):
    """The server is an older PostgreSQL than this program works with."""

    code: ClassVar[str] = "server-too-old"
    found: int
    known: int


@dataclass(eq=False)
class RightsMissingError(StorageError):
    """The login lacks rights that setting up a shared database needs."""

    code: ClassVar[str] = "rights-missing"
    rights: tuple[str, ...]


@dataclass(eq=False)
class CertificateExpiringError(StorageError):
    """The server's certificate ends soon, on ``day`` (ISO 8601)."""

    code: ClassVar[str] = "certificate-expiring"
    host: str
    day: str


class BackupElsewhereError(StorageError):
    """A shared database is no file of this computer: its server is backed up instead."""

    code: ClassVar[str] = "backup-elsewhere"


@dataclass(eq=False)
class ServerLogsValuesError(StorageError):
    """The server writes the values of statements into its log, and so what a check sends.

    ``remedy`` is the setting that ends it, as a line of its configuration.
    """

    code: ClassVar[str] = "server-logs-values"
    remedy: str


@dataclass(eq=False)
class WorkHeldUpError(StorageError):
    """Somebody has kept a transaction open for long, or the journal is not sealed any more.

    ``logins`` are who has, empty where nobody is known to; ``unsealed_since`` is the time (ISO
    8601) of the oldest entry that waits to be sealed, empty where none does for long.
    """

    code: ClassVar[str] = "work-held-up"
    logins: tuple[str, ...]
    unsealed_since: str = ""


class ServerBusyError(DatabaseBusyError):
    """Somebody else's work kept the server from answering in time; nothing was done."""

    code: ClassVar[str] = "server-busy"


class ServerReadOnlyError(DatabaseReadOnlyError):
    """The server takes no changes at present, as a standby of a highly available pair does."""

    code: ClassVar[str] = "server-read-only"


class ServerDiskFullError(DiskFullError):
    """The server has no room to write."""

    code: ClassVar[str] = "server-disk-full"

"""Every failure of a shared database that comes from its server or the way to it."""

from dataclasses import dataclass
from typing import ClassVar

from desktop_app.core.errors import StorageError


@dataclass(eq=False)
class ServerUnreachableError(StorageError):
    """The server of the shared database does not answer."""

    code: ClassVar[str] = "server-unreachable"
    host: str


class ConnectionLostError(StorageError):
    """The connection broke, or no answer came in time; what was sent may have been done."""

    code: ClassVar[str] = "connection-lost"


@dataclass(eq=False)
class ServerNotTrustedError(StorageError):
    """The server did not prove who it is, so no password was sent.

    ``reason`` is ``certificate``, ``host-name``, ``no-tls`` or ``plaintext``.
    """

    code: ClassVar[str] = "server-not-trusted"
    host: str
    reason: str


@dataclass(eq=False)
class LoginRefusedError(StorageError):
    """The server does not take this login or its password."""

    code: ClassVar[str] = "login-refused"
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

"""The one place where PostgreSQL's failures become the typed errors of core."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import psycopg

from desktop_app.core.errors import (
    AttemptRefusedError,
    ChangedMeanwhileError,
    ClockWrongError,
    CustomerNotFoundError,
    FieldRefusedError,
    KeyMissingError,
    KeyRotatedError,
    NoCredentialError,
    NoRotationError,
    NotAllowedError,
    NothingToUnlockError,
    NumberTakenError,
    PasswordPresentError,
    RefreshRefusedError,
    StorageError,
    WatchwordError,
)
from desktop_app.core.people_errors import (
    InvitationUsedError,
    LastAdminError,
    LoginTakenError,
    OwnLoginError,
    PersonNotFoundError,
)
from desktop_app.core.server_errors import (
    ConnectionLostError,
    LoginMissingError,
    LoginRefusedError,
    LoginShutOutError,
    ServerBusyError,
    ServerDiskFullError,
    ServerNotReadyError,
    ServerNotTrustedError,
    ServerReadOnlyError,
    ServerUnreachableError,
)
from desktop_app.storage.postgres.server import Server

# The WW codes are those of the functions in ``sql``.
_BY_STATE: Mapping[str, Callable[[], WatchwordError]] = MappingProxyType(
    {
        "WW001": lambda: CustomerNotFoundError(""),
        "WW002": NotAllowedError,
        "WW003": AttemptRefusedError,
        "WW004": RefreshRefusedError,
        "WW005": NoCredentialError,
        "WW006": NothingToUnlockError,
        "WW007": lambda: NumberTakenError(""),
        "WW008": ChangedMeanwhileError,
        "WW010": StorageError,
        "WW011": lambda: ClockWrongError("server-behind-journal"),
        "WW012": lambda: PersonNotFoundError(""),
        "WW013": lambda: LoginTakenError(""),
        "WW014": LastAdminError,
        "WW015": InvitationUsedError,
        "WW016": KeyMissingError,
        "WW017": KeyRotatedError,
        "WW018": NoRotationError,
        "WW019": OwnLoginError,
        "WW020": PasswordPresentError,
        "23503": lambda: CustomerNotFoundError(""),  # deleted while something was added to them
        "25006": ServerReadOnlyError,
        "25P03": ConnectionLostError,  # idle in a transaction for too long
        "40001": ServerBusyError,
        "40P01": ServerBusyError,
        "42501": NotAllowedError,
        "53100": ServerDiskFullError,
        "53200": StorageError,
        "53300": ServerBusyError,
        "55P03": ServerBusyError,
        "57014": ServerBusyError,
        "57P01": ConnectionLostError,
        "57P02": ConnectionLostError,
        "57P03": ConnectionLostError,
        "57P05": ConnectionLostError,
        "58030": StorageError,
    }
)
# libpq says only in words why there is no connection. Its own words are always English.
_NOT_TRUSTED = (
    ("does not match host name", "host-name"),
    ("root certificate file", "certificate"),
    ("could not load system root certificate", "certificate"),
    ("server does not support SSL", "no-tls"),
    ("SSL error: [^\n]*(?:version|protocol|cipher)", "no-tls"),
    # Which words a forged signature gets depends on the keys: "certificate verify failed", "EVP
    # lib", "provider signature failure". An alert comes from a server that wants something of us.
    ("SSL error: (?!unexpected eof|[^\n]*alert)", "certificate"),
    ("channel binding", "no-tls"),
    ("authentication method requirement", "no-tls"),
)
# A server speaks the language of its administrator: only names and quotation marks are understood.
_IN_QUOTES = r"[\"'«»‹›„“”‚‘’「」『』]\s?{name}\s?[\"'«»‹›„“”‚‘’「」『』]"
_REFUSALS = ("pg_hba.conf", "requires a valid client certificate")
# It names login or database, and would look like a refusal of them.
_TOO_MANY = "too many connections for"
_WHERE = re.compile(r"connection to server [^\n]*? failed: |could not translate host name [^\n]*")
# Severity, colon and two spaces stand before what a server itself says, in every language.
_SAID_BY_SERVER = re.compile(r" failed: [^\n:]+:  ")


@contextmanager
def translated() -> Iterator[None]:
    """Raise a ``WatchwordError`` for what can happen to a call.

    Failures that only a bug can cause (wrong SQL, a broken constraint) propagate unchanged.
    """
    try:
        yield
    except psycopg.Error as error:
        typed = _typed(error)
        if typed is None:
            raise
        raise typed from error


def connect_failure(error: psycopg.Error, server: Server, login: str) -> StorageError:
    """The typed error for a connection that could not be made.

    libpq hands on no SQLSTATE of a refusal, and a server's words are in the language of its
    administrator. What it says of a login that it does not take names that, or its own file of
    rules; what it says of a database that it lets nobody into names only that; and what it says
    while it takes no connections at all names neither.
    """
    if error.pgconn is not None and error.pgconn.needs_password:
        return LoginMissingError(login)
    text = str(error)
    for words, reason in _NOT_TRUSTED:
        if re.search(words, text):
            return ServerNotTrustedError(server.name, reason)
    if _TOO_MANY in text:
        return ServerBusyError()
    said = _WHERE.sub("", text)
    if _names(said, login) or any(words in said for words in _REFUSALS):
        return LoginRefusedError(login)
    if _names(said, server.database):
        return LoginShutOutError(login, server.database)
    if "session is read-only" in text:
        return ServerReadOnlyError()
    if _SAID_BY_SERVER.search(text):
        return ServerNotReadyError(server.name)
    return ServerUnreachableError(server.name)


def _names(text: str, name: str) -> bool:
    return re.search(_IN_QUOTES.format(name=re.escape(name)), text) is not None


def _typed(error: psycopg.Error) -> WatchwordError | None:
    """The typed error for a failure, None for a bug."""
    state = error.sqlstate
    if state is None:
        # Not from the server: the connection broke, or it was closed meanwhile.
        return ConnectionLostError() if isinstance(error, psycopg.OperationalError) else None
    if state in _BY_STATE:
        return _BY_STATE[state]()
    if state == "WW009":
        return FieldRefusedError(error.diag.column_name or "", error.diag.message_detail or "")
    if state == "23514":
        return FieldRefusedError(_constrained(error), "out-of-bounds")
    return ConnectionLostError() if state.startswith("08") else None


def _constrained(error: psycopg.Error) -> str:
    """The column of a constraint that has its usual name, ``table_column_check``."""
    name = error.diag.constraint_name or ""
    return name.removeprefix(f"{error.diag.table_name}_").removesuffix("_check")

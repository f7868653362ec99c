"""How a shared database is reached, as the settings keep it; its secrets are in the keyring."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.host_address import HIGHEST_PORT, host_address

USUAL_PORT = 5432

_LONGEST = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionSettings:
    """The address of one shared database, and whose login uses it; never a secret.

    Several ``hosts`` are members of one highly available database; one that listens elsewhere than
    at ``port`` has its own behind a colon. With ``own_authority`` the
    server's certificate is checked against the profile's own copy of a CA certificate
    (``Folders.authority``), without it against the system's store. Without ``tls`` only this
    computer can be spoken to.
    """

    hosts: tuple[str, ...]
    database: str
    login: str
    port: int = USUAL_PORT
    tls: bool = True
    own_authority: bool = False


def require_connection(connection: ConnectionSettings) -> ConnectionSettings:
    """Pass an address that libpq reads as it is meant.

    Raises:
        FieldRefusedError: ``hosts``, ``database``, ``login`` or ``port`` cannot be one.
    """
    if not connection.hosts:
        raise FieldRefusedError("hosts", "empty")
    for host in connection.hosts:
        _require_text("hosts", host)
        if "," in host or " " in host:  # libpq would take it for several
            raise FieldRefusedError("hosts", "unknown")
        try:
            host_address(host, connection.port)
        except ValueError:
            raise FieldRefusedError("hosts", "unknown") from None
    _require_text("database", connection.database)
    _require_text("login", connection.login)
    if not 1 <= connection.port <= HIGHEST_PORT:
        raise FieldRefusedError("port", "out-of-bounds")
    return connection


def _require_text(field: str, text: str) -> None:
    if not text.strip():
        raise FieldRefusedError(field, "empty")
    if len(text) > _LONGEST:
        raise FieldRefusedError(field, "too-long")
    if not text.isprintable():
        raise FieldRefusedError(field, "control")


def connection_document(connection: ConnectionSettings) -> dict[str, Any]:
    """The address as it stands in a JSON document."""
    return {**asdict(connection), "hosts": list(connection.hosts)}


def connection_of(document: Mapping[str, Any]) -> ConnectionSettings:
    """The address in such a document.

    Raises:
        FieldRefusedError: a value of it cannot be used.
        KeyError, TypeError: a value is missing or of another kind.
    """
    hosts, port = document["hosts"], document.get("port", USUAL_PORT)
    texts = (*hosts, document["database"], document["login"])
    flags = (document.get("tls", True), document.get("own_authority", False))
    if not isinstance(hosts, (list, tuple)) or type(port) is not int:
        raise TypeError
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    if not all(isinstance(flag, bool) for flag in flags):
        raise TypeError
    return require_connection(
        ConnectionSettings(
            hosts=tuple(hosts),
            database=document["database"],
            login=document["login"],
            port=port,
            tls=flags[0],
            own_authority=flags[1],
        )
    )

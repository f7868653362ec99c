"""Where a shared database is, and how a connection to it is secured."""

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from desktop_app.core.host_address import HostAddress, host_address
from desktop_app.core.server_errors import AuthorityMissingError, ServerNotTrustedError
from desktop_app.storage.postgres.authorities import system_store

CONNECT_SECONDS = 3
_SECONDS_PER_HOST = 2  # libpq's least
_STATEMENT_MILLISECONDS = 4_000
_STALLED_MILLISECONDS = 3_000
_BY_CERTIFICATE = {"require_auth": "scram-sha-256,none", "channel_binding": "prefer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The address of a shared database.

    Several ``hosts``, each with or without a port of its own (``core.host_address``), are members
    of one highly available database: the one that takes writes is
    used. ``ca_file`` holds the certificates of the authority that vouches for the server, None
    means the system's store. Without ``tls`` only this computer can be spoken to.
    """

    hosts: tuple[str, ...]
    database: str
    port: int = 5432
    ca_file: Path | None = None
    tls: bool = True

    @property
    def name(self) -> str:
        """The hosts as a person reads them."""
        return ", ".join(self.hosts)

    @property
    def addresses(self) -> tuple[HostAddress, ...]:
        """Where each host listens."""
        return tuple(host_address(host, self.port) for host in self.hosts)

    def parameters(self, *, has_password: bool = True) -> dict[str, Any]:
        """What libpq needs to know; the login comes beside it.

        The server has to prove who it is, and to prove with SCRAM that it knows the password's
        verifier: a password is never sent to whoever merely answers. Only where libpq itself
        finds the login, and may find a client certificate, a server that TLS vouches for may
        ask for no password.

        Raises:
            AuthorityMissingError: there is no CA file.
            ServerNotTrustedError: ``plaintext``: no TLS to a host that is not this computer;
                ``certificate``: this computer has no store of authorities.
        """
        return {
            "host": ",".join(address.host for address in self.addresses),
            "port": ",".join(str(address.port) for address in self.addresses),
            "dbname": self.database,
            "connect_timeout": CONNECT_SECONDS if len(self.hosts) == 1 else _SECONDS_PER_HOST,
            "keepalives_idle": 2,
            "keepalives_interval": 1,
            "keepalives_count": 3,
            "tcp_user_timeout": _STALLED_MILLISECONDS,
            "target_session_attrs": "read-write",
            "gssencmode": "disable",
            "require_auth": "scram-sha-256",
            "client_encoding": "UTF8",
            **self._security(),
            **(_BY_CERTIFICATE if self.tls and not has_password else {}),
        }

    @property
    def is_here(self) -> bool:
        """Whether every host can only be this computer."""
        return all(is_loopback(address.host) for address in self.addresses)

    def authorities(self) -> Path:
        """The file with the certificates of whoever may vouch for the server.

        Raises:
            AuthorityMissingError: there is no CA file.
            ServerNotTrustedError: ``certificate``: this computer has no store of authorities.
        """
        if self.ca_file is not None and not self.ca_file.is_file():
            raise AuthorityMissingError(str(self.ca_file))
        authorities = self.ca_file or system_store()
        if authorities is None:
            raise ServerNotTrustedError(self.name, "certificate")
        return authorities

    def _security(self) -> dict[str, str]:
        if self.tls:
            return {
                "sslmode": "verify-full",
                "sslrootcert": str(self.authorities()),
                "ssl_min_protocol_version": "TLSv1.2",
                "channel_binding": "require",
            }
        if not self.is_here:
            raise ServerNotTrustedError(self.name, "plaintext")
        return {"sslmode": "disable"}


def session_options(workstation: str) -> str:
    """The settings of every session; ``workstation`` is this computer's name for the journal."""
    settings = {
        "statement_timeout": str(_STATEMENT_MILLISECONDS),
        "lock_timeout": "3000",
        "idle_in_transaction_session_timeout": "60000",
        "default_transaction_isolation": "read committed",
        "timezone": "UTC",
        # What a server's log says of statements is its administrator's affair, their values not.
        "log_parameter_max_length_on_error": "0",
        "debug_print_parse": "off",
        "debug_print_rewritten": "off",
        "debug_print_plan": "off",
        "random_page_cost": "1.1",  # the search index is in memory or on a flash drive
        "watchword.workstation": workstation,
    }
    return " ".join(f"-c {name}={_escaped(value)}" for name, value in settings.items())


def is_loopback(host: str) -> bool:
    """Whether a host can only be this computer: a loopback address or a socket's folder."""
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(" ", "\\ ")

"""The first words with a server, before any login: whether it answers, and its certificate.

libpq tells neither when a certificate ends nor, in all cases, whether the network or the server
refuses. So the beginning of the protocol is spoken here (PostgreSQL documentation, "SSL Session
Encryption"), and nothing else.
"""

import socket
import ssl
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.server_errors import ServerNotTrustedError, ServerUnreachableError
from desktop_app.storage.postgres.authorities import system_store
from desktop_app.storage.postgres.server import CONNECT_SECONDS, Server

_SSL_REQUEST = struct.pack("!ii", 8, 80_877_103)
_WILLING = b"S"


def require_answer(server: Server) -> None:
    """Pass a server of which at least one host takes connections.

    Raises:
        ServerUnreachableError: none does.
    """
    with _reached(server):
        return


def certificate_end(server: Server) -> datetime:
    """When the certificate of the first host that answers ends, after it has been verified.

    Raises:
        ServerUnreachableError: no host answers.
        ServerNotTrustedError: the certificate is not of this host or not from the authority, or
            there is none.
    """
    with _reached(server) as (plain, host):
        try:
            plain.sendall(_SSL_REQUEST)
            if plain.recv(1) != _WILLING:
                raise ServerNotTrustedError(host, "no-tls")
            context = _context(server.ca_file, host)
            with context.wrap_socket(plain, server_hostname=host) as secured:
                certificate = secured.getpeercert() or {}
        except ssl.SSLCertVerificationError as error:
            is_name = error.verify_code in _WRONG_NAME
            raise ServerNotTrustedError(host, "host-name" if is_name else "certificate") from error
        except ssl.SSLError as error:
            raise ServerNotTrustedError(host, "no-tls") from error
        except OSError as error:
            raise ServerUnreachableError(server.name) from error
    seconds = ssl.cert_time_to_seconds(str(certificate["notAfter"]))
    return datetime.fromtimestamp(seconds, UTC)


_WRONG_NAME = frozenset({62, 64})
"""OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH."""


def _context(ca_file: Path | None, host: str) -> ssl.SSLContext:
    authorities = ca_file or system_store()
    if authorities is None:
        raise ServerNotTrustedError(host, "certificate")
    try:
        context = ssl.create_default_context(cafile=str(authorities))
    except OSError as error:  # gone, or no certificate
        raise ServerNotTrustedError(host, "certificate") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@contextmanager
def _reached(server: Server) -> Iterator[tuple[socket.socket, str]]:
    """A connection to the first host that takes one, and that host."""
    for host in server.hosts:
        try:
            found = _connected(host, server.port)
        except OSError:
            continue
        with found:
            yield found, host
        return
    raise ServerUnreachableError(server.name)


def _connected(host: str, port: int) -> socket.socket:
    if host.startswith("/"):
        local = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        local.settimeout(CONNECT_SECONDS)
        local.connect(f"{host}/.s.PGSQL.{port}")
        return local
    return socket.create_connection((host, port), CONNECT_SECONDS)

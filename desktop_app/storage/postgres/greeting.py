"""The first words with a server, before any login: whether it answers, and its certificate.

libpq tells neither when a certificate ends nor, in all cases, whether the network or the server
refuses. So the beginning of the protocol is spoken here (PostgreSQL documentation, "SSL Session
Encryption"), and nothing else.
"""

import socket
import ssl
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from desktop_app.core.server_errors import ServerNotTrustedError, ServerUnreachableError
from desktop_app.storage.postgres.server import CONNECT_SECONDS, Server

_SSL_REQUEST = struct.pack("!ii", 8, 80_877_103)
_WILLING = b"S"
_ISSUER_NAMES: Final = ("commonName", "organizationName")  # the first that there is


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate that was verified says: who has issued it, and when it ends."""

    issuer: str
    end: datetime


@dataclass(frozen=True, slots=True)
class Encryption:
    """What a server encrypts with, such as ``TLS 1.3``, and the certificate (DER) that it shows."""

    protocol: str
    shown: bytes


def addresses(server: Server) -> tuple[str, ...]:
    """The first address of each host; a socket's folder is its own.

    Raises:
        ServerUnreachableError: a name is not known.
    """
    return tuple(_address(*address) for address in server.addresses)


def require_answer(server: Server) -> int:
    """Pass a server of which at least one host takes connections; after how many milliseconds.

    Raises:
        ServerUnreachableError: none does.
    """
    begun = time.monotonic()
    with _reached(server):
        return round((time.monotonic() - begun) * 1_000)


def encryption(server: Server) -> Encryption:
    """How the first host that answers encrypts, whoever it is.

    Nothing is said to it but that TLS is wanted: what it shows here proves nothing.

    Raises:
        ServerUnreachableError: no host answers.
        ServerNotTrustedError: ``no-tls``: it does not encrypt, or not as it has to today.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with _secured(server, context) as secured:
        name = (secured.version() or "").replace("TLSv", "TLS ")
        return Encryption(name, secured.getpeercert(binary_form=True) or b"")


def verified_certificate(server: Server) -> Certificate:
    """The certificate of the first host that answers, after it has been verified.

    Raises:
        AuthorityMissingError: there is no CA file.
        ServerUnreachableError: no host answers.
        ServerNotTrustedError: the certificate is not of this host or not from the authority, or
            there is none.
    """
    with _secured(server, _context(server)) as secured:
        found: dict[str, Any] = dict(secured.getpeercert() or {})
    parts = {name: value for part in found["issuer"] for name, value in part}
    issuer = next((parts[name] for name in _ISSUER_NAMES if name in parts), "")
    seconds = ssl.cert_time_to_seconds(found["notAfter"])
    return Certificate(issuer, datetime.fromtimestamp(seconds, UTC))


def _address(host: str, port: int) -> str:
    if host.startswith("/"):
        return host
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise ServerUnreachableError(host) from error
    return str(found[0][4][0])


_WRONG_NAME = frozenset({62, 64})
"""OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH."""


def _context(server: Server) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=str(server.authorities()))
    except OSError as error:  # no certificate in it
        raise ServerNotTrustedError(server.name, "certificate") from error


@contextmanager
def _secured(server: Server, context: ssl.SSLContext) -> Iterator[ssl.SSLSocket]:
    """TLS with the first host that answers."""
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with _reached(server) as (plain, host):
        try:
            plain.sendall(_SSL_REQUEST)
            if plain.recv(1) != _WILLING:
                raise ServerNotTrustedError(host, "no-tls")
            with context.wrap_socket(plain, server_hostname=host) as secured:
                yield secured
        except ssl.SSLCertVerificationError as error:
            is_name = error.verify_code in _WRONG_NAME
            raise ServerNotTrustedError(host, "host-name" if is_name else "certificate") from error
        except ssl.SSLError as error:
            raise ServerNotTrustedError(host, "no-tls") from error
        except OSError as error:
            raise ServerUnreachableError(server.name) from error


@contextmanager
def _reached(server: Server) -> Iterator[tuple[socket.socket, str]]:
    """A connection to the first host that takes one, and that host."""
    for host, port in server.addresses:
        try:
            found = _connected(host, port)
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

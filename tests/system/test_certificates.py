"""Whom a certificate names as its issuer, whoever has made it."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from desktop_app.system.certificates import issuer_of


def certificate(*names: tuple[x509.ObjectIdentifier, str]) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(tz=UTC)
    issuer = x509.Name([x509.NameAttribute(oid, text) for oid, text in names])
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.DER)
    )


@pytest.mark.parametrize(
    ("names", "issuer"),
    [
        (((NameOID.ORGANIZATION_NAME, "Support"), (NameOID.COMMON_NAME, "Our CA")), "Our CA"),
        (((NameOID.ORGANIZATION_NAME, "Support"),), "Support"),
        (((NameOID.COUNTRY_NAME, "DE"),), ""),
        ((), ""),
        (((NameOID.COMMON_NAME, "CA\n\x1b[31m\u202etrusted"),), "CA[31mtrusted"),
        (((NameOID.ORGANIZATION_NAME, "x" * 64 + "y"),), "x" * 64),
    ],
)
def test_the_issuer_is_one_short_line(
    names: tuple[tuple[x509.ObjectIdentifier, str], ...], issuer: str
) -> None:
    """The name, else the organisation; nothing in it reaches a terminal as a command."""
    assert issuer_of(certificate(*names)) == issuer


@pytest.mark.parametrize("der", [b"", b"no certificate", certificate()[:-7]])
def test_what_is_no_certificate_names_nobody(der: bytes) -> None:
    """Whoever answers on the port may send anything."""
    assert issuer_of(der) == ""

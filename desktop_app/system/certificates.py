"""What a certificate says of itself, whether anybody vouches for it or not."""

from contextlib import suppress
from typing import Final

from cryptography import x509
from cryptography.x509.oid import NameOID

_LONGEST: Final = 64
_NAMES: Final = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)  # the first that there is


def issuer_of(der: bytes) -> str:
    """Who says to have issued a certificate, as one short line; empty where it cannot be told.

    It may come from anybody: what it says proves nothing.
    """
    with suppress(ValueError):
        issuer = x509.load_der_x509_certificate(der).issuer
        for name in _NAMES:
            for attribute in issuer.get_attributes_for_oid(name):
                text = str(attribute.value)
                return "".join(filter(str.isprintable, text))[:_LONGEST]
    return ""

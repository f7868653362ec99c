"""The certificate authorities that this computer trusts, as a file for libpq.

libpq's own ``sslrootcert=system`` asks the OpenSSL it was built with, and that of the binary
packages looks in a folder that exists nowhere. So the store is found here.
"""

import ssl
import sys
import tempfile
from pathlib import Path
from typing import Final

# Debian, Fedora, openSUSE, Alpine: where Python was built elsewhere, it does not know them.
_USUAL: Final = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def system_store() -> Path | None:
    """The file with the system's authorities, None where there is none."""
    if sys.platform == "win32":
        return _windows_store()
    named = ssl.get_default_verify_paths().cafile
    for candidate in (named, *_USUAL):
        if candidate and Path(candidate).is_file():
            return Path(candidate)
    return None


if sys.platform == "win32":

    def _windows_store() -> Path:
        """Windows keeps its authorities in no file, so they are written into one."""
        pem = "".join(
            ssl.DER_cert_to_PEM_cert(content)
            for content, encoding, _ in ssl.enum_certificates("ROOT")
            if encoding == "x509_asn"
        )
        folder = Path(tempfile.mkdtemp(prefix="watchword-authorities-"))
        path = folder / "authorities.pem"
        path.write_text(pem, encoding="ascii")
        return path

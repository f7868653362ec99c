"""A display that only the tests use."""

import os
import secrets
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_FAMILY_WILD = 0xFFFF  # Xauth's word for "whatever the display is called"


@contextmanager
def display() -> Iterator[Mapping[str, str]]:
    """The environment variables of a display that only this run uses; none where Qt needs none."""
    if sys.platform != "linux":
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="watchword-display-") as folder:
        authority = Path(folder) / "authority"
        authority.write_bytes(xauthority(secrets.token_bytes(16)))
        with _xvfb(authority, Path(folder) / "log") as number:
            yield {
                "DISPLAY": f":{number}",
                "XAUTHORITY": str(authority),
                "QT_QPA_PLATFORM": "xcb",
            }


def xauthority(cookie: bytes) -> bytes:
    """An Xauthority file that opens one display of any name to those who can read the file.

    The format is that of Xau(3): a family, then four counted fields, all big-endian.
    """
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", cookie)
    counted = b"".join(struct.pack(">H", len(field)) + field for field in fields)
    return struct.pack(">H", _FAMILY_WILD) + counted


@contextmanager
def _xvfb(authority: Path, log: Path) -> Iterator[int]:
    """Run an X server without a screen; gives the number of its display."""
    read_end, write_end = os.pipe()
    options = ("-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-auth", str(authority))
    with log.open("wb") as messages:
        server = subprocess.Popen(
            ("Xvfb", "-displayfd", str(write_end), *options),
            pass_fds=(write_end,),
            start_new_session=True,  # Ctrl+C is for the tests; the display outlives them
            stdout=messages,
            stderr=messages,
        )
    os.close(write_end)
    try:
        with os.fdopen(read_end, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            sys.exit(f"Xvfb did not start: {log.read_text(encoding='utf-8', errors='replace')}")
        yield int(number)
    finally:
        server.terminate()
        server.wait()

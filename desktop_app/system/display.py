"""Whether a window can be shown at all: Qt ends the process where it cannot."""

import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - the X Window System's own place
_FIRST_PORT = 6000
_SECONDS = 2.0


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether there is a display that answers; always true where windows need none."""
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers(environment) or _x11_answers(environment.get("DISPLAY", ""))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(environment.get("XDG_RUNTIME_DIR", "/")) / name  # an absolute name stays itself
    return _connects(socket.AF_UNIX, str(path))


def _x11_answers(display: str) -> bool:
    host, separator, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not separator or not number.isdigit():
        return False
    if host in {"", "unix"}:
        path = str(_SOCKETS / f"X{number}")
        return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")
    return _connects(socket.AF_INET, (host, _FIRST_PORT + int(number)))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as client:
        client.settimeout(_SECONDS)
        try:
            client.connect(address)
        except (OSError, OverflowError):
            return False
    return True

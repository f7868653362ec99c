"""Whether a window can be shown at all: Qt ends the process where it cannot."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_LISTENING = Path("/proc/net/unix")
_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - the X Window System's own place
_FIRST_PORT = 6000
_ACCEPTS = "00010000"  # __SO_ACCEPTCON
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
    return _answers_here(str(path))


def _x11_answers(display: str) -> bool:
    host, separator, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not separator or not number.isdigit():
        return False
    if host in {"", "unix"}:
        path = str(_SOCKETS / f"X{number}")
        return _answers_here(path) or _answers_here(f"\0{path}")
    import socket

    return _connects(socket.AF_INET, (host, _FIRST_PORT + int(number)))


def _answers_here(address: str) -> bool:
    """Whether a local server listens; one outside this container shows only by connecting."""
    if _is_listed(address):
        return True
    import socket  # 5 ms that a start has no need of where the list knows the server

    return _connects(socket.AF_UNIX, address)


def _is_listed(address: str) -> bool:
    name = address.replace("\0", "@")
    with suppress(OSError):
        for line in _LISTENING.read_text(encoding="utf-8", errors="replace").splitlines():
            fields = line.split(maxsplit=7)
            if fields[-1] == name and fields[3] == _ACCEPTS:
                return True
    return False


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    import socket

    with socket.socket(family, socket.SOCK_STREAM) as client:
        client.settimeout(_SECONDS)
        try:
            client.connect(address)
        except (OSError, OverflowError):
            return False
    return True

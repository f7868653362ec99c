"""How the host of a server is written: by name or address, with a port of its own or without."""

import re
from typing import Final, NamedTuple

HIGHEST_PORT: Final = 65_535

# A bare IPv6 address has colons of its own: a port goes behind brackets.
_BRACKETED: Final = re.compile(r"\[([^\[\]]+)\](?::([0-9]{1,5}))?")
_NAMED: Final = re.compile(r"([^:\[\]]+):([0-9]{1,5})")


class HostAddress(NamedTuple):
    """Where one host listens."""

    host: str
    port: int


def host_address(written: str, usual_port: int) -> HostAddress:
    """The address in ``db``, ``db:5433``, ``192.0.2.7:5433``, ``[2001:db8::7]:5433`` and the like.

    A socket's folder, which begins with a stroke, is taken as it stands.

    Raises:
        ValueError: it is none, or the port is out of bounds.
    """
    if written.startswith("/"):
        return HostAddress(written, usual_port)
    found = _BRACKETED.fullmatch(written) or _NAMED.fullmatch(written)
    if found is None:
        if not written or "[" in written or "]" in written or written.count(":") == 1:
            raise ValueError(written)
        return HostAddress(written, usual_port)
    port = usual_port if found[2] is None else int(found[2])
    if not 1 <= port <= HIGHEST_PORT:
        raise ValueError(written)
    return HostAddress(found[1], port)

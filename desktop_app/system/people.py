"""Who uses this workstation."""

import os
import platform
import sys
from dataclasses import dataclass

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class WorkstationUser:
    """A person as the operating system knows them; ``name`` is the login where it knows no more."""

    login: str
    name: str
    workstation: str


def who_is_here() -> WorkstationUser:
    """The person whose process this is, and the computer's name without its domain."""
    login = _printable(_login()) or "unknown"
    return WorkstationUser(
        login=login,
        name=_printable(_full_name(login)) or login,
        workstation=_printable(platform.node().partition(".")[0]) or "unknown",
    )


def name_of_gecos(gecos: str, login: str) -> str:
    """The full name in a password file's comment field, where ``&`` stands for the login."""
    return gecos.partition(",")[0].replace("&", login.capitalize()).strip()


def _printable(text: str) -> str:
    return "".join(character for character in text if character.isprintable())[:_LONGEST].strip()


if sys.platform == "win32":

    def _login() -> str:
        return os.getlogin()

    def _full_name(_login: str) -> str:
        from desktop_app.system.windows import load_windows  # loads ctypes

        return load_windows().full_name()
else:
    import pwd

    # The process's own user counts, not LOGNAME, which anybody can set.
    def _login() -> str:
        try:
            return pwd.getpwuid(os.getuid()).pw_name
        except KeyError:  # a container's user has no entry
            return str(os.getuid())

    def _full_name(login: str) -> str:
        try:
            return name_of_gecos(pwd.getpwuid(os.getuid()).pw_gecos, login)
        except KeyError:
            return ""

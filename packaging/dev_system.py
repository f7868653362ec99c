"""The packages of the operating system that Watchword and its tests need."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence

from dev_process import ProgramError, run_quietly

_INSTALL = ("apt-get", "install", "--no-install-recommends")
_QUIETLY = ("-qq", "-y", "-o", "DPkg::Lock::Timeout=300")

# What the packages of dev_environment.py bring, in words that other distributions understand.
_WANTED_ELSEWHERE = {
    "run": "OpenGL and EGL, fontconfig and a font, D-Bus, GLib, libxkbcommon and libxkbcommon-x11, "
    "and the xcb utilities cursor, icccm, keysyms and image",
    "test": "Xvfb, dbus-daemon and gnome-keyring",
}
_PROGRAMS = {"run": (), "test": ("Xvfb", "dbus-daemon", "gnome-keyring-daemon")}


class SetUpError(Exception):
    """The set-up cannot go on; the text is one sentence that says why and what helps."""


def has_apt() -> bool:
    """Whether this is Debian, or a system made from it."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg-query") is not None


def venv_package() -> str | None:
    """Debian's package that this Python lacks to make virtual environments; None if it can."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return None
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def missing_packages(wanted: Iterable[str]) -> list[str]:
    """Those of Debian's packages that neither are installed nor provided by one that is."""
    listing = subprocess.run(
        ("dpkg-query", "--show", "--showformat", "${db:Status-Abbrev}|${Package}|${Provides}\n"),
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    present = set()
    for line in listing.splitlines():
        status, package, provided = line.split("|", 2)
        if status.startswith("ii"):
            present |= {package, *(name.split(" ")[0] for name in provided.split(", "))}
    return [package for package in wanted if package not in present]


def root_prefix() -> tuple[str, ...] | None:
    """What to put before a command to run it as root; None if this person may not."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    sudo = ("sudo", "-n")
    allowed = subprocess.run((*sudo, "true"), check=False, capture_output=True)
    return sudo if allowed.returncode == 0 else None


def install(packages: Sequence[str]) -> None:
    """Install Debian's packages, as root or by a sudo that asks for no password.

    Raises:
        SetUpError: the person has to install them, or apt could not.
    """
    by_hand = " ".join((*_INSTALL, *packages))
    prefix = root_prefix()
    if prefix is None:
        raise SetUpError(f"Packages of the system are missing; install them with: sudo {by_hand}")
    sys.stderr.write(f"Installing packages of the system: {' '.join(packages)} …\n")
    apt = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive")
    try:
        run_quietly((*apt, "apt-get", "update", *_QUIETLY))
    except ProgramError as error:
        # The lists at hand may do, and if they do not, the next step says so.
        sys.stderr.write(f"The lists of packages could not be renewed: {error}\n")
    try:
        run_quietly((*apt, *_INSTALL, *_QUIETLY, *packages))
    except ProgramError as error:
        raise SetUpError(f"'{by_hand}' failed: {error}") from error


def require_elsewhere(part: str) -> None:
    """Look for what a part of the environment needs, on a Linux without apt.

    Raises:
        SetUpError: something is not there.
    """
    if venv_package() is not None:
        raise SetUpError("This Python cannot make virtual environments; install its venv module.")
    missing = [program for program in _PROGRAMS[part] if shutil.which(program) is None]
    if missing:
        raise SetUpError(f"{' and '.join(missing)} not found; {install_elsewhere(part)}.")


def install_elsewhere(part: str) -> str:
    """The advice for a Linux without apt."""
    return f"install with this system's package manager: {_WANTED_ELSEWHERE[part]}"

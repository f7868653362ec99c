"""Makes the virtual environment: once at a time, from locked requirements, to the end or anew."""

import os
import shutil
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import dev_system
from dev_environment import PARTS, SYSTEM_PACKAGES, Environment
from dev_process import ProgramError, run_quietly
from dev_system import SetUpError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_QT_LOADS = """
import ctypes, pathlib, PySide6
from PySide6 import QtWidgets
ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
"""


def set_up(environment: Environment, command: str) -> int:
    """Make whatever a command lacks.

    Returns:
        0, or the exit code to end with after the reason was told.
    """
    try:
        with _only_one(Path(f"{environment.folder}.lock")):
            if not environment.is_ready(command):
                _make(environment, command)
    except SetUpError as error:
        _tell(str(error))
    except OSError as error:
        _tell(f"The set-up failed: {error}.")
    except KeyboardInterrupt:
        _tell("The set-up was interrupted; the next start makes it again.")
        return 130
    else:
        return 0
    return 1


def _make(environment: Environment, command: str) -> None:
    missing = [part for part in PARTS[command] if not environment.is_finished(part)]
    if sys.platform == "linux":
        _bring_system_packages(missing)
    if environment.is_unsound():
        _make_venv(environment)
        missing = list(PARTS[command])
    for part in missing:
        _add(environment, part)


def _bring_system_packages(parts: list[str]) -> None:
    if not dev_system.has_apt():
        for part in parts:
            dev_system.require_elsewhere(part)
        return
    wanted = [package for part in parts for package in SYSTEM_PACKAGES[part]]
    missing = dev_system.missing_packages(wanted)
    venv = dev_system.venv_package()
    if venv is not None:
        missing.append(venv)
    if missing:
        dev_system.install(missing)


def _make_venv(environment: Environment) -> None:
    """Make an empty virtual environment in which the checkout's packages are importable."""
    _tell("Making the virtual environment …")
    _remove(Path(environment.folder))
    try:
        run_quietly((sys.executable, "-m", "venv", environment.folder))
    except ProgramError as error:
        raise SetUpError(f"The virtual environment could not be made: {error}") from error
    folders = {"base": environment.folder, "platbase": environment.folder}
    site_packages = sysconfig.get_path("purelib", "venv", folders)
    # Relative, because the file is read in an encoding that varies with Python and system.
    root = os.path.relpath(environment.root, site_packages)
    Path(site_packages, "watchword.pth").write_text(root + "\n", encoding="ascii")


def _remove(folder: Path) -> None:
    """Remove a virtual environment; it is out of the way at once or untouched."""
    discarded = folder.with_name(folder.name + ".old")
    if discarded.exists():
        shutil.rmtree(discarded)
    if folder.exists():
        folder.rename(discarded)
        shutil.rmtree(discarded)


def _add(environment: Environment, part: str) -> None:
    """Install the requirements of one part, and see that they work."""
    lock = environment.lock_path(part)
    _tell(f"Installing the Python packages of {Path(lock).name} …")
    environment.begin(part)
    pip = (environment.python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input")
    try:
        run_quietly((*pip, "--require-hashes", "--only-binary=:all:", "--requirement", lock))
    except ProgramError as error:
        environment.abandon(part)
        raise SetUpError(f"The Python packages could not be installed: {error}") from error
    if part == "run" and sys.platform == "linux":
        _check_that_qt_loads(environment)
    if sys.platform != "win32":
        os.sync()  # the stamp must not reach the disk before what it vouches for
    environment.finish(part)


def _check_that_qt_loads(environment: Environment) -> None:
    try:
        run_quietly((environment.python, "-c", _QT_LOADS))
    except ProgramError as error:
        environment.abandon("run")
        advice = dev_system.install_elsewhere("run")
        raise SetUpError(f"Qt does not load ({error}); {advice}.") from error


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    """Wait until no other set-up works on the same environment."""
    with path.open("a", encoding="utf-8") as file:
        if not _try_lock(file):
            _tell("Waiting for another set-up of this checkout …")
            while not _try_lock(file):
                time.sleep(0.2)
        yield


def _try_lock(file: IO[str]) -> bool:
    """Lock a file until it is closed; False if somebody else has."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")

"""System packages: what packaging/dev_system.py finds missing, brings, or asks the person for."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest

import dev_system
from dev_process import ProgramError
from dev_system import SetUpError

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="packages are Linux's")

LISTING = """\
ii |libgl1|
ii |libglib2.0-0t64|libglib2.0-0 (= 2.80), libgio2.0-0
rc |libegl1|
ii |postfix|mail-transport-agent
"""

Commands = list[tuple[str, ...]]


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """The commands that apt is given by somebody who may install."""
    commands: Commands = []
    monkeypatch.setattr(dev_system, "root_prefix", lambda: ("sudo", "-n"))
    monkeypatch.setattr(dev_system, "run_quietly", commands.append)
    return commands


def programs(*present: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in present else None


def test_missing_packages_are_those_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Removed ones are missing; a renamed package that provides the old name is not."""
    done = subprocess.CompletedProcess((), 0, LISTING, "")
    monkeypatch.setattr(subprocess, "run", lambda *_arguments, **_options: done)
    wanted = ("libgl1", "libglib2.0-0", "libegl1", "xvfb")
    assert dev_system.missing_packages(wanted) == ["libegl1", "xvfb"]


def test_apt_renews_its_lists_and_installs_without_asking(apt: Commands) -> None:
    """Two commands, both as root, both silent, without recommended packages."""
    dev_system.install(["libegl1", "xvfb"])
    update, install = apt
    root = ("sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive")
    assert update[: len(root) + 2] == (*root, "apt-get", "update")
    assert install[: len(root) + 2] == (*root, "apt-get", "install")
    assert {"--no-install-recommends", "-y"} < set(install)
    assert install[-2:] == ("libegl1", "xvfb")


def test_without_rights_one_sentence_names_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither root nor sudo: the person gets the exact command."""
    monkeypatch.setattr(dev_system, "root_prefix", lambda: None)
    with pytest.raises(SetUpError) as failure:
        dev_system.install(["libegl1", "xvfb"])
    assert str(failure.value) == (
        "Packages of the system are missing; install them with: "
        "sudo apt-get install --no-install-recommends libegl1 xvfb"
    )
    assert capsys.readouterr() == ("", "")


def test_lists_that_cannot_be_renewed_do_not_stop_the_installation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One broken third-party source is no reason to give up."""
    done: Commands = []

    def run(command: tuple[str, ...]) -> None:
        if "update" in command:
            raise ProgramError("E: no such host")
        done.append(command)

    monkeypatch.setattr(dev_system, "root_prefix", lambda: ())
    monkeypatch.setattr(dev_system, "run_quietly", run)
    dev_system.install(["xvfb"])
    assert len(done) == 1
    assert "E: no such host" in capsys.readouterr().err


def test_a_failed_installation_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """Apt's own reason is part of the sentence."""

    def run(command: Sequence[str]) -> None:
        if "install" in command:
            raise ProgramError("E: Unable to locate package xvfb")

    monkeypatch.setattr(dev_system, "root_prefix", lambda: ())
    monkeypatch.setattr(dev_system, "run_quietly", run)
    with pytest.raises(SetUpError, match=r"xvfb' failed: E: Unable to locate package xvfb"):
        dev_system.install(["xvfb"])


@linux_only
def test_root_needs_nothing_before_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root's commands are run as they are."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert dev_system.root_prefix() == ()


@linux_only
@pytest.mark.parametrize(("code", "prefix"), [(0, ("sudo", "-n")), (1, None)])
def test_sudo_is_used_only_if_it_asks_nothing(
    code: int, prefix: tuple[str, ...] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sudo that wants a password is left to the person."""
    done = subprocess.CompletedProcess((), code, b"", b"")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", programs("sudo"))
    monkeypatch.setattr(subprocess, "run", lambda *_arguments, **_options: done)
    assert dev_system.root_prefix() == prefix


@linux_only
def test_without_sudo_there_are_no_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare machine may have no sudo at all."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", programs())
    assert dev_system.root_prefix() is None


def test_a_python_without_ensurepip_needs_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian keeps the means to make an environment in a package named after the version."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if "pip" in name else name)
    major, minor = sys.version_info[:2]
    assert dev_system.venv_package() == f"python{major}.{minor}-venv"


def test_a_complete_python_needs_no_package() -> None:
    """The interpreter of the tests made its own environment."""
    assert dev_system.venv_package() is None


def test_debian_is_known_by_its_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other distributions may have one of them, not both."""
    monkeypatch.setattr(shutil, "which", programs("apt-get", "dpkg-query"))
    assert dev_system.has_apt()
    monkeypatch.setattr(shutil, "which", programs("dpkg-query"))
    assert not dev_system.has_apt()


def test_elsewhere_missing_programs_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without apt one sentence says what was not found and what to install."""
    monkeypatch.setattr(shutil, "which", programs("dbus-daemon"))
    with pytest.raises(SetUpError) as failure:
        dev_system.require_elsewhere("test")
    assert str(failure.value) == (
        "Xvfb and gnome-keyring-daemon not found; install with this system's package manager: "
        "Xvfb, dbus-daemon and gnome-keyring."
    )


def test_elsewhere_a_python_without_venv_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module's package has another name in each distribution, so none is given."""
    monkeypatch.setattr(dev_system, "venv_package", lambda: "python3.11-venv")
    with pytest.raises(SetUpError, match="install its venv module"):
        dev_system.require_elsewhere("run")


def test_elsewhere_a_complete_system_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    """With everything there nothing is said."""
    monkeypatch.setattr(shutil, "which", lambda name: name)
    dev_system.require_elsewhere("run")
    dev_system.require_elsewhere("test")

"""How packaging/dev_setup.py makes an environment, and what an interruption leaves."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

import dev_setup
import dev_system
from dev_environment import LOCKS, Environment
from dev_process import ProgramError
from dev_setup import set_up


class Programs:
    """Stands for the programs that a set-up runs: records them, makes what they would make."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.seen: list[str] = []
        self.failures: dict[str, BaseException] = {}

    def __call__(self, command: Sequence[str]) -> None:
        name = self._name(command)
        self.seen.append(name)
        if name in self.failures:
            raise self.failures[name]
        if name == "venv":
            folder = Path(self.environment.folder)
            for site_packages in (
                folder.joinpath(
                    "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "site-packages"
                ),
                folder.joinpath("Lib", "site-packages"),
            ):
                site_packages.mkdir(parents=True, exist_ok=True)
            python = Path(self.environment.python)
            python.parent.mkdir(exist_ok=True)
            python.touch()

    @staticmethod
    def _name(command: Sequence[str]) -> str:
        if "venv" in command:
            return "venv"
        if "pip" in command:
            assert "--require-hashes" in command
            return Path(command[-1]).name
        return "qt"


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A checkout that was never set up."""
    (tmp_path / "packaging").mkdir()
    for lock in LOCKS.values():
        (tmp_path / "packaging" / lock).touch()
    return Environment(str(tmp_path))


@pytest.fixture
def programs(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Recorded programs on a system that has every package."""
    programs = Programs(environment)
    monkeypatch.setattr(dev_setup, "run_quietly", programs)
    monkeypatch.setattr(dev_system, "has_apt", lambda: True)
    monkeypatch.setattr(dev_system, "missing_packages", lambda _wanted: [])
    return programs


RUN = ["venv", "requirements.lock", *(["qt"] if sys.platform == "linux" else [])]


def test_the_first_start_makes_everything(environment: Environment, programs: Programs) -> None:
    """Environment, locked requirements, a look whether Qt loads; then it is ready."""
    assert set_up(environment, "run") == 0
    assert programs.seen == RUN
    assert environment.is_ready("run")
    assert not environment.is_ready("test")


def test_the_tests_add_to_the_application(environment: Environment, programs: Programs) -> None:
    """`test` after `run` installs only what the tests need beyond it."""
    set_up(environment, "run")
    programs.seen.clear()
    assert set_up(environment, "test") == 0
    assert programs.seen == ["requirements-test.lock"]
    assert environment.is_ready("test")


def test_changed_requirements_make_it_anew(environment: Environment, programs: Programs) -> None:
    """Nothing of the old environment stays, so that a dropped requirement is really gone."""
    set_up(environment, "test")
    leftover = Path(environment.folder, "leftover")
    leftover.touch()
    Path(environment.lock_path("run")).write_text("# other\n", encoding="utf-8")
    programs.seen.clear()
    assert set_up(environment, "run") == 0
    assert programs.seen == RUN
    assert not leftover.exists()
    assert not environment.is_ready("test")


@pytest.mark.parametrize("step", RUN)
def test_an_interruption_leaves_nothing_that_looks_ready(
    step: str,
    environment: Environment,
    programs: Programs,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl+C at any step gives 130 and one sentence, and the next start makes it all."""
    programs.failures[step] = KeyboardInterrupt()
    assert set_up(environment, "run") == 130
    assert "interrupted" in capsys.readouterr().err
    assert not environment.is_ready("run")

    programs.failures.clear()
    programs.seen.clear()
    assert set_up(environment, "run") == 0
    assert programs.seen == RUN


def test_an_interrupted_addition_makes_everything_anew(
    environment: Environment, programs: Programs
) -> None:
    """Packages of the tests may be half written, so the environment is not built upon."""
    set_up(environment, "run")
    programs.failures["requirements-test.lock"] = KeyboardInterrupt()
    set_up(environment, "test")
    assert environment.is_ready("run")

    programs.failures.clear()
    programs.seen.clear()
    assert set_up(environment, "test") == 0
    assert programs.seen == [*RUN, "requirements-test.lock"]


def test_tests_that_cannot_be_installed_leave_the_application_ready(
    environment: Environment, programs: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a network the application that was set up before still starts."""
    set_up(environment, "run")
    programs.failures["requirements-test.lock"] = ProgramError("ERROR: no connection")
    assert set_up(environment, "test") == 1
    assert "could not be installed: ERROR: no connection" in capsys.readouterr().err
    assert environment.is_ready("run")
    assert not environment.is_unsound()


@pytest.mark.parametrize("step", RUN)
def test_a_failed_step_gives_one_sentence(
    step: str,
    environment: Environment,
    programs: Programs,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The last line on stderr is the reason, the exit code is 1, and nothing looks ready."""
    programs.failures[step] = ProgramError("ERROR: the reason")
    assert set_up(environment, "run") == 1
    assert "ERROR: the reason" in capsys.readouterr().err.splitlines()[-1]
    assert not environment.is_ready("run")


def test_a_folder_that_cannot_be_written_gives_one_sentence(
    environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the file system is told, not thrown."""
    Path(environment.folder + ".lock").mkdir()
    assert set_up(environment, "run") == 1
    assert capsys.readouterr().err.startswith("The set-up failed: ")


@pytest.mark.skipif(sys.platform != "linux", reason="packages are Linux's")
def test_missing_packages_are_brought_in_one_go(
    environment: Environment, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The means to make an environment are asked for together with the libraries."""
    installed: list[list[str]] = []
    monkeypatch.setattr(dev_system, "missing_packages", lambda _wanted: ["libegl1"])
    monkeypatch.setattr(dev_system, "venv_package", lambda: "python3.11-venv")
    monkeypatch.setattr(dev_system, "install", installed.append)
    assert set_up(environment, "run") == 0
    assert installed == [["libegl1", "python3.11-venv"]]
    assert programs.seen == RUN


@pytest.mark.usefixtures("programs")
def test_packages_that_cannot_be_brought_stop_the_set_up(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence with the exact command, exit code 1, and no environment."""

    def refuse() -> NoReturn:
        raise dev_system.SetUpError("install them with: sudo apt-get install libegl1")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev_system, "missing_packages", lambda _wanted: ["libegl1"])
    monkeypatch.setattr(dev_system, "install", lambda _packages: refuse())
    assert set_up(environment, "run") == 1
    assert capsys.readouterr().err.endswith("sudo apt-get install libegl1\n")
    assert not Path(environment.folder).exists()


def test_what_another_set_up_made_is_not_made_again(
    environment: Environment, programs: Programs
) -> None:
    """Of two starts at once the second waits, and finds everything done."""
    set_up(environment, "run")
    programs.seen.clear()
    assert set_up(environment, "run") == 0
    assert programs.seen == []


def test_two_set_ups_exclude_each_other(
    environment: Environment, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another process holds the lock nothing is made; then the set-up goes on."""
    lock = Path(environment.folder + ".lock")
    other = subprocess.Popen(
        (sys.executable, "-c", HOLD_LOCK, str(Path(dev_setup.__file__).parent), str(lock)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    waits: list[float] = []

    def let_go(seconds: float) -> None:
        assert programs.seen == []
        waits.append(seconds)
        other.communicate()

    monkeypatch.setattr("dev_setup.time.sleep", let_go)
    assert other.stdout is not None
    with other:
        other.stdout.readline()
        assert set_up(environment, "run") == 0
    assert len(waits) == 1
    assert programs.seen == RUN


HOLD_LOCK = """
import sys; sys.path.insert(0, sys.argv[1])
import dev_setup
with open(sys.argv[2], "a") as file:
    assert dev_setup._try_lock(file)
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_environment_imports_the_checkout_from_anywhere(
    environment: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real environment runs the checkout's package with the person's folder as it is."""
    monkeypatch.setattr(dev_system, "has_apt", lambda: True)
    monkeypatch.setattr(dev_system, "missing_packages", lambda _wanted: [])
    monkeypatch.setattr(dev_setup, "_check_that_qt_loads", lambda _environment: None)
    package = Path(environment.root, "desktop_app")
    package.mkdir()
    (package / "__main__.py").write_text(
        "import os, sys; print(os.getcwd(), *sys.argv[1:])", encoding="utf-8"
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "os.py").write_text("raise SystemExit('shadowed')", encoding="utf-8")
    (elsewhere / "desktop_app.py").write_text("raise SystemExit('shadowed')", encoding="utf-8")

    assert set_up(environment, "run") == 0
    printed = subprocess.run(
        environment.watchword_command(["--demo"]),
        cwd=elsewhere,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    assert printed.split() == [str(elsewhere), "--demo"]

"""The command line of packaging/dev.py, and what a start that needs no set-up does."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import dev_process
from dev_environment import Environment

SCRIPT = Path(dev.__file__)


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing needs to be set up."""
    monkeypatch.setattr(Environment, "is_ready", lambda _environment, _command: True)


def test_an_old_python_is_refused_in_one_sentence() -> None:
    """The sentence names the oldest Python that will do and the one at hand."""
    assert dev.python_refusal((3, 9, 18)) == (
        "Watchword needs Python 3.11 or newer, and this is Python 3.9."
    )
    assert dev.python_refusal((2, 7, 18)) is not None


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_new_python_is_accepted(version: tuple[int, ...]) -> None:
    """3.11 and everything after it will do."""
    assert dev.python_refusal(version) is None


def test_an_old_python_can_read_the_script() -> None:
    """The grammar is that of Python 3.6, or the sentence would be a SyntaxError."""
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_refusal_ends_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An old Python gets the sentence and exit code 1, and nothing is set up."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 12, "final", 0))
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["start"], ["--demo"]])
def test_a_wrong_command_is_wrong_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Anything but the two commands shows the usage on stderr and gives 2."""
    assert dev.main(arguments) == 2
    assert "usage:" in capsys.readouterr().err


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """--help shows the usage on stdout and gives 0."""
    assert dev.main(["--help"]) == 0
    assert "usage:" in capsys.readouterr().out


@pytest.mark.usefixtures("ready")
def test_run_becomes_watchword_with_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system can, the process is replaced; everything after `run` is passed on."""
    became: list[list[str]] = []
    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "execv", lambda _path, command: became.append(command))
    monkeypatch.setattr(dev_process, "run_to_end", lambda _command: 0)
    dev.main(["run", "import", "--trial", "list.csv"])
    python = Environment(str(SCRIPT.parents[1])).python
    assert became == [[python, "-P", "-m", "desktop_app", "import", "--trial", "list.csv"]]


def test_elsewhere_watchword_is_a_child_whose_exit_code_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows cannot replace a process: the child's exit code is passed on."""
    monkeypatch.setattr(os, "name", "nt")
    assert dev.start([sys.executable, "-c", "raise SystemExit(6)"]) == 6


@pytest.mark.parametrize("code", [1, 130])
def test_a_failed_set_up_starts_nothing(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code of the set-up is that of the command."""
    monkeypatch.setattr(Environment, "is_ready", lambda _environment, _command: False)
    monkeypatch.setattr("dev_setup.set_up", lambda _environment, _command: code)
    monkeypatch.setattr(dev, "start", lambda _command: pytest.fail("started"))
    assert dev.main(["run"]) == code


def test_a_ready_start_imports_next_to_nothing() -> None:
    """What a second start costs is decided by what it imports: nothing that the set-up needs."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); before = set(sys.modules)\n"
        "import dev; from dev_environment import Environment\n"
        "Environment(sys.argv[1]).watchword_command([])\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    printed = subprocess.run(
        (sys.executable, "-I", "-c", program, str(SCRIPT.parent)),
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    assert printed.split() == ["dev", "dev_environment"]

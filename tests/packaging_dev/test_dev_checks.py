"""The order of the checks, and the display that they bring."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

import dev_checks
import dev_display
import dev_process
from dev_environment import Environment
from dev_process import ProgramError


@contextlib.contextmanager
def drawn_display() -> Iterator[Mapping[str, str]]:
    yield {"DISPLAY": ":drawn"}


class Steps:
    """Stands for the programs of a run: records them and answers with exit codes."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, ...]] = []
        self.codes: dict[str, int] = {}
        self.display: str | None = None

    def __call__(
        self,
        command: Sequence[str],
        *,
        folder: Path,
        environment: Mapping[str, str] | None = None,
    ) -> int:
        self.seen.append(tuple(command[2:]))
        self.display = (environment or {}).get("DISPLAY")
        return self.codes.get(" ".join(command[2:]), 0)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Recorded programs instead of real ones."""
    steps = Steps()
    monkeypatch.setattr(dev_checks, "run_to_end", steps)
    monkeypatch.setattr(dev_checks, "display", drawn_display)
    monkeypatch.setattr(signal, "signal", lambda _number, _handler: None)
    return steps


def test_pytest_comes_last_with_the_arguments(steps: Steps, tmp_path: Path) -> None:
    """Style, types, then the tests on their own display, with what the person asked for."""
    assert dev_checks.check(Environment(str(tmp_path)), ["-k", "search"]) == 0
    assert steps.seen == [
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy",),
        ("pytest", "-n", "3", "--dist", "loadfile", "-k", "search"),
    ]
    assert steps.display == ":drawn"


@pytest.mark.parametrize(
    ("failing", "count"),
    [
        ("ruff check", 1),
        ("ruff format --check", 2),
        ("mypy", 3),
        ("pytest -n 3 --dist loadfile", 4),
    ],
)
def test_the_first_failure_ends_the_run(
    failing: str, count: int, steps: Steps, tmp_path: Path
) -> None:
    """Its exit code is the run's, and nothing after it is started."""
    steps.codes[failing] = 7
    assert dev_checks.check(Environment(str(tmp_path)), []) == 7
    assert len(steps.seen) == count


def test_the_cookie_is_written_as_xau_reads_it() -> None:
    """Family 65535, empty address and display, the protocol's name, the cookie."""
    assert dev_display.xauthority(b"0123456789abcdef") == (
        b"\xff\xff" + b"\x00\x00" + b"\x00\x00" + b"\x00\x12MIT-MAGIC-COOKIE-1" + b"\x00\x10"
        b"0123456789abcdef"
    )


CONNECT = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
print(application.platformName(), application.primaryScreen().size().width())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Qt needs no display server elsewhere")
def test_the_display_opens_to_this_run_only() -> None:
    """Qt connects with the run's cookie and not without it; afterwards the display is gone."""

    def connect(variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            (sys.executable, "-c", CONNECT),
            env={**os.environ, **variables},
            check=False,
            capture_output=True,
            encoding="utf-8",
        )

    with dev_display.display() as variables:
        assert connect(variables).stdout.split() == ["xcb", "1920"]
        assert connect({**variables, "XAUTHORITY": os.devnull}).returncode != 0
    assert connect(variables).returncode != 0
    assert not Path(variables["XAUTHORITY"]).exists()


def test_a_program_is_waited_for_after_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program ends by itself; only then is the interruption passed on."""
    wait = subprocess.Popen.wait
    interruptions = iter([KeyboardInterrupt()])

    def interrupted_wait(process: subprocess.Popen[bytes]) -> int:
        for interruption in interruptions:
            raise interruption
        return wait(process)

    monkeypatch.setattr(subprocess.Popen, "wait", interrupted_wait)
    with pytest.raises(KeyboardInterrupt):
        dev_process.run_to_end((sys.executable, "-c", "pass"))


def test_a_program_does_not_outlive_a_run_that_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the run is told to end, so is the program."""
    started: list[subprocess.Popen[bytes]] = []
    wait = subprocess.Popen.wait

    def ended_wait(process: subprocess.Popen[bytes]) -> int:
        if process not in started:
            started.append(process)
            raise SystemExit(143)
        return wait(process)

    monkeypatch.setattr(subprocess.Popen, "wait", ended_wait)
    with pytest.raises(SystemExit):
        dev_process.run_to_end((sys.executable, "-c", "input()"))
    assert started[0].returncode is not None


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (
            "print('busy'); print('E: the reason'); print('more'); raise SystemExit(1)",
            "E: the reason",
        ),
        ("print('busy'); print('the last'); raise SystemExit(1)", "the last"),
        ("raise SystemExit(3)", "exit code 3"),
    ],
)
def test_a_failed_program_leaves_its_reason(program: str, reason: str) -> None:
    """Of all its output the error carries the line that tells most."""
    with pytest.raises(ProgramError) as failure:
        dev_process.run_quietly((sys.executable, "-c", program))
    assert str(failure.value) == reason


def test_a_successful_program_is_not_heard(capfd: pytest.CaptureFixture[str]) -> None:
    """Standard output belongs to Watchword, whose output may be piped."""
    dev_process.run_quietly((sys.executable, "-c", "print('noise')"))
    assert capfd.readouterr() == ("", "")

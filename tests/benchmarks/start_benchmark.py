"""Start: from the process's creation to the window on the screen, and what it holds in memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, Final

from desktop_app.system.folders import DEFAULT_PROFILE, HOME_VARIABLE, Folders
from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import Workstation

ROUNDS: Final = 12
CUSTOMERS: Final = 100_000

_ROOT: Final = Path(__file__).resolve().parents[2]
BARE: Final = ("-P", "-m", "tests.benchmarks.bare_window")
_WATCHWORD: Final = ("-P", "-m", "desktop_app")
_ON_SCREEN: Final = "Flushing top level"
_REST_SECONDS: Final = 0.3


@dataclass(frozen=True, slots=True)
class Shown:
    """One start; ``peak_mib`` is taken when the program has come to rest, None without /proc."""

    seconds: float
    peak_mib: float | None


@benchmark("start")
def measure_start(_workstation: Workstation) -> Sequence[Figure]:
    """Both programs in turn, after one round that fills the caches; medians.

    Qt itself tells when a window's first picture goes to the screen: its log says so, switched on
    from outside for both programs alike.
    """
    bare, watchword = [], []
    with TemporaryDirectory(prefix="watchword-start-") as folder:
        home = Path(folder)
        environment = environment_of(home)
        _make_database(home if sys.platform == "win32" else home / "watchword")
        for _ in range(ROUNDS + 1):
            bare.append(_start(BARE, environment))
            watchword.append(_start(_WATCHWORD, environment))
    figures = [
        Figure("start: window on the screen", "ms", _median_ms(watchword), _median_ms(bare), 1.3)
    ]
    peak, floor = _median_peak(watchword), _median_peak(bare)
    if peak is not None:
        figures.append(Figure("start: peak memory", "MiB", peak, floor, 90, is_ratio=False))
    return figures


def peak_of_start(program: Sequence[str], environment: Mapping[str, str]) -> float | None:
    """What a program has held at most when it has come to rest after its start."""
    return _start(program, environment).peak_mib


def _median_ms(starts: Sequence[Shown]) -> float:
    return statistics.median(start.seconds for start in starts[1:]) * 1_000


def _median_peak(starts: Sequence[Shown]) -> float | None:
    peaks = [start.peak_mib for start in starts[1:] if start.peak_mib is not None]
    return statistics.median(peaks) if peaks else None


def environment_of(home: Path, *, logged: bool = True) -> dict[str, str]:
    """A user whose folders are below ``home``; ``logged``: Qt says what it paints."""
    environment = dict(os.environ)
    environment.pop(HOME_VARIABLE, None)
    if sys.platform == "win32":
        environment[HOME_VARIABLE] = str(home)
    else:
        environment |= {f"XDG_{kind}_HOME": str(home) for kind in ("DATA", "CONFIG", "STATE")}
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment["PYTHONPATH"] = str(_ROOT)
    # As after an installation: compiled once, by the first round.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")
    if logged:
        environment["QT_LOGGING_RULES"] = "qt.widgets.painting=true"
        environment["QT_FORCE_STDERR_LOGGING"] = "1"
    return environment


def _start(program: Sequence[str], environment: Mapping[str, str]) -> Shown:
    begin = time.perf_counter()
    with _running([sys.executable, *program], environment) as (process, log):
        if not any(_ON_SCREEN in line for line in log):
            raise AssertionError(f"{program} showed no window")
        seconds = time.perf_counter() - begin
        # Nobody else reads the log, and a full pipe would stop the program.
        Thread(target=log.read, daemon=True).start()
        return Shown(seconds, _peak_at_rest(process.pid))


@contextmanager
def _running(
    command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    process = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    )
    assert process.stderr is not None
    try:
        yield process, process.stderr
    finally:
        process.terminate()
        process.wait()


def _peak_at_rest(process: int) -> float | None:
    """The most memory that a process held until it had nothing to do any more."""
    folder = Path(f"/proc/{process}")
    if not folder.exists():
        return None
    before, now = -1, _processor_time(folder)
    while now != before:
        time.sleep(_REST_SECONDS)
        before, now = now, _processor_time(folder)
    for line in (folder / "status").read_text(encoding="ascii").splitlines():
        name, _, value = line.partition(":")
        if name == "VmHWM":
            return int(value.split()[0]) / 1024
    return None


def _processor_time(folder: Path) -> int:
    """In ticks, of all threads, in user and in system mode."""
    fields = (folder / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _make_database(folder: Path) -> None:
    """What an earlier start has made, with the customers of a list."""
    folder.mkdir(parents=True, exist_ok=True)
    workstation = Workstation(folder, CUSTOMERS)
    _ = workstation.imported
    workstation.close()
    workstation.path.replace(Folders.within(folder).database(DEFAULT_PROFILE))

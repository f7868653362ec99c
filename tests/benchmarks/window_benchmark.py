"""The window under work: stalls of the GUI thread, and memory."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.start_benchmark import BARE, environment_of, peak_of_start
from tests.benchmarks.workstation import Workstation

BEAT_MS: Final = 10
FEW: Final = 100
MANY: Final = 1_000
"""Searches after which the memory is taken."""

# The window's own start imports PySide6 in this way.
_DRIVEN: Final = """
import runpy
from desktop_app.plain_imports import import_qt_plainly
import_qt_plainly()
runpy.run_module("tests.benchmarks.driven_window", run_name="__main__")
"""


@benchmark("stall")
def measure_stall(workstation: Workstation) -> Sequence[Figure]:
    """Gaps of a 10 ms timer in the GUI thread while people work."""
    measured = _driven("stall", workstation)
    dialogs = measured.pop("dialog")
    figures = [
        Figure("stall: dialog, first time", "ms", dialogs[0]),
        Figure("stall: dialog, median", "ms", statistics.median(dialogs[1:])),
    ]
    for flow, gaps in measured.items():
        late = statistics.quantiles(gaps, n=100)[98]
        figures += [
            Figure(f"stall: {flow}, 99 % below", "ms", late, BEAT_MS, 30, is_ratio=False),
            Figure(f"stall: {flow}, longest", "ms", max(gaps), BEAT_MS),
        ]
    return figures


@benchmark("memory")
def measure_memory(workstation: Workstation) -> Sequence[Figure]:
    """The window after many searches against the bare window, and against itself before."""
    measured = _driven("memory", workstation)
    few, many = measured["few"], measured["many"]
    if few is None:
        return []
    with TemporaryDirectory(prefix="watchword-memory-") as folder:
        bare = peak_of_start(BARE, environment_of(Path(folder)))
    return [
        Figure(f"memory: after {MANY:,} searches", "MiB", many, bare, 1.5),
        Figure(f"memory: grown since search {FEW}", "MiB", many, few, 1.02),
    ]


def _driven(what: str, workstation: Workstation) -> Any:
    _ = workstation.imported
    with TemporaryDirectory(prefix=f"watchword-{what}-") as folder:
        path = Path(folder) / "watchword.sqlite3"
        workstation.database.backup(path)
        run = subprocess.run(
            [sys.executable, "-c", _DRIVEN, what, str(path), str(workstation.rows)],
            env=environment_of(Path(folder), logged=False),
            stdout=subprocess.PIPE,
            check=True,
        )
    return json.loads(run.stdout)

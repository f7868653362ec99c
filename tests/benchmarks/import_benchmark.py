"""Import: time, memory and size, the search index included."""

from collections.abc import Sequence

from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import Workstation

MIB = 2**20


@benchmark("import")
def measure_import(workstation: Workstation) -> Sequence[Figure]:
    """The whole import against ``executemany`` of the bare rows."""
    floor, _ = workstation.bare
    run = workstation.imported
    figures = [Figure("import", "s", run.seconds, floor, 4)]
    if run.early_mib is not None and run.late_mib is not None:
        figures.append(
            Figure("import: memory grown at the end", "MiB", run.late_mib, run.early_mib, 1.2)
        )
    return figures


@benchmark("size")
def measure_size(workstation: Workstation) -> Sequence[Figure]:
    """The database file against the bare rows."""
    _, floor = workstation.bare
    _ = workstation.imported
    return [Figure("size", "MiB", workstation.path.stat().st_size / MIB, floor / MIB, 2.5)]

"""Import into a shared database: time, memory and size, the search index included."""

from collections.abc import Sequence

from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import Workstation

MIB = 2**20


@benchmark("shared-import")
def measure_shared_import(workstation: Workstation) -> Sequence[Figure]:
    """The whole import against ``COPY`` of the bare rows."""
    office = workstation.office
    floor, _ = office.bare
    run = office.imported
    figures = [Figure("shared import", "s", run.seconds, floor, 4)]
    if run.early_mib is not None and run.late_mib is not None:
        figures.append(
            Figure(
                "shared import: memory grown at the end", "MiB", run.late_mib, run.early_mib, 1.2
            )
        )
    return figures


@benchmark("shared-size")
def measure_shared_size(workstation: Workstation) -> Sequence[Figure]:
    """Tables and indexes against the bare rows."""
    office = workstation.office
    _, floor = office.bare
    _ = office.imported
    return [Figure("shared size", "MiB", office.size() / MIB, floor / MIB, 2.5)]

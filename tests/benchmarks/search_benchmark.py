"""Search: realistic queries, the rows of 50 hits included."""

import statistics
import time
from collections.abc import Callable, Sequence

from desktop_app.core.ports import CustomerStore
from tests.benchmarks.queries import realistic_queries
from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import Workstation

P99_MS = 15


@benchmark("search")
def measure_search(workstation: Workstation) -> Sequence[Figure]:
    """In the workstation's database."""
    _ = workstation.imported
    return _figures("search", workstation.database.customers, workstation.rows, p95_ms=3)


@benchmark("shared-search")
def measure_shared_search(workstation: Workstation) -> Sequence[Figure]:
    """In the shared database, over TLS on the same computer."""
    office = workstation.office
    _ = office.imported
    return _figures("shared search", office.agent.customers, office.rows, p95_ms=8)


def _figures(name: str, customers: CustomerStore, rows: int, p95_ms: float) -> list[Figure]:
    """500 queries one after the other on one connection, after one round to warm up."""
    queries = realistic_queries(rows)
    first = customers.search("an").hits
    floor = _milliseconds(customers.find_number, [hit.customer.number for hit in first] * 4)
    _milliseconds(customers.search, queries)
    taken = _milliseconds(customers.search, queries)
    lookup = _percentile(floor, 95)
    return [
        Figure(f"{name}: median", "ms", statistics.median(taken), lookup),
        Figure(f"{name}: 95 % below", "ms", _percentile(taken, 95), lookup, p95_ms, is_ratio=False),
        Figure(f"{name}: 99 % below", "ms", _percentile(taken, 99), lookup, P99_MS, is_ratio=False),
        Figure(f"{name}: slowest", "ms", max(taken), lookup),
    ]


def _milliseconds(call: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    taken = []
    for text in texts:
        begin = time.perf_counter()
        call(text)
        taken.append((time.perf_counter() - begin) * 1_000)
    return taken


def _percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]

"""Search: realistic queries, the rows of 50 hits included."""

import statistics
import time
from collections.abc import Callable, Sequence

from tests.benchmarks.queries import realistic_queries
from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import Workstation

P95_MS = 3
P99_MS = 15


@benchmark("search")
def measure_search(workstation: Workstation) -> Sequence[Figure]:
    """500 queries one after the other on one connection, after one round to warm up."""
    _ = workstation.imported
    customers = workstation.database.customers
    queries = realistic_queries(workstation.rows)
    first = customers.search("an").hits
    floor = _milliseconds(customers.find_number, [hit.customer.number for hit in first] * 4)
    _milliseconds(customers.search, queries)
    taken = _milliseconds(customers.search, queries)
    lookup = _percentile(floor, 95)
    return [
        Figure("search: median", "ms", statistics.median(taken), lookup),
        Figure("search: 95 % below", "ms", _percentile(taken, 95), lookup, P95_MS, is_ratio=False),
        Figure("search: 99 % below", "ms", _percentile(taken, 99), lookup, P99_MS, is_ratio=False),
        Figure("search: slowest", "ms", max(taken), lookup),
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

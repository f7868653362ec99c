"""The team page at a million customers and a million entries: everything, and its parts."""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from desktop_app.core.attention import FAILED_WITHIN, MOST_OF_A_KIND, OLD_AFTER, SEVERAL_CALLS
from desktop_app.core.ports import Storage
from desktop_app.core.team_figures import day_starts, local_days
from desktop_app.core.team_overview import read_overview
from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.team_rows import fill_office, fill_workstation
from tests.benchmarks.workstation import Workstation

ENTRIES: Final = 1_000_000
MOST_MS: Final = 100
"""What the whole page may take."""

_ROUNDS: Final = 7


@benchmark("team")
def measure_team(workstation: Workstation) -> Sequence[Figure]:
    """In the workstation's database."""
    _ = workstation.imported
    fill_workstation(workstation, ENTRIES)
    return list(_figures("team", workstation.database))


@benchmark("shared-team")
def measure_shared_team(workstation: Workstation) -> Sequence[Figure]:
    """In the shared database, over TLS on the same computer."""
    _ = workstation.office.imported
    fill_office(workstation.office, ENTRIES)
    return list(_figures("shared team", workstation.office.lead))


def _figures(name: str, storage: Storage) -> Iterator[Figure]:
    figures, now = storage.team_figures, datetime.now(UTC)
    overview = read_overview(figures, now)
    # Some of the customers are inactive, and so are their passwords.
    assert 0 < overview.figures.totals.passwords < sum(storage.credentials.keys_in_use().values())
    assert overview.figures.today.checks
    assert overview.attention.more
    slowest = _milliseconds(lambda: read_overview(figures, now))
    yield Figure(f"{name}: the whole page", "ms", slowest, None, MOST_MS, is_ratio=False)
    starts = day_starts(local_days(now))
    yield Figure(f"{name}: totals", "ms", _milliseconds(figures.totals))
    yield Figure(f"{name}: counts of all days", "ms", _milliseconds(lambda: figures.counts(starts)))
    listed = _milliseconds(
        lambda: figures.attention(set_before=now - OLD_AFTER, at_most=MOST_OF_A_KIND + 1)
    )
    yield Figure(f"{name}: what needs attention", "ms", listed)
    recent = _milliseconds(
        lambda: figures.recent_trouble(
            failed_since=now - FAILED_WITHIN,
            missing_since=now - timedelta(days=31),
            at_least=SEVERAL_CALLS,
            at_most=MOST_OF_A_KIND + 1,
        )
    )
    yield Figure(f"{name}: calls in vain", "ms", recent)
    yield Figure(f"{name}: number of customers", "ms", _milliseconds(storage.customers.count))


def _milliseconds(call: Callable[[], object]) -> float:
    """The slowest of a few rounds, after one to warm up."""
    call()
    taken = []
    for _ in range(_ROUNDS):
        begin = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begin) * 1_000)
    return max(taken)

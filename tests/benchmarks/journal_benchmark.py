"""The journal page at a million entries: every filter, one after the other, and the chain."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from desktop_app.core.entities import Answer, EventKind, JournalQuery
from desktop_app.core.ports import JournalStore
from tests.benchmarks.journal_rows import RARE_LOGIN, fill_office, fill_workstation
from tests.benchmarks.registry import Figure, benchmark
from tests.benchmarks.workstation import Workstation

ENTRIES: Final = 1_000_000
MOST_MS: Final = 100
"""What the team page has for an answer; a page of the journal takes no longer."""

_ROUNDS: Final = 5


@benchmark("journal")
def measure_journal(workstation: Workstation) -> Sequence[Figure]:
    """In the workstation's database."""
    fill_workstation(workstation, ENTRIES)
    return list(_figures("journal", workstation.database.journal))


@benchmark("shared-journal")
def measure_shared_journal(workstation: Workstation) -> Sequence[Figure]:
    """In the shared database, over TLS on the same computer."""
    fill_office(workstation.office, ENTRIES)
    return list(_figures("shared journal", workstation.office.lead.journal))


def _figures(name: str, journal: JournalStore) -> Iterator[Figure]:
    floor = _milliseconds(lambda: journal.entries(JournalQuery(limit=200)))
    yield Figure(f"{name}: newest page", "ms", floor)
    [middle] = journal.entries(JournalQuery(until=_ago(300), limit=1))
    for what, query in _queries(middle.receipt):
        taken = _milliseconds(lambda query=query: journal.entries(query))  # type: ignore[misc]
        yield Figure(f"{name}: {what}", "ms", taken, floor, MOST_MS, is_ratio=False)
        deep = replace(query, before_id=middle.id)
        taken = _milliseconds(lambda deep=deep: journal.entries(deep))  # type: ignore[misc]
        yield Figure(f"{name}: {what}, deep", "ms", taken, floor, MOST_MS, is_ratio=False)
    taken = _milliseconds(journal.logins)
    yield Figure(f"{name}: everybody in it", "ms", taken, floor, MOST_MS, is_ratio=False)
    begin = time.perf_counter()
    report = journal.verify()
    assert report.fault is None
    assert report.entries == ENTRIES
    yield Figure(f"{name}: the whole chain", "s", time.perf_counter() - begin)


def _queries(receipt: str) -> Iterator[tuple[str, JournalQuery]]:
    yield "no filter", JournalQuery()
    yield "one day a year ago", JournalQuery(since=_ago(366), until=_ago(365))
    yield "before a year ago", JournalQuery(until=_ago(365))
    yield "checks", JournalQuery(kinds=(EventKind.ATTEMPT, EventKind.VERDICT))
    yield "rules changed", JournalQuery(kinds=(EventKind.POLICY_CHANGED,))
    yield "passwords set", JournalQuery(kinds=(EventKind.PASSWORD_SET,))
    yield (
        "two rare kinds",
        JournalQuery(kinds=(EventKind.PASSWORD_SET, EventKind.PASSWORD_REMOVED)),
    )
    yield "does not match", JournalQuery(outcomes=(Answer.DOES_NOT_MATCH,))
    yield "paused", JournalQuery(outcomes=(Answer.PAUSED,))
    yield "a person", JournalQuery(login="desk7")
    yield "a person long gone", JournalQuery(login=RARE_LOGIN)
    yield (
        "a person's wrong tries",
        JournalQuery(login="desk7", outcomes=(Answer.DOES_NOT_MATCH,)),
    )
    yield "a customer", JournalQuery(customer_id=1_000_007)
    yield "a customer number", JournalQuery(customer_number="100007")
    yield "a receipt", JournalQuery(receipt=receipt)


def _ago(days: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


def _milliseconds(call: Callable[[], object]) -> float:
    """The slowest of a few rounds, after one to warm up."""
    call()
    taken = []
    for _ in range(_ROUNDS):
        begin = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begin) * 1_000)
    return max(taken)

"""The journal as rows of a CSV file, one entry a row, newest first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TextIO

from desktop_app.core.entities import EventKind, JournalEntry, JournalQuery
from desktop_app.core.spreadsheet import row_writer

HEADS = (
    "sequence",
    "at",
    "login",
    "person",
    "workstation",
    "customer_number",
    "customer_name",
    "customer_company",
    "kind",
    "outcome",
    "receipt",
    "details",
    "personal",
)
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Exported:
    """How many entries a file holds.

    ``counted_tries`` of them say that a try was counted; its answer is an entry of its own.
    """

    entries: int
    counted_tries: int


def write_entries(stream: TextIO, entries: Iterable[JournalEntry]) -> Exported:
    """Write heads and entries as ``spreadsheet.row_writer`` does; every entry, as it is chained."""
    write = row_writer(stream, HEADS)
    count = tries = 0
    for entry in entries:
        write(row(entry))
        count += 1
        tries += entry.kind is EventKind.ATTEMPT
    return Exported(count, tries)


def row(entry: JournalEntry) -> tuple[str, ...]:
    """The cells of an entry in the order of ``HEADS``.

    ``at`` is ISO 8601 in UTC to the microsecond, as the chain has it; ``sequence`` is empty until
    the entry is sealed; details and personal data are ``name=text`` lines.
    """
    return (
        "" if entry.sequence is None else str(entry.sequence),
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.login,
        entry.person,
        entry.workstation,
        entry.customer_number,
        entry.customer_name,
        entry.customer_company,
        entry.kind.value,
        entry.outcome,
        entry.receipt,
        _lines(entry.details),
        _lines(entry.personal),
    )


def every_entry(
    entries: Callable[[JournalQuery], list[JournalEntry]], query: JournalQuery
) -> Iterator[JournalEntry]:
    """Every entry that ``query`` means, newest first, read page by page; its limit is ignored.

    ``entries`` is the method of a journal store.
    """
    before = query.before_id
    while page := entries(replace(query, before_id=before, limit=_PAGE)):
        yield from page
        before = page[-1].id


def _lines(values: Mapping[str, str]) -> str:
    return "\n".join(f"{name}={text}" for name, text in sorted(values.items()))

"""The journal's hash chain: what is sealed, how, and how a fault is found (SECURITY §3).

The bytes of one entry, version 1; ``text`` and ``bytes`` are a u32 length and the content, texts
are UTF-8, all numbers big-endian::

    u8 1 | i64 microseconds since 1970 UTC | text login | text person | text workstation
    | i64 customer id, 0 for none | text customer number | text kind | text outcome | text receipt
    | text details | bytes personal digest, empty for none

    digest = SHA-256("watchword journal" | digest before, 32 zeros at the start | u64 sequence
             | entry)
    personal digest = SHA-256("watchword personal" | bytes salt | text personal)

Details and personal data go in as the JSON text that is stored, so that verifying parses nothing
that somebody may have edited. Personal data can be erased: its digest stays in the chain, and
without the salt, which goes with it, nothing can be guessed from that.

The chain detects, it does not prevent: who can write the table can also compute a new chain, and
is found only by a head that was kept elsewhere.
"""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop_app.core.entities import EventKind, JournalFault, JournalFaultKind, JournalReport
from desktop_app.core.journal_head import JournalHead

PERSONAL_SALT_BYTES = 16

COMMON_KINDS = frozenset({EventKind.ATTEMPT, EventKind.VERDICT})
"""What most entries are; an index finds the others, these are everywhere."""

_VERSION = b"\x01"
_CHAIN_PREFIX = b"watchword journal"
_PERSONAL_PREFIX = b"watchword personal"
_START = JournalHead(0, bytes(32))
_ROWS_PER_REPORT = 5_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HEAD_LINE = re.compile(r"watchword journal head ([1-9][0-9]{0,18}) ([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFields:
    """The fields of an entry that the chain covers, as they are stored.

    ``at`` is in microseconds since 1970 UTC, ``details`` is JSON text, ``personal_digest`` is
    empty where the entry never had personal data.
    """

    at: int
    login: str
    person: str
    workstation: str
    customer_id: int | None
    customer_number: str
    kind: str
    outcome: str
    receipt: str
    details: str
    personal_digest: bytes


@dataclass(frozen=True, slots=True)
class SealedRow:
    """One sealed entry as read back: its place, its stored digest, its bytes.

    ``personal_intact`` is False where the personal data is still there and no longer fits its
    digest. ``id`` tells the order in which entries were written, which is that of the chain; 0
    where a store has no such number.
    """

    sequence: int
    digest: bytes
    entry: bytes
    personal_intact: bool = True
    id: int = 0


def microseconds(at: datetime) -> int:
    """A moment as the chain writes it."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def json_text(values: Mapping[str, str]) -> str:
    """Details or personal data as the text that is stored and sealed; the same for equal values."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def personal_digest(salt: bytes, personal: str) -> bytes:
    """What stands in the chain for personal data, given as its stored JSON text."""
    return hashlib.sha256(_PERSONAL_PREFIX + _sized(salt) + _text(personal)).digest()


def entry_bytes(fields: SealedFields) -> bytes:
    """The canonical bytes of one entry."""
    return b"".join(
        (
            _VERSION,
            fields.at.to_bytes(8, "big", signed=True),
            _text(fields.login),
            _text(fields.person),
            _text(fields.workstation),
            (fields.customer_id or 0).to_bytes(8, "big", signed=True),
            _text(fields.customer_number),
            _text(fields.kind),
            _text(fields.outcome),
            _text(fields.receipt),
            _text(fields.details),
            _sized(fields.personal_digest),
        )
    )


def sealed(previous: JournalHead | None, entry: bytes) -> JournalHead:
    """The head after ``entry`` was chained to ``previous``, None at the start of the journal."""
    before = previous or _START
    sequence = before.sequence + 1
    content = _CHAIN_PREFIX + before.digest + sequence.to_bytes(8, "big") + entry
    return JournalHead(sequence, hashlib.sha256(content).digest())


def verify_chain(
    rows: Iterable[SealedRow],
    *,
    anchor: JournalHead | None = None,
    known: Collection[JournalHead] = (),
    end: JournalHead | None = None,
) -> JournalReport:
    """Recompute the chain over rows in ascending sequence and report the first fault.

    ``anchor`` is the last entry that was removed with its months. ``known`` are heads seen
    earlier (the database's own, this workstation's, an exported one), which must still be in the
    journal; those older than the anchor cannot be judged any more. ``end`` is what the database
    itself takes for its newest entry; it is never older than the anchor. Entries and head of the
    report are those that hold.
    """
    head = anchor or _START
    entries = last_id = 0
    fault = _contradicted(head, known)
    if end is not None and end.sequence < head.sequence:
        fault = JournalFault(end.sequence, JournalFaultKind.REWRITTEN)
    remaining = iter(rows)
    while fault is None and (row := next(remaining, None)) is not None:
        fault = _fault_at(row, head, remaining) or _contradicted(_head_of(row), known)
        if fault is None and row.id < last_id:
            fault = JournalFault(row.sequence, JournalFaultKind.REORDERED)
        if fault is None:
            head, last_id = _head_of(row), row.id
            entries += 1
    if fault is None and any(seen.sequence > head.sequence for seen in known):
        fault = JournalFault(head.sequence + 1, JournalFaultKind.TRUNCATED)
    return JournalReport(entries, head if head.sequence else None, fault)


def reported(rows: Iterable[SealedRow], on_progress: Callable[[int], None]) -> Iterator[SealedRow]:
    """The same rows; every few thousand ``on_progress`` gets how many there were."""
    for count, row in enumerate(rows, 1):
        if count % _ROWS_PER_REPORT == 0:
            on_progress(count)
        yield row


def head_line(head: JournalHead) -> str:
    """The one line in which a head is exported and printed."""
    return f"watchword journal head {head.sequence} {head.digest.hex()}"


def find_head(text: str) -> JournalHead | None:
    """The first head in an exported text, None where there is none."""
    found = _HEAD_LINE.search(text)
    try:
        return JournalHead(int(found[1]), bytes.fromhex(found[2])) if found else None
    except ValueError:  # 19 digits can be more than any journal has
        return None


def _head_of(row: SealedRow) -> JournalHead:
    return JournalHead(row.sequence, row.digest)


def _contradicted(head: JournalHead, known: Collection[JournalHead]) -> JournalFault | None:
    if any(seen.sequence == head.sequence and seen.digest != head.digest for seen in known):
        return JournalFault(head.sequence, JournalFaultKind.REWRITTEN)
    return None


def _fault_at(row: SealedRow, head: JournalHead, later: Iterable[SealedRow]) -> JournalFault | None:
    place = head.sequence + 1
    if row.sequence != place:
        missing = row.sequence > place
        kind = JournalFaultKind.MISSING if missing else JournalFaultKind.REORDERED
        return JournalFault(place, kind)
    if sealed(head, row.entry).digest != row.digest:
        kind = _kind_of_mismatch(row, head, later)
        return JournalFault(place, kind)
    if not row.personal_intact:
        return JournalFault(place, JournalFaultKind.EDITED)
    return None


def _kind_of_mismatch(
    row: SealedRow, head: JournalHead, later: Iterable[SealedRow]
) -> JournalFaultKind:
    """Reordered where the entry that belongs here is found further on, otherwise edited."""
    for other in later:
        if sealed(head, other.entry).digest in (row.digest, other.digest):
            return JournalFaultKind.REORDERED
    return JournalFaultKind.EDITED


def _sized(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content


def _text(content: str) -> bytes:
    return _sized(content.encode("utf-8"))

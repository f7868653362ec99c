"""The journal of a shared database: read, sealed, verified, shortened by whole months."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, LiteralString

from psycopg.types.json import Jsonb

from desktop_app.core.entities import (
    Answer,
    EventKind,
    JournalEntry,
    JournalQuery,
    JournalReport,
    OwnCheck,
)
from desktop_app.core.journal import (
    COMMON_KINDS,
    SealedFields,
    SealedRow,
    entry_bytes,
    microseconds,
    personal_digest,
    reported,
    verify_chain,
)
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.receipts import looks_like_receipt
from desktop_app.storage.postgres.connections import (
    BoundedConnection,
    Connections,
    Row,
    only_row,
)
from desktop_app.storage.postgres.customer_rows import customer_of

_PRUNE_SECONDS: Final = 600.0
_SEALED_AT_ONCE: Final = 500
_PAGE_ROWS: Final = 2_000


class PostgresJournal:
    """The journal store of ``core.ports`` on PostgreSQL."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def entries(self, query: JournalQuery) -> list[JournalEntry]:
        """Entries newest first, those of one moment as the chain has them; a lead's right.

        Raises:
            NotAllowedError: the person is no lead.
        """
        filters = list(_filters(query))
        filters += self._after(query.before_id)
        conditions = " AND ".join(f"({condition})" for condition, _ in filters) or "true"
        # What is beside an entry is looked up for the page alone.
        chosen = f"{_IDS} WHERE {conditions} {_ORDER} LIMIT %s"
        statement = f"{_ENTRIES} WHERE id IN ({chosen}) {_ORDER}"
        values = [value for _, given in filters for value in given]
        rows = self._connections.rows(statement, (*values, query.limit))
        return [_entry(row) for row in rows]

    def logins(self) -> dict[str, str]:
        """Everybody in the journal: the newest name by login; a lead's right.

        Raises:
            NotAllowedError: the person is no lead.
        """
        return {row["login"]: row["person"] for row in self._connections.rows(_LOGINS)}

    def own_checks(self, since: datetime, limit: int = 20) -> list[OwnCheck]:
        """This person's newest answer for each customer since then, newest first."""
        rows = self._connections.rows("SELECT * FROM watchword.own_checks(%s, %s)", (since, limit))
        return [OwnCheck(row["at"], customer_of(row), Answer(row["answer"])) for row in rows]

    def record(self, kind: EventKind, outcome: str, details: dict[str, str]) -> str:
        """Write one entry that stands for no change of data; returns its receipt.

        Raises:
            NotAllowedError: entries of this kind come from the database's own functions only.
        """
        row = self._connections.one(
            "SELECT watchword.record(%s, %s, %s) AS receipt", (kind.value, outcome, Jsonb(details))
        )
        return str(row["receipt"])

    def seal(self) -> None:
        """Number the new entries and chain them; cheap where there are none."""
        while self._connections.one(_SEAL, (_SEALED_AT_ONCE,))["sealed"] == _SEALED_AT_ONCE:
            pass

    def head(self) -> JournalHead | None:
        """The newest sealed entry, None in an empty journal."""
        row = self._connections.row("SELECT * FROM watchword.journal_head()")
        return None if row is None else _head(row)

    def holds(self, head: JournalHead) -> bool:
        """Whether an entry seen earlier is still there; one that was pruned counts as such."""
        row = self._connections.one(
            "SELECT watchword.journal_holds(%s, %s) AS holds", (head.sequence, head.digest)
        )
        return bool(row["holds"])

    def verify(
        self,
        known: JournalHead | None = None,
        on_progress: Callable[[int], None] | None = None,
    ) -> JournalReport:
        """Recompute the chain; a lead's right, because it reads every entry.

        ``known`` is a head seen earlier, which must still be in it. The hashes are computed here
        and not in the database, whose functions its owner can replace.

        Raises:
            NotAllowedError: the person is no lead.
        """
        with self._connections.view() as connection:
            marks = {
                row["name"]: _head(row)
                for row in connection.execute("SELECT * FROM watchword.journal_marks")
            }
            end, anchor = marks.get("head"), marks.get("anchor")
            start = anchor if anchor is not None and _is_recorded(connection, anchor) else None
            seen = [head for head in (known, end, anchor) if head is not None]
            rows = _chain(connection)
            if on_progress is not None:
                rows = reported(rows, on_progress)
            return verify_chain(rows, anchor=start, known=seen, end=end)

    def length(self) -> int:
        """How many sealed entries there are: what ``verify`` has to read; a lead's right; cheap."""
        return int(self._connections.one(_LENGTH)["length"])

    def prune(self) -> int:
        """Remove the whole months that are older than the policy keeps; returns how many rows."""
        self.seal()
        # Years may have come together where nobody was there to do it.
        with self._connections.work(_PRUNE_SECONDS) as connection:
            removed = only_row(connection.execute("SELECT watchword.prune_journal() AS removed"))
            return int(removed["removed"])

    def _after(self, before_id: int | None) -> list[tuple[LiteralString, tuple[object, ...]]]:
        """The filter for what follows the entry ``before_id``, where a page ended."""
        if before_id is None:
            return []
        row = self._connections.row(_PLACE, (before_id,))
        if row is None:  # shortened since
            return [("id < %s", (before_id,))]
        up_to = ("at <= %s", (row["at"],))
        if row["sequence"] is None:
            rest = "at < %s OR sequence IS NOT NULL OR id < %s"
            return [up_to, (rest, (row["at"], before_id))]
        return [up_to, ("at < %s OR sequence < %s", (row["at"], row["sequence"]))]


def _is_recorded(connection: BoundedConnection, anchor: JournalHead) -> bool:
    """Whether a sealed entry above the anchor says that the journal was shortened up to it."""
    named = (f'"sequence": "{anchor.sequence}"', f'"digest": "{anchor.digest.hex()}"')
    found = connection.execute(_NAMES_ANCHOR, (anchor.sequence, *named))
    return found.fetchone() is not None


def _filters(query: JournalQuery) -> Iterator[tuple[LiteralString, tuple[object, ...]]]:
    """The condition and the values of each filter that is set."""
    if query.customer_id is not None:
        yield "customer_id = %s", (query.customer_id,)
    if query.customer_number:
        yield "customer_number = %s", (query.customer_number,)
    if query.outcomes:
        rare = _RARE_ANSWER if Answer.MATCHES not in query.outcomes else _ANSWER
        yield f"{rare} AND outcome = ANY (%s)", (_values(query.outcomes),)
    if query.kinds:
        rare = "true" if COMMON_KINDS.intersection(query.kinds) else _RARE_KIND
        yield f"{rare} AND kind = ANY (%s)", (_values(query.kinds),)
    if query.login:
        yield "login = %s", (query.login,)
    if query.receipt:
        yield "receipt = %s", (query.receipt,)
    if query.since is not None:
        yield "at >= %s", (query.since,)
    if query.until is not None:
        yield "at < %s", (query.until,)
    text = query.text.strip().replace("\0", "")
    if text:
        wanted = (looks_like_receipt(text) or text).lower()
        yield _IN_TEXT, (wanted,) * 7


def _values(chosen: Sequence[StrEnum]) -> list[str]:
    return [each.value for each in chosen]


def _chain(connection: BoundedConnection) -> Iterator[SealedRow]:
    """Every sealed entry in order, read page by page in the caller's view of the database."""
    last = 0
    while rows := connection.execute(_CHAIN, (last, _PAGE_ROWS)).fetchall():
        yield from map(_sealed_row, rows)
        last = rows[-1]["sequence"]


def _sealed_row(row: Row) -> SealedRow:
    """A sealed entry; personal data that is erased is intact, personal data that differs is not."""
    salt, content = row["salt"], row["content"]
    entry = entry_bytes(
        SealedFields(
            at=microseconds(row["at"]),
            login=row["login"],
            person=row["person"],
            workstation=row["workstation"],
            customer_id=row["customer_id"],
            customer_number=row["customer_number"],
            kind=row["kind"],
            outcome=row["outcome"],
            receipt=row["receipt"],
            details=row["details"],
            personal_digest=row["personal_digest"],
        )
    )
    intact = content is None or personal_digest(salt, content) == row["personal_digest"]
    return SealedRow(row["sequence"], row["digest"], entry, intact)


def _head(row: Row) -> JournalHead:
    return JournalHead(row["sequence"], row["digest"])


def _entry(row: Row) -> JournalEntry:
    return JournalEntry(
        id=row["id"],
        sequence=row["sequence"],
        at=row["at"],
        login=row["login"],
        person=row["person"],
        workstation=row["workstation"],
        customer_id=row["customer_id"],
        customer_number=row["customer_number"],
        customer_name=row["name"] or "",
        customer_company=row["company"] or "",
        kind=EventKind(row["kind"]),
        outcome=row["outcome"],
        receipt=row["receipt"],
        details=_texts(row["details"]),
        personal=_texts(row["content"] or "{}"),
    )


def _texts(stored: str) -> dict[str, str]:
    """Names and texts, nothing of what is neither: ``verify`` reports an entry that was edited.

    The rest of the journal stays readable.
    """
    try:
        found = json.loads(stored)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


_SEAL: Final = "SELECT watchword.seal(%s) AS sealed"
_ENTRIES: Final[LiteralString] = "SELECT * FROM watchword.journal_entries"
_IDS: Final[LiteralString] = "SELECT id FROM watchword.journal_entries"
_ORDER: Final[LiteralString] = "ORDER BY at DESC, sequence DESC NULLS FIRST, id DESC"
_PLACE: Final = "SELECT at, sequence FROM watchword.journal_entries WHERE id = %s"
# As the partial indexes say it.
_RARE_KIND: Final[LiteralString] = "kind NOT IN ('attempt', 'verdict')"
_ANSWER: Final[LiteralString] = "kind = 'verdict'"
_RARE_ANSWER: Final[LiteralString] = "kind = 'verdict' AND outcome <> 'matches'"
# One step of the index from each login to the next.
_LOGINS: Final = """
    WITH RECURSIVE each (login, person) AS (
        (SELECT login, person FROM watchword.journal_entries ORDER BY login, at DESC LIMIT 1)
        UNION ALL
        SELECT next.login, next.person FROM each CROSS JOIN LATERAL (
            SELECT login, person FROM watchword.journal_entries
            WHERE login > each.login ORDER BY login, at DESC LIMIT 1) AS next
    )
    SELECT login, person FROM each
"""
_LENGTH: Final = """
    SELECT coalesce(
        (SELECT sequence FROM watchword.journal_entries WHERE sequence IS NOT NULL
         ORDER BY sequence DESC LIMIT 1) + 1
        - (SELECT sequence FROM watchword.journal_entries WHERE sequence IS NOT NULL
           ORDER BY sequence LIMIT 1), 0) AS length
"""
_NAMES_ANCHOR: Final = (
    "SELECT id FROM watchword.journal_entries WHERE kind = 'journal-pruned' AND sequence > %s"
    " AND position(%s IN details) > 0 AND position(%s IN details) > 0"
)
_CHAIN: Final = (
    "SELECT * FROM watchword.journal_entries WHERE sequence > %s ORDER BY sequence LIMIT %s"
)
# position and not LIKE: what is typed is no pattern.
_IN_TEXT: Final = """
    position(%s IN lower(receipt)) > 0 OR position(%s IN lower(customer_number)) > 0
    OR position(%s IN lower(person)) > 0 OR position(%s IN lower(workstation)) > 0
    OR position(%s IN lower(name)) > 0 OR position(%s IN lower(company)) > 0
    OR EXISTS (SELECT FROM jsonb_each_text(content::jsonb) AS field
               WHERE position(%s IN lower(field.value)) > 0)
"""

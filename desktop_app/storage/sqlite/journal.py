"""The journal of the workstation database: read, sealed, verified, shortened by whole months."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from desktop_app.core.entities import (
    Answer,
    Customer,
    EventKind,
    JournalEntry,
    JournalQuery,
    JournalReport,
    OwnCheck,
    Role,
)
from desktop_app.core.journal import (
    SealedFields,
    SealedRow,
    entry_bytes,
    microseconds,
    personal_digest,
    reported,
    sealed,
    verify_chain,
)
from desktop_app.core.journal_head import JournalHead
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.faults import DamagedValueError
from desktop_app.storage.sqlite.journal_counts import count_sealed, forget_counts
from desktop_app.storage.sqlite.journal_query import journal_rows
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.policies import read_policy
from desktop_app.storage.sqlite.session import Session
from desktop_app.storage.sqlite.stored import code_of, fields_of, from_micros

ReadCustomers = Callable[[sqlite3.Connection, Sequence[int]], dict[int, Customer]]
"""Reads customers by id in the caller's transaction; an id that is gone is left out."""

_SEALED_AT_ONCE = 500


class SqliteJournal:
    """The journal store of ``core.ports`` on SQLite."""

    def __init__(
        self,
        connections: Connections,
        session: Session,
        writer: JournalWriter,
        read_customers: ReadCustomers,
    ) -> None:
        self._connections = connections
        self._session = session
        self._writer = writer
        self._read_customers = read_customers

    def entries(self, query: JournalQuery) -> list[JournalEntry]:
        """Entries newest first; a lead's right.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        with self._connections.read() as connection:
            return [_entry(row) for row in journal_rows(connection, query)]

    def logins(self) -> dict[str, str]:
        """Everybody in the journal: the newest name by login; a lead's right.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        with self._connections.read() as connection:
            return {row["login"]: row["person"] for row in connection.execute(_LOGINS)}

    def own_checks(self, since: datetime, limit: int = 20) -> list[OwnCheck]:
        """This person's newest answer for each customer since then, newest first."""
        with self._connections.read() as connection:
            rows = connection.execute(
                _OWN_CHECKS, (self._session.person.login, microseconds(since), limit)
            ).fetchall()
            customers = self._read_customers(connection, [row["customer_id"] for row in rows])
            return [
                OwnCheck(
                    at=from_micros(row["at"]),
                    customer=customers[row["customer_id"]],
                    answer=code_of(Answer, row["outcome"]),
                )
                for row in rows
                if row["customer_id"] in customers
            ]

    def record(self, kind: EventKind, outcome: str, details: dict[str, str]) -> str:
        """Write one entry that stands for no change of data; returns its receipt."""
        with self._connections.write() as connection:
            return self._writer.write(connection, kind, outcome, details=details).receipt

    def seal(self) -> None:
        """Number the new entries and chain them; cheap where there are none."""
        while self._has_unsealed():
            with self._connections.write() as connection:
                _seal_some(connection)

    def head(self) -> JournalHead | None:
        """The newest sealed entry, None in an empty journal."""
        with self._connections.read() as connection:
            return _head(connection)

    def holds(self, head: JournalHead) -> bool:
        """Whether an entry seen earlier is still there; one that was pruned counts as such."""
        with self._connections.read() as connection:
            anchor = _mark(connection, "anchor")
            if anchor is not None and not _is_recorded(connection, anchor):
                return False
            if anchor is not None and head.sequence < anchor.sequence:
                return True
            row = connection.execute(
                "SELECT digest FROM journal WHERE sequence = ?", (head.sequence,)
            ).fetchone()
            return head == anchor or (row is not None and row["digest"] == head.digest)

    def verify(
        self,
        known: JournalHead | None = None,
        on_progress: Callable[[int], None] | None = None,
    ) -> JournalReport:
        """Recompute the chain; ``known`` is a head seen earlier, which must still be in it.

        Whoever removes rows can also write an anchor. One that no sealed entry names is not where
        the chain begins, but an entry like others, which is missing. An entry that names it can be
        written too by whoever owns the file, and then no head tells what stood below; what remains
        is that entry, which shows in the history that the journal was shortened and up to where.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        with self._connections.read() as connection:
            end, anchor = _mark(connection, "head"), _mark(connection, "anchor")
            start = anchor if anchor is not None and _is_recorded(connection, anchor) else None
            seen = [head for head in (known, end, anchor) if head is not None]
            with _any_bytes_as_text(connection):
                rows: Iterator[SealedRow] = map(_sealed_row, connection.execute(_CHAIN))
                if on_progress is not None:
                    rows = reported(rows, on_progress)
                return verify_chain(rows, anchor=start, known=seen, end=end)

    def length(self) -> int:
        """How many sealed entries there are: what ``verify`` has to read; cheap."""
        with self._connections.read() as connection:
            row = connection.execute(_LENGTH).fetchone()
            return int(row["length"])

    def prune(self) -> int:
        """Remove the whole months that are older than the policy keeps; returns how many rows."""
        self.seal()
        with self._connections.write() as connection:
            months = read_policy(connection).journal_months
            first_kept = _months_before(self._session.clock(), months)
            anchor = _last_before(connection, first_kept)
            if anchor is None:
                return 0
            _set_mark(connection, "anchor", anchor)
            forget_counts(connection, anchor.sequence)
            removed = connection.execute(
                "DELETE FROM journal WHERE sequence <= ?", (anchor.sequence,)
            ).rowcount
            details = {
                "entries": str(removed),
                "before": first_kept.date().isoformat(),
                "sequence": str(anchor.sequence),
                "digest": anchor.digest.hex(),
            }
            self._writer.write(connection, EventKind.JOURNAL_PRUNED, "pruned", details=details)
            # Sealed with it, because an anchor counts only where a sealed entry names it.
            while _seal_some(connection):
                pass
            return removed

    def _has_unsealed(self) -> bool:
        with self._connections.read() as connection:
            found = connection.execute("SELECT 1 FROM journal WHERE sequence IS NULL LIMIT 1")
            return found.fetchone() is not None


def _seal_some(connection: sqlite3.Connection) -> int:
    """Seal the oldest new entries; how many there were."""
    before = head = _head(connection)
    rows = connection.execute(
        "SELECT * FROM journal WHERE sequence IS NULL ORDER BY id LIMIT ?", (_SEALED_AT_ONCE,)
    ).fetchall()
    for row in rows:
        head = _chained(head, row)
        connection.execute(
            "UPDATE journal SET sequence = ?, digest = ? WHERE id = ?",
            (head.sequence, head.digest, row["id"]),
        )
    if head is not None:
        _set_mark(connection, "head", head)
        count_sealed(connection, 0 if before is None else before.sequence, head.sequence)
    return len(rows)


def _chained(head: JournalHead | None, row: sqlite3.Row) -> JournalHead:
    try:
        return sealed(head, entry_of(row))
    except (OverflowError, ValueError) as error:  # a mark at the end of all numbers
        raise DamagedValueError from error


def entry_of(row: sqlite3.Row) -> bytes:
    """What the chain covers of a row of the journal."""
    return entry_bytes(
        SealedFields(
            at=row["at"],
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


def _sealed_row(row: sqlite3.Row) -> SealedRow:
    """A sealed entry; personal data that is erased is intact, personal data that differs is not."""
    salt, content = row["salt"], row["content"]
    try:
        intact = content is None or personal_digest(salt, content) == row["personal_digest"]
        entry = entry_of(row)
    except (UnicodeEncodeError, OverflowError):  # values that no program has written
        entry, intact = b"", False
    return SealedRow(row["sequence"], row["digest"], entry, intact, row["id"])


@contextmanager
def _any_bytes_as_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Read texts that are no UTF-8, so that an edited entry is reported and not stumbled over."""
    usual = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = usual


def _head(connection: sqlite3.Connection) -> JournalHead | None:
    """The newest entry that is or was sealed, whatever somebody did to rows or marks."""
    newest = connection.execute(
        "SELECT sequence, digest FROM journal WHERE sequence IS NOT NULL"
        " ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    found = [_mark(connection, "anchor"), _mark(connection, "head")]
    if newest is not None:
        found.append(JournalHead(newest["sequence"], newest["digest"]))
    return max((head for head in found if head), key=lambda head: head.sequence, default=None)


def _mark(connection: sqlite3.Connection, name: str) -> JournalHead | None:
    row = connection.execute(
        "SELECT sequence, digest FROM journal_mark WHERE name = ?", (name,)
    ).fetchone()
    return None if row is None else JournalHead(row["sequence"], row["digest"])


def _is_recorded(connection: sqlite3.Connection, anchor: JournalHead) -> bool:
    """Whether a sealed entry above the anchor says that the journal was shortened up to it."""
    found = connection.execute(
        _NAMES_ANCHOR, {"sequence": anchor.sequence, "digest": anchor.digest.hex()}
    )
    return found.fetchone() is not None


def _set_mark(connection: sqlite3.Connection, name: str, head: JournalHead) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO journal_mark (name, sequence, digest) VALUES (?, ?, ?)",
        (name, head.sequence, head.digest),
    )


def _months_before(now: datetime, months: int) -> datetime:
    """The first moment of the month that lies so many months before the present one."""
    count = now.year * 12 + now.month - 1 - months
    return now.replace(
        year=count // 12, month=count % 12 + 1, day=1, hour=0, minute=0, second=0, microsecond=0
    )


def _last_before(connection: sqlite3.Connection, moment: datetime) -> JournalHead | None:
    """The newest entry of the unbroken run of entries before ``moment`` at the chain's start."""
    row = connection.execute(
        """
        SELECT sequence, digest FROM journal
        WHERE sequence < ifnull((SELECT min(sequence) FROM journal WHERE at >= :moment),
                                (SELECT max(sequence) + 1 FROM journal))
        ORDER BY sequence DESC LIMIT 1
        """,
        {"moment": microseconds(moment)},
    ).fetchone()
    return None if row is None else JournalHead(row["sequence"], row["digest"])


def _entry(row: sqlite3.Row) -> JournalEntry:
    return JournalEntry(
        id=row["id"],
        sequence=row["sequence"],
        at=from_micros(row["at"]),
        login=row["login"],
        person=row["person"],
        workstation=row["workstation"],
        customer_id=row["customer_id"],
        customer_number=row["customer_number"],
        customer_name=row["name"] or "",
        customer_company=row["company"] or "",
        kind=code_of(EventKind, row["kind"]),
        outcome=row["outcome"],
        receipt=row["receipt"],
        details=fields_of(row["details"]),
        personal=fields_of(row["content"] or "{}"),
    )


_CHAIN = """
    SELECT journal.*, salt, content
    FROM journal LEFT JOIN journal_personal ON entry = journal.id
    WHERE sequence IS NOT NULL ORDER BY sequence
"""

# One step of the index from each login to the next.
_LOGINS = """
    WITH RECURSIVE each (login) AS (
        SELECT min(login) FROM journal
        UNION ALL
        SELECT (SELECT min(login) FROM journal WHERE login > each.login)
        FROM each WHERE login IS NOT NULL
    )
    SELECT login, (SELECT person FROM journal WHERE login = each.login
                   ORDER BY at DESC, id DESC LIMIT 1) AS person
    FROM each WHERE login IS NOT NULL
"""

_LENGTH = """
    SELECT ifnull((SELECT max(sequence) FROM journal) + 1
                  - (SELECT min(sequence) FROM journal), 0) AS length
"""

_NAMES_ANCHOR = """
    SELECT 1 FROM journal
    WHERE kind = 'journal-pruned' AND sequence > :sequence
      AND CASE WHEN json_valid(details)
               THEN details ->> '$.sequence' = CAST(:sequence AS TEXT)
                    AND details ->> '$.digest' = :digest
          END
"""

# max(id) makes SQLite take the other columns from the newest row of each group.
_OWN_CHECKS = """
    SELECT customer_id, outcome, at, max(id) AS newest FROM journal
    WHERE kind = 'verdict' AND login = ? AND at >= ?
    GROUP BY customer_id ORDER BY newest DESC LIMIT ?
"""

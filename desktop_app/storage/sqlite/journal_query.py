"""From a journal query with any combination of filters to its rows."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.core.entities import Answer, JournalQuery
from desktop_app.core.journal import COMMON_KINDS, microseconds
from desktop_app.core.receipts import looks_like_receipt

# As the partial indexes say it: SQLite compares the words.
_RARE_KIND = "kind NOT IN ('attempt', 'verdict')"
_ANSWER = "kind = 'verdict'"
_RARE_ANSWER = "kind = 'verdict' AND outcome <> 'matches'"

_COLUMNS = "journal.*, journal_personal.content, customer.name, customer.company"

_BESIDE = """
    LEFT JOIN journal_personal ON journal_personal.entry = journal.id
    LEFT JOIN customer ON customer.id = journal.customer_id
"""

_ORDER = "ORDER BY at DESC, sequence DESC NULLS FIRST, journal.id DESC"

_SEARCHED = ("journal.receipt", "customer_number", "person", "workstation", "name", "company")

_IN_TEXT = " OR ".join(f"instr(lower({column}), lower(:text))" for column in _SEARCHED)

_IN_PERSONAL = """
    EXISTS (SELECT 1 FROM json_each(CASE WHEN json_valid(content) THEN content END) AS field
            WHERE instr(lower(field.value), lower(:text)))
"""


def journal_rows(connection: sqlite3.Connection, query: JournalQuery) -> list[sqlite3.Row]:
    """The rows of the journal with personal content, name and company, newest first.

    Entries of one moment stand as the chain has them, below those that are not sealed yet.
    The text is looked for in receipts, numbers, persons, names, references and notes; upper and
    lower case of A to Z do not matter.
    """
    kinds = set(query.kinds)
    if len(kinds) == 1 or not kinds or kinds & COMMON_KINDS:
        return _rows(connection, query)
    # Each rare kind has its newest entries in order, all of them together would be sorted first.
    rows = [row for kind in kinds for row in _rows(connection, replace(query, kinds=(kind,)))]
    return sorted(rows, key=_order, reverse=True)[: query.limit]


def _order(row: sqlite3.Row) -> tuple[int, bool, int, int]:
    """What ``_ORDER`` says, for rows from several selections."""
    return row["at"], row["sequence"] is None, row["sequence"] or 0, row["id"]


def _rows(connection: sqlite3.Connection, query: JournalQuery) -> list[sqlite3.Row]:
    parameters: dict[str, object] = {"limit": query.limit}
    conditions = ["1"]
    for condition, name, value in (*_filters(query), *_after(connection, query.before_id)):
        conditions.append(f"({condition})")
        parameters[name] = value
    # What is beside an entry is looked up for the page alone, unless the text may be in it.
    rows: list[sqlite3.Row] = connection.execute(
        f"""
        SELECT {_COLUMNS} FROM journal {_BESIDE} WHERE journal.id IN (
            SELECT journal.id FROM journal {_BESIDE if query.text.strip() else ""}
            WHERE {" AND ".join(conditions)} {_ORDER} LIMIT :limit
        ) {_ORDER}
        """,  # noqa: S608 - constants of this module; every value is a parameter
        parameters,
    ).fetchall()
    return rows


def _filters(query: JournalQuery) -> Iterator[tuple[str, str, object]]:
    """Condition, parameter name and value of each filter that is set."""
    if query.customer_id is not None:
        yield "journal.customer_id = :customer_id", "customer_id", query.customer_id
    if query.customer_number:
        yield "customer_number = :number AND customer_number <> ''", "number", query.customer_number
    yield from _kinds(query)
    if query.login:
        yield "login = :login", "login", query.login
    if query.receipt:
        yield "journal.receipt = :receipt", "receipt", query.receipt
    if query.since is not None:
        yield "at >= :since", "since", microseconds(query.since)
    if query.until is not None:
        yield "at < :until", "until", microseconds(query.until)
    text = query.text.strip()
    if text:
        yield f"{_IN_TEXT} OR {_IN_PERSONAL}", "text", looks_like_receipt(text) or text


def _kinds(query: JournalQuery) -> Iterator[tuple[str, str, object]]:
    """The same for kinds and outcomes, in the words of the indexes on those that are rare."""
    if query.outcomes:
        rare = _RARE_ANSWER if Answer.MATCHES not in query.outcomes else _ANSWER
        yield f"{rare} AND {_one_of('outcome', query.outcomes)}", "outcome", _named(query.outcomes)
    if query.kinds:
        rare = "1" if COMMON_KINDS.intersection(query.kinds) else _RARE_KIND
        yield f"{rare} AND {_one_of('kind', query.kinds)}", "kind", _named(query.kinds)


def _one_of(column: str, values: Sequence[str]) -> str:
    """A single value keeps the order of an index, several do not."""
    if len(values) == 1:
        return f"{column} = :{column}"
    return f"{column} IN (SELECT value FROM json_each(:{column}))"  # noqa: S608 - as above


def _named(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else json.dumps(values)


def _after(
    connection: sqlite3.Connection, before_id: int | None
) -> Iterator[tuple[str, str, object]]:
    """The filter for what follows the entry ``before_id``, where a page ended."""
    if before_id is None:
        return
    row = connection.execute(
        "SELECT at, sequence FROM journal WHERE id = ?", (before_id,)
    ).fetchone()
    if row is None:  # shortened since
        yield "journal.id < :before_id", "before_id", before_id
        return
    yield "at <= :before_at", "before_at", row["at"]
    if row["sequence"] is None:
        rest = "sequence IS NOT NULL OR journal.id < :before_id"
        yield f"at < :before_at OR {rest}", "before_id", before_id
    else:
        yield "at < :before_at OR sequence < :before_sequence", "before_sequence", row["sequence"]

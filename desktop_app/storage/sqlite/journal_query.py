"""From a journal query with any combination of filters to its rows."""

import json
import sqlite3
from collections.abc import Iterator

from desktop_app.core.entities import JournalQuery
from desktop_app.core.journal import microseconds
from desktop_app.core.receipts import looks_like_receipt

_COLUMNS = "journal.*, journal_personal.content, customer.name, customer.company"

_SEARCHED = ("journal.receipt", "customer_number", "person", "workstation", "name", "company")

_IN_TEXT = " OR ".join(f"instr(lower({column}), lower(:text))" for column in _SEARCHED)

_IN_PERSONAL = """
    EXISTS (SELECT 1 FROM json_each(CASE WHEN json_valid(content) THEN content END) AS field
            WHERE instr(lower(field.value), lower(:text)))
"""


def journal_rows(connection: sqlite3.Connection, query: JournalQuery) -> list[sqlite3.Row]:
    """The rows of the journal with personal content, name and company, newest first.

    The order is the chain's, below the entries that are not sealed yet.
    The text is looked for in receipts, numbers, persons, names, references and notes; upper and
    lower case of A to Z do not matter.
    """
    parameters: dict[str, object] = {"limit": query.limit}
    conditions = ["1"]
    for condition, name, value in (*_filters(query), *_after(connection, query.before_id)):
        conditions.append(f"({condition})")
        parameters[name] = value
    rows: list[sqlite3.Row] = connection.execute(
        f"""
        SELECT {_COLUMNS} FROM journal
        LEFT JOIN journal_personal ON journal_personal.entry = journal.id
        LEFT JOIN customer ON customer.id = journal.customer_id
        WHERE {" AND ".join(conditions)}
        ORDER BY journal.sequence DESC NULLS FIRST, journal.id DESC LIMIT :limit
        """,  # noqa: S608 - constants of this module; every value is a parameter
        parameters,
    ).fetchall()
    return rows


def _filters(query: JournalQuery) -> Iterator[tuple[str, str, object]]:
    """Condition, parameter name and value of each filter that is set."""
    if query.customer_id is not None:
        yield "journal.customer_id = :customer_id", "customer_id", query.customer_id
    if query.kinds:
        yield "kind IN (SELECT value FROM json_each(:kinds))", "kinds", json.dumps(query.kinds)
    if query.login:
        yield "login = :login", "login", query.login
    if query.since is not None:
        yield "at >= :since", "since", microseconds(query.since)
    if query.until is not None:
        yield "at < :until", "until", microseconds(query.until)
    text = query.text.strip()
    if text:
        yield f"{_IN_TEXT} OR {_IN_PERSONAL}", "text", looks_like_receipt(text) or text


def _after(
    connection: sqlite3.Connection, before_id: int | None
) -> Iterator[tuple[str, str, object]]:
    """The filter for what follows the entry ``before_id``, where a page ended."""
    if before_id is None:
        return
    row = connection.execute("SELECT sequence FROM journal WHERE id = ?", (before_id,)).fetchone()
    if row is None:  # shortened since
        yield "journal.id < :before_id", "before_id", before_id
    elif row["sequence"] is None:
        yield "sequence IS NOT NULL OR journal.id < :before_id", "before_id", before_id
    else:
        yield "sequence < :before_sequence", "before_sequence", row["sequence"]

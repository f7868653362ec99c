"""The check of a telephone password by somebody who speaks SQL and not the program."""

from uuid import UUID, uuid4

import psycopg

from desktop_app.core.entities import Customer
from tests.storage.engines import digest_of

Connection = psycopg.Connection[tuple[object, ...]]

SUBMIT = "SELECT state FROM watchword.submit(%s, %s, %s, %s)"
RESULT = "SELECT answer FROM watchword.result(%s)"


def submit(
    connection: Connection, customer: Customer, word: str, attempt: UUID | None = None
) -> tuple[UUID, str]:
    """Submit a try on the first generation; its id and what became of it."""
    used = attempt or uuid4()
    values = (used, customer.id, 1, digest_of(word).reveal())
    row = connection.execute(SUBMIT, values).fetchone()
    assert row is not None
    return used, str(row[0])


def result(connection: Connection, attempt: UUID) -> str:
    """The answer of an attempt."""
    row = connection.execute(RESULT, (attempt,)).fetchone()
    assert row is not None
    return str(row[0])


def number(connection: Connection, query: str) -> int:
    """The one number that a query answers with."""
    row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return int(str(row[0]))

"""The rows of attempts: one for each check, charged or refused.

They stay for the 24 hours in which a person's wrong tries count, and till the check after. The
hash of the digest is wiped as soon as it can no longer be compared.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from desktop_app.core.entities import Answer, Change
from desktop_app.core.journal import microseconds
from desktop_app.storage.sqlite.session import micros_or_none
from desktop_app.storage.sqlite.stored import code_of, from_micros, moment_or_none

RESULT_WITHIN = timedelta(minutes=5)
_KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A journalled answer."""

    answer: Answer
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One check: who asked about whom, against which generation, and what became of it.

    ``digest_hash`` is SHA-256 of the digest, None where there was none or it is wiped.
    ``failure_before`` is the customer's newest wrong try before this one. ``outcome`` is None as
    long as nobody has asked for the result.
    """

    id: UUID
    login: str
    customer_id: int
    generation: int
    digest_hash: bytes | None
    at: datetime
    charged: bool
    taken_back: bool = False
    failure_before: datetime | None = None
    outcome: Outcome | None = None
    sequence: int = 0


def find_attempt(connection: sqlite3.Connection, attempt: UUID) -> Attempt | None:
    """The attempt with this id."""
    row = connection.execute("SELECT * FROM attempt WHERE id = ?", (attempt.bytes,)).fetchone()
    if row is None:
        return None
    return Attempt(
        id=attempt,
        login=row["login"],
        customer_id=row["customer_id"],
        generation=row["generation"],
        digest_hash=row["digest_hash"],
        at=from_micros(row["at"]),
        charged=bool(row["charged"]),
        taken_back=bool(row["taken_back"]),
        failure_before=moment_or_none(row["failure_before"]),
        outcome=_outcome(row),
        sequence=row["sequence"],
    )


def insert_attempt(connection: sqlite3.Connection, attempt: Attempt) -> None:
    """Store a new attempt."""
    connection.execute(
        """
        INSERT INTO attempt (id, login, customer_id, generation, digest_hash, at, charged,
                             failure_before, answer, answered_at, receipt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            attempt.id.bytes,
            attempt.login,
            attempt.customer_id,
            attempt.generation,
            attempt.digest_hash,
            microseconds(attempt.at),
            attempt.charged,
            micros_or_none(attempt.failure_before),
            *_stored(attempt.outcome),
        ),
    )


def answer_attempt(connection: sqlite3.Connection, attempt: Attempt, outcome: Outcome) -> None:
    """Store the answer of a charged attempt; a match takes its charge back."""
    connection.execute(
        """
        UPDATE attempt SET answer = ?, answered_at = ?, receipt = ?, taken_back = ? WHERE id = ?
        """,
        (*_stored(outcome), outcome.answer is Answer.MATCHES, attempt.id.bytes),
    )


def is_newest(connection: sqlite3.Connection, attempt: Attempt) -> bool:
    """Whether nobody has submitted another attempt on the same generation since."""
    later = connection.execute(
        """
        SELECT 1 FROM attempt
        WHERE customer_id = ? AND generation = ? AND sequence > ? AND charged
        """,
        (attempt.customer_id, attempt.generation, attempt.sequence),
    )
    return later.fetchone() is None


def forget_old_attempts(connection: sqlite3.Connection, now: datetime) -> None:
    """Remove what no rule looks at any more.

    An attempt goes a day before the newest one, and only where that is a day ago too: a clock
    that is set ahead and back again must not make a person's wrong tries disappear.
    """
    connection.execute(
        "DELETE FROM attempt WHERE at < min((SELECT max(at) FROM attempt), ?) - ?",
        (microseconds(now), _KEPT // timedelta(microseconds=1)),
    )
    connection.execute(
        "UPDATE attempt SET digest_hash = NULL WHERE at < ? AND digest_hash IS NOT NULL",
        (microseconds(now - RESULT_WITHIN),),
    )


def forget_digests(connection: sqlite3.Connection, customer_id: int) -> None:
    """Wipe what was sent against a password that is being replaced; one may be its verifier."""
    connection.execute(
        "UPDATE attempt SET digest_hash = NULL WHERE customer_id = ?", (customer_id,)
    )


def _outcome(row: sqlite3.Row) -> Outcome | None:
    if row["answer"] is None:
        return None
    change = Change(row["receipt"], from_micros(row["answered_at"]))
    return Outcome(code_of(Answer, row["answer"]), change)


def _stored(outcome: Outcome | None) -> tuple[str | None, int | None, str | None]:
    if outcome is None:
        return None, None, None
    return outcome.answer, microseconds(outcome.change.at), outcome.change.receipt

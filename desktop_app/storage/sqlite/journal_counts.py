"""How many checks and new passwords the journal has, by quarters of an hour.

A quarter of an hour of UTC belongs to one day in every time zone. Entries are counted when they
are sealed, which happens once to each; those that are not sealed yet are few.
"""

import sqlite3
from typing import Final

CATEGORY: Final = """
    CASE WHEN kind = 'verdict' THEN outcome
         WHEN json_valid(details) THEN ifnull(CAST(details ->> '$.check' AS TEXT), '')
         ELSE '' END
"""
"""What an entry is counted by: the answer of a check, the identity check before a new password."""


def count_sealed(connection: sqlite3.Connection, after: int, up_to: int) -> None:
    """Count the entries with these sequence numbers, just sealed in the caller's transaction."""
    connection.execute(_COUNT, (after, up_to))


def forget_counts(connection: sqlite3.Connection, up_to: int) -> None:
    """Drop the counts of the months that end with this entry, which is about to be removed."""
    connection.execute(_FORGET, (up_to,))


_COUNT: Final = f"""
    INSERT INTO journal_count (quarter, kind, category, amount)
    SELECT at - at % 900000000, kind, {CATEGORY}, count(*) FROM journal
    WHERE sequence > ? AND sequence <= ? AND kind IN ('verdict', 'password-set')
    GROUP BY 1, 2, 3
    ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
"""  # noqa: S608 - constants

_FORGET: Final = """
    DELETE FROM journal_count WHERE quarter <= (SELECT at FROM journal WHERE sequence = ?)
"""

"""Whether the clock can be right, judged by what the database has seen.

Waits, validity and the day in which wrong tries count hang on the clock of this computer, which
its user may set. A clock that is behind the journal would open what has expired.

A clock that was far ahead once and is right again is behind the journal too, until anything else
is recorded: an unlock, a caution, a backup. So nobody is kept out for good, and the step back
stands in the journal for everybody to see.
"""

import sqlite3
from datetime import datetime, timedelta

from desktop_app.core.errors import ClockWrongError
from desktop_app.storage.sqlite.stored import from_micros

TOLERANCE = timedelta(minutes=2)
"""How far a clock that is corrected over the network may jump back."""


def require_clock(connection: sqlite3.Connection, now: datetime) -> None:
    """Pass a moment that is not before the newest entry of the journal.

    Raises:
        ClockWrongError: ``behind-journal``.
    """
    newest = newest_entry_at(connection)
    if newest is not None and newest - now > TOLERANCE:
        raise ClockWrongError("behind-journal")


def newest_entry_at(connection: sqlite3.Connection) -> datetime | None:
    """The time of the entry that was written last, whatever the clock said; None in a new file."""
    newest = connection.execute("SELECT at FROM journal ORDER BY id DESC LIMIT 1").fetchone()
    return None if newest is None else from_micros(newest["at"])

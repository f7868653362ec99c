"""One person's wrong tries: when their checks pause, and how the pause ends."""

import sqlite3
from datetime import datetime, timedelta
from uuid import UUID

from desktop_app.core.entities import Change, EventKind, Role
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.journal import microseconds
from desktop_app.core.policy import Policy
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.session import Session

DAY = timedelta(hours=24)
HOUR = timedelta(hours=1)


class PersonBudgets:
    """What a person may get wrong; every method works in the caller's transaction."""

    def __init__(self, session: Session, journal: JournalWriter) -> None:
        self._session = session
        self._journal = journal

    def is_paused(self, connection: sqlite3.Connection) -> bool:
        """Whether this person's checks pause."""
        found = connection.execute(
            "SELECT 1 FROM person_budget WHERE login = ? AND paused_at IS NOT NULL",
            (self._session.person.login,),
        )
        return found.fetchone() is not None

    def pause_if_used_up(
        self, connection: sqlite3.Connection, attempt: UUID, policy: Policy, now: datetime
    ) -> None:
        """Pause this person's checks if the charge of ``attempt``, just stored, was the last."""
        day, hour = self._wrong_tries(connection, now)
        if day >= policy.person_wrong_per_day:
            rule = "wrong-per-day"
        elif hour >= policy.person_customers_per_hour:
            rule = "customers-per-hour"
        else:
            return
        login = self._session.person.login
        connection.execute(
            """
            INSERT INTO person_budget (login, paused_at, paused_by) VALUES (?, ?, ?)
            ON CONFLICT (login) DO UPDATE SET paused_at = excluded.paused_at,
                                              paused_by = excluded.paused_by
            """,
            (login, microseconds(now), attempt.bytes),
        )
        details = {"login": login, "rule": rule, "attempt": str(attempt)}
        self._journal.write(connection, EventKind.PERSON_PAUSED, "paused", details=details)

    def take_back(self, connection: sqlite3.Connection, attempt: UUID) -> None:
        """End the pause that the charge of ``attempt`` has brought, and no other."""
        login = self._session.person.login
        ended = connection.execute(
            """
            UPDATE person_budget SET paused_at = NULL, paused_by = NULL
            WHERE login = ? AND paused_by = ?
            """,
            (login, attempt.bytes),
        )
        if ended.rowcount:
            details = {"login": login, "attempt": str(attempt)}
            self._journal.write(connection, EventKind.PERSON_RESUMED, "taken-back", details=details)

    def resume(self, connection: sqlite3.Connection, login: str) -> Change:
        """End a person's pause and start their counts anew.

        A lead cannot end their own pause; an admin can, because on one workstation there is
        nobody else.

        Raises:
            NotAllowedError: the person is no lead, or a lead whose own pause it is.
        """
        self._session.require(Role.LEAD)
        if login == self._session.person.login and self._session.person.role is not Role.ADMIN:
            raise NotAllowedError
        connection.execute(
            """
            INSERT INTO person_budget (login, counts_after)
            VALUES (?, (SELECT ifnull(max(sequence), 0) FROM attempt))
            ON CONFLICT (login) DO UPDATE SET counts_after = excluded.counts_after,
                                              paused_at = NULL, paused_by = NULL
            """,
            (login,),
        )
        details = {"login": login}
        return self._journal.write(connection, EventKind.PERSON_RESUMED, "resumed", details=details)

    def _wrong_tries(self, connection: sqlite3.Connection, now: datetime) -> tuple[int, int]:
        """Charges not taken back within a day, and customers they concern within an hour."""
        row = connection.execute(
            """
            SELECT count(*), count(DISTINCT customer_id) FILTER (WHERE at > :hour_ago)
            FROM attempt
            WHERE login = :login AND at > :day_ago AND charged AND NOT taken_back
              AND sequence > ifnull(
                  (SELECT counts_after FROM person_budget WHERE login = :login), 0)
            """,
            {
                "login": self._session.person.login,
                "day_ago": microseconds(now - DAY),
                "hour_ago": microseconds(now - HOUR),
            },
        ).fetchone()
        return row[0], row[1]

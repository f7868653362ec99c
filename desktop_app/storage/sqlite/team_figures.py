"""The figures of the team page in a workstation database, by its counts and indexes."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from desktop_app.core.attention import Attention, AttentionKind, RecentAnswers
from desktop_app.core.entities import Answer, Customer, EventKind, PasswordState, Role
from desktop_app.core.journal import microseconds
from desktop_app.core.policy import Policy
from desktop_app.core.team_figures import DayCount, TeamTotals
from desktop_app.core.tries import capped
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.credential_rows import STATE_COLUMNS, tries_of
from desktop_app.storage.sqlite.customer_rows import json_list, read_customers
from desktop_app.storage.sqlite.journal_counts import CATEGORY
from desktop_app.storage.sqlite.policies import read_policy
from desktop_app.storage.sqlite.session import Session
from desktop_app.storage.sqlite.standing import password_state
from desktop_app.storage.sqlite.stored import code_of, from_micros, moment_or_none

_LEAST_COUNTED: Final = 10
"""Below this many wrong tries in all there is no index entry."""

_KINDS: Final = {
    PasswordState.LOCKED: AttentionKind.LOCKED,
    PasswordState.BLOCKED: AttentionKind.BLOCKED,
}


class SqliteTeamFigures:
    """The figure store of ``core.team_ports`` on SQLite."""

    def __init__(self, connections: Connections, session: Session) -> None:
        self._connections = connections
        self._session = session

    def totals(self) -> TeamTotals:
        """How customers and passwords stand now.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        now = self._session.clock()
        with self._connections.read() as connection:
            policy = read_policy(connection)
            row = connection.execute(_TOTALS).fetchone()
            refused = list(_refused(connection, policy, now))
            locked = [each for each, state in refused if state is PasswordState.LOCKED]
            opens = [capped(tries_of(each), policy, now).locked_until for each in locked]
            return TeamTotals(
                at=now,
                customers=row["customers"],
                passwords=row["passwords"],
                under_old_keys=row["under_old_keys"],
                locked=len(locked),
                blocked=sum(state is PasswordState.BLOCKED for _, state in refused),
                opens_at=min((end for end in opens if end is not None), default=None),
            )

    def counts(self, day_starts: Sequence[datetime]) -> list[DayCount]:
        """The counts of each day, given its first moment, and last the end of the last one.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        starts = [microseconds(moment) for moment in day_starts]
        days = [DayCount({}, {}) for _ in starts[1:]]
        limits = {"starts": json_list(starts), "first": starts[0], "end": starts[-1]}
        with self._connections.read() as connection:
            for statement in (_COUNTED, _UNSEALED):
                for day, kind, category, amount in connection.execute(statement, limits):
                    _count(days[day], kind, category, amount)
        return days

    def attention(self, *, set_before: datetime, at_most: int) -> list[Attention]:
        """What is seen in one row, at most so many of each kind.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        now = self._session.clock()
        with self._connections.read() as connection:
            policy = read_policy(connection)
            found = list(_much_tried(connection, policy, now, at_most))
            found += [
                _Found(AttentionKind.CAUTION, customer_id, 0, at, person, note)
                for customer_id, person, at, note in connection.execute(_CAUTIONS, (at_most,))
            ]
            found += [
                _Found(AttentionKind.OLD_PASSWORD, customer_id, 0, at)
                for customer_id, at in connection.execute(_OLD, (microseconds(set_before), at_most))
            ]
            customers = read_customers(connection, [each.customer_id for each in found])
            listed = [each.about(customers[each.customer_id]) for each in found]
            paused = connection.execute(_PAUSED, (at_most,)).fetchall()
            return listed + [_pause(row) for row in paused]

    def recent_trouble(
        self, *, failed_since: datetime, missing_since: datetime, at_least: int, at_most: int
    ) -> list[RecentAnswers]:
        """Customers with so many wrong tries, or so many checks without a password.

        Raises:
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        failed, missing = microseconds(failed_since), microseconds(missing_since)
        values = {"at_least": at_least, "at_most": at_most}
        with self._connections.read() as connection:
            rows = connection.execute(_FAILING, {**values, "since": failed}).fetchall()
            rows += connection.execute(_MISSING, {**values, "since": missing}).fetchall()
            customers = read_customers(connection, [row["customer_id"] for row in rows])
            return [
                RecentAnswers(
                    AttentionKind(row["kind"]),
                    customers[row["customer_id"]],
                    _answers(connection, row["customer_id"], row["since"]),
                )
                for row in rows
            ]


def _count(day: DayCount, kind: str, category: str, amount: int) -> None:
    if kind == EventKind.VERDICT:
        answer = code_of(Answer, category)
        day.answers[answer] = day.answers.get(answer, 0) + amount
    else:
        day.set_by_check[category] = day.set_by_check.get(category, 0) + amount


def _refused(
    connection: sqlite3.Connection, policy: Policy, now: datetime
) -> Iterator[tuple[sqlite3.Row, PasswordState]]:
    """The passwords of active customers that are locked or blocked."""
    values = {
        "now": microseconds(now),
        "in_row": policy.tries_until_block,
        "in_all": policy.total_until_block,
    }
    for row in connection.execute(_REFUSED, values):
        state = password_state(row, policy, now)
        if state in _KINDS:
            yield row, state


def _much_tried(
    connection: sqlite3.Connection, policy: Policy, now: datetime, at_most: int
) -> Iterator["_Found"]:
    """Locked, blocked and much tried passwords, at most so many of each kind."""
    by_kind: dict[AttentionKind, list[_Found]] = {}
    for row, state in _refused(connection, policy, now):
        found = _Found(_KINDS[state], row["customer_id"], row["in_row"], row["last_failure_at"])
        by_kind.setdefault(found.kind, []).append(found)
    for each in by_kind.values():
        yield from sorted(each, key=lambda found: found.at or 0, reverse=True)[:at_most]
    values = {
        "from": max(policy.total_until_attention, _LEAST_COUNTED),
        "below": policy.total_until_block,
    }
    left = at_most
    for row in connection.execute(_MANY_WRONG, values):
        if not left:
            return
        if password_state(row, policy, now) is PasswordState.SET:
            left -= 1
            yield _Found(
                AttentionKind.MANY_WRONG, row["customer_id"], row["in_all"], row["last_failure_at"]
            )


class _Found(NamedTuple):
    """What needs attention, before the customer was read."""

    kind: AttentionKind
    customer_id: int
    amount: int
    at: int | None
    person: str = ""
    note: str = ""

    def about(self, customer: Customer) -> Attention:
        return Attention(
            kind=self.kind,
            customer=customer,
            amount=self.amount,
            at=moment_or_none(self.at),
            person=self.person,
            note=self.note,
        )


def _pause(row: sqlite3.Row) -> Attention:
    """A pause of the one person there is; a workstation database keeps no list of people."""
    return Attention(
        kind=AttentionKind.PAUSED,
        login=row["login"],
        person=row["person"] or row["login"],
        at=from_micros(row["paused_at"]),
    )


def _answers(
    connection: sqlite3.Connection, customer_id: int, since: int
) -> tuple[tuple[datetime, Answer], ...]:
    rows = connection.execute(_ANSWERS, (customer_id, since))
    return tuple((from_micros(row["at"]), code_of(Answer, row["outcome"])) for row in rows)


# Those who are not served any more are taken off: they are to get no password.
_TOTALS: Final = """
    SELECT (SELECT count(*) FROM customer)
               - (SELECT count(*) FROM customer WHERE NOT active) AS customers,
           (SELECT ifnull(sum(amount), 0) FROM password_count)
               - (SELECT count(verifier) FROM customer JOIN credential ON customer_id = id
                  WHERE NOT active) AS passwords,
           (SELECT ifnull(sum(amount), 0) FROM password_count
            WHERE key_id IN (SELECT key_id FROM team_key WHERE state = 'retired'))
               AS under_old_keys
"""

_COUNTED: Final = """
    WITH day AS (
        SELECT CAST(key AS INTEGER) AS place, value AS first,
               lead(value) OVER (ORDER BY key) AS end
        FROM json_each(:starts)
    )
    SELECT place, kind, category, sum(amount) FROM day
    CROSS JOIN journal_count ON quarter >= day.first AND quarter < day.end
    WHERE :first < :end
    GROUP BY place, kind, category
"""

# What is not sealed yet is in no count, and is few.
_UNSEALED: Final = f"""
    SELECT (SELECT count(*) - 1 FROM json_each(:starts) WHERE value <= at), kind, {CATEGORY}, 1
    FROM journal
    WHERE sequence IS NULL AND kind IN ('verdict', 'password-set') AND at >= :first AND at < :end
"""  # noqa: S608 - constants

_REFUSED: Final = f"""
    SELECT customer_id, last_failure_at, {STATE_COLUMNS} FROM credential
    WHERE verifier IS NOT NULL
      AND customer_id IN (
          SELECT customer_id FROM credential WHERE locked_until > :now
          UNION SELECT customer_id FROM credential WHERE in_row >= 2 AND in_row >= :in_row
          UNION SELECT customer_id FROM credential WHERE in_all >= 10 AND in_all >= :in_all)
      AND EXISTS (SELECT 1 FROM customer WHERE id = customer_id AND active)
"""  # noqa: S608 - constants

_MANY_WRONG: Final = f"""
    SELECT customer_id, last_failure_at, {STATE_COLUMNS} FROM credential
    WHERE in_all >= 10 AND in_all >= :from AND in_all < :below
      AND EXISTS (SELECT 1 FROM customer WHERE id = customer_id AND active)
    ORDER BY in_all DESC
"""  # noqa: S608 - constants

_CAUTIONS: Final = """
    SELECT customer_id, raised_by, raised_at, text FROM caution
    WHERE EXISTS (SELECT 1 FROM customer WHERE id = customer_id AND active)
    ORDER BY raised_at DESC LIMIT ?
"""

_OLD: Final = """
    SELECT customer_id, set_at FROM credential
    WHERE verifier IS NOT NULL AND set_at < ? AND valid_until IS NULL AND NOT single_use
      AND EXISTS (SELECT 1 FROM customer WHERE id = customer_id AND active)
    ORDER BY set_at LIMIT ?
"""

_PAUSED: Final = """
    SELECT login, paused_at,
           (SELECT person FROM journal WHERE journal.login = person_budget.login
            ORDER BY at DESC LIMIT 1) AS person
    FROM person_budget WHERE paused_at IS NOT NULL ORDER BY paused_at DESC LIMIT ?
"""

_FAILING: Final = """
    SELECT 'failing' AS kind, journal.customer_id, max(set_at, :since) AS since
    FROM journal JOIN credential ON credential.customer_id = journal.customer_id AND at > set_at
    WHERE kind = 'verdict' AND outcome = 'does-not-match' AND outcome <> 'matches' AND at >= :since
    GROUP BY journal.customer_id
    HAVING count(*) >= :at_least
       AND EXISTS (SELECT 1 FROM customer WHERE id = journal.customer_id AND active)
    ORDER BY max(at) DESC LIMIT :at_most
"""

_MISSING: Final = """
    SELECT 'no-password' AS kind, journal.customer_id, :since AS since
    FROM journal LEFT JOIN credential ON credential.customer_id = journal.customer_id
    WHERE kind = 'verdict' AND outcome = 'none' AND outcome <> 'matches' AND at >= :since
      AND verifier IS NULL
    GROUP BY journal.customer_id
    HAVING count(*) >= :at_least
       AND EXISTS (SELECT 1 FROM customer WHERE id = journal.customer_id AND active)
    ORDER BY count(*) DESC, max(at) DESC LIMIT :at_most
"""

_ANSWERS: Final = """
    SELECT at, outcome FROM journal
    WHERE customer_id = ? AND kind = 'verdict' AND at >= ? ORDER BY id
"""

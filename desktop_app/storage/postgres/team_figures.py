"""The figures of the team page in a shared database; its functions read counts and indexes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from desktop_app.core.attention import Attention, AttentionKind, RecentAnswers
from desktop_app.core.entities import Answer, EventKind
from desktop_app.core.team_figures import DayCount, TeamTotals
from desktop_app.storage.postgres.connections import Connections, Row
from desktop_app.storage.postgres.customer_rows import customer_of


class PostgresTeamFigures:
    """The figure store of ``core.team_ports`` on PostgreSQL."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def totals(self) -> TeamTotals:
        """How customers and passwords stand now.

        Raises:
            NotAllowedError: the person is no lead.
        """
        return TeamTotals(**self._connections.one(_TOTALS))

    def counts(self, day_starts: Sequence[datetime]) -> list[DayCount]:
        """The counts of each day, given its first moment, and last the end of the last one.

        Raises:
            NotAllowedError: the person is no lead.
        """
        answers: list[dict[Answer, int]] = [{} for _ in day_starts[1:]]
        checks: list[dict[str, int]] = [{} for _ in day_starts[1:]]
        for row in self._connections.rows(_COUNTS, (list(day_starts),)):
            day, category = row["day"] - 1, row["category"]
            if row["kind"] == EventKind.VERDICT:
                answers[day][Answer(category)] = row["amount"]
            else:
                checks[day][category] = row["amount"]
        return [DayCount(*both) for both in zip(answers, checks, strict=True)]

    def attention(self, *, set_before: datetime, at_most: int) -> list[Attention]:
        """What is seen in one row, at most so many of each kind.

        Raises:
            NotAllowedError: the person is no lead.
        """
        rows = self._connections.rows(_ATTENTION, (set_before, at_most))
        return [_attention(row) for row in rows]

    def recent_trouble(
        self, *, failed_since: datetime, missing_since: datetime, at_least: int, at_most: int
    ) -> list[RecentAnswers]:
        """Customers with so many wrong tries, or so many checks without a password.

        Raises:
            NotAllowedError: the person is no lead.
        """
        rows = self._connections.rows(_RECENT, (failed_since, missing_since, at_least, at_most))
        return [
            RecentAnswers(
                AttentionKind(row["kind"]),
                customer_of(row),
                tuple(zip(row["times"], map(Answer, row["answers"]), strict=True)),
            )
            for row in rows
        ]


def _attention(row: Row) -> Attention:
    return Attention(
        kind=AttentionKind(row["kind"]),
        customer=None if row["id"] is None else customer_of(row),
        login=row["login"],
        person=row["person"],
        amount=row["amount"],
        at=row["at"],
        note=row["note"],
    )


_TOTALS: Final = "SELECT * FROM watchword.team_totals()"
_COUNTS: Final = "SELECT * FROM watchword.team_counts(%s)"
_ATTENTION: Final = "SELECT * FROM watchword.attention(%s, %s)"
_RECENT: Final = "SELECT * FROM watchword.recent_trouble(%s, %s, %s, %s)"

"""The figures of a team: totals and counts by day, never by person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from desktop_app.core.entities import Answer

MOST_WORKING_DAYS = 90
READ_DAYS = MOST_WORKING_DAYS // 5 * 7
"""How many days back the figures reach, today included: so many have that many working days."""

_USUAL_WEEKS = 8
_WEEKEND = (5, 6)

PORTAL_CHECK = "portal"
"""What stands for the identity check where the customer has set the password in the portal."""


@dataclass(frozen=True, slots=True)
class TeamTotals:
    """How things stand at one moment.

    ``customers`` are the active ones, and ``passwords`` theirs. ``under_old_keys`` passwords,
    whoever has them, were made with a key that has been replaced. ``opens_at`` is when the first
    of the ``locked`` ones opens by itself; ``blocked`` ones never do.
    """

    at: datetime
    customers: int
    passwords: int
    under_old_keys: int
    locked: int
    blocked: int
    opens_at: datetime | None


@dataclass(frozen=True, slots=True)
class DayCount:
    """What happened on one day: answers of checks, and passwords set by identity check."""

    answers: dict[Answer, int] = field(default_factory=dict)
    set_by_check: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TeamDay:
    """One local day with its checks as the page tells them apart.

    ``locked`` also counts blocked passwords, ``without`` also expired ones. What was refused
    because a person's checks pause is in neither: it says nothing about a customer's password.
    """

    day: date
    matches: int = 0
    failed: int = 0
    locked: int = 0
    without: int = 0
    set_by_check: Mapping[str, int] = field(default_factory=dict)

    @property
    def checks(self) -> int:
        """All checks of the day."""
        return self.matches + self.failed + self.locked + self.without

    @property
    def is_weekend(self) -> bool:
        """Whether it is a Saturday or Sunday."""
        return self.day.weekday() in _WEEKEND


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """The totals and the last ``READ_DAYS`` days, oldest first; the last one is today."""

    totals: TeamTotals
    days: tuple[TeamDay, ...]

    @property
    def today(self) -> TeamDay:
        """The day that is not over."""
        return self.days[-1]

    def usually_failed(self) -> int | None:
        """How many checks fail on a day like today, on average; None where there was none yet.

        That is the same day of the week in the last eight weeks; those without a check, such as
        holidays, do not count.
        """
        weeks_back = (self.days[-1 - 7 * weeks] for weeks in range(1, _USUAL_WEEKS + 1))
        alike = [day.failed for day in weeks_back if day.checks]
        return round(sum(alike) / len(alike)) if alike else None

    def working_days(self, count: int) -> tuple[TeamDay, ...]:
        """The last ``count`` working days, today always among them.

        A day of a weekend is one if somebody was checked on it.
        """
        before = [day for day in self.days[:-1] if day.checks or not day.is_weekend]
        return (*before[max(0, len(before) + 1 - count) :], self.today)

    def set_by_check(self, count: int) -> dict[str, int]:
        """Passwords set in as many working days by identity check, the most frequent first."""
        first = self.working_days(count)[0].day
        found: dict[str, int] = {}
        for day in self.days:
            if day.day < first:
                continue
            for check, amount in day.set_by_check.items():
                found[check] = found.get(check, 0) + amount
        return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def local_days(now: datetime, count: int = READ_DAYS, zone: tzinfo | None = None) -> list[date]:
    """The last ``count`` days, oldest first, the day of ``now`` the last.

    Without a ``zone`` it is this computer's.
    """
    today = now.astimezone(zone).date()
    return [today - timedelta(days=back) for back in reversed(range(count))]


def day_starts(days: Sequence[date], zone: tzinfo | None = None) -> list[datetime]:
    """The first moment of each day, and of the day after the last one.

    Every offset from UTC that is in use is a whole number of quarters of an hour, so that counts
    by such quarters belong to one day each.
    """
    return [_midnight(day, zone) for day in (*days, days[-1] + timedelta(days=1))]


def team_day(day: date, count: DayCount) -> TeamDay:
    """A day's counts as the page tells them apart."""

    def sum_of(*answers: Answer) -> int:
        return sum(count.answers.get(answer, 0) for answer in answers)

    return TeamDay(
        day,
        matches=sum_of(Answer.MATCHES),
        failed=sum_of(Answer.DOES_NOT_MATCH),
        locked=sum_of(Answer.LOCKED, Answer.BLOCKED),
        without=sum_of(Answer.NONE, Answer.EXPIRED),
        set_by_check=count.set_by_check,
    )


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(zone)

"""The figures of a team: days of the local calendar, working days, what is usual."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise

from desktop_app.core.entities import Answer
from desktop_app.core.team_figures import (
    READ_DAYS,
    DayCount,
    TeamDay,
    TeamFigures,
    TeamTotals,
    day_starts,
    local_days,
    team_day,
)

NOW = datetime(2025, 11, 18, 13, 10, tzinfo=UTC)
TOTALS = TeamTotals(NOW, 0, 0, 0, 0, 0, None)
TUESDAY = date(2025, 11, 18)


class _Berlin(tzinfo):
    """Summer time until 26 October."""

    def utcoffset(self, dt: datetime | None) -> timedelta:
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt: datetime | None) -> timedelta:
        is_summer = dt is not None and (dt.month, dt.day, dt.hour) < (10, 26, 3)
        return timedelta(hours=1 if is_summer else 0)

    def tzname(self, _dt: datetime | None) -> str:
        return "Berlin"


def figures(*days: TeamDay) -> TeamFigures:
    """Days of which those that are not given had no check."""
    given = {each.day: each for each in days}
    dates = [TUESDAY - timedelta(days=back) for back in reversed(range(READ_DAYS))]
    return TeamFigures(TOTALS, tuple(given.get(each, TeamDay(each)) for each in dates))


def test_answers_are_told_apart_as_the_page_does() -> None:
    """Blocked counts as locked, expired as without a password, a person's pause as neither."""
    answers = {answer: place for place, answer in enumerate(Answer, 1)}
    day = team_day(TUESDAY, DayCount(answers, {"callback": 2}))
    assert (day.matches, day.failed) == (1, 2)
    assert day.locked == 3 + 4
    assert day.without == 5 + 6
    assert day.checks == sum(answers.values()) - answers[Answer.PAUSED]
    assert day.set_by_check == {"callback": 2}


def test_days_are_those_of_the_computers_calendar() -> None:
    """Late in the evening in UTC it is the next day already."""
    days = local_days(datetime(2025, 11, 17, 23, 30, tzinfo=UTC), 3, _Berlin())
    assert days == [date(2025, 11, 16), date(2025, 11, 17), date(2025, 11, 18)]


def test_days_begin_at_midnight_also_when_clocks_change() -> None:
    """A day has 23 or 25 hours then; each begins at a whole quarter of an hour of UTC."""
    starts = day_starts([date(2025, 10, 25), date(2025, 10, 26), date(2025, 10, 27)], _Berlin())
    moments = [start.timestamp() for start in starts]
    lengths = [(end - first) / 3600 for first, end in pairwise(moments)]
    assert lengths == [24, 25, 24]
    assert starts[1] == datetime(2025, 10, 25, 22, 0, tzinfo=UTC)
    assert all(moment % 900 == 0 for moment in moments)


def test_weekends_without_a_check_are_left_out() -> None:
    """Other days stay, so that a quiet one shows; today is always there."""
    saturday = TeamDay(date(2025, 11, 8), matches=3)
    shown = [day.day.day for day in figures(saturday).working_days(14)]
    assert shown == [31, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 17, 18]
    assert [day.day.day for day in figures().working_days(3)] == [14, 17, 18]
    sunday = TeamFigures(TOTALS, figures().days[:-2])
    assert [day.day.day for day in sunday.working_days(3)] == [13, 14, 16]


def test_there_are_enough_days_for_the_longest_period() -> None:
    """Also where nobody works at weekends."""
    for today in range(7):
        days = figures().days
        assert len(TeamFigures(TOTALS, days[today:]).working_days(84)) == 84
    assert len(figures().working_days(90)) == 90


def test_what_usually_fails_on_such_a_day() -> None:
    """The average of the same days of the week that had a check."""
    assert figures().usually_failed() is None
    weeks = [TUESDAY - timedelta(weeks=back) for back in range(4)]
    found = figures(
        TeamDay(weeks[0], failed=99),
        TeamDay(weeks[1], failed=4),
        TeamDay(weeks[2]),
        TeamDay(weeks[3], failed=7, matches=1),
        TeamDay(weeks[3] - timedelta(days=1), failed=50),
    )
    assert found.usually_failed() == 6


def test_passwords_set_by_identity_check() -> None:
    """Since the first day that is shown, weekends included; the most frequent check first."""
    found = figures(
        TeamDay(TUESDAY, set_by_check={"callback": 2, "video-call": 5}),
        TeamDay(date(2025, 11, 16), set_by_check={"video-call": 1}),
        TeamDay(date(2025, 10, 30), set_by_check={"callback": 4}),
        TeamDay(date(2025, 10, 29), set_by_check={"in-person": 9}),
    )
    assert list(found.set_by_check(14).items()) == [("callback", 6), ("video-call", 6)]

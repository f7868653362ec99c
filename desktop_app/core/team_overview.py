"""What the team page shows: the figures, and what needs attention."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.core.attention import (
    FAILED_WITHIN,
    MOST_OF_A_KIND,
    OLD_AFTER,
    SEVERAL_CALLS,
    Attention,
    AttentionKind,
    AttentionList,
    listed,
    of_calls,
)
from desktop_app.core.team_figures import TeamFigures, day_starts, local_days, team_day
from desktop_app.core.team_ports import TeamFigureStore


@dataclass(frozen=True, slots=True)
class TeamOverview:
    """Both, as of one moment."""

    figures: TeamFigures
    attention: AttentionList


def read_overview(store: TeamFigureStore, now: datetime) -> TeamOverview:
    """Everything as of ``now``, by the days of this computer's time zone.

    Raises:
        NotAllowedError: the person is no lead.
        StorageError: it cannot be read.
    """
    days = local_days(now)
    counts = store.counts(day_starts(days))
    figures = TeamFigures(store.totals(), tuple(map(team_day, days, counts)))
    return TeamOverview(figures, _attention(store, now, figures.totals.under_old_keys))


def _attention(store: TeamFigureStore, now: datetime, under_old_keys: int) -> AttentionList:
    month = now.astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    # One more than is shown tells that there are more.
    at_most = MOST_OF_A_KIND + 1
    found = store.attention(set_before=now - OLD_AFTER, at_most=at_most)
    recent = store.recent_trouble(
        failed_since=now - FAILED_WITHIN,
        missing_since=month,
        at_least=SEVERAL_CALLS,
        at_most=at_most,
    )
    found += [item for item in map(of_calls, recent) if item is not None]
    if under_old_keys:
        found.append(Attention(kind=AttentionKind.OLD_KEY, amount=under_old_keys))
    return listed(found)

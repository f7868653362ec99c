"""The figures of a team in memory: what a test puts into them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from desktop_app.core.attention import Attention, RecentAnswers
from desktop_app.core.team_figures import DayCount, TeamTotals
from tests.gui.fake_world import World


class FakeTeamFigures:
    """The figures of a ``FakeStorage``: totals, counts by day and what needs attention."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.standing = TeamTotals(world.clock(), 0, 0, 0, 0, 0, None)
        self.days: dict[date, DayCount] = {}
        self.items: list[Attention] = []
        self.recent: list[RecentAnswers] = []

    def totals(self) -> TeamTotals:
        with self._world.call("totals"):
            return replace(self.standing, at=self._world.clock())

    def counts(self, day_starts: Sequence[datetime]) -> list[DayCount]:
        with self._world.call("counts"):
            return [self.days.get(start.date(), DayCount()) for start in day_starts[:-1]]

    def attention(self, *, set_before: datetime, at_most: int) -> list[Attention]:
        with self._world.call("attention"):
            kinds = {item.kind for item in self.items}
            return [
                item
                for kind in kinds
                for item in [each for each in self.items if each.kind is kind][:at_most]
            ]

    def recent_trouble(
        self, *, failed_since: datetime, missing_since: datetime, at_least: int, at_most: int
    ) -> list[RecentAnswers]:
        with self._world.call("recent_trouble"):
            return [each for each in self.recent if len(each.answers) >= at_least]

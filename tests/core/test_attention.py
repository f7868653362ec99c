"""What needs attention: calls, urgency, and an end to the list."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from desktop_app.core.attention import (
    MOST_ITEMS,
    MOST_OF_A_KIND,
    Attention,
    AttentionKind,
    RecentAnswers,
    calls_of,
    listed,
    of_calls,
)
from desktop_app.core.entities import Answer, Customer
from desktop_app.core.team_figures import DayCount, TeamTotals
from desktop_app.core.team_overview import read_overview

NOW = datetime(2025, 11, 18, 13, 10, tzinfo=UTC)
WRONG, RIGHT, NONE = Answer.DOES_NOT_MATCH, Answer.MATCHES, Answer.NONE
Kind = AttentionKind


def customer(number: int) -> Customer:
    return Customer(id=number, number=str(number))


def item(kind: AttentionKind, number: int = 1, minutes: int = 0) -> Attention:
    return Attention(kind=kind, customer=customer(number), at=NOW + timedelta(minutes=minutes))


def recent(kind: AttentionKind, *calls: Sequence[Answer]) -> RecentAnswers:
    """Calls an hour apart, their answers a minute apart."""
    answers = [
        (NOW + timedelta(hours=hour, minutes=minute), answer)
        for hour, call in enumerate(calls)
        for minute, answer in enumerate(call)
    ]
    return RecentAnswers(kind, customer(1), tuple(answers))


def test_tries_that_follow_each_other_are_one_call() -> None:
    """More than ten minutes later it is another one."""
    times = [0, 3, 12, 23]
    answers = [(NOW + timedelta(minutes=each), WRONG) for each in times]
    assert [len(call) for call in calls_of(answers)] == [3, 1]
    assert calls_of([]) == []


def test_failed_on_several_calls() -> None:
    """Three of the last four; a call that ended with a match did not fail."""
    failing = recent(Kind.FAILING, [RIGHT], [WRONG], [WRONG, RIGHT], [WRONG], [WRONG, WRONG])
    found = of_calls(failing)
    assert found is not None
    assert (found.amount, found.calls) == (3, 4)
    assert found.at == NOW + timedelta(hours=4, minutes=1)
    assert of_calls(recent(Kind.FAILING, [WRONG, WRONG, WRONG])) is None
    long_ago = recent(Kind.FAILING, [WRONG], [WRONG], [WRONG], [RIGHT], [RIGHT])
    assert of_calls(long_ago) is None


def test_several_calls_without_a_password() -> None:
    """Every call counts once, however often it was looked."""
    found = of_calls(recent(Kind.NO_PASSWORD, [NONE], [NONE, NONE], [NONE], [RIGHT], [NONE]))
    assert found is not None
    assert found.amount == 4
    assert of_calls(recent(Kind.NO_PASSWORD, [NONE, NONE, NONE], [NONE])) is None


def test_the_most_urgent_comes_first() -> None:
    """By kind, of each the newest; of old passwords the oldest, of missing ones the most calls."""
    old = [item(Kind.OLD_PASSWORD, 7, -5), item(Kind.OLD_PASSWORD, 8, -9)]
    missing = [
        Attention(kind=Kind.NO_PASSWORD, customer=customer(5), amount=3),
        Attention(kind=Kind.NO_PASSWORD, customer=customer(6), amount=4),
    ]
    locked = [item(Kind.LOCKED, 1, 1), item(Kind.LOCKED, 2, 2)]
    found = listed([*old, *missing, *locked]).items
    assert [each.customer.id for each in found if each.customer] == [2, 1, 6, 5, 8, 7]


def test_a_customer_stands_there_once() -> None:
    """With what is most urgent; a caution has a line of its own."""
    found = listed([item(Kind.OLD_PASSWORD), item(Kind.CAUTION), item(Kind.BLOCKED)])
    assert [each.kind for each in found.items] == [Kind.BLOCKED, Kind.CAUTION]
    assert not found.more


def test_the_list_has_an_end() -> None:
    """So many of a kind and so many in all; it says that there are more."""
    few = listed(item(Kind.CAUTION, number) for number in range(MOST_OF_A_KIND))
    assert (len(few.items), few.more) == (MOST_OF_A_KIND, False)
    many = listed(item(Kind.CAUTION, number) for number in range(MOST_OF_A_KIND + 1))
    assert (len(many.items), many.more) == (MOST_OF_A_KIND, True)
    place, each_kind = 0, []
    for kind in AttentionKind:
        for _ in range(MOST_OF_A_KIND):
            place += 1
            each_kind.append(item(kind, place))
    everything = listed(each_kind)
    assert (len(everything.items), everything.more) == (MOST_ITEMS, True)


class Figures:
    """A store that answers with what it was made with, and notes what it was asked."""

    def __init__(self, under_old_keys: int) -> None:
        self.standing = TeamTotals(NOW, 10, 5, under_old_keys, 0, 0, None)
        self.asked: dict[str, datetime] = {}

    def totals(self) -> TeamTotals:
        return self.standing

    def counts(self, day_starts: Sequence[datetime]) -> list[DayCount]:
        return [DayCount({RIGHT: place}) for place, _ in enumerate(day_starts[1:])]

    def attention(self, *, set_before: datetime, at_most: int) -> list[Attention]:
        assert at_most == MOST_OF_A_KIND + 1
        self.asked["set_before"] = set_before
        return [item(Kind.LOCKED, 2)]

    def recent_trouble(
        self, *, failed_since: datetime, missing_since: datetime, at_least: int, at_most: int
    ) -> list[RecentAnswers]:
        assert at_least == 3
        assert at_most == MOST_OF_A_KIND + 1
        self.asked |= {"failed_since": failed_since, "missing_since": missing_since}
        return [
            recent(Kind.FAILING, [WRONG], [WRONG], [WRONG]),
            recent(Kind.NO_PASSWORD, [NONE]),
        ]


def test_an_overview_is_read() -> None:
    """Ninety working days, the whole list, and a line for passwords under an old key."""
    store = Figures(under_old_keys=12)
    overview = read_overview(store, NOW)
    assert overview.figures.totals.passwords == 5
    assert len(overview.figures.days) == 126
    assert overview.figures.today.matches == 125
    kinds = [each.kind for each in overview.attention.items]
    assert kinds == [Kind.LOCKED, Kind.FAILING, Kind.OLD_KEY]
    assert overview.attention.items[-1].amount == 12
    assert store.asked["set_before"] == NOW - timedelta(days=1095)
    assert store.asked["failed_since"] == NOW - timedelta(days=30)
    month = store.asked["missing_since"]
    assert (month.day, month.hour, month.minute) == (1, 0, 0)


def test_without_an_old_key_there_is_no_line() -> None:
    """Nothing that needs nobody."""
    kinds = [each.kind for each in read_overview(Figures(0), NOW).attention.items]
    assert Kind.OLD_KEY not in kinds

"""What is chosen of the journal, as a query."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.core.entities import Answer, EventKind, JournalQuery
from desktop_app.core.journal_filter import GROUPS, Group, JournalFilter, Period

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 22).astimezone()


def test_nothing_chosen_is_everything() -> None:
    """An empty filter filters nothing and says nothing of itself."""
    assert JournalFilter().is_empty
    assert JournalFilter().query(NOW) == JournalQuery()
    assert JournalFilter().described(NOW) == {}


@pytest.mark.parametrize(
    ("period", "days"),
    [(Period.TODAY, 0), (Period.WEEK, 6), (Period.MONTH, 29), (Period.YEAR, 364)],
)
def test_periods_are_whole_days_up_to_now(period: Period, days: int) -> None:
    """Today is one of the days; nothing ends before now."""
    query = JournalFilter(period=period).query(NOW)
    assert query.since is not None
    assert query.since.astimezone().date() == MIDNIGHT.date() - timedelta(days=days)
    assert (query.since.astimezone().hour, query.until) == (0, None)


def test_days_go_from_midnight_to_midnight() -> None:
    """The last day is in; either end may be left open."""
    day = MIDNIGHT.date()
    both = JournalFilter(period=Period.DAYS, first=day, last=day).query(NOW)
    assert both.since == MIDNIGHT
    assert both.until is not None
    assert both.until.astimezone().date() == day + timedelta(days=1)
    assert JournalFilter(period=Period.DAYS, last=day).query(NOW).since is None
    assert JournalFilter(period=Period.DAYS, first=day).query(NOW).until is None
    ignored = JournalFilter(first=date(2020, 1, 1), last=date(2020, 1, 2)).query(NOW)
    assert ignored == JournalQuery()


def test_kinds_groups_and_answers() -> None:
    """A single kind stands above its group, an answer above both: only checks have one."""
    assert JournalFilter(group=Group.RULES).query(NOW).kinds == GROUPS[Group.RULES]
    kind = EventKind.PASSWORD_SET
    assert JournalFilter(group=Group.PASSWORDS, kind=kind).query(NOW).kinds == (kind,)
    answered = JournalFilter(group=Group.CHECKS, answer=Answer.PAUSED).query(NOW)
    assert (answered.kinds, answered.outcomes) == ((), (Answer.PAUSED,))


def test_every_kind_is_in_one_group() -> None:
    """A new kind of entry is not forgotten here."""
    listed = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(listed) == sorted(EventKind)
    assert set(GROUPS) == set(Group)


def test_text_is_a_receipt_or_a_number() -> None:
    """A receipt in any notation, everything else as a whole customer number."""
    receipt = JournalFilter(text=" vw7k3f92qd ").query(NOW)
    assert (receipt.receipt, receipt.customer_number) == ("VW-7K3F-92QD", "")
    number = JournalFilter(text=" 104233 ").query(NOW)
    assert (number.receipt, number.customer_number) == ("", "104233")
    pasted = JournalFilter(text="\x0010\u202e4233\t").query(NOW)
    assert pasted.customer_number == "104233"


def test_a_filter_describes_itself_in_codes() -> None:
    """What the journal says of an export."""
    chosen = JournalFilter(
        period=Period.DAYS,
        first=MIDNIGHT.date(),
        last=MIDNIGHT.date(),
        group=Group.RULES,
        login="lang",
        text="104233",
    )
    described = chosen.described(NOW)
    assert described["since"] == MIDNIGHT.isoformat()
    assert described.keys() == {"since", "until", "kinds", "login", "customer"}
    assert described["kinds"] == "policy-changed key-rotated"
    assert JournalFilter(answer=Answer.MATCHES, text="VW-7K3F-92QD").described(NOW) == {
        "outcomes": "matches",
        "receipt": "VW-7K3F-92QD",
    }

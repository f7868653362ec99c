"""The team that pictures and window tests show: the figures of the design's picture."""

from datetime import date, datetime, timedelta

from desktop_app.core.attention import Attention, AttentionKind, RecentAnswers
from desktop_app.core.entities import Answer, Customer
from desktop_app.core.team_figures import DayCount, TeamTotals
from tests.gui.fakes import FakeClock, FakeStorage

Kind = AttentionKind

# Matches, does not match, locked, no password.
_DAYS = {
    30: (58, 6, 1, 9), 31: (49, 4, 0, 7), 3: (77, 8, 2, 12), 4: (69, 5, 0, 8), 5: (64, 9, 1, 10),
    6: (61, 6, 0, 6), 7: (47, 3, 0, 5), 10: (82, 11, 3, 13), 11: (71, 7, 4, 9), 12: (66, 6, 0, 8),
    13: (73, 5, 1, 7), 14: (52, 4, 0, 4), 17: (88, 9, 2, 11), 18: (54, 7, 1, 5),
}  # fmt: skip
_SET = {"callback": 18, "id-document": 4, "signed-letter": 5, "in-person": 3, "video-call": 1}


def tuesday() -> FakeClock:
    """The moment at which the page is looked at."""
    return FakeClock(datetime(2025, 11, 18, 14, 10).astimezone())


def add_sample_team(storage: FakeStorage, customers: dict[str, Customer]) -> None:
    """Fill the figures of ``storage``, whose clock is ``tuesday``."""
    figures, now = storage.team_figures, storage.clock()
    opens_at = storage.clock.today_at(14, 32)
    figures.standing = TeamTotals(now, 8_214, 5_586, 0, 1, 1, opens_at)
    for back in range(90):
        day = now.astimezone().date() - timedelta(days=back)
        if day.weekday() < 5:
            figures.days[day] = _count(_older(back))
    for number, amounts in _DAYS.items():
        month = 10 if number > 18 else 11
        figures.days[date(2025, month, number)] = _count(amounts)
    today = figures.days[now.astimezone().date()]
    figures.days[now.astimezone().date()] = DayCount(today.answers, _SET)
    figures.items = [
        Attention(
            kind=Kind.LOCKED,
            customer=customers["108412"],
            amount=5,
            at=storage.clock.today_at(14, 2),
        ),
        Attention(
            kind=Kind.BLOCKED,
            customer=customers["106029"],
            amount=10,
            at=storage.clock.today_at(17, 48) - timedelta(days=1),
        ),
        Attention(
            kind=Kind.OLD_PASSWORD, customer=customers["100377"], at=now - timedelta(days=1_100)
        ),
    ]
    figures.recent = [
        _recent(Kind.FAILING, customers["103991"], now, 3, Answer.DOES_NOT_MATCH),
        _recent(Kind.NO_PASSWORD, customers["104871"], now, 4, Answer.NONE),
        _recent(Kind.NO_PASSWORD, customers["103318"], now, 3, Answer.NONE),
    ]


def _older(back: int) -> tuple[int, int, int, int]:
    return 50 + back * 7 % 40, 3 + back % 7, back % 4, 4 + back % 9


def _count(amounts: tuple[int, int, int, int]) -> DayCount:
    answers = (Answer.MATCHES, Answer.DOES_NOT_MATCH, Answer.LOCKED, Answer.NONE)
    return DayCount(dict(zip(answers, amounts, strict=True)))


def _recent(
    kind: AttentionKind, customer: Customer, now: datetime, calls: int, answer: Answer
) -> RecentAnswers:
    answers = [(now - timedelta(days=back), answer) for back in range(calls, 0, -1)]
    if kind is Kind.FAILING:
        answers.insert(1, (answers[0][0] + timedelta(hours=1), Answer.MATCHES))
    return RecentAnswers(kind, customer, tuple(answers))

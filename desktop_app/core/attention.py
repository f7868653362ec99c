"""What needs a lead's attention: which of it, in which order, and how much of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop_app.core.entities import Answer, Customer

OLD_AFTER = timedelta(days=3 * 365)
"""A telephone password of this age may be known to too many."""

LAST_CALLS = 4
SEVERAL_CALLS = 3
"""So many of a customer's last calls failed, or calls of this month without a password."""

MOST_OF_A_KIND = 15
MOST_ITEMS = 100

FAILED_WITHIN = timedelta(days=30)
"""How far back failed calls count."""

_ONE_CALL = timedelta(minutes=10)


class AttentionKind(StrEnum):
    """Why something needs attention, the most urgent first."""

    LOCKED = "locked"
    BLOCKED = "blocked"
    PAUSED = "paused"
    FAILING = "failing"
    MANY_WRONG = "many-wrong"
    CAUTION = "caution"
    NO_PASSWORD = "no-password"  # noqa: S105 - the name of a kind
    OLD_KEY = "old-key"
    OLD_PASSWORD = "old-password"  # noqa: S105 - the name of a kind


_ORDER = list(AttentionKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One thing that needs attention.

    ``customer`` is whom it is about; for a pause that is the person, ``login`` and ``person``,
    who has also raised a caution. ``amount`` counts wrong tries in a row (LOCKED, BLOCKED) or in
    all (MANY_WRONG), failed calls out of the last ``calls`` (FAILING), calls without a password,
    or passwords under an old key. ``at`` is the newest wrong try, or when it began. ``note`` is
    the caution.
    """

    kind: AttentionKind
    customer: Customer | None = None
    login: str = ""
    person: str = ""
    amount: int = 0
    calls: int = 0
    at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AttentionList:
    """What needs attention, most urgent first; ``more`` where the list was cut."""

    items: tuple[Attention, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class RecentAnswers:
    """A customer's answers in order of time; ``kind`` is FAILING or NO_PASSWORD."""

    kind: AttentionKind
    customer: Customer
    answers: tuple[tuple[datetime, Answer], ...]


def calls_of(answers: Iterable[tuple[datetime, Answer]]) -> list[tuple[Answer, ...]]:
    """The answers of each call: tries that follow each other closely belong to one."""
    calls: list[list[Answer]] = []
    last: datetime | None = None
    for at, answer in answers:
        if last is None or at - last > _ONE_CALL:
            calls.append([])
        calls[-1].append(answer)
        last = at
    return [tuple(call) for call in calls]


def of_calls(recent: RecentAnswers) -> Attention | None:
    """The item of a customer who called several times in vain, None where it was not several."""
    calls = calls_of(recent.answers)
    if recent.kind is AttentionKind.FAILING:
        calls = calls[-LAST_CALLS:]
        amount = sum(_failed(call) for call in calls)
    else:
        amount = sum(Answer.NONE in call for call in calls)
    if amount < SEVERAL_CALLS:
        return None
    return Attention(
        kind=recent.kind,
        customer=recent.customer,
        amount=amount,
        calls=len(calls),
        at=recent.answers[-1][0],
    )


def _failed(call: Sequence[Answer]) -> bool:
    return Answer.DOES_NOT_MATCH in call and Answer.MATCHES not in call


def _urgency(item: Attention) -> tuple[int, int, float]:
    """By kind, then by how much there is, the newest first; of old passwords the oldest."""
    at = 0.0 if item.at is None else item.at.timestamp()
    if item.kind is AttentionKind.OLD_PASSWORD:
        at = -at
    much = item.amount if item.kind is AttentionKind.NO_PASSWORD else 0
    return _ORDER.index(item.kind), -much, -at


def listed(found: Iterable[Attention]) -> AttentionList:
    """Each customer once, by what is most urgent; a caution has a line of its own."""
    shown: list[Attention] = []
    seen: set[int] = set()
    of_kind: dict[AttentionKind, int] = {}
    more = False
    for item in sorted(found, key=_urgency):
        if item.customer is not None and item.kind is not AttentionKind.CAUTION:
            if item.customer.id in seen:
                continue
            seen.add(item.customer.id)
        count = of_kind[item.kind] = of_kind.get(item.kind, 0) + 1
        if count > MOST_OF_A_KIND or len(shown) == MOST_ITEMS:
            more = True
        else:
            shown.append(item)
    return AttentionList(tuple(shown), more)

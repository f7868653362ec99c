"""Which entries of the journal somebody wants to see, as they choose it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desktop_app.core.entities import Answer, EventKind, JournalQuery
from desktop_app.core.receipts import looks_like_receipt

_ONE_DAY: Final = timedelta(days=1)


class Period(StrEnum):
    """Whole days of the workstation's calendar; today is one of them."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DAYS = "days"
    """From one chosen day to another."""


_DAYS: Final = MappingProxyType(
    {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30, Period.YEAR: 365}
)


class Group(StrEnum):
    """Kinds of entries that belong together."""

    CHECKS = "checks"
    PASSWORDS = "passwords"
    LOCKS = "locks"
    CUSTOMERS = "customers"
    PEOPLE = "people"
    RULES = "rules"
    FILES = "files"


GROUPS: Final[Mapping[Group, tuple[EventKind, ...]]] = MappingProxyType(
    {
        Group.CHECKS: (EventKind.ATTEMPT, EventKind.VERDICT),
        Group.PASSWORDS: (
            EventKind.PASSWORD_SET,
            EventKind.PASSWORD_REMOVED,
            EventKind.PASSWORD_REFRESHED,
        ),
        Group.LOCKS: (
            EventKind.UNLOCKED,
            EventKind.CAUTION_RAISED,
            EventKind.CAUTION_CLEARED,
            EventKind.PERSON_PAUSED,
            EventKind.PERSON_RESUMED,
        ),
        Group.CUSTOMERS: (
            EventKind.CUSTOMER_ADDED,
            EventKind.CUSTOMER_CHANGED,
            EventKind.CUSTOMER_DELETED,
            EventKind.CUSTOMERS_IMPORTED,
            EventKind.CUSTOMERS_DEACTIVATED,
            EventKind.CUSTOMERS_ADOPTED,
        ),
        Group.PEOPLE: (
            EventKind.PERSON_ADDED,
            EventKind.PERSON_JOINED,
            EventKind.PERSON_CHANGED,
            EventKind.PERSON_RESET,
            EventKind.PERSON_REMOVED,
        ),
        Group.RULES: (EventKind.POLICY_CHANGED, EventKind.KEY_ROTATED),
        Group.FILES: (EventKind.EXPORTED, EventKind.BACKED_UP, EventKind.JOURNAL_PRUNED),
    }
)
"""Every kind is in one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    """What was chosen; everything left alone chooses nothing.

    ``kind`` is a single kind and stands above ``group``; ``first`` and ``last`` are meant where
    the period is ``DAYS``. ``text`` is a receipt, or else a customer's number.
    """

    period: Period = Period.ANY
    first: date | None = None
    last: date | None = None
    group: Group | None = None
    kind: EventKind | None = None
    answer: Answer | None = None
    login: str = ""
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return self == JournalFilter()

    def query(self, now: datetime) -> JournalQuery:
        """The entries that are meant at this moment; days begin at the workstation's midnight."""
        text = "".join(filter(str.isprintable, self.text)).strip()
        receipt = looks_like_receipt(text)
        since, until = self._bounds(now)
        return JournalQuery(
            customer_number="" if receipt else text,
            kinds=self._kinds(),
            outcomes=(self.answer,) if self.answer is not None else (),
            login=self.login,
            receipt=receipt or "",
            since=since,
            until=until,
        )

    def described(self, now: datetime) -> dict[str, str]:
        """The same in codes, for the entry that says what was exported."""
        query = self.query(now)
        found = {
            "since": query.since.isoformat() if query.since is not None else "",
            "until": query.until.isoformat() if query.until is not None else "",
            "kinds": " ".join(kind.value for kind in query.kinds),
            "outcomes": " ".join(answer.value for answer in query.outcomes),
            "login": query.login,
            "customer": query.customer_number,
            "receipt": query.receipt,
        }
        return {name: text for name, text in found.items() if text}

    def _kinds(self) -> tuple[EventKind, ...]:
        if self.answer is not None:
            return ()  # an answer is that of a check
        if self.kind is not None:
            return (self.kind,)
        return GROUPS[self.group] if self.group is not None else ()

    def _bounds(self, now: datetime) -> tuple[datetime | None, datetime | None]:
        if self.period is Period.DAYS:
            since = _midnight(self.first) if self.first is not None else None
            until = _midnight(self.last + _ONE_DAY) if self.last is not None else None
            return since, until
        if self.period is Period.ANY:
            return None, None
        return _midnight(now.astimezone().date() - (_DAYS[self.period] - 1) * _ONE_DAY), None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()

"""A customer's history with most of what can stand in it."""

from datetime import UTC, datetime, timedelta

from desktop_app.core.entities import Answer, Customer, EventKind, Validity
from tests.gui.fakes import FakeStorage

_SET, _VERDICT = EventKind.PASSWORD_SET, EventKind.VERDICT
_TANJA, _LUKAS, _MIRA = "Tanja Lang", "Lukas Berger", "Mira Okafor"
_MATCHES, _DIFFERS, _NONE = Answer.MATCHES, Answer.DOES_NOT_MATCH, Answer.NONE


def add_sample_history(storage: FakeStorage, customer: Customer) -> None:
    """Two passwords, six checks and a lock: eight entries, of which one makes two lines."""
    today = storage.clock.now.astimezone()
    march = datetime(2025, 3, 12, tzinfo=UTC)
    november = today - timedelta(days=11)
    locked_until = (_at(november, 16, 22) + timedelta(minutes=15)).isoformat()
    callback = {"check": "callback"}
    wrong = {"in_row": "5", "tries_left": "0", "locked_until": locked_until}
    reason = {"reason": "customer called back from the number on file"}
    reference = {"reference": "called +49 6851 555 0137 at 14:06"}
    until = Validity.UNTIL_CHANGED
    for day, hour, minute, kind, outcome, person, receipt, details, personal in (
        (march, 10, 58, _VERDICT, _NONE, _LUKAS, "VW-1A7D-22WC", {}, {}),
        (march, 11, 2, _SET, until, _TANJA, "VW-1A7E-50TJ", callback, {}),
        (november, 16, 22, _VERDICT, _DIFFERS, _MIRA, "VW-3M08-64HM", wrong, {}),
        (november, 16, 40, EventKind.UNLOCKED, "unlocked", _TANJA, "VW-3M0D-31SB", {}, reason),
        (today, 9, 13, _VERDICT, _DIFFERS, _LUKAS, "VW-5HJ1-77RN", {"tries_left": "4"}, {}),
        (today, 9, 14, _VERDICT, _MATCHES, _LUKAS, "VW-5HJ2-08KC", {"in_row": "2"}, {}),
        (today, 14, 7, _VERDICT, _MATCHES, _LUKAS, "VW-7K3F-92QD", {"in_row": "1"}, {}),
        (today, 14, 11, _SET, until, _TANJA, "VW-7K3N-08QE", callback, reference),
    ):
        attempt = {"attempt": receipt} if kind is _VERDICT else {}
        storage.put_entry(
            kind,
            outcome,
            customer,
            at=_at(day, hour, minute),
            person=person,
            receipt=receipt,
            details=details | attempt,
            personal=personal,
        )


def _at(day: datetime, hour: int, minute: int) -> datetime:
    local = day.astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0)
    return local.astimezone(UTC)

"""A journal of two years with a sound chain, written past the program, which would take long."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from desktop_app.core.entities import EventKind
from desktop_app.core.journal import SealedFields, entry_bytes, json_text, microseconds, sealed
from desktop_app.core.journal_head import JournalHead
from tests.benchmarks.office import Office
from tests.benchmarks.workstation import Workstation

RARE_LOGIN: Final = "gone"
"""Somebody with a handful of entries at the journal's very start."""

_YEARS: Final = timedelta(days=730)
_PEOPLE: Final = 30
_CUSTOMERS: Final = 50_000
_ANSWERS: Final = ("matches",) * 85 + ("does-not-match",) * 12 + ("none",) * 3
_OTHERS: Final = (EventKind.PASSWORD_SET, EventKind.CUSTOMER_CHANGED, EventKind.UNLOCKED)
_COLUMNS: Final = (
    "at, login, person, workstation, customer_id, customer_number, kind, outcome, receipt, details,"
    " personal_digest, sequence, digest"
)
_OF_SQLITE: Final = f"INSERT INTO journal ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"  # noqa: S608
_OF_POSTGRES: Final = f"COPY watchword.journal ({_COLUMNS}) FROM STDIN"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry and its place in the chain."""

    at: datetime
    fields: SealedFields
    head: JournalHead

    def values(self, at: object) -> tuple[object, ...]:
        """What is stored, with the moment as the engine writes it."""
        fields = self.fields
        return (
            at,
            fields.login,
            fields.person,
            fields.workstation,
            fields.customer_id,
            fields.customer_number,
            fields.kind,
            fields.outcome,
            fields.receipt,
            fields.details,
            fields.personal_digest,
            self.head.sequence,
            self.head.digest,
        )


def fill_workstation(workstation: Workstation, count: int) -> None:
    """Give the workstation's database so many entries; it had none."""
    with workstation.database._connections.write() as connection:
        rows = (row.values(microseconds(row.at)) for row in _rows(count))
        connection.executemany(_OF_SQLITE, rows)


def fill_office(office: Office, count: int) -> None:
    """The same for the shared database, which has tidied up afterwards."""
    with office.shared.as_superuser() as connection:
        connection.execute("TRUNCATE watchword.journal_mark")
        connection.execute("ALTER TABLE watchword.journal DISABLE TRIGGER USER")
        connection.execute("TRUNCATE watchword.journal CASCADE")
        connection.execute("ALTER TABLE watchword.journal ENABLE TRIGGER USER")
        with connection.transaction(), connection.cursor().copy(_OF_POSTGRES) as copy:
            for row in _rows(count):
                copy.write_row(row.values(row.at))
        connection.execute("VACUUM ANALYZE watchword.journal")
        connection.execute("CHECKPOINT")


def _rows(count: int) -> Iterator[Row]:
    drawn = random.Random(7)  # noqa: S311 - the same journal each time
    begin = datetime.now(UTC) - _YEARS
    head: JournalHead | None = None
    for place in range(count):
        at = begin + _YEARS * place / count
        fields = _entry(drawn, place, at)
        head = sealed(head, entry_bytes(fields))
        yield Row(at, fields, head)


def _entry(drawn: random.Random, place: int, at: datetime) -> SealedFields:
    kind, outcome = EventKind.ATTEMPT, "charged"
    if place % 2:
        kind, outcome = EventKind.VERDICT, drawn.choice(_ANSWERS)
    elif place % 25 == 0:
        kind, outcome = drawn.choice(_OTHERS), "done"
    if place % 100_000 == 1_001:
        outcome = "paused"
    if place % 100_000 == 1_000:
        kind, outcome = EventKind.POLICY_CHANGED, "changed"
    person = drawn.randrange(_PEOPLE)
    customer = drawn.randrange(_CUSTOMERS)
    rare = 500 <= place < 505
    return SealedFields(
        at=microseconds(at),
        login=RARE_LOGIN if rare else f"desk{person}",
        person="Gone Long" if rare else f"Desk {person}",
        workstation=f"pc-{person}",
        customer_id=1_000_000 + customer,
        customer_number=str(100_000 + customer),
        kind=kind.value,
        outcome=outcome,
        receipt=f"VW-{place // 10_000:04d}-{place % 10_000:04d}",
        details=json_text({"attempt": str(place)}),
        personal_digest=b"",
    )

"""Workstation databases of released schemas as SQL text, and how the present one is frozen.

``python -m tests.vectors.frozen_workstation`` writes the file of the present schema where there is
none yet. A released file is never written again: it is what users have on their disks.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import (
    CustomerDraft,
    IdentityCheck,
    ImportRow,
    Person,
    Role,
    Validity,
)
from desktop_app.core.journal import head_line
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.migrations import known_version
from desktop_app.system.memory_keys import MemoryKeys

FOLDER = Path(__file__).parent
KEY = bytes(range(32))
PERSON = Person("lang", "Tanja Lang", Role.ADMIN)

_ABOUT = "-- expected: "
_FLOOR = Policy(memory_kib=19 * 1024, passes=2)
_ANNOUNCED = bytes(range(8))
_CHECK = IdentityCheck("callback", "T-4711", "answered at the known number")
_CUSTOMERS = (
    CustomerDraft(
        number="004711",
        name="Jörg Müller-Straßer",
        company="Müller; Söhne",
        phones=("+496815550137", "+491715550188"),
        emails=("j.mueller@mueller.example",),
        domains=("mueller.example", "müller.example"),
        country="DE",
        language="de",
        authorised="Erika Müller\nSteuerbüro Maier",
    ),
    CustomerDraft(number="K 12 34", name="Anna O'Brien", country="IE", language="en"),
    CustomerDraft(number="ALFKI", company="=SUM(A1)", phones=("030-12",), active=False),
    CustomerDraft(number="5", name="Zoë"),
    CustomerDraft(number="6", name="李小龍"),
    CustomerDraft(number="7", name="Gesperrt"),
)
_PASSWORDS = {"004711": "Ahorn 42", "K 12 34": "Grüße-7319", "5": "Kranich 86"}


class _Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 2, 3, 456789, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def frozen_files() -> dict[int, Path]:
    """The frozen databases by their schema version."""
    found = {int(path.stem.rpartition("_")[2]): path for path in FOLDER.glob("workstation_*.sql")}
    return dict(sorted(found.items()))


def expected(path: Path) -> dict[str, Any]:
    """What is in a frozen database: see ``_expectations``."""
    with path.open(encoding="utf-8") as file:
        document: dict[str, Any] = json.loads(file.readline().removeprefix(_ABOUT))
    return document


def thaw(path: Path, target: Path) -> None:
    """Make the database file that was frozen."""
    with closing(sqlite3.connect(target)) as connection:
        connection.executescript(path.read_text(encoding="utf-8"))


def freeze(target: Path) -> None:
    """Fill a database of the present schema and write it to ``target``."""
    clock = _Clock()
    with TemporaryDirectory() as folder:
        path = Path(folder, "workstation.db")
        database = SqliteDatabase(path, PERSON, "desk-1", clock)
        try:
            _fill(database, clock)
            about = _expectations(database, clock)
        finally:
            database.close()
        with closing(sqlite3.connect(path)) as connection:
            lines = [_ABOUT + json.dumps(about, sort_keys=True), *_statements(connection)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _fill(database: SqliteDatabase, clock: _Clock) -> None:
    """Something in every table, and a password in every state."""
    database.create()
    _import(database, _CUSTOMERS[:2])
    for draft in _CUSTOMERS[2:]:
        database.customers.add(draft)
    team_key = verifier.team_key(Secret(KEY))
    keys = MemoryKeys((team_key,))
    enrolment = Enrolment(database.customers, database.credentials, database.policies, keys)
    verify = VerifyCaller(database.credentials, database.policies, keys)
    ids = {each.number: each.id for each in database.customers.export()}

    def set_password(number: str, validity: Validity = Validity.UNTIL_CHANGED) -> None:
        password = Secret(_PASSWORDS.get(number, "Laterne 57"))
        enrolment.set(ids[number], password, _CHECK, validity)

    def check(number: str, typed: str) -> None:
        verify.check(verify.open(ids[number]), Secret(typed))

    set_password("004711")  # under the standard policy; the others under the cheapest
    database.policies.save(_FLOOR)
    set_password("K 12 34")
    set_password("5", Validity.ONE_DAY)
    set_password("ALFKI", Validity.ONE_CALL)
    check("ALFKI", "Laterne 57")
    set_password("6")
    enrolment.remove(ids["6"], "left")
    set_password("7")
    check("K 12 34", "wrong")
    check("K 12 34", _PASSWORDS["K 12 34"])
    for _ in range(_FLOOR.tries_until_lock):
        check("7", "wrong")
    enrolment.unlock(ids["7"], "called back")
    check("7", "wrong")
    database.credentials.resume(PERSON.login)
    database.customers.raise_caution(ids["K 12 34"], "tried three birthdays")
    database.team_keys.report((team_key.key_id,))
    database.team_keys.announce(_ANNOUNCED)
    database.journal.seal()


def _import(database: SqliteDatabase, drafts: tuple[CustomerDraft, ...]) -> None:
    database.customers.import_rows(
        (ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)),
        frozenset(CustomerDraft.__dataclass_fields__),
        source="list.csv",
        trial=False,
        on_reject=lambda _row: None,
        on_progress=lambda _rows: None,
    )


def _expectations(database: SqliteDatabase, clock: _Clock) -> dict[str, Any]:
    head = database.journal.head()
    assert head is not None
    customers = list(database.customers.export())
    return {
        "now": clock.now.isoformat(),
        "key": KEY.hex(),
        "passwords": _PASSWORDS,
        "customers": [asdict(each) for each in customers],
        "states": {
            each.number: database.customers.details(each.id).standing.state for each in customers
        },
        "cautions": {"K 12 34": "tried three birthdays"},
        "team_keys": {key.key_id.hex(): key.state for key in database.team_keys.known().keys},
        "tries_until_lock": database.policies.load().tries_until_lock,
        "memory_kib": database.policies.load().memory_kib,
        "head": head_line(head),
        "entries": head.sequence,
    }


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    """SQL that makes the database anew, with the search index as it is.

    ``Connection.iterdump`` reads every table, and those of the index keep no text to be read.
    """
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]};"
    yield "BEGIN;"
    objects = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema"
        " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid"
    ).fetchall()
    tables = [(name, sql) for kind, name, sql in objects if kind == "table"]
    virtual = {name for name, sql in tables if sql.startswith("CREATE VIRTUAL")}
    of_index = {name for name, _ in tables if name.rpartition("_")[0] in virtual}
    for name, sql in tables:
        if name not in of_index:
            yield f"{sql};"
    for name in [each for each, _ in tables if each not in virtual] + ["sqlite_sequence"]:
        if name in of_index or name == "sqlite_sequence":
            yield f"DELETE FROM {name};"  # noqa: S608 - names in the file
        yield from _rows(connection, name)
    for kind, _, sql in objects:
        if kind != "table":
            yield f"{sql};"
    yield "COMMIT;"


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]
    quoted = " || ', ' || ".join(f"quote({column})" for column in columns)
    insert = f"INSERT INTO {table} ({', '.join(columns)})"
    query = f"SELECT {quoted} FROM {table} ORDER BY 1"  # noqa: S608 - names in the file
    for (values,) in connection.execute(query):
        yield f"{insert} VALUES ({values});"


if __name__ == "__main__":
    file = FOLDER / f"workstation_schema_{known_version()}.sql"
    if file.exists():
        sys.exit(f"{file.name} is frozen already")
    freeze(file)

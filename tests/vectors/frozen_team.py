"""What every frozen database is filled with, and what is later expected to be in it."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import CustomerDraft, IdentityCheck, ImportRow, Validity
from desktop_app.core.journal import head_line
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.system.memory_keys import MemoryKeys

FOLDER = Path(__file__).parent
KEY = bytes(range(32))

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


def frozen_files(kind: str) -> dict[int, Path]:
    """The frozen databases of one kind by their schema version."""
    found = {int(path.stem.rpartition("_")[2]): path for path in FOLDER.glob(f"{kind}_schema_*")}
    return dict(sorted(found.items()))


def expected(path: Path) -> dict[str, Any]:
    """What is in a frozen database: see ``expectations``."""
    with path.open(encoding="utf-8") as file:
        document: dict[str, Any] = json.loads(file.readline().removeprefix(_ABOUT))
    return document


def about_line(expectations: dict[str, Any]) -> str:
    """The first line of a frozen database."""
    return _ABOUT + json.dumps(expectations, sort_keys=True)


def fill(database: Storage, paused: str) -> None:
    """Something in every table, and a password in every state; ``paused`` is somebody's login."""
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
    check("5", "wrong")
    database.credentials.resume(paused)
    database.customers.raise_caution(ids["K 12 34"], "tried three birthdays")
    database.team_keys.report((team_key.key_id,))
    database.team_keys.announce(_ANNOUNCED)
    database.journal.seal()


def _import(database: Storage, drafts: tuple[CustomerDraft, ...]) -> None:
    database.customers.import_rows(
        (ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)),
        frozenset(CustomerDraft.__dataclass_fields__),
        source="list.csv",
        trial=False,
        on_reject=lambda _row: None,
        on_progress=lambda _rows: None,
    )


def expectations(database: Storage, clock: Callable[[], datetime]) -> dict[str, Any]:
    """What a program of a later schema must find."""
    head = database.journal.head()
    assert head is not None
    customers = list(database.customers.export())
    standings = {each.number: database.customers.details(each.id).standing for each in customers}
    return {
        "now": clock().isoformat(),
        "key": KEY.hex(),
        "passwords": _PASSWORDS,
        "customers": [asdict(each) for each in customers],
        "states": {number: standing.state for number, standing in standings.items()},
        "tries_left": {number: standing.tries_left for number, standing in standings.items()},
        "cautions": {"K 12 34": "tried three birthdays"},
        "team_keys": {key.key_id.hex(): key.state for key in database.team_keys.known().keys},
        "tries_until_lock": database.policies.load().tries_until_lock,
        "memory_kib": database.policies.load().memory_kib,
        "head": head_line(head),
        "entries": head.sequence,
    }

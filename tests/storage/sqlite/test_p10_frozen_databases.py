"""P10: databases of every released schema, migrated to the newest with everything in them.

A new schema adds its file to ``tests/vectors`` and changes nothing here.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core import verifier
from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import Answer, JournalQuery, Validity
from desktop_app.core.journal import find_head, head_line
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.migrations import known_version
from desktop_app.system.memory_keys import MemoryKeys
from tests.storage.engines import CHECK, MovableClock
from tests.vectors.frozen_workstation import PERSON, expected, frozen_files, thaw

FILES = frozen_files()


class Frozen:
    """A database that was frozen, as the present program opens it."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.expected: dict[str, Any] = expected(source)
        self.path = folder / "workstation.db"
        thaw(source, self.path)
        self.clock = MovableClock()
        self.clock.now = datetime.fromisoformat(self.expected["now"])
        self.database = SqliteDatabase(self.path, PERSON, "desk-1", self.clock)
        self.keys = MemoryKeys((verifier.team_key(Secret(bytes.fromhex(self.expected["key"]))),))

    def check(self, number: str, typed: str) -> Answer:
        verify = VerifyCaller(self.database.credentials, self.database.policies, self.keys)
        challenge = verify.open(self.database.customers.find_number(number).id)
        refused = verify.refuse(challenge)
        if refused is not None:
            return refused.answer
        checked = verify.check(challenge, Secret(typed))
        verify.refresh(checked, Secret(typed))
        return checked.verdict.answer


@pytest.fixture(params=FILES, ids=[f"schema {version}" for version in FILES])
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Frozen]:
    """Each of the frozen databases."""
    frozen = Frozen(FILES[request.param], tmp_path)
    yield frozen
    frozen.database.close()


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT name, ifnull(sql, '') FROM sqlite_schema ORDER BY name"
        ).fetchall()
    return [(name, sql) for name, sql in rows]


def test_the_present_schema_is_frozen() -> None:
    """A new one is not released without its file."""
    assert known_version() in FILES


def test_it_becomes_the_newest_schema(frozen: Frozen, tmp_path: Path) -> None:
    """The same tables as those of a database that is made today, and sound ones."""
    frozen.database.open()
    assert frozen.database.schema_version() == known_version()
    assert frozen.database.is_intact()
    fresh = SqliteDatabase(tmp_path / "fresh.db", PERSON, "desk-1", frozen.clock)
    fresh.create()
    frozen.database.close()
    assert schema(frozen.path) == schema(tmp_path / "fresh.db")


def test_its_customers_are_as_they_were(frozen: Frozen) -> None:
    """Every field, every caution, the state of every password, the policy."""
    customers = frozen.database.customers
    kept = [asdict(each) for each in customers.export()]
    for before, after in zip(frozen.expected["customers"], kept, strict=True):
        assert {name: _listed(after[name]) for name in before} == before
    for number, state in frozen.expected["states"].items():
        details = customers.details(customers.find_number(number).id)
        assert details.standing.state == state
        caution = frozen.expected["cautions"].get(number)
        assert (details.caution.text if details.caution else None) == caution
    policy = frozen.database.policies.load()
    assert policy.tries_until_lock == frozen.expected["tries_until_lock"]
    assert policy.memory_kib == frozen.expected["memory_kib"]


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_its_customers_are_found(frozen: Frozen) -> None:
    """By number, phone, name, an inner part and by sound: the index came along."""
    for text in ("004711", "0681 555 0137", "Müller-Strasser", "ülle", "Joerg Mueler"):
        hits = frozen.database.customers.search(text).hits
        assert "004711" in [hit.customer.number for hit in hits], text


def test_its_journal_verifies(frozen: Frozen) -> None:
    """Up to the very head that it had, and new entries continue the chain."""
    head = find_head(frozen.expected["head"])
    report = frozen.database.journal.verify(head)
    assert report.fault is None
    assert report.entries == frozen.expected["entries"]
    assert report.head is not None
    assert head_line(report.head) == frozen.expected["head"]
    assert len(frozen.database.journal.entries(JournalQuery())) == frozen.expected["entries"]
    frozen.database.customers.clear_caution(frozen.database.customers.find_number("5").id)
    frozen.database.journal.seal()
    assert frozen.database.journal.verify(head).fault is None
    assert frozen.database.journal.verify(head).entries == frozen.expected["entries"] + 1


def test_its_passwords_match(frozen: Frozen) -> None:
    """Each with the key of then; a wrong one does not; twice, because a match may renew it."""
    passwords: dict[str, str] = frozen.expected["passwords"]
    for number, password in passwords.items():
        assert frozen.check(number, password + "x") is Answer.DOES_NOT_MATCH
        assert frozen.check(number, password) is Answer.MATCHES
        assert frozen.check(number, password.upper()) is Answer.MATCHES


def test_its_team_key_is_known(frozen: Frozen) -> None:
    """Where the schema had none yet, it is the key of the newest password."""
    only = {frozen.keys.current().key_id.hex(): "current"}
    known = {key.key_id.hex(): key.state for key in frozen.database.team_keys.known().keys}
    assert known == frozen.expected.get("team_keys", only)


def test_its_refusals_stay_refusals(frozen: Frozen) -> None:
    """A used password and a removed one; a new one can be set."""
    assert frozen.check("ALFKI", "Laterne 57") is Answer.EXPIRED
    assert frozen.check("6", "Laterne 57") is Answer.NONE
    database = frozen.database
    enrolment = Enrolment(database.customers, database.credentials, database.policies, frozen.keys)
    customer = database.customers.find_number("6")
    enrolment.set(customer.id, Secret("Kranich 86"), CHECK, Validity.UNTIL_CHANGED)
    assert frozen.check("6", "kranich 86") is Answer.MATCHES

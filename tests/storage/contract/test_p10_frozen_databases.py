"""P10: databases of every released schema, brought to the newest with everything in them.

A new schema adds its file to ``tests/vectors`` and changes nothing here. Nor is a released step
ever edited: what was frozen after it would not get the schema of a database that is made today.
"""

import sqlite3
from abc import ABC, abstractmethod
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
from desktop_app.core.ports import Storage
from desktop_app.core.secret import Secret
from desktop_app.core.verification import VerifyCaller
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.storage.sqlite import migrations
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.system.memory_keys import MemoryKeys
from tests.storage.engines import ADMIN, CHECK, MovableClock
from tests.storage.postgres_team import INSTALLER, PASSWORD, DatabaseClock, PostgresTeam
from tests.vectors import frozen_server, frozen_workstation
from tests.vectors.frozen_team import expected, frozen_files

WORKSTATIONS = frozen_files("workstation")
SERVERS = frozen_files("server")


class Frozen(ABC):
    """A database that was frozen, as the present program opens it."""

    def __init__(self, source: Path) -> None:
        self.expected: dict[str, Any] = expected(source)
        self.now = datetime.fromisoformat(self.expected["now"])
        self.keys = MemoryKeys((verifier.team_key(Secret(bytes.fromhex(self.expected["key"]))),))

    @property
    @abstractmethod
    def database(self) -> Storage:
        """The database, by now of the newest schema."""

    @abstractmethod
    def schemas(self) -> tuple[object, object]:
        """What it is made of, and what a database is made of that is new today."""

    @abstractmethod
    def close(self) -> None:
        """Close and remove what was made."""

    def check(self, number: str, typed: str) -> Answer:
        """The answer of a whole check, with the renewal that may follow."""
        verify = VerifyCaller(self.database.credentials, self.database.policies, self.keys)
        challenge = verify.open(self.database.customers.find_number(number).id)
        refused = verify.refuse(challenge)
        if refused is not None:
            return refused.answer
        checked = verify.check(challenge, Secret(typed))
        verify.refresh(checked, Secret(typed))
        return checked.verdict.answer


class FrozenWorkstation(Frozen):
    """A workstation's file, which is migrated by opening it."""

    def __init__(self, source: Path, folder: Path) -> None:
        super().__init__(source)
        self._folder = folder
        self._clock = MovableClock()
        self._clock.now = self.now
        self._database = self._at("workstation.db")
        frozen_workstation.thaw(source, folder / "workstation.db")

    @property
    def database(self) -> SqliteDatabase:
        return self._database

    def schemas(self) -> tuple[object, object]:
        self._database.open()
        assert self._database.schema_version() == migrations.known_version()
        assert self._database.is_intact()
        self._at("fresh.db").create()
        self._database.close()
        return self._schema("workstation.db"), self._schema("fresh.db")

    def close(self) -> None:
        self._database.close()

    def _at(self, name: str) -> SqliteDatabase:
        return SqliteDatabase(self._folder / name, frozen_workstation.PERSON, "desk-1", self._clock)

    def _schema(self, name: str) -> list[tuple[str, str]]:
        with closing(sqlite3.connect(self._folder / name)) as connection:
            return connection.execute(
                "SELECT name, ifnull(sql, '') FROM sqlite_schema ORDER BY name"
            ).fetchall()


class FrozenServer(Frozen):
    """A team's database on the tests' server, which an administrator upgrades."""

    def __init__(self, source: Path, team: PostgresTeam) -> None:
        super().__init__(source)
        self._team = team
        self._name = team.empty_database()
        with team.server.connect(self._name) as connection:
            frozen_server.thaw(source, connection)
        self._upgrade(self._name)
        team.let_in(self._name)
        self._database: PostgresDatabase | None = None

    @property
    def database(self) -> PostgresDatabase:
        """As an admin has it, at the moment at which it was frozen."""
        if self._database is None:
            self._team.give_own_clock(self._name)
            with self._team.server.connect(self._name) as connection:
                DatabaseClock(connection).now = self.now
            address = self._team.address(self._name)
            self._database = PostgresDatabase(address, ADMIN.login, Secret(PASSWORD), "desk-1")
        return self._database

    def schemas(self) -> tuple[object, object]:
        fresh = self._team.empty_database()
        self._upgrade(fresh)
        made = self._schema(self._name), self._schema(fresh)
        self._team.drop(fresh)
        return made

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
        self._team.drop(self._name)

    def _upgrade(self, name: str) -> None:
        with self._team.connect(name, INSTALLER) as connection:
            assert schema.upgrade(connection) == schema.known_version()

    def _schema(self, name: str) -> list[str]:
        dump = self._team.server.dump(name, "--schema-only")
        return [line for line in dump.splitlines() if not frozen_server.is_of_one_run(line)]


@pytest.fixture(params=[*WORKSTATIONS.values(), *SERVERS.values()], ids=lambda path: str(path.stem))
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Frozen]:
    """Each of the frozen databases."""
    source: Path = request.param
    frozen: Frozen
    if source in SERVERS.values():
        frozen = FrozenServer(source, request.getfixturevalue("postgres_team"))
    else:
        frozen = FrozenWorkstation(source, tmp_path)
    yield frozen
    frozen.close()


def test_the_present_schemas_are_frozen() -> None:
    """A new one is not released without its file."""
    assert migrations.known_version() in WORKSTATIONS
    assert schema.known_version() in SERVERS


def test_it_becomes_the_newest_schema(frozen: Frozen) -> None:
    """With the same tables and functions as a database that is made today."""
    upgraded, fresh = frozen.schemas()
    assert upgraded == fresh


def test_its_customers_are_as_they_were(frozen: Frozen) -> None:
    """Every field, every caution, state and counters of every password, the policy."""
    customers = frozen.database.customers
    kept = [asdict(each) for each in customers.export()]
    for before, after in zip(frozen.expected["customers"], kept, strict=True):
        assert {name: _listed(after[name]) for name in before} == before
    for number, state in frozen.expected["states"].items():
        details = customers.details(customers.find_number(number).id)
        assert details.standing.state == state
        left = details.standing.tries_left
        assert frozen.expected.get("tries_left", {}).get(number, left) == left
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
    frozen.database.customers.raise_caution(frozen.database.customers.find_number("5").id, "late")
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

"""``server adopt``: a workstation's customers and passwords into a shared database."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from desktop_app.core.entities import Customer, EventKind, JournalQuery, PasswordState, Standing
from desktop_app.core.secret import Secret
from desktop_app.system.instance_lock import InstanceLock
from desktop_app.system.recovery import open_sealed
from desktop_app.team import server_adopt
from tests.commands.conftest import LIST
from tests.commands.in_process import CHEAP, Outcome
from tests.commands.team_desks import PASSPHRASE, Desk, TeamServer
from tests.storage.postgres_team import INSTALLER, PASSWORD, PostgresTeam

_NUMBERS = count(1)
_WORKSTATION = ("--profile", "workstation")
CHECK = ("--check", "callback", "--reference", "T-4711", "--password-stdin")


@pytest.fixture
def server(postgres_team: PostgresTeam, monkeypatch: pytest.MonkeyPatch) -> Iterator[TeamServer]:
    """A server on which no database was made yet."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    server = TeamServer(postgres_team, f"adopting_{next(_NUMBERS)}")
    yield server
    server.remove()


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of the customers on the workstation."""

    customers: tuple[Customer, ...]
    standings: dict[int, Standing]


@pytest.fixture
def desk(tmp_path: Path, server: TeamServer, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A workstation with customers, passwords and counts; beside it an empty shared database."""
    desk = Desk(tmp_path / "ada", "ada", monkeypatch)
    with desk.opened("workstation") as opened:
        opened.storage.policies.save(CHEAP)
    customers = tmp_path / "list.csv"
    customers.write_text(LIST + "77;Otto;Removed;;;\n", encoding="utf-8")
    works(desk.run("import", str(customers)))
    for number, password in (("004711", "blue train"), ("K 12 34", "1234567x"), ("77", "old one")):
        works(desk.run("set", number, *CHECK, typed=f"{password}\n"))
    works(desk.run("remove", "77", "--reason", "wish"))
    assert desk.run("verify", "K 12 34", "--password-stdin", typed="wrong\n").code == 3
    with desk.opened("workstation") as opened:
        customer = opened.storage.customers.find_number("004711")
        opened.storage.customers.raise_caution(customer.id, "three birthdays")
    assert desk.set_up(server).code == 0
    return desk


def works(outcome: Outcome) -> None:
    assert outcome.code == 0, outcome


def known(desk: Desk, profile: str) -> Known:
    with desk.opened(profile) as opened:
        customers = tuple(opened.storage.customers.export())
        details = {each.id: opened.storage.customers.details(each.id) for each in customers}
    return Known(customers, {each: found.standing for each, found in details.items()})


def adopt(desk: Desk, *more: str) -> Outcome:
    recovery = str(desk.home.parent / "adopted.recovery")
    return desk.run(
        "server", "adopt", "--owner", INSTALLER, "--recovery", recovery, *more,
        answers=(PASSWORD, PASSPHRASE, PASSPHRASE),
    )  # fmt: skip


def test_passwords_stay_valid(desk: Desk) -> None:
    """The word that matched on the workstation matches in the shared database, and no other."""
    works(adopt(desk))
    assert desk.run("verify", "004711", "--password-stdin", typed="Blue-Train\n").code == 0
    assert desk.run("verify", "004711", "--password-stdin", typed="red train\n").code == 3
    assert desk.run("verify", "77", "--password-stdin", typed="old one\n").code == 5


def test_everything_is_as_it_was(desk: Desk) -> None:
    """Customers with their ids, standings with their counts, cautions, rules; found as before."""
    before = known(desk, "workstation")
    outcome = adopt(desk, "--json")
    works(outcome)
    after = known(desk, "team")
    assert after == before
    tried = next(each for each in after.customers if each.number == "K 12 34")
    assert after.standings[tried.id].tries_left == CHEAP.tries_until_lock - 1
    removed = next(each for each in after.customers if each.number == "77")
    assert after.standings[removed.id].state is PasswordState.NONE
    with desk.opened() as opened:
        assert opened.storage.policies.load() == CHEAP
        assert [
            hit.customer.number for hit in opened.storage.customers.search("strasser").hits
        ] == ["K 12 34"]
        caution = opened.storage.customers.details(after.customers[0].id).caution
        [entry] = opened.storage.journal.entries(JournalQuery(kinds=(EventKind.CUSTOMERS_ADOPTED,)))
    assert caution is not None
    assert (caution.text, caution.raised_by) == ("three birthdays", "Ada")
    counts = {"customers": "3", "passwords": "2", "cautions": "1"}
    assert (entry.login, dict(entry.details)) == (INSTALLER, counts)
    assert {name: str(outcome.document[name]) for name in counts} == counts


def test_a_generation_goes_on(desk: Desk, server: TeamServer) -> None:
    """One that began again could make an old attempt count for a new password."""
    works(adopt(desk))
    with server.connect() as connection:
        rows = connection.execute(
            "SELECT c.number, d.generation FROM watchword.credential AS d"
            " JOIN watchword.customer AS c ON c.id = d.customer_id ORDER BY 1"
        ).fetchall()
    assert rows == [("004711", 1), ("77", 2), ("K 12 34", 1)]


def test_the_team_key_moves_along(desk: Desk) -> None:
    """Into the shared profile, where it is the current one, and into the recovery file."""
    with desk.opened("workstation") as opened:
        key = opened.keys.current()
    works(adopt(desk))
    with desk.opened() as opened:
        assert opened.keys.current() == key
        kept = opened.keys.all()
    assert open_sealed(desk.home.parent / "adopted.recovery", Secret(PASSPHRASE)) == kept
    works(desk.run("set", "77", *CHECK, typed="a new one\n"))


def test_the_old_database_is_an_archive(desk: Desk) -> None:
    """Whole, with its journal, read-only, and no profile any more that somebody works on."""
    outcome = adopt(desk, "--json")
    archive = Path(outcome.document["archive"])
    assert archive.parent == desk.folders.data
    assert stat.S_IMODE(archive.stat().st_mode) == stat.S_IRUSR
    assert not desk.folders.database("workstation").exists()
    settings = desk.settings.load().settings
    assert settings.profile == "team"
    assert "workstation" not in settings.profiles
    with closing(sqlite3.connect(f"{archive.as_uri()}?immutable=1", uri=True)) as connection:
        [(entries,)] = connection.execute("SELECT count(*) FROM journal WHERE sequence IS NOT NULL")
    assert entries > 5


def test_a_trial_changes_nothing(desk: Desk, server: TeamServer) -> None:
    """It counts, and leaves database, keyring, files and workstation as they were."""
    before = dict(desk.backend.kept)
    outcome = desk.run(
        "server", "adopt", "--owner", INSTALLER, "--trial", "--json", answers=(PASSWORD,)
    )
    works(outcome)
    assert outcome.document == {"trial": True, "customers": 3, "passwords": 2, "cautions": 1}
    assert desk.backend.kept == before
    assert len(known(desk, "workstation").customers) == 3
    with server.connect() as connection:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM watchword.customer)"
            " + (SELECT count(*) FROM watchword.credential)"
            " + (SELECT count(*) FROM watchword.caution)"
            " + (SELECT count(*) FROM watchword.journal WHERE kind = 'customers-adopted')"
        ).fetchone()
    assert row == (0,)


def test_only_an_empty_database_adopts(desk: Desk) -> None:
    """Whose customers would the shared ones be?"""
    customers = desk.home.parent / "more.csv"
    customers.write_text(LIST, encoding="utf-8")
    works(desk.run("import", str(customers), "--profile", "team"))
    outcome = adopt(desk, "--json")
    assert (outcome.code, outcome.document["error"]) == (1, "database-in-use")
    assert (
        desk.run("verify", "004711", "--password-stdin", *_WORKSTATION, typed="blue train").code
        == 0
    )


def test_a_window_that_is_open_is_closed_first(desk: Desk) -> None:
    """Nothing is checked on the workstation while it moves."""
    lock = InstanceLock(desk.folders.lock_file("workstation"))
    assert lock.acquire()
    outcome = adopt(desk, "--json")
    lock.release()
    assert (outcome.code, outcome.document["error"]) == (1, "already-running")


def test_a_key_that_is_missing_stops_it(desk: Desk) -> None:
    """Before anything is changed: passwords that nobody could check would be taken over."""
    del desk.backend.kept["Watchword", "team key of ‹workstation›"]
    before = dict(desk.backend.kept)
    outcome = adopt(desk, "--json")
    assert (outcome.code, outcome.document["error"]) == (1, "key-mismatch")
    assert desk.backend.kept == before
    assert desk.folders.database("workstation").exists()


@pytest.mark.parametrize("moved", ["nothing", "keys"])
def test_an_interruption_loses_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, moved: str
) -> None:
    """Stopped before the transaction, with the keys moved or not: the same command goes on."""
    whole = server_adopt.Adoption._take_keys

    def interrupted(*arguments: object) -> None:
        if moved == "keys":
            whole(*arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(server_adopt.Adoption, "_take_keys", interrupted)
        assert adopt(desk).code == 1
    assert len(known(desk, "workstation").customers) == 3
    works(adopt(desk))
    assert desk.run("verify", "004711", "--password-stdin", typed="blue train").code == 0


def test_there_is_nothing_to_adopt_twice(desk: Desk) -> None:
    """The workstation's database is gone from its place, which is said."""
    works(adopt(desk))
    again = desk.run("server", "adopt", "--owner", INSTALLER, "--trial", answers=(PASSWORD,))
    assert again.code == 1
    assert "database file is gone" in again.err

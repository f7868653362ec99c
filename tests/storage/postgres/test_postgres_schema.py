"""Setting a shared database up and upgrading it."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from uuid import uuid4

import psycopg
import pytest

from desktop_app.core.entities import IdentityCheck, JournalQuery, Person, Role, Validity
from desktop_app.core.errors import DatabaseNewerError, FieldRefusedError
from desktop_app.core.people import require_login
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import DatabaseOlderError, RightsMissingError, ServerBusyError
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.database import PostgresDatabase
from tests.storage.engines import (
    AGENT,
    CHECK,
    KEY_ID,
    LEAD,
    add_customer,
    credential_of,
    digest_of,
)
from tests.storage.postgres_team import INSTALLER, PASSWORD, PostgresTeam, SharedDatabase

EMPTY = "empty_database"


@pytest.fixture
def shared(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """A database that nothing has happened in."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.fixture
def empty(postgres_team: PostgresTeam) -> Iterator[str]:
    """A database that was made and not set up."""
    with postgres_team.connect("postgres", INSTALLER) as connection:
        schema.create_database(connection, EMPTY)
    yield EMPTY
    postgres_team.drop(EMPTY)


def test_the_steps_are_numbered_without_gaps() -> None:
    """Each leads to the next version."""
    assert list(schema.steps()) == list(range(1, schema.known_version() + 1))


def test_a_login_without_the_rights_is_told_which(postgres_team: PostgresTeam) -> None:
    """Before anything is changed."""
    with postgres_team.connect("postgres", INSTALLER) as connection:
        schema.require_rights(connection)
    with postgres_team.server.connect() as server:
        server.execute("CREATE ROLE powerless LOGIN PASSWORD 'x'")
        with (
            postgres_team.server.connect("postgres", "powerless", "x") as connection,
            pytest.raises(RightsMissingError) as refused,
        ):
            schema.require_rights(connection)
        server.execute("DROP ROLE powerless")
    assert refused.value.rights == ("CREATEROLE", "CREATEDB")


def test_the_owner_is_no_superuser(shared: SharedDatabase) -> None:
    """Everything belongs to a role that cannot log in and may make roles at most."""
    with shared.as_superuser() as server:
        row = server.execute(
            "SELECT rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication"
            " FROM pg_roles WHERE rolname = 'watchword_owner'"
        ).fetchone()
        owners = server.execute(
            "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class"
            " WHERE relnamespace = 'watchword'::regnamespace"
        ).fetchall()
    assert row == (False, False, False, True, False)
    assert owners == [("watchword_owner",)]


def test_two_administrators_at_once_set_it_up_once(postgres_team: PostgresTeam, empty: str) -> None:
    """The second waits for the first, step by step."""

    def upgrade(_: int) -> int:
        with postgres_team.connect(empty, INSTALLER) as connection:
            return schema.upgrade(connection)

    with ThreadPoolExecutor(2) as threads:
        reached = list(threads.map(upgrade, range(2)))
    assert reached == [schema.known_version()] * 2


def test_nobody_of_the_team_keeps_an_upgrade_waiting(shared: SharedDatabase) -> None:
    """Every login can take an advisory lock, and its number is no secret."""
    with (
        shared.connect(AGENT.login) as holding,
        shared.connect(AGENT.login) as queued,
        shared.team.connect(shared.name, INSTALLER) as connection,
    ):
        holding.execute("SELECT pg_advisory_lock(%s)", (schema._LOCK,))
        queued.execute("SELECT pg_advisory_lock_shared(%s)", (schema._LOCK + 1,))
        assert schema.upgrade(connection) == schema.known_version()
        schema.create_roles(connection)
        with pytest.raises(psycopg.OperationalError):
            holding.execute("SELECT 1")
        queued.execute("SELECT 1")  # another lock is nobody's business


def test_another_administrators_upgrade_is_waited_for_and_told(shared: SharedDatabase) -> None:
    """Ten seconds, then a failure with a sentence instead of a window that hangs."""
    with (
        shared.team.connect(shared.name, INSTALLER) as first,
        shared.team.connect(shared.name, INSTALLER) as second,
    ):
        first.execute("SELECT pg_advisory_lock(%s)", (schema._LOCK,))
        with pytest.raises(ServerBusyError):
            schema.upgrade(second)
        first.execute("SELECT 1")


def test_checks_go_on_while_the_database_is_upgraded(
    postgres_team: PostgresTeam, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sessions from before it are charged, answered or refused as ever, and nothing hangs."""
    whole = schema.steps()
    name = postgres_team.empty_database()
    monkeypatch.setattr(schema, "steps", lambda: {n: text for n, text in whole.items() if n <= 11})
    with postgres_team.connect(name, INSTALLER) as connection:
        schema.upgrade(connection)
        monkeypatch.setattr(schema, "steps", lambda: whole)
        fill_with_old_team(postgres_team, name)
        begun, done = Barrier(21), Event()

        def check_on(customer: int) -> int:
            checks = 0
            with postgres_team.connect(name, AGENT.login) as agent:
                begun.wait()
                while not (done.is_set() and checks >= 3):
                    agent.execute("SELECT * FROM watchword.challenge(%s)", (customer,))
                    attempt = uuid4()
                    values = (attempt, customer, 1, digest_of("right").reveal())
                    agent.execute("SELECT * FROM watchword.submit(%s, %s, %s, %s)", values)
                    row = agent.execute("SELECT answer FROM watchword.result(%s)", (attempt,))
                    assert row.fetchone() == ("matches",)
                    checks += 1
            return checks

        with ThreadPoolExecutor(20) as threads:
            running = [threads.submit(check_on, number) for number in range(1, 21)]
            begun.wait()
            reached = schema.upgrade(connection)
            done.set()
            counts = [each.result() for each in running]
    postgres_team.drop(name)
    assert reached == schema.known_version()
    assert all(counts)


def fill_with_old_team(team: PostgresTeam, name: str) -> None:
    """The team's agent and customers whose telephone passwords are ``right``."""
    team.let_in(name)
    verifier = hashlib.sha256(digest_of("right").reveal()).digest()
    with team.as_owner(name) as owner:
        owner.execute(
            "INSERT INTO watchword.person (login, name, role, added_at)"
            " VALUES ('agent', 'Anna', 'agent', now())"
        )
        owner.execute(
            "INSERT INTO watchword.customer (id, number, name, company, phones, emails, domains,"
            " country, language, authorised, active, words, digits, tokens)"
            " SELECT n, n::text, 'A', '', '', '', '', '', '', '', true, ' a', '', ''"
            " FROM generate_series(1, 20) AS n"
        )
        owner.execute(
            "INSERT INTO watchword.credential (customer_id, generation, verifier, salt, memory_kib,"
            " passes, lanes, norm_version, kdf_version, key_id, set_at, set_by, check_method)"
            " SELECT n, 1, %s, substr(sha256(''), 1, 16), 65536, 3, 1, 1, 1, %s, now(), '', ''"
            " FROM generate_series(1, 20) AS n",
            (verifier, KEY_ID),
        )
        owner.execute(
            "UPDATE watchword.policy SET person_wrong_per_day = 1000,"
            " person_customers_per_hour = 1000"
        )


def test_an_interrupted_step_leaves_the_version_before(
    postgres_team: PostgresTeam, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step is done or not; the next run goes on where it ended."""
    whole = schema.steps()
    broken = {**whole, 3: whole[3] + "\nSELECT 1 / 0;"}
    monkeypatch.setattr(schema, "steps", lambda: broken)
    with postgres_team.connect(empty, INSTALLER) as connection:
        with pytest.raises(psycopg.errors.DivisionByZero):
            schema.upgrade(connection)
        assert schema.version(connection) == 2
        monkeypatch.setattr(schema, "steps", lambda: whole)
        assert schema.upgrade(connection) == len(whole)


def test_another_schema_is_refused(shared: SharedDatabase) -> None:
    """A newer one and an older one, with both numbers."""
    known = schema.known_version()
    database = shared.open(AGENT)
    with shared.as_owner() as owner:
        owner.execute("INSERT INTO watchword.schema_step (version) VALUES (%s)", (known + 1,))
        with pytest.raises(DatabaseNewerError) as newer:
            database.open()
        with (
            shared.team.connect(shared.name, INSTALLER) as connection,
            pytest.raises(DatabaseNewerError),
        ):
            schema.upgrade(connection)
        owner.execute("DELETE FROM watchword.schema_step WHERE version >= %s", (known,))
    with pytest.raises(DatabaseOlderError) as older:
        database.open()
    assert (newer.value.found, newer.value.known) == (known + 1, known)
    assert (older.value.found, older.value.known) == (known - 1, known)


def test_a_database_that_is_no_watchword_is_named_so(
    postgres_team: PostgresTeam, empty: str
) -> None:
    """Version 0: it was never set up."""
    database = PostgresDatabase(postgres_team.address(empty), INSTALLER, Secret(PASSWORD), "desk-1")
    with pytest.raises(DatabaseOlderError) as refused:
        database.open()
    database.close()
    assert refused.value.found == 0


def add(connection: psycopg.Connection[tuple[object, ...]], login: str, role: str) -> None:
    encrypted = connection.pgconn.encrypt_password(
        PASSWORD.encode(), login.encode(), b"scram-sha-256"
    )
    connection.execute(
        "SELECT watchword.add_person(%s, %s, %s, %s)",
        (login, f"Called {login}", role, encrypted.decode()),
    )


def test_an_admin_adds_a_person_who_then_works(shared: SharedDatabase) -> None:
    """A login with its group and the way in, journalled; no right to make roles is needed."""
    with shared.connect("admin") as admin:
        add(admin, "new.person", "lead")
    database = shared.open(Person("new.person", "", Role.LEAD))
    database.open()
    assert database.person == Person("new.person", "Called new.person", Role.LEAD)
    [entry] = database.journal.entries(JournalQuery())
    assert (entry.login, entry.outcome, entry.details) == ("admin", "lead", {"login": "new.person"})
    database.close()
    with shared.as_superuser() as server:
        server.execute('DROP OWNED BY "new.person"; DROP ROLE "new.person"')


@pytest.mark.parametrize(
    "login",
    [
        "",
        "Upper",
        "pg_monitor2",
        "watchword_x",
        "watchword_owner",
        "a b",
        'a"b',
        "a'b",
        "a;drop",
        "a\n",
        "-a",
        "1a",
        "öl",
        "x" * 64,
        "public",
        "none",
        "user",
        "current_user",
        "session_user",
    ],
)
def test_a_login_that_is_none_is_refused(shared: SharedDatabase, login: str) -> None:
    """Names that would mean something else or have to be quoted, by the server and before it."""
    with shared.connect("admin") as admin, pytest.raises(psycopg.Error) as refused:
        add(admin, login, "agent")
    assert refused.value.sqlstate == "WW009"
    with pytest.raises(FieldRefusedError):
        require_login(login)


def test_a_password_in_clear_is_refused(shared: SharedDatabase) -> None:
    """Only a verifier computed by the client, so that the password crosses no wire."""
    for given in ("secret", "md5" + "0" * 32, "", "SCRAM-SHA-256$x'; DROP ROLE lead"):
        with shared.connect("admin") as admin, pytest.raises(psycopg.Error) as refused:
            admin.execute("SELECT watchword.add_person('x', 'X', 'agent', %s)", (given,))
        assert refused.value.sqlstate == "WW009"


def test_a_role_that_does_not_exist_is_refused(shared: SharedDatabase) -> None:
    """Nobody becomes the owner by a clever role."""
    with shared.connect("admin") as admin, pytest.raises(psycopg.errors.CheckViolation):
        add(admin, "clever", "owner")


def test_a_check_needs_a_method_and_a_reference(shared: SharedDatabase) -> None:
    """Also when somebody goes past the program's form."""
    lead = shared.open(LEAD)
    customer = add_customer(lead)
    for check in (IdentityCheck("tarot", "x"), IdentityCheck(CHECK.method, "")):
        with pytest.raises(FieldRefusedError):
            lead.credentials.set(customer.id, credential_of("x"), Validity.UNTIL_CHANGED, check)

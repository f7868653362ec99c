"""People in a shared database against an admin, an agent and an invited person who speak SQL."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.secret import Secret
from desktop_app.storage.postgres.people import invitation_token
from tests.attack.raw_checks import Connection
from tests.storage.engines import ADMIN
from tests.storage.postgres.team_logins import ONE_TIME, OWN, join, removed_afterwards, signed_in
from tests.storage.postgres_team import SharedDatabase

NEW = Person("mallory", "Mallory New", Role.AGENT)
VERIFIER = (
    "SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
)


@pytest.fixture
def mallory(shared: SharedDatabase) -> Iterator[SharedDatabase]:
    """The database with an invited person who means harm."""
    with removed_afterwards(shared, NEW):
        shared.open(ADMIN).people.invite(NEW, ONE_TIME)
        yield shared


def role_of(shared: SharedDatabase, login: str) -> tuple[object, ...] | None:
    with shared.as_superuser() as server:
        return server.execute(
            "SELECT rolpassword, rolvaliduntil::text, rolcanlogin FROM pg_authid"
            " WHERE rolname = %s",
            (login,),
        ).fetchone()


def refused_state(connection: Connection, statement: str, *values: object) -> str | None:
    with pytest.raises(psycopg.Error) as refused:
        connection.execute(statement.encode(), values)
    return refused.value.sqlstate


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE ROLE helper LOGIN",
        "ALTER ROLE agent PASSWORD 'mine'",
        "ALTER ROLE agent SUPERUSER",
        "GRANT watchword_owner TO admin",
        "GRANT watchword_admin TO agent",
        "DROP ROLE agent",
        "SET ROLE watchword_owner",
        "SET SESSION AUTHORIZATION agent",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lead'",
        "UPDATE watchword.person SET role = 'admin'",
        "SELECT watchword.end_sessions_of('agent')",
        "SELECT watchword.make_login('x', 'X', 'admin', 'owner', '', NULL, NULL)",
        "SELECT watchword.write_journal('person-added', 'admin', NULL, NULL, NULL)",
    ],
)
def test_an_admin_has_no_power_over_roles(shared: SharedDatabase, statement: str) -> None:
    """Only the narrow functions have it: nothing beside them works."""
    with shared.connect("lead"), shared.connect("admin") as admin:
        assert refused_state(admin, statement) == "42501"


@pytest.mark.parametrize(
    "verifier",
    [
        "",
        "secret",
        VERIFIER + "'; ALTER ROLE agent SUPERUSER; --",
        VERIFIER + "\n",
        VERIFIER.replace("4096", "1"),
        VERIFIER.replace("SCRAM-SHA-256", "md5"),
    ],
)
def test_what_is_no_verifier_is_refused(shared: SharedDatabase, verifier: str) -> None:
    """The server would take it for a password in clear, or for less work than it must be."""
    with shared.connect("admin") as admin:
        for call in ("add_person('x', 'X', 'agent', %s)", "reset_person('agent', %s, '')"):
            assert refused_state(admin, f"SELECT watchword.{call}", verifier) == "WW009"


def test_a_name_is_only_text(shared: SharedDatabase) -> None:
    """Quotation marks and statements in it are stored as they are."""
    name = "Robert'); DROP TABLE watchword.person; --\" $1 %s"
    with removed_afterwards(shared, NEW):
        people = shared.open(ADMIN).people
        people.add(Person(NEW.login, name, Role.AGENT), OWN)
        assert name in {member.person.name for member in people.all()}


def test_a_role_is_one_of_the_four(mallory: SharedDatabase) -> None:
    """No clever word leads to another group."""
    with mallory.connect("admin") as admin:
        for role in ("owner", "invited", "admin'--", "ADMIN", ""):
            statement = "SELECT watchword.change_role('mallory', %s)"
            assert refused_state(admin, statement, role) == "23514"


def test_a_name_that_is_too_long_for_the_table_is_refused(shared: SharedDatabase) -> None:
    """Before a login is made: both are one transaction."""
    with pytest.raises(FieldRefusedError):
        shared.open(ADMIN).people.add(Person(NEW.login, "x" * 201, Role.AGENT), OWN)
    assert role_of(shared, NEW.login) is None


def test_a_change_that_is_rolled_back_has_not_happened(mallory: SharedDatabase) -> None:
    """Neither in the team nor on the server, nor in the journal."""
    before = role_of(mallory, NEW.login)
    with mallory.connect("admin") as admin:
        for call in (
            "add_person('trudy', 'T', 'agent', %s)",
            "reset_person('mallory', %s, sha256(''))",
            "invite_person('trudy', 'T', 'agent', %s, sha256(''))",
        ):
            admin.execute("BEGIN")
            admin.execute(f"SELECT watchword.{call}".encode(), (VERIFIER,))
            admin.execute("ROLLBACK")
    assert role_of(mallory, NEW.login) == before
    assert role_of(mallory, "trudy") is None
    with mallory.as_owner() as owner:
        row = owner.execute("SELECT count(*) FROM watchword.journal").fetchone()
    assert row == (1,)


def test_an_old_snapshot_finds_no_second_admin(shared: SharedDatabase) -> None:
    """In a transaction that does not see what others have committed, people are not changed."""
    with shared.connect("admin") as admin:
        admin.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        state = refused_state(admin, "SELECT watchword.change_role('agent', 'lead')")
        admin.execute("ROLLBACK")
    assert state == "WW003"


def test_names_cannot_be_shadowed(shared: SharedDatabase) -> None:
    """A search path of the caller's, and no temporary table to put into it."""
    with shared.connect("agent") as agent:
        agent.execute("SET search_path = pg_temp, public, watchword")
        assert refused_state(agent, "CREATE TEMP TABLE person (login text, role text)") == "42501"
        assert refused_state(agent, "SELECT watchword.people()") == "42501"


def test_an_invited_person_gains_nothing_by_a_password_of_their_own(
    mallory: SharedDatabase,
) -> None:
    """PostgreSQL lets everybody change their own: without acceptance it opens nothing."""
    with signed_in(mallory, NEW.login, ONE_TIME) as session:
        session.execute("ALTER ROLE mallory PASSWORD 'mine for ever'")
        assert refused_state(session, "ALTER ROLE mallory VALID UNTIL 'infinity'") == "42501"
    with signed_in(mallory, NEW.login, Secret("mine for ever")) as session:
        for statement in ("SELECT * FROM watchword.customers", "SELECT watchword.seal(1)"):
            assert refused_state(session, statement) == "42501"


def test_an_invited_person_accepts_for_nobody_else(mallory: SharedDatabase) -> None:
    """It is the session's own login that counts, whatever SET ROLE says, and once."""
    with signed_in(mallory, NEW.login, ONE_TIME) as session:
        assert refused_state(session, "SET ROLE admin") == "42501"
        session.execute("BEGIN")
        token = invitation_token(ONE_TIME).reveal()
        session.execute("SELECT watchword.accept_invitation(%s, %s)", (VERIFIER, token))
        session.execute("ROLLBACK")
        assert refused_state(session, "SELECT * FROM watchword.customers") == "42501"
    join(mallory, NEW.login)
    assert role_of(mallory, "admin") != role_of(mallory, NEW.login)


def test_a_removed_person_does_nothing_in_a_session_that_survived(
    mallory: SharedDatabase,
) -> None:
    """Even where ending it had failed: no group, no right, nobody in the team."""
    join(mallory, NEW.login)
    with signed_in(mallory, NEW.login) as session, mallory.as_superuser() as server:
        session.execute("SELECT * FROM watchword.customers")
        server.execute("REVOKE watchword_agent FROM mallory")
        server.execute("UPDATE watchword.person SET removed_at = now() WHERE login = 'mallory'")
        assert refused_state(session, "SELECT * FROM watchword.customers") == "42501"
        server.execute("GRANT watchword_agent TO mallory")
        assert refused_state(session, "SELECT watchword.challenge(1)") == "WW002"


def test_people_of_another_database_are_not_reached(shared: SharedDatabase) -> None:
    """Logins belong to the server: an admin changes those of this database's team only."""
    with shared.as_superuser() as server:
        server.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(NEW.login)))
        server.execute(sql.SQL("GRANT watchword_agent TO {}").format(sql.Identifier(NEW.login)))
    with removed_afterwards(shared, NEW), shared.connect("admin") as admin:
        for call in (
            "reset_person('mallory', %s, sha256(''))",
            "remove_person(nullif('mallory', %s))",
            "end_sessions(nullif('mallory', %s))",
        ):
            assert refused_state(admin, f"SELECT watchword.{call}", VERIFIER) == "WW012"

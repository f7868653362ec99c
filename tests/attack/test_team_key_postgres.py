"""The rotation of the team key in the hands of people who speak SQL and not the program."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from desktop_app.core.entities import Customer
from desktop_app.core.errors import KeyRotatedError
from desktop_app.core.team_keys import KeyState
from desktop_app.storage.postgres.database import PostgresDatabase
from tests.attack.raw_checks import Connection, result, submit
from tests.storage.engines import ADMIN, AGENT, KEY_ID, LEAD, OTHER_AGENT, check, credential_of
from tests.storage.postgres_team import PORTAL, SharedDatabase

NEW_KEY = b"key id 2"
PORTAL_KEY = b"portals."
BOTH = (KEY_ID, NEW_KEY)

SIT_AT = "SELECT set_config('watchword.workstation', %s, false)"
REPORT = "SELECT watchword.report_keys(%s)"
REFRESH = "SELECT watchword.refresh(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
SET = (
    "SELECT watchword.set_password("
    "%s, %s, %s, %s, %s, %s, %s, %s, %s, 'until-changed', 'callback', 'T-1', '')"
)
PORTAL_SET = "SELECT watchword.portal_set_password(%s, %s, %s, %s, %s, %s, %s, %s, %s)"

NOT_ALLOWED = psycopg.errors.InsufficientPrivilege


def values(key_id: bytes, word: str = "mine") -> tuple[object, ...]:
    made = credential_of(word, key_id=key_id)
    parameters = made.parameters
    return (
        made.verifier,
        parameters.salt,
        parameters.memory_kib,
        parameters.passes,
        parameters.lanes,
        parameters.norm_version,
        parameters.kdf_version,
        parameters.key_id,
    )


def matched(connection: Connection, customer: Customer) -> object:
    attempt, _ = submit(connection, customer, "right")
    assert result(connection, attempt) == "matches"
    return attempt


@pytest.fixture
def admin(shared: SharedDatabase, shared_customer: Customer) -> PostgresDatabase:
    """An admin who has announced a new key, which an agent and a lead have not confirmed."""
    admin = shared.open(ADMIN)
    for person in (AGENT, LEAD):
        shared.open(person).team_keys.report([KEY_ID])
    admin.team_keys.announce(NEW_KEY)
    admin.team_keys.report(BOTH)
    return admin


@pytest.fixture(params=[AGENT.login, LEAD.login])
def attacker(
    request: pytest.FixtureRequest, shared: SharedDatabase, admin: PostgresDatabase
) -> Iterator[Connection]:
    """An agent, and a lead, past the program."""
    assert admin.team_keys.known().announced is not None
    with shared.connect(request.param) as connection:
        yield connection


def test_nobody_but_an_admin_announces_or_starts(
    attacker: Connection, admin: PostgresDatabase
) -> None:
    """Neither by the functions nor past them, whatever role is asked for."""
    statements = (
        "SELECT watchword.announce_key('\\x0102030405060708', NULL)",
        "SELECT watchword.start_key()",
        "SELECT watchword.start_announced_key()",
        "SELECT * FROM watchword.key_holders()",
        "UPDATE watchword.team_key SET state = 'retired', ends_at = '-infinity'",
        "INSERT INTO watchword.team_key VALUES ('\\x0102030405060708', 'announced', now(), 'x')",
        "DELETE FROM watchword.key_holder",
        "SELECT * FROM watchword.key_holder",
        "SET ROLE watchword_admin",
    )
    for statement in statements:
        with pytest.raises(NOT_ALLOWED):
            attacker.execute(statement.encode())
    assert [key.state for key in admin.team_keys.known().keys] == [
        KeyState.ANNOUNCED,
        KeyState.CURRENT,
    ]


def test_nobody_confirms_for_somebody_else(attacker: Connection, admin: PostgresDatabase) -> None:
    """Whatever workstation somebody says to sit at, the login is that of the session."""
    for workstation in ("desk-1", "desk-2", ""):
        attacker.execute(SIT_AT, (workstation,))
        attacker.execute(REPORT, ([*BOTH],))
    waited_for = {each.login for each in admin.team_keys.holders() if each.is_waited_for}
    assert len(waited_for) == 1
    assert waited_for < {AGENT.login, LEAD.login}
    assert admin.team_keys.known().announced is not None


def test_an_idle_transaction_holds_no_rotation_up(
    attacker: Connection, shared: SharedDatabase, admin: PostgresDatabase
) -> None:
    """Reports of others go on; the key starts with the first one after it is over."""
    attacker.execute(SIT_AT, ("desk-1",))
    attacker.execute("BEGIN")
    attacker.execute(REPORT, ([*BOTH],))
    for person in (AGENT, LEAD):
        if person.login != attacker.info.user:
            shared.open(person).team_keys.report(BOTH)
    assert admin.team_keys.known().announced is not None
    attacker.execute("COMMIT")
    shared.open(OTHER_AGENT).team_keys.report(BOTH)
    assert admin.team_keys.known().announced is None


@pytest.mark.parametrize("key_id", [NEW_KEY, PORTAL_KEY, b"unheard."])
def test_a_verifier_is_renewed_under_the_current_key_only(
    attacker: Connection, shared_customer: Customer, admin: PostgresDatabase, key_id: bytes
) -> None:
    """Otherwise whoever verified a caller could put a password of their own in its place."""
    attempt = matched(attacker, shared_customer)
    with pytest.raises(psycopg.Error) as refused:
        attacker.execute(REFRESH, (attempt, *values(key_id)))
    assert refused.value.sqlstate == "WW004"
    assert admin.credentials.keys_in_use() == {KEY_ID: 1}


def test_with_the_current_key_a_sound_verifier_is_not_renewed(
    attacker: Connection, shared_customer: Customer
) -> None:
    """Announcing a key outdates nothing yet."""
    attempt = matched(attacker, shared_customer)
    with pytest.raises(psycopg.Error) as refused:
        attacker.execute(REFRESH, (attempt, *values(KEY_ID)))
    assert refused.value.sqlstate == "WW004"


def test_a_lead_sets_no_password_with_another_key(
    shared: SharedDatabase, shared_customer: Customer, admin: PostgresDatabase
) -> None:
    """Before the start not with the new one, after it not with the old one."""
    with shared.connect(LEAD.login) as lead:
        for refused_key in (NEW_KEY, PORTAL_KEY):
            with pytest.raises(psycopg.Error) as refused:
                lead.execute(SET, (shared_customer.id, *values(refused_key)))
            assert refused.value.sqlstate == "WW017"
        admin.team_keys.start()
        with pytest.raises(psycopg.Error) as refused:
            lead.execute(SET, (shared_customer.id, *values(KEY_ID)))
        assert refused.value.sqlstate == "WW017"
        lead.execute(SET, (shared_customer.id, *values(NEW_KEY)))


def test_the_portals_key_is_its_own_and_a_match_moves_to_the_teams(
    shared: SharedDatabase, shared_customer: Customer, admin: PostgresDatabase
) -> None:
    """It is none of the team's and outlives them; one that only is announced is refused."""
    with shared.connect(PORTAL) as portal:
        with pytest.raises(psycopg.Error) as refused:
            portal.execute(PORTAL_SET, (shared_customer.id, *values(NEW_KEY)))
        assert refused.value.sqlstate == "WW017"
        portal.execute(PORTAL_SET, (shared_customer.id, *values(PORTAL_KEY, "right")))
        for call in ("team_keys()", "report_keys('{}')"):
            with pytest.raises(NOT_ALLOWED):
                portal.execute(f"SELECT watchword.{call}".encode())
        assert admin.credentials.keys_in_use() == {PORTAL_KEY: 1}
        program = shared.open(AGENT)
        attempt = check(program, shared_customer, "right").attempt
        program.credentials.refresh(attempt, credential_of("right"))
        assert admin.credentials.keys_in_use() == {KEY_ID: 1}


def test_a_role_that_was_lost_rotates_nothing(
    shared: SharedDatabase, admin: PostgresDatabase
) -> None:
    """The open session of a former admin has the rights of today."""
    with shared.as_owner() as owner:
        owner.execute("UPDATE watchword.person SET role = 'lead' WHERE login = 'admin'")
    with shared.connect(ADMIN.login) as former:
        for call in ("announce_key('\\x01', NULL)", "start_key()", "key_holders()"):
            with pytest.raises(psycopg.Error) as refused:
                former.execute(f"SELECT watchword.{call}".encode())
            assert refused.value.sqlstate == "WW002"


def test_two_admins_at_once_begin_one_rotation(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """The second waits for the first and is told that there is a rotation already."""
    second = shared.open(ADMIN)
    second.open()
    with shared.connect(ADMIN.login) as first, ThreadPoolExecutor(1) as pool:
        first.execute("BEGIN")
        first.execute("SELECT watchword.announce_key(%s, NULL)", (NEW_KEY,))
        waiting = pool.submit(second.team_keys.announce, PORTAL_KEY)
        first.execute("COMMIT")
        with pytest.raises(KeyRotatedError):
            waiting.result()
    assert [key.key_id for key in second.team_keys.known().keys] == [NEW_KEY, KEY_ID]

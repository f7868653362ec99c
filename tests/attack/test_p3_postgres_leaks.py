"""P3 on PostgreSQL, by trying: ways round the rights on which a verifier could leak."""

import re
from collections.abc import Callable
from uuid import uuid4

import psycopg
import pytest

from desktop_app.core.entities import Customer
from tests.attack.raw_checks import Connection, result, submit
from tests.storage.engines import AGENT, check, credential_of, digest_of
from tests.storage.postgres_team import SharedDatabase

SECRETS = ("credential", "attempt", "journal", "journal_personal")


def as_plan(secret: bytes) -> str:
    """How a printed plan shows these bytes: as signed numbers."""
    return " ".join(str(byte - 256 if byte > 127 else byte) for byte in secret)


def stored_verifier(shared: SharedDatabase) -> bytes:
    with shared.as_superuser() as server:
        row = server.execute("SELECT verifier FROM watchword.credential").fetchone()
    assert row is not None
    assert isinstance(row[0], bytes)
    return row[0]


def talkative(connection: Connection) -> list[str]:
    """Ask the server to print everything it can; what it prints."""
    heard: list[str] = []
    connection.add_notice_handler(
        lambda notice: heard.append(f"{notice.message_primary} {notice.message_detail}")
    )
    for setting in ("print_parse", "print_rewritten", "print_plan", "pretty_print"):
        connection.execute(f"SET debug_{setting} = on".encode())
    connection.execute("SET plpgsql.extra_warnings = 'all'")
    connection.execute("SET plpgsql.print_strict_params = on")
    connection.execute("SET client_min_messages = debug1")
    return heard


def test_a_printed_plan_shows_no_verifier(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Neither the caller nor the server's log sees what passes through the functions."""
    log = shared.team.server.log
    before = log.stat().st_size
    verifier = stored_verifier(shared)
    with shared.connect("agent") as agent:
        heard = talkative(agent)
        agent.execute("SELECT * FROM watchword.challenge(%s)", (shared_customer.id,))
        for word in ("right", "wrong"):
            attempt, _ = submit(agent, shared_customer, word)
            result(agent, attempt)
        agent.execute("SELECT * FROM watchword.customer_card(%s)", (shared_customer.id,))
    assert heard, "the server prints plans, or this proves nothing"
    logged = log.read_bytes()[before:].decode("utf-8", "replace")
    for printed in ("\n".join(heard), logged):
        assert as_plan(verifier) not in printed
        assert verifier.hex() not in printed
        assert "digest_hash" not in printed
        assert ":relname credential" not in printed


def test_the_guard_of_the_plan_test_is_real(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Without the clauses, what passes through a variable is shown to any caller."""
    with shared.as_owner() as owner:
        owner.execute(
            "CREATE FUNCTION watchword.careless(about bigint) RETURNS boolean LANGUAGE plpgsql"
            " SECURITY DEFINER AS 'DECLARE held bytea; BEGIN"
            " SELECT verifier INTO held FROM watchword.credential WHERE customer_id = about;"
            " RETURN (SELECT count(*) > 0 FROM watchword.credential WHERE verifier = held); END'"
        )
        owner.execute("GRANT EXECUTE ON FUNCTION watchword.careless TO watchword_agent")
    with shared.connect("agent") as agent:
        heard = talkative(agent)
        agent.execute("SELECT watchword.careless(%s)", (shared_customer.id,))
    printed = re.sub(r"\s+", " ", "\n".join(heard))
    assert as_plan(stored_verifier(shared)) in printed


def explained(agent: Connection, customer: Customer, word: str) -> list[str]:
    """What ``EXPLAIN`` tells of a submission that is rolled back, without times."""
    agent.execute("BEGIN")
    rows = agent.execute(
        "EXPLAIN (ANALYZE, WAL, BUFFERS, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF)"
        " SELECT state FROM watchword.submit(%s, %s, 1, %s)",
        (uuid4(), customer.id, digest_of(word).reveal()),
    ).fetchall()
    agent.execute("ROLLBACK")
    told = " ".join(str(row[0]) for row in rows)
    return re.findall(r"WAL: .*?(?= Planning|$)|rows=\d+", told)


def test_right_and_wrong_write_the_same(shared: SharedDatabase, shared_customer: Customer) -> None:
    """Rows and write-ahead log of an open submission say nothing about the password."""
    with shared.connect("agent") as agent:
        agent.prepare_threshold = None
        for _ in range(3):
            explained(agent, shared_customer, "warm")
        seen: dict[str, list[str]] = {"right": [], "wrong": []}
        for _ in range(5):
            for word in seen:
                seen[word] += explained(agent, shared_customer, word)
    assert any("WAL" in line for line in seen["right"])
    assert set(seen["right"]) == set(seen["wrong"])


STATISTICS = (
    (
        "SELECT relname, seq_scan, idx_scan, n_tup_ins, n_tup_upd, n_tup_del, n_tup_hot_upd"
        " FROM pg_stat_xact_all_tables WHERE schemaname = 'watchword' ORDER BY 1"
    ),
    "SELECT funcname, calls FROM pg_stat_xact_user_functions ORDER BY 1",
    (
        "SELECT relation::regclass::text, mode, locktype FROM pg_locks"
        " WHERE pid = pg_backend_pid() ORDER BY 1, 2, 3"
    ),
)


def test_right_and_wrong_touch_the_same_rows(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """The transaction's own statistics and locks are equal as well."""

    def touched(word: str) -> list[object]:
        with shared.connect("agent") as agent:  # a new one: a session's statistics add up
            agent.execute("BEGIN")
            submit(agent, shared_customer, word)
            told = [agent.execute(query.encode()).fetchall() for query in STATISTICS]
            agent.execute("ROLLBACK")
            return list(told)

    touched("warm")
    assert touched("right") == touched("wrong")


READING = (
    "COPY watchword.{} TO STDOUT",
    "COPY (SELECT * FROM watchword.{}) TO STDOUT",
    "COPY watchword.{} TO '/tmp/copied'",
    "COPY watchword.{} TO PROGRAM 'cat'",
    "SELECT * FROM watchword.{}",
    "SELECT count(*) FROM ONLY watchword.{}",
    "EXPLAIN ANALYZE SELECT * FROM watchword.{}",
    "ANALYZE watchword.{0}; SELECT * FROM watchword.{0}",
)


@pytest.mark.parametrize("login", ["agent", "lead", "admin", "portal"])
@pytest.mark.parametrize("table", SECRETS)
def test_a_secret_table_is_copied_by_nobody(shared: SharedDatabase, login: str, table: str) -> None:
    """Neither with COPY nor with SELECT, nor into a file or a program."""
    with shared.connect(login) as connection:
        for statement in READING:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement.format(table).encode())


def test_the_planners_statistics_show_nothing(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Most common values and histograms of secret tables are hidden, also from an admin."""
    assert shared_customer.id
    with shared.as_superuser() as server:
        server.execute("ANALYZE")
    for login in ("agent", "lead", "admin"):
        with shared.connect(login) as connection:
            rows = connection.execute(
                "SELECT tablename, attname FROM pg_stats WHERE schemaname = 'watchword'"
                " AND tablename = ANY (%s)",
                (list(SECRETS),),
            ).fetchall()
            assert rows == []
            for table in ("pg_statistic", "pg_authid", "pg_largeobject"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(f"TABLE pg_catalog.{table}".encode())


SHADOWS = (
    "CREATE TEMP TABLE person (login text, name text, role text, added_at timestamptz)",
    "INSERT INTO pg_temp.person VALUES ('agent', 'Mallory', 'admin', now())",
    "CREATE TEMP TABLE policy AS SELECT * FROM watchword.policy",
    "UPDATE pg_temp.policy SET tries_until_lock = 10, tries_until_block = 20",
    "CREATE TEMP TABLE journal (x int)",
    (
        "CREATE FUNCTION pg_temp.moment() RETURNS timestamptz LANGUAGE sql"
        " AS 'SELECT timestamptz ''2000-01-01'''"
    ),
    "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
    "SET search_path = pg_temp, watchword, pg_catalog",
)


def test_shadows_in_a_temporary_schema_change_nothing(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Even if somebody could make temporary objects, the functions do not look at them."""
    with shared.as_superuser() as server:
        server.execute(f"GRANT TEMPORARY ON DATABASE {shared.name} TO agent".encode())
    with shared.connect("agent") as agent:
        for statement in SHADOWS:
            agent.execute(statement.encode())
        answers = []
        for turn in range(6):
            attempt, state = submit(agent, shared_customer, f"guess {turn}")
            answers.append(result(agent, attempt) if state == "charged" else state)
        assert answers == ["does-not-match"] * 5 + ["refused"]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            agent.execute("SELECT watchword.save_policy('{}')")


def calls(customer: Customer) -> list[tuple[str, Callable[[], tuple[object, ...]]]]:
    made = credential_of("mine")
    return [
        (
            (
                "SELECT watchword.set_password(%s, %s, %s, 65536, 3, 1, 1, 1, %s, 'call',"
                " 'callback', 'x', '')"
            ),
            lambda: (customer.id, made.verifier, made.parameters.salt, made.parameters.key_id),
        ),
        ("SELECT watchword.remove_password(%s, 'x')", lambda: (customer.id,)),
        ("SELECT watchword.unlock_password(%s, 'x')", lambda: (customer.id,)),
        ("SELECT * FROM watchword.journal_entries WHERE customer_id = %s", lambda: (customer.id,)),
        ("SELECT watchword.clear_caution(%s, now(), 'x')", lambda: (customer.id,)),
        ("SELECT watchword.delete_customer(%s, 'x')", lambda: (customer.id,)),
    ]


def test_an_agent_has_none_of_a_leads_calls(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Raw SQL gets no further than the program's buttons."""
    with shared.connect("agent") as agent:
        for statement, values in calls(shared_customer):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                agent.execute(statement.encode(), values())


@pytest.mark.parametrize(
    ("loud", "remedy"),
    [
        ("log_nested_statements", None),
        ("log_verbose", "auto_explain.log_verbose = off"),
        ("log_analyze", None),
    ],
)
def test_a_server_that_explains_its_calls_is_noticed(
    shared: SharedDatabase, shared_customer: Customer, loud: str, remedy: str | None
) -> None:
    """Exactly when the digest of a right password gets into its log."""
    settings = ("min_duration = 0", "parameter_max_length = 0", f"{loud.removeprefix('log_')} = on")
    with shared.as_superuser() as server:
        for setting in (
            "log_parameter_max_length = 0",
            "session_preload_libraries = 'auto_explain'",
            *(f"auto_explain.log_{each}" for each in settings),
        ):
            server.execute(f"ALTER DATABASE {shared.name} SET {setting}".encode())
    log = shared.team.server.log
    before = log.stat().st_size
    agent = shared.open(AGENT)
    check(agent, shared_customer, "right")
    logged = log.read_bytes()[before:].decode("utf-8", "replace")
    assert "Function Scan on" in logged
    assert (digest_of("right").reveal().hex() in logged) == (remedy is not None)
    assert agent.log_remedy() == remedy

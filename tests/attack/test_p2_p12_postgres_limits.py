"""P2 and P12 on PostgreSQL: the limits hold whatever the client does."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest

from desktop_app.core.entities import Answer, Customer, JournalQuery
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.policy import Policy
from tests.attack.raw_checks import Connection, number, result, submit
from tests.storage.engines import (
    ADMIN,
    AGENT,
    LEAD,
    OTHER_AGENT,
    add_customer,
    check,
    set_password,
)
from tests.storage.postgres_team import SharedDatabase

CONNECTIONS = 20
GUESSES = 25
BUSY = ("55P03", "40P01")


def at_once(
    shared: SharedDatabase, login: str, jobs: list[Callable[[Connection], str]]
) -> Counter[str]:
    """Run each job on a connection of its own, all begun at the same moment; their answers."""
    begin = Barrier(len(jobs))

    def run(job: Callable[[Connection], str]) -> str:
        with shared.connect(login) as connection:
            begin.wait(30)
            return job(connection)

    with ThreadPoolExecutor(len(jobs)) as threads:
        return Counter(",".join(threads.map(run, jobs)).split(","))


def guess(connection: Connection, customer: Customer, word: str) -> str:
    """One whole check; busy is no answer and is tried again."""
    while True:
        try:
            attempt, state = submit(connection, customer, word)
        except psycopg.OperationalError as error:
            if error.sqlstate not in BUSY:
                raise
            continue
        return result(connection, attempt) if state == "charged" else state


def guesser(customer: Customer, name: int) -> Callable[[Connection], str]:
    return lambda connection: ",".join(
        guess(connection, customer, f"{name}/{turn}") for turn in range(GUESSES)
    )


def test_p2_of_500_parallel_guesses_five_are_evaluated(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """20 connections with 25 wrong passwords each: the sixth finds it locked, and so do all."""
    answers = at_once(
        shared, "agent", [guesser(shared_customer, name) for name in range(CONNECTIONS)]
    )
    assert answers == {"does-not-match": 5, "refused": CONNECTIONS * GUESSES - 5}
    with shared.as_superuser() as server:
        assert number(server, "SELECT in_row FROM watchword.credential") == 5
        journalled = "SELECT count(*) FROM watchword.journal WHERE kind = '{}'"
        assert number(server, journalled.format("attempt")) == 5
        assert number(server, journalled.format("verdict")) == CONNECTIONS * GUESSES
    assert check(shared.open(OTHER_AGENT), shared_customer, "right").answer is Answer.LOCKED


def test_p2_submitting_first_and_asking_later_gives_no_more(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Also tries whose results are asked for at the end are five."""
    with shared.connect("agent") as agent:
        tries = [submit(agent, shared_customer, f"guess {turn}") for turn in range(30)]
        charged = [attempt for attempt, state in tries if state == "charged"]
        assert {result(agent, attempt) for attempt in charged} == {"does-not-match"}
    assert len(charged) == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE watchword.credential SET in_row = 0",
        "UPDATE watchword.person_budget SET paused_at = NULL",
        "DELETE FROM watchword.attempt",
        "DELETE FROM watchword.journal",
        "INSERT INTO watchword.journal DEFAULT VALUES",
        "UPDATE watchword.policy SET tries_until_lock = 10",
        "UPDATE watchword.person SET role = 'admin'",
        "UPDATE watchword.customers SET name = 'x'",
        "TRUNCATE watchword.attempt",
        "SELECT watchword.clear_credential(1)",
        "SELECT watchword.take_back(gen_random_uuid(), 1, now(), now())",
        "SELECT watchword.write_journal('verdict', 'matches', NULL, NULL, NULL)",
        "SELECT watchword.moment()",
        "SET ROLE watchword_owner",
        "SET ROLE watchword_lead",
        "SET SESSION AUTHORIZATION lead",
        "SET session_replication_role = replica",
        "ALTER TABLE watchword.journal DISABLE TRIGGER ALL",
        "CREATE FUNCTION watchword.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE public.t ()",
        "CREATE TEMP TABLE t ()",
        "CREATE ROLE mallory",
        "BEGIN; LOCK TABLE watchword.credential",
        "BEGIN; LOCK TABLE watchword.sealing",
        "SELECT 1 FROM watchword.sealing FOR UPDATE",
    ],
)
@pytest.mark.parametrize("login", ["agent", "portal"])
def test_p2_nothing_but_the_functions_writes(
    shared: SharedDatabase, login: str, statement: str
) -> None:
    """What somebody with a login might type, every single one is refused."""
    with shared.connect(login) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement.encode())


def test_p2_a_lead_changes_no_rule_and_no_login(shared: SharedDatabase) -> None:
    """Whatever is an admin's stays an admin's."""
    with shared.connect("lead") as lead:
        for statement in (
            "SELECT watchword.save_policy('{\"tries_until_lock\": 10}')",
            "SELECT watchword.add_person('mallory', 'Mallory', 'admin', 'x')",
            "SET ROLE watchword_admin",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                lead.execute(statement.encode())


def test_p2_a_set_role_does_not_make_somebody_else(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Who is asking is the session's login, also after SET ROLE to a group."""
    with shared.connect("lead") as lead:
        lead.execute("SET ROLE watchword_agent")
        attempt, _ = submit(lead, shared_customer, "wrong")
        lead.execute("RESET ROLE")
        assert result(lead, attempt) == "does-not-match"
    entry = shared.open(LEAD).journal.entries(JournalQuery(limit=1))[0]
    assert entry.login == "lead"


def test_p12_eight_customers_pause_a_person_on_parallel_connections(
    shared: SharedDatabase,
) -> None:
    """One PIN on twelve customers at the same moment: eight are charged, then it pauses."""
    lead = shared.open(LEAD)
    customers = [add_customer(lead, str(place)) for place in range(12)]
    for customer in customers:
        set_password(lead, customer)

    def one_pin(customer: Customer) -> Callable[[Connection], str]:
        return lambda connection: guess(connection, customer, "1234")

    answers = at_once(shared, "agent", [one_pin(customer) for customer in customers])
    assert answers == {"does-not-match": 8, "refused": 4}
    assert shared.open(AGENT).credentials.challenge(customers[0].id).paused
    assert check(shared.open(OTHER_AGENT), customers[11], "right").answer is Answer.MATCHES


def test_p12_nobody_ends_their_own_pause(shared: SharedDatabase) -> None:
    """Neither an agent nor a lead nor an admin; another lead does, and the owner."""
    lead = shared.open(LEAD)
    admin = shared.open(ADMIN)
    admin.policies.save(Policy(person_customers_per_hour=2))
    customers = [add_customer(lead, str(place)) for place in range(2)]
    for customer in customers:
        set_password(lead, customer)
        check(admin, customer, "wrong")
    assert admin.credentials.challenge(customers[0].id).paused
    for storage in (shared.open(AGENT), admin):
        with pytest.raises(NotAllowedError):
            storage.credentials.resume(ADMIN.login)
    lead.credentials.resume(ADMIN.login)
    assert not admin.credentials.challenge(customers[0].id).paused
    with shared.team.connect(shared.name, "installer") as owner:
        owner.execute("SELECT watchword.resume(%s)", (ADMIN.login,))

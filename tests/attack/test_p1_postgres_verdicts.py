"""P1 on PostgreSQL: no verdict without a committed, counted, journalled attempt."""

from uuid import uuid4

import psycopg
import pytest

from desktop_app.core.entities import Answer, Customer, EventKind, JournalQuery
from desktop_app.core.errors import AttemptRefusedError
from tests.attack.raw_checks import RESULT, SUBMIT, Connection, number, result, submit
from tests.storage import engines
from tests.storage.engines import AGENT, LEAD, OTHER_AGENT
from tests.storage.postgres_team import SharedDatabase

REFUSED = "WW003"
COUNTED = "SELECT in_row FROM watchword.credential"
ATTEMPTS = "SELECT count(*) FROM watchword.journal WHERE kind = 'attempt'"
VERDICTS = "SELECT count(*) FROM watchword.journal WHERE kind = 'verdict'"


def state_of(error: pytest.ExceptionInfo[psycopg.Error]) -> str | None:
    return error.value.sqlstate


def figures(shared: SharedDatabase) -> tuple[int, int, int]:
    """Wrong tries in a row, journalled attempts, journalled verdicts."""
    with shared.as_superuser() as connection:
        return (
            number(connection, COUNTED),
            number(connection, ATTEMPTS),
            number(connection, VERDICTS),
        )


@pytest.mark.parametrize("word", ["right", "wrong"])
def test_a_rolled_back_submission_has_told_nothing(
    shared: SharedDatabase, shared_customer: Customer, word: str
) -> None:
    """It leaves no count, and it leaves no answer either: right and wrong are the same."""
    with shared.connect("agent") as agent:
        agent.execute("BEGIN")
        attempt, state = submit(agent, shared_customer, word)
        agent.execute("ROLLBACK")
        assert state == "charged"
        with pytest.raises(psycopg.Error) as refused:
            result(agent, attempt)
    assert state_of(refused) == REFUSED
    assert figures(shared) == (0, 0, 0)


@pytest.mark.parametrize("between", ["SELECT 1", "SAVEPOINT tried", "RELEASE tried"])
def test_both_steps_in_one_transaction_give_no_verdict(
    shared: SharedDatabase, shared_customer: Customer, between: str
) -> None:
    """Neither directly nor around savepoints, whose transactions are parts of one."""
    with shared.connect("agent") as agent:
        agent.execute("BEGIN")
        if between.startswith("RELEASE"):
            agent.execute("SAVEPOINT tried")
        attempt, _ = submit(agent, shared_customer, "right")
        agent.execute(between.encode())
        with pytest.raises(psycopg.Error) as refused:
            result(agent, attempt)
        agent.execute("ROLLBACK")
    assert state_of(refused) == REFUSED


def test_a_submission_undone_by_a_savepoint_is_unknown(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """What was rolled back to the savepoint was never submitted."""
    with shared.connect("agent") as agent:
        agent.execute("BEGIN")
        agent.execute("SAVEPOINT tried")
        attempt, _ = submit(agent, shared_customer, "right")
        agent.execute("ROLLBACK TO tried")
        agent.execute("COMMIT")
        with pytest.raises(psycopg.Error) as refused:
            result(agent, attempt)
    assert state_of(refused) == REFUSED
    assert figures(shared) == (0, 0, 0)


def test_a_second_session_gets_no_verdict_before_the_commit(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """An open submission is nobody's, so it cannot be asked for and undone afterwards."""
    with shared.connect("agent") as agent, shared.connect("agent") as second:
        agent.execute("BEGIN")
        attempt, _ = submit(agent, shared_customer, "right")
        with pytest.raises(psycopg.Error) as refused:
            result(second, attempt)
        agent.execute("ROLLBACK")
    assert state_of(refused) == REFUSED


def _both_at_once(agent: Connection, values: tuple[object, ...]) -> None:
    with agent.pipeline():
        agent.execute(SUBMIT, values)
        agent.execute(RESULT, values[:1])


def test_a_pipeline_and_a_string_of_statements_are_one_transaction(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Both steps sent at once are refused, and nothing is left of them."""
    attempt = uuid4()
    values = (attempt, shared_customer.id, 1, engines.digest_of("right").reveal())
    with shared.connect("agent") as agent:
        with pytest.raises(psycopg.Error) as in_pipeline:
            _both_at_once(agent, values)
        text = (
            f"SELECT watchword.submit('{attempt}', {shared_customer.id}, 1, sha256('right'));"
            f" SELECT watchword.result('{attempt}')"
        )
        with pytest.raises(psycopg.Error) as in_string:
            agent.execute(text.encode())
    assert (state_of(in_pipeline), state_of(in_string)) == (REFUSED, REFUSED)
    assert figures(shared) == (0, 0, 0)


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_a_snapshot_of_ones_own_choice_is_refused(
    shared: SharedDatabase, shared_customer: Customer, level: str
) -> None:
    """Otherwise tries could be counted against the figures of an earlier moment."""
    with shared.connect("agent") as agent:
        agent.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
        with pytest.raises(psycopg.Error) as refused:
            submit(agent, shared_customer, "right")
        agent.execute("ROLLBACK")
        attempt, _ = submit(agent, shared_customer, "right")
        agent.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
        with pytest.raises(psycopg.Error) as refused_again:
            result(agent, attempt)
    assert (state_of(refused), state_of(refused_again)) == (REFUSED, REFUSED)


@pytest.mark.parametrize("word", ["right", "wrong"])
def test_a_verdict_that_is_rolled_back_leaves_the_charge(
    shared: SharedDatabase, shared_customer: Customer, word: str
) -> None:
    """The attempt stays counted and journalled; asking again says the same."""
    with shared.connect("agent") as agent:
        attempt, _ = submit(agent, shared_customer, word)
        agent.execute("BEGIN")
        told = result(agent, attempt)
        agent.execute("ROLLBACK")
        assert figures(shared) == (1, 1, 0)
        assert result(agent, attempt) == told
    assert figures(shared)[1:] == (1, 1)


def test_a_try_cut_off_between_the_steps_stays_counted(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """The session is ended from outside; the next one may still ask, as the same person only."""
    agent = shared.connect("agent")
    attempt, _ = submit(agent, shared_customer, "right")
    with shared.as_superuser() as server:
        server.execute("SELECT pg_terminate_backend(%s)", (agent.info.backend_pid,))
    with pytest.raises(psycopg.OperationalError):
        result(agent, attempt)
    agent.close()
    assert figures(shared) == (1, 1, 0)
    with pytest.raises(AttemptRefusedError):
        shared.open(OTHER_AGENT).credentials.result(attempt)
    assert shared.open(AGENT).credentials.result(attempt).answer is Answer.MATCHES


DENY = """
    CREATE FUNCTION watchword.denied() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION ''denied''; END';
    CREATE TRIGGER denied BEFORE INSERT ON watchword.journal
    FOR EACH ROW WHEN (new.kind = '{kind}') EXECUTE FUNCTION watchword.denied();
"""


def deny(shared: SharedDatabase, kind: str) -> None:
    """Make the journal refuse entries of a kind, as its owner might who wants no traces."""
    with shared.as_owner() as owner:
        owner.execute(DENY.format(kind=kind).encode())


@pytest.mark.parametrize("word", ["right", "wrong"])
def test_a_try_that_cannot_be_journalled_is_not_taken(
    shared: SharedDatabase, shared_customer: Customer, word: str
) -> None:
    """Nothing of the submission is left, and there is nothing to ask for."""
    deny(shared, "attempt")
    attempt = uuid4()
    with shared.connect("agent") as agent:
        with pytest.raises(psycopg.errors.RaiseException):
            submit(agent, shared_customer, word, attempt)
        with pytest.raises(psycopg.Error) as refused:
            result(agent, attempt)
    assert state_of(refused) == REFUSED
    assert figures(shared) == (0, 0, 0)


@pytest.mark.parametrize("word", ["right", "wrong"])
def test_an_answer_that_cannot_be_journalled_is_not_given(
    shared: SharedDatabase, shared_customer: Customer, word: str
) -> None:
    """Right and wrong fail alike, and the charge stays."""
    deny(shared, "verdict")
    with shared.connect("agent") as agent:
        attempt, _ = submit(agent, shared_customer, word)
        with pytest.raises(psycopg.errors.RaiseException):
            result(agent, attempt)
    assert figures(shared) == (1, 1, 0)


def test_a_receipt_is_never_given_twice(shared: SharedDatabase) -> None:
    """The table refuses a second entry under a receipt that exists."""
    receipt = shared.open(LEAD).journal.record(EventKind.EXPORTED, "journal", {})
    with shared.as_owner() as owner, pytest.raises(psycopg.errors.UniqueViolation):
        owner.execute(
            "INSERT INTO watchword.journal (at, login, person, workstation, customer_number, kind,"
            " outcome, receipt, details, personal_digest)"
            " SELECT at, login, person, workstation, customer_number, kind, outcome, receipt,"
            " details, personal_digest FROM watchword.journal WHERE receipt = %s",
            (receipt,),
        )


def test_nobody_writes_a_verdict_into_the_journal(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """Entries about checks come from checks only."""
    with shared.connect("agent") as agent, pytest.raises(psycopg.Error):
        agent.execute("SELECT watchword.record('verdict', 'matches', '{}')")
    verdicts = JournalQuery(kinds=(EventKind.VERDICT,), customer_id=shared_customer.id)
    assert shared.open(LEAD).journal.entries(verdicts) == []

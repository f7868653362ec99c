"""P4, P5, P6 on SQLite: what somebody can do who has copied the database file."""

import sqlite3
from contextlib import closing
from uuid import uuid4

from desktop_app.core import verifier
from desktop_app.core.entities import (
    Answer,
    Customer,
    SubmissionState,
    Validity,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.attack.pin_guesser import FLOOR, KEY, PIN, PinGuesser, guessed_digest, guessed_tag
from tests.storage.engines import CHECK, SqliteEngine, add_customer, check, submit


def answer_to(database: SqliteDatabase, customer: Customer, digest: Secret[bytes]) -> Answer:
    attempt = uuid4()
    generation = database.credentials.challenge(customer.id).generation
    submission = database.credentials.submit(attempt, customer.id, generation, digest)
    assert submission.state is SubmissionState.CHARGED
    return database.credentials.result(attempt).answer


def stored_blobs(engine: SqliteEngine) -> set[bytes]:
    """Every binary value in the file, whichever table it stands in."""
    with closing(sqlite3.connect(engine.path)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        queries = [f"SELECT * FROM {name}" for (name,) in tables]  # noqa: S608 - names in the file
        rows = [row for query in queries for row in connection.execute(query)]
    return {value for row in rows for value in row if isinstance(value, bytes) and value}


def test_p4_no_stored_value_is_a_password(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """The verifier, and every other value in the file, sent as a digest: no match."""
    database.policies.save(Policy(person_wrong_per_day=1000, total_until_block=1000))
    check(database, customer, "wrong")
    submit(database, customer, "right")
    stored = stored_blobs(engine)
    assert len(stored) > 5
    for value in stored:
        assert answer_to(database, customer, Secret(value)) is Answer.DOES_NOT_MATCH
        assert check(database, customer, "right").answer is Answer.MATCHES  # ends the run


# --- P5 ------------------------------------------------------------------------------------------


def test_p5_the_guesser_computes_what_the_program_computes() -> None:
    """The search below is made with the program's own formula, or it would prove nothing."""
    parameters = verifier.new_parameters(FLOOR, KEY)
    guessed = guessed_digest(KEY.key.reveal(), 42, parameters, guessed_tag(PIN, parameters))
    assert Secret(guessed) == verifier.digest(Secret(PIN), parameters, 42, KEY)


def test_p5_a_dump_without_the_key_yields_no_pin(
    engine: SqliteEngine, database: SqliteDatabase
) -> None:
    """All 10,000 PINs under every value in the file as a key: none; with the team key: found."""
    customer = add_customer(database)
    guesser = PinGuesser(customer.id)
    credential = guesser.credential()
    database.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)
    with closing(sqlite3.connect(engine.path)) as connection:
        [(target,)] = connection.execute("SELECT verifier FROM credential").fetchall()
    guesser.require_only_the_key_finds(target, stored_blobs(engine))


# --- P6 ------------------------------------------------------------------------------------------


def test_p6_a_copied_row_does_not_match_elsewhere(
    engine: SqliteEngine, database: SqliteDatabase
) -> None:
    """A password moved to another customer in the file opens nothing there."""
    customer, other = add_customer(database), add_customer(database, "2")
    credential = verifier.new_credential(Secret(PIN), FLOOR, customer.id, KEY)
    database.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)
    with engine.raw() as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info (credential)")]
        copied = ", ".join(columns[1:])
        connection.execute(
            f"INSERT INTO credential (customer_id, {copied})"  # noqa: S608 - the table's columns
            f" SELECT ?, {copied} FROM credential",
            (other.id,),
        )
    answers = []
    for each in (customer, other):
        parameters = database.credentials.challenge(each.id).parameters
        assert parameters is not None
        made = verifier.digest(Secret(PIN), parameters, each.id, KEY)
        answers.append(answer_to(database, each, made))
    assert answers == [Answer.MATCHES, Answer.DOES_NOT_MATCH]

"""P4, P5, P6 on SQLite: what somebody can do who has copied the database file."""

import hashlib
import hmac
import sqlite3
from contextlib import closing
from dataclasses import replace
from uuid import uuid4

from argon2.low_level import Type, hash_secret_raw

from desktop_app.core import verifier
from desktop_app.core.entities import (
    Answer,
    Customer,
    NewCredential,
    SubmissionState,
    Validity,
    VerifierParameters,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import CHECK, SqliteEngine, add_customer, check, submit

KEY = verifier.team_key(Secret(bytes(range(32))))
FLOOR = Policy(memory_kib=verifier.FLOOR.memory_kib, passes=verifier.FLOOR.passes)
PIN = "7391"


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


def tag(pin: str, parameters: VerifierParameters) -> bytes:
    return hash_secret_raw(
        pin.encode(), parameters.salt, parameters.passes, parameters.memory_kib, 1, 32, Type.ID
    )


def digest(key: bytes, customer_id: int, parameters: VerifierParameters, tag: bytes) -> bytes:
    versions = bytes((parameters.norm_version, parameters.kdf_version))
    return hmac.digest(key, customer_id.to_bytes(8, "big") + versions + tag, "sha256")


def test_p5_the_guesser_computes_what_the_program_computes() -> None:
    """The search below is made with the program's own formula, or it would prove nothing."""
    parameters = verifier.new_parameters(FLOOR, KEY)
    guessed = digest(KEY.key.reveal(), 42, parameters, tag(PIN, parameters))
    assert Secret(guessed) == verifier.digest(Secret(PIN), parameters, 42, KEY)


def test_p5_a_dump_without_the_key_yields_no_pin(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """All 10,000 PINs under every value in the file as a key: none; under the team key: found.

    The hash is made a thousand times cheaper here than any workstation would compute it, so that
    the whole space is searched in seconds: what protects a stolen dump is the key, not the cost.
    """
    cheap = replace(verifier.new_parameters(FLOOR, KEY), memory_kib=8, passes=1)
    stored = digest(KEY.key.reveal(), customer.id, cheap, tag(PIN, cheap))
    as_stored = replace(cheap, memory_kib=FLOOR.memory_kib, passes=FLOOR.passes)
    credential = NewCredential(as_stored, hashlib.sha256(stored).digest())
    database.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)

    with closing(sqlite3.connect(engine.path)) as connection:
        [(target,)] = connection.execute("SELECT verifier FROM credential").fetchall()
    tags = {pin: tag(pin, cheap) for pin in (f"{number:04}" for number in range(10_000))}

    def found(key: bytes) -> list[str]:
        return [
            pin
            for pin, made in tags.items()
            if hashlib.sha256(digest(key, customer.id, cheap, made)).digest() == target
        ]

    in_reach = stored_blobs(engine) | {b"", bytes(32), hashlib.sha256(b"watchword").digest()}
    assert [found(key) for key in in_reach] == [[]] * len(in_reach)
    assert found(KEY.key.reveal()) == [PIN]
    plain = (hashlib.sha256(made).digest() for made in tags.values())
    assert target not in plain


# --- P6 ------------------------------------------------------------------------------------------


def test_p6_a_copied_row_does_not_match_elsewhere(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """A password moved to another customer in the file opens nothing there."""
    other = add_customer(database, "2")
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

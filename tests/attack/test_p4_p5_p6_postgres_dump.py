"""P4, P5 and P6 on PostgreSQL: what somebody can do who has read, dumped or copied rows."""

import re
from uuid import uuid4

from psycopg import sql

from desktop_app.core import verifier
from desktop_app.core.entities import (
    Answer,
    Customer,
    SubmissionState,
    Validity,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from tests.attack.pin_guesser import FLOOR, KEY, PIN, PinGuesser
from tests.attack.raw_checks import Connection
from tests.storage.engines import ADMIN, CHECK, LEAD, add_customer, check, submit
from tests.storage.postgres_team import SharedDatabase


def stored_blobs(server: Connection) -> set[bytes]:
    """Every binary value of the schema, whichever table it stands in."""
    places = server.execute(
        "SELECT c.relname, a.attname"
        " FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid"
        " WHERE c.relnamespace = 'watchword'::regnamespace AND c.relkind = 'r'"
        " AND a.atttypid = 'bytea'::regtype"
    ).fetchall()
    found: set[bytes] = set()
    for table, column in places:
        query = sql.SQL("SELECT {} FROM watchword.{}").format(
            sql.Identifier(str(column)), sql.Identifier(str(table))
        )
        rows = server.execute(query).fetchall()
        found |= {row[0] for row in rows if isinstance(row[0], bytes)}
    return found - {b""}


def answer_to(shared: SharedDatabase, customer: Customer, digest: Secret[bytes]) -> Answer:
    """The answer to a digest that comes from somewhere else than a typed password."""
    credentials = shared.open(ADMIN).credentials
    attempt = uuid4()
    generation = credentials.challenge(customer.id).generation
    submission = credentials.submit(attempt, customer.id, generation, digest)
    assert submission.state is SubmissionState.CHARGED
    return credentials.result(attempt).answer


def test_p4_no_stored_value_is_a_password(
    shared: SharedDatabase, shared_customer: Customer
) -> None:
    """The verifier, and every other value of the tables, sent as a digest: no match."""
    admin = shared.open(ADMIN)
    admin.policies.save(Policy(person_wrong_per_day=1000, total_until_block=1000))
    check(admin, shared_customer, "wrong")
    submit(admin, shared_customer, "right")
    admin.journal.seal()
    with shared.as_superuser() as server:
        stored = stored_blobs(server)
    assert len(stored) > 5
    for value in stored:
        answer = answer_to(shared, shared_customer, Secret(value))
        assert answer is Answer.DOES_NOT_MATCH
        assert check(admin, shared_customer, "right").answer is Answer.MATCHES  # ends the run


def test_p5_a_dump_without_the_key_yields_no_pin(shared: SharedDatabase) -> None:
    """All 10,000 PINs under every value in a ``pg_dump`` as a key: none; with the team key: found.

    The dump is the owner's: every table, the journal and the logins' rows included.
    """
    lead = shared.open(LEAD)
    customer = add_customer(lead)
    guesser = PinGuesser(customer.id)
    lead.credentials.set(customer.id, guesser.credential(), Validity.UNTIL_CHANGED, CHECK)
    dump = shared.team.server.dump(shared.name)
    with shared.as_superuser() as server:
        row = server.execute("SELECT verifier FROM watchword.credential").fetchone()
        stored = stored_blobs(server)
    assert row is not None
    target = row[0]
    assert isinstance(target, bytes)
    dumped = {bytes.fromhex(value) for value in re.findall(r"\\x([0-9a-f]{2,})", dump)}
    assert stored <= dumped
    guesser.require_only_the_key_finds(target, dumped)


STORED_COLUMNS = """
    SELECT string_agg(attname, ', ') FROM pg_attribute
    WHERE attrelid = 'watchword.credential'::regclass AND attnum > 0 AND attgenerated = ''
"""


def test_p6_a_copied_row_does_not_match_elsewhere(shared: SharedDatabase) -> None:
    """A password that the owner moved to another customer opens nothing there."""
    lead = shared.open(LEAD)
    first, other = add_customer(lead, "1"), add_customer(lead, "2")
    credential = verifier.new_credential(Secret(PIN), FLOOR, first.id, KEY)
    lead.credentials.set(first.id, credential, Validity.UNTIL_CHANGED, CHECK)
    with shared.as_owner() as owner:
        owner.execute("CREATE TABLE watchword.copied AS SELECT * FROM watchword.credential")
        owner.execute("UPDATE watchword.copied SET customer_id = %s", (other.id,))
        given = owner.execute(STORED_COLUMNS).fetchone()
        assert given is not None
        copied = "INSERT INTO watchword.credential ({0}) SELECT {0} FROM watchword.copied"
        owner.execute(copied.format(given[0]).encode())
    answers = []
    for each in (first, other):
        parameters = lead.credentials.challenge(each.id).parameters
        assert parameters is not None
        made = verifier.digest(Secret(PIN), parameters, each.id, KEY)
        answers.append(answer_to(shared, each, made))
    assert answers == [Answer.MATCHES, Answer.DOES_NOT_MATCH]

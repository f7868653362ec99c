"""Values that no program has written are a damaged file and no fault of the program."""

from collections.abc import Callable

import pytest

from desktop_app.core.entities import Customer, CustomerDraft, JournalQuery
from desktop_app.core.errors import DatabaseUnreadableError
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import SqliteEngine, check, set_password, submit

Use = Callable[[SqliteDatabase, Customer], object]


def read_journal(database: SqliteDatabase, _customer: Customer) -> object:
    return database.journal.entries(JournalQuery())


def search_journal(database: SqliteDatabase, _customer: Customer) -> object:
    return database.journal.entries(JournalQuery(text="T-4711"))


def show(database: SqliteDatabase, customer: Customer) -> object:
    return database.customers.details(customer.id)


def read_own_checks(database: SqliteDatabase, _customer: Customer) -> object:
    since = database.journal.entries(JournalQuery())[-1].at
    return database.journal.own_checks(since)


def check_once(database: SqliteDatabase, customer: Customer) -> object:
    return check(database, customer, "wrong")


def seal(database: SqliteDatabase, _customer: Customer) -> None:
    database.journal.seal()


@pytest.mark.parametrize(
    ("statement", "use"),
    [
        ("UPDATE journal SET at = 9223372036854775807", read_journal),
        ("UPDATE journal SET at = 9223372036854775807", check_once),
        ("UPDATE journal SET at = -9223372036854775808", check_once),
        ("UPDATE journal SET kind = 'unheard-of'", read_journal),
        ("UPDATE journal SET details = '{'", read_journal),
        ("UPDATE journal SET details = '[1]'", read_journal),
        ("UPDATE journal SET details = '{\"a\": 1}'", read_journal),
        ("UPDATE journal SET person = CAST(x'ff' AS TEXT)", read_journal),
        ("UPDATE journal_personal SET content = '{'", read_journal),
        ("UPDATE journal SET outcome = 'perhaps' WHERE kind = 'verdict'", show),
        ("UPDATE journal SET outcome = 'perhaps' WHERE kind = 'verdict'", read_own_checks),
        ("UPDATE customer SET name = CAST(x'ff' AS TEXT)", show),
        ("UPDATE credential SET set_at = 9223372036854775807", show),
        ("UPDATE credential SET locked_until = 9223372036854775807", show),
        ("UPDATE credential SET valid_until = -9223372036854775808", check_once),
        ("INSERT INTO journal_mark VALUES ('head', 9223372036854775807, zeroblob(32))", seal),
    ],
)
def test_a_value_that_means_nothing_is_a_damaged_file(
    engine: SqliteEngine, database: SqliteDatabase, statement: str, use: Use
) -> None:
    """The failure is the typed one, with the file's path."""
    customer = database.customers.add(CustomerDraft(number="1", name="Jonas Weber"))
    set_password(database, customer)
    check(database, customer, "right")
    with engine.unguarded() as connection:
        connection.execute(statement)
    with pytest.raises(DatabaseUnreadableError) as refused:
        use(database, customer)
    assert (refused.value.path, refused.value.reason) == (str(engine.path), "damaged")


def test_a_stored_answer_that_means_nothing_is_no_verdict(
    engine: SqliteEngine, database: SqliteDatabase
) -> None:
    """A result that is asked for again is not guessed."""
    customer = database.customers.add(CustomerDraft(number="1"))
    set_password(database, customer)
    attempt = submit(database, customer, "right")
    database.credentials.result(attempt)
    with engine.raw() as connection:
        connection.execute("UPDATE attempt SET answer = 'perhaps'")
    with pytest.raises(DatabaseUnreadableError):
        database.credentials.result(attempt)


def test_a_search_does_not_stumble_over_what_it_does_not_find(
    engine: SqliteEngine, database: SqliteDatabase
) -> None:
    """Personal data that is no JSON holds no text."""
    customer = database.customers.add(CustomerDraft(number="1"))
    set_password(database, customer)
    with engine.unguarded() as connection:
        connection.execute("UPDATE journal_personal SET content = '{'")
    assert search_journal(database, customer) == []


def test_a_huge_run_of_failures_is_blocked(engine: SqliteEngine, database: SqliteDatabase) -> None:
    """No wait is computed from it."""
    customer = database.customers.add(CustomerDraft(number="1"))
    set_password(database, customer)
    with engine.raw() as connection:
        connection.execute("UPDATE credential SET in_row = 9223372036854775807, locked_until = 0")
    assert database.customers.details(customer.id).standing.tries_left == 0

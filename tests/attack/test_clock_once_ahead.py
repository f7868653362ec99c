"""A clock that was far ahead once: nobody is kept out for good, and no try is forgotten for it."""

from datetime import timedelta

import pytest

from desktop_app.core.entities import Answer, Customer, EventKind
from desktop_app.core.errors import ClockWrongError
from desktop_app.storage.sqlite.database import SqliteDatabase
from tests.storage.engines import SqliteEngine, add_customer, check, set_password

YEARS = timedelta(days=3_650)


def go_there_and_back(engine: SqliteEngine, database: SqliteDatabase, customer: Customer) -> None:
    """Five wrong tries while the clock is years ahead; then it is right again."""
    engine.clock.advance(YEARS)
    for _ in range(5):
        check(database, customer, "wrong")
    assert check(database, customer, "right").answer is Answer.LOCKED
    engine.clock.advance(-YEARS)
    with pytest.raises(ClockWrongError):
        check(database, customer, "right")


def test_a_leads_unlock_ends_it(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """The wait of years and the block of all checks; the chain still holds."""
    go_there_and_back(engine, database, customer)
    database.credentials.unlock(customer.id, "the clock was ahead")
    assert check(database, customer, "right").answer is Answer.MATCHES
    database.journal.seal()
    assert database.journal.verify().fault is None


def test_any_record_ends_it_and_the_wait_is_a_usual_one(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """Without an unlock the wait counts from now on, and is no longer than its rule."""
    go_there_and_back(engine, database, customer)
    database.journal.record(EventKind.EXPORTED, "journal", {})
    verdict = check(database, customer, "right")
    assert verdict.answer is Answer.LOCKED
    assert verdict.standing.opens_at == engine.clock.now + timedelta(minutes=15)
    engine.clock.advance(timedelta(minutes=15))
    assert check(database, customer, "right").answer is Answer.MATCHES


def test_the_limit_of_a_person_holds_afterwards(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """One try in the future must not make those of today look old (the 8-customers rule)."""
    engine.clock.advance(YEARS)
    check(database, customer, "right")
    engine.clock.advance(-YEARS)
    database.journal.record(EventKind.EXPORTED, "journal", {})
    answers = []
    for number in range(9):
        each = add_customer(database, f"9{number}")
        set_password(database, each)
        answers.append(check(database, each, "wrong").answer)
    assert answers == [Answer.DOES_NOT_MATCH] * 8 + [Answer.PAUSED]

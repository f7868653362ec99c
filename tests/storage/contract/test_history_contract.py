"""What a check leaves in the journal for whoever reads a customer's history."""

from datetime import datetime, timedelta

from desktop_app.core.entities import Customer, EventKind, JournalEntry, JournalQuery
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from tests.storage.engines import Engine, check, submit

WAIT = timedelta(minutes=Policy().first_wait_minutes)


def newest_verdict(storage: Storage) -> JournalEntry:
    return storage.journal.entries(JournalQuery(kinds=(EventKind.VERDICT,), limit=1))[0]


def test_a_match_says_which_try_it_was(agent: Storage, lead: Storage, customer: Customer) -> None:
    """The wrong ones before it in a row and itself."""
    check(agent, customer, "wrong")
    check(agent, customer, "right")
    assert newest_verdict(lead).details["in_row"] == "2"
    check(agent, customer, "right")
    assert newest_verdict(lead).details["in_row"] == "1"


def test_a_wrong_try_says_how_many_are_left(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Counts and tries left, and no lock where it brought none."""
    check(agent, customer, "wrong")
    details = newest_verdict(lead).details
    assert (details["in_row"], details["in_all"], details["tries_left"]) == ("1", "1", "4")
    assert not {"locked_until", "blocked"} & details.keys()


def test_the_try_that_locks_says_until_when(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """The moment as ISO 8601 with its offset; a refused check afterwards brings nothing more."""
    for _ in range(Policy().tries_until_lock):
        check(agent, customer, "wrong")
    details = newest_verdict(lead).details
    assert details["tries_left"] == "0"
    until = datetime.fromisoformat(details["locked_until"])
    assert until == (engine.clock.now + WAIT).replace(microsecond=0)
    check(agent, customer, "wrong")
    refused = newest_verdict(lead)
    assert refused.outcome == "locked"
    assert refused.details.keys() == {"attempt"}


def test_the_try_that_blocks_says_so(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """After ten in a row there is no moment any more at which it opens."""
    for _ in range(Policy().tries_until_block):
        check(agent, customer, "wrong")
        engine.clock.advance(timedelta(days=2))
    details = newest_verdict(lead).details
    assert details["blocked"] == "in-row"
    assert "locked_until" not in details


def test_of_two_tries_at_once_only_one_brought_the_lock(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """The lock stands once in the journal, with the try that brought it."""
    for _ in range(Policy().tries_until_lock - 2):
        check(agent, customer, "wrong")
    first = submit(agent, customer, "wrong")
    engine.clock.advance(timedelta(seconds=1))
    second = submit(agent, customer, "wrong")
    for attempt in (second, first):
        agent.credentials.result(attempt)
    entries = lead.journal.entries(JournalQuery(kinds=(EventKind.VERDICT,), limit=2))
    brought = {entry.details["attempt"]: "locked_until" in entry.details for entry in entries}
    assert brought == {str(first): False, str(second): True}


def test_an_attempt_is_named_by_its_verdict(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Both carry the attempt's id, so that a reader can fold them into one."""
    attempt = submit(agent, customer, "right")
    agent.credentials.result(attempt)
    verdict, charged = lead.journal.entries(JournalQuery(customer_id=customer.id, limit=2))
    assert (verdict.kind, charged.kind) == (EventKind.VERDICT, EventKind.ATTEMPT)
    assert verdict.details["attempt"] == charged.details["attempt"] == str(attempt)

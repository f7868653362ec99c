"""What one person may get wrong before their checks pause."""

from datetime import timedelta
from uuid import uuid4

import pytest

from desktop_app.core.entities import Answer, Customer, EventKind, JournalQuery
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.ports import Storage
from tests.storage.engines import (
    LEAD,
    OTHER_AGENT,
    Engine,
    add_customer,
    check,
    set_password,
    submit,
)


@pytest.fixture
def customers(lead: Storage) -> list[Customer]:
    """Ten customers with the same password."""
    made = [add_customer(lead, str(number)) for number in range(10)]
    for customer in made:
        set_password(lead, customer)
    return made


def fail(storage: Storage, customers: list[Customer], times: int) -> None:
    """So many wrong tries, three on each customer so that none is locked."""
    for number in range(times):
        assert check(storage, customers[number // 3], "wrong").answer is Answer.DOES_NOT_MATCH


def test_twenty_wrong_tries_in_a_day_pause_a_person(
    engine: Engine, agent: Storage, customers: list[Customer]
) -> None:
    """The twentieth is evaluated, the next check is not; other people go on."""
    fail(agent, customers, 20)
    assert agent.credentials.challenge(customers[9].id).paused
    verdict = check(agent, customers[9], "right")
    assert verdict.answer is Answer.PAUSED
    assert verdict.standing.tries_left == 5
    assert check(engine.open(OTHER_AGENT), customers[9], "right").answer is Answer.MATCHES


def test_a_pause_lasts_until_it_is_ended(
    engine: Engine, agent: Storage, lead: Storage, customers: list[Customer]
) -> None:
    """Time alone does not end it, a lead does, and the counts start anew."""
    fail(agent, customers, 20)
    engine.clock.advance(timedelta(days=400))
    assert check(agent, customers[9], "right").answer is Answer.PAUSED
    lead.credentials.resume("agent")
    assert check(agent, customers[9], "wrong").answer is Answer.DOES_NOT_MATCH
    assert check(agent, customers[9], "right").answer is Answer.MATCHES


def test_wrong_tries_are_forgotten_after_a_day(
    engine: Engine, agent: Storage, customers: list[Customer]
) -> None:
    """The day is the last 24 hours."""
    fail(agent, customers, 19)
    engine.clock.advance(timedelta(hours=24))
    assert check(agent, customers[8], "wrong").answer is Answer.DOES_NOT_MATCH
    assert not agent.credentials.challenge(customers[9].id).paused


def test_eight_customers_in_an_hour_pause_a_person(
    agent: Storage, customers: list[Customer]
) -> None:
    """One wrong try on each of eight customers, whatever the password was."""
    for customer in customers[:8]:
        assert check(agent, customer, "1234").answer is Answer.DOES_NOT_MATCH
    assert check(agent, customers[8], "1234").answer is Answer.PAUSED


def test_eight_customers_in_more_than_an_hour_do_not(
    engine: Engine, agent: Storage, customers: list[Customer]
) -> None:
    """The hour is the last 60 minutes."""
    for customer in customers[:8]:
        check(agent, customer, "1234")
        engine.clock.advance(timedelta(minutes=9))
    assert check(agent, customers[8], "right").answer is Answer.MATCHES


def test_matches_do_not_count(agent: Storage, customers: list[Customer]) -> None:
    """However many customers a person verifies, their charges are taken back."""
    for _ in range(3):
        for customer in customers:
            assert check(agent, customer, "right").answer is Answer.MATCHES
    assert not agent.credentials.challenge(customers[0].id).paused


def test_an_unasked_result_counts(agent: Storage, customers: list[Customer]) -> None:
    """A try whose answer nobody fetched was wrong: fail closed."""
    for customer in customers[:8]:
        submit(agent, customer, "right")
    assert agent.credentials.challenge(customers[8].id).paused


def test_a_match_takes_back_the_pause_its_charge_brought(
    agent: Storage, customers: list[Customer], lead: Storage
) -> None:
    """The eighth customer's right password ends the pause set in advance, and says so."""
    for customer in customers[:7]:
        check(agent, customer, "1234")
    attempt = submit(agent, customers[7], "right")
    assert agent.credentials.challenge(customers[8].id).paused
    assert agent.credentials.result(attempt).answer is Answer.MATCHES
    assert not agent.credentials.challenge(customers[8].id).paused
    about_pauses = (EventKind.PERSON_PAUSED, EventKind.PERSON_RESUMED)
    entries = lead.journal.entries(JournalQuery(kinds=about_pauses))
    assert [entry.outcome for entry in entries] == ["taken-back", "paused"]


def test_a_match_does_not_end_another_charges_pause(
    agent: Storage, customers: list[Customer]
) -> None:
    """A right password that was on its way before the pause leaves it standing."""
    early = submit(agent, customers[0], "right")
    for customer in customers[1:8]:
        check(agent, customer, "1234")
    assert agent.credentials.result(early).answer is Answer.MATCHES
    assert agent.credentials.challenge(customers[8].id).paused


def test_a_paused_person_learns_what_is_true_of_the_customer(
    agent: Storage, lead: Storage, customers: list[Customer]
) -> None:
    """A customer without a password has none, also for somebody whose checks pause."""
    lead.credentials.remove(customers[9].id, "asked for it")
    fail(agent, customers, 20)
    assert check(agent, customers[9], "right").answer is Answer.NONE


def test_a_lead_cannot_end_their_own_pause(
    engine: Engine, agent: Storage, lead: Storage, admin: Storage, customers: list[Customer]
) -> None:
    """Another lead or an admin does; an agent cannot at all."""
    fail(lead, customers, 20)
    for storage in (lead, agent):
        with pytest.raises(NotAllowedError):
            storage.credentials.resume(LEAD.login)
    assert check(lead, customers[9], "right").answer is Answer.PAUSED
    change = admin.credentials.resume(LEAD.login)
    assert change.at == engine.clock.now
    assert check(lead, customers[9], "right").answer is Answer.MATCHES


def test_pause_and_resume_are_journalled(
    agent: Storage, lead: Storage, customers: list[Customer]
) -> None:
    """Whose checks, by which rule, and who ended it."""
    fail(agent, customers, 20)
    receipt = lead.credentials.resume("agent").receipt
    [paused] = lead.journal.entries(JournalQuery(kinds=(EventKind.PERSON_PAUSED,)))
    assert (paused.details["login"], paused.details["rule"]) == ("agent", "wrong-per-day")
    [resumed] = lead.journal.entries(JournalQuery(kinds=(EventKind.PERSON_RESUMED,)))
    assert (resumed.receipt, resumed.login) == (receipt, "lead")
    assert resumed.details["login"] == "agent"


def test_a_refused_check_of_a_paused_person_is_journalled(
    agent: Storage, customers: list[Customer], lead: Storage
) -> None:
    """Paused is an answer with a receipt, and costs the customer nothing."""
    fail(agent, customers, 20)
    submission = agent.credentials.submit(uuid4(), customers[9].id, 1, None)
    assert submission.verdict is not None
    [entry] = lead.journal.entries(JournalQuery(customer_id=customers[9].id, limit=1))
    assert (entry.outcome, entry.receipt) == ("paused", submission.verdict.receipt)

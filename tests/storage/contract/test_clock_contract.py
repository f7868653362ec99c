"""A clock that is set back or ahead opens nothing and forgets nothing."""

from datetime import timedelta

import pytest

from desktop_app.core.entities import Answer, Customer, PasswordState, Validity
from desktop_app.core.errors import AttemptRefusedError, ClockWrongError, RefreshRefusedError
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from tests.storage.engines import Engine, add_customer, check, credential_of, set_password, submit

TOLERANCE = timedelta(minutes=2)
MOMENT = timedelta(microseconds=1)


def test_a_clock_behind_the_journal_checks_nothing(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """Neither a new try nor the result of one; a small correction of the clock does no harm."""
    attempt = submit(agent, customer, "right")
    present = engine.clock.now
    engine.clock.now = present - TOLERANCE - MOMENT
    with pytest.raises(ClockWrongError) as refused:
        submit(agent, customer, "right")
    assert refused.value.reason.endswith("behind-journal")
    with pytest.raises(ClockWrongError):
        agent.credentials.result(attempt)
    engine.clock.now = present - TOLERANCE
    assert agent.credentials.result(attempt).answer is Answer.MATCHES
    assert check(agent, customer, "right").answer is Answer.MATCHES


def test_a_one_day_password_does_not_come_back(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Once it was seen as expired it is, also for a clock that is only a little behind."""
    set_password(lead, customer, "today", Validity.ONE_DAY)
    engine.clock.advance(timedelta(hours=24))
    assert check(agent, customer, "today").answer is Answer.EXPIRED
    engine.clock.advance(-timedelta(minutes=1))
    assert agent.credentials.challenge(customer.id).standing.state is PasswordState.EXPIRED
    assert check(agent, customer, "today").answer is Answer.EXPIRED
    set_password(lead, customer, "again", Validity.ONE_DAY)
    assert check(agent, customer, "again").answer is Answer.MATCHES


def test_a_password_that_expires_before_its_result_stays_expired(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Seen by the result of a check that was submitted in time."""
    set_password(lead, customer, "today", Validity.ONE_DAY)
    engine.clock.advance(timedelta(hours=24) - MOMENT)
    attempt = submit(agent, customer, "today")
    engine.clock.advance(MOMENT)
    assert agent.credentials.result(attempt).answer is Answer.EXPIRED
    engine.clock.advance(-timedelta(minutes=1))
    assert check(agent, customer, "today").answer is Answer.EXPIRED


def test_a_wait_is_never_longer_than_it_may_be(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """A clock that is corrected backwards within the tolerance does not add to it."""
    for _ in range(5):
        check(agent, customer, "wrong")
    engine.clock.advance(-timedelta(minutes=2))
    standing = check(agent, customer, "right").standing
    assert standing.opens_at == engine.clock.now + timedelta(minutes=15)
    engine.clock.advance(timedelta(minutes=15))
    assert check(agent, customer, "right").answer is Answer.MATCHES


def test_a_clock_set_ahead_forgets_no_wrong_tries(
    engine: Engine, agent: Storage, lead: Storage
) -> None:
    """One refused check in the far future, and the counts of the day are still there."""
    customers = [add_customer(lead, f"9{number}") for number in range(8)]
    for each in customers[:7]:
        set_password(lead, each)
        check(agent, each, "wrong")
    tried = submit(agent, customers[0], "wrong")
    engine.clock.advance(timedelta(days=2))
    assert check(agent, customers[7], "any").answer is Answer.NONE
    assert agent.credentials.was_charged(tried)


def test_a_refresh_is_for_a_match_that_has_just_been(
    engine: Engine, agent: Storage, admin: Storage, customer: Customer
) -> None:
    """Not for one that lies in the future of a clock set back."""
    admin.policies.save(Policy(passes=4))
    verdict = check(agent, customer, "right")
    engine.clock.advance(-TOLERANCE - MOMENT)
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(verdict.attempt, credential_of("right", Policy(passes=4)))
    engine.clock.advance(TOLERANCE + timedelta(minutes=6))
    with pytest.raises(AttemptRefusedError):
        agent.credentials.result(verdict.attempt)

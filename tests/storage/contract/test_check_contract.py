"""The check in two transactions: what is charged, what is taken back, what is refused."""

from datetime import timedelta
from uuid import uuid4

import pytest

from desktop_app.core.entities import (
    Answer,
    Customer,
    EventKind,
    JournalQuery,
    PasswordState,
    SubmissionState,
    Validity,
)
from desktop_app.core.errors import AttemptRefusedError, CustomerNotFoundError
from desktop_app.core.ports import Storage
from tests.storage.engines import (
    CHECK,
    OTHER_AGENT,
    Engine,
    add_customer,
    check,
    credential_of,
    digest_of,
    set_password,
    submit,
)


def kinds(storage: Storage, customer: Customer) -> list[tuple[EventKind, str]]:
    """The customer's journal, oldest first."""
    entries = storage.journal.entries(JournalQuery(customer_id=customer.id))
    return [(entry.kind, entry.outcome) for entry in reversed(entries)]


def test_the_right_password_matches(agent: Storage, customer: Customer) -> None:
    """A match leaves no wrong try behind."""
    verdict = check(agent, customer, "right")
    assert verdict.answer is Answer.MATCHES
    assert verdict.customer_id == customer.id
    assert verdict.standing.state is PasswordState.SET
    assert (verdict.standing.tries_left, verdict.standing.tries_allowed) == (5, 5)
    assert verdict.standing.last_failure_at is None


def test_a_wrong_password_does_not_match(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """A wrong try is counted, and its time is kept."""
    verdict = check(agent, customer, "wrong")
    assert verdict.answer is Answer.DOES_NOT_MATCH
    assert verdict.standing.tries_left == 4
    assert verdict.standing.last_failure_at == engine.clock.now
    assert agent.credentials.was_charged(verdict.attempt)


def test_every_step_is_journalled(agent: Storage, customer: Customer, lead: Storage) -> None:
    """An attempt and a verdict stand in the journal, the verdict under its receipt."""
    verdict = check(agent, customer, "right")
    assert kinds(lead, customer)[-2:] == [
        (EventKind.ATTEMPT, "charged"),
        (EventKind.VERDICT, "matches"),
    ]
    [entry] = lead.journal.entries(JournalQuery(text=verdict.receipt))
    assert (entry.receipt, entry.at, entry.login) == (verdict.receipt, verdict.at, "agent")


def test_a_submitted_try_is_charged_before_it_is_compared(
    agent: Storage, customer: Customer
) -> None:
    """Even the right password counts as wrong until its result is asked for."""
    attempt = submit(agent, customer, "right")
    assert agent.credentials.was_charged(attempt)
    assert agent.credentials.challenge(customer.id).standing.tries_left == 4
    assert agent.credentials.result(attempt).answer is Answer.MATCHES
    assert not agent.credentials.was_charged(attempt)
    assert agent.credentials.challenge(customer.id).standing.tries_left == 5


def test_a_match_takes_back_its_own_charge_only(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """The total keeps the other wrong tries; the run starts anew; the last failure is kept."""
    failed_at = engine.clock.now
    for _ in range(3):
        check(agent, customer, "wrong")
    engine.clock.advance(timedelta(minutes=1))
    verdict = check(agent, customer, "right")
    assert verdict.standing.tries_left == 5
    assert verdict.standing.last_failure_at == failed_at


def test_five_wrong_tries_lock_and_the_wait_doubles(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """15 minutes after the fifth, then one try per wait: 30, 60, 120, 240, then blocked."""
    for _ in range(4):
        check(agent, customer, "wrong")
    verdict = check(agent, customer, "wrong")
    minutes = 15
    while verdict.standing.state is PasswordState.LOCKED:
        assert verdict.standing.opens_at == engine.clock.now + timedelta(minutes=minutes)
        assert check(agent, customer, "right").answer is Answer.LOCKED
        engine.clock.advance(timedelta(minutes=minutes))
        verdict = check(agent, customer, "wrong")
        assert verdict.answer is Answer.DOES_NOT_MATCH
        minutes *= 2
    assert minutes == 480
    assert verdict.standing.state is PasswordState.BLOCKED
    engine.clock.advance(timedelta(days=1000))
    assert check(agent, customer, "right").answer is Answer.BLOCKED


def test_the_try_that_would_lock_can_still_match(agent: Storage, customer: Customer) -> None:
    """The lock set in advance by the fifth try goes with its charge."""
    for _ in range(4):
        check(agent, customer, "wrong")
    attempt = submit(agent, customer, "right")
    assert agent.credentials.challenge(customer.id).standing.state is PasswordState.LOCKED
    verdict = agent.credentials.result(attempt)
    assert verdict.answer is Answer.MATCHES
    assert verdict.standing.state is PasswordState.SET


def test_a_hundred_wrong_tries_in_all_block(
    engine: Engine, lead: Storage, customer: Customer
) -> None:
    """Whatever matched between; from 30 on the password needs attention."""
    for wrong in range(100):
        standing = lead.credentials.challenge(customer.id).standing
        assert standing.attention == (wrong >= 30)
        assert check(lead, customer, "wrong").answer is Answer.DOES_NOT_MATCH
        if wrong < 99:
            assert check(lead, customer, "right").answer is Answer.MATCHES
        engine.clock.advance(timedelta(hours=2))
    assert check(lead, customer, "right").answer is Answer.BLOCKED


def test_a_refused_check_is_journalled_and_not_charged(
    agent: Storage, customer: Customer, lead: Storage
) -> None:
    """Locked is an answer with a receipt, and asking costs nothing."""
    for _ in range(5):
        check(agent, customer, "wrong")
    before = agent.credentials.challenge(customer.id)
    attempt = uuid4()
    submission = agent.credentials.submit(attempt, customer.id, before.generation, None)
    assert submission.state is SubmissionState.REFUSED
    assert submission.verdict is not None
    assert submission.verdict.answer is Answer.LOCKED
    assert kinds(lead, customer)[-1] == (EventKind.VERDICT, "locked")
    assert not agent.credentials.was_charged(attempt)
    assert agent.credentials.challenge(customer.id) == before


def test_no_password_is_an_answer(agent: Storage, lead: Storage) -> None:
    """A customer without a telephone password gets a receipt too."""
    customer = add_customer(lead)
    challenge = agent.credentials.challenge(customer.id)
    assert (challenge.generation, challenge.parameters) == (0, None)
    submission = agent.credentials.submit(uuid4(), customer.id, 0, None)
    assert submission.verdict is not None
    assert submission.verdict.answer is Answer.NONE
    assert submission.verdict.receipt.startswith("VW-")


def test_a_check_that_can_be_made_needs_a_digest(agent: Storage, customer: Customer) -> None:
    """Without a digest only refusals are recorded."""
    generation = agent.credentials.challenge(customer.id).generation
    with pytest.raises(AttemptRefusedError):
        agent.credentials.submit(uuid4(), customer.id, generation, None)
    assert agent.credentials.challenge(customer.id).standing.tries_left == 5


def test_an_unknown_customer_is_reported(agent: Storage) -> None:
    """An id that is not there is no answer."""
    with pytest.raises(CustomerNotFoundError):
        agent.credentials.challenge(12345)
    with pytest.raises(CustomerNotFoundError):
        agent.credentials.submit(uuid4(), 12345, 0, None)


def test_an_old_generation_is_not_charged(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """A password that was replaced while the agent was typing costs no try."""
    generation = agent.credentials.challenge(customer.id).generation
    set_password(lead, customer, "newer")
    attempt = uuid4()
    submission = agent.credentials.submit(attempt, customer.id, generation, digest_of("right"))
    assert submission.state is SubmissionState.CHANGED
    assert not agent.credentials.was_charged(attempt)
    assert agent.credentials.challenge(customer.id).standing.tries_left == 5


def test_a_password_replaced_between_the_steps_gives_no_verdict(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """What was typed for the old password is not compared with the new one."""
    attempt = submit(agent, customer, "right")
    set_password(lead, customer, "right")
    with pytest.raises(AttemptRefusedError):
        agent.credentials.result(attempt)


def test_a_password_removed_between_the_steps_gives_no_verdict(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Nothing is left to compare with."""
    attempt = submit(agent, customer, "right")
    lead.credentials.remove(customer.id, "asked for it")
    with pytest.raises(AttemptRefusedError):
        agent.credentials.result(attempt)


def test_submitting_again_is_the_same_try(agent: Storage, customer: Customer) -> None:
    """A repetition after a lost answer is charged once."""
    attempt = uuid4()
    generation = agent.credentials.challenge(customer.id).generation
    for _ in range(3):
        again = agent.credentials.submit(attempt, customer.id, generation, digest_of("wrong"))
        assert again.state is SubmissionState.CHARGED
    assert agent.credentials.challenge(customer.id).standing.tries_left == 4


def test_a_try_is_not_repeated_after_five_minutes(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """What was sent is forgotten by then, so nobody can say that it is the same."""
    attempt = submit(agent, customer, "wrong")
    generation = agent.credentials.challenge(customer.id).generation
    engine.clock.advance(timedelta(minutes=5, microseconds=1))
    with pytest.raises(AttemptRefusedError):
        agent.credentials.submit(attempt, customer.id, generation, digest_of("wrong"))
    assert agent.credentials.was_charged(attempt)


def test_a_repeated_refusal_has_the_same_receipt(agent: Storage, lead: Storage) -> None:
    """One enquiry is one entry."""
    customer = add_customer(lead)
    attempt = uuid4()
    first = agent.credentials.submit(attempt, customer.id, 0, None)
    assert agent.credentials.submit(attempt, customer.id, 0, None) == first
    assert kinds(lead, customer).count((EventKind.VERDICT, "none")) == 1


def test_an_attempt_id_is_not_used_for_something_else(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Another digest, customer or person under the same id is refused and overwrites nothing."""
    other = add_customer(lead, "2")
    set_password(lead, other)
    attempt = submit(agent, customer, "wrong")
    generation = agent.credentials.challenge(customer.id).generation
    for storage, about, word in (
        (agent, customer, "right"),
        (agent, other, "wrong"),
        (engine.open(OTHER_AGENT), customer, "wrong"),
    ):
        with pytest.raises(AttemptRefusedError):
            storage.credentials.submit(attempt, about.id, generation, digest_of(word))
    with pytest.raises(AttemptRefusedError):
        agent.credentials.submit(attempt, customer.id, generation, None)
    assert agent.credentials.result(attempt).answer is Answer.DOES_NOT_MATCH


def test_a_result_can_be_asked_for_again(agent: Storage, customer: Customer, lead: Storage) -> None:
    """The same verdict with the same receipt, journalled once."""
    for word in ("right", "wrong"):
        attempt = submit(agent, customer, word)
        assert agent.credentials.result(attempt) == agent.credentials.result(attempt)
    verdicts = [kind for kind, _ in kinds(lead, customer) if kind is EventKind.VERDICT]
    assert len(verdicts) == 2


def test_a_result_is_for_the_person_who_asked(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """Nobody fetches somebody else's verdict, and an unknown attempt has none."""
    attempt = submit(agent, customer, "right")
    for wanted in (attempt, uuid4()):
        with pytest.raises(AttemptRefusedError):
            engine.open(OTHER_AGENT).credentials.result(wanted)


def test_a_result_is_had_within_five_minutes(
    engine: Engine, agent: Storage, customer: Customer
) -> None:
    """Later the charge stays and there is no verdict."""
    in_time, too_late = submit(agent, customer, "right"), submit(agent, customer, "right")
    engine.clock.advance(timedelta(minutes=5))
    assert agent.credentials.result(in_time).answer is Answer.MATCHES
    engine.clock.advance(timedelta(microseconds=1))
    with pytest.raises(AttemptRefusedError):
        agent.credentials.result(too_late)
    assert agent.credentials.was_charged(too_late)


def test_a_one_call_password_matches_once(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """The second check of it is answered Expired, also one that was submitted before."""
    set_password(lead, customer, "once", Validity.ONE_CALL)
    first, second = submit(agent, customer, "once"), submit(agent, customer, "once")
    assert agent.credentials.result(first).answer is Answer.MATCHES
    assert agent.credentials.result(second).answer is Answer.EXPIRED
    assert agent.credentials.result(first).answer is Answer.MATCHES
    assert check(agent, customer, "once").answer is Answer.EXPIRED
    assert agent.credentials.challenge(customer.id).standing.state is PasswordState.EXPIRED


def test_a_wrong_try_does_not_use_up_a_one_call_password(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Only the match consumes it."""
    set_password(lead, customer, "once", Validity.ONE_CALL)
    assert check(agent, customer, "wrong").answer is Answer.DOES_NOT_MATCH
    assert check(agent, customer, "once").answer is Answer.MATCHES


def test_a_password_for_a_day_ends_to_the_second(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """24 hours after it was set, not before, and also between the two steps."""
    set_password(lead, customer, "today", Validity.ONE_DAY)
    until = engine.clock.now + timedelta(hours=24)
    assert agent.credentials.challenge(customer.id).standing.valid_until == until
    engine.clock.now = until - timedelta(microseconds=1)
    assert check(agent, customer, "today").answer is Answer.MATCHES
    attempt = submit(agent, customer, "today")
    engine.clock.now = until
    assert agent.credentials.result(attempt).answer is Answer.EXPIRED
    assert check(agent, customer, "today").answer is Answer.EXPIRED


def test_the_challenge_names_the_password_but_never_shows_it(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Parameters, who set it and when; the verifier stays in the database."""
    credential = credential_of("shown")
    lead.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)
    challenge = agent.credentials.challenge(customer.id)
    assert challenge.parameters == credential.parameters
    standing = challenge.standing
    assert (standing.set_by, standing.check_method) == ("Lea Lead", "callback")
    assert standing.set_at == engine.clock.now
    assert credential.verifier.hex() not in repr(challenge)

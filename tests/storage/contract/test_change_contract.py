"""What a lead does to a telephone password, and the refresh after a match."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from desktop_app.core.entities import (
    Answer,
    Customer,
    EventKind,
    IdentityCheck,
    JournalQuery,
    PasswordState,
    Validity,
    VerifierParameters,
)
from desktop_app.core.errors import (
    CustomerNotFoundError,
    NoCredentialError,
    NotAllowedError,
    NothingToUnlockError,
    RefreshRefusedError,
)
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from tests.storage.engines import (
    CHECK,
    KEY_ID,
    OTHER_AGENT,
    Engine,
    add_customer,
    check,
    credential_of,
    set_password,
    submit,
)

NEWER = Policy(memory_kib=128 * 1024)
WANTED = credential_of("right", NEWER).parameters


def lock(storage: Storage, customer: Customer) -> None:
    for _ in range(5):
        check(storage, customer, "wrong")


def test_a_new_password_stops_the_old_one_at_once(lead: Storage, customer: Customer) -> None:
    """Whatever the validity of the new one is."""
    for number, validity in enumerate(Validity):
        set_password(lead, customer, f"new {number}", validity)
        assert check(lead, customer, "right").answer is Answer.DOES_NOT_MATCH
        assert check(lead, customer, f"new {number}").answer is Answer.MATCHES


def test_a_new_password_ends_waits_blocks_and_counts(lead: Storage, customer: Customer) -> None:
    """It starts with five tries and no history."""
    lock(lead, customer)
    set_password(lead, customer, "new")
    standing = lead.credentials.challenge(customer.id).standing
    assert standing.state is PasswordState.SET
    assert (standing.tries_left, standing.last_failure_at) == (5, None)


def test_a_set_is_journalled_with_its_identity_check(lead: Storage, customer: Customer) -> None:
    """Method as a detail, reference and note as personal data that can be erased."""
    change = lead.credentials.set(
        customer.id, credential_of("new"), Validity.ONE_CALL, IdentityCheck("video-call", "T-1")
    )
    [entry] = lead.journal.entries(JournalQuery(text=change.receipt))
    assert (entry.kind, entry.outcome, entry.at) == (EventKind.PASSWORD_SET, "call", change.at)
    assert entry.details["check"] == "video-call"
    assert entry.personal == {"reference": "T-1"}
    assert (entry.customer_number, entry.customer_name) == (customer.number, customer.name)


def test_the_generation_grows_with_every_change(lead: Storage, customer: Customer) -> None:
    """Set, remove and set again never give an old number."""
    seen = [lead.credentials.challenge(customer.id).generation]
    set_password(lead, customer)
    seen.append(lead.credentials.challenge(customer.id).generation)
    lead.credentials.remove(customer.id, "asked for it")
    seen.append(lead.credentials.challenge(customer.id).generation)
    set_password(lead, customer)
    seen.append(lead.credentials.challenge(customer.id).generation)
    assert seen == sorted(set(seen))


def test_a_removed_password_is_none(lead: Storage, customer: Customer) -> None:
    """The answer is None, the parameters are gone, a second removal is refused."""
    change = lead.credentials.remove(customer.id, "contract ended")
    [entry] = lead.journal.entries(JournalQuery(text=change.receipt))
    assert (entry.kind, entry.personal) == (
        EventKind.PASSWORD_REMOVED,
        {"reason": "contract ended"},
    )
    assert lead.credentials.challenge(customer.id).parameters is None
    assert check(lead, customer, "right").answer is Answer.NONE
    with pytest.raises(NoCredentialError):
        lead.credentials.remove(customer.id, "again")


def test_an_unlock_ends_the_wait_and_not_the_count(lead: Storage, customer: Customer) -> None:
    """One try, then the longer wait."""
    lock(lead, customer)
    change = lead.credentials.unlock(customer.id, "reached by callback")
    [entry] = lead.journal.entries(JournalQuery(text=change.receipt))
    assert (entry.kind, entry.personal) == (EventKind.UNLOCKED, {"reason": "reached by callback"})
    standing = lead.credentials.challenge(customer.id).standing
    assert (standing.tries_left, standing.next_wait) == (1, timedelta(minutes=30))
    assert check(lead, customer, "wrong").standing.state is PasswordState.LOCKED


def test_only_a_wait_is_unlocked(engine: Engine, lead: Storage, customer: Customer) -> None:
    """Neither an open password nor a blocked one nor a missing one."""
    with pytest.raises(NothingToUnlockError):
        lead.credentials.unlock(customer.id, "why not")
    with pytest.raises(NothingToUnlockError):
        lead.credentials.unlock(add_customer(lead, "2").id, "why not")
    lock(lead, customer)
    for _ in range(5):
        engine.clock.advance(timedelta(hours=4))
        check(lead, customer, "wrong")
    assert lead.credentials.challenge(customer.id).standing.state is PasswordState.BLOCKED
    with pytest.raises(NothingToUnlockError):
        lead.credentials.unlock(customer.id, "why not")


def test_an_agent_changes_no_password(agent: Storage, customer: Customer) -> None:
    """Set, remove and unlock need a lead; nothing has changed afterwards."""
    lock(agent, customer)
    before = agent.credentials.challenge(customer.id)
    with pytest.raises(NotAllowedError):
        set_password(agent, customer, "mine")
    with pytest.raises(NotAllowedError):
        agent.credentials.remove(customer.id, "mine")
    with pytest.raises(NotAllowedError):
        agent.credentials.unlock(customer.id, "mine")
    assert agent.credentials.challenge(customer.id) == before


def test_nobody_gets_a_password_who_is_not_there(lead: Storage) -> None:
    """An unknown customer id is refused."""
    with pytest.raises(CustomerNotFoundError):
        lead.credentials.set(12345, credential_of("new"), Validity.UNTIL_CHANGED, CHECK)


def test_keys_in_use_are_counted(lead: Storage, customer: Customer) -> None:
    """By the key that each password was made with; removed ones do not count."""
    other, third = add_customer(lead, "2"), add_customer(lead, "3")
    set_password(lead, other)
    set_password(lead, third)
    lead.credentials.remove(other.id, "asked for it")
    assert lead.credentials.keys_in_use() == {KEY_ID: 2}


# --- refresh -------------------------------------------------------------------------------------


@pytest.fixture
def outdated(admin: Storage, customer: Customer) -> Customer:
    """A customer whose verifier is cheaper than the policy wants now."""
    admin.policies.save(NEWER)
    return customer


def matched(storage: Storage, customer: Customer) -> UUID:
    verdict = check(storage, customer, "right")
    assert verdict.answer is Answer.MATCHES
    return verdict.attempt


def test_a_match_may_renew_an_outdated_verifier(
    agent: Storage, outdated: Customer, lead: Storage
) -> None:
    """The same password under the policy's parameters, with a new generation, journalled."""
    before = agent.credentials.challenge(outdated.id)
    credential = credential_of("right", NEWER)
    agent.credentials.refresh(matched(agent, outdated), credential)
    after = agent.credentials.challenge(outdated.id)
    assert after.generation > before.generation
    assert after.parameters == credential.parameters
    assert after.standing == before.standing
    assert check(agent, outdated, "right").answer is Answer.MATCHES
    [entry] = lead.journal.entries(JournalQuery(kinds=(EventKind.PASSWORD_REFRESHED,)))
    assert entry.details["memory_kib"] == str(NEWER.memory_kib)


def test_a_refresh_keeps_counts_and_validity(
    engine: Engine, agent: Storage, lead: Storage, outdated: Customer
) -> None:
    """The total of wrong tries and the end of the 24 hours stay."""
    lead.credentials.set(outdated.id, credential_of("right"), Validity.ONE_DAY, CHECK)
    check(agent, outdated, "wrong")
    engine.clock.advance(timedelta(minutes=1))
    attempt = matched(agent, outdated)
    before = agent.credentials.challenge(outdated.id).standing
    agent.credentials.refresh(attempt, credential_of("right", NEWER))
    assert agent.credentials.challenge(outdated.id).standing == before


def test_a_refresh_does_not_revive_a_one_call_password(
    agent: Storage, lead: Storage, outdated: Customer
) -> None:
    """Used is used."""
    lead.credentials.set(outdated.id, credential_of("right"), Validity.ONE_CALL, CHECK)
    agent.credentials.refresh(matched(agent, outdated), credential_of("right", NEWER))
    assert check(agent, outdated, "right").answer is Answer.EXPIRED


def test_a_refresh_follows_a_match_only(agent: Storage, outdated: Customer) -> None:
    """Neither a wrong try nor an open nor an unknown attempt allows one."""
    wrong = check(agent, outdated, "wrong").attempt
    for attempt in (wrong, submit(agent, outdated, "right"), uuid4()):
        with pytest.raises(RefreshRefusedError):
            agent.credentials.refresh(attempt, credential_of("mine", NEWER))


def test_a_refresh_is_the_matching_persons(
    engine: Engine, agent: Storage, outdated: Customer
) -> None:
    """Somebody else cannot use the match."""
    attempt = matched(agent, outdated)
    with pytest.raises(RefreshRefusedError):
        engine.open(OTHER_AGENT).credentials.refresh(attempt, credential_of("mine", NEWER))


def test_a_refresh_works_once(agent: Storage, outdated: Customer) -> None:
    """The second one finds another generation."""
    attempt = matched(agent, outdated)
    agent.credentials.refresh(attempt, credential_of("right", NEWER))
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(attempt, credential_of("mine", NEWER))
    assert check(agent, outdated, "right").answer is Answer.MATCHES


def test_a_refresh_comes_within_a_minute(
    engine: Engine, agent: Storage, outdated: Customer
) -> None:
    """60 seconds after the attempt it is refused."""
    attempt = matched(agent, outdated)
    engine.clock.advance(timedelta(seconds=60, microseconds=1))
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(attempt, credential_of("right", NEWER))


def test_a_refresh_is_the_newest_attempts(agent: Storage, outdated: Customer) -> None:
    """A later try on the same password takes the right away."""
    attempt = matched(agent, outdated)
    check(agent, outdated, "wrong")
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(attempt, credential_of("right", NEWER))


def test_a_verifier_that_follows_the_policy_is_not_refreshed(
    agent: Storage, customer: Customer
) -> None:
    """Otherwise anybody who verified a caller could replace the password unseen."""
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(matched(agent, customer), credential_of("mine"))


@pytest.mark.parametrize(
    "other",
    [
        replace(WANTED, memory_kib=256 * 1024),
        replace(WANTED, passes=4),
        replace(WANTED, norm_version=2),
    ],
    ids=("memory", "passes", "normalisation"),
)
def test_a_refresh_has_exactly_the_policys_parameters(
    agent: Storage, outdated: Customer, other: VerifierParameters
) -> None:
    """Neither cheaper nor dearer."""
    credential = replace(credential_of("right", NEWER), parameters=other)
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(matched(agent, outdated), credential)


def test_a_refresh_has_a_new_salt(agent: Storage, outdated: Customer) -> None:
    """A salt is used once."""
    stored = agent.credentials.challenge(outdated.id).parameters
    assert stored is not None
    wanted = credential_of("right", NEWER)
    same_salt = replace(wanted, parameters=replace(wanted.parameters, salt=stored.salt))
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(matched(agent, outdated), same_salt)

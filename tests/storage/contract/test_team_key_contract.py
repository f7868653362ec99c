"""The team's keys: announced, confirmed, started, and what becomes of the key before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.core.entities import (
    Answer,
    Customer,
    EventKind,
    JournalQuery,
    PasswordState,
    Validity,
)
from desktop_app.core.errors import (
    KeyMissingError,
    KeyRotatedError,
    NoRotationError,
    NotAllowedError,
    RefreshRefusedError,
)
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from desktop_app.core.team_keys import KeyState
from tests.storage.engines import (
    ADMIN,
    AGENT,
    CHECK,
    KEY_ID,
    LEAD,
    Engine,
    add_customer,
    check,
    credential_of,
    set_password,
    submit,
)

NEW_KEY = b"key id 2"
OTHER_KEY = b"key id 3"
BOTH = (KEY_ID, NEW_KEY)


def states(storage: Storage) -> dict[bytes, KeyState]:
    return {key.key_id: key.state for key in storage.team_keys.known().keys}


def set_with(storage: Storage, customer: Customer, key_id: bytes, word: str = "right") -> None:
    credential = credential_of(word, key_id=key_id)
    storage.credentials.set(customer.id, credential, Validity.UNTIL_CHANGED, CHECK)


def rotate(admin: Storage) -> None:
    """Announce the new key, have it here, and start it without anybody else."""
    admin.team_keys.announce(NEW_KEY)
    admin.team_keys.report(BOTH)
    if admin.team_keys.known().announced is not None:
        admin.team_keys.start()


# --- the first key -------------------------------------------------------------------------------


def test_a_new_database_knows_no_key(agent: Storage) -> None:
    """Then each workstation's own first key is the one to make passwords with."""
    assert agent.team_keys.known().keys == ()
    assert agent.credentials.current_key_id() is None


def test_the_first_password_tells_the_teams_key(lead: Storage, customer: Customer) -> None:
    """From then on a new password is made with that key and no other."""
    assert lead.credentials.current_key_id() == KEY_ID
    [key] = lead.team_keys.known().keys
    assert (key.state, key.made_by, key.ends_at) == (KeyState.CURRENT, LEAD.name, None)
    with pytest.raises(KeyRotatedError):
        set_with(lead, customer, NEW_KEY)
    assert lead.credentials.keys_in_use() == {KEY_ID: 1}
    assert check(lead, customer, "right").answer is Answer.MATCHES


def test_an_admin_may_tell_the_first_key(admin: Storage, lead: Storage) -> None:
    """Setting up a team's database: the key is the current one at once, and journalled."""
    admin.team_keys.announce(NEW_KEY)
    assert states(admin) == {NEW_KEY: KeyState.CURRENT}
    with pytest.raises(KeyRotatedError):
        set_with(lead, add_customer(lead), KEY_ID)
    [entry] = admin.journal.entries(JournalQuery(kinds=(EventKind.KEY_ROTATED,)))
    assert (entry.outcome, entry.details) == ("first", {"key_id": NEW_KEY.hex()})


# --- announced -----------------------------------------------------------------------------------


def test_an_announced_key_makes_no_password(
    admin: Storage, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Neither a new one nor a renewed one: a colleague without the key would be locked out."""
    agent.team_keys.report([KEY_ID])
    admin.team_keys.announce(NEW_KEY)
    admin.team_keys.report(BOTH)
    assert states(agent) == {KEY_ID: KeyState.CURRENT, NEW_KEY: KeyState.ANNOUNCED}
    with pytest.raises(KeyRotatedError):
        set_with(lead, customer, NEW_KEY)
    attempt = check(agent, customer, "right").attempt
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(attempt, credential_of("right", key_id=NEW_KEY))
    set_password(lead, customer, "other")
    assert check(agent, customer, "other").answer is Answer.MATCHES


def test_only_an_admin_rotates(admin: Storage, lead: Storage, agent: Storage) -> None:
    """Announcing, starting and looking at the others are nobody else's."""
    admin.team_keys.announce(KEY_ID)
    for other in (agent, lead):
        with pytest.raises(NotAllowedError):
            other.team_keys.announce(NEW_KEY)
        with pytest.raises(NotAllowedError):
            other.team_keys.start()
        with pytest.raises(NotAllowedError):
            other.team_keys.holders()
    assert states(admin) == {KEY_ID: KeyState.CURRENT}


def test_one_rotation_at_a_time(engine: Engine, admin: Storage, customer: Customer) -> None:
    """Who does not know of the one under way cannot replace it; who does can."""
    admin.team_keys.announce(NEW_KEY)
    second = engine.open(ADMIN)
    with pytest.raises(KeyRotatedError):
        second.team_keys.announce(OTHER_KEY)
    second.team_keys.announce(OTHER_KEY, NEW_KEY)
    assert states(admin) == {KEY_ID: KeyState.CURRENT, OTHER_KEY: KeyState.ANNOUNCED}
    [newest, *_] = admin.journal.entries(JournalQuery(kinds=(EventKind.KEY_ROTATED,)))
    assert newest.details == {"key_id": OTHER_KEY.hex(), "instead_of": NEW_KEY.hex()}


def test_a_key_is_announced_once(admin: Storage, customer: Customer) -> None:
    """The current one and one that was retired never come back."""
    with pytest.raises(KeyRotatedError):
        admin.team_keys.announce(KEY_ID)
    rotate(admin)
    for known in BOTH:
        with pytest.raises(KeyRotatedError):
            admin.team_keys.announce(known)


# --- confirmed -----------------------------------------------------------------------------------


def test_a_key_starts_when_the_last_workstation_has_it(
    admin: Storage, lead: Storage, agent: Storage, customer: Customer
) -> None:
    """Not before; who confirmed when can be read, and each confirmation is journalled once."""
    for storage in (admin, lead, agent):
        storage.team_keys.report([KEY_ID])
    admin.team_keys.announce(NEW_KEY)
    for storage in (admin, lead, lead):
        storage.team_keys.report(BOTH)
        assert agent.credentials.current_key_id() == KEY_ID
    holders = {holder.login: holder for holder in admin.team_keys.holders()}
    assert {login: holder.key_id for login, holder in holders.items()} == {
        ADMIN.login: NEW_KEY,
        LEAD.login: NEW_KEY,
        AGENT.login: KEY_ID,
    }
    assert [login for login, holder in holders.items() if holder.is_waited_for] == [AGENT.login]
    assert (holders[LEAD.login].name, holders[LEAD.login].workstation) == (LEAD.name, "desk-1")
    agent.team_keys.report(BOTH)
    assert states(agent) == {KEY_ID: KeyState.RETIRED, NEW_KEY: KeyState.CURRENT}
    assert not any(holder.is_waited_for for holder in admin.team_keys.holders())
    entries = admin.journal.entries(JournalQuery(kinds=(EventKind.KEY_ROTATED,)))
    assert [(entry.login, entry.outcome) for entry in reversed(entries)] == [
        (ADMIN.login, "announced"),
        (ADMIN.login, "confirmed"),
        (LEAD.login, "confirmed"),
        (AGENT.login, "confirmed"),
        (AGENT.login, "started"),
    ]
    assert entries[0].details == {
        "key_id": NEW_KEY.hex(),
        "before": KEY_ID.hex(),
        "unconfirmed": "0",
    }


def test_a_workstation_without_the_key_in_use_is_not_waited_for(
    admin: Storage, agent: Storage, customer: Customer
) -> None:
    """It can check nothing today, and nothing is taken from it."""
    agent.team_keys.report([])
    agent.team_keys.report([OTHER_KEY])
    admin.team_keys.report([KEY_ID])
    admin.team_keys.announce(NEW_KEY)
    admin.team_keys.report(BOTH)
    assert admin.credentials.current_key_id() == NEW_KEY


def test_a_workstation_that_is_gone_is_waited_for_thirty_days(
    engine: Engine, admin: Storage, agent: Storage, customer: Customer
) -> None:
    """After that the next report of anybody starts the key."""
    agent.team_keys.report([KEY_ID])
    admin.team_keys.announce(NEW_KEY)
    engine.clock.advance(timedelta(days=29))
    admin.team_keys.report(BOTH)
    assert admin.credentials.current_key_id() == KEY_ID
    engine.clock.advance(timedelta(days=1))
    admin.team_keys.report(BOTH)
    assert admin.credentials.current_key_id() == NEW_KEY


def test_a_workstation_that_lost_its_keys_confirms_no_more(
    admin: Storage, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """What it says today counts."""
    lead.team_keys.report([KEY_ID])
    admin.team_keys.announce(NEW_KEY)
    agent.team_keys.report(BOTH)
    agent.team_keys.report([])
    [holder] = [each for each in admin.team_keys.holders() if each.login == AGENT.login]
    assert (holder.key_id, holder.confirmed_at) == (None, None)


def test_a_key_that_nobody_has_is_never_started(admin: Storage, customer: Customer) -> None:
    """Nobody is waited for here, and still the file may have reached nobody."""
    admin.team_keys.announce(NEW_KEY)
    admin.team_keys.report([KEY_ID])
    with pytest.raises(KeyMissingError):
        admin.team_keys.start()
    assert admin.credentials.current_key_id() == KEY_ID


# --- started -------------------------------------------------------------------------------------


def test_an_admin_may_start_without_the_rest(
    admin: Storage, agent: Storage, customer: Customer
) -> None:
    """For computers that are gone; the journal has how many had not confirmed."""
    agent.team_keys.report([KEY_ID])
    with pytest.raises(NoRotationError):
        admin.team_keys.start()
    admin.team_keys.announce(NEW_KEY)
    admin.team_keys.report(BOTH)
    change = admin.team_keys.start()
    assert admin.credentials.current_key_id() == NEW_KEY
    [entry] = admin.journal.entries(JournalQuery(text=change.receipt))
    assert (entry.outcome, entry.details["unconfirmed"]) == ("started", "1")


def test_both_keys_check_and_a_match_moves_to_the_new_one(
    admin: Storage, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """What was not checked since is counted under the old key."""
    second = add_customer(lead, "2")
    set_password(lead, second)
    rotate(admin)
    verdict = check(agent, customer, "right")
    assert verdict.answer is Answer.MATCHES
    with pytest.raises(RefreshRefusedError):
        agent.credentials.refresh(verdict.attempt, credential_of("right", key_id=OTHER_KEY))
    agent.credentials.refresh(verdict.attempt, credential_of("right", key_id=NEW_KEY))
    assert agent.credentials.keys_in_use() == {KEY_ID: 1, NEW_KEY: 1}
    assert check(agent, customer, "right").answer is Answer.MATCHES
    assert check(agent, second, "right").answer is Answer.MATCHES


def test_a_retired_key_makes_no_password(admin: Storage, lead: Storage, customer: Customer) -> None:
    """A lead's workstation without the new key is refused, and nothing is stored."""
    rotate(admin)
    with pytest.raises(KeyRotatedError):
        set_with(lead, customer, KEY_ID, "new")
    assert check(lead, customer, "right").answer is Answer.MATCHES
    set_with(lead, customer, NEW_KEY, "new")
    assert check(lead, customer, "new").answer is Answer.MATCHES


def test_a_password_is_expired_when_its_keys_time_is_over(
    engine: Engine, admin: Storage, agent: Storage, customer: Customer
) -> None:
    """90 days after the start, on the card, in the search, for the check: a new one is needed."""
    rotate(admin)
    [old] = [each for each in agent.team_keys.known().keys if each.key_id == KEY_ID]
    assert old.ends_at == engine.clock.now + timedelta(days=90)
    engine.clock.advance(timedelta(days=90) - timedelta(microseconds=1))
    assert agent.credentials.challenge(customer.id).standing.state is PasswordState.SET
    assert old.key_id not in agent.team_keys.known().ended(engine.clock.now)
    engine.clock.advance(timedelta(microseconds=1))
    assert old.key_id in agent.team_keys.known().ended(engine.clock.now)
    standing = agent.credentials.challenge(customer.id).standing
    assert (standing.state, standing.valid_until, standing.single_use) == (
        PasswordState.EXPIRED,
        None,
        False,
    )
    [hit] = agent.customers.search(customer.number).hits
    assert hit.state is PasswordState.EXPIRED
    assert agent.customers.details(customer.id).standing.state is PasswordState.EXPIRED
    assert check(agent, customer, "right").answer is Answer.EXPIRED


def test_a_check_that_is_under_way_at_the_end_answers_expired(
    engine: Engine, admin: Storage, agent: Storage, customer: Customer
) -> None:
    """It was charged before and is answered after."""
    rotate(admin)
    engine.clock.advance(timedelta(days=90) - timedelta(seconds=1))
    attempt = submit(agent, customer, "right")
    engine.clock.advance(timedelta(seconds=1))
    assert agent.credentials.result(attempt).answer is Answer.EXPIRED


def test_a_renewed_password_outlives_the_old_key(
    engine: Engine, admin: Storage, agent: Storage, customer: Customer
) -> None:
    """Its new verifier belongs to the new key."""
    rotate(admin)
    attempt = check(agent, customer, "right").attempt
    agent.credentials.refresh(attempt, credential_of("right", key_id=NEW_KEY))
    engine.clock.advance(timedelta(days=400))
    assert check(agent, customer, "right").answer is Answer.MATCHES


def test_the_policy_says_how_long_an_old_key_stays(
    engine: Engine, admin: Storage, customer: Customer
) -> None:
    """Edited later it does not move the end of a key that was retired before."""
    admin.policies.save(replace(Policy(), old_key_days=7))
    rotate(admin)
    admin.policies.save(replace(Policy(), old_key_days=365))
    assert admin.team_keys.known().ended(engine.clock.now + timedelta(days=7)) == {KEY_ID}

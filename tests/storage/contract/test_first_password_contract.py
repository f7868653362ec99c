"""First passwords for many: whom they are for, what they replace, and when they end."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.core.entities import (
    FIRST_USE_WITHIN,
    Answer,
    Customer,
    CustomerDraft,
    EventKind,
    JournalQuery,
    PasswordState,
    Validity,
)
from desktop_app.core.errors import (
    CustomerNotFoundError,
    KeyRotatedError,
    NotAllowedError,
    PasswordPresentError,
)
from desktop_app.core.first_password_ports import Candidate, Lacking, Wanted
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from tests.storage.engines import (
    ADMIN,
    Engine,
    add_customer,
    check,
    credential_of,
    set_password,
    submit,
)

MOMENT = timedelta(microseconds=1)
REASON = "Introduction of telephone passwords"
EVERYBODY = Wanted()
LETTERS = Wanted(Lacking.UNUSED_LETTER)


@pytest.fixture
def newcomer(lead: Storage) -> Customer:
    """A customer with a first password by letter, ``letter``."""
    customer = add_customer(lead, "200")
    lead.first_passwords.set(customer.id, credential_of("letter"), REASON)
    return customer


def numbers(storage: Storage, wanted: Wanted = EVERYBODY, limit: int = 500) -> list[str]:
    return [
        each.customer.number for each in storage.first_passwords.candidates(wanted, limit).found
    ]


def letter_of(storage: Storage, customer: Customer) -> Candidate:
    """The customer as they are listed among those whose letter is not used yet."""
    listed = storage.first_passwords.candidates(LETTERS, 500).found
    [found] = [each for each in listed if each.customer == customer]
    return found


def give_another(storage: Storage, customer: Customer, text: str) -> None:
    replaces = letter_of(storage, customer).letter_at
    storage.first_passwords.set(customer.id, credential_of(text), REASON, replaces)


def block(storage: Storage, engine: Engine, customer: Customer) -> None:
    for _ in range(Policy().tries_until_block):
        check(storage, customer, "wrong")
        engine.clock.advance(timedelta(hours=5))


# --- the sixty days ------------------------------------------------------------------------------


def test_a_first_password_ends_after_sixty_days(
    engine: Engine, agent: Storage, newcomer: Customer
) -> None:
    """To the moment, and for good: a clock that goes back a little does not bring it back."""
    standing = agent.credentials.challenge(newcomer.id).standing
    assert standing.set_at is not None
    assert standing.valid_until == standing.set_at + FIRST_USE_WITHIN
    assert standing.until_used
    engine.clock.advance(FIRST_USE_WITHIN - MOMENT)
    attempt = submit(agent, newcomer, "letter")
    engine.clock.advance(MOMENT)
    assert agent.credentials.result(attempt).answer is Answer.EXPIRED
    assert agent.credentials.challenge(newcomer.id).standing.state is PasswordState.EXPIRED
    engine.clock.advance(-timedelta(minutes=1))
    assert check(agent, newcomer, "letter").answer is Answer.EXPIRED


def test_its_first_match_makes_it_hold_until_it_is_changed(
    engine: Engine, agent: Storage, newcomer: Customer
) -> None:
    """In the last moment too; and again years later."""
    engine.clock.advance(FIRST_USE_WITHIN - MOMENT)
    standing = check(agent, newcomer, "letter").standing
    assert (standing.state, standing.valid_until) == (PasswordState.SET, None)
    assert not standing.until_used
    engine.clock.advance(timedelta(days=1000))
    assert check(agent, newcomer, "letter").answer is Answer.MATCHES


def test_a_wrong_try_does_not_prolong_it(
    engine: Engine, agent: Storage, newcomer: Customer
) -> None:
    """Only a match is use."""
    assert check(agent, newcomer, "wrong").answer is Answer.DOES_NOT_MATCH
    assert agent.credentials.challenge(newcomer.id).standing.until_used
    engine.clock.advance(FIRST_USE_WITHIN)
    assert check(agent, newcomer, "letter").answer is Answer.EXPIRED


@pytest.mark.parametrize("validity", [Validity.UNTIL_CHANGED, Validity.ONE_CALL, Validity.ONE_DAY])
def test_another_password_takes_its_sixty_days_away(
    lead: Storage, newcomer: Customer, validity: Validity
) -> None:
    """What is set afterwards holds as long as it says, and a match makes no more of it."""
    set_password(lead, newcomer, "other", validity)
    before = lead.credentials.challenge(newcomer.id).standing
    assert not before.until_used
    after = check(lead, newcomer, "other").standing
    assert after.valid_until == before.valid_until


def test_a_lead_may_set_one_after_an_identity_check_too(
    engine: Engine, lead: Storage, customer: Customer
) -> None:
    """The validity is the same, whoever sets it."""
    set_password(lead, customer, "new", Validity.FIRST_USE)
    assert lead.credentials.challenge(customer.id).standing.until_used
    engine.clock.advance(FIRST_USE_WITHIN)
    assert check(lead, customer, "new").answer is Answer.EXPIRED


# --- what it replaces ----------------------------------------------------------------------------


def test_it_takes_no_other_passwords_place(
    engine: Engine, lead: Storage, customer: Customer
) -> None:
    """Set, for one call, expired, or blocked: that takes an identity check."""

    def refused() -> bool:
        with pytest.raises(PasswordPresentError):
            lead.first_passwords.set(customer.id, credential_of("letter"), REASON)
        return True

    assert refused()
    set_password(lead, customer, "new", Validity.ONE_DAY)
    engine.clock.advance(timedelta(days=2))
    assert refused()
    set_password(lead, customer, "new", Validity.FIRST_USE)
    assert refused()
    set_at = lead.credentials.challenge(customer.id).standing.set_at
    with pytest.raises(PasswordPresentError):
        lead.first_passwords.set(customer.id, credential_of("letter"), REASON, set_at)
    assert check(lead, customer, "new").answer is Answer.MATCHES
    block(lead, engine, customer)
    assert refused()
    lead.credentials.remove(customer.id, "asked for it")
    lead.first_passwords.set(customer.id, credential_of("letter"), REASON)
    assert check(lead, customer, "letter").answer is Answer.MATCHES


def test_another_letter_takes_an_unused_ones_place(
    engine: Engine, lead: Storage, newcomer: Customer
) -> None:
    """Also when it has expired; once it was used it is the customer's own."""
    give_another(lead, newcomer, "second")
    assert check(lead, newcomer, "letter").answer is Answer.DOES_NOT_MATCH
    engine.clock.advance(FIRST_USE_WITHIN)
    give_another(lead, newcomer, "third")
    used = letter_of(lead, newcomer)
    assert check(lead, newcomer, "third").answer is Answer.MATCHES
    with pytest.raises(PasswordPresentError):
        lead.first_passwords.set(newcomer.id, credential_of("fourth"), REASON, used.letter_at)


def test_a_letter_that_came_after_the_list_stays(
    engine: Engine, lead: Storage, newcomer: Customer
) -> None:
    """Two leads with the same list: the one who comes second does not end the first one's letters.

    Neither for those listed without a password nor for those listed with an older letter.
    """
    other = engine.open(ADMIN)
    first = add_customer(lead, "100")
    assert [each.letter_at for each in lead.first_passwords.candidates(EVERYBODY, 9).found] == [
        None
    ]
    older = letter_of(lead, newcomer)
    engine.clock.advance(MOMENT)
    lead.first_passwords.set(first.id, credential_of("printed"), REASON)
    give_another(lead, newcomer, "printed")
    with pytest.raises(PasswordPresentError):
        other.first_passwords.set(first.id, credential_of("late"), REASON)
    with pytest.raises(PasswordPresentError):
        other.first_passwords.set(newcomer.id, credential_of("late"), REASON, older.letter_at)
    for each in (first, newcomer):
        assert check(lead, each, "printed").answer is Answer.MATCHES


def test_a_letter_whose_password_was_removed_is_replaced_all_the_same(
    lead: Storage, newcomer: Customer
) -> None:
    """Without a password there is nothing that a new one could end."""
    listed = letter_of(lead, newcomer)
    lead.credentials.remove(newcomer.id, "the letter came back")
    lead.first_passwords.set(newcomer.id, credential_of("second"), REASON, listed.letter_at)
    assert check(lead, newcomer, "second").answer is Answer.MATCHES


def test_a_blocked_letter_is_not_opened_by_another(
    engine: Engine, lead: Storage, newcomer: Customer
) -> None:
    """Somebody has guessed at it: only an identity check helps, and nobody is asked to send one."""
    listed = letter_of(lead, newcomer)
    block(lead, engine, newcomer)
    with pytest.raises(PasswordPresentError):
        lead.first_passwords.set(newcomer.id, credential_of("second"), REASON, listed.letter_at)
    assert numbers(lead, LETTERS) == []


def test_whoever_is_gone_or_inactive_gets_none(lead: Storage) -> None:
    """A closed account needs no telephone password."""
    with pytest.raises(CustomerNotFoundError):
        lead.first_passwords.set(1, credential_of("letter"), REASON)
    known = add_customer(lead)
    lead.customers.change(known, replace(known, active=False))
    with pytest.raises(PasswordPresentError):
        lead.first_passwords.set(known.id, credential_of("letter"), REASON)
    assert numbers(lead) == []


def test_it_is_made_with_the_teams_key(lead: Storage, newcomer: Customer) -> None:
    """As every new password."""
    with pytest.raises(KeyRotatedError):
        lead.first_passwords.set(newcomer.id, credential_of("x", key_id=b"key id 2"), REASON)


def test_only_a_lead_gives_first_passwords(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """And sees who has none."""
    with pytest.raises(NotAllowedError):
        agent.first_passwords.set(customer.id, credential_of("letter"), REASON)
    with pytest.raises(NotAllowedError):
        agent.first_passwords.candidates(EVERYBODY, 10)


def test_each_is_journalled(lead: Storage, newcomer: Customer) -> None:
    """With the letter in the place of an identity check, and the reason as personal data."""
    query = JournalQuery(customer_id=newcomer.id, kinds=(EventKind.PASSWORD_SET,))
    [entry] = lead.journal.entries(query)
    assert (entry.outcome, entry.details["check"]) == ("first-use", "letter")
    assert entry.personal == {"reason": REASON}


# --- whom it is for ------------------------------------------------------------------------------


def test_those_without_a_password_are_found_by_number(lead: Storage, newcomer: Customer) -> None:
    """Also those whose password was removed; not those who have one, a letter's included."""
    for number in ("300", "100", "400"):
        add_customer(lead, number)
    removed = add_customer(lead, "350")
    set_password(lead, removed)
    lead.credentials.remove(removed.id, "asked for it")
    set_password(lead, lead.customers.find_number("400"))
    assert numbers(lead) == ["100", "300", "350"]
    assert numbers(lead, LETTERS) == [newcomer.number]
    found = lead.first_passwords.candidates(EVERYBODY, 2)
    assert ([each.customer.number for each in found.found], found.more) == (["100", "300"], True)
    assert not lead.first_passwords.candidates(EVERYBODY, 3).more


def test_a_used_letter_is_no_unused_one(lead: Storage, newcomer: Customer) -> None:
    """With its first match it disappears from the list."""
    check(lead, newcomer, "letter")
    assert numbers(lead, LETTERS) == []


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("", "", ["A-77", "B-12", "C-13"]),
        ("muller", "", ["A-77", "B-12"]),
        ("Müller bau", "", ["A-77"]),
        ("bau Muell", "DE", ["A-77"]),
        ("uller", "", []),
        ("", "AT", ["B-12"]),
        ("mueller", "AT", ["B-12"]),
        ("example", "", ["C-13"]),
        ("b 12", "", ["B-12"]),
        ("77", "", ["A-77"]),
        ("łódź", "", ["C-13"]),
        ("s'", "", ["C-13"]),
        ('"* NOT x', "", []),
    ],
)
def test_they_are_filtered(lead: Storage, text: str, country: str, found: list[str]) -> None:
    """By beginnings of words, folded as in the search, and by country; nothing is an operator."""
    for draft in (
        CustomerDraft(number="A-77", name="Anna Müller", company="Baumeister", country="DE"),
        CustomerDraft(number="B-12", name="Mueller", country="AT"),
        CustomerDraft(number="C-13", name="Sokół", company="Łódź Trade", emails=("i@example.org",)),
    ):
        lead.customers.add(draft)
    assert numbers(lead, Wanted(text=text, country=country)) == found


def test_a_password_set_at_the_same_moment_stays(
    patient_engine: Engine, lead: Storage, customer: Customer
) -> None:
    """Many letters and one password after an identity check at once: the letters lose."""
    newcomers = [add_customer(lead, str(number)) for number in range(900, 912)]
    other = patient_engine.open(ADMIN)
    refused: list[str] = []

    def letter(each: Customer) -> None:
        try:
            lead.first_passwords.set(each.id, credential_of("letter"), REASON)
        except PasswordPresentError:
            refused.append(each.number)

    with ThreadPoolExecutor(2) as pool:
        for each in newcomers:
            futures = [pool.submit(letter, each), pool.submit(set_password, other, each, "set")]
            for future in futures:
                future.result()
    for each in newcomers:
        assert check(lead, each, "set").answer is Answer.MATCHES

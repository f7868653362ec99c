"""A customer is deleted: the record goes, the journal and its chain stay."""

from uuid import uuid4

import pytest

from desktop_app.core.entities import (
    Customer,
    CustomerDraft,
    EventKind,
    JournalQuery,
    PasswordState,
    SubmissionState,
    Validity,
)
from desktop_app.core.errors import (
    AttemptRefusedError,
    ChangedMeanwhileError,
    CustomerNotFoundError,
    FieldRefusedError,
    NoCredentialError,
    WatchwordError,
)
from desktop_app.core.ports import Storage
from tests.storage.at_once import at_once
from tests.storage.engines import (
    ADMIN,
    AGENT,
    CHECK,
    LEAD,
    Engine,
    add_customer,
    check,
    credential_of,
    digest_of,
    set_password,
    submit,
)

REASON = "asked for it in writing"


def full_customer(lead: Storage, agent: Storage) -> Customer:
    """Somebody of whom every part of the database knows something."""
    customer = lead.customers.add(
        CustomerDraft(
            number="104233",
            name="Anja Müller",
            company="Blumenhof",
            phones=("+4968515550137",),
            emails=("anja@blumen.example",),
            domains=("blumen.example",),
        )
    )
    set_password(lead, customer)
    check(agent, customer, "wrong")
    agent.customers.raise_caution(customer.id, "Anja's brother called")
    lead.credentials.remove(customer.id, "Anja's wish")
    set_password(lead, customer)
    return customer


def test_everything_known_goes_but_number_and_receipts(lead: Storage, agent: Storage) -> None:
    """Nobody is found by anything; the entries stay without what they said, but for the reason."""
    customer = full_customer(lead, agent)
    before = lead.journal.entries(JournalQuery())
    assert any(entry.personal for entry in before)
    change = lead.customers.delete(customer.id, f" {REASON} ")
    for text in ("104233", "Müller", "Mueler", "ülle", "Blumenhof", "555 0137", "blumen.example"):
        assert lead.customers.search(text).hits == (), text
    with pytest.raises(CustomerNotFoundError):
        lead.customers.details(customer.id)
    assert lead.customers.count() == 0
    assert list(lead.customers.export()) == []
    assert lead.credentials.keys_in_use() == {}
    newest, *after = lead.journal.entries(JournalQuery())
    assert (newest.kind, newest.receipt) == (EventKind.CUSTOMER_DELETED, change.receipt)
    assert (newest.customer_number, newest.personal) == ("104233", {"reason": REASON})
    assert [entry.receipt for entry in after] == [entry.receipt for entry in before]
    assert {entry.customer_number for entry in after} == {"104233"}
    assert {entry.customer_id for entry in after} == {customer.id}
    assert not any(entry.personal for entry in after)
    assert {(entry.customer_name, entry.customer_company) for entry in after} == {("", "")}


def test_the_chain_holds(lead: Storage, agent: Storage) -> None:
    """Over entries that were sealed before, over those that were not, and after the deletion."""
    customer = full_customer(lead, agent)
    lead.journal.seal()
    head = lead.journal.head()
    seen = lead.customers.details(customer.id).caution
    agent.customers.raise_caution(customer.id, "another one", seen)
    lead.customers.delete(customer.id, REASON)
    lead.journal.seal()
    report = lead.journal.verify(head)
    assert report.fault is None
    assert report.head is not None
    assert head is not None
    assert report.head.sequence == head.sequence + 2


def test_it_needs_a_reason(lead: Storage) -> None:
    """Without one, or with one that cannot be stored, everything stays."""
    customer = add_customer(lead)
    for reason in ("", " \n", "a\0b", "x" * 501):
        with pytest.raises(FieldRefusedError):
            lead.customers.delete(customer.id, reason)
    assert lead.customers.get(customer.id) == customer


def test_a_new_customer_of_the_number_is_a_new_one(lead: Storage, agent: Storage) -> None:
    """Another id, no password, no caution, no last check, and another history."""
    old = full_customer(lead, agent)
    lead.customers.delete(old.id, REASON)
    new = lead.customers.add(CustomerDraft(number=old.number, name="Anja Müller"))
    assert new.id != old.id
    details = lead.customers.details(new.id)
    assert details.standing.state is PasswordState.NONE
    assert (details.caution, details.last_check) == (None, None)
    own = lead.journal.entries(JournalQuery(customer_id=new.id))
    assert [entry.kind for entry in own] == [EventKind.CUSTOMER_ADDED]
    (hit,) = lead.customers.search("mueller").hits
    assert hit.customer == new
    with pytest.raises(CustomerNotFoundError):
        lead.customers.delete(old.id, REASON)


def test_a_check_under_way_ends_without_an_answer(lead: Storage, agent: Storage) -> None:
    """Opened or even submitted before, right or wrong: there is nothing left to compare with."""
    customer = add_customer(lead)
    set_password(lead, customer)
    challenge = agent.credentials.challenge(customer.id)
    attempt = submit(agent, customer, "right")
    lead.customers.delete(customer.id, REASON)
    with pytest.raises(CustomerNotFoundError):
        agent.credentials.result(attempt)
    with pytest.raises(CustomerNotFoundError):
        agent.credentials.submit(uuid4(), customer.id, challenge.generation, digest_of("right"))
    with pytest.raises(CustomerNotFoundError):
        agent.credentials.challenge(customer.id)
    assert agent.credentials.was_charged(attempt)


def test_an_answer_is_not_given_twice(lead: Storage, agent: Storage) -> None:
    """Not even the match that there was before."""
    customer = add_customer(lead)
    set_password(lead, customer)
    attempt = submit(agent, customer, "right")
    agent.credentials.result(attempt)
    lead.customers.delete(customer.id, REASON)
    with pytest.raises((CustomerNotFoundError, AttemptRefusedError)):
        agent.credentials.result(attempt)


def test_a_persons_wrong_tries_stay_counted(lead: Storage, agent: Storage, engine: Engine) -> None:
    """Deleting whom somebody guessed at gives them no tries back."""
    others = [add_customer(lead, str(number)) for number in range(8)]
    for each in others[:7]:
        set_password(lead, each)
        check(agent, each, "wrong")
        lead.customers.delete(each.id, REASON)
    set_password(lead, others[7])
    check(agent, others[7], "wrong")
    assert engine.open(AGENT).credentials.challenge(others[7].id).paused


def test_whoever_edits_meanwhile_is_told(engine: Engine, lead: Storage) -> None:
    """A form that was opened before saves nothing."""
    customer = add_customer(lead)
    engine.open(ADMIN).customers.delete(customer.id, REASON)
    with pytest.raises(ChangedMeanwhileError):
        lead.customers.change(customer, customer)


def race(engine: Engine, customer: Customer) -> list[WatchwordError | None]:
    """A deletion, and beside it whatever else can be done to the customer."""
    admin, setter, remover, warner, checker = (
        engine.open(person) for person in (ADMIN, LEAD, LEAD, AGENT, AGENT)
    )

    seen = warner.customers.details(customer.id).caution

    def set_another() -> None:
        setter.credentials.set(customer.id, credential_of("another"), Validity.UNTIL_CHANGED, CHECK)

    def try_right() -> None:
        attempt = uuid4()
        generation = checker.credentials.challenge(customer.id).generation
        given = customer.id, generation, digest_of("right")
        if checker.credentials.submit(attempt, *given).state is SubmissionState.CHARGED:
            checker.credentials.result(attempt)

    outcomes = at_once(
        lambda: admin.customers.delete(customer.id, REASON),
        set_another,
        lambda: remover.credentials.remove(customer.id, "wish"),
        lambda: warner.customers.raise_caution(customer.id, "personal", seen),
        try_right,
    )
    for each in (admin, setter, remover, warner, checker):
        each.close()
    return outcomes


@pytest.mark.parametrize("has_password", [True, False])
def test_nothing_of_a_colleagues_work_at_that_moment_survives(
    patient_engine: Engine, lead: Storage, *, has_password: bool
) -> None:
    """Set, remove, caution and check beside the deletion: done before it and erased, or refused."""
    for turn in range(12):
        customer = add_customer(lead, f"{turn}")
        if has_password:
            set_password(lead, customer)
            lead.customers.raise_caution(customer.id, "older")
        deleted, *others = race(patient_engine, customer)
        assert deleted is None
        expected = CustomerNotFoundError, NoCredentialError, AttemptRefusedError
        assert all(each is None or isinstance(each, expected) for each in others), others
        entries = lead.journal.entries(JournalQuery(customer_id=customer.id))
        kept = [entry.kind for entry in entries if entry.personal]
        assert kept == [EventKind.CUSTOMER_DELETED]
    assert lead.customers.count() == 0
    assert lead.credentials.keys_in_use() == {}
    lead.journal.seal()
    assert lead.journal.verify().fault is None

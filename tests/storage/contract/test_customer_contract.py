"""Customers are added, changed, shown and exported; cautions raised and cleared."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.core.entities import (
    Answer,
    Caution,
    Customer,
    CustomerDraft,
    EventKind,
    JournalQuery,
    PasswordState,
)
from desktop_app.core.errors import (
    ChangedMeanwhileError,
    CustomerNotFoundError,
    FieldRefusedError,
    NotAllowedError,
    NumberTakenError,
)
from desktop_app.core.ports import Storage
from tests.storage.at_once import at_once
from tests.storage.engines import AGENT, LEAD, Engine, add_customer, check, set_password

FULL = CustomerDraft(
    number="104233",
    name="Anja Müller",
    company="Müller & Söhne",
    phones=("+4968515550137", "06894 / 555"),
    emails=("anja@x.example", "b@x.example"),
    domains=("x.example",),
    country="DE",
    language="de",
    authorised="Otto\nEva",
    active=False,
)


def caution_of(storage: Storage, customer: Customer) -> Caution:
    caution = storage.customers.details(customer.id).caution
    assert caution is not None
    return caution


def kinds(storage: Storage) -> list[EventKind]:
    return [entry.kind for entry in storage.journal.entries(JournalQuery())]


def test_every_field_comes_back(lead: Storage) -> None:
    """By id and by number."""
    added = lead.customers.add(FULL)
    assert replace(added, id=1) == Customer(
        id=1, **{name: getattr(FULL, name) for name in CustomerDraft.__slots__}
    )
    assert 0 < added.id < 2**63
    assert lead.customers.get(added.id) == added
    assert lead.customers.find_number("104233") == added
    assert lead.customers.count() == 1
    assert kinds(lead) == [EventKind.CUSTOMER_ADDED]


def test_nobody_is_found_where_nobody_is(lead: Storage) -> None:
    """Neither by a number in another case nor by an unknown id."""
    lead.customers.add(CustomerDraft(number="K-1"))
    caution = Caution("", "", datetime.now(UTC))
    for ask in (
        lambda: lead.customers.find_number("k-1"),
        lambda: lead.customers.get(17),
        lambda: lead.customers.details(17),
        lambda: lead.customers.raise_caution(17, "x"),
        lambda: lead.customers.clear_caution(17, caution, "x"),
        lambda: lead.customers.delete(17, "x"),
    ):
        with pytest.raises(CustomerNotFoundError):
            ask()


def test_a_number_belongs_to_one_customer(lead: Storage) -> None:
    """Added or changed, the second is refused and nothing is left of it."""
    first = add_customer(lead, "1")
    with pytest.raises(NumberTakenError):
        lead.customers.add(CustomerDraft(number=" 1 ", name="Second"))
    second = add_customer(lead, "2")
    with pytest.raises(NumberTakenError):
        lead.customers.change(second, replace(second, number=first.number))
    assert lead.customers.count() == 2
    assert lead.customers.search("second").hits == ()


def test_what_cannot_be_stored_is_refused(lead: Storage) -> None:
    """Before anything is written."""
    with pytest.raises(FieldRefusedError):
        lead.customers.add(CustomerDraft(number=""))
    customer = add_customer(lead)
    with pytest.raises(FieldRefusedError):
        lead.customers.change(customer, replace(customer, name="a\0b"))
    with pytest.raises(FieldRefusedError):
        lead.customers.raise_caution(customer.id, "  ")
    assert lead.customers.get(customer.id) == customer


def test_a_change_replaces_the_fields(lead: Storage) -> None:
    """The journal names the fields, not what is in them."""
    before = add_customer(lead)
    after = replace(before, name="Jonas Neumann", phones=("+491",))
    lead.customers.change(before, after)
    assert lead.customers.get(before.id) == after
    entry = lead.journal.entries(JournalQuery())[0]
    assert entry.kind is EventKind.CUSTOMER_CHANGED
    assert entry.details == {"fields": "name phones"}
    assert entry.customer_id == before.id


def test_no_change_leaves_no_trace(lead: Storage) -> None:
    """Saving an untouched form is no event."""
    customer = add_customer(lead)
    lead.customers.change(customer, replace(customer, name=f" {customer.name} "))
    assert kinds(lead) == [EventKind.CUSTOMER_ADDED]


def test_a_change_of_something_outdated_is_refused(engine: Engine, lead: Storage) -> None:
    """Somebody else's change is not overwritten unseen."""
    before = add_customer(lead)
    other = engine.open(LEAD)
    other.customers.change(before, replace(before, name="Other"))
    with pytest.raises(ChangedMeanwhileError):
        lead.customers.change(before, replace(before, name="Mine"))
    gone = replace(before, id=before.id ^ 1)
    with pytest.raises(ChangedMeanwhileError):
        lead.customers.change(gone, gone)
    assert lead.customers.get(before.id).name == "Other"


def test_an_agent_only_reads_and_warns(engine: Engine, agent: Storage, lead: Storage) -> None:
    """Adding, changing, clearing and deleting are a lead's."""
    customer = add_customer(lead)
    for forbidden in (
        lambda: agent.customers.add(FULL),
        lambda: agent.customers.change(customer, replace(customer, name="x")),
        lambda: agent.customers.clear_caution(customer.id, Caution("", "", engine.clock.now), "x"),
        lambda: agent.customers.delete(customer.id, "x"),
    ):
        with pytest.raises(NotAllowedError):
            forbidden()
    agent.customers.raise_caution(customer.id, "caller tried three birthdays")
    assert agent.customers.details(customer.id).caution is not None


def test_the_card_shows_standing_last_check_and_caution(
    engine: Engine, agent: Storage, lead: Storage
) -> None:
    """Everything in one call."""
    customer = add_customer(lead)
    empty = lead.customers.details(customer.id)
    assert (empty.customer, empty.standing.state) == (customer, PasswordState.NONE)
    assert (empty.last_check, empty.caution) == (None, None)
    set_password(lead, customer)
    verdict = check(agent, customer, "right")
    change = agent.customers.raise_caution(customer.id, "first")
    agent.customers.raise_caution(
        customer.id, " caller tried\nthree birthdays ", caution_of(lead, customer)
    )
    details = lead.customers.details(customer.id)
    assert details.standing.state is PasswordState.SET
    assert details.last_check is not None
    assert details.last_check.answer is Answer.MATCHES
    assert details.last_check.receipt == verdict.receipt
    assert details.last_check.person == agent.person.name
    assert details.caution == Caution(
        "caller tried\nthree birthdays", agent.person.name, engine.clock.now
    )
    assert change.at == engine.clock.now


def test_a_cleared_caution_is_gone(lead: Storage) -> None:
    """Its text and the reason stay in the journal's erasable part."""
    customer = add_customer(lead)
    lead.customers.raise_caution(customer.id, "careful")
    seen = caution_of(lead, customer)
    with pytest.raises(FieldRefusedError):
        lead.customers.clear_caution(customer.id, seen, " \n")
    lead.customers.clear_caution(customer.id, seen, "the customer explained it")
    assert lead.customers.details(customer.id).caution is None
    cleared, raised = lead.journal.entries(JournalQuery(limit=2))
    assert (cleared.kind, raised.kind) == (EventKind.CAUTION_CLEARED, EventKind.CAUTION_RAISED)
    assert cleared.personal == {"reason": "the customer explained it"}
    assert raised.personal == {"text": "careful"}


def test_only_the_caution_that_was_seen_is_cleared(
    engine: Engine, agent: Storage, lead: Storage
) -> None:
    """One that a colleague has raised in its place stays, and one that is gone is not cleared."""
    customer = add_customer(lead)
    agent.customers.raise_caution(customer.id, "first")
    seen = caution_of(lead, customer)
    engine.clock.advance(timedelta(seconds=1))
    agent.customers.raise_caution(customer.id, "second", seen)
    with pytest.raises(ChangedMeanwhileError):
        lead.customers.clear_caution(customer.id, seen, "outdated")
    newer = caution_of(lead, customer)
    assert newer.text == "second"
    lead.customers.clear_caution(customer.id, newer, "explained")
    with pytest.raises(ChangedMeanwhileError):
        lead.customers.clear_caution(customer.id, newer, "twice")


def test_a_caution_that_nobody_has_seen_is_not_replaced(
    engine: Engine, agent: Storage, lead: Storage
) -> None:
    """Two with the form open at a time: the second learns of the first one's, and nothing is lost.

    Neither where there was none, nor where there was an older one; one that was cleared meanwhile
    stands in nobody's way.
    """
    customer = add_customer(lead)
    lead.customers.raise_caution(customer.id, "never tell the address")
    with pytest.raises(ChangedMeanwhileError):
        agent.customers.raise_caution(customer.id, "knew little")
    older = caution_of(lead, customer)
    assert older.text == "never tell the address"
    engine.clock.advance(timedelta(seconds=1))
    lead.customers.raise_caution(customer.id, "never tell the new address", older)
    with pytest.raises(ChangedMeanwhileError):
        agent.customers.raise_caution(customer.id, "knew little", older)
    newer = caution_of(lead, customer)
    assert newer.text == "never tell the new address"
    assert kinds(lead).count(EventKind.CAUTION_RAISED) == 2
    lead.customers.clear_caution(customer.id, newer, "explained")
    agent.customers.raise_caution(customer.id, "knew little", newer)
    assert caution_of(lead, customer).text == "knew little"


def test_of_two_cautions_at_one_moment_one_stays(patient_engine: Engine, lead: Storage) -> None:
    """And whoever came second is told so."""
    for turn in range(10):
        customer = add_customer(lead, str(turn))
        first, second = patient_engine.open(AGENT), patient_engine.open(LEAD)
        outcomes = at_once(
            lambda: first.customers.raise_caution(customer.id, "0"),  # noqa: B023
            lambda: second.customers.raise_caution(customer.id, "1"),  # noqa: B023
        )
        stayed = int(caution_of(lead, customer).text)
        assert outcomes[stayed] is None
        assert isinstance(outcomes[1 - stayed], ChangedMeanwhileError)
        first.close()
        second.close()


def test_the_export_is_complete_and_in_order(lead: Storage) -> None:
    """Also beyond one page."""
    for number in ("b", "a", "10", "9"):
        add_customer(lead, number)
    assert [customer.number for customer in lead.customers.export()] == ["10", "9", "a", "b"]

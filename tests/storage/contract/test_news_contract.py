"""Whoever is connected learns whose caution has changed, without asking for it all the time."""

import time
from datetime import timedelta

import pytest

from desktop_app.core.errors import ChangedMeanwhileError
from desktop_app.core.ports import Storage
from tests.storage.at_once import at_once
from tests.storage.engines import (
    AGENT,
    LEAD,
    OTHER_AGENT,
    Engine,
    add_customer,
    check,
    set_password,
)

PATIENCE_S = 5


def told(storage: Storage, expected: set[int]) -> bool:
    """Whether these customers come up within the time that a colleague may take to learn of it."""
    heard: set[int] = set()
    end = time.monotonic() + PATIENCE_S
    while heard != expected and time.monotonic() < end:
        heard |= storage.customers.news() or set()
    return heard == expected


@pytest.fixture
def other(engine: Engine) -> Storage:
    """A colleague at another workstation, who looks from now on."""
    other = engine.open(OTHER_AGENT)
    assert other.customers.news() is None
    return other


def test_a_caution_raised_cleared_or_gone_with_its_customer_is_news(
    lead: Storage, other: Storage
) -> None:
    """Once each, with the id of the customer, to whoever looked before."""
    first, second = add_customer(lead, "1"), add_customer(lead, "2")
    assert other.customers.news() == frozenset()
    lead.customers.raise_caution(first.id, "careful")
    assert told(other, {first.id})
    seen = lead.customers.details(first.id).caution
    assert seen is not None
    lead.customers.clear_caution(first.id, seen, "explained")
    lead.customers.delete(second.id, "asked for it")
    assert told(other, {first.id, second.id})


def test_the_usual_work_is_none(lead: Storage, agent: Storage, other: Storage) -> None:
    """Passwords and checks wake nobody."""
    customer = add_customer(lead)
    set_password(lead, customer)
    check(agent, customer, "right")
    lead.journal.seal()
    second = add_customer(lead, "2")
    lead.customers.raise_caution(second.id, "careful")
    assert told(other, {second.id})


def test_work_between_two_looks_hides_nothing(lead: Storage, other: Storage) -> None:
    """What comes in while the connection is used for something else is kept."""
    customer = add_customer(lead)
    lead.customers.raise_caution(customer.id, "careful")
    other.customers.search("weber")
    other.customers.details(customer.id)
    assert told(other, {customer.id})


def test_after_a_pause_nothing_is_taken_for_known(
    engine: Engine, lead: Storage, other: Storage
) -> None:
    """Closed and opened again, what happened meanwhile is told, or that it cannot be."""
    customer = add_customer(lead)
    other.close()
    lead.customers.raise_caution(customer.id, "careful")
    other.open()
    assert other.customers.news() in (None, {customer.id})
    assert engine.open(AGENT).customers.news() is None


def test_a_new_caution_never_falls_to_the_clearing_of_an_old_one(
    patient_engine: Engine, lead: Storage
) -> None:
    """Raised and cleared at the same moment from two sessions: what nobody has read stays."""
    customer = add_customer(lead)
    left = None
    for turn in range(10):
        lead.customers.raise_caution(customer.id, "old", left)
        seen = lead.customers.details(customer.id).caution
        assert seen is not None
        patient_engine.clock.advance(timedelta(seconds=1))
        clearing, raising = patient_engine.open(LEAD), patient_engine.open(AGENT)
        cleared, raised = at_once(
            lambda: clearing.customers.clear_caution(customer.id, seen, "explained"),  # noqa: B023
            lambda: raising.customers.raise_caution(customer.id, f"new {turn}", seen),  # noqa: B023
        )
        assert cleared is None or isinstance(cleared, ChangedMeanwhileError)
        assert raised is None
        left = lead.customers.details(customer.id).caution
        assert left is not None
        assert left.text == f"new {turn}"
        clearing.close()
        raising.close()

"""Invented customers are repeatable, distinct, storable, and belong to nobody."""

import re
from itertools import islice

from desktop_app.core.customer_fields import storable
from desktop_app.core.invented_customers import invent_customers

REAL_ENDS = re.compile(r"\.(?:com|de|net|org|eu|at|ch)$")
FICTITIOUS = re.compile(r"\+\d+5550?1\d\d\d*|\+447700900\d{3}|\+3319900\d{4}|\(?0\d+\)? ?/? ?555.*")


def test_the_same_seed_gives_the_same_people() -> None:
    """Figures and pictures can be compared from run to run."""
    assert list(invent_customers(200)) == list(invent_customers(200))
    assert list(invent_customers(200)) != list(invent_customers(200, seed=2))


def test_numbers_are_distinct() -> None:
    """Each customer has a number of its own, in every size of list."""
    for count in (5_000, 1_000_000):
        numbers = [draft.number for draft in islice(invent_customers(count), 5_000)]
        assert len(set(numbers)) == len(numbers)


def test_every_customer_can_be_stored_as_it_is() -> None:
    """A generator of refused customers would measure nothing."""
    for draft in invent_customers(5_000):
        assert storable(draft) == draft


def test_nobody_real_is_called_or_written_to() -> None:
    """Telephone numbers are kept for fiction, domains for examples."""
    for draft in invent_customers(5_000):
        assert all(FICTITIOUS.fullmatch(phone) for phone in draft.phones), draft.phones
        assert all(address.endswith(".example") for address in draft.emails + draft.domains)
        assert all(address.isascii() for address in draft.emails + draft.domains), draft


def test_names_come_with_umlauts_and_from_everywhere() -> None:
    """Folding, sounds and country rules have something to do."""
    drafts = list(invent_customers(2_000))
    assert any("ü" in draft.name for draft in drafts)
    assert {draft.country for draft in drafts} >= {"DE", "AT", "CH", "GB", "FR", "PL", "US"}
    assert any(not draft.active for draft in drafts)
    assert any(not phone.startswith("+") for draft in drafts for phone in draft.phones)

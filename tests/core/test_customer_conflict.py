"""What two people's edits of one customer come to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.customer_conflict import FIELDS, Conflict
from desktop_app.core.entities import Customer, CustomerDraft

BEFORE = Customer(id=1, number="104233", name="Jonas Weber", company="Weber", country="DE")
NAMES = st.sampled_from(["", "a", "b"])


def draft(customer: Customer) -> CustomerDraft:
    return CustomerDraft(**{field: getattr(customer, field) for field in FIELDS})


def test_what_only_one_has_changed_is_kept() -> None:
    """Mine is no question, theirs is shown and holds unless it is taken back."""
    theirs = replace(BEFORE, company="Weber KG")
    mine = draft(replace(BEFORE, name="Jonas Neu"))
    conflict = Conflict(BEFORE, theirs, mine)
    assert conflict.fields == ("company",)
    assert not conflict.is_contested("company")
    assert conflict.merged(()) == draft(replace(BEFORE, name="Jonas Neu", company="Weber KG"))
    assert conflict.merged({"company"}) == mine


def test_what_both_have_changed_is_contested() -> None:
    """Unless both say the same."""
    theirs = replace(BEFORE, name="Theirs", company="Same")
    conflict = Conflict(BEFORE, theirs, draft(replace(BEFORE, name="Mine", company="Same")))
    assert conflict.fields == ("name",)
    assert conflict.is_contested("name")
    assert conflict.merged(()).name == "Theirs"
    assert conflict.merged({"name"}).name == "Mine"


@given(*[NAMES] * 6, keeps=st.booleans())
@pytest.mark.parametrize("field", ["name", "authorised"])
def test_nothing_of_theirs_gets_lost_unseen(
    field: str, old: str, new: str, own: str, other: str, changed: str, typed: str, *, keeps: bool
) -> None:
    """Every field of the merged record is theirs, unless it was shown or they left it alone."""
    before = replace(BEFORE, company=other, **{field: old})
    theirs = replace(before, company=changed, **{field: new})
    mine = draft(replace(before, company=typed, **{field: own}))
    conflict = Conflict(before, theirs, mine)
    merged = conflict.merged(conflict.fields if keeps else ())
    for each in FIELDS:
        if getattr(theirs, each) != getattr(before, each) and each not in conflict.fields:
            assert getattr(merged, each) == getattr(theirs, each)

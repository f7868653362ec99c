"""What two people's edits of one customer come to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.customer_conflict import FIELDS, Conflict
from desktop_app.core.entities import Customer, CustomerDraft

BEFORE = Customer(id=1, number="104233", name="Jonas Weber", company="Weber", country="DE")
WORDS = st.sampled_from(["", "a", "b"])
CUSTOMERS = st.builds(
    Customer, id=st.just(1), number=st.just("104233"), name=WORDS, company=WORDS, authorised=WORDS
)


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


@given(CUSTOMERS, CUSTOMERS, CUSTOMERS)
def test_nothing_of_theirs_gets_lost_unseen(
    before: Customer, theirs: Customer, mine: Customer
) -> None:
    """Every change of theirs is in the merged record, unless it was shown and not chosen."""
    conflict = Conflict(before, theirs, draft(mine))
    taken, kept = conflict.merged(()), conflict.merged(conflict.fields)
    for field in FIELDS:
        new = getattr(theirs, field)
        if new != getattr(before, field):
            assert getattr(taken, field) == new
            assert getattr(kept, field) == new or field in conflict.fields
        else:
            assert getattr(taken, field) == getattr(mine, field)
    assert kept == draft(mine)

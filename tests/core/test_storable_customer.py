"""A customer is stored with clean fields or refused with the field's name."""

import pytest

from desktop_app.core.customer_fields import storable
from desktop_app.core.entities import CustomerDraft
from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.phones import PhoneKey, phone_keys


def test_fields_are_trimmed_and_items_counted_once() -> None:
    """What a form sends need not be clean."""
    draft = CustomerDraft(
        number=" 7 ",
        name=" Anja  ",
        phones=("+491", "", " +491 "),
        emails=("a@x.example",),
        country=" de",
        language="de",
        authorised="Otto\r\nEva",
        active=False,
    )
    assert storable(draft) == CustomerDraft(
        number="7",
        name="Anja",
        phones=("+491",),
        emails=("a@x.example",),
        country="DE",
        language="de",
        authorised="Otto\nEva",
        active=False,
    )


@pytest.mark.parametrize(
    ("draft", "field", "reason"),
    [
        (CustomerDraft(number=" "), "number", "empty"),
        (CustomerDraft(number="x" * 65), "number", "too-long"),
        (CustomerDraft(number="1\0"), "number", "control"),
        (CustomerDraft(number="1", name="x" * 501), "name", "too-long"),
        (CustomerDraft(number="1", company="a\x1bb"), "company", "control"),
        (CustomerDraft(number="1", emails=("x" * 501,)), "emails", "too-long"),
        (CustomerDraft(number="1", phones=tuple(map(str, range(1_000)))), "phones", "too-long"),
        (CustomerDraft(number="1", country="D1"), "country", "unknown"),
        (CustomerDraft(number="1", language="fr"), "language", "unknown"),
        (CustomerDraft(number="1", authorised="x" * 2_001), "authorised", "too-long"),
    ],
)
def test_what_cannot_be_stored_is_refused(draft: CustomerDraft, field: str, reason: str) -> None:
    """The form puts the sentence under the right field."""
    with pytest.raises(FieldRefusedError) as refused:
        storable(draft)
    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize(
    ("stored", "keys"),
    [
        ("+4968515550137", [("68515550137", 49)]),
        ("+390612345", [("612345", 39)]),
        ("+4968515550137 ext. 12", [("68515550137", 49), ("6851555013712", 49)]),
        ("+74951234567", [("4951234567", 7), ("84951234567", 7)]),
        ("06851/555", [("6851555", 0)]),
        ("+49", []),
        ("none", []),
    ],
)
def test_keys_hold_the_national_number(stored: str, keys: list[tuple[str, int]]) -> None:
    """With its calling code, and with the trunk digit where it is no zero."""
    assert phone_keys(stored) == tuple(PhoneKey(*key) for key in keys)


@pytest.mark.parametrize("mark", ["\u034f", "\u061c", "\ufff9", "\U000e0041", "\u200d", "\ue000"])
def test_a_number_with_invisible_characters_is_refused(mark: str) -> None:
    """Two customers never have numbers that nobody can tell apart."""
    with pytest.raises(FieldRefusedError) as refused:
        storable(CustomerDraft(number=f"10{mark}42"))
    assert (refused.value.field, refused.value.reason) == ("number", "control")


@pytest.mark.parametrize("written", ["１０４２", "\u200b1042", "10\u00ad42", "\u30001042", "¹042"])
def test_a_number_is_stored_in_its_compatible_form(written: str) -> None:
    """Full-width digits and the like are the digits that they look like."""
    assert storable(CustomerDraft(number=written)).number == "1042"

"""Receipt numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.receipts import looks_like_receipt, new_receipt


def test_a_new_receipt_has_the_promised_form() -> None:
    """Digits and letters without I, L, O and U, and no two alike."""
    drawn = [new_receipt() for _ in range(500)]
    assert len(set(drawn)) == 500
    assert all(re.fullmatch(r"VW(-[0-9A-HJKMNP-TV-Z]{4}){2}", receipt) for receipt in drawn)


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8))
def test_a_receipt_is_recognised_as_it_is_written(drawn: str) -> None:
    """Case, hyphens and spaces do not matter."""
    receipt = f"VW-{drawn[:4]}-{drawn[4:]}"
    for typed in (receipt, receipt.lower(), f" vw{drawn} ", f"VW {drawn[:4]} \u2013 {drawn[4:]}"):
        assert looks_like_receipt(typed) == receipt


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    """O is 0, I and L are 1."""
    assert looks_like_receipt("vw-oil7-IL0O") == "VW-0117-1100"


@pytest.mark.parametrize(
    "text", ["", "VW", "VW-7K3F-92Q", "VW-7K3F-92QDX", "VW-7U3F-92QD", "7K3F-92QD", "VW-7K3Ä-92QD"]
)
def test_other_text_is_no_receipt(text: str) -> None:
    """Too short, too long, with a U or another letter: no receipt."""
    assert looks_like_receipt(text) is None


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    """Whatever is typed, the answer is None or a receipt that is recognised again."""
    receipt = looks_like_receipt(text)
    assert receipt is None or looks_like_receipt(receipt) == receipt

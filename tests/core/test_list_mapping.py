"""Lists of one kind are recognised by their heads, and what is remembered of them comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_columns import FIELDS
from desktop_app.core.list_mapping import list_kind, mapped_columns, mapping_text

COLUMNS = st.lists(st.tuples(st.integers(0, 9999), st.sampled_from(FIELDS)))


@pytest.mark.parametrize(
    "heads", [("KUNDEN-NR", "Straße"), (" Kundennr. ", "strasse"), ("Kundennr", "Straße", "")]
)
def test_spelling_does_not_make_another_kind(heads: tuple[str, ...]) -> None:
    """Capitals, spaces, punctuation, accents and empty heads at the end do not matter."""
    assert list_kind(heads) == list_kind(("Kundennr", "Straße"))


def test_other_heads_are_another_kind() -> None:
    """So are the same ones in another order, and any number of columns without heads."""
    kinds = [
        list_kind(("a", "b")),
        list_kind(("b", "a")),
        list_kind(("a", "b", "c")),
        list_kind(("ab",)),
        list_kind(("1", "2"), has_heads=False),
        list_kind(("1", "2", "3"), has_heads=False),
        list_kind(("1", "2")),
    ]
    assert len(set(kinds)) == len(kinds)


@given(COLUMNS)
def test_columns_come_back(columns: list[tuple[int, str]]) -> None:
    """As they were stored."""
    assert mapped_columns(mapping_text(columns)) == tuple(columns)


@pytest.mark.parametrize("text", ["0 colour", "number", "x number", "-1 number"])
def test_unknown_columns_are_refused(text: str) -> None:
    """A newer program knows more fields; guessing would import something else."""
    with pytest.raises(ListUnusableError) as caught:
        mapped_columns(text)
    assert caught.value.reason == "unknown-field"

"""The canonical form of a telephone password."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.core.errors import ParametersRefusedError, UnusableTextError
from desktop_app.core.normalise import LONGEST, normalise

VECTORS: dict[str, list[dict[str, str]]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "normalise_v1.json").read_text(encoding="utf-8")
)
UNUSABLE_CATEGORIES = {"Cc", "Cf", "Cn", "Co", "Cs"}
SPELLED_OUT = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
SEPARATORS = " -.\u2010\u2011\u2012\u2013\u2014\u2212\u00a0\u202f\u3000\u00ad\u200b\ufeff\u00b7"

any_text = st.text(st.characters(codec=None), max_size=LONGEST + 8)
plain_text = st.text("abcdefghijklmnopqrstuvwxyzäöüéß0123456789", min_size=1, max_size=24)


def outcome(text: str) -> str:
    """The canonical form, or why there is none, told apart by a character no form can hold."""
    try:
        return normalise(text)
    except UnusableTextError as error:
        return f"\x00{error.reason}"


@pytest.mark.parametrize("vector", VECTORS["accepted"], ids=lambda v: ascii(v["typed"]))
def test_frozen_canonical_forms(vector: dict[str, str]) -> None:
    """The forms of version 1 never change, or old passwords would stop to match."""
    assert normalise(vector["typed"]) == vector["canonical"]


@pytest.mark.parametrize("vector", VECTORS["refused"], ids=lambda v: ascii(v["typed"])[:24])
def test_frozen_refusals(vector: dict[str, str]) -> None:
    """What nobody can say or see is refused with its reason."""
    with pytest.raises(UnusableTextError) as refused:
        normalise(vector["typed"])
    assert refused.value.reason == vector["reason"]


@given(any_text)
def test_total_and_idempotent(text: str) -> None:
    """Every text has either a fixed point as canonical form or a typed refusal."""
    canonical = outcome(text)
    if canonical.startswith("\x00"):
        assert canonical[1:] in {"empty", "too-long", "control", "unassigned"}
    else:
        assert normalise(canonical) == canonical


@given(any_text)
def test_nothing_unusable_comes_through(text: str) -> None:
    """A canonical form has 1 to 128 characters, all assigned, visible and encodable."""
    canonical = outcome(text)
    assume(not canonical.startswith("\x00"))
    assert 1 <= len(canonical) <= LONGEST
    assert not UNUSABLE_CATEGORIES & {unicodedata.category(c) for c in canonical}
    assert not set(SEPARATORS) & set(canonical)
    canonical.encode("utf-8")


def test_every_code_point_alone_and_beside_others() -> None:
    """No single code point, also beside a letter or a mark, breaks the fixed point."""
    for number in range(0x110000):
        character = chr(number)
        unusable = unicodedata.category(character) in UNUSABLE_CATEGORIES
        for text in (character, f"a{character}\u0308"):
            canonical = outcome(text)
            if canonical.startswith("\x00"):
                continue
            assert not unusable or character in "\u00ad\u200b\u2060\ufeff"
            assert outcome(canonical) == canonical


@given(plain_text)
def test_case_does_not_matter(text: str) -> None:
    """Capitals change nothing."""
    assert outcome(text.upper()) == outcome(text)


@given(plain_text, st.lists(st.sampled_from(SEPARATORS), min_size=24, max_size=24))
def test_spaces_hyphens_and_dots_do_not_matter(text: str, between: list[str]) -> None:
    """White space, hyphens and dots anywhere change nothing."""
    spread = "".join(f"{mark}{letter}" for letter, mark in zip(text, between, strict=False))
    assert outcome(spread) == outcome(text)


@given(plain_text)
def test_umlauts_do_not_matter(text: str) -> None:
    """ä and ae, ö and oe, ü and ue, ß and ss are the same."""
    spelled = text.translate(SPELLED_OUT)
    assert outcome(spelled) == outcome(text)


@given(plain_text)
def test_composition_does_not_matter(text: str) -> None:
    """Composed and decomposed letters are the same."""
    assert outcome(unicodedata.normalize("NFD", text)) == outcome(text)


def test_an_expanding_text_is_measured_again() -> None:
    """128 typed characters that become more than 128 are refused as too long."""
    with pytest.raises(UnusableTextError) as refused:
        normalise("\ufdfa" * LONGEST)
    assert refused.value.reason == "too-long"


def test_unknown_version_is_refused() -> None:
    """A version from a newer program is a typed refusal, not a wrong form."""
    with pytest.raises(ParametersRefusedError) as refused:
        normalise("ahorn42", 2)
    assert refused.value.parameter == "norm_version"


def test_a_newer_unicode_only_accepts_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code point that Unicode has not assigned is refused until it has a meaning."""
    assert outcome("a\u0378") == "\x00unassigned"
    real: Any = unicodedata.category
    monkeypatch.setattr(unicodedata, "category", lambda c: "Lo" if c == "\u0378" else real(c))
    assert outcome("A-\u0378") == "a\u0378"

"""What the rules' sentences say, and that their figures hold."""

import re
from dataclasses import fields, replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.core.guessing import chance_in_all, chance_in_row, chance_of_person
from desktop_app.core.policy import BOUNDS, Policy, refusals
from desktop_app.gui.texts.rule_effects import effect
from desktop_app.gui.texts.rule_values import (
    bounds_refusal,
    method_refused,
    recorded_change,
    refusal,
    rule_value,
    value_change,
)

RULES = tuple(rule.name for rule in fields(Policy) if rule.name != "lanes")


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Any rules that can be stored."""
    numbers = {rule: draw(st.integers(*bounds)) for rule, bounds in BOUNDS.items()}
    policy = Policy(**numbers, pin_required=draw(st.booleans()))  # type: ignore[arg-type]
    assume(not refusals(policy))
    return policy


def chances(sentence: str) -> list[Fraction]:
    """The chances that a sentence promises."""
    found = re.findall(r"1 in ([0-9,]+)|(certain)", sentence)
    return [Fraction(1, int(number.replace(",", ""))) if number else Fraction(1)
            for number, _ in found]  # fmt: skip


def test_the_defaults_in_plain_words() -> None:
    """The figures of a new team, as the manual has them."""
    policy = Policy()
    assert effect("shortest_password", policy) == (
        "A random 4-digit number: 1 in 1,000 to be guessed before the block in a row,"
        " 1 in 100 over the life of the password."
    )
    assert effect("first_wait_minutes", policy) == (
        "Waits: 15, 30, 60, 120, 240 min. Whoever guesses on needs"
        " 7\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}45\N{NO-BREAK SPACE}min until the block."
    )
    assert effect("memory_kib", policy).startswith("A guess costs as much as by default.")


@pytest.mark.parametrize(
    ("policy", "rule", "said"),
    [
        (Policy(shortest_password=3, total_until_block=1000), "total_until_block", "certain to be"),
        (Policy(tries_until_lock=1, tries_until_block=2), "tries_until_lock", "1 try at first"),
        (Policy(tries_until_block=20, total_until_block=10), "tries_until_block", "after 10 wrong"),
        (Policy(tries_until_lock=10, tries_until_block=11, total_until_block=10),
         "first_wait_minutes", "No wait"),
        (Policy(first_wait_minutes=1440, tries_until_lock=1, tries_until_block=20),
         "first_wait_minutes", "…"),
        (Policy(total_until_attention=100), "total_until_attention", "Never reached"),
        (Policy(memory_kib=32 * 1024), "memory_kib", "0.5 times"),
        (Policy(passes=6), "passes", "2 times"),
        (Policy(pin_required=True), "pin_required", "Everybody needs a PIN"),
    ],
)  # fmt: skip
def test_other_rules_say_something_else(policy: Policy, rule: str, said: str) -> None:
    """Where a rule never comes to bear, that is said."""
    assert said in effect(rule, policy)


@given(policies())
def test_no_sentence_promises_more_than_holds(policy: Policy) -> None:
    """Each chance is at least the exact one, and nothing is left to be filled in."""
    in_row, in_all = chances(effect("shortest_password", policy))
    assert in_row >= chance_in_row(policy)
    assert in_all >= chance_in_all(policy)
    [a_day] = chances(effect("person_wrong_per_day", policy))
    assert a_day >= chance_of_person(policy)
    for rule in RULES:
        sentence = effect(rule, policy)
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "%n" not in sentence


def test_values_and_changes_in_words() -> None:
    """Memory in MiB, switches as yes and no, checks by name, of long texts the beginning."""
    assert rule_value("memory_kib", 65 * 1024) == "65"
    assert rule_value("memory_kib", 19 * 1024 + 512) == "19.5"
    assert rule_value("pin_required", True) == "yes"
    assert rule_value("check_methods", ("callback", "Zentrale")).endswith("on file, Zentrale")
    assert rule_value("text_after_match_de", "") == "no text"
    assert rule_value("text_after_match_de", "Erst\n fragen.") == "“Erst fragen.”"
    assert rule_value("text_after_match_de", "x" * 2_000) == f"“{'x' * 78} …”"
    assert value_change("text_after_match_de", "", "neu") == "no text → “neu”"
    assert recorded_change("text_after_match_de", '"alt" → "→ \\"neu\\""') == '“alt” → “→ "neu"”'
    assert recorded_change("text_after_match_de", "changed") == "changed"
    assert value_change("check_methods", ("callback", "a"), ("a", "callback")) == "in another order"
    assert recorded_change("passes", "3 → ") == "3 → "
    assert recorded_change("passes", "3 to 4") == "3 to 4"


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    """Bounds by their figures, the relation by its reason."""
    policy = Policy(tries_until_lock=6, tries_until_block=6)
    said = {
        bounds_refusal("memory_kib"),
        refusal("tries_until_block", "out-of-bounds", policy),
        refusal("tries_until_block", "out-of-bounds", replace(policy, tries_until_block=21)),
        refusal("text_after_match_de", "too-long", policy),
        *(refusal("check_methods", reason, policy) for reason in ("empty", "out-of-bounds")),
        *(method_refused(reason) for reason in ("empty", "too-long", "taken", "control")),
    }
    assert len(said) == 10
    assert "A whole number from 19 to 1,024." in said
    assert "A whole number from 2 to 20." in said
    assert refusal("check_methods", "too-long", policy) == method_refused("too-long")

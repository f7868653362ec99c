"""What differs between two policies, what is weaker, and the changes of two people at once."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.policy import CHECK_METHODS, Policy, method_refusal, refusals
from desktop_app.core.policy_changes import changed_rules, merge, weakened_rules

RULES = tuple(rule.name for rule in fields(Policy))
FEW = st.builds(
    Policy,
    tries_until_lock=st.integers(1, 3),
    tries_until_block=st.integers(4, 6),
    pin_required=st.booleans(),
    text_after_match_de=st.sampled_from(("", "Ja", "Nein")),
    check_methods=st.sampled_from((CHECK_METHODS, ("callback",), ("callback", "Zentrale"))),
)


@given(FEW, FEW, FEW)
def test_two_peoples_changes_come_together(read: Policy, own: Policy, stored: Policy) -> None:
    """One's own where one has changed a rule, the other's everywhere else; clashes are named."""
    merged = merge(read, own, stored)
    for rule in RULES:
        before, mine, theirs = (getattr(each, rule) for each in (read, own, stored))
        assert getattr(merged.policy, rule) == (theirs if mine == before else mine)
        assert (rule in merged.taken) == (mine == before != theirs)
        assert (rule in merged.contested) == (before != mine != theirs != before)


@given(FEW, FEW)
def test_nothing_meanwhile_means_ones_own(read: Policy, own: Policy) -> None:
    """Also where the other saved just the same."""
    assert merge(read, own, read).policy == own
    same = merge(read, own, own)
    assert (same.policy, same.taken, same.contested) == (own, (), ())


@given(FEW, FEW)
def test_changed_rules_are_exactly_those_that_differ(before: Policy, after: Policy) -> None:
    """In the order of the policy, whichever way one looks."""
    changed = changed_rules(before, after)
    assert set(changed) == {rule for rule in RULES if getattr(before, rule) != getattr(after, rule)}
    assert changed == changed_rules(after, before)
    assert set(weakened_rules(before, after)) <= set(changed)
    assert not set(weakened_rules(before, after)) & set(weakened_rules(after, before))


@pytest.mark.parametrize(
    ("rule", "weaker"),
    [
        ("shortest_password", 3),
        ("tries_until_lock", 6),
        ("first_wait_minutes", 14),
        ("tries_until_block", 11),
        ("total_until_block", 101),
        ("total_until_attention", 31),
        ("person_wrong_per_day", 21),
        ("person_customers_per_hour", 9),
        ("memory_kib", 32 * 1024),
        ("passes", 2),
        ("close_match_seconds", 21),
        ("pause_after_minutes", 11),
        ("journal_months", 23),
    ],
)
def test_what_is_weaker(rule: str, weaker: int) -> None:
    """One step that way is weaker, back again is not."""
    after = replace(Policy(), **{rule: weaker})  # type: ignore[arg-type]
    assert weakened_rules(Policy(), after) == (rule,)
    assert weakened_rules(after, Policy()) == ()


def test_a_pin_that_is_no_longer_needed_is_weaker() -> None:
    """Texts and identity checks never are."""
    needed = Policy(pin_required=True)
    assert weakened_rules(needed, Policy()) == ("pin_required",)
    other = Policy(check_methods=("callback",), text_after_match_en="Yes.", old_key_days=1)
    assert weakened_rules(Policy(), other) == ()


def test_a_text_stands_in_for_the_other_language() -> None:
    """Each window has its own language's, the other where that is empty or blank."""
    both = Policy(text_after_match_de=" Ja ", text_after_match_en="Yes")
    assert (both.after_match("de"), both.after_match("en")) == ("Ja", "Yes")
    german = Policy(text_without_match_de="Nein", text_without_match_en=" \n")
    assert (german.without_match("de"), german.without_match("en")) == ("Nein", "Nein")
    english = Policy(text_without_match_en="No")
    assert (english.without_match("de"), english.without_match("en")) == ("No", "No")
    assert Policy().after_match("de") == ""


def test_every_refusal_has_its_reason() -> None:
    """All of them at once."""
    policy = Policy(
        shortest_password=2,
        tries_until_lock=4,
        tries_until_block=4,
        text_after_match_en="x" * 2_001,
        check_methods=("callback", "callback"),
    )
    assert refusals(policy) == {
        "shortest_password": "out-of-bounds",
        "text_after_match_en": "too-long",
        "tries_until_block": "out-of-bounds",
        "check_methods": "out-of-bounds",
    }
    assert refusals(Policy(tries_until_lock=99)) == {"tries_until_lock": "out-of-bounds"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Rückruf über die Zentrale", None),
        ("x" * 60, None),
        ("x" * 61, "too-long"),
        ("", "empty"),
        (" ", "empty"),
        (" x", "control"),
        ("a\tb", "control"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "control"),
    ],
)
def test_the_name_of_an_identity_check(name: str, reason: str | None) -> None:
    """One line that can be shown, of at most 60 characters."""
    assert method_refusal(name) == reason

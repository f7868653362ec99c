from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import FieldRefusedError
from desktop_app.core.policy import BOUNDS, Policy, require_bounds
from desktop_app.core.tries import (
    Tries,
    charged,
    is_blocked,
    is_locked,
    matched,
    next_wait,
    tries_allowed,
    tries_left,
    unlocked,
)

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
POLICY = Policy()


def after(failures: int, now: datetime = NOW) -> Tries:
    tries = Tries()
    for _ in range(failures):
        tries = charged(tries, POLICY, now)
    return tries


@pytest.mark.parametrize(("failures", "minutes"), [(5, 15), (6, 30), (7, 60), (8, 120), (9, 240)])
def test_every_wait_is_twice_the_last(failures: int, minutes: int) -> None:
    """The fifth wrong try locks for 15 minutes, each further one for twice as long."""
    tries = after(failures)
    assert tries.locked_until == NOW + timedelta(minutes=minutes)
    assert is_locked(tries, NOW + timedelta(minutes=minutes, seconds=-1))
    assert not is_locked(tries, NOW + timedelta(minutes=minutes))


def test_the_tenth_wrong_try_in_a_row_blocks() -> None:
    """Ten in a row need a new password, however long one waits."""
    assert not is_blocked(after(9), POLICY)
    assert is_blocked(after(10), POLICY)
    assert tries_left(after(10), POLICY, NOW + timedelta(days=900)) == 0


def test_a_hundred_wrong_tries_in_all_block_whatever_matched_between() -> None:
    """A match ends the run but not the total."""
    tries = Tries()
    for _ in range(33):
        for _ in range(3):
            tries = charged(tries, POLICY, NOW)
        tries = matched(charged(tries, POLICY, NOW))
    assert tries == Tries(in_row=0, in_all=99)
    assert not is_blocked(tries, POLICY)
    assert tries_left(tries, POLICY, NOW) == 1
    assert next_wait(tries, POLICY, NOW) is None
    assert is_blocked(charged(tries, POLICY, NOW), POLICY)


def test_an_unlock_ends_the_wait_and_keeps_the_counts() -> None:
    """After a lead's unlock there is one try, and its wait is the longer one."""
    tries = unlocked(after(5))
    assert tries_left(tries, POLICY, NOW) == 1
    assert tries_allowed(tries, POLICY, NOW) == 1
    assert next_wait(tries, POLICY, NOW) == timedelta(minutes=30)


def test_what_the_dots_show() -> None:
    """Five tries at first, none while the first wait runs, one after every wait."""
    assert (tries_left(Tries(), POLICY, NOW), tries_allowed(Tries(), POLICY, NOW)) == (5, 5)
    assert (tries_left(after(4), POLICY, NOW), tries_allowed(after(4), POLICY, NOW)) == (1, 5)
    assert (tries_left(after(5), POLICY, NOW), tries_allowed(after(5), POLICY, NOW)) == (0, 5)
    later = NOW + timedelta(minutes=15)
    assert (tries_left(after(5), POLICY, later), tries_allowed(after(5), POLICY, later)) == (1, 1)
    assert next_wait(after(4), POLICY, NOW) == timedelta(minutes=15)
    assert next_wait(unlocked(after(9)), POLICY, NOW) is None


@given(st.integers(0, 10), st.integers(0, 95), st.sampled_from([unlocked, replace]))
def test_tries_left_are_exactly_as_many_as_it_takes(
    failures: int, earlier: int, lead: Callable[[Tries], Tries]
) -> None:
    """As many further wrong tries as are left, and not one fewer, bring the wait or the block."""
    tries = after(failures)
    tries = lead(replace(tries, in_all=tries.in_all + earlier))
    left = tries_left(tries, POLICY, NOW)
    for remaining in range(left, 0, -1):
        assert tries_left(tries, POLICY, NOW) == remaining
        assert not is_locked(tries, NOW)
        tries = charged(tries, POLICY, NOW)
    assert is_locked(tries, NOW) or is_blocked(tries, POLICY)
    assert tries_left(tries, POLICY, NOW) == 0


def test_defaults_are_in_bounds() -> None:
    """The rules a new team starts with are acceptable."""
    require_bounds(POLICY)


@pytest.mark.parametrize("rule", sorted(BOUNDS))
@pytest.mark.parametrize("side", [0, 1])
def test_each_rule_is_bounded(rule: str, side: int) -> None:
    """One past either bound is refused by name."""
    value = BOUNDS[rule][side] + (1 if side else -1)
    with pytest.raises(FieldRefusedError) as refused:
        require_bounds(Policy(**{rule: value}))  # type: ignore[arg-type]
    assert refused.value.field == rule


def test_rules_fit_together() -> None:
    """A block comes after a lock, there is a way to check an identity, and texts are short."""
    for policy, field in (
        (Policy(tries_until_lock=5, tries_until_block=5), "tries_until_block"),
        (Policy(check_methods=()), "check_methods"),
        (Policy(text_after_match_de="x" * 2_001), "text_after_match_de"),
    ):
        with pytest.raises(FieldRefusedError) as refused:
            require_bounds(policy)
        assert refused.value.field == field

"""The arithmetic of chances, waits and costs, against counting."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.core.guessing import (
    chance_in_all,
    chance_in_row,
    chance_of_person,
    hash_cost,
    one_in,
    waits,
)
from desktop_app.core.policy import BOUNDS, Policy, refusals
from desktop_app.core.tries import Tries, charged, is_blocked

NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)


def numbers(rule: str) -> st.SearchStrategy[int]:
    return st.integers(*BOUNDS[rule])


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Any rules that can be stored, as far as they are about guessing."""
    policy = Policy(
        shortest_password=draw(numbers("shortest_password")),
        tries_until_lock=draw(numbers("tries_until_lock")),
        tries_until_block=draw(numbers("tries_until_block")),
        first_wait_minutes=draw(numbers("first_wait_minutes")),
        total_until_block=draw(numbers("total_until_block")),
        person_wrong_per_day=draw(numbers("person_wrong_per_day")),
        memory_kib=draw(numbers("memory_kib")),
        passes=draw(numbers("passes")),
    )
    assume(not refusals(policy))
    return policy


def guesses_until_block(policy: Policy, *, matches_between: bool = False) -> int:
    """How many guesses are compared before the block, waiting whenever one has to."""
    tries, now, guesses = Tries(), NOW, 0
    while not is_blocked(tries, policy):
        tries = charged(tries, policy, now)
        guesses += 1
        now = tries.locked_until or now
        if matches_between and not is_blocked(tries, policy):
            tries = replace(tries, in_row=0, locked_until=None)
    return guesses


def test_the_defaults_are_what_the_product_promises() -> None:
    """A random 4-digit number: 1 in 1,000 in a row, 1 in 100 in all; 15 to 240 minutes."""
    policy = Policy()
    assert (one_in(chance_in_row(policy)), one_in(chance_in_all(policy))) == (1_000, 100)
    assert one_in(chance_of_person(policy)) == 500
    assert [wait / timedelta(minutes=1) for wait in waits(policy)] == [15, 30, 60, 120, 240]
    assert hash_cost(policy, Policy()) == 1


@given(policies())
def test_chances_are_guesses_out_of_all_numbers(policy: Policy) -> None:
    """Different guesses, each as good as the other, until the block that the rules bring."""
    numbers_there_are = 10**policy.shortest_password
    in_row = guesses_until_block(policy)
    in_all = guesses_until_block(policy, matches_between=True)
    assert chance_in_row(policy) == min(1, Fraction(in_row, numbers_there_are))
    assert chance_in_all(policy) == min(1, Fraction(in_all, numbers_there_are))
    assert chance_in_row(policy) <= chance_in_all(policy)


@given(policies())
def test_the_waits_are_those_of_a_run(policy: Policy) -> None:
    """One after every wrong try that locks but does not block, each twice the last."""
    tries, now, met = Tries(), NOW, []
    while True:
        tries = charged(tries, policy, now)
        if is_blocked(tries, policy):
            break
        if tries.locked_until is not None:
            met.append(tries.locked_until - now)
            now = tries.locked_until
    assert list(waits(policy)) == met
    assert all(later == 2 * earlier for earlier, later in pairwise(met))


@given(st.fractions(min_value=Fraction(1, 10**32), max_value=1))
def test_one_in_never_promises_more_than_holds(chance: Fraction) -> None:
    """The largest whole number that the chance is not above."""
    number = one_in(chance)
    assert Fraction(1, number + 1) < chance <= Fraction(1, number)


@given(policies(), policies())
def test_costs_compare_both_ways(one: Policy, other: Policy) -> None:
    """What is so many times dearer makes the other as many times cheaper."""
    assert hash_cost(one, other) * hash_cost(other, one) == 1
    assert hash_cost(replace(one, lanes=1), one) == 1

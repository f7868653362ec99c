"""What the rules mean for somebody who guesses: chances, waits and the cost of a try.

The chances are those of the weakest password that the rules allow where digits are chosen at
random: a number of the shortest length.
"""

from datetime import timedelta
from fractions import Fraction

from desktop_app.core.policy import Policy
from desktop_app.core.tries import wait_after

_DIGITS = 10


def chance_in_row(policy: Policy) -> Fraction:
    """Of a hit before the block in a row, with a different number at each try."""
    return _chance(min(policy.tries_until_block, policy.total_until_block), policy)


def chance_in_all(policy: Policy) -> Fraction:
    """Of a hit before the block over the life of one password, whatever matched between."""
    return _chance(policy.total_until_block, policy)


def chance_of_person(policy: Policy) -> Fraction:
    """At most, of a hit by the wrong tries that one person has within 24 hours."""
    return _chance(policy.person_wrong_per_day, policy)


def one_in(chance: Fraction) -> int:
    """The ``n`` of "1 in n", rounded so that it never promises more than holds.

    Raises:
        ZeroDivisionError: there is no chance.
    """
    return int(1 / chance)


def waits(policy: Policy) -> tuple[timedelta, ...]:
    """The waits of one run of wrong tries, up to the block."""
    blocked_at = min(policy.tries_until_block, policy.total_until_block)
    found = (wait_after(wrong, policy) for wrong in range(policy.tries_until_lock, blocked_at))
    return tuple(wait for wait in found if wait is not None)


def hash_cost(policy: Policy, other: Policy) -> Fraction:
    """How much dearer one guess is under these rules than under the others, to first order."""
    own = policy.memory_kib * policy.passes * policy.lanes
    return Fraction(own, other.memory_kib * other.passes * other.lanes)


def _chance(tries: int, policy: Policy) -> Fraction:
    return min(Fraction(1), Fraction(tries, _DIGITS**policy.shortest_password))

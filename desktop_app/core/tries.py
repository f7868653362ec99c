"""The limit on tries: what one more wrong password does (PRODUCT: Rules).

Pure functions over a counter, so that the workstation database and the tests of every other
engine share one definition.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop_app.core.policy import Policy


@dataclass(frozen=True, slots=True)
class Tries:
    """The counter of one credential: wrong tries in a row, in all since it was set, and the wait.

    ``locked_until`` may lie in the past; a lead's unlock clears it and leaves the counts.
    """

    in_row: int = 0
    in_all: int = 0
    locked_until: datetime | None = None


def is_blocked(tries: Tries, policy: Policy) -> bool:
    """Whether only a new password helps."""
    return tries.in_row >= policy.tries_until_block or tries.in_all >= policy.total_until_block


def is_locked(tries: Tries, now: datetime) -> bool:
    """Whether a wait runs."""
    return tries.locked_until is not None and now < tries.locked_until


def wait_after(in_row: int, policy: Policy) -> timedelta | None:
    """The wait that begins with this many wrong tries in a row, None for none.

    The first wait comes with the try that reaches the limit; every further wrong try doubles it.
    """
    over = in_row - policy.tries_until_lock
    return None if over < 0 else timedelta(minutes=policy.first_wait_minutes * 2**over)


def capped(tries: Tries, policy: Policy, now: datetime) -> Tries:
    """The counter with a wait that from ``now`` on lasts no longer than it may.

    A longer one was begun by a clock that has been set back since.
    """
    if tries.locked_until is None:
        return tries
    wait = wait_after(max(tries.in_row, policy.tries_until_lock), policy)
    latest = tries.locked_until if wait is None else min(tries.locked_until, now + wait)
    return replace(tries, locked_until=latest)


def charged(tries: Tries, policy: Policy, now: datetime) -> Tries:
    """The counter after one more wrong try at ``now``."""
    in_row = tries.in_row + 1
    wait = wait_after(in_row, policy)
    return Tries(
        in_row=in_row,
        in_all=tries.in_all + 1,
        locked_until=tries.locked_until if wait is None else now + wait,
    )


def matched(tries: Tries) -> Tries:
    """The counter after a match whose try had been charged in advance."""
    return Tries(in_row=0, in_all=max(0, tries.in_all - 1), locked_until=None)


def unlocked(tries: Tries) -> Tries:
    """The counter after a lead has ended the wait."""
    return replace(tries, locked_until=None)


def tries_allowed(tries: Tries, policy: Policy, now: datetime) -> int:
    """How many tries the present run has: all of them until its wait is over, then one a wait."""
    first_run = tries.in_row < policy.tries_until_lock
    first_wait = tries.in_row == policy.tries_until_lock and is_locked(tries, now)
    return policy.tries_until_lock if first_run or first_wait else 1


def tries_left(tries: Tries, policy: Policy, now: datetime) -> int:
    """How many tries are left before the next wait or block; 0 while locked or blocked."""
    if is_blocked(tries, policy) or is_locked(tries, now):
        return 0
    in_run = max(1, policy.tries_until_lock - tries.in_row)
    return min(in_run, policy.total_until_block - tries.in_all)


def next_wait(tries: Tries, policy: Policy, now: datetime) -> timedelta | None:
    """The wait that begins when the tries left are used up, None where that blocks instead.

    While a wait runs, this is the one after the single try that follows it.
    """
    left = max(1, tries_left(tries, policy, now))
    after = Tries(in_row=tries.in_row + left, in_all=tries.in_all + left)
    return None if is_blocked(after, policy) else wait_after(after.in_row, policy)

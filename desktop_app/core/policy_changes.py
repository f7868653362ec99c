"""What a change of the team's rules means: what differs, what grows weaker, what two people did."""

from dataclasses import dataclass, fields, replace

from desktop_app.core.policy import Policy

_WEAKER_IF_LARGER = frozenset(
    {
        "tries_until_lock",
        "tries_until_block",
        "total_until_block",
        "total_until_attention",
        "person_wrong_per_day",
        "person_customers_per_hour",
        "close_match_seconds",
        "pause_after_minutes",
    }
)
# Of the journal, what is older than a shorter time is lost for good.
_WEAKER_IF_SMALLER = frozenset(
    {
        "shortest_password",
        "first_wait_minutes",
        "memory_kib",
        "passes",
        "pin_required",
        "journal_months",
    }
)


@dataclass(frozen=True, slots=True)
class Merged:
    """Rules that two people have changed at once.

    ``policy`` has the changes of both; of a rule in ``contested``, which both have changed, it has
    one's own value. ``taken`` are the rules that only the other has changed.
    """

    policy: Policy
    taken: tuple[str, ...]
    contested: tuple[str, ...]


def changed_rules(before: Policy, after: Policy) -> tuple[str, ...]:
    """The rules that differ, in the order of ``Policy``."""
    return tuple(
        rule.name
        for rule in fields(Policy)
        if getattr(before, rule.name) != getattr(after, rule.name)
    )


def weakened_rules(before: Policy, after: Policy) -> tuple[str, ...]:
    """The changed rules that protect less than before, or lose something."""
    return tuple(rule for rule in changed_rules(before, after) if _is_weaker(rule, before, after))


def merge(read: Policy, own: Policy, stored: Policy) -> Merged:
    """Bring one's own changes of what was ``read`` into what is ``stored`` meanwhile."""
    mine, theirs = changed_rules(read, own), changed_rules(read, stored)
    differing = changed_rules(own, stored)
    return Merged(
        replace(stored, **{rule: getattr(own, rule) for rule in mine}),
        taken=tuple(rule for rule in theirs if rule not in mine),
        contested=tuple(rule for rule in theirs if rule in mine and rule in differing),
    )


def _is_weaker(rule: str, before: Policy, after: Policy) -> bool:
    old, new = getattr(before, rule), getattr(after, rule)
    if rule in _WEAKER_IF_LARGER:
        return bool(new > old)
    return rule in _WEAKER_IF_SMALLER and bool(new < old)

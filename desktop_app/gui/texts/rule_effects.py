"""What a rule of the policy means in practice, computed from its figures."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.core.guessing import (
    chance_in_all,
    chance_in_row,
    chance_of_person,
    hash_cost,
    one_in,
    waits,
)
from desktop_app.core.policy import Policy
from desktop_app.gui.texts.sentences import duration, grouped
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_LARGEST_TOLD: Final = 1_000_000_000
_MOST_WAITS: Final = 6
_LONGEST_IN_MINUTES: Final = timedelta(minutes=600)
_DAY: Final = timedelta(days=1)


def effect(rule: str, policy: Policy) -> str:
    """One or two sentences on what ``rule`` does among the others; empty for one without."""
    words = _EFFECTS.get(rule)
    return "" if words is None else words(policy)


def _shortest_password(policy: Policy) -> str:
    return translate(
        "Rules",
        "A random {digits}-digit number: {in_row} to be guessed before the block in a row,"
        " {in_all} over the life of the password.",
    ).format(
        digits=policy.shortest_password,
        in_row=_chance(chance_in_row(policy)),
        in_all=_chance(chance_in_all(policy)),
    )


def _tries_until_lock(policy: Policy) -> str:
    return tr("%n tries at first; after them one try per wait.", None, policy.tries_until_lock)


def _first_wait(policy: Policy) -> str:
    found = waits(policy)
    if not found:
        return translate("Rules", "No wait: the block comes first.")
    return translate(
        "Rules", "Waits: {waits}. Whoever guesses on needs {total} until the block."
    ).format(waits=_listed(found), total=_long(sum(found, timedelta())))


def _tries_until_block(policy: Policy) -> str:
    if policy.total_until_block < policy.tries_until_block:
        return tr(
            "The block in all comes first, after %n wrong tries.", None, policy.total_until_block
        )
    return translate(
        "Rules",
        "A random {digits}-digit number: {chance} to be guessed before it. A new password ends a"
        " block, and so does raising this number.",
    ).format(digits=policy.shortest_password, chance=_chance(chance_in_row(policy)))


def _total_until_block(policy: Policy) -> str:
    return translate(
        "Rules",
        "A random {digits}-digit number: {chance} to be guessed over the life of the password,"
        " whatever matched between.",
    ).format(digits=policy.shortest_password, chance=_chance(chance_in_all(policy)))


def _total_until_attention(policy: Policy) -> str:
    if policy.total_until_attention >= policy.total_until_block:
        return translate("Rules", "Never reached: the password is blocked before.")
    return translate("Rules", "From then on the password is among what needs attention.")


def _person_wrong_per_day(policy: Policy) -> str:
    pause = translate(
        "Rules", "Then this person's checks pause until another lead or admin resumes them."
    )
    chance = translate(
        "Rules",
        "One person and random {digits}-digit numbers: {chance} at most to guess one a day.",
    ).format(digits=policy.shortest_password, chance=_chance(chance_of_person(policy)))
    return f"{pause} {chance}"


def _person_customers_per_hour(policy: Policy) -> str:
    return tr(
        "Whoever tries one number on everybody gets as far as %n customers; then their checks"
        " pause.",
        None,
        policy.person_customers_per_hour,
    )


def _memory(policy: Policy) -> str:
    return translate(
        "Rules",
        "{cost} Every workstation and customer portal needs this much memory for a check.",
    ).format(cost=_hash_cost(policy))


def _passes(policy: Policy) -> str:
    return translate(
        "Rules", "{cost} Stored passwords follow at their next match. Lanes: always one."
    ).format(cost=_hash_cost(policy))


def _hash_cost(policy: Policy) -> str:
    cost = hash_cost(policy, Policy())
    if cost == 1:
        return translate("Rules", "A guess costs as much as by default.")
    return translate("Rules", "A guess costs {times} times as much as by default.").format(
        times=f"{float(cost):.2g}"
    )


def _close_match(policy: Policy) -> str:
    return tr(
        "A permission leaves the screen after %n seconds: it is not there for the next call.",
        None,
        policy.close_match_seconds,
    )


def _close_refusal(_policy: Policy) -> str:
    return translate("Rules", "Locked, blocked, expired, paused, and no telephone password.")


def _close_no_match(_policy: Policy) -> str:
    return translate("Rules", "Counted from the last key: typing begins it anew.")


def _pause_after(_policy: Policy) -> str:
    return translate(
        "Rules", "Then no customer is on the screen, and neither keys nor connection are open."
    )


def _pin_required(policy: Policy) -> str:
    if policy.pin_required:
        return translate("Rules", "Everybody needs a PIN of their own to go on after a pause.")
    return translate("Rules", "Whoever wants a PIN after a pause sets one in the settings.")


def _journal_months(_policy: Policy) -> str:
    return translate(
        "Rules",
        "Older entries are removed for good, whole months at a time. What is left can still be"
        " checked.",
    )


def _old_key_days(_policy: Policy) -> str:
    return translate(
        "Rules", "From then on a password that is still under the old key needs a new one."
    )


def _check_methods(policy: Policy) -> str:
    return tr("A lead chooses one of %n.", None, len(policy.check_methods))


def _own_text(_policy: Policy) -> str:
    return translate("Rules", "Windows in the other language show it where theirs is empty.")


def _chance(chance: Fraction) -> str:
    if chance == 1:
        return translate("Rules", "certain")
    number = one_in(chance)
    if number > _LARGEST_TOLD:
        return translate("Rules", "less than 1 in {number}").format(number=grouped(_LARGEST_TOLD))
    return translate("Rules", "1 in {number}").format(number=grouped(number))


def _listed(spans: tuple[timedelta, ...]) -> str:
    """The waits, in minutes while they are short, and the last alone where they are many."""
    shown = spans if len(spans) <= _MOST_WAITS else (*spans[: _MOST_WAITS - 2], spans[-1])
    if spans[-1] <= _LONGEST_IN_MINUTES:
        words = [str(round(each.total_seconds() / 60)) for each in shown]
    else:
        words = [_long(each) for each in shown]
    if len(shown) < len(spans):
        words.insert(-1, "…")
    listed = ", ".join(words)
    if spans[-1] <= _LONGEST_IN_MINUTES:
        return translate("Rules", "{minutes} min").format(minutes=listed)
    return listed


def _long(span: timedelta) -> str:
    """A time in words of at most two units: ``7 h 45 min``, ``3 d 4 h``."""
    if span < timedelta(hours=1):
        return duration(span)
    if span < _DAY:
        hours, minutes = divmod(round(span.total_seconds() / 60), 60)
        parts = [
            (hours, translate("Rules", "{number} h")),
            (minutes, translate("Rules", "{number} min")),
        ]
    else:
        hours = round(span.total_seconds() / 3600)
        parts = [
            (hours // 24, translate("Rules", "{number} d")),
            (hours % 24, translate("Rules", "{number} h")),
        ]
    words = [text.format(number=grouped(count)) for count, text in parts if count]
    return " ".join(words).replace(" ", _NO_BREAK)


_EFFECTS: Final[Mapping[str, Callable[[Policy], str]]] = MappingProxyType(
    {
        "shortest_password": _shortest_password,
        "tries_until_lock": _tries_until_lock,
        "first_wait_minutes": _first_wait,
        "tries_until_block": _tries_until_block,
        "total_until_block": _total_until_block,
        "total_until_attention": _total_until_attention,
        "person_wrong_per_day": _person_wrong_per_day,
        "person_customers_per_hour": _person_customers_per_hour,
        "memory_kib": _memory,
        "passes": _passes,
        "close_match_seconds": _close_match,
        "close_refusal_seconds": _close_refusal,
        "close_no_match_seconds": _close_no_match,
        "pause_after_minutes": _pause_after,
        "pin_required": _pin_required,
        "journal_months": _journal_months,
        "old_key_days": _old_key_days,
        "check_methods": _check_methods,
        "text_after_match_de": _own_text,
        "text_after_match_en": _own_text,
        "text_without_match_de": _own_text,
        "text_without_match_en": _own_text,
    }
)

"""The team's rules, their defaults and their bounds (PRODUCT: Rules)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from desktop_app.core.errors import FieldRefusedError

KDF_VERSION = 1
NORM_VERSION = 1
LONGEST_TEXT = 2_000
LONGEST_METHOD = 60
MOST_METHODS = 50

CHECK_METHODS = ("callback", "id-document", "in-person", "signed-letter", "video-call")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of one team.

    Lengths count characters of the normalised password; waits and pauses are in minutes, closing
    times in seconds, ``memory_kib``, ``passes`` and ``lanes`` are Argon2id's parameters.
    ``old_key_days`` is how long a team key stays usable after another has taken its place.
    ``check_methods`` are the identity checks a lead may choose from: codes of ``CHECK_METHODS``,
    and names that the team has given to its own. The texts are the team's own, one for each
    language.
    """

    shortest_password: int = 4
    tries_until_lock: int = 5
    first_wait_minutes: int = 15
    tries_until_block: int = 10
    total_until_block: int = 100
    total_until_attention: int = 30
    person_wrong_per_day: int = 20
    person_customers_per_hour: int = 8
    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1
    close_match_seconds: int = 20
    close_refusal_seconds: int = 60
    close_no_match_seconds: int = 120
    pause_after_minutes: int = 10
    pin_required: bool = False
    journal_months: int = 24
    old_key_days: int = 90
    text_after_match_de: str = ""
    text_after_match_en: str = ""
    text_without_match_de: str = ""
    text_without_match_en: str = ""
    check_methods: tuple[str, ...] = CHECK_METHODS

    def after_match(self, language: str) -> str:
        """What may be said after a match, in ``de`` or ``en``; in the other where that is empty."""
        texts = (self.text_after_match_de, self.text_after_match_en)
        return _in_language(texts, language)

    def without_match(self, language: str) -> str:
        """What to do without a match, in ``de`` or ``en``; in the other where that is empty."""
        texts = (self.text_without_match_de, self.text_without_match_en)
        return _in_language(texts, language)


BOUNDS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "shortest_password": (3, 32),
        "tries_until_lock": (1, 10),
        "first_wait_minutes": (1, 24 * 60),
        "tries_until_block": (2, 20),
        "total_until_block": (10, 1_000),
        "total_until_attention": (1, 1_000),
        "person_wrong_per_day": (5, 1_000),
        "person_customers_per_hour": (2, 1_000),
        "memory_kib": (19 * 1024, 1024 * 1024),
        "passes": (2, 10),
        "lanes": (1, 1),
        "close_match_seconds": (5, 300),
        "close_refusal_seconds": (5, 600),
        "close_no_match_seconds": (5, 600),
        "pause_after_minutes": (1, 240),
        "journal_months": (1, 120),
        "old_key_days": (1, 365),
    }
)
"""Smallest and largest value of every number; the database enforces the same."""


def require_bounds(policy: Policy) -> None:
    """Pass a policy that can be stored.

    Raises:
        FieldRefusedError: the first rule that cannot.
    """
    for rule, reason in refusals(policy).items():
        raise FieldRefusedError(rule, reason)


def refusals(policy: Policy) -> dict[str, str]:
    """Every rule that cannot be stored, with the reason of a ``FieldRefusedError``."""
    found: dict[str, str] = {}
    for rule in fields(policy):
        value = getattr(policy, rule.name)
        if rule.name in BOUNDS:
            low, high = BOUNDS[rule.name]
            if not low <= value <= high:
                found[rule.name] = "out-of-bounds"
        elif isinstance(value, str) and len(value) > LONGEST_TEXT:
            found[rule.name] = "too-long"
    if "tries_until_lock" not in found and policy.tries_until_block <= policy.tries_until_lock:
        found.setdefault("tries_until_block", "out-of-bounds")
    reason = _methods_refusal(policy.check_methods)
    if reason is not None:
        found["check_methods"] = reason
    return found


def method_refusal(name: str) -> str | None:
    """Why an identity check cannot have this name, None where it can."""
    if not name.strip():
        return "empty"
    if len(name) > LONGEST_METHOD:
        return "too-long"
    return None if name.isprintable() and name == name.strip() else "control"


def _methods_refusal(methods: tuple[str, ...]) -> str | None:
    if not methods:
        return "empty"
    if len(methods) > MOST_METHODS or len({each.casefold() for each in methods}) < len(methods):
        return "out-of-bounds"
    return next(filter(None, map(method_refusal, methods)), None)


def _in_language(texts: tuple[str, str], language: str) -> str:
    german, english = (text.strip() for text in texts)
    return (german or english) if language == "de" else (english or german)

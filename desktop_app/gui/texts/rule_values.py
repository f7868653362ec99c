"""The values of the policy's rules in words: as they are, as the journal has them, and bounds."""

import json
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from desktop_app.core.policy import BOUNDS, LONGEST_METHOD, LONGEST_TEXT, MOST_METHODS, Policy
from desktop_app.gui.texts import sentences

translate = QCoreApplication.translate

KIB_PER_MIB = 1024
_LONGEST_SHOWN = 80
_ARROW = " → "


def rule_value(rule: str, value: object) -> str:
    """A value of ``rule`` in words; of a long text how it begins."""
    match value:
        case bool():
            return translate("Rules", "yes") if value else translate("Rules", "no")
        case int() if rule == "memory_kib":
            whole, rest = divmod(value, KIB_PER_MIB)
            return f"{value / KIB_PER_MIB:g}" if rest else sentences.grouped(whole)
        case int():
            return sentences.grouped(value)
        case list() | tuple():
            return ", ".join(sentences.check_method(str(each)) for each in value)
        case "":
            return translate("Rules", "no text")
    return translate("Rules", "“{text}”").format(text=_in_brief(str(value)))


def _in_brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 2]} …"


def recorded_change(rule: str, change: str) -> str:
    """What the journal has of a changed rule, in words; unknown things are left as they are."""
    if change == "changed":
        return translate("Journal", "changed")
    with suppress(ValueError):
        decoder = json.JSONDecoder()
        old, end = decoder.raw_decode(change)
        if change[end:].startswith(_ARROW):
            return value_change(rule, old, json.loads(change[end + len(_ARROW) :]))
    return change


def value_change(rule: str, old: object, new: object) -> str:
    """Old and new value of a rule, or for a list what was added and what was taken out."""
    if isinstance(old, (list, tuple)) and isinstance(new, (list, tuple)):
        parts = [
            (translate("Rules", "added: {values}"), [each for each in new if each not in old]),
            (translate("Rules", "taken out: {values}"), [each for each in old if each not in new]),
        ]
        listed = [
            words.format(values=rule_value(rule, values)) for words, values in parts if values
        ]
        return "; ".join(listed) or translate("Rules", "in another order")
    return f"{rule_value(rule, old)}{_ARROW}{rule_value(rule, new)}"


def bounds_of(rule: str) -> str:
    """The smallest and the largest value of a number, nothing for another rule."""
    if rule not in BOUNDS:
        return ""
    low, high = BOUNDS[rule]
    return translate("Rules", "From {low} to {high}").format(
        low=rule_value(rule, low), high=rule_value(rule, high)
    )


def bounds_refusal(rule: str) -> str:
    """Why a number of this rule is refused: what it may be."""
    low, high = BOUNDS[rule]
    return translate("Rules", "A whole number from {low} to {high}.").format(
        low=rule_value(rule, low), high=rule_value(rule, high)
    )


def refusal(rule: str, reason: str, policy: Policy) -> str:
    """The sentence for a rule that ``core.policy.refusals`` refuses."""
    match rule, reason:
        case "tries_until_block", _ if policy.tries_until_block in range(
            BOUNDS[rule][0], BOUNDS[rule][1] + 1
        ):
            return translate(
                "Rules", "More than the {tries} wrong tries that lock: the block comes after it."
            ).format(tries=policy.tries_until_lock)
        case "check_methods", "empty":
            return translate("Rules", "At least one is needed: without it no password can be set.")
        case "check_methods", "out-of-bounds":
            return method_refused("many")
        case "check_methods", _:
            return method_refused(reason)
        case _, "too-long":
            return translate("Rules", "No text is longer than {most} characters.").format(
                most=sentences.grouped(LONGEST_TEXT)
            )
    return bounds_refusal(rule)


def method_refused(reason: str) -> str:
    """Why an identity check cannot have this name.

    ``taken`` where another has it, ``many`` where there are as many as there can be.
    """
    match reason:
        case "many":
            return translate("Rules", "At most {most}, each of them once.").format(
                most=MOST_METHODS
            )
        case "empty":
            return translate("Rules", "Type a name first.")
        case "too-long":
            return translate("Rules", "No name is longer than {most} characters.").format(
                most=LONGEST_METHOD
            )
        case "taken":
            return translate("Rules", "There is one of this name already.")
    return translate("Rules", "The name has a character that cannot be shown.")

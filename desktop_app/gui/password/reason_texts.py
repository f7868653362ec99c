"""The words of the small forms that change a customer's password or caution."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop_app.core.entities import CustomerDetails
from desktop_app.gui.texts import sentences

translate = QCoreApplication.translate


class Action(StrEnum):
    """What a small form does."""

    UNLOCK = "unlock"
    REMOVE = "remove"
    RAISE_CAUTION = "raise-caution"
    CLEAR_CAUTION = "clear-caution"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one action.

    ``label`` is empty where no text is asked for, ``done`` where the form closes by itself;
    ``line`` are the receipt's few words.
    """

    title: str
    meaning: str
    label: str
    hint: str
    button: str
    icon: str
    done: str
    line: str


def wording_of(action: Action) -> Wording:
    """The words of an action."""
    match action:
        case Action.UNLOCK:
            return _unlock()
        case Action.REMOVE:
            return _remove()
        case Action.RAISE_CAUTION:
            return _raise_caution()
        case Action.CLEAR_CAUTION:
            return _clear_caution()


def meaning_of(action: Action, details: CustomerDetails) -> str:
    """What the action means for this customer at this moment; empty where nothing is to add."""
    match action:
        case Action.UNLOCK:
            wait = details.standing.next_wait
            if wait is None:
                return translate(
                    "Reason",
                    "This ends the wait for one try. If that is wrong, the password is blocked.",
                )
            return translate(
                "Reason",
                "This ends the wait for one try. If that is wrong, the password is locked for"
                " {wait}, twice as long as before.",
            ).format(wait=sentences.duration(wait))
        case Action.RAISE_CAUTION if details.caution is not None:
            return translate(
                "Reason", "It replaces the caution there is: “{text}” ({person})"
            ).format(text=details.caution.text, person=details.caution.raised_by)
        case Action.CLEAR_CAUTION if details.caution is not None:
            return translate("Reason", "“{text}” ({person})").format(
                text=details.caution.text, person=details.caution.raised_by
            )
        case _:
            return ""


def _unlock() -> Wording:
    return Wording(
        title=translate("Reason", "Unlock the telephone password"),
        meaning=translate(
            "Reason",
            "This ends the wait for one try. If that is wrong, the password is locked for twice"
            " as long.",
        ),
        label=translate("Reason", "Reason"),
        hint=translate("Reason", "Why the wait may end, and how you know who calls"),
        button=translate("Reason", "Unlock"),
        icon="unlock",
        done=translate("Reason", "The wait has ended: one try."),
        line=translate("Reason", "unlocked"),
    )


def _remove() -> Wording:
    return Wording(
        title=translate("Reason", "Remove the telephone password"),
        meaning=translate(
            "Reason",
            "It stops working at once, and nobody can bring it back. The customer gets no"
            " information on the telephone until a lead sets a new one.",
        ),
        label=translate("Reason", "Reason"),
        hint=translate("Reason", "Who asked for it, and how you know"),
        button=translate("Reason", "Remove password"),
        icon="trash",
        done=translate("Reason", "The password is removed."),
        line=translate("Reason", "removed"),
    )


def _raise_caution() -> Wording:
    return Wording(
        title=translate("Reason", "Raise a caution"),
        meaning=translate(
            "Reason",
            "Every colleague sees it on this customer at once, until a lead clears it.",
        ),
        label=translate("Reason", "What a colleague should know"),
        hint=translate("Reason", "The caller tried three birthdays"),
        button=translate("Reason", "Raise caution"),
        icon="flag",
        done="",
        line="",
    )


def _clear_caution() -> Wording:
    return Wording(
        title=translate("Reason", "Clear the caution"),
        meaning=translate(
            "Reason",
            "Colleagues no longer see it. The journal keeps who raised and who cleared it.",
        ),
        label="",
        hint="",
        button=translate("Reason", "Clear caution"),
        icon="flag",
        done="",
        line="",
    )

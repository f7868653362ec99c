"""The words of the small forms that change a customer's password or caution, or delete them."""

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
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one action.

    ``done`` is empty where the form closes by itself; ``line`` are the receipt's few words, and
    ``subject`` what they are about where it is not the password. ``choices`` are reasons to choose
    from. Where it ``is_confirmed``, the customer's number has to be typed. ``overtaken`` says
    that a colleague was faster, above what the caution says now.
    """

    title: str
    meaning: str
    label: str
    hint: str
    button: str
    icon: str
    done: str
    line: str
    choices: tuple[str, ...] = ()
    subject: str = ""
    is_confirmed: bool = False
    overtaken: str = ""


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
        case Action.DELETE:
            return _delete()


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
        case Action.DELETE:
            return translate(
                "Reason",
                "Backups and lists that were exported before keep what they hold. To keep the"
                " record, set the customer inactive instead: edit the customer.",
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
        label=translate("Reason", "In your words"),
        hint=translate("Reason", "The caller tried three birthdays"),
        button=translate("Reason", "Raise caution"),
        icon="flag",
        done="",
        line="",
        choices=(
            translate("Reason", "The caller guessed again and again"),
            translate("Reason", "The caller knew little about the account"),
            translate("Reason", "Somebody else may be calling as the customer"),
            translate("Reason", "The customer has told us of misuse"),
            translate("Reason", "The caller put pressure on us"),
        ),
        overtaken=translate(
            "Reason",
            "Not raised yet: a colleague has raised a caution meanwhile, which is shown here.",
        ),
    )


def _clear_caution() -> Wording:
    return Wording(
        title=translate("Reason", "Clear the caution"),
        meaning=translate(
            "Reason",
            "Colleagues no longer see it. The journal keeps who raised and who cleared it.",
        ),
        label=translate("Reason", "Reason"),
        hint=translate("Reason", "What has become of it"),
        button=translate("Reason", "Clear caution"),
        icon="flag",
        done="",
        line="",
        overtaken=translate(
            "Reason", "Not done: a colleague has changed the caution. This is how it is now."
        ),
    )


def _delete() -> Wording:
    return Wording(
        title=translate("Reason", "Delete the customer"),
        meaning=translate(
            "Reason",
            "Everything that is known of this customer goes, with the telephone password, the"
            " caution, and what the journal says of them. The journal keeps the customer number"
            " and the receipts. Nobody can bring the customer back.",
        ),
        label=translate("Reason", "Reason, which the journal keeps"),
        hint=translate("Reason", "Who asked for it, without the customer's name"),
        button=translate("Reason", "Delete customer"),
        icon="trash",
        done=translate("Reason", "The customer is deleted."),
        line=translate("Reason", "deleted"),
        subject=translate("Reason", "Customer record"),
        is_confirmed=True,
    )

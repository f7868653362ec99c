"""The words about people: their state, and what an action on somebody means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.core.entities import Role
from desktop_app.core.people import TeamMember
from desktop_app.gui.texts.sentences import day, moment_of

translate = QCoreApplication.translate


class MemberState(Enum):
    """How somebody's login stands, the one in most need of action first."""

    PAUSED = auto()
    OVER = auto()
    INVITED = auto()
    ACTIVE = auto()


class MemberAct(Enum):
    """What can be done about one person, in the order of the buttons."""

    CHANGE_ROLE = auto()
    RESUME = auto()
    RESET = auto()
    REMOVE = auto()


@dataclass(frozen=True, slots=True)
class ActWording:
    """Title, meaning and button of the question before an action."""

    title: str
    meaning: str
    button: str


def state_of(member: TeamMember, now: datetime) -> MemberState:
    """How this person's login stands."""
    if member.paused_at is not None:
        return MemberState.PAUSED
    if member.invited_until is None:
        return MemberState.ACTIVE
    return MemberState.INVITED if now < member.invited_until else MemberState.OVER


def state_words(member: TeamMember, now: datetime) -> str:
    """The state, with the date that goes with it."""
    if member.paused_at is not None:
        since = moment_of(member.paused_at, now)
        return translate("People", "Checks paused since {moment}").format(moment=since)
    if member.invited_until is None:
        return translate("People", "Active")
    if now < member.invited_until:
        until = day(member.invited_until)
        return translate("People", "Invited until {day}").format(day=until)
    return translate("People", "Invitation is over")


def seen_words(member: TeamMember, now: datetime) -> str:
    """When somebody was last seen."""
    if member.last_seen_at is None:
        return translate("People", "Never")
    return moment_of(member.last_seen_at, now)


def role_meaning(role: Role) -> str:
    """What somebody in this role may do."""
    match role:
        case Role.AGENT:
            return translate("People", "Searches, verifies callers and raises cautions.")
        case Role.LEAD:
            return translate(
                "People",
                "Also sets, removes and unlocks telephone passwords after an identity check, and"
                " reads the journal.",
            )
        case Role.ADMIN:
            return translate(
                "People",
                "Also invites and removes people, edits the rules and looks after the team key.",
            )


def act_button(act: MemberAct) -> str:
    """The words of a button that opens the question."""
    match act:
        case MemberAct.CHANGE_ROLE:
            return translate("People", "Change role…")
        case MemberAct.RESUME:
            return translate("People", "Resume…")
        case MemberAct.RESET:
            return translate("People", "Reset…")
        case MemberAct.REMOVE:
            return translate("People", "Remove…")


def act_refusal(act: MemberAct, member: TeamMember | None, own_login: str) -> str | None:
    """Why an action is off for this person, None where it is on."""
    if member is None:
        return translate("People", "Select a person first")
    if act is MemberAct.RESUME and member.paused_at is None:
        return translate("People", "Only needed while somebody's checks are paused")
    if member.person.login == own_login:
        return translate("People", "Another administrator has to do this for you")
    return None


def wording_of(act: MemberAct, name: str) -> ActWording:
    """What to ask before an action on somebody of this name."""
    title, meaning, button = _WORDINGS[act]()
    return ActWording(title.format(name=name), meaning.format(name=name), button)


def _change_role() -> tuple[str, str, str]:
    return (
        translate("People", "Change the role of {name}"),
        translate("People", "It holds at once, also in a window that is open now."),
        translate("People", "Change role"),
    )


def _resume() -> tuple[str, str, str]:
    return (
        translate("People", "Let {name} check again"),
        translate(
            "People",
            "The checks pause because of many wrong tries. Ask first what happened. The pause"
            " ends now and the counts begin anew.",
        ),
        translate("People", "Resume"),
    )


def _reset() -> tuple[str, str, str]:
    return (
        translate("People", "Reset the login of {name}"),
        translate(
            "People",
            "For a new or a stolen computer. The old login stops working at once and its windows"
            " are disconnected. You save a new invitation file for the new computer.\n\nA stolen"
            " computer had the team key in its keyring: rotate the key afterwards.",
        ),
        translate("People", "Reset and save the invitation…"),
    )


def _remove() -> tuple[str, str, str]:
    return (
        translate("People", "Remove {name} from the team"),
        translate(
            "People",
            "The login ends for good and open windows are disconnected at once. The journal keeps"
            " the name. The same login is never given again.\n\nTheir computer had the team key:"
            " where you do not trust whoever has it now, rotate the key afterwards.",
        ),
        translate("People", "Remove"),
    )


_WORDINGS: Final[dict[MemberAct, Callable[[], tuple[str, str, str]]]] = {
    MemberAct.CHANGE_ROLE: _change_role,
    MemberAct.RESUME: _resume,
    MemberAct.RESET: _reset,
    MemberAct.REMOVE: _remove,
}

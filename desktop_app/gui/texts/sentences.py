"""The sentences for answers, moments and codes, for the windows and the command line alike.

The texts are looked up at the moment of the call, so that a change of language takes effect at
once. The sentences for failures are in ``failures.py``.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from desktop_app.core.entities import (
    Answer,
    PasswordState,
    RejectReason,
    Role,
    Standing,
    Validity,
    Verdict,
)
from desktop_app.core.password_rules import Rule
from desktop_app.core.policy import Policy
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate


def grouped(number: int) -> str:
    """A number with the separators of the user's region: ``11,000``.

    The region "C" of a system without one has separators too, but Qt leaves them out by default.
    """
    region = QLocale()
    region.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return region.toString(number)


# --- moments -------------------------------------------------------------------------------------


def clock_time(moment: datetime) -> str:
    """The local time of day, in the form of the user's region: ``14:32``."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def precise_time(moment: datetime) -> str:
    """The local time of day with seconds: ``14:07:32``."""
    return f"{moment.astimezone():%H:%M:%S}"


def day(moment: datetime) -> str:
    """The local date, in the form of the user's region: ``12 Mar 2025``."""
    local = moment.astimezone()
    return QLocale().toString(
        QDate(local.year, local.month, local.day),
        translate("Sentences", "d MMM yyyy", "date format"),
    )


def moment_of(moment: datetime, now: datetime) -> str:
    """A moment as short as it is clear: the time alone for today, otherwise day and time."""
    if moment.astimezone().date() == now.astimezone().date():
        return translate("Sentences", "today {time}").format(time=clock_time(moment))
    return translate("Sentences", "{day} {time}").format(day=day(moment), time=clock_time(moment))


def opening_time(moment: datetime, now: datetime) -> str:
    """When a wait ends: the time alone for today, otherwise with its day."""
    if moment.astimezone().date() == now.astimezone().date():
        return clock_time(moment)
    return translate("Sentences", "{time} on {day}").format(
        day=day(moment), time=clock_time(moment)
    )


def duration(span: timedelta) -> str:
    """A wait in the largest unit that is exact: ``15 min``, ``2 h``."""
    minutes = round(span.total_seconds() / 60)
    if minutes >= 60 and minutes % 60 == 0:  # noqa: PLR2004 - minutes in an hour
        return translate("Sentences", "{hours} h").format(hours=minutes // 60)
    return translate("Sentences", "{minutes} min").format(minutes=minutes)


# --- answers -------------------------------------------------------------------------------------


def answer_word(answer: Answer) -> str:
    """The verdict in one to three words, whoever asked for it."""
    match answer:
        case Answer.MATCHES:
            return translate("Sentences", "Matches")
        case Answer.DOES_NOT_MATCH:
            return translate("Sentences", "Does not match")
        case Answer.LOCKED:
            return translate("Sentences", "Locked")
        case Answer.BLOCKED:
            return translate("Sentences", "Blocked")
        case Answer.EXPIRED:
            return translate("Sentences", "Expired")
        case Answer.NONE:
            return translate("Sentences", "No telephone password")
        case Answer.PAUSED:
            return translate("Sentences", "Checks paused")


def told_answer(answer: Answer) -> str:
    """The same as it is told to the person who has asked for it."""
    if answer is Answer.PAUSED:
        return translate("Sentences", "Your checks pause")
    return answer_word(answer)


def permission(answer: Answer) -> str:
    """Whether information may be given: one of two fixed sentences."""
    if answer is Answer.MATCHES:
        return translate("Sentences", "You may give information about this account.")
    return translate("Sentences", "Do not give any information about this account.")


def next_step(verdict: Verdict) -> str:
    """What the agent does now."""
    standing = verdict.standing
    match verdict.answer:
        case Answer.MATCHES:
            return translate(
                "Sentences", "Applies to this call only. The next call needs a new check."
            )
        case Answer.DOES_NOT_MATCH:
            return _after_no_match(standing, verdict.at)
        case Answer.LOCKED:
            return _opens_again(standing, verdict.at)
        case Answer.BLOCKED:
            return translate(
                "Sentences",
                "Too many wrong tries. Only a new password helps:"
                " a team lead checks the identity and sets one.",
            )
        case Answer.EXPIRED if key_is_over(standing):
            return translate(
                "Sentences",
                "This password belongs to a team key that was replaced and is over. A team lead"
                " checks the identity and sets a new one.",
            )
        case Answer.EXPIRED:
            return translate(
                "Sentences",
                "This password was for a limited time. A team lead checks the identity"
                " and sets a new one.",
            )
        case Answer.NONE:
            return translate(
                "Sentences", "Offer to set one: a team lead checks the identity first."
            )
        case Answer.PAUSED:
            return translate(
                "Sentences",
                "Too many of your checks did not match. Ask a team lead;"
                " this customer is not locked.",
            )


def _after_no_match(standing: Standing, at: datetime) -> str:
    if standing.state is PasswordState.BLOCKED:
        return translate(
            "Sentences",
            "No tries left. Only a new password helps: a team lead checks the identity"
            " and sets one.",
        )
    if standing.opens_at is not None and standing.tries_left == 0:
        return translate("Sentences", "No tries left. {sentence}").format(
            sentence=_opens_again(standing, at)
        )
    return tr(
        "%n tries left. Have it repeated or spelled, then check again.",
        None,
        standing.tries_left,
    )


def _opens_again(standing: Standing, at: datetime) -> str:
    if standing.opens_at is None:
        return translate("Sentences", "A team lead can unlock it.")
    return translate(
        "Sentences", "Opens again at {time}. A team lead can unlock it sooner."
    ).format(time=opening_time(standing.opens_at, at))


def tries_left(standing: Standing) -> str:
    """How many tries remain, and what the last of them would bring."""
    if standing.state is PasswordState.BLOCKED:
        return translate("Sentences", "No tries left")
    if standing.tries_left == 1:
        if standing.next_wait is None:
            return translate("Sentences", "Last try, then blocked")
        wait = duration(standing.next_wait)
        if standing.tries_allowed == 1:
            return translate("Sentences", "1 try, then locked for {wait}").format(wait=wait)
        return translate("Sentences", "Last try, then locked for {wait}").format(wait=wait)
    return translate("Sentences", "{left} of {allowed} tries left").format(
        left=standing.tries_left, allowed=standing.tries_allowed
    )


def earlier_counted(*, was_counted: bool) -> str:
    """Whether a try was counted whose answer got lost, now that the database tells."""
    if was_counted:
        return translate("Sentences", "The try before was counted; its answer is lost.")
    return translate("Sentences", "The try before was not counted.")


def counted(was_counted: bool | None) -> str:  # noqa: FBT001 - the fact itself is the value
    """Whether a check that has no verdict used up a try."""
    if was_counted is None:
        return translate("Sentences", "Whether this try was counted is not known yet.")
    if was_counted:
        return translate("Sentences", "This try was counted.")
    return translate("Sentences", "This try was not counted.")


def announcement(verdict: Verdict) -> str:
    """A verdict for a screen reader: one sentence, the permission first."""
    return " ".join(
        (permission(verdict.answer), told_answer(verdict.answer) + ".", next_step(verdict))
    )


def key_is_over(standing: Standing) -> bool:
    """Whether a password is expired by its team key's end, having no limit of its own."""
    is_limited = standing.single_use or standing.valid_until is not None
    return standing.state is PasswordState.EXPIRED and not is_limited


def state_word(state: PasswordState) -> str:
    """The word on a password-state chip in the list."""
    match state:
        case PasswordState.SET:
            return translate("Sentences", "Set")
        case PasswordState.NONE:
            return translate("Sentences", "None")
        case PasswordState.LOCKED:
            return translate("Sentences", "Locked")
        case PasswordState.BLOCKED:
            return translate("Sentences", "Blocked")
        case PasswordState.EXPIRED:
            return translate("Sentences", "Expired")


def state_phrase(state: PasswordState) -> str:
    """The chip written out, as the card shows it."""
    match state:
        case PasswordState.SET:
            return translate("Sentences", "Password set")
        case PasswordState.NONE:
            return translate("Sentences", "No password")
        case PasswordState.LOCKED:
            return translate("Sentences", "Password locked")
        case PasswordState.BLOCKED:
            return translate("Sentences", "Password blocked")
        case PasswordState.EXPIRED:
            return translate("Sentences", "Password expired")


def state_spoken(state: PasswordState) -> str:
    """The chip as a screen reader says it."""
    return translate("Sentences", "Telephone password: {state}").format(
        state=state_word(state).lower()
    )


def role_name(role: Role) -> str:
    """What a person is in the team."""
    match role:
        case Role.AGENT:
            return translate("Sentences", "Agent")
        case Role.LEAD:
            return translate("Sentences", "Team lead")
        case Role.ADMIN:
            return translate("Sentences", "Administrator")


# --- codes ---------------------------------------------------------------------------------------


def check_method(code: str) -> str:
    """The name of an identity check; a code of the team's own is its own name."""
    match code:
        case "callback":
            return translate("Sentences", "Call-back to number on file")
        case "id-document":
            return translate("Sentences", "ID document shown")
        case "in-person":
            return translate("Sentences", "In person")
        case "signed-letter":
            return translate("Sentences", "Signed letter")
        case "video-call":
            return translate("Sentences", "Video call")
        case "letter":
            return translate("Sentences", "Letter with a first password")
    return code


def validity(value: Validity) -> str:
    """How long a password holds, as a choice."""
    match value:
        case Validity.UNTIL_CHANGED:
            return translate("Sentences", "Until changed")
        case Validity.ONE_CALL:
            return translate("Sentences", "For one call")
        case Validity.ONE_DAY:
            return translate("Sentences", "For 24 hours")
        case Validity.FIRST_USE:
            return translate("Sentences", "For 60 days, then on once used")


def rule(which: Rule, policy: Policy) -> str:
    """What a new password must be, as a hint beside a tick or a cross."""
    match which:
        case Rule.LENGTH:
            return tr("At least %n characters", None, policy.shortest_password)
        case Rule.USABLE:
            return translate("Sentences", "Only characters that can be typed")
        case Rule.OWN_DATA:
            return translate("Sentences", "Not the name, company or number")
        case Rule.GUESSED_FIRST:
            return translate("Sentences", "Not what everybody tries first")


def broken_rule(which: Rule, policy: Policy) -> str:
    """Why a new password is refused."""
    match which:
        case Rule.LENGTH:
            return tr(
                "Too short: at least %n characters, not counting spaces, hyphens and dots.",
                None,
                policy.shortest_password,
            )
        case Rule.USABLE:
            return translate("Sentences", "It has a character that no password can have.")
        case Rule.OWN_DATA:
            return translate(
                "Sentences", "It is part of the customer's own data, which others know too."
            )
        case Rule.GUESSED_FIRST:
            return translate("Sentences", "It is among what everybody tries first.")


def reject_reason(reason: RejectReason) -> str:
    """Why a row of a list is not imported."""
    match reason:
        case RejectReason.NUMBER_EMPTY:
            return translate("Sentences", "The customer number is empty")
        case RejectReason.NUMBER_TWICE:
            return translate("Sentences", "The customer number appears twice in the file")
        case RejectReason.CELL_TOO_LONG:
            return translate("Sentences", "A cell is too long")
        case RejectReason.CONTROL_CHARACTER:
            return translate("Sentences", "A cell contains a control character")
        case RejectReason.TOO_FEW_CELLS:
            return translate("Sentences", "The row has fewer cells than the heads")
        case RejectReason.TOO_MANY_CELLS:
            return translate("Sentences", "The row has more cells than the heads")
        case RejectReason.QUOTE_OPEN:
            return translate("Sentences", "A quotation mark is not closed")

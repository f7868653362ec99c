"""The words around an answer in the verification dialog."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.core.entities import Answer, Verdict
from desktop_app.core.errors import NotCheckedError
from desktop_app.gui.texts import sentences

translate = QCoreApplication.translate


def match_line(verdict: Verdict) -> str:
    """When it matched; at which try is for the history to say, which sees every workstation's."""
    return translate("Verify", "Checked {time}").format(time=sentences.precise_time(verdict.at))


def unread_notice(number: str, failed: NotCheckedError | None) -> str:
    """What to say after a check whose dialog was closed too early; its answer is never told."""
    if failed is None:
        return translate(
            "Verify",
            "The check of {number} was ended unread; its try is on record. Check again before"
            " you give any information.",
        ).format(number=number)
    return translate(
        "Verify", "The check of {number} was ended unread and has no answer. {counted}"
    ).format(number=number, counted=sentences.counted(failed.counted))


def refusal_note(answer: Answer) -> str:
    """Why nothing can be typed."""
    match answer:
        case Answer.NONE | Answer.EXPIRED:
            return translate("Verify", "Nothing to check against")
        case Answer.PAUSED:
            return translate("Verify", "No entry possible while your checks pause")
        case Answer.BLOCKED:
            return translate("Verify", "No entry possible any more")
    return translate("Verify", "No entry possible while locked")


def refusal_line(verdict: Verdict, now: datetime) -> str:
    """Since when it is so, or that the enquiry is on record."""
    failed_at = verdict.standing.last_failure_at
    if verdict.answer is Answer.DOES_NOT_MATCH or (
        failed_at is not None and verdict.answer in {Answer.LOCKED, Answer.BLOCKED}
    ):
        return translate("Verify", "Last failed try {time}").format(
            time=sentences.moment_of(failed_at or verdict.at, now)
        )
    return translate("Verify", "Opened {time}. The enquiry has been recorded.").format(
        time=sentences.moment_of(verdict.at, now)
    )

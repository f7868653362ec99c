"""The words around an answer in the verification dialog."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.core.entities import Answer, Verdict
from desktop_app.gui import sentences

translate = QCoreApplication.translate


def match_line(verdict: Verdict) -> str:
    """When it matched; at which try is for the history to say, which sees every workstation's."""
    return translate("Verify", "Checked {time}").format(time=sentences.precise_time(verdict.at))


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

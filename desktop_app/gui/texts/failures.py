"""The sentence for every expected failure, for the windows and the command line alike.

The larger families have modules of their own beside this one. Each sentence says what happened,
what it means for the caller's check, and what to do next.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core import errors
from desktop_app.core.server_errors import ConnectionLostError
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.database_failures import DATABASE_SENTENCES
from desktop_app.gui.texts.file_failures import FILE_SENTENCES
from desktop_app.gui.texts.key_failures import KEY_SENTENCES
from desktop_app.gui.texts.people_failures import PEOPLE_SENTENCES
from desktop_app.gui.texts.rule_names import rule_name
from desktop_app.gui.texts.server_failures import SERVER_SENTENCES

translate = QCoreApplication.translate


def failure(error: errors.WatchwordError) -> str:
    """The sentence for ``error``; a type without one of its own gets its base type's."""
    for kind in type(error).__mro__:
        sentence = _SENTENCES.get(kind)
        if sentence is not None:
            return sentence(error)
    return translate("Failures", "This did not work. Nothing was changed; try again.")


def unsaved(error: errors.WatchwordError, otherwise: str) -> str:
    """What a failure means for what was to be saved: ``otherwise``, unless nobody can know."""
    if isinstance(error, ConnectionLostError):
        return translate("Failures", "It may have been saved or not. What you typed is still here.")
    return otherwise


def _not_checked(error: errors.NotCheckedError) -> str:
    return translate("Failures", "Not checked. {counted} {cause}").format(
        counted=sentences.counted(error.counted), cause=failure(error.cause)
    )


def _unusable_text(error: errors.UnusableTextError) -> str:
    match error.reason:
        case "too-long":
            return translate(
                "Failures", "No password is longer than 128 characters. Nothing was counted."
            )
        case "empty":
            return translate(
                "Failures",
                "Nothing is left to check once spaces, hyphens and dots are taken away."
                " Nothing was counted; have it repeated.",
            )
    return translate(
        "Failures",
        "The entry has a character that no password can have. Nothing was counted;"
        " clear it and type it again.",
    )


def _password_refused(_: errors.PasswordRefusedError) -> str:
    return translate(
        "Failures", "This password breaks a rule. Nothing was saved; choose another one."
    )


def _identity_check(error: errors.IdentityCheckIncompleteError) -> str:
    if error.field == "method":
        return translate(
            "Failures", "Say how you checked who this is. Nothing was saved; choose a method."
        )
    return translate(
        "Failures",
        "The identity check needs a reference. Nothing was saved; say what you checked against.",
    )


def _customer_not_found(error: errors.CustomerNotFoundError) -> str:
    if not error.number:
        return translate(
            "Failures", "This customer is not there any more: a team lead has deleted them."
        )
    return translate(
        "Failures",
        "There is no customer {number}. Nothing was checked; search for the name instead.",
    ).format(number=error.number)


def _number_taken(error: errors.NumberTakenError) -> str:
    return translate(
        "Failures", "Another customer has the number {number}. Nothing was saved; use another one."
    ).format(number=error.number)


def _field_refused(error: errors.FieldRefusedError) -> str:
    match error.reason:
        case "empty":
            return translate("Failures", "This field must not be empty. Nothing was saved.")
        case "too-long":
            return translate("Failures", "This text is too long. Nothing was saved; shorten it.")
        case "control":
            return translate(
                "Failures", "This text has a control character. Nothing was saved; type it again."
            )
        case "out-of-bounds":
            return translate(
                "Failures", "The rule “{rule}” is out of its bounds. Nothing was saved."
            ).format(rule=rule_name(error.field))
    return translate("Failures", "This value is not known. Nothing was saved; choose another one.")


def _nothing_to_unlock(_: errors.NothingToUnlockError) -> str:
    return translate(
        "Failures",
        "This password is not locked. Nothing was changed; a blocked one needs a new password.",
    )


def _no_credential(_: errors.NoCredentialError) -> str:
    return translate("Failures", "This customer has no telephone password. Nothing was changed.")


def _printing_failed(_: errors.PrintingFailedError) -> str:
    return translate(
        "Failures",
        "The printer takes nothing, or no more. Look whether it is there and has paper, then"
        " print again.",
    )


def _password_present(_: errors.PasswordPresentError) -> str:
    return translate(
        "Failures",
        "This customer has a telephone password by now, or is not active. Nothing was changed.",
    )


def _changed_meanwhile(_: errors.ChangedMeanwhileError) -> str:
    return translate(
        "Failures",
        "Somebody else changed this customer in the meantime. Nothing was saved;"
        " look at it again, then repeat.",
    )


def _not_allowed(_: errors.NotAllowedError) -> str:
    return translate("Failures", "Your role does not allow this. Nothing was changed; ask a lead.")


def _attempt_refused(_: errors.AttemptRefusedError) -> str:
    return translate("Failures", "The database did not take this try. Check again.")


def _refresh_refused(_: errors.RefreshRefusedError) -> str:
    return translate(
        "Failures", "The stored password was not renewed; it stays valid. Nothing to do."
    )


def _parameters_refused(_: errors.ParametersRefusedError) -> str:
    return translate(
        "Failures",
        "The database asks for a hash outside the safe bounds. Nothing can be checked;"
        " tell your administrator, the database may have been tampered with.",
    )


def _timed_out(_: errors.TimedOutError) -> str:
    return translate(
        "Failures", "It took too long and was given up. Nothing was changed; try again."
    )


def _clock_wrong(error: errors.ClockWrongError) -> str:
    if error.reason == "unlike-server":
        return translate(
            "Failures",
            "This computer's clock and the server's differ. Waits and times would be shown wrong;"
            " set the clock that is wrong.",
        )
    if error.reason == "server-behind-journal":
        return translate(
            "Failures",
            "The server's clock is behind the newest entry of the journal. Nothing can be checked,"
            " because waits and validity depend on it; tell your administrator.",
        )
    if error.reason == "behind-journal":
        return translate(
            "Failures",
            "This computer's clock is behind the newest entry of the journal. Nothing can be"
            " checked, because waits and validity depend on it; set the clock, then try again. If"
            " it is right now and was ahead earlier, make a backup of the database: its entry in"
            " the journal is the newest then, and checks go on.",
        )
    return translate(
        "Failures",
        "This computer's clock is wrong. Waits and receipts would show wrong times; set the clock,"
        " then try again.",
    )


def _open_to_others(error: errors.OpenToOthersError) -> str:
    return translate(
        "Failures",
        "Other users of this computer can read {path}. Take their rights away, then try again.",
    ).format(path=error.path)


def _no_terminal(error: errors.NoTerminalError) -> str:
    if error.option:
        return translate(
            "Failures",
            "There is no terminal to ask for the secret unseen. Nothing was done; start it in a"
            " terminal, or send the secret with {option}.",
        ).format(option=error.option)
    return translate(
        "Failures",
        "There is no terminal to ask for the secret unseen. Nothing was done; start it in a"
        " terminal.",
    )


def _entries_differ(_: errors.EntriesDifferError) -> str:
    return translate("Failures", "The two entries are not the same. Nothing was saved; repeat it.")


def _profile_unknown(error: errors.ProfileUnknownError) -> str:
    return translate(
        "Failures",
        "There is no profile “{profile}” on this computer. Nothing was opened; look at the"
        " spelling, or start Watchword without --profile.",
    ).format(profile=error.profile)


def _already_running(_: errors.AlreadyRunningError) -> str:
    return translate("Failures", "Watchword is already open for this profile.")


def _fonts_missing(_: errors.FontsMissingError) -> str:
    return translate(
        "Failures",
        "There is no typeface to show a window with. Commands work without one; install a font"
        " package such as fonts-dejavu-core and Qt's system libraries for the window.",
    )


def _unexpected(_: errors.UnexpectedError) -> str:
    return translate(
        "Failures",
        "Watchword has met a fault of its own; a report without personal data was written."
        " Try again; if it stays, start Watchword again.",
    )


_SENTENCES: dict[type, Callable[[Any], str]] = {
    errors.NotCheckedError: _not_checked,
    errors.UnusableTextError: _unusable_text,
    errors.PasswordRefusedError: _password_refused,
    errors.IdentityCheckIncompleteError: _identity_check,
    errors.CustomerNotFoundError: _customer_not_found,
    errors.NumberTakenError: _number_taken,
    errors.FieldRefusedError: _field_refused,
    errors.NothingToUnlockError: _nothing_to_unlock,
    errors.NoCredentialError: _no_credential,
    errors.PasswordPresentError: _password_present,
    errors.PrintingFailedError: _printing_failed,
    errors.ChangedMeanwhileError: _changed_meanwhile,
    errors.NotAllowedError: _not_allowed,
    errors.AttemptRefusedError: _attempt_refused,
    errors.RefreshRefusedError: _refresh_refused,
    errors.ParametersRefusedError: _parameters_refused,
    **DATABASE_SENTENCES,
    **SERVER_SENTENCES,
    **PEOPLE_SENTENCES,
    **KEY_SENTENCES,
    **FILE_SENTENCES,
    errors.TimedOutError: _timed_out,
    errors.ClockWrongError: _clock_wrong,
    errors.OpenToOthersError: _open_to_others,
    errors.NoTerminalError: _no_terminal,
    errors.EntriesDifferError: _entries_differ,
    errors.ProfileUnknownError: _profile_unknown,
    errors.AlreadyRunningError: _already_running,
    errors.FontsMissingError: _fonts_missing,
    errors.UnexpectedError: _unexpected,
}

"""The sentence for every expected failure, for the windows and the command line alike.

Each says what happened, what it means for the caller's check, and what to do next.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core import errors
from desktop_app.core.entities import JournalFault, JournalFaultKind
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.doctor_sentences import journal_fault
from desktop_app.gui.texts.server_failures import SERVER_SENTENCES

translate = QCoreApplication.translate


def failure(error: errors.WatchwordError) -> str:
    """The sentence for ``error``; a type without one of its own gets its base type's."""
    for kind in type(error).__mro__:
        sentence = _SENTENCES.get(kind)
        if sentence is not None:
            return sentence(error)
    return translate("Failures", "This did not work. Nothing was changed; try again.")


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
            ).format(rule=error.field)
    return translate("Failures", "This value is not known. Nothing was saved; choose another one.")


def _nothing_to_unlock(_: errors.NothingToUnlockError) -> str:
    return translate(
        "Failures",
        "This password is not locked. Nothing was changed; a blocked one needs a new password.",
    )


def _no_credential(_: errors.NoCredentialError) -> str:
    return translate("Failures", "This customer has no telephone password. Nothing was changed.")


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


def _storage(_: errors.StorageError) -> str:
    return translate(
        "Failures", "The database cannot be used. Nothing can be checked until it answers again."
    )


def _database_missing(error: errors.DatabaseMissingError) -> str:
    return translate(
        "Failures",
        "The database file is gone: {path}. Nothing can be checked; put it back or copy a backup"
        " there, then try again.",
    ).format(path=error.path)


def _database_busy(_: errors.DatabaseBusyError) -> str:
    return translate(
        "Failures",
        "Another program keeps the database locked. Nothing can be checked until it lets go;"
        " close it, then try again.",
    )


def _disk_full(_: errors.DiskFullError) -> str:
    return translate(
        "Failures",
        "The disk is full. Nothing was written, and no try can be counted;"
        " make room, then try again.",
    )


def _database_read_only(_: errors.DatabaseReadOnlyError) -> str:
    return translate(
        "Failures",
        "The database cannot be written to. Nothing can be checked, because no try can be"
        " counted; make the file writable for you, then try again.",
    )


def _database_unreadable(error: errors.DatabaseUnreadableError) -> str:
    match error.reason:
        case "rights":
            text = translate(
                "Failures",
                "You have no right to open {path}. Nothing can be checked; ask whoever set up"
                " this computer.",
            )
        case "foreign":
            text = translate(
                "Failures",
                "{path} is not a Watchword database. Nothing can be checked; move it away or"
                " copy a backup there, then start again.",
            )
        case "altered":
            text = translate(
                "Failures",
                "{path} was changed by something other than Watchword, so its answers prove"
                " nothing. Nothing can be checked; keep a copy, put the newest backup in its"
                " place, and tell whoever answers for it.",
            )
        case _:
            text = translate(
                "Failures",
                "The database {path} is damaged. Nothing can be checked; copy the newest backup"
                " there, then start again.",
            )
    return text.format(path=error.path)


def _database_newer(error: errors.DatabaseNewerError) -> str:
    return translate(
        "Failures",
        "A newer Watchword wrote this database (version {found}, this one knows {known})."
        " Nothing can be checked; install the newer Watchword.",
    ).format(found=error.found, known=error.known)


def _database_on_network(error: errors.DatabaseOnNetworkError) -> str:
    return translate(
        "Failures",
        "{path} lies on a network drive, where this kind of database is not safe. Nothing can be"
        " checked; use a folder of this computer, or a shared PostgreSQL database for a team.",
    ).format(path=error.path)


def _journal_fault(error: errors.JournalFaultError) -> str:
    return journal_fault(JournalFault(error.sequence, JournalFaultKind(error.kind)))


def _team_key(_: errors.TeamKeyError) -> str:
    return translate(
        "Failures",
        "The team key cannot be had. Nothing can be checked or set; searching works.",
    )


def _keyring_missing(_: errors.KeyringMissingError) -> str:
    return translate(
        "Failures",
        "This computer has no keyring that keeps secrets. Nothing can be checked or set;"
        " use a vault file, or install a keyring such as GNOME Keyring.",
    )


def _keyring_locked(_: errors.KeyringLockedError) -> str:
    return translate(
        "Failures",
        "The system's keyring is locked. Nothing can be checked or set; unlock it, then try again.",
    )


def _keyring_failed(_: errors.KeyringFailedError) -> str:
    return translate(
        "Failures",
        "The system's keyring does not answer. Nothing can be checked or set; sign in to this"
        " computer again, then try again.",
    )


def _secret_too_long(_: errors.SecretTooLongError) -> str:
    return translate(
        "Failures", "The system's keyring cannot keep a secret this long. Nothing was saved."
    )


def _key_missing(_: errors.KeyMissingError) -> str:
    return translate(
        "Failures",
        "The team key is not on this computer. Nothing can be checked or set; restore it from"
        " the recovery file.",
    )


def _key_mismatch(_: errors.KeyMismatchError) -> str:
    return translate(
        "Failures",
        "This password was stored under another team key. It cannot be checked here; restore"
        " that key from its recovery file, or set a new password.",
    )


def _vault_locked(_: errors.VaultLockedError) -> str:
    return translate(
        "Failures",
        "The vault file is locked. Nothing can be checked or set; type its passphrase.",
    )


def _passphrase_wrong(_: errors.PassphraseWrongError) -> str:
    return translate("Failures", "The passphrase does not open the file. Type it again.")


def _passphrase_weak(_: errors.PassphraseWeakError) -> str:
    return translate(
        "Failures",
        "This passphrase is too easy to guess. Nothing was saved; take six words, or twelve"
        " characters that are no word.",
    )


def _file_unusable(error: errors.FileUnusableError) -> str:
    match error.reason:
        case "missing":
            text = translate("Failures", "There is no file {path}. Nothing was changed.")
        case "no-folder":
            text = translate("Failures", "There is no folder {path}. Nothing was changed.")
        case "directory":
            text = translate("Failures", "{path} is a folder, not a file. Nothing was changed.")
        case "rights":
            text = translate(
                "Failures", "You have no right to use {path}. Nothing was changed; choose another."
            )
        case "full":
            text = translate(
                "Failures",
                "The disk is full: nothing was written to {path}. Make room, then repeat.",
            )
        case "exists":
            text = translate(
                "Failures", "{path} exists already and was left as it is. Choose another name."
            )
        case "damaged":
            text = translate(
                "Failures", "{path} is damaged. Nothing was changed; use another copy of it."
            )
        case "newer":
            text = translate(
                "Failures", "A newer Watchword wrote {path}. Nothing was changed; install that one."
            )
        case "foreign":
            text = translate(
                "Failures", "{path} was not made by Watchword. Nothing was changed; choose another."
            )
        case _:
            text = translate(
                "Failures", "{path} cannot be read or written. Nothing was changed; try again."
            )
    return text.format(path=error.path)


def _list_unusable(error: errors.ListUnusableError) -> str:
    texts: dict[str, str] = {
        "empty": translate("Failures", "The file is empty. Nothing was imported."),
        "binary": translate(
            "Failures",
            "This is no text file. Nothing was imported; save the list as CSV, then repeat.",
        ),
        "encoding": translate(
            "Failures",
            "Line {line} does not fit the file's encoding. Nothing was imported; name the"
            " encoding with --encoding.",
        ),
        "no-heads": translate(
            "Failures",
            "The first line has no column heads. Nothing was imported; add a line with the heads.",
        ),
        "no-rows": translate(
            "Failures", "The file has column heads, but no row below them. Nothing was imported."
        ),
        "head-twice": translate(
            "Failures",
            "The column head “{name}” appears twice. Nothing was imported; rename one of them.",
        ),
        "no-number-column": translate(
            "Failures",
            "No column looks like the customer number. Nothing was imported; name it with"
            " --map number=COLUMN.",
        ),
        "unknown-field": translate(
            "Failures",
            "There is no field “{name}” for --map. Nothing was imported; the fields are number,"
            " name, first_name, last_name, company, phone, email, domain, country, language and"
            " authorised.",
        ),
        "unknown-column": translate(
            "Failures",
            "The file has no column “{name}”. Nothing was imported; look at its first line.",
        ),
        "unknown-encoding": translate(
            "Failures", "There is no encoding “{name}”. Nothing was imported."
        ),
        "unknown-delimiter": translate(
            "Failures",
            "“{name}” is no delimiter: one character, or the word tab. Nothing was imported.",
        ),
        "no-delimiter": translate(
            "Failures",
            "No separator divides the lines into columns. Nothing was imported; name it with"
            " --delimiter.",
        ),
        "cell-too-long": translate(
            "Failures",
            "Line {line} has a cell that is far too long. Nothing was imported; a quotation mark"
            " may be missing there.",
        ),
    }
    text = texts.get(
        error.reason, translate("Failures", "This list cannot be read. Nothing was imported.")
    )
    return text.format(line=error.line, name=error.name)


def _timed_out(_: errors.TimedOutError) -> str:
    return translate(
        "Failures", "It took too long and was given up. Nothing was changed; try again."
    )


def _clock_wrong(error: errors.ClockWrongError) -> str:
    if error.reason == "behind-journal":
        return translate(
            "Failures",
            "This computer's clock is behind the newest entry of the journal. Nothing can be"
            " checked, because waits and validity depend on it; set the clock, then try again.",
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
    errors.ChangedMeanwhileError: _changed_meanwhile,
    errors.NotAllowedError: _not_allowed,
    errors.AttemptRefusedError: _attempt_refused,
    errors.RefreshRefusedError: _refresh_refused,
    errors.ParametersRefusedError: _parameters_refused,
    errors.StorageError: _storage,
    errors.DatabaseMissingError: _database_missing,
    errors.DatabaseBusyError: _database_busy,
    errors.DiskFullError: _disk_full,
    errors.DatabaseReadOnlyError: _database_read_only,
    errors.DatabaseUnreadableError: _database_unreadable,
    errors.DatabaseNewerError: _database_newer,
    errors.DatabaseOnNetworkError: _database_on_network,
    **SERVER_SENTENCES,
    errors.JournalFaultError: _journal_fault,
    errors.TeamKeyError: _team_key,
    errors.KeyringMissingError: _keyring_missing,
    errors.KeyringLockedError: _keyring_locked,
    errors.KeyringFailedError: _keyring_failed,
    errors.SecretTooLongError: _secret_too_long,
    errors.KeyMissingError: _key_missing,
    errors.KeyMismatchError: _key_mismatch,
    errors.VaultLockedError: _vault_locked,
    errors.PassphraseWrongError: _passphrase_wrong,
    errors.PassphraseWeakError: _passphrase_weak,
    errors.FileUnusableError: _file_unusable,
    errors.ListUnusableError: _list_unusable,
    errors.TimedOutError: _timed_out,
    errors.ClockWrongError: _clock_wrong,
    errors.OpenToOthersError: _open_to_others,
    errors.NoTerminalError: _no_terminal,
    errors.EntriesDifferError: _entries_differ,
    errors.AlreadyRunningError: _already_running,
    errors.FontsMissingError: _fonts_missing,
    errors.UnexpectedError: _unexpected,
}

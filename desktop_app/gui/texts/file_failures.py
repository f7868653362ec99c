"""The sentences for files and customer lists that cannot be used."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core import errors

translate = QCoreApplication.translate


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
            "Line {line} does not fit the file's encoding. Nothing was imported; choose the"
            " encoding in the reading options, or name it with --encoding.",
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
            "No column looks like the customer number. Nothing was imported; choose it in the"
            " import window, or name it with --map number=COLUMN.",
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
            "No separator divides the lines into columns. Nothing was imported; choose it in the"
            " reading options, or name it with --delimiter.",
        ),
        "cell-too-long": translate(
            "Failures",
            "Line {line} has a cell that is far too long. Nothing was imported; a quotation mark"
            " may be missing there.",
        ),
        "changed": translate(
            "Failures",
            "The file has changed since it was read. Nothing was imported; look at the new trial"
            " run first.",
        ),
    }
    text = texts.get(
        error.reason, translate("Failures", "This list cannot be read. Nothing was imported.")
    )
    return text.format(line=error.line, name=error.name)


def _settings_unusable(error: errors.SettingsUnusableError) -> str:
    return translate(
        "Failures",
        "The settings in {path} cannot be used, so it is not known which database is meant."
        " Nothing was done; repair or remove the file, or name a database that is on this"
        " workstation with --profile.",
    ).format(path=error.path)


def settings_notice(path: str, fields: Sequence[str]) -> str:
    """What a command says that goes on with other settings; ``fields`` are those of no use."""
    if not fields:
        return translate(
            "Failures",
            "The settings in {path} cannot be read; the usual ones were taken, and the file was"
            " left as it is.",
        ).format(path=path)
    return translate(
        "Failures", "Settings in {path} that cannot be used; the usual ones were taken: {names}."
    ).format(path=path, names=", ".join(fields))


FILE_SENTENCES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        errors.FileUnusableError: _file_unusable,
        errors.ListUnusableError: _list_unusable,
        errors.SettingsUnusableError: _settings_unusable,
    }
)

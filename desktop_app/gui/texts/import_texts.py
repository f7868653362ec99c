"""What is said about customer lists: fields, encodings, separators, what an import found."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.core.customer_import import ListLayout
from desktop_app.core.list_encoding import UTF_8
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate

_LINES_SHOWN: Final = 3
_MINUTE: Final = 60
_TO_MINUTES: Final = 90
_STEP: Final = 5

_ENCODINGS: Final = MappingProxyType(
    {
        UTF_8: "UTF-8",
        "cp1252": "Windows-1252",
        "iso8859-15": "ISO 8859-15",
        "mac-roman": "Mac Roman",
        "cp850": "DOS (850)",
        "cp1250": "Windows-1250",
        "utf-16": "UTF-16",
    }
)
ENCODINGS: Final = tuple(_ENCODINGS)
"""Those that are offered; any other one can be found out or named to the command."""


def field_name(field: str) -> str:
    """A field of ``core.list_columns`` as people call it."""
    names = {
        "number": translate("Import", "Customer number"),
        "name": translate("Import", "Contact name"),
        "first_name": translate("Import", "First name"),
        "last_name": translate("Import", "Last name"),
        "company": translate("Import", "Company"),
        "phone": translate("Import", "Phone"),
        "email": translate("Import", "E-mail"),
        "domain": translate("Import", "Domain"),
        "country": translate("Import", "Country"),
        "language": translate("Import", "Language"),
        "authorised": translate("Import", "Authorised callers"),
    }
    return names[field]


def encoding_name(codec: str) -> str:
    """An encoding as other programs call it."""
    return _ENCODINGS.get(codec, codec.upper())


def delimiter_name(delimiter: str) -> str:
    """What separates the columns."""
    names = {
        ";": translate("Import", "semicolon"),
        ",": translate("Import", "comma"),
        "\t": translate("Import", "tab"),
        "|": translate("Import", "vertical bar"),
    }
    return names.get(delimiter, delimiter)


def column_name(head: str, index: int, *, has_heads: bool) -> str:
    """A column by its head, or by its place."""
    if has_heads and head:
        return head
    return translate("Import", "Column {number}").format(number=index + 1)


def lines_of(lines: Sequence[int], count: int) -> str:
    """Where rows stand in the file; more than a few end in an ellipsis."""
    shown = ", ".join(str(line) for line in lines[:_LINES_SHOWN])
    if count > _LINES_SHOWN:
        shown = translate("Import", "{lines} …").format(lines=shown)
    return tr("lines {lines}", None, count).format(lines=shown)


def look_wrong(count: int) -> str:
    """How many rows have something in a column that does not look like it should."""
    words = tr("{count} look wrong", None, count)
    return words.format(count=grouped(count))


def looks_wrong(field: str) -> str:
    """That a field looks wrong, and what becomes of it."""
    return translate("Import", "{field} looks wrong, imported as it stands").format(
        field=field_name(field)
    )


def progress_words(done: int, total: int, seconds_left: float | None) -> str:
    """How far a list was read, and how long the rest will take."""
    words = translate("Import", "{done} of {total}").format(
        done=grouped(done), total=grouped(total)
    )
    if seconds_left is None:
        return words
    return translate("Import", "{progress}, {time}").format(
        progress=words, time=_time_left(seconds_left)
    )


def _time_left(seconds: float) -> str:
    if seconds >= _TO_MINUTES:
        return tr("about %n min left", None, round(seconds / _MINUTE))
    return tr("about %n s left", None, max(1, round(seconds / _STEP)) * _STEP)


def secrets_note(heads: Sequence[str]) -> str:
    """What to say of columns with readable passwords, empty where there are none."""
    if not heads:
        return ""
    return translate(
        "Import",
        "Columns that look like passwords are never imported: {columns}. A file with readable"
        " passwords must not exist: delete it.",
    ).format(columns=", ".join(heads))


def layout_note(layout: ListLayout) -> str:
    """What somebody has to know of a list before they import it, empty where there is nothing."""
    notes = [secrets_note(layout.secret_heads)]
    if layout.is_forgotten:
        notes.append(
            translate(
                "Import",
                "The columns of the last list of this kind cannot be used: check those that were"
                " found now.",
            )
        )
    return " ".join(filter(None, notes))


def reject_heads() -> tuple[str, str, str]:
    """The heads of a list of rejected rows."""
    return (
        translate("Import", "line"),
        translate("Import", "customer number"),
        translate("Import", "reason"),
    )

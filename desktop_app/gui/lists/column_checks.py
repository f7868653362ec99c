"""What the window says about each column of a list."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.core.list_columns import looks_secret
from desktop_app.core.phones import display
from desktop_app.gui.lists.import_flow import ListLook
from desktop_app.gui.lists.import_run import ImportRun
from desktop_app.gui.look.theme import Look
from desktop_app.gui.texts.import_texts import look_wrong
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ColumnCheck:
    """An icon of the set with its colour, and words that may be empty."""

    icon: str
    colour: str | Look
    words: str = ""
    is_secret: bool = False


_FINE: Final = ColumnCheck("tick", Look.MATCH)


def column_checks(look: ListLook, run: ImportRun | None) -> list[ColumnCheck]:
    """What is said of each column; what only a trial finds comes with the ``run``."""
    fields = dict(look.layout.columns)
    told: set[str] = set()
    checks = []
    for index, head in enumerate(look.layout.heads):
        field = fields.get(index)
        if field is None:
            checks.append(_left_out(head))
        elif field in told:
            checks.append(_FINE)
        else:
            checks.append(_imported(field, look, run))
            told.add(field)
    return checks


def _left_out(head: str) -> ColumnCheck:
    if looks_secret(head):
        words = translate("Import", "never imported")
        return ColumnCheck("padlock", Look.LOCKED, words, is_secret=True)
    return ColumnCheck("minus-circle", "text3", translate("Import", "not imported"))


def _imported(field: str, look: ListLook, run: ImportRun | None) -> ColumnCheck:
    """A field is told of once, at the first of its columns."""
    wrong = run.checks.counts.get(field, 0) if run is not None else 0
    if wrong:
        return ColumnCheck("warning", Look.LOCKED, look_wrong(wrong))
    if field == "number" and run is not None and run.counts is not None:
        counts = run.counts
        unique = counts.new + counts.updated + counts.unchanged
        words = tr("{count} unique", None, unique).format(count=grouped(unique))
        return ColumnCheck("tick", Look.MATCH, words)
    if field == "phone":
        phones = [number for row in look.preview[:1] for number in row.draft.phones]
        if phones and phones[0].startswith("+"):
            words = translate("Import", "stored as {number}").format(number=display(phones[0]))
            return ColumnCheck("tick", Look.MATCH, words)
    return _FINE

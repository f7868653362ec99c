"""The data sheet: what is stored, where, how long and who can see it, from the real schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.core.document import Block, Document, Heading, Paragraph, Table
from desktop_app.core.policy import Policy
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.data_sheet_columns import column_sentence
from desktop_app.gui.texts.data_sheet_tables import TableSentences, table_sentences
from desktop_app.gui.texts.journal_sentences import long_day
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What is true of one database.

    ``tables`` are those that it has at this moment, with their columns. ``place`` is the server's
    name or the database file, ``is_shared`` says which; ``folder`` is where this workstation
    keeps its own files.
    """

    tables: Mapping[str, tuple[str, ...]]
    policy: Policy
    place: str
    is_shared: bool
    folder: Path
    made_at: datetime


def data_sheet(facts: SheetFacts) -> Document:
    """The whole sheet; a table that nobody has described yet is listed all the same."""
    abouts = table_sentences(facts.policy, is_shared=facts.is_shared)
    blocks: list[Block] = [Paragraph(_made(facts)), *_summary(facts)]
    for table in sorted(facts.tables, key=lambda name: (name not in abouts, name)):
        blocks += _table(table, facts.tables[table], abouts.get(table))
    return Document(
        translate("DataSheet", "Data sheet of Watchword"),
        QLocale().name().partition("_")[0] or "en",
        tuple(blocks),
    )


def described_tables(facts: SheetFacts) -> frozenset[str]:
    """The tables that have a purpose, a time and readers here."""
    return frozenset(table_sentences(facts.policy, is_shared=facts.is_shared))


def _made(facts: SheetFacts) -> str:
    moment = facts.made_at
    return translate(
        "DataSheet",
        "Made on {day} at {time} from the structure of the database in use and the rules in force.",
    ).format(day=long_day(moment.astimezone().date()), time=sentences.clock_time(moment))


def _summary(facts: SheetFacts) -> Iterator[Block]:
    policy = facts.policy
    where = (
        translate("DataSheet", "A PostgreSQL database on {place}, reached over TLS only.")
        if facts.is_shared
        else translate("DataSheet", "One file that this computer's user can read: {place}")
    ).format(place=facts.place)
    yield Heading(translate("DataSheet", "In short"))
    yield Table(
        (
            (
                translate("DataSheet", "Purpose"),
                translate(
                    "DataSheet",
                    "To make sure on the telephone that information about an account is given to"
                    " the customer only, and to show afterwards who asked, and when.",
                ),
            ),
            (translate("DataSheet", "Whose data"), _whose()),
            (translate("DataSheet", "Where"), where),
            (translate("DataSheet", "Files of this computer"), _files(facts)),
            (
                translate("DataSheet", "How long the journal is kept"),
                tr(
                    "%n months; then it is removed, whole months at a time, and what is left can"
                    " still be checked.",
                    None,
                    policy.journal_months,
                ),
            ),
            (translate("DataSheet", "Passwords"), _passwords()),
            (translate("DataSheet", "Who can see it"), _who(shared=facts.is_shared)),
        )
    )


def _whose() -> str:
    return translate(
        "DataSheet", "Customers, those who may call for them, and the people of the team."
    )


def _files(facts: SheetFacts) -> str:
    return translate(
        "DataSheet",
        "{folder}: settings, the newest journal entry that was seen, and a log without personal"
        " data but customer numbers. The team key and a login are in the system's keyring, or in"
        " a vault file under a passphrase.",
    ).format(folder=facts.folder)


def _passwords() -> str:
    return translate(
        "DataSheet",
        "Telephone passwords are not stored. A salted hash (Argon2id) that also needs a key outside"
        " the database tells whether a typed one is the same.",
    )


def _who(*, shared: bool) -> str:
    if not shared:
        return translate(
            "DataSheet", "The user of this computer, and who administers the computer."
        )
    return translate(
        "DataSheet",
        "Agents: customers, cautions, their own checks. Leads: the journal too. Administrators:"
        " the people and the rules too. Who runs the database server can read every table.",
    )


def _table(name: str, columns: tuple[str, ...], about: TableSentences | None) -> Iterator[Block]:
    yield Heading(name)
    if about is not None:
        yield Table(
            (
                (translate("DataSheet", "What for"), about.purpose),
                (translate("DataSheet", "How long"), about.kept),
                (translate("DataSheet", "Who can see it"), about.seen),
            )
        )
    heads = (translate("DataSheet", "Column"), translate("DataSheet", "What stands in it"))
    yield Table(tuple((column, column_sentence(name, column)) for column in columns), heads)

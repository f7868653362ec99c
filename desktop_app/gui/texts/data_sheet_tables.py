"""What each table is for, how long its rows stay, and who can read them.

A table without these fails a test, as does a column without its sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.core.policy import Policy
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TableSentences:
    """The sentences of one table."""

    purpose: str
    kept: str
    seen: str


@dataclass(frozen=True, slots=True)
class _Readers:
    """Who can read a table, in words; on a workstation it is always the same person."""

    everybody: str
    leads: str
    admins: str
    nobody: str


def table_sentences(policy: Policy, *, is_shared: bool) -> Mapping[str, TableSentences]:
    """By the table's name, of both engines."""
    readers = _readers(is_shared=is_shared)
    return {
        **_of_customers(readers),
        **_of_lists(readers),
        **_of_passwords(readers, is_shared=is_shared),
        **_of_journal(readers, policy),
        **_of_team(readers),
        **_of_database(readers),
    }


def _readers(*, is_shared: bool) -> _Readers:
    if not is_shared:
        user = translate("DataSheet", "The user of this computer.")
        return _Readers(user, user, user, user)
    return _Readers(
        translate("DataSheet", "Everybody of the team."),
        translate("DataSheet", "Leads and administrators."),
        translate("DataSheet", "Administrators."),
        translate("DataSheet", "Nobody but who runs the database."),
    )


def _always() -> str:
    return translate("DataSheet", "As long as the database.")


def _of_customers(readers: _Readers) -> dict[str, TableSentences]:
    kept = translate("DataSheet", "As long as the customer is stored.")
    search = TableSentences(translate("DataSheet", "To find customers."), kept, readers.everybody)
    return {
        "customer": TableSentences(
            translate("DataSheet", "The customers."), kept, readers.everybody
        ),
        "caution": TableSentences(
            translate("DataSheet", "Warnings of colleagues."),
            translate("DataSheet", "Until a lead clears it."),
            readers.everybody,
        ),
        "customer_phone": search,
        "customer_word": search,
        "customer_part": search,
        "common_part": TableSentences(search.purpose, _always(), readers.nobody),
    }


def _of_lists(readers: _Readers) -> dict[str, TableSentences]:
    importing = TableSentences(
        translate("DataSheet", "What an import has not taken over yet."),
        translate("DataSheet", "While an import runs."),
        readers.nobody,
    )
    return {
        "customer_staging": importing,
        "customer_import": importing,
        "customer_seen": importing,
        "customer_rejected": importing,
        "missing_customer": TableSentences(
            translate("DataSheet", "Customers that the newest list did not have."),
            translate("DataSheet", "Until the next import."),
            readers.leads,
        ),
        "list_mapping": TableSentences(
            translate("DataSheet", "How customer lists are read."), _always(), readers.leads
        ),
    }


def _of_passwords(readers: _Readers, *, is_shared: bool) -> dict[str, TableSentences]:
    seen = readers.nobody
    if is_shared:
        seen = translate(
            "DataSheet", "State and counts: everybody. Verifier and salt: nobody of the team."
        )
    return {
        "credential": TableSentences(
            translate("DataSheet", "What telephone passwords are checked with."),
            translate("DataSheet", "Until it is removed; that it was there stays in the journal."),
            seen,
        ),
        "attempt": TableSentences(
            translate("DataSheet", "Counts tries, so that nobody guesses."),
            translate("DataSheet", "About a day."),
            readers.nobody,
        ),
        "person_budget": TableSentences(
            translate("DataSheet", "Counts a person's wrong tries."), _always(), readers.nobody
        ),
    }


def _of_journal(readers: _Readers, policy: Policy) -> dict[str, TableSentences]:
    months = tr("%n months, whole months at a time.", None, policy.journal_months)
    figures = translate("DataSheet", "Figures of the whole team.")
    return {
        "journal": TableSentences(
            translate("DataSheet", "Shows who asked about whom, and who changed what."),
            months,
            readers.leads,
        ),
        "journal_personal": TableSentences(
            translate("DataSheet", "What of the journal can be erased."), months, readers.leads
        ),
        "journal_mark": TableSentences(
            translate("DataSheet", "Finds removed entries of the journal."),
            _always(),
            readers.leads,
        ),
        "journal_count": TableSentences(figures, _always(), readers.leads),
        "journal_counted": TableSentences(figures, _always(), readers.nobody),
        "password_count": TableSentences(figures, _always(), readers.leads),
        "tally": TableSentences(figures, _always(), readers.leads),
        "tally_change": TableSentences(
            figures, translate("DataSheet", "Until they are added up."), readers.leads
        ),
    }


def _of_team(readers: _Readers) -> dict[str, TableSentences]:
    return {
        "person": TableSentences(
            translate("DataSheet", "The people of the team."),
            translate("DataSheet", "For good: the journal names people who are gone."),
            readers.admins,
        ),
        "policy": TableSentences(
            translate("DataSheet", "The team's rules."), _always(), readers.everybody
        ),
        "team_key": TableSentences(
            translate("DataSheet", "Which team keys there are."), _always(), readers.everybody
        ),
        "key_holder": TableSentences(
            translate("DataSheet", "Which computers have taken a new team key."),
            _always(),
            readers.admins,
        ),
    }


def _of_database(readers: _Readers) -> dict[str, TableSentences]:
    lock = TableSentences(
        translate("DataSheet", "Keeps two people from doing the same at once."),
        _always(),
        readers.nobody,
    )
    return {
        "schema_step": TableSentences(
            translate("DataSheet", "Which version the database has."),
            _always(),
            readers.everybody,
        ),
        "sealing": lock,
        "people_change": lock,
    }

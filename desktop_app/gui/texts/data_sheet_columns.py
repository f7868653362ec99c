"""What stands in each column of each table, for the data protection officer.

A column without a sentence fails a test: whoever adds one says here what it holds.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop_app.gui.texts.rule_names import rule_name

translate = QCoreApplication.translate

Sentences = Mapping[str, str]


def column_sentence(table: str, column: str) -> str:
    """What a column holds; empty where nobody has said so yet."""
    if table == "policy":
        known = rule_name(column)
        row = translate("DataSheet", "Always 1: there is one row.")
        return row if column == "id" else known if known != column else ""
    sentences = _TABLES.get(table)
    return sentences().get(column, "") if sentences is not None else ""


def described_columns() -> frozenset[tuple[str, str]]:
    """Every table and column that has a sentence here; those of the rules are named elsewhere."""
    return frozenset((table, column) for table, all_of in _TABLES.items() for column in all_of())


def _customer() -> Sentences:
    return {
        "place": translate("DataSheet", "A running number, by which the search index refers."),
        "id": translate("DataSheet", "A random number that is never used again."),
        "number": translate("DataSheet", "The customer number."),
        "name": translate("DataSheet", "First and last name."),
        "company": translate("DataSheet", "The company."),
        "phones": translate("DataSheet", "Telephone numbers."),
        "emails": translate("DataSheet", "E-mail addresses."),
        "domains": translate("DataSheet", "Internet domains."),
        "country": translate("DataSheet", "The country, as a code of two letters."),
        "language": translate("DataSheet", "The language that the customer is written to in."),
        "authorised": translate("DataSheet", "Who else may call for the customer."),
        "active": translate("DataSheet", "Whether this is still a customer."),
        "words": translate("DataSheet", "The same names and addresses, folded for the search."),
        "digits": translate("DataSheet", "Words of the number that are digits, for the search."),
        "tokens": translate("DataSheet", "How the names sound, for the search."),
    }


def _caution() -> Sentences:
    return {
        "customer_id": translate("DataSheet", "Which customer it is about."),
        "text": translate("DataSheet", "What colleagues are warned of, in somebody's own words."),
        "raised_by": translate("DataSheet", "Who raised it."),
        "raised_at": translate("DataSheet", "When."),
    }


def _customer_phone() -> Sentences:
    return {
        "national": translate("DataSheet", "A telephone number without its country code."),
        "code": translate("DataSheet", "The country code, 0 where it is not known."),
        "place": translate("DataSheet", "Whose it is."),
    }


def _customer_word() -> Sentences:
    return {"tokens": translate("DataSheet", "Words of names, and how they sound.")}


def _customer_part() -> Sentences:
    return {"parts": translate("DataSheet", "Every three neighbouring characters of names.")}


def _common_part() -> Sentences:
    return {
        "part": translate("DataSheet", "Three characters that many names have."),
        "share": translate("DataSheet", "How many."),
    }


def _customer_staging() -> Sentences:
    customer = {name: text for name, text in _customer().items() if name not in {"id", "place"}}
    return {
        **customer,
        "line": translate("DataSheet", "The line of the imported file."),
        "phone_keys": translate("DataSheet", "The telephone numbers, as the search has them."),
        "batch": translate("DataSheet", "Which import it is."),
    }


def _customer_import() -> Sentences:
    return {
        "batch": translate("DataSheet", "Which import it is."),
        "added": translate("DataSheet", "How many customers are new."),
        "updated": translate("DataSheet", "How many were changed."),
    }


def _customer_seen() -> Sentences:
    return {"number": translate("DataSheet", "A customer number that the import has had.")}


def _customer_rejected() -> Sentences:
    return {"number": translate("DataSheet", "A customer number that was not taken over.")}


def _missing_customer() -> Sentences:
    return {
        "place": translate("DataSheet", "Which customer the newest list did not have."),
        "batch": translate("DataSheet", "Which import it is."),
        "list_id": translate("DataSheet", "Which import it is."),
    }


def _list_mapping() -> Sentences:
    return {
        "kind": translate("DataSheet", "A hash of the heads of a customer list."),
        "columns": translate("DataSheet", "Which column of such a list is which field."),
        "saved_at": translate("DataSheet", "When that was last used."),
        "saved_by": translate("DataSheet", "By whom."),
    }


def _credential() -> Sentences:
    parameter = translate("DataSheet", "A parameter of the hash Argon2id.")
    return {
        "customer_id": translate("DataSheet", "Whose telephone password it is."),
        "generation": translate("DataSheet", "How often it was set, renewed or removed."),
        "verifier": translate(
            "DataSheet",
            "What a typed password is compared with: a hash that nobody can read back. Who has it"
            " together with the team key can guess short passwords.",
        ),
        "salt": translate("DataSheet", "Random bytes that go into the hash."),
        "memory_kib": parameter,
        "passes": parameter,
        "lanes": parameter,
        "norm_version": translate("DataSheet", "By which rules spaces and capitals are dropped."),
        "kdf_version": translate("DataSheet", "By which version it was computed."),
        "key_id": translate("DataSheet", "Which team key went into it; not the key itself."),
        "set_at": translate("DataSheet", "When it was set."),
        "set_by": translate("DataSheet", "Who set it."),
        "check_method": translate("DataSheet", "How the customer's identity was checked before."),
        "valid_until": translate("DataSheet", "Until when it holds."),
        "expired_at": translate("DataSheet", "When it was first seen to be over."),
        "single_use": translate("DataSheet", "Whether it holds for one call."),
        "until_used": translate("DataSheet", "Whether its first use lets it hold on."),
        "used_at": translate("DataSheet", "When that call was."),
        "in_row": translate("DataSheet", "Wrong tries in a row."),
        "in_all": translate("DataSheet", "Wrong tries since it was set."),
        "locked_until": translate("DataSheet", "Until when no try is taken."),
        "last_failure_at": translate("DataSheet", "When the last wrong try was."),
        "long_run": translate("DataSheet", "Whether several wrong tries came in a row."),
        "many_wrong": translate("DataSheet", "Whether many tries were wrong in all."),
    }


def _attempt() -> Sentences:
    return {
        "sequence": translate("DataSheet", "A running number."),
        "id": translate("DataSheet", "A random number that the workstation has made."),
        "xid": translate("DataSheet", "In which transaction it was counted."),
        "login": translate("DataSheet", "Who checked."),
        "customer_id": translate("DataSheet", "Which customer was checked."),
        "generation": translate("DataSheet", "Which password was meant."),
        "digest_hash": translate(
            "DataSheet", "A hash of what was typed, wiped once it cannot be compared any more."
        ),
        "at": translate("DataSheet", "When."),
        "charged": translate("DataSheet", "Whether it counted as a wrong try at first."),
        "taken_back": translate("DataSheet", "Whether that was taken back after a match."),
        "failure_before": translate("DataSheet", "When the wrong try before it was."),
        "answer": translate("DataSheet", "What the check said."),
        "answered_at": translate("DataSheet", "When it said so."),
        "receipt": translate("DataSheet", "The receipt number of the answer."),
    }


def _person_budget() -> Sentences:
    return {
        "login": translate("DataSheet", "Whose checks are counted."),
        "counts_after": translate("DataSheet", "After which try wrong ones count."),
        "paused_at": translate("DataSheet", "Since when this person's checks pause."),
        "paused_by": translate("DataSheet", "Which try brought that."),
    }


def _person() -> Sentences:
    return {
        "login": translate("DataSheet", "The name with which the person signs in."),
        "name": translate("DataSheet", "The person's name."),
        "role": translate("DataSheet", "What the person may do."),
        "added_at": translate("DataSheet", "Since when."),
        "last_seen_at": translate("DataSheet", "When they were last connected."),
        "invited_until": translate("DataSheet", "Until when an invitation is open."),
        "invitation": translate("DataSheet", "A hash of what the open invitation is known by."),
        "sessions_from": translate("DataSheet", "Since when their password is the present one."),
        "removed_at": translate("DataSheet", "When they were removed."),
    }


def _journal() -> Sentences:
    return {
        "id": translate("DataSheet", "A running number."),
        "at": translate("DataSheet", "When it happened."),
        "login": translate("DataSheet", "Whose login did it."),
        "person": translate("DataSheet", "The person's name at that time."),
        "workstation": translate("DataSheet", "The name of the computer."),
        "customer_id": translate("DataSheet", "Which customer it was about."),
        "customer_number": translate("DataSheet", "The customer's number at that time."),
        "kind": translate("DataSheet", "What happened."),
        "outcome": translate("DataSheet", "How it came out."),
        "receipt": translate("DataSheet", "The receipt number, which a ticket names."),
        "details": translate("DataSheet", "Figures and codes; never a password."),
        "personal_digest": translate(
            "DataSheet", "A salted hash of what stands in journal_personal."
        ),
        "sequence": translate("DataSheet", "The entry's place in the chain."),
        "digest": translate("DataSheet", "The chain's hash up to this entry."),
    }


def _journal_personal() -> Sentences:
    return {
        "entry": translate("DataSheet", "Which entry it belongs to."),
        "salt": translate("DataSheet", "Random bytes that go into its hash."),
        "content": translate(
            "DataSheet",
            "References, reasons and notes in somebody's own words, which can be erased.",
        ),
    }


def _journal_mark() -> Sentences:
    return {
        "name": translate("DataSheet", "The newest entry, or the last one that was removed."),
        "sequence": translate("DataSheet", "That entry's place in the chain."),
        "digest": translate("DataSheet", "The chain's hash up to it."),
    }


def _journal_count() -> Sentences:
    return {
        "quarter": translate("DataSheet", "Which quarter of an hour."),
        "kind": translate("DataSheet", "Answers of checks, or passwords that were set."),
        "category": translate("DataSheet", "Which answer, or which identity check."),
        "amount": translate("DataSheet", "How many; of nobody in particular."),
    }


def _journal_counted() -> Sentences:
    return {
        "id": translate("DataSheet", "Always 1: there is one row."),
        "sequence": translate("DataSheet", "Up to which entry they are counted."),
    }


def _password_count() -> Sentences:
    return {
        "key_id": translate("DataSheet", "Under which team key they were made."),
        "amount": translate("DataSheet", "How many; of nobody in particular."),
    }


def _tally() -> Sentences:
    kind = translate("DataSheet", "Customers, or telephone passwords.")
    return {"kind": kind, **_password_count()}


def _team_key() -> Sentences:
    return {
        "key_id": translate("DataSheet", "Which team key; not the key itself."),
        "state": translate("DataSheet", "Whether it is announced, in use or over."),
        "since": translate("DataSheet", "Since when."),
        "made_by": translate("DataSheet", "Who announced it."),
        "ends_at": translate("DataSheet", "Until when an older key can be used."),
    }


def _key_holder() -> Sentences:
    return {
        "login": translate("DataSheet", "Whose login."),
        "name": translate("DataSheet", "The person's name."),
        "workstation": translate("DataSheet", "The name of the computer."),
        "key_id": translate("DataSheet", "Which team key it has; not the key itself."),
        "confirmed_at": translate("DataSheet", "When it said so."),
        "seen_at": translate("DataSheet", "When it was last connected."),
    }


def _schema_step() -> Sentences:
    return {
        "version": translate("DataSheet", "Which step of the database's structure."),
        "taken_at": translate("DataSheet", "When it was taken."),
    }


def _one_row() -> Sentences:
    return {"id": translate("DataSheet", "Always 1: there is one row.")}


_TABLES = {
    "attempt": _attempt,
    "caution": _caution,
    "common_part": _common_part,
    "credential": _credential,
    "customer": _customer,
    "customer_import": _customer_import,
    "customer_part": _customer_part,
    "customer_phone": _customer_phone,
    "customer_rejected": _customer_rejected,
    "customer_seen": _customer_seen,
    "customer_staging": _customer_staging,
    "customer_word": _customer_word,
    "journal": _journal,
    "journal_count": _journal_count,
    "journal_counted": _journal_counted,
    "journal_mark": _journal_mark,
    "journal_personal": _journal_personal,
    "key_holder": _key_holder,
    "list_mapping": _list_mapping,
    "missing_customer": _missing_customer,
    "password_count": _password_count,
    "people_change": _one_row,
    "person": _person,
    "person_budget": _person_budget,
    "schema_step": _schema_step,
    "sealing": _one_row,
    "tally": _tally,
    "tally_change": _tally,
    "team_key": _team_key,
}

"""The words for every journal entry."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_app.core.entities import Answer, EventKind, JournalEntry, Role, Validity
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.rule_names import rule_name
from desktop_app.gui.texts.rule_values import recorded_change
from desktop_app.gui.texts.translation import tr

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EntryWords:
    """An entry in words: ``title`` in bold, ``text`` beside it, ``note`` in lines of its own."""

    title: str
    text: str
    note: str = ""

    @property
    def spoken(self) -> str:
        """All of it on one line, as a screen reader says it."""
        return ". ".join(part for part in (self.title, self.text, *self.note.split("\n")) if part)


def entry_words(entry: JournalEntry) -> EntryWords:
    """What an entry says; what was erased or never recorded is left out."""
    words = _WORDS.get(entry.kind)
    return words(entry) if words is not None else EntryWords(entry.kind.value, entry.person)


def lock_words(entry: JournalEntry) -> EntryWords | None:
    """What a wrong try brought: a wait or a block; None where it brought neither."""
    in_row, in_all = _number(entry, "in_row"), _number(entry, "in_all")
    match entry.details.get("blocked"):
        case "in-row":
            why = tr("After %n wrong tries in a row", None, in_row)
            return EntryWords(sentences.answer_word(Answer.BLOCKED), why)
        case "in-all":
            why = tr("After %n wrong tries in all", None, in_all)
            return EntryWords(sentences.answer_word(Answer.BLOCKED), why)
    until = _moment(entry.details.get("locked_until", ""))
    if until is None:
        return None
    why = tr("After %n wrong tries in a row, until {time}", None, in_row)
    time = sentences.opening_time(until, entry.at)
    return EntryWords(sentences.answer_word(Answer.LOCKED), why.format(time=time))


def unanswered_words(entry: JournalEntry) -> EntryWords:
    """An attempt whose answer nobody has fetched: it stays counted as a wrong one."""
    return EntryWords(
        translate("Journal", "Not answered"),
        translate("Journal", "{person}, counted as a wrong try").format(person=entry.person),
    )


def day_head(moment: datetime, now: datetime) -> str:
    """The day as a heading: "Today", "Yesterday", ``11 November``, with the year if it is over."""
    local, today = moment.astimezone().date(), now.astimezone().date()
    match (today - local).days:
        case 0:
            return translate("Journal", "Today")
        case 1:
            return translate("Journal", "Yesterday")
    if local.year == today.year:
        return _written(local, translate("Journal", "d MMMM", "date format"))
    return long_day(local)


def long_day(day: date) -> str:
    """A date in full: ``12 March 2025``."""
    return _written(day, translate("Journal", "d MMMM yyyy", "date format"))


# --- checks --------------------------------------------------------------------------------------


def _verdict(entry: JournalEntry) -> EntryWords:
    with suppress(ValueError):
        return _answered(entry, Answer(entry.outcome))
    return EntryWords(entry.outcome, entry.person)


def _answered(entry: JournalEntry, answer: Answer) -> EntryWords:
    title, person = sentences.answer_word(answer), entry.person
    match answer:
        case Answer.MATCHES:
            tries = _ordinal_try(_number(entry, "in_row"))
            return EntryWords(title, _listed(person, tries))
        case Answer.DOES_NOT_MATCH:
            left = ""
            if "tries_left" in entry.details:
                count = _number(entry, "tries_left")
                left = tr("%n tries left", None, count)
            return EntryWords(title, _listed(person, left))
        case Answer.LOCKED | Answer.BLOCKED | Answer.EXPIRED:
            nothing = translate("Journal", "asked for a check; nothing was compared")
            return EntryWords(title, _listed(person, nothing))
        case Answer.PAUSED:
            nothing = translate("Journal", "whose checks pause; nothing was compared")
            return EntryWords(title, _listed(person, nothing))
        case Answer.NONE:
            return EntryWords(title, person)


def _ordinal_try(number: int) -> str:
    match number:
        case 0:
            return ""
        case 1:
            return translate("Journal", "first try")
        case 2:
            return translate("Journal", "second try")
        case 3:
            return translate("Journal", "third try")
    return translate("Journal", "try number {number}").format(number=number)


def _attempt(entry: JournalEntry) -> EntryWords:
    return EntryWords(
        translate("Journal", "Try counted"),
        _listed(entry.person, translate("Journal", "before it was compared")),
    )


# --- passwords and locks -------------------------------------------------------------------------


def _password_set(entry: JournalEntry) -> EntryWords:
    parts = [entry.person, _checked_by(entry.details.get("check", ""))]
    match entry.outcome:
        case Validity.ONE_CALL.value:
            parts.append(translate("Journal", "for one call"))
        case Validity.ONE_DAY.value:
            parts.append(translate("Journal", "for 24 hours"))
        case Validity.FIRST_USE.value:
            parts.append(translate("Journal", "for 60 days unless it is used"))
    notes = []
    if reason := entry.personal.get("reason"):
        notes.append(translate("Journal", "Reason: {text}").format(text=reason))
    if reference := entry.personal.get("reference"):
        notes.append(translate("Journal", "Reference: {text}").format(text=reference))
    if note := entry.personal.get("note"):
        notes.append(translate("Journal", "Note: {text}").format(text=note))
    return EntryWords(translate("Journal", "Password set"), _listed(*parts), "\n".join(notes))


def _checked_by(method: str) -> str:
    match method:
        case "callback":
            return translate("Journal", "by call-back to number on file")
        case "letter":
            return translate("Journal", "sent by letter")
        case "id-document":
            return translate("Journal", "by ID document")
        case "in-person":
            return translate("Journal", "in person")
        case "signed-letter":
            return translate("Journal", "by signed letter")
        case "video-call":
            return translate("Journal", "by video call")
    return translate("Journal", "by {method}").format(method=method) if method else ""


def _password_removed(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Password removed"), _with_reason(entry))


def _password_refreshed(entry: JournalEntry) -> EntryWords:
    return EntryWords(
        translate("Journal", "Stored form renewed"),
        _listed(entry.person, translate("Journal", "right after a match")),
    )


def _unlocked(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Unlocked"), _with_reason(entry))


def _with_reason(entry: JournalEntry) -> str:
    reason = entry.personal.get("reason")
    if not reason:
        return entry.person
    return translate("Journal", "{person}. Reason: {reason}").format(
        person=entry.person, reason=reason
    )


def _person_paused(entry: JournalEntry) -> EntryWords:
    if entry.details.get("rule") == "customers-per-hour":
        why = translate("Journal", "wrong tries on too many customers within an hour")
    else:
        why = translate("Journal", "too many wrong tries within 24 hours")
    return EntryWords(translate("Journal", "Checks paused"), _listed(entry.person, why))


def _person_added(entry: JournalEntry) -> EntryWords:
    invited = "invited" in entry.details
    title = (
        translate("Journal", "Person invited") if invited else translate("Journal", "Person added")
    )
    return EntryWords(title, _about_person(entry))


def _person_joined(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Invitation accepted"), entry.person)


def _person_changed(entry: JournalEntry) -> EntryWords:
    role = entry.outcome
    with suppress(ValueError):
        role = sentences.role_name(Role(entry.outcome))
    note = translate("Journal", "Now: {role}").format(role=role)
    return EntryWords(translate("Journal", "Role changed"), _about_person(entry), note)


def _person_reset(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Login reset"), _about_person(entry))


def _person_removed(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Person removed"), _about_person(entry))


def _about_person(entry: JournalEntry) -> str:
    return _explained(entry.person, entry.details.get("login", ""))


def _person_resumed(entry: JournalEntry) -> EntryWords:
    title = translate("Journal", "Checks resumed")
    if entry.outcome == "taken-back":
        why = translate("Journal", "the try that brought the pause did match")
        return EntryWords(title, _listed(entry.person, why))
    login = entry.details.get("login", "")
    whose = translate("Journal", "for {login}").format(login=login) if login else ""
    return EntryWords(title, _listed(entry.person, "" if login == entry.login else whose))


# --- customers -----------------------------------------------------------------------------------


def _caution_raised(entry: JournalEntry) -> EntryWords:
    text = entry.personal.get("text", "")
    return EntryWords(translate("Journal", "Caution raised"), entry.person, text)


def _caution_cleared(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Caution cleared"), _with_reason(entry))


def _customer_added(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Customer added"), entry.person)


def _customer_changed(entry: JournalEntry) -> EntryWords:
    names = _field_names()
    fields = entry.details.get("fields", "").split()
    changed = ", ".join(names.get(field, field) for field in fields)
    return EntryWords(translate("Journal", "Customer changed"), _explained(entry.person, changed))


def _customer_deleted(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Customer deleted"), _with_reason(entry))


def _field_names() -> Mapping[str, str]:
    return {
        "number": translate("Journal", "number"),
        "name": translate("Journal", "name"),
        "company": translate("Journal", "company"),
        "phones": translate("Journal", "phones"),
        "emails": translate("Journal", "e-mails"),
        "domains": translate("Journal", "domains"),
        "country": translate("Journal", "country"),
        "language": translate("Journal", "language"),
        "authorised": translate("Journal", "authorised callers"),
        "active": translate("Journal", "active"),
    }


def _customers_adopted(entry: JournalEntry) -> EntryWords:
    counts = translate("Journal", "{customers} customers, {passwords} with a password").format(
        customers=_counted(entry, "customers"), passwords=_counted(entry, "passwords")
    )
    title = translate("Journal", "Workstation's database taken over")
    return EntryWords(title, _explained(entry.person, counts))


def _customers_imported(entry: JournalEntry) -> EntryWords:
    counts = translate(
        "Journal", "{new} new, {updated} updated, {unchanged} unchanged, {rejected} rejected"
    ).format(
        **{name: _counted(entry, name) for name in ("new", "updated", "unchanged", "rejected")}
    )
    source = entry.details.get("source", "")
    note = translate("Journal", "From {file}").format(file=source) if source else ""
    return EntryWords(
        translate("Journal", "Customers imported"), _explained(entry.person, counts), note
    )


def _customers_deactivated(entry: JournalEntry) -> EntryWords:
    count = tr("%n customers", None, _number(entry, "count"))
    return EntryWords(
        translate("Journal", "Customers set inactive"),
        _explained(entry.person, count),
        translate("Journal", "Not in {file}").format(file=entry.details.get("source", "")),
    )


# --- the team's own ------------------------------------------------------------------------------


def _exported(entry: JournalEntry) -> EntryWords:
    match entry.outcome:
        case "customers":
            title = translate("Journal", "Customers exported")
        case "history":
            title = translate("Journal", "History exported")
        case "for-customer":
            title = translate("Journal", "Data exported for the customer")
        case "first-passwords":
            title = translate("Journal", "Letters with first passwords saved as a file")
        case _:
            title = translate("Journal", "Journal exported")
    parts = []
    if customer := entry.details.get("customer"):
        parts.append(translate("Journal", "customer {number}").format(number=customer))
    if "rows" in entry.details:
        parts.append(tr("%n rows", None, _number(entry, "rows")))
    return EntryWords(title, _explained(entry.person, ", ".join(parts)), _to_file(entry))


def _backed_up(entry: JournalEntry) -> EntryWords:
    return EntryWords(translate("Journal", "Backup written"), entry.person, _to_file(entry))


def _to_file(entry: JournalEntry) -> str:
    file = entry.details.get("file", "")
    return translate("Journal", "To {file}").format(file=file) if file else ""


def _policy_changed(entry: JournalEntry) -> EntryWords:
    changes = [
        translate("Journal", "{rule}: {change}").format(
            rule=rule_name(rule), change=recorded_change(rule, change)
        )
        for rule, change in entry.details.items()
    ]
    return EntryWords(translate("Journal", "Rules changed"), entry.person, "\n".join(changes))


def _key_rotated(entry: JournalEntry) -> EntryWords:
    match entry.outcome:
        case "first":
            title = translate("Journal", "Team key made known")
        case "announced":
            title = translate("Journal", "New team key announced")
        case "confirmed":
            title = translate("Journal", "New team key taken")
        case _:
            title = translate("Journal", "New team key in use")
    text = _explained(entry.person, entry.details.get("key_id", ""))
    waiting = _number(entry, "unconfirmed")
    note = tr("%n computers have not taken it", None, waiting) if waiting else ""
    return EntryWords(title, text, note)


def _journal_pruned(entry: JournalEntry) -> EntryWords:
    removed = tr("%n entries removed", None, _number(entry, "entries"))
    before = _date(entry.details.get("before", ""))
    if before is not None:
        removed = translate("Journal", "{removed}, all from before {day}").format(
            removed=removed, day=long_day(before)
        )
    return EntryWords(translate("Journal", "Journal shortened"), _explained(entry.person, removed))


_WORDS = MappingProxyType(
    {
        EventKind.ATTEMPT: _attempt,
        EventKind.VERDICT: _verdict,
        EventKind.PASSWORD_SET: _password_set,
        EventKind.PASSWORD_REMOVED: _password_removed,
        EventKind.PASSWORD_REFRESHED: _password_refreshed,
        EventKind.UNLOCKED: _unlocked,
        EventKind.CAUTION_RAISED: _caution_raised,
        EventKind.CAUTION_CLEARED: _caution_cleared,
        EventKind.PERSON_ADDED: _person_added,
        EventKind.PERSON_JOINED: _person_joined,
        EventKind.PERSON_CHANGED: _person_changed,
        EventKind.PERSON_RESET: _person_reset,
        EventKind.PERSON_REMOVED: _person_removed,
        EventKind.PERSON_PAUSED: _person_paused,
        EventKind.PERSON_RESUMED: _person_resumed,
        EventKind.CUSTOMER_ADDED: _customer_added,
        EventKind.CUSTOMER_CHANGED: _customer_changed,
        EventKind.CUSTOMER_DELETED: _customer_deleted,
        EventKind.CUSTOMERS_IMPORTED: _customers_imported,
        EventKind.CUSTOMERS_DEACTIVATED: _customers_deactivated,
        EventKind.CUSTOMERS_ADOPTED: _customers_adopted,
        EventKind.EXPORTED: _exported,
        EventKind.BACKED_UP: _backed_up,
        EventKind.POLICY_CHANGED: _policy_changed,
        EventKind.JOURNAL_PRUNED: _journal_pruned,
        EventKind.KEY_ROTATED: _key_rotated,
    }
)


# --- small things --------------------------------------------------------------------------------


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _explained(person: str, what: str) -> str:
    if not what:
        return person
    return translate("Journal", "{person}: {what}").format(person=person, what=what)


def _number(entry: JournalEntry, name: str) -> int:
    """A figure of the entry, 0 where it is missing or none."""
    text = entry.details.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() else 0


def _counted(entry: JournalEntry, name: str) -> str:
    return sentences.grouped(_number(entry, name))


def _moment(text: str) -> datetime | None:
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo is not None else None
    return None


def _date(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)

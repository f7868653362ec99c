"""The customer's own copy, in the language that the customer speaks."""

import string
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.core.document import text_of
from desktop_app.core.entities import (
    Answer,
    Caution,
    Customer,
    CustomerDetails,
    EventKind,
    JournalEntry,
    PasswordState,
    Standing,
    Validity,
)
from desktop_app.core.policy import CHECK_METHODS, Policy
from desktop_app.gui.journal.copy_words import COPIES
from desktop_app.gui.journal.customer_copy import CustomerCopy
from desktop_app.gui.journal.history_pages import LineKind, line_of

NOW = datetime(2026, 11, 22, 13, 7, tzinfo=UTC)
WEBER = Customer(
    number="104233",
    name="Jonas Weber",
    company="Weber GmbH",
    phones=(),
    emails=(),
    domains=(),
    country="DE",
    language="de",
    authorised="",
    active=True,
    id=7,
)
SET = Standing(
    PasswordState.SET, tries_allowed=5, tries_left=4, set_at=NOW, check_method="callback"
)


def entry(
    kind: EventKind,
    outcome: str = "",
    details: dict[str, str] | None = None,
    personal: dict[str, str] | None = None,
) -> JournalEntry:
    return JournalEntry(
        id=1,
        sequence=1,
        at=NOW,
        login="lea",
        person="Lea Lead",
        workstation="desk-1",
        customer_id=7,
        customer_number="104233",
        customer_name="Jonas Weber",
        customer_company="Weber GmbH",
        kind=kind,
        outcome=outcome,
        receipt="VW-7K3F-92QD",
        details=details or {},
        personal=personal or {},
    )


def copy_of(customer: Customer, *entries: JournalEntry) -> str:
    caution = Caution("drei Geburtstage geraten", "Lea Lead", NOW)
    details = CustomerDetails(customer, SET, None, caution)
    lines = [line_of(each, LineKind.ENTRY) for each in entries]
    return " ".join(text_of(CustomerCopy(details, "en").document(lines, Policy(), NOW)).split())


def told(each: JournalEntry, kind: LineKind = LineKind.ENTRY) -> str:
    details = CustomerDetails(WEBER, SET, None, None)
    return CustomerCopy(details, "en").told(line_of(each, kind))


def fields_of(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}


def test_both_languages_say_the_same_things() -> None:
    """Each name is in both, with the same places for what is filled in."""
    german, english = COPIES["de"], COPIES["en"]
    assert german.keys() == english.keys()
    for name, text in german.items():
        assert fields_of(text) == fields_of(english[name]), name


def test_every_code_has_its_words() -> None:
    """Answers, states and identity checks are never shown as the database writes them."""
    names = COPIES["de"].keys()
    assert {f"answer.{answer.value}" for answer in Answer} <= names
    assert {f"state.{state.value}" for state in PasswordState} <= names
    assert {f"check.{method}" for method in (*CHECK_METHODS, "letter", "portal")} <= names
    limited = set(Validity) - {Validity.UNTIL_CHANGED}
    assert {f"validity.{validity.value}" for validity in limited} <= names


def test_a_german_customer_gets_it_in_german() -> None:
    """Whatever language the window speaks; nothing in it is left in English."""
    copy = copy_of(
        WEBER,
        entry(EventKind.VERDICT, Answer.PAUSED.value),
        entry(EventKind.CUSTOMER_CHANGED, "", {"fields": "name phones"}),
    )
    when = f"22. November 2026, {NOW.astimezone():%H:%M} Uhr"
    for words in (
        f"Das ist in Watchword über Sie gespeichert. Stand: {when}.",
        "Sprache: Deutsch",
        "Telefon: nichts gespeichert",
        "Status: gesetzt",
        "Verbleibende Versuche: 4 von 5",
        "Rückruf unter einer gespeicherten Telefonnummer",
        "Ein Warnhinweis für unser Team",
        "Was: Nicht geprüft: Auf unserer Seite waren Prüfungen gerade angehalten.",
        "Was: Kundendaten geändert: Name, Telefon",
        "Belegnummer: VW-7K3F-92QD",
        "nach 24 Monaten gelöscht",
    ):
        assert words in copy, words
    for words in ("our team", "stored", "Password", "paused", "Lea"):
        assert words not in copy, words


def test_one_month_is_said_as_one() -> None:
    """The shortest time that the rules allow."""
    copy = CustomerCopy(CustomerDetails(WEBER, SET, None, None), "en")
    assert "nach einem Monat gelöscht" in text_of(copy.document((), Policy(journal_months=1), NOW))


def test_a_customer_without_a_language_gets_the_windows() -> None:
    """English here, as nothing else is known."""
    copy = copy_of(replace(WEBER, language=""))
    assert "This is what Watchword stores about you. As of 22 November 2026, " in copy
    assert "Language: nothing stored" in copy


@pytest.mark.parametrize(
    ("recorded", "kind", "words"),
    [
        (
            entry(EventKind.VERDICT, Answer.DOES_NOT_MATCH.value, {"tries_left": "4"}),
            LineKind.ENTRY,
            "Geprüft: Das Telefon-Passwort stimmte nicht überein.\nVerbleibende Versuche: 4",
        ),
        (
            entry(EventKind.VERDICT, "", {"blocked": "in-all", "in_all": "100"}),
            LineKind.LOCK,
            "Dauerhaft gesperrt.\nFalsche Versuche insgesamt: 100",
        ),
        (
            entry(EventKind.VERDICT, "", {"locked_until": NOW.isoformat(), "in_row": "5"}),
            LineKind.LOCK,
            (
                f"Vorübergehend gesperrt bis 22. November 2026, {NOW.astimezone():%H:%M} Uhr.\n"
                "Falsche Versuche in Folge: 5"
            ),
        ),
        (
            entry(EventKind.ATTEMPT),
            LineKind.UNANSWERED,
            "Prüfung ohne Ergebnis; sie zählt als falscher Versuch.",
        ),
        (
            entry(
                EventKind.PASSWORD_SET,
                Validity.ONE_CALL.value,
                {"check": "Eigenes Verfahren"},
                {"reference": "T-4711", "note": "war in Eile"},
            ),
            LineKind.ENTRY,
            (
                "Telefon-Passwort gesetzt.\nIdentität geprüft: Eigenes Verfahren\nGültig für ein"
                " einziges Gespräch.\nNachweis: T-4711\nNotiz: war in Eile"
            ),
        ),
        (
            entry(EventKind.CAUTION_RAISED, "", None, {"text": "drei Geburtstage geraten"}),
            LineKind.ENTRY,
            "Warnhinweis für unser Team eingetragen.\ndrei Geburtstage geraten",
        ),
        (entry(EventKind.EXPORTED, "history"), LineKind.ENTRY, "Weiterer Eintrag."),
    ],
)
def test_what_was_recorded_is_told(recorded: JournalEntry, kind: LineKind, words: str) -> None:
    """In sentences of their own, about the customer and not about the team."""
    assert told(recorded, kind) == words

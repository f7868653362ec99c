"""The words of a customer's own copy of what is stored about them.

In the customer's language, not the user's: therefore they are not among the translated texts.
Both languages have the same names; a code of the database follows the dot.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_GERMAN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "Ihre Daten in Watchword",
        "intro": "Das ist in Watchword über Sie gespeichert. Stand: {moment}.",
        "moment": "{day}, {time} Uhr",
        "nothing": "nichts gespeichert",
        "yes": "ja",
        "no": "nein",
        "language.de": "Deutsch",
        "language.en": "Englisch",
        "data": "Ihre Daten",
        "field.number": "Kundennummer",
        "field.name": "Name",
        "field.company": "Firma",
        "field.phones": "Telefon",
        "field.emails": "E-Mail",
        "field.domains": "Domains",
        "field.country": "Land",
        "field.language": "Sprache",
        "field.authorised": "Weitere berechtigte Personen",
        "field.active": "Aktiv",
        "password": "Ihr Telefon-Passwort",
        "state": "Status",
        "state.set": "gesetzt",
        "state.none": "nicht vorhanden",
        "state.locked": "vorübergehend gesperrt",
        "state.blocked": "dauerhaft gesperrt",
        "state.expired": "abgelaufen",
        "set-at": "Gesetzt am",
        "valid-until": "Gültig bis",
        "opens-at": "Ende der Sperre",
        "last-failure": "Letzter falscher Versuch",
        "check": "So haben wir geprüft, dass Sie es sind",
        "tries": "Verbleibende Versuche",
        "tries.left": "{left} von {allowed}",
        "valid-for": "Gültig für",
        "valid-for.call": "ein einziges Gespräch",
        "check.callback": "Rückruf unter einer gespeicherten Telefonnummer",
        "check.id-document": "Vorlage eines Ausweises",
        "check.in-person": "Persönlich",
        "check.signed-letter": "Unterschriebener Brief",
        "check.video-call": "Videoanruf",
        "check.letter": "Brief mit einem ersten Telefon-Passwort",
        "check.portal": "Anmeldung im Kundenportal",
        "password.stored": (
            "Das Passwort selbst ist nicht gespeichert. Mit dem, was gespeichert ist, lässt sich"
            " nur feststellen, ob ein eingegebenes Passwort dasselbe ist; niemand kann es wieder"
            " lesbar machen."
        ),
        "caution": "Ein Warnhinweis für unser Team",
        "recorded": "Was aufgezeichnet wurde",
        "recorded.nothing": "Es wurde nichts aufgezeichnet.",
        "head.when": "Wann",
        "head.what": "Was",
        "head.receipt": "Belegnummer",
        "purpose": "Wozu das dient und wie lange es gespeichert bleibt",
        "purpose.why": (
            "Am Telefon-Passwort erkennen wir, dass wirklich Sie anrufen. Jede Prüfung wird"
            " aufgezeichnet, damit sich feststellen lässt, wem wann Auskunft gegeben wurde."
        ),
        "purpose.kept": (
            "Was aufgezeichnet wurde, wird nach {months} Monaten gelöscht, jeweils ein ganzer Monat"
            " auf einmal. Ihre Daten bleiben gespeichert, solange Sie Kunde bei uns sind."
        ),
        "purpose.kept-one": (
            "Was aufgezeichnet wurde, wird nach einem Monat gelöscht, jeweils ein ganzer Monat auf"
            " einmal. Ihre Daten bleiben gespeichert, solange Sie Kunde bei uns sind."
        ),
        "answer.matches": "Geprüft: Das Telefon-Passwort stimmte überein.",
        "answer.does-not-match": "Geprüft: Das Telefon-Passwort stimmte nicht überein.",
        "answer.locked": "Nicht geprüft: Das Telefon-Passwort war vorübergehend gesperrt.",
        "answer.blocked": "Nicht geprüft: Das Telefon-Passwort war dauerhaft gesperrt.",
        "answer.expired": "Nicht geprüft: Das Telefon-Passwort war abgelaufen.",
        "answer.none": "Nicht geprüft: Es gab kein Telefon-Passwort.",
        "answer.paused": "Nicht geprüft: Auf unserer Seite waren Prüfungen gerade angehalten.",
        "answer.missing": "Prüfung ohne Ergebnis; sie zählt als falscher Versuch.",
        "left": "Verbleibende Versuche: {count}",
        "locked.until": "Vorübergehend gesperrt bis {moment}.",
        "blocked": "Dauerhaft gesperrt.",
        "wrong.in-row": "Falsche Versuche in Folge: {count}",
        "wrong.in-all": "Falsche Versuche insgesamt: {count}",
        "kind.password-set": "Telefon-Passwort gesetzt.",
        "kind.password-removed": "Telefon-Passwort entfernt.",
        "kind.password-refreshed": (
            "Die gespeicherte Form des Telefon-Passworts wurde nach einer Übereinstimmung erneuert."
        ),
        "kind.unlocked": "Sperre aufgehoben.",
        "kind.caution-raised": "Warnhinweis für unser Team eingetragen.",
        "kind.caution-cleared": "Warnhinweis für unser Team gelöscht.",
        "kind.customer-added": "Kundendaten angelegt.",
        "kind.customer-changed": "Kundendaten geändert: {fields}",
        "kind.other": "Weiterer Eintrag.",
        "identity": "Identität geprüft: {check}",
        "validity.call": "Gültig für ein einziges Gespräch.",
        "validity.24h": "Gültig für 24 Stunden.",
        "validity.first-use": "Gültig für 60 Tage, nach der ersten Verwendung bis zur Änderung.",
        "reason": "Grund: {text}",
        "reference": "Nachweis: {text}",
        "note": "Notiz: {text}",
    }
)

_ENGLISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "Your data in Watchword",
        "intro": "This is what Watchword stores about you. As of {moment}.",
        "moment": "{day}, {time}",
        "nothing": "nothing stored",
        "yes": "yes",
        "no": "no",
        "language.de": "German",
        "language.en": "English",
        "data": "Your data",
        "field.number": "Customer number",
        "field.name": "Name",
        "field.company": "Company",
        "field.phones": "Telephone",
        "field.emails": "E-mail",
        "field.domains": "Domains",
        "field.country": "Country",
        "field.language": "Language",
        "field.authorised": "Others who may call",
        "field.active": "Active",
        "password": "Your telephone password",
        "state": "State",
        "state.set": "set",
        "state.none": "none",
        "state.locked": "locked for some time",
        "state.blocked": "blocked",
        "state.expired": "expired",
        "set-at": "Set on",
        "valid-until": "Valid until",
        "opens-at": "Opens again",
        "last-failure": "Last wrong try",
        "check": "How we made sure that it was you",
        "tries": "Tries left",
        "tries.left": "{left} of {allowed}",
        "valid-for": "Valid for",
        "valid-for.call": "one call",
        "check.callback": "Call-back to a telephone number on file",
        "check.id-document": "ID document shown",
        "check.in-person": "In person",
        "check.signed-letter": "Signed letter",
        "check.video-call": "Video call",
        "check.letter": "Letter with a first telephone password",
        "check.portal": "Signed in to the customer portal",
        "password.stored": (
            "The password itself is not stored. What is stored can only tell whether a password"
            " that is typed in is the same one; nobody can read it back."
        ),
        "caution": "A caution for our team",
        "recorded": "What was recorded",
        "recorded.nothing": "Nothing has been recorded.",
        "head.when": "When",
        "head.what": "What",
        "head.receipt": "Receipt",
        "purpose": "What it is for, and how long it is kept",
        "purpose.why": (
            "The telephone password shows us that it is you who calls. Every check is recorded"
            " so that it can be seen who was given information and when."
        ),
        "purpose.kept": (
            "What was recorded is removed after {months} months, whole months at a time. Your data"
            " is kept as long as you are a customer."
        ),
        "purpose.kept-one": (
            "What was recorded is removed after a month, whole months at a time. Your data is kept"
            " as long as you are a customer."
        ),
        "answer.matches": "Checked: the telephone password did match.",
        "answer.does-not-match": "Checked: the telephone password did not match.",
        "answer.locked": "Not checked: the telephone password was locked for some time.",
        "answer.blocked": "Not checked: the telephone password was blocked.",
        "answer.expired": "Not checked: the telephone password had expired.",
        "answer.none": "Not checked: there was no telephone password.",
        "answer.paused": "Not checked: on our side, checks were paused at that moment.",
        "answer.missing": "A check without an answer; it counts as a wrong try.",
        "left": "Tries left: {count}",
        "locked.until": "Locked until {moment}.",
        "blocked": "Blocked.",
        "wrong.in-row": "Wrong tries in a row: {count}",
        "wrong.in-all": "Wrong tries in all: {count}",
        "kind.password-set": "Telephone password set.",
        "kind.password-removed": "Telephone password removed.",
        "kind.password-refreshed": (
            "The stored form of the telephone password was renewed after a match."
        ),
        "kind.unlocked": "Unlocked.",
        "kind.caution-raised": "Caution for our team raised.",
        "kind.caution-cleared": "Caution for our team cleared.",
        "kind.customer-added": "Your data was added.",
        "kind.customer-changed": "Your data was changed: {fields}",
        "kind.other": "Another entry.",
        "identity": "Identity check: {check}",
        "validity.call": "Valid for one call.",
        "validity.24h": "Valid for 24 hours.",
        "validity.first-use": "Valid for 60 days; once used, until it is changed.",
        "reason": "Reason: {text}",
        "reference": "Reference: {text}",
        "note": "Note: {text}",
    }
)

COPIES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({"de": _GERMAN, "en": _ENGLISH})

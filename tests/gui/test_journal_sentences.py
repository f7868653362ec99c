"""Every journal entry and every fault of the chain has its words."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.core.entities import (
    Answer,
    EventKind,
    JournalEntry,
    JournalFault,
    JournalFaultKind,
    Validity,
)
from desktop_app.core.policy import Policy
from desktop_app.gui.texts.doctor_sentences import doctor_check, journal_fault, key_place
from desktop_app.gui.texts.journal_sentences import (
    day_head,
    entry_words,
    lock_words,
    long_day,
    unanswered_words,
)
from desktop_app.gui.texts.rule_names import rule_name

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CALLBACK = {"check": "callback"}


def entry(
    kind: EventKind,
    outcome: str = "",
    details: dict[str, str] | None = None,
    personal: dict[str, str] | None = None,
) -> JournalEntry:
    return JournalEntry(
        id=1,
        sequence=1,
        at=NOON,
        login="lang",
        person="Tanja Lang",
        workstation="desk-1",
        customer_id=1,
        customer_number="104233",
        customer_name="Anja Müller",
        customer_company="",
        kind=kind,
        outcome=outcome,
        receipt="VW-7K3F-92QD",
        details=details or {},
        personal=personal or {},
    )


@pytest.mark.parametrize(
    ("recorded", "spoken"),
    [
        (
            entry(EventKind.VERDICT, Answer.MATCHES, {"in_row": "1"}),
            "Matches. Tanja Lang, first try",
        ),
        (
            entry(EventKind.VERDICT, Answer.MATCHES, {"in_row": "4"}),
            "Matches. Tanja Lang, try number 4",
        ),
        (
            entry(EventKind.VERDICT, Answer.DOES_NOT_MATCH, {"tries_left": "0"}),
            "Does not match. Tanja Lang, 0 tries left",
        ),
        (entry(EventKind.VERDICT, Answer.DOES_NOT_MATCH), "Does not match. Tanja Lang"),
        (
            entry(EventKind.VERDICT, Answer.LOCKED),
            "Locked. Tanja Lang, asked for a check; nothing was compared",
        ),
        (entry(EventKind.VERDICT, Answer.NONE), "No telephone password. Tanja Lang"),
        (
            entry(EventKind.VERDICT, Answer.PAUSED),
            "Checks paused. Tanja Lang, whose checks pause; nothing was compared",
        ),
        (
            entry(
                EventKind.PASSWORD_SET, Validity.UNTIL_CHANGED, CALLBACK, {"reference": "at 14:06"}
            ),
            "Password set. Tanja Lang, by call-back to number on file. Reference: at 14:06",
        ),
        (
            entry(EventKind.PASSWORD_SET, Validity.ONE_DAY, {"check": "notary"}, {"note": "twice"}),
            "Password set. Tanja Lang, by notary, for 24 hours. Note: twice",
        ),
        (
            entry(EventKind.PASSWORD_SET, Validity.ONE_CALL),
            "Password set. Tanja Lang, for one call",
        ),
        (
            entry(EventKind.PASSWORD_REMOVED, "removed", {}, {"reason": "wish"}),
            "Password removed. Tanja Lang. Reason: wish",
        ),
        (
            entry(EventKind.PASSWORD_REFRESHED, "refreshed"),
            "Stored form renewed. Tanja Lang, right after a match",
        ),
        (
            entry(EventKind.UNLOCKED, "unlocked", {}, {"reason": "called back"}),
            "Unlocked. Tanja Lang. Reason: called back",
        ),
        (entry(EventKind.UNLOCKED, "unlocked"), "Unlocked. Tanja Lang"),
        (
            entry(EventKind.CAUTION_RAISED, "raised", {}, {"text": "three birthdays\nand a guess"}),
            "Caution raised. Tanja Lang. three birthdays. and a guess",
        ),
        (
            entry(EventKind.PERSON_ADDED, "agent", {"login": "berger"}),
            "Person added. Tanja Lang: berger",
        ),
        (
            entry(EventKind.PERSON_ADDED, "agent", {"login": "berger", "invited": "true"}),
            "Person invited. Tanja Lang: berger",
        ),
        (entry(EventKind.PERSON_JOINED, "agent"), "Invitation accepted. Tanja Lang"),
        (
            entry(EventKind.PERSON_CHANGED, "lead", {"login": "berger", "before": "agent"}),
            "Role changed. Tanja Lang: berger. Now: Team lead",
        ),
        (
            entry(EventKind.PERSON_CHANGED, "portal", {"login": "berger"}),
            "Role changed. Tanja Lang: berger. Now: portal",
        ),
        (
            entry(EventKind.PERSON_RESET, "lead", {"login": "berger"}),
            "Login reset. Tanja Lang: berger",
        ),
        (
            entry(EventKind.PERSON_REMOVED, "lead", {"login": "berger"}),
            "Person removed. Tanja Lang: berger",
        ),
        (
            entry(EventKind.CUSTOMERS_ADOPTED, "adopted", {"customers": "7", "passwords": "3"}),
            "Workstation's database taken over. Tanja Lang: 7 customers, 3 with a password",
        ),
        (
            entry(EventKind.PERSON_PAUSED, "paused", {"rule": "customers-per-hour"}),
            "Checks paused. Tanja Lang, wrong tries on too many customers within an hour",
        ),
        (
            entry(EventKind.PERSON_RESUMED, "resumed", {"login": "berger"}),
            "Checks resumed. Tanja Lang, for berger",
        ),
        (
            entry(EventKind.PERSON_RESUMED, "taken-back", {"login": "lang"}),
            "Checks resumed. Tanja Lang, the try that brought the pause did match",
        ),
        (
            entry(EventKind.CUSTOMER_CHANGED, "changed", {"fields": "name phones"}),
            "Customer changed. Tanja Lang: name, phones",
        ),
        (
            entry(
                EventKind.CUSTOMERS_IMPORTED,
                "imported",
                {"source": "a.csv", "new": "3", "updated": "2", "unchanged": "1", "rejected": "0"},
            ),
            "Customers imported. Tanja Lang: 3 new, 2 updated, 1 unchanged, 0 rejected. From a.csv",
        ),
        (
            entry(
                EventKind.EXPORTED,
                "history",
                {"customer": "104233", "rows": "9", "file": "history.csv"},
            ),
            "History exported. Tanja Lang: customer 104233, 9 rows. To history.csv",
        ),
        (entry(EventKind.EXPORTED, "customers"), "Customers exported. Tanja Lang"),
        (
            entry(EventKind.BACKED_UP, "backed-up", {"file": "copy.sqlite3"}),
            "Backup written. Tanja Lang. To copy.sqlite3",
        ),
        (
            entry(
                EventKind.POLICY_CHANGED,
                "changed",
                {"tries_until_lock": "5 → 4", "text_after_match_en": "changed"},
            ),
            (
                "Rules changed. Tanja Lang. Wrong tries in a row until locked: 5 → 4."
                " What may be said after a match, in English: changed"
            ),
        ),
        (
            entry(
                EventKind.POLICY_CHANGED,
                "changed",
                {
                    "memory_kib": "65536 → 32768",
                    "pin_required": "false → true",
                    "check_methods": '["callback", "in-person"] → ["callback", "Zentrale → wir"]',
                },
            ),
            (
                "Rules changed. Tanja Lang. Memory of the hash in MiB: 64 → 32."
                " PIN needed after a pause: no → yes."
                " Ways to check an identity: added: Zentrale → wir; taken out: In person"
            ),
        ),
        (
            entry(
                EventKind.POLICY_CHANGED,
                "changed",
                {"passes": "three → 4", "a_new_one": "1 and 2"},
            ),
            "Rules changed. Tanja Lang. Passes of the hash: three → 4. a_new_one: 1 and 2",
        ),
        (
            entry(EventKind.JOURNAL_PRUNED, "pruned", {"entries": "7", "before": "2024-11-01"}),
            "Journal shortened. Tanja Lang: 7 entries removed, all from before 1 November 2024",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_entry_reads_as_a_sentence(recorded: JournalEntry, spoken: str) -> None:
    """Title, who, and what the entry's figures and texts say."""
    assert entry_words(recorded).spoken == spoken


@pytest.mark.parametrize("kind", EventKind)
@pytest.mark.parametrize("details", [{}, dict.fromkeys(("in_row", "rows", "before"), "edited")])
def test_every_kind_has_words_whatever_its_details_hold(
    kind: EventKind, details: dict[str, str]
) -> None:
    """An entry without details, or with edited ones, still names itself and the person."""
    words = entry_words(entry(kind, "", details))
    assert words.text.startswith("Tanja Lang")
    assert words.title != kind.value


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_has_words(answer: Answer) -> None:
    """No verdict in the journal is without its word and its person."""
    words = entry_words(entry(EventKind.VERDICT, answer))
    assert words.title
    assert words.text.startswith("Tanja Lang")


def test_a_wrong_try_says_what_it_brought() -> None:
    """A wait with its end, a block in a row or in all, or nothing."""
    until = (NOON + timedelta(minutes=15)).astimezone()
    locked = entry(
        EventKind.VERDICT, "does-not-match", {"in_row": "5", "locked_until": until.isoformat()}
    )
    words = lock_words(locked)
    assert words is not None
    assert words.spoken == f"Locked. After 5 wrong tries in a row, until {until:%H:%M}"
    in_row = lock_words(entry(EventKind.VERDICT, "", {"in_row": "10", "blocked": "in-row"}))
    in_all = lock_words(entry(EventKind.VERDICT, "", {"in_all": "100", "blocked": "in-all"}))
    assert in_row is not None
    assert in_all is not None
    assert in_row.spoken == "Blocked. After 10 wrong tries in a row"
    assert in_all.spoken == "Blocked. After 100 wrong tries in all"
    assert lock_words(entry(EventKind.VERDICT, "", {"in_row": "2"})) is None
    assert lock_words(entry(EventKind.VERDICT, "", {"locked_until": "edited"})) is None


def test_an_attempt_without_answer_says_that_it_counts() -> None:
    """What a lost connection leaves behind is told, not hidden."""
    words = unanswered_words(entry(EventKind.ATTEMPT, "charged"))
    assert words.spoken == "Not answered. Tanja Lang, counted as a wrong try"


def test_days_are_named_as_short_as_they_are_clear() -> None:
    """Today, yesterday, this year, and another year."""
    assert day_head(NOON, NOON) == "Today"
    assert day_head(NOON - timedelta(days=1), NOON) == "Yesterday"
    assert day_head(NOON - timedelta(days=11), NOON) == "11 November"
    assert day_head(NOON.replace(year=2025), NOON) == "22 November 2025"
    assert long_day(NOON.date()) == "22 November 2026"


@pytest.mark.parametrize("kind", JournalFaultKind)
def test_every_fault_says_where_and_what_to_do(kind: JournalFaultKind) -> None:
    """The entry's number stands in each sentence, and a way on."""
    sentence = journal_fault(JournalFault(1_234, kind))
    assert "1234" in sentence
    assert "backup" in sentence


def test_checks_keys_and_rules_have_names() -> None:
    """What the doctor looks at, where the key is, and every rule of the policy."""
    names = [
        "folders",
        "keyring",
        "team-key",
        "database",
        "schema",
        "integrity",
        "journal",
        "clock",
        "fonts",
    ]
    assert all(doctor_check(name) != name for name in names)
    assert doctor_check("a-new-one") == "a-new-one"
    assert key_place("vault") != key_place("keyring")
    assert all(rule_name(rule) != rule for rule in Policy.__slots__)
    assert rule_name("a_new_one") == "a_new_one"

"""The figures of the team page, checked against a count of their own, and what needs attention."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desktop_app.core.attention import Attention, AttentionKind
from desktop_app.core.entities import (
    Answer,
    Customer,
    CustomerDraft,
    EventKind,
    ImportRow,
    JournalQuery,
    Validity,
)
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from desktop_app.core.team_figures import DayCount
from tests.storage.engines import (
    CHECK,
    Engine,
    SqliteEngine,
    add_customer,
    check,
    credential_of,
    set_password,
)
from tests.storage.postgres_team import PostgresEngine

QUARTER = timedelta(minutes=15)
NEW_KEY = b"key id 2"

Recent = dict[AttentionKind, list[tuple[Customer, list[Answer]]]]


@dataclass(frozen=True, slots=True)
class Written:
    """An entry of the generated journal: an answer, or a password set after an identity check."""

    at: datetime
    kind: EventKind
    category: str


def write(engine: Engine, entries: Sequence[Written], first: int) -> None:
    """Write unsealed entries past the program, which would take a minute for a year."""
    rows = []
    for place, entry in enumerate(entries, first):
        is_check = entry.kind is EventKind.VERDICT
        outcome = entry.category if is_check else "until-changed"
        details = "{}" if is_check else f'{{"check": "{entry.category}"}}'
        rows.append((entry.at, entry.kind.value, outcome, f"VW-{place:08}", details))
    if isinstance(engine, SqliteEngine):
        epoch = datetime(1970, 1, 1, tzinfo=UTC)
        with engine.raw() as file:
            file.executemany(
                "INSERT INTO journal (at, login, person, workstation, customer_number, kind,"
                " outcome, receipt, details, personal_digest)"
                " VALUES (?, 'agent', 'Anna', 'desk-1', '', ?, ?, ?, ?, x'')",
                [((at - epoch) // timedelta(microseconds=1), *rest) for at, *rest in rows],
            )
    else:
        assert isinstance(engine, PostgresEngine)
        with engine.as_owner() as owner, owner.transaction(), owner.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO watchword.journal (at, login, person, workstation, customer_number,"
                " kind, outcome, receipt, details, personal_digest)"
                " VALUES (%s, 'agent', 'Anna', 'desk-1', '', %s, %s, %s, %s, '')",
                rows,
            )


def a_year(now: datetime) -> list[Written]:
    """Two thousand entries of the last year, in order."""
    drawn = random.Random(31)  # noqa: S311 - the same year each time
    answers = [*Answer, *[Answer.MATCHES] * 20, *[Answer.DOES_NOT_MATCH] * 4]
    entries = []
    for _ in range(2_000):
        at = now - timedelta(seconds=drawn.randrange(365 * 24 * 3600))
        kind = EventKind.PASSWORD_SET if drawn.random() < 0.1 else EventKind.VERDICT
        check = drawn.choice(["callback", "video-call", "Own, “quoted” check", "portal"])
        category = check if kind is EventKind.PASSWORD_SET else drawn.choice(answers).value
        entries.append(Written(at, kind, category.replace('"', "")))
    # At the very edges of quarters, hours and days.
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    edges = (midnight, midnight - timedelta(microseconds=1), midnight + QUARTER)
    entries += [Written(edge, EventKind.VERDICT, Answer.MATCHES.value) for edge in edges]
    return sorted(entries, key=lambda each: each.at)


def starts_in(zone: timezone, now: datetime, days: int) -> list[datetime]:
    """The first moments of the last days in a time zone, and the end of the last one."""
    today = now.astimezone(zone).date()
    dates = [today - timedelta(days=back) for back in reversed(range(-1, days))]
    return [datetime(each.year, each.month, each.day, tzinfo=zone) for each in dates]


def counted(entries: Sequence[Written], starts: Sequence[datetime]) -> list[DayCount]:
    """The same counts, by the date that each entry has in the time zone."""
    zone = starts[0].tzinfo
    answers: dict[date, Counter[Answer]] = {start.date(): Counter() for start in starts[:-1]}
    checks: dict[date, Counter[str]] = {start.date(): Counter() for start in starts[:-1]}
    for entry in entries:
        day = entry.at.astimezone(zone).date()
        if day not in answers:
            continue
        if entry.kind is EventKind.VERDICT:
            answers[day][Answer(entry.category)] += 1
        else:
            checks[day][entry.category] += 1
    return [DayCount(dict(answers[day]), dict(checks[day])) for day in answers]


@pytest.mark.parametrize("sealed", [0, 1_200, 2_003])
def test_a_year_is_counted_as_by_hand(engine: Engine, lead: Storage, sealed: int) -> None:
    """In every kind of time zone, whatever part of the journal is sealed already."""
    now = engine.clock.now
    entries = a_year(now)
    write(engine, entries[:sealed], 0)
    lead.journal.seal()
    write(engine, entries[sealed:], sealed)
    for offset in (timedelta(0), timedelta(hours=1), timedelta(hours=-9, minutes=-30),
                   timedelta(hours=5, minutes=45)):  # fmt: skip
        starts = starts_in(timezone(offset), now, 365)
        assert lead.team_figures.counts(starts) == counted(entries, starts)


def test_counts_go_with_the_months_of_the_journal(
    engine: Engine, lead: Storage, admin: Storage
) -> None:
    """What retention removes is in no count any more, what it keeps is."""
    now = engine.clock.now
    entries = a_year(now)
    write(engine, entries, 0)
    admin.policies.save(Policy(journal_months=3))
    lead.journal.prune()
    first_kept = datetime(2026, 8, 1, tzinfo=UTC)
    kept = [each for each in entries if each.at >= first_kept]
    starts = starts_in(UTC, now, 365)
    assert lead.team_figures.counts(starts) == counted(kept, starts)


def test_what_the_program_writes_is_counted(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Checks by their answer and passwords by their identity check, sealed or not."""
    check(agent, customer, "wrong")
    check(agent, customer, "right")
    day = [engine.clock.now - timedelta(hours=1), engine.clock.now + timedelta(hours=1)]
    starts = [moment.replace(minute=0, second=0, microsecond=0) for moment in day]
    expected = DayCount({Answer.MATCHES: 1, Answer.DOES_NOT_MATCH: 1}, {"callback": 1})
    assert lead.team_figures.counts(starts) == [expected]
    lead.journal.seal()
    assert lead.team_figures.counts(starts) == [expected]


def test_customers_and_passwords_are_counted_through_every_change(
    engine: Engine, lead: Storage, admin: Storage
) -> None:
    """Added, imported, set, replaced, removed, made with a new key: sealed in between or not."""
    people = [add_customer(lead, str(number)) for number in range(6)]
    rows = [ImportRow(line, CustomerDraft(number=f"i{line}")) for line in range(2, 12)]
    lead.customers.import_rows(
        [*rows, ImportRow(12, CustomerDraft(number="0", name="Known"))],
        frozenset({"number", "name"}),
        source="list.csv",
        trial=False,
        on_reject=lambda _row: None,
        on_progress=lambda _count: None,
    )
    for person in people[:5]:
        set_password(lead, person)
    assert lead.customers.count() == 16
    set_password(lead, people[0], "another")
    lead.credentials.remove(people[1].id, "left")
    totals = lead.team_figures.totals()
    assert (totals.customers, totals.passwords, totals.under_old_keys) == (16, 4, 0)
    lead.journal.seal()
    assert lead.team_figures.totals() == totals
    admin.team_keys.report([b"key id 1", NEW_KEY])
    admin.team_keys.announce(NEW_KEY)
    admin.team_keys.report([b"key id 1", NEW_KEY])
    lead.credentials.set(
        people[2].id, credential_of("new", key_id=NEW_KEY), Validity.UNTIL_CHANGED, CHECK
    )
    assert lead.team_figures.totals().under_old_keys == 3
    assert lead.credentials.keys_in_use() == {b"key id 1": 3, NEW_KEY: 1}
    lead.journal.seal()
    assert lead.team_figures.totals().under_old_keys == 3
    assert lead.team_figures.totals().at == engine.clock.now


def test_inactive_customers_are_not_among_those_who_should_have_a_password(
    lead: Storage, customer: Customer
) -> None:
    """First passwords are for active customers: all of them having one is all there is to do."""
    left, never = add_customer(lead, "left"), add_customer(lead, "never")
    set_password(lead, left)
    for each in (left, never):
        lead.customers.change(each, replace(each, active=False))
    totals = lead.team_figures.totals()
    assert (totals.customers, totals.passwords) == (1, 1)
    lead.journal.seal()
    assert lead.team_figures.totals() == totals
    lead.credentials.remove(left.id, "left")
    assert lead.team_figures.totals() == totals
    lead.customers.change(replace(left, active=False), left)
    totals = lead.team_figures.totals()
    assert (totals.customers, totals.passwords) == (2, 1)


def attention(lead: Storage, engine: Engine) -> dict[AttentionKind, list[Attention]]:
    """What needs attention now, by kind."""
    found = lead.team_figures.attention(
        set_before=engine.clock.now - timedelta(days=1095), at_most=3
    )
    kinds: dict[AttentionKind, list[Attention]] = {}
    for each in found:
        kinds.setdefault(each.kind, []).append(each)
    return kinds


def test_locked_and_blocked_passwords(engine: Engine, agent: Storage, lead: Storage) -> None:
    """With the wrong tries in a row and the last one; a wait that is over needs nothing."""
    locked, blocked = add_customer(lead, "1"), add_customer(lead, "2")
    set_password(lead, locked)
    set_password(lead, blocked)
    others = engine.open(agent.person)
    for _ in range(10):
        check(others, blocked, "wrong")
        engine.clock.advance(timedelta(hours=5))
        lead.credentials.resume(agent.person.login)
    for _ in range(5):
        check(agent, locked, "wrong")
    totals = lead.team_figures.totals()
    assert (totals.locked, totals.blocked) == (1, 1)
    assert totals.opens_at == engine.clock.now + timedelta(minutes=15)
    found = attention(lead, engine)
    [item] = found[AttentionKind.LOCKED]
    assert (item.customer, item.amount, item.at) == (locked, 5, engine.clock.now)
    [item] = found[AttentionKind.BLOCKED]
    assert (item.customer, item.amount) == (blocked, 10)
    engine.clock.advance(timedelta(minutes=16))
    assert lead.team_figures.totals().locked == 0
    assert AttentionKind.LOCKED not in attention(lead, engine)
    set_password(lead, blocked, "fresh")
    assert attention(lead, engine) == {}


def test_many_wrong_tries_over_the_life_of_a_password(
    engine: Engine, agent: Storage, lead: Storage, admin: Storage, customer: Customer
) -> None:
    """From the policy's number on, whatever matched between."""
    admin.policies.save(Policy(total_until_attention=12))
    for _ in range(12):
        check(agent, customer, "wrong")
        check(agent, customer, "right")
    [item] = attention(lead, engine)[AttentionKind.MANY_WRONG]
    assert (item.customer, item.amount) == (customer, 12)


def test_pauses_cautions_and_old_passwords(
    engine: Engine, agent: Storage, lead: Storage, admin: Storage, customer: Customer
) -> None:
    """Who pauses since when; what a caution says; the oldest password, unless it ends by itself."""
    short = add_customer(lead, "short")
    set_password(lead, short, validity=Validity.ONE_CALL)
    engine.clock.advance(timedelta(days=1100))
    lead.customers.raise_caution(customer.id, "tried three birthdays")
    admin.policies.save(Policy(person_wrong_per_day=5, tries_until_lock=10, tries_until_block=20))
    for _ in range(5):
        check(agent, customer, "wrong")
    found = attention(lead, engine)
    [pause] = found[AttentionKind.PAUSED]
    assert (pause.login, pause.person, pause.at) == ("agent", "Anna Agent", engine.clock.now)
    [caution] = found[AttentionKind.CAUTION]
    assert (caution.customer, caution.note) == (customer, "tried three birthdays")
    assert (caution.person, caution.at) == ("Lea Lead", engine.clock.now)
    [old] = found[AttentionKind.OLD_PASSWORD]
    assert (old.customer, old.at) == (customer, engine.clock.now - timedelta(days=1100))


def test_so_many_of_a_kind(engine: Engine, lead: Storage) -> None:
    """The newest cautions, and not all of them."""
    for number in range(5):
        customer = add_customer(lead, str(number))
        lead.customers.raise_caution(customer.id, f"caution {number}")
        engine.clock.advance(timedelta(minutes=1))
    notes = {item.note for item in attention(lead, engine)[AttentionKind.CAUTION]}
    assert notes == {"caution 4", "caution 3", "caution 2"}


def test_inactive_customers_need_nothing(lead: Storage, engine: Engine, customer: Customer) -> None:
    """Nobody calls for them any more."""
    lead.customers.raise_caution(customer.id, "gone")
    lead.customers.change(customer, replace(customer, active=False))
    assert attention(lead, engine) == {}


def test_inactive_customers_crowd_nobody_out(
    engine: Engine, agent: Storage, lead: Storage, admin: Storage
) -> None:
    """However many come first, by caution, old password or wrong tries: the active one is seen."""
    admin.policies.save(Policy(total_until_attention=10))
    known, *gone = (add_customer(lead, str(place)) for place in range(4))
    for each in (*gone, known):
        set_password(lead, each)
        engine.clock.advance(timedelta(minutes=1))
    engine.clock.advance(timedelta(days=1100))
    for each in (known, *gone):
        for _ in range(10 if each is known else 11):
            check(agent, each, "wrong")
            check(agent, each, "right")
        lead.customers.raise_caution(each.id, "tried three birthdays")
        engine.clock.advance(timedelta(days=1))
    before = attention(lead, engine)
    assert all(item.customer != known for items in before.values() for item in items)
    for each in gone:
        lead.customers.change(each, replace(each, active=False))
    found = attention(lead, engine)
    for kind in (AttentionKind.CAUTION, AttentionKind.OLD_PASSWORD, AttentionKind.MANY_WRONG):
        assert [item.customer for item in found[kind]] == [known], kind


def recent(
    engine: Engine, lead: Storage
) -> dict[AttentionKind, list[tuple[Customer, list[Answer]]]]:
    """Customers with recent trouble and their answers, by kind."""
    kinds: Recent = {}
    month = timedelta(days=30)
    for each in lead.team_figures.recent_trouble(
        failed_since=engine.clock.now - month,
        missing_since=engine.clock.now - month,
        at_least=2,
        at_most=5,
    ):
        answers = [answer for _, answer in each.answers]
        kinds.setdefault(each.kind, []).append((each.customer, answers))
    return kinds


def test_customers_who_failed_several_times(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """All their answers in order, until the password is replaced or a month is over."""
    once = add_customer(lead, "once")
    set_password(lead, once)
    engine.clock.advance(timedelta(hours=1))
    check(agent, once, "wrong")
    for word in ("wrong", "right", "wrong"):
        check(agent, customer, word)
    expected = [Answer.DOES_NOT_MATCH, Answer.MATCHES, Answer.DOES_NOT_MATCH]
    assert recent(engine, lead) == {AttentionKind.FAILING: [(customer, expected)]}
    engine.clock.advance(timedelta(minutes=1))
    set_password(lead, customer, "fresh")
    assert recent(engine, lead) == {}
    for _ in range(2):
        engine.clock.advance(timedelta(minutes=1))
        check(agent, customer, "wrong")
    assert AttentionKind.FAILING in recent(engine, lead)
    engine.clock.advance(timedelta(days=31))
    assert recent(engine, lead) == {}


def test_customers_who_called_without_a_password(
    engine: Engine, agent: Storage, lead: Storage
) -> None:
    """Until there is one."""
    customer = add_customer(lead)
    for _ in range(2):
        check(agent, customer, "anything")
        engine.clock.advance(timedelta(hours=1))
    assert recent(engine, lead) == {AttentionKind.NO_PASSWORD: [(customer, [Answer.NONE] * 2)]}
    set_password(lead, customer)
    assert recent(engine, lead) == {}


def test_trouble_of_inactive_customers_crowds_nobodys_out(
    engine: Engine, agent: Storage, lead: Storage
) -> None:
    """Newer wrong tries, and more checks without a password: who is active is seen all the same."""
    failing, *failed = (add_customer(lead, str(place)) for place in range(6))
    calling, *called = (add_customer(lead, f"{place} without") for place in range(6))
    for each in (failing, *failed):
        set_password(lead, each)
    for each in (failing, *failed, calling, *called):
        engine.clock.advance(timedelta(days=1))
        for _ in range(2 if each is failing or each is calling else 3):
            check(agent, each, "wrong")
    shown = {customer for found in recent(engine, lead).values() for customer, _ in found}
    assert not shown & {failing, calling}
    for each in (*failed, *called):
        lead.customers.change(each, replace(each, active=False))
    assert recent(engine, lead) == {
        AttentionKind.FAILING: [(failing, [Answer.DOES_NOT_MATCH] * 2)],
        AttentionKind.NO_PASSWORD: [(calling, [Answer.NONE] * 2)],
    }


def test_figures_are_for_leads(agent: Storage, engine: Engine) -> None:
    """An agent is refused all of them, by the database."""
    now = engine.clock.now
    figures = agent.team_figures
    for read in (
        figures.totals,
        lambda: figures.counts([now, now + QUARTER]),
        lambda: figures.attention(set_before=now, at_most=1),
        lambda: figures.recent_trouble(failed_since=now, missing_since=now, at_least=1, at_most=1),
    ):
        with pytest.raises(NotAllowedError):
            read()


def test_what_is_counted_changes_no_chain(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Sealing counts beside the journal; its chain holds as before."""
    check(agent, customer, "right")
    lead.journal.seal()
    assert lead.journal.verify().fault is None
    assert len(lead.journal.entries(JournalQuery())) == lead.journal.verify().entries

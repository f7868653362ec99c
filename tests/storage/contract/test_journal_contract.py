"""The journal: what stands in it, how it is found, sealed, verified and shortened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.core.entities import (
    Answer,
    Customer,
    EventKind,
    JournalFaultKind,
    JournalQuery,
)
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.journal_head import JournalHead
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from tests.storage.engines import OTHER_AGENT, Engine, add_customer, check, set_password


def test_an_entry_says_who_where_when_and_about_whom(
    engine: Engine, agent: Storage, customer: Customer, lead: Storage
) -> None:
    """Person, workstation, time, customer as they were; the name is looked up."""
    check(agent, customer, "wrong")
    [entry] = lead.journal.entries(JournalQuery(limit=1))
    assert (entry.login, entry.person, entry.workstation) == ("agent", "Anna Agent", "desk-1")
    assert entry.at == engine.clock.now
    assert (entry.customer_id, entry.customer_number) == (customer.id, customer.number)
    assert (entry.customer_name, entry.customer_company) == (customer.name, customer.company)
    assert (entry.kind, entry.outcome) == (EventKind.VERDICT, "does-not-match")


def test_a_recorded_event_has_a_receipt(agent: Storage, lead: Storage) -> None:
    """Events without a change of data are recorded too."""
    receipt = agent.journal.record(EventKind.EXPORTED, "customers", {"rows": "12"})
    [entry] = lead.journal.entries(JournalQuery(text=receipt.lower().replace("-", " ")))
    assert (entry.kind, entry.outcome) == (EventKind.EXPORTED, "customers")
    assert entry.details == {"rows": "12"}
    assert (entry.customer_id, entry.customer_number, entry.customer_name) == (None, "", "")


def test_receipts_are_unique(agent: Storage) -> None:
    """Every entry has one of its own."""
    receipts = {agent.journal.record(EventKind.EXPORTED, "journal", {}) for _ in range(50)}
    assert len(receipts) == 50


def test_entries_come_newest_first_and_page_by_page(agent: Storage, lead: Storage) -> None:
    """``before_id`` goes on where a page ended."""
    for number in range(5):
        agent.journal.record(EventKind.EXPORTED, str(number), {})
    first = lead.journal.entries(JournalQuery(limit=2))
    assert [entry.outcome for entry in first] == ["4", "3"]
    second = lead.journal.entries(JournalQuery(limit=9, before_id=first[-1].id))
    assert [entry.outcome for entry in second] == ["2", "1", "0"]


def test_filters_narrow_the_journal(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """By customer, kind, person, time, and all of them together."""
    other = add_customer(lead, "900")
    set_password(lead, other)
    engine.clock.advance(timedelta(hours=1))
    since = engine.clock.now
    check(agent, customer, "wrong")
    engine.clock.advance(timedelta(hours=1))
    check(lead, other, "wrong")

    def found(query: JournalQuery) -> set[tuple[str, str]]:
        return {(entry.kind, entry.customer_number) for entry in lead.journal.entries(query)}

    assert found(JournalQuery(since=since, login="agent")) == {
        ("attempt", "104233"),
        ("verdict", "104233"),
    }
    assert found(JournalQuery(since=since, until=engine.clock.now, kinds=(EventKind.VERDICT,))) == {
        ("verdict", "104233")
    }
    both = (EventKind.VERDICT, EventKind.PASSWORD_SET)
    assert found(JournalQuery(customer_id=other.id, kinds=both)) == {
        ("verdict", "900"),
        ("password-set", "900"),
    }


@pytest.mark.parametrize("text", ["jonas", "WEBER", "104233", "T-4711", "known NUMBER", "desk-1"])
def test_a_text_is_found_wherever_a_person_would_look(
    lead: Storage, customer: Customer, text: str
) -> None:
    """Name, company, number, reference, note, workstation, in any case."""
    kinds = {entry.kind for entry in lead.journal.entries(JournalQuery(text=text))}
    assert EventKind.PASSWORD_SET in kinds
    assert customer.number == "104233"


@pytest.mark.parametrize("text", ["%", "_", "reference", "'", '"', "\\", "*"])
def test_a_text_is_no_pattern(lead: Storage, customer: Customer, text: str) -> None:
    """Wildcards, quotes and the names of fields find nothing."""
    assert customer.number == "104233"
    assert lead.journal.entries(JournalQuery(text=text)) == []


def test_own_checks_are_the_newest_of_each_customer(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """One line per customer, this person's only, since the given moment, newest first."""
    other, unasked = add_customer(lead, "2"), add_customer(lead, "3")
    set_password(lead, other)
    check(agent, unasked, "too early")
    engine.clock.advance(timedelta(seconds=1))
    since = engine.clock.now
    check(agent, customer, "wrong")
    check(agent, other, "right")
    engine.clock.advance(timedelta(seconds=1))
    check(agent, customer, "right")
    check(engine.open(OTHER_AGENT), unasked, "whatever")
    found = agent.journal.own_checks(since)
    assert [(each.customer, each.answer) for each in found] == [
        (customer, Answer.MATCHES),
        (other, Answer.MATCHES),
    ]
    assert [each.at for each in found] == [engine.clock.now, since]
    assert agent.journal.own_checks(since, limit=1) == found[:1]


def test_new_entries_are_sealed_later(agent: Storage, customer: Customer, lead: Storage) -> None:
    """Sealing numbers them in order; a second time there is nothing to do."""
    check(agent, customer, "right")
    assert agent.journal.head() is None
    assert {entry.sequence for entry in lead.journal.entries(JournalQuery())} == {None}
    agent.journal.seal()
    head = agent.journal.head()
    entries = lead.journal.entries(JournalQuery())
    assert head is not None
    assert [entry.sequence for entry in entries] == list(range(head.sequence, 0, -1))
    agent.journal.seal()
    assert agent.journal.head() == head


def test_a_sound_chain_verifies(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Also with a head that was kept, and when it has grown since."""
    assert lead.journal.verify().entries == 0
    check(agent, customer, "right")
    agent.journal.seal()
    kept = agent.journal.head()
    check(engine.open(OTHER_AGENT), customer, "wrong")
    agent.journal.seal()
    report = lead.journal.verify(kept)
    assert report.fault is None
    assert report.head == agent.journal.head()
    assert report.head is not None
    assert report.entries == report.head.sequence


def test_many_entries_are_sealed_in_one_go(agent: Storage, lead: Storage) -> None:
    """More than one step's worth."""
    for _ in range(501):
        agent.journal.record(EventKind.EXPORTED, "journal", {})
    agent.journal.seal()
    assert lead.journal.verify().entries == 501


def test_a_head_from_elsewhere_is_reported(
    agent: Storage, lead: Storage, customer: Customer
) -> None:
    """A kept head that is not in the chain: rewritten; one beyond its end: truncated."""
    check(agent, customer, "right")
    agent.journal.seal()
    head = agent.journal.head()
    assert head is not None
    rewritten = lead.journal.verify(JournalHead(head.sequence, bytes(32))).fault
    truncated = lead.journal.verify(JournalHead(head.sequence + 5, bytes(32))).fault
    assert rewritten is not None
    assert truncated is not None
    assert (rewritten.kind, rewritten.sequence) == (JournalFaultKind.REWRITTEN, head.sequence)
    assert (truncated.kind, truncated.sequence) == (JournalFaultKind.TRUNCATED, head.sequence + 1)


def test_an_earlier_head_is_held(engine: Engine, agent: Storage) -> None:
    """As long as the entry is there as it was, and also when it went with its month."""
    agent.journal.record(EventKind.EXPORTED, "old", {})
    agent.journal.record(EventKind.EXPORTED, "old", {})
    agent.journal.seal()
    second = agent.journal.head()
    assert second is not None
    first = JournalHead(1, bytes(32))
    assert agent.journal.holds(second)
    assert not agent.journal.holds(first)
    assert not agent.journal.holds(JournalHead(3, bytes(32)))
    engine.clock.advance(timedelta(days=365 * 5))
    agent.journal.prune()
    assert agent.journal.holds(second)
    assert agent.journal.holds(first)
    assert not agent.journal.holds(JournalHead(second.sequence, bytes(32)))


def test_whole_old_months_are_removed(
    engine: Engine, agent: Storage, admin: Storage, customer: Customer, lead: Storage
) -> None:
    """What is older than the policy keeps, up to the month's end; the rest still verifies."""
    assert customer.number == "104233"
    admin.policies.save(Policy(journal_months=1))
    engine.clock.now = engine.clock.now.replace(month=11, day=30, hour=23, minute=59)
    agent.journal.record(EventKind.EXPORTED, "november", {})
    old = len(lead.journal.entries(JournalQuery()))
    engine.clock.now = engine.clock.now.replace(month=12, day=1, hour=0, minute=0)
    agent.journal.record(EventKind.EXPORTED, "december", {})
    engine.clock.now = engine.clock.now.replace(month=12, day=31)
    assert agent.journal.prune() == 0
    engine.clock.now = engine.clock.now.replace(year=2027, month=1, day=1)
    agent.journal.seal()
    kept = agent.journal.head()
    assert agent.journal.prune() == old
    entries = lead.journal.entries(JournalQuery())
    assert [entry.outcome for entry in entries] == ["pruned", "december"]
    assert entries[0].kind is EventKind.JOURNAL_PRUNED
    shortened = entries[0].details
    assert (shortened["entries"], shortened["before"]) == (str(old), "2026-12-01")
    assert (shortened["sequence"], len(shortened["digest"])) == (str(old), 64)
    agent.journal.seal()
    report = lead.journal.verify(kept)
    assert (report.fault, report.entries) == (None, 2)
    assert agent.journal.prune() == 0


def test_pruning_everything_keeps_the_chains_end(
    engine: Engine, agent: Storage, lead: Storage
) -> None:
    """The next entry goes on counting after the anchor."""
    agent.journal.record(EventKind.EXPORTED, "old", {})
    engine.clock.advance(timedelta(days=365 * 5))
    assert agent.journal.prune() == 1
    agent.journal.seal()
    [entry] = lead.journal.entries(JournalQuery())
    assert (entry.kind, entry.sequence) == (EventKind.JOURNAL_PRUNED, 2)
    assert lead.journal.verify().fault is None


def test_a_refused_change_leaves_no_entry(
    agent: Storage, customer: Customer, lead: Storage
) -> None:
    """What did not happen is not journalled."""
    before = lead.journal.entries(JournalQuery())
    with pytest.raises(NotAllowedError):
        agent.credentials.remove(customer.id, "mine")
    assert lead.journal.entries(JournalQuery()) == before


def test_an_agent_does_not_read_the_journal(agent: Storage, customer: Customer) -> None:
    """Their own checks of today are all they see of it."""
    verdict = check(agent, customer, "right")
    with pytest.raises(NotAllowedError):
        agent.journal.entries(JournalQuery())
    with pytest.raises(NotAllowedError):
        agent.journal.verify()
    [own] = agent.journal.own_checks(verdict.at)
    assert own.answer is Answer.MATCHES


def test_answers_numbers_and_receipts_narrow_too(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Rare answers, common ones and both; the number as it was written; one receipt."""
    other = add_customer(lead, "900")
    set_password(lead, other)
    wrong, right = check(agent, customer, "wrong"), check(agent, other, "right")

    def receipts(query: JournalQuery) -> list[str]:
        return [entry.receipt for entry in lead.journal.entries(query)]

    assert receipts(JournalQuery(outcomes=(Answer.DOES_NOT_MATCH,))) == [wrong.receipt]
    assert receipts(JournalQuery(outcomes=(Answer.MATCHES,))) == [right.receipt]
    both = (Answer.MATCHES, Answer.DOES_NOT_MATCH, Answer.PAUSED)
    assert receipts(JournalQuery(outcomes=both)) == [right.receipt, wrong.receipt]
    assert receipts(JournalQuery(outcomes=(Answer.LOCKED, Answer.PAUSED))) == []
    assert receipts(JournalQuery(receipt=wrong.receipt)) == [wrong.receipt]
    numbers = {e.customer_number for e in lead.journal.entries(JournalQuery(customer_number="900"))}
    assert numbers == {"900"}
    assert receipts(JournalQuery(customer_number="90")) == []
    rare = (EventKind.PASSWORD_SET, EventKind.CUSTOMER_ADDED)
    kinds = [entry.kind for entry in lead.journal.entries(JournalQuery(kinds=rare))]
    assert sorted(kinds) == sorted(rare * 2)


def test_pages_of_every_filter_go_on_where_they_ended(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Sealed between two pages or not, of one moment or several: each entry once, in one order."""
    for number in range(4):
        check(agent, customer, "right")
        if number == 1:
            agent.journal.seal()
            engine.clock.advance(timedelta(minutes=1))
    for query in (
        JournalQuery(),
        JournalQuery(login="agent"),
        JournalQuery(kinds=(EventKind.VERDICT,)),
        JournalQuery(outcomes=(Answer.MATCHES,)),
        JournalQuery(customer_number=customer.number),
        JournalQuery(since=engine.clock.now),
    ):
        whole = [entry.id for entry in lead.journal.entries(query)]
        read: list[int] = []
        before = None
        while page := lead.journal.entries(replace(query, limit=3, before_id=before)):
            read += [entry.id for entry in page]
            before = page[-1].id
            agent.journal.seal()
        assert read == whole
        check(agent, customer, "right")


def test_everybody_in_the_journal_is_named(
    engine: Engine, agent: Storage, lead: Storage, customer: Customer
) -> None:
    """Each login once, for leads only."""
    check(engine.open(OTHER_AGENT), customer, "wrong")
    check(agent, customer, "right")
    assert lead.journal.logins() == {
        "agent": "Anna Agent",
        "lead": "Lea Lead",
        "other": "Otto Other",
    }
    with pytest.raises(NotAllowedError):
        agent.journal.logins()


def test_verifying_says_how_far_it_is(agent: Storage, lead: Storage) -> None:
    """The journal's length is known beforehand, and no figure goes beyond it."""
    assert lead.journal.length() == 0
    for _ in range(3):
        agent.journal.record(EventKind.EXPORTED, "journal", {})
    agent.journal.seal()
    assert lead.journal.length() == 3
    seen: list[int] = []
    assert lead.journal.verify(on_progress=seen.append).entries == 3
    assert all(count <= 3 for count in seen)

"""P9 on PostgreSQL: what the tables' owner does to the journal is found.

Triggers stop mistakes; here they are switched off first, as such a person would.
"""

import psycopg
import pytest
from psycopg.rows import dict_row

from desktop_app.core.entities import (
    Customer,
    JournalFault,
    JournalFaultKind,
    JournalQuery,
)
from desktop_app.core.journal import SealedFields, entry_bytes, microseconds, sealed
from desktop_app.core.journal_head import JournalHead
from desktop_app.storage.postgres.database import PostgresDatabase
from tests.attack.raw_checks import number
from tests.storage.engines import LEAD, check, set_password
from tests.storage.postgres_team import SharedDatabase

EDIT = "UPDATE watchword.journal SET {} WHERE sequence = %s"
OFF = "ALTER TABLE watchword.{} DISABLE TRIGGER USER"


@pytest.fixture
def lead(shared: SharedDatabase, shared_customer: Customer) -> PostgresDatabase:
    """A sealed journal of some length, in a lead's hands."""
    database = shared.open(LEAD)
    for word in ("wrong", "right", "wrong"):
        check(database, shared_customer, word)
    set_password(database, shared_customer, "newer")
    database.journal.seal()
    return database


@pytest.fixture
def head(shared: SharedDatabase, lead: PostgresDatabase) -> JournalHead:
    """Its head, with the triggers switched off."""
    with shared.as_owner() as owner:
        for table in ("journal", "journal_personal"):
            owner.execute(OFF.format(table).encode())
    found = lead.journal.head()
    assert found is not None
    return found


def tamper(shared: SharedDatabase, statement: str, *values: int) -> None:
    with shared.as_owner() as owner:
        owner.execute(statement.encode(), values)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE watchword.journal SET outcome = 'matches'",
        "UPDATE watchword.journal SET sequence = sequence + 100",
        "DELETE FROM watchword.journal",
        "TRUNCATE watchword.journal CASCADE",
        "UPDATE watchword.journal_personal SET content = '{}'",
    ],
)
def test_the_tables_refuse_mistakes(
    shared: SharedDatabase, lead: PostgresDatabase, statement: str
) -> None:
    """With the triggers on, nothing that stands in the journal is changed, not by the owner."""
    with pytest.raises(psycopg.Error) as refused:
        tamper(shared, statement)
    assert refused.value.sqlstate == "WW010"
    assert lead.journal.verify().fault is None


def test_the_database_seals_what_the_program_verifies(
    shared: SharedDatabase, lead: PostgresDatabase, head: JournalHead
) -> None:
    """Both compute the same chain, with texts of every kind in it."""
    with shared.as_superuser() as server:
        count = number(server, "SELECT count(*) FROM watchword.journal")
    report = lead.journal.verify(head)
    assert (report.fault, report.head, report.entries) == (None, head, count)


@pytest.mark.parametrize(
    "change",
    [
        "at = at + interval '1 microsecond'",
        "login = 'x'",
        "person = 'x'",
        "workstation = 'x'",
        "customer_id = 1",
        "customer_id = -1",
        "customer_id = NULL",
        "customer_number = 'x'",
        "kind = 'exported'",
        "outcome = 'x'",
        "receipt = 'x'",
        "details = '{}'",
        "personal_digest = '\\x00'",
        "digest = sha256('x')",
    ],
)
def test_an_edited_entry_is_reported(
    shared: SharedDatabase, lead: PostgresDatabase, head: JournalHead, change: str
) -> None:
    """Every column, at the entry."""
    edited = head.sequence - 3
    tamper(shared, EDIT.format(change), edited)
    assert lead.journal.verify().fault == JournalFault(edited, JournalFaultKind.EDITED)


def test_edited_personal_data_is_reported_and_erased_data_is_not(
    shared: SharedDatabase, lead: PostgresDatabase, head: JournalHead
) -> None:
    """A replaced reference does not fit its digest; an erased one breaks nothing."""
    tamper(
        shared,
        "UPDATE watchword.journal_personal SET content = replace(content, '4711', '4712')"
        " WHERE entry = (SELECT id FROM watchword.journal WHERE sequence = %s)",
        head.sequence,
    )
    assert lead.journal.verify().fault == JournalFault(head.sequence, JournalFaultKind.EDITED)
    tamper(shared, "DELETE FROM watchword.journal_personal")
    assert lead.journal.verify(head).fault is None
    assert lead.journal.entries(JournalQuery(limit=1))[0].personal == {}


@pytest.mark.parametrize("position", [1, 4])
def test_a_removed_entry_is_reported(
    shared: SharedDatabase, lead: PostgresDatabase, head: JournalHead, position: int
) -> None:
    """At the place where it is missing, the first one included."""
    assert position < head.sequence
    tamper(shared, "DELETE FROM watchword.journal WHERE sequence = %s", position)
    assert lead.journal.verify().fault == JournalFault(position, JournalFaultKind.MISSING)


def test_swapped_entries_are_reported(
    shared: SharedDatabase, lead: PostgresDatabase, head: JournalHead
) -> None:
    """Two entries that changed places."""
    first, second = head.sequence - 3, head.sequence - 1
    for old, new in ((first, 900), (second, first), (900, second)):
        tamper(shared, "UPDATE watchword.journal SET sequence = %s WHERE sequence = %s", new, old)
    assert lead.journal.verify().fault == JournalFault(first, JournalFaultKind.REORDERED)


def test_a_cut_off_end_is_reported(
    shared: SharedDatabase, lead: PostgresDatabase, head: JournalHead
) -> None:
    """By the database's own mark; without that by the head that was kept, and by that only."""
    expected = JournalFault(head.sequence - 1, JournalFaultKind.TRUNCATED)
    tamper(shared, "DELETE FROM watchword.journal WHERE sequence > %s", head.sequence - 2)
    assert lead.journal.verify().fault == expected
    tamper(shared, "DELETE FROM watchword.journal_mark")
    assert lead.journal.verify().fault is None
    assert lead.journal.verify(head).fault == expected
    assert not lead.journal.holds(head)


def test_a_rewritten_chain_is_reported_by_a_kept_head(
    shared: SharedDatabase, lead: PostgresDatabase, head: JournalHead
) -> None:
    """An edited entry with everything after it chained anew: only the kept head tells."""
    tamper(shared, "UPDATE watchword.journal SET outcome = 'matches' WHERE kind = 'verdict'")
    chained: JournalHead | None = None
    with shared.as_owner() as owner:
        rows = owner.cursor(row_factory=dict_row)
        for row in rows.execute("SELECT * FROM watchword.journal ORDER BY sequence").fetchall():
            fields = {name: row[name] for name in SealedFields.__slots__}
            chained = sealed(
                chained, entry_bytes(SealedFields(**{**fields, "at": microseconds(row["at"])}))
            )
            owner.execute(
                "UPDATE watchword.journal SET digest = %s WHERE id = %s",
                (chained.digest, row["id"]),
            )
        assert chained is not None
        owner.execute("UPDATE watchword.journal_mark SET digest = %s", (chained.digest,))
    assert lead.journal.verify().fault is None
    expected = JournalFault(head.sequence, JournalFaultKind.REWRITTEN)
    assert lead.journal.verify(head).fault == expected


def test_work_goes_on_after_a_manipulation_and_does_not_cover_it(
    shared: SharedDatabase, shared_customer: Customer, lead: PostgresDatabase, head: JournalHead
) -> None:
    """New entries are sealed without stumbling, and the fault stays where it is."""
    tamper(shared, "UPDATE watchword.journal SET outcome = 'x' WHERE sequence = 2")
    check(lead, shared_customer, "newer")
    lead.journal.seal()
    assert lead.journal.verify(head).fault == JournalFault(2, JournalFaultKind.EDITED)


def test_somebody_who_keeps_sealing_open_stops_nobody(
    shared: SharedDatabase, shared_customer: Customer, lead: PostgresDatabase
) -> None:
    """An agent's open transaction holds the seal: checks go on, sealing comes later."""
    before = lead.journal.head()
    with shared.connect("agent") as agent:
        agent.execute("BEGIN")
        agent.execute("SELECT watchword.seal(500)")
        check(lead, shared_customer, "newer")
        lead.journal.seal()
        assert lead.journal.head() == before
        agent.execute("ROLLBACK")
    lead.journal.seal()
    assert lead.journal.head() != before
    assert lead.journal.verify(before).fault is None

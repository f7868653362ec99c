"""P9 on SQLite: what somebody who can write the file does to the journal is found.

The triggers stop mistakes; here they are dropped and put back, as such a person would.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from desktop_app.core.entities import (
    Customer,
    EventKind,
    JournalFault,
    JournalFaultKind,
    JournalQuery,
)
from desktop_app.core.journal import sealed
from desktop_app.core.journal_head import JournalHead
from desktop_app.storage.sqlite.database import SqliteDatabase
from desktop_app.storage.sqlite.journal import entry_of
from tests.storage.engines import ADMIN, SqliteEngine, check, set_password


@pytest.fixture
def head(database: SqliteDatabase, customer: Customer) -> JournalHead:
    """The head of a sealed journal of some length."""
    for word in ("wrong", "right", "wrong"):
        check(database, customer, word)
    set_password(database, customer, "newer")
    database.journal.seal()
    head = database.journal.head()
    assert head is not None
    return head


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET outcome = 'matches' WHERE id = 1",
        "DELETE FROM journal WHERE id = 1",
        "UPDATE journal SET sequence = 2 WHERE id = 1",
        "UPDATE journal_personal SET content = '{}'",
    ],
)
def test_the_tables_refuse_mistakes(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer, statement: str
) -> None:
    """Without dropping the triggers nothing that stands in the journal is changed."""
    assert customer.number == "104233"
    database.journal.seal()
    with engine.raw() as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert database.journal.verify().fault is None


def test_unsealed_entries_are_kept_too(
    engine: SqliteEngine, database: SqliteDatabase, customer: Customer
) -> None:
    """An entry that is not in the chain yet cannot be removed or edited by mistake either."""
    assert customer.number == "104233"
    assert database.journal.head() is None
    for statement in ("DELETE FROM journal", "UPDATE journal SET person = 'x'"):
        with pytest.raises(sqlite3.IntegrityError), engine.raw() as connection:
            connection.execute(statement)


@pytest.mark.parametrize(
    "change",
    [
        "at = at + 1",
        "login = 'x'",
        "person = 'x'",
        "workstation = 'x'",
        "customer_id = 1",
        "customer_id = -1",
        "customer_number = 'x'",
        "kind = 'exported'",
        "outcome = 'x'",
        "receipt = 'x'",
        "details = '{}'",
        "personal_digest = x'00'",
        "person = CAST(x'ff' AS TEXT)",
    ],
)
def test_an_edited_entry_is_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead, change: str
) -> None:
    """Every column, at the entry, and also values that no program writes."""
    edited = head.sequence - 3
    with engine.unguarded() as connection:
        connection.execute(
            f"UPDATE journal SET {change} WHERE sequence = ?",  # noqa: S608 - this test's own text
            (edited,),
        )
    assert database.journal.verify().fault == JournalFault(edited, JournalFaultKind.EDITED)


def test_edited_personal_data_is_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """A reference that somebody replaced does not fit its digest in the chain."""
    with engine.unguarded() as connection:
        connection.execute(
            """
            UPDATE journal_personal SET content = replace(content, 'T-4711', 'T-4712')
            WHERE entry = (SELECT id FROM journal WHERE sequence = ?)
            """,
            (head.sequence,),
        )
    assert database.journal.verify().fault == JournalFault(head.sequence, JournalFaultKind.EDITED)


def test_erased_personal_data_is_no_fault(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """Personal data may go without breaking the chain."""
    with engine.unguarded() as connection:
        connection.execute("DELETE FROM journal_personal")
    assert database.journal.verify(head).fault is None
    [entry] = database.journal.entries(JournalQuery(limit=1))
    assert entry.personal == {}


@pytest.mark.parametrize("position", [1, 4])
def test_a_removed_entry_is_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead, position: int
) -> None:
    """At the place where it is missing, the first one included."""
    assert position < head.sequence
    with engine.unguarded() as connection:
        connection.execute("DELETE FROM journal WHERE sequence = ?", (position,))
    assert database.journal.verify().fault == JournalFault(position, JournalFaultKind.MISSING)


def test_swapped_entries_are_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """Two entries that changed places."""
    first, second = head.sequence - 3, head.sequence - 1
    with engine.unguarded() as connection:
        for old, new in ((first, 900), (second, first), (900, second)):
            connection.execute("UPDATE journal SET sequence = ? WHERE sequence = ?", (new, old))
    assert database.journal.verify().fault == JournalFault(first, JournalFaultKind.REORDERED)


def test_a_cut_off_end_is_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """The database's own mark shows it."""
    with engine.unguarded() as connection:
        connection.execute("DELETE FROM journal WHERE sequence > ?", (head.sequence - 2,))
    expected = JournalFault(head.sequence - 1, JournalFaultKind.TRUNCATED)
    assert database.journal.verify().fault == expected


def test_a_cut_off_end_without_its_mark_is_reported_by_a_kept_head(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """Who cuts carefully is found by the head that was kept elsewhere, and by that only."""
    with engine.unguarded() as connection:
        connection.execute("DELETE FROM journal WHERE sequence > ?", (head.sequence - 2,))
        connection.execute("DELETE FROM journal_mark")
    assert database.journal.verify().fault is None
    expected = JournalFault(head.sequence - 1, JournalFaultKind.TRUNCATED)
    assert database.journal.verify(head).fault == expected


def test_a_rewritten_chain_is_reported_by_a_kept_head(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """An edited entry with everything after it chained anew: only the kept head tells."""
    with engine.unguarded() as connection:
        connection.row_factory = sqlite3.Row
        connection.execute(
            "UPDATE journal SET outcome = 'matches' WHERE outcome = 'does-not-match'"
        )
        chained: JournalHead | None = None
        for row in connection.execute("SELECT * FROM journal ORDER BY sequence").fetchall():
            chained = sealed(chained, entry_of(row))
            connection.execute(
                "UPDATE journal SET digest = ? WHERE id = ?", (chained.digest, row["id"])
            )
        assert chained is not None
        connection.execute("UPDATE journal_mark SET digest = ?", (chained.digest,))
    assert database.journal.verify().fault is None
    expected = JournalFault(head.sequence, JournalFaultKind.REWRITTEN)
    assert database.journal.verify(head).fault == expected


@pytest.mark.parametrize(
    ("manipulation", "kind"),
    [
        ("DELETE FROM journal WHERE sequence >= 6", JournalFaultKind.MISSING),
        ("UPDATE journal SET outcome = 'x' WHERE sequence = 2", JournalFaultKind.EDITED),
        ("UPDATE journal_mark SET sequence = 3", None),
        ("DELETE FROM journal_mark", None),
    ],
)
def test_work_goes_on_after_a_manipulation_and_does_not_cover_it(
    engine: SqliteEngine,
    customer: Customer,
    head: JournalHead,
    manipulation: str,
    kind: JournalFaultKind | None,
) -> None:
    """New entries are sealed without stumbling; a mark alone says nothing about the entries."""
    database = engine.open(ADMIN)
    with engine.unguarded() as connection:
        connection.execute(manipulation)
    check(database, customer, "newer")
    database.journal.seal()
    fault = database.journal.verify(head).fault
    assert (fault and fault.kind) == kind


@pytest.mark.parametrize("new_entries", [0, 2])
def test_a_journal_replaced_by_an_anchor_is_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead, new_entries: int
) -> None:
    """Every entry removed and an anchor far ahead written: nobody has recorded a shortening."""
    with engine.unguarded() as connection:
        connection.execute("DELETE FROM journal")
        connection.execute("DELETE FROM journal_mark")
        connection.execute("INSERT INTO journal_mark VALUES ('anchor', 1000, randomblob(32))")
    for _ in range(new_entries):
        database.journal.record(EventKind.EXPORTED, "customers", {})
    database.journal.seal()
    kind = JournalFaultKind.MISSING if new_entries else JournalFaultKind.TRUNCATED
    assert database.journal.verify().fault == JournalFault(1, kind)
    assert database.journal.verify(head).fault == JournalFault(1, kind)
    assert not database.journal.holds(head)


def test_removed_entries_under_a_true_anchor_are_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """The digest of a real entry makes no anchor of it either, and the newest entry no proof."""
    with engine.unguarded() as connection:
        connection.execute(
            "INSERT INTO journal_mark SELECT 'anchor', sequence, digest FROM journal"
            " WHERE sequence = ?",
            (head.sequence - 1,),
        )
        connection.execute("DELETE FROM journal WHERE sequence < ?", (head.sequence,))
    assert database.journal.verify(head).fault == JournalFault(1, JournalFaultKind.MISSING)
    assert not database.journal.holds(head)


@pytest.mark.parametrize(
    "manipulation",
    [
        "UPDATE journal SET details = json_set(details, '$.digest', 'x') WHERE sequence = :end",
        "UPDATE journal SET details = 'no JSON' WHERE sequence = :end",
        "UPDATE journal_mark SET sequence = :end - 2 WHERE name = 'anchor'",
        "UPDATE journal_mark SET sequence = 1 WHERE name = 'head'",
        "UPDATE journal_mark SET digest = randomblob(32) WHERE name = 'head'",
        "DELETE FROM journal",
    ],
)
def test_a_shortened_journal_is_bound_to_its_anchor(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead, manipulation: str
) -> None:
    """Anchor, the entry that names it, and the mark of the end: none can be changed alone."""
    engine.clock.advance(timedelta(days=365 * 5))
    assert database.journal.prune() == head.sequence
    assert database.journal.verify(head).fault is None
    assert database.journal.holds(head)
    with engine.unguarded() as connection:
        connection.execute(manipulation, {"end": head.sequence + 1})
    assert database.journal.verify(head).fault is not None


def test_an_entry_moved_on_the_screen_is_reported(
    engine: SqliteEngine, database: SqliteDatabase, head: JournalHead
) -> None:
    """Entries are shown as the chain has them; a number that tells another order is a fault."""
    shown = [entry.receipt for entry in database.journal.entries(JournalQuery())]
    with engine.unguarded() as connection:
        connection.execute("UPDATE journal SET id = id + 100 WHERE sequence = 2")
    assert [entry.receipt for entry in database.journal.entries(JournalQuery())] == shown
    pages = []
    before = None
    while page := database.journal.entries(JournalQuery(limit=2, before_id=before)):
        pages += [entry.receipt for entry in page]
        before = page[-1].id
    assert pages == shown
    assert database.journal.verify(head).fault == JournalFault(3, JournalFaultKind.REORDERED)


def test_a_receipt_is_never_given_twice(engine: SqliteEngine, database: SqliteDatabase) -> None:
    """The table refuses a second entry under a receipt that exists."""
    receipt = database.journal.record(EventKind.EXPORTED, "journal", {})
    with closing(sqlite3.connect(engine.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            """
            INSERT INTO journal (at, login, person, workstation, customer_number, kind, outcome,
                                 receipt, details, personal_digest)
            SELECT at, login, person, workstation, customer_number, kind, outcome, receipt,
                   details, personal_digest FROM journal WHERE receipt = ?
            """,
            (receipt,),
        )

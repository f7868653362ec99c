"""An import inserts, updates and rejects in one transaction, or does nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from desktop_app.core.entities import (
    CustomerDraft,
    EventKind,
    ImportCounts,
    ImportProgress,
    ImportRow,
    JournalQuery,
    RejectedRow,
    RejectReason,
)
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.invented_customers import invent_customers
from desktop_app.core.ports import Storage

FIELDS = frozenset({"number", "name", "company", "phones", "emails", "domains"})


class Import:
    """One import with what it reported."""

    def __init__(
        self,
        storage: Storage,
        rows: Iterable[ImportRow],
        fields: frozenset[str] = FIELDS,
        *,
        trial: bool = False,
    ) -> None:
        self.rejected: list[RejectedRow] = []
        self.progress: list[ImportProgress] = []
        self.counts = storage.customers.import_rows(
            rows,
            fields,
            source="list.csv",
            trial=trial,
            on_reject=self.rejected.append,
            on_progress=self.progress.append,
        )


def rows_of(drafts: Iterable[CustomerDraft]) -> list[ImportRow]:
    return [ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)]


def imports(storage: Storage) -> list[dict[str, str]]:
    query = JournalQuery(kinds=(EventKind.CUSTOMERS_IMPORTED,))
    return [dict(entry.details) for entry in storage.journal.entries(query)]


def test_new_customers_are_inserted(lead: Storage) -> None:
    """Under distinct ids, with one journal entry for all of them."""
    drafts = list(invent_customers(300))
    done = Import(lead, rows_of(drafts))
    assert done.counts == ImportCounts(new=300, updated=0, unchanged=0)
    assert done.rejected == []
    assert done.progress[-1] == ImportProgress(rows=300, new=300, updated=0)
    stored = list(lead.customers.export())
    assert len({customer.id for customer in stored}) == 300
    assert sorted(customer.number for customer in stored) == sorted(d.number for d in drafts)
    assert imports(lead) == [
        {"source": "list.csv", "new": "300", "updated": "0", "unchanged": "0", "rejected": "0"}
    ]


def test_known_customers_keep_their_ids_and_other_fields(lead: Storage) -> None:
    """Only the fields that the list has are replaced."""
    before = lead.customers.add(
        CustomerDraft(number="1", name="Anja Weber", company="Weber", language="de")
    )
    untouched = lead.customers.add(CustomerDraft(number="2", name="Otto Stein"))
    drafts = [
        CustomerDraft(number="1", name="Anja Neumann"),
        CustomerDraft(number="2", name="Otto Stein"),
    ]
    done = Import(lead, rows_of(drafts), frozenset({"number", "name"}))
    assert done.counts == ImportCounts(new=0, updated=1, unchanged=1)
    assert lead.customers.get(before.id) == replace(before, name="Anja Neumann")
    assert lead.customers.get(untouched.id) == untouched
    assert lead.customers.search("anja weber").hits != ()  # the company is still Weber
    assert [hit.customer.number for hit in lead.customers.search("neumann").hits] == ["1"]


def test_an_empty_cell_of_a_given_field_empties_it(lead: Storage) -> None:
    """The list is right about what it has a column for."""
    before = lead.customers.add(CustomerDraft(number="1", name="A", phones=("+4968515550137",)))
    Import(lead, rows_of([CustomerDraft(number="1", name="A")]))
    assert lead.customers.get(before.id).phones == ()
    assert lead.customers.search("+4968515550137").hits == ()


def test_the_same_list_again_changes_nothing(lead: Storage) -> None:
    """Night after night."""
    rows = rows_of(invent_customers(200))
    Import(lead, rows)
    before = list(lead.customers.export())
    assert Import(lead, rows).counts == ImportCounts(new=0, updated=0, unchanged=200)
    assert list(lead.customers.export()) == before


@pytest.mark.parametrize("trial", [False, True])
def test_a_number_counts_once(lead: Storage, *, trial: bool) -> None:
    """Near or far behind the first one, known before or not; the first row holds."""
    known = lead.customers.add(CustomerDraft(number="known", name="Old"))
    filler = [CustomerDraft(number=f"f{index}") for index in range(6_000)]
    drafts = [
        CustomerDraft(number="new", name="First"),
        CustomerDraft(number="known", name="First"),
        CustomerDraft(number="new", name="Near"),
        CustomerDraft(number="known", name="Near"),
        *filler,
        CustomerDraft(number="new", name="Far"),
        CustomerDraft(number="known", name="Far"),
    ]
    done = Import(lead, rows_of(drafts), trial=trial)
    assert done.counts == ImportCounts(new=6_001, updated=1, unchanged=0)
    assert done.rejected == [
        RejectedRow(line, number, RejectReason.NUMBER_TWICE)
        for line, number in ((4, "new"), (5, "known"), (6_006, "new"), (6_007, "known"))
    ]
    if not trial:
        assert lead.customers.get(known.id).name == "First"
        assert lead.customers.find_number("new").name == "First"


def test_rows_that_cannot_be_stored_are_rejected(lead: Storage) -> None:
    """Whoever read the list: the store does not trust it."""
    done = Import(
        lead,
        rows_of(
            [
                CustomerDraft(number=""),
                CustomerDraft(number="1", name="a\0b"),
                CustomerDraft(number="2", emails=("x" * 501,)),
                CustomerDraft(number="3", country="D1"),
                CustomerDraft(number=" 4 ", authorised="Otto\nEva"),
                CustomerDraft(number="5", name="x" * 400, authorised="y" * 400),
            ]
        ),
        FIELDS | {"authorised"},
    )
    assert [(row.line, row.reason) for row in done.rejected] == [
        (2, RejectReason.NUMBER_EMPTY),
        (3, RejectReason.CONTROL_CHARACTER),
        (4, RejectReason.CELL_TOO_LONG),
    ]
    assert done.counts == ImportCounts(new=3, updated=0, unchanged=0)
    assert lead.customers.find_number("4").authorised == "Otto\nEva"
    assert imports(lead)[0]["rejected"] == "3"


def test_a_trial_counts_and_writes_nothing(lead: Storage) -> None:
    """Not even a journal entry."""
    Import(lead, rows_of(invent_customers(100)))
    before = list(lead.customers.export())
    changed = [replace(draft, name="X") for draft in invent_customers(150)]
    done = Import(lead, rows_of(changed), trial=True)
    assert done.counts.updated == 100
    assert done.counts.new == 50
    assert list(lead.customers.export()) == before
    assert len(imports(lead)) == 1


def _interrupted(count: int, error: BaseException) -> Iterator[ImportRow]:
    yield from rows_of(invent_customers(count))
    raise error


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), RuntimeError("a bug"), OSError("pulled out")]
)
def test_an_interrupted_import_leaves_nothing(lead: Storage, error: BaseException) -> None:
    """Ctrl+C after thousands of rows: the database is as it was, and usable."""
    lead.customers.add(CustomerDraft(number="1", name="Anja Weber"))
    before = list(lead.customers.export())
    with pytest.raises(type(error)):
        Import(lead, _interrupted(7_000, error))
    assert list(lead.customers.export()) == before
    assert imports(lead) == []
    assert Import(lead, rows_of(invent_customers(50))).counts.new == 50
    assert [hit.customer.number for hit in lead.customers.search("anja weber", 1).hits] == ["1"]


def test_a_failing_report_undoes_the_import(lead: Storage) -> None:
    """The list of rejected rows could not be written: nothing is imported."""

    def full(rejected: RejectedRow) -> None:
        raise OSError(rejected.line)

    with pytest.raises(OSError, match="3"):
        lead.customers.import_rows(
            rows_of([CustomerDraft(number="1"), CustomerDraft(number="1")]),
            FIELDS,
            source="list.csv",
            trial=False,
            on_reject=full,
            on_progress=lambda _: None,
        )
    assert lead.customers.count() == 0


def test_an_agent_does_not_import(agent: Storage) -> None:
    """Not even on trial."""
    with pytest.raises(NotAllowedError):
        Import(agent, [], trial=True)


def test_an_empty_list_is_an_import_of_nothing(lead: Storage) -> None:
    """And is journalled as one."""
    assert Import(lead, []).counts == ImportCounts(new=0, updated=0, unchanged=0)
    assert imports(lead)[0]["new"] == "0"

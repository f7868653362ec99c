"""What is remembered of imported lists: their columns, and the customers they did not have."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from desktop_app.core.entities import (
    Customer,
    CustomerDraft,
    EventKind,
    ImportCounts,
    ImportRow,
    JournalQuery,
    ListRow,
    RejectedRow,
    RejectReason,
)
from desktop_app.core.errors import ChangedMeanwhileError, NotAllowedError
from desktop_app.core.list_mapping import ListMapping, list_kind
from desktop_app.core.missing_customers import MissingChoice, MissingCustomers
from desktop_app.core.ports import Storage
from tests.storage.engines import ADMIN, Engine

FIELDS = frozenset({"number", "name"})
KIND = list_kind(("Kundennr", "Name", "Rabatt"))
EVERYONE = MissingChoice(everyone=True)


def imported(
    storage: Storage,
    rows: Iterable[ListRow],
    *,
    trial: bool = False,
    find_missing: bool = True,
    remember: ListMapping | None = None,
) -> ImportCounts:
    return storage.customers.import_rows(
        rows,
        FIELDS,
        source="list.csv",
        trial=trial,
        on_reject=lambda _row: None,
        on_progress=lambda _progress: None,
        find_missing=find_missing,
        remember=remember,
    )


def rows(*numbers: str) -> list[ListRow]:
    return [ImportRow(line, CustomerDraft(number=each)) for line, each in enumerate(numbers, 2)]


def missing(counts: ImportCounts) -> MissingCustomers:
    assert counts.missing is not None
    return counts.missing


def filled(storage: Storage, *numbers: str) -> dict[str, Customer]:
    return {each: storage.customers.add(CustomerDraft(number=each)) for each in numbers}


def deactivations(storage: Storage) -> list[dict[str, str]]:
    query = JournalQuery(kinds=(EventKind.CUSTOMERS_DEACTIVATED,))
    return [dict(entry.details) for entry in storage.journal.entries(query)]


@pytest.mark.parametrize("trial", [False, True])
def test_customers_who_are_in_no_row_are_missing(lead: Storage, *, trial: bool) -> None:
    """A rejected row is a row, also one that storage rejects; new ones and inactive ones do not
    count."""
    known = filled(lead, "1", "2", "3", "4", "5", "6")
    lead.customers.change(known["6"], replace(known["6"], active=False))
    given: list[ListRow] = [
        *rows("1", "7", "1"),
        RejectedRow(9, "2", RejectReason.TOO_FEW_CELLS),
        RejectedRow(10, "", RejectReason.NUMBER_EMPTY),
        ImportRow(11, CustomerDraft(number="3", name="a\0b")),
        ImportRow(12, CustomerDraft(number="a\0b")),
    ]
    found = missing(imported(lead, given, trial=trial))
    assert found.count == 2
    if trial:
        assert found.list_id == ""
    else:
        assert [each.number for each in lead.lists.missing(found.list_id)] == ["4", "5"]


def test_a_row_may_follow_a_rejected_one_of_the_same_number(lead: Storage) -> None:
    """A number that a rejected row has is not taken by it."""
    counts = imported(lead, [RejectedRow(2, "1", RejectReason.TOO_FEW_CELLS), *rows("1")])
    assert counts.new == 1


def test_they_are_read_page_by_page(lead: Storage) -> None:
    """In the order of their numbers, each page behind the last number of the one before."""
    filled(lead, *(f"{each:03}" for each in range(7)))
    found = missing(imported(lead, rows("003")))
    first = lead.lists.missing(found.list_id, limit=4)
    second = lead.lists.missing(found.list_id, first[-1].number, limit=4)
    assert [each.number for each in (*first, *second)] == ["000", "001", "002", "004", "005", "006"]


def test_chosen_ones_become_inactive(lead: Storage) -> None:
    """Nothing else about them changes, they are no longer listed, and the journal says how many."""
    known = filled(lead, "1", "2", "3")
    found = missing(imported(lead, rows("9")))
    choice = MissingChoice().toggled(known["2"].id)
    assert lead.lists.set_missing_inactive(found.list_id, choice, "list.csv") == 1
    assert lead.customers.get(known["2"].id) == replace(known["2"], active=False)
    assert lead.customers.get(known["1"].id) == known["1"]
    assert [each.number for each in lead.lists.missing(found.list_id)] == ["1", "3"]
    assert deactivations(lead) == [{"source": "list.csv", "count": "1"}]
    assert [hit.customer.active for hit in lead.customers.search("2").hits] == [False]


def test_everyone_but_some_become_inactive(lead: Storage) -> None:
    """However many there are, only the exceptions are named; who is in the list stays."""
    known = filled(lead, "1", "2", "3", "4")
    found = missing(imported(lead, rows("1")))
    choice = EVERYONE.toggled(known["3"].id)
    assert choice.count(found.count) == 2
    assert choice.has(known["2"].id)
    assert not choice.has(known["3"].id)
    assert lead.lists.set_missing_inactive(found.list_id, choice, "list.csv") == 2
    active = [each.number for each in lead.customers.export() if each.active]
    assert active == ["1", "3"]
    assert lead.lists.set_missing_inactive(found.list_id, choice, "list.csv") == 0
    assert len(deactivations(lead)) == 1  # nothing changed the second time


def test_a_newer_import_replaces_the_list(lead: Storage) -> None:
    """Nobody sets inactive what another list has meanwhile."""
    filled(lead, "1", "2")
    old = missing(imported(lead, rows("1")))
    imported(lead, rows("2"))
    with pytest.raises(ChangedMeanwhileError):
        lead.lists.missing(old.list_id)
    with pytest.raises(ChangedMeanwhileError):
        lead.lists.set_missing_inactive(old.list_id, EVERYONE, "list.csv")
    assert all(each.active for each in lead.customers.export())


def test_a_trial_leaves_the_list(lead: Storage) -> None:
    """It stays until somebody imports again."""
    filled(lead, "1", "2")
    found = missing(imported(lead, rows("1")))
    imported(lead, rows("2"), trial=True)
    imported(lead, rows("2"), trial=True, find_missing=False)
    assert [each.number for each in lead.lists.missing(found.list_id)] == ["2"]


def test_whoever_a_later_list_has_is_missing_no_more(engine: Engine, lead: Storage) -> None:
    """An import at night does not look for missing customers; the window with the older list may
    still be open. Whoever is back stays active, by a row that is rejected, too."""
    known = filled(lead, "1", "2", "3", "4", "5", "6")
    found = missing(imported(lead, rows("1")))
    later: list[ListRow] = [
        ImportRow(2, CustomerDraft(number="2", name="Changed")),
        ImportRow(3, CustomerDraft(number="3")),
        RejectedRow(4, "4", RejectReason.TOO_FEW_CELLS),
        ImportRow(5, CustomerDraft(number="5", name="a\0b")),
        *rows("7"),
    ]
    counts = imported(engine.open(ADMIN), later, find_missing=False)
    assert counts.missing is None
    assert [each.number for each in lead.lists.missing(found.list_id)] == ["6"]
    assert lead.lists.set_missing_inactive(found.list_id, EVERYONE, "list.csv") == 1
    active = [each.number for each in lead.customers.export() if each.active]
    assert active == ["1", "2", "3", "4", "5", "7"]
    assert not lead.customers.get(known["6"].id).active


def test_a_list_whose_customers_are_all_back_is_outdated(engine: Engine, lead: Storage) -> None:
    """Nobody is set inactive by it."""
    filled(lead, "1", "2")
    found = missing(imported(lead, rows("1")))
    imported(engine.open(ADMIN), rows("2"), find_missing=False)
    with pytest.raises(ChangedMeanwhileError):
        lead.lists.set_missing_inactive(found.list_id, EVERYONE, "list.csv")


def test_columns_are_remembered_with_the_import(lead: Storage, admin: Storage) -> None:
    """For every lead, by kind of list; the newest holds, and a trial leaves nothing."""
    first = ListMapping(KIND, ((0, "number"), (1, "name")))
    second = ListMapping(KIND, ((0, "number"), (2, "company")))
    assert lead.lists.mapping(KIND) is None
    imported(lead, rows("1"), trial=True, remember=first)
    assert lead.lists.mapping(KIND) is None
    imported(lead, rows("1"), remember=first)
    assert admin.lists.mapping(KIND) == first.columns
    imported(admin, rows("1"), remember=second)
    assert lead.lists.mapping(KIND) == second.columns
    assert lead.lists.mapping(list_kind(("Name", "Kundennr", "Rabatt"))) is None


def test_an_interrupted_import_remembers_nothing(lead: Storage) -> None:
    """Neither columns nor missing customers."""
    filled(lead, "1")

    def stop(_row: RejectedRow) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lead.customers.import_rows(
            [*rows("2"), RejectedRow(3, "", RejectReason.NUMBER_EMPTY)],
            FIELDS,
            source="list.csv",
            trial=False,
            on_reject=stop,
            on_progress=lambda _progress: None,
            find_missing=True,
            remember=ListMapping(KIND, ((0, "number"),)),
        )
    assert lead.lists.mapping(KIND) is None
    assert [each.number for each in lead.customers.export()] == ["1"]


def test_an_agent_sees_and_does_nothing_of_it(agent: Storage, lead: Storage) -> None:
    """The database refuses."""
    filled(lead, "1")
    found = missing(imported(lead, rows("2")))
    with pytest.raises(NotAllowedError):
        agent.lists.mapping(KIND)
    with pytest.raises(NotAllowedError):
        agent.lists.missing(found.list_id)
    with pytest.raises(NotAllowedError):
        agent.lists.set_missing_inactive(found.list_id, EVERYONE, "list.csv")

"""A list goes from its rows to the customers, and what is rejected is told by reason."""

import io

from desktop_app.core.customer_import import ListOptions, inspect_list
from desktop_app.core.entities import ImportProgress, RejectedRow, RejectReason
from desktop_app.core.list_checks import ListChecks
from desktop_app.core.list_import import ListImport, Rejects
from desktop_app.core.missing_customers import MissingChoice
from tests.gui.fakes import FakeStorage

DATA = b"Kundennr;Name\n1;a\n1;b\n;c\n;d\n2;e\n;f\n;g\n;h\n;i\n"


def test_rejected_rows_are_told_by_reason() -> None:
    """The most frequent first, with the first lines, and each one handed on."""
    handed: list[RejectedRow] = []
    rejects = Rejects(handed.append)
    for line in range(1, 9):
        rejects(RejectedRow(line, "", RejectReason.NUMBER_EMPTY))
    rejects(RejectedRow(9, "1", RejectReason.NUMBER_TWICE))
    assert rejects.count == len(handed) == 9
    assert [row.line for row in rejects.first] == [1, 2, 3, 4, 5]
    empty, twice = rejects.groups
    assert (empty.reason, empty.count, empty.lines) == (
        RejectReason.NUMBER_EMPTY,
        8,
        [1, 2, 3, 4, 5],
    )
    assert (twice.count, twice.lines) == (1, [9])


def test_a_list_that_a_person_looked_at_is_remembered() -> None:
    """A nightly one is not: nobody has agreed to its columns."""
    storage, stream = FakeStorage(), io.BytesIO(DATA)
    layout = inspect_list(stream, ListOptions())
    progress: list[ImportProgress] = []
    one = ListImport(stream, layout, "list.csv")
    rejects = Rejects(lambda _row: None)
    trial = one.run(
        storage.customers, rejects, progress.append, trial=True, attended=True, checks=ListChecks()
    )
    assert (trial.new, rejects.count) == (2, 7)
    assert trial.missing is not None
    assert storage.customers.count() == 0
    nightly = one.run(storage.customers, rejects, progress.append, trial=False)
    assert nightly.missing is None
    assert storage.lists.mapping(layout.kind) is None
    one.run(storage.customers, rejects, progress.append, trial=False, attended=True)
    assert storage.lists.mapping(layout.kind) == layout.columns


def test_a_choice_names_some_or_everybody_but_some() -> None:
    """However many there are, only the exceptions are held."""
    some = MissingChoice().toggled(1).toggled(2).toggled(1)
    assert (some.count(10), some.has(2), some.has(1)) == (1, True, False)
    most = MissingChoice(everyone=True).toggled(2)
    assert (most.count(10), most.has(2), most.has(1)) == (9, False, True)

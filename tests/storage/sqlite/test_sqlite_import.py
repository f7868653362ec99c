"""What an import does to the file, to its neighbours and to the index in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.entities import CustomerDraft, ImportRow
from desktop_app.core.invented_customers import invent_customers
from desktop_app.storage.sqlite.customer_import import BATCH_ROWS
from tests.storage.engines import AGENT, LEAD, SqliteEngine

FIELDS = frozenset({"name", "company", "phones", "emails", "domains"})


def take(
    engine: SqliteEngine, rows: Iterator[ImportRow] | list[ImportRow], *, trial: bool = False
) -> None:
    engine.open(LEAD).customers.import_rows(
        rows,
        FIELDS,
        source="list.csv",
        trial=trial,
        on_reject=lambda rejected: pytest.fail(str(rejected)),
        on_progress=lambda _: None,
    )


def rows_of(drafts: list[CustomerDraft]) -> list[ImportRow]:
    return [ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)]


def index_of(engine: SqliteEngine) -> dict[str, set[tuple[object, ...]]]:
    """Every entry of the index, by the numbers of the customers instead of their places."""
    with closing(sqlite3.connect(engine.path)) as connection:
        numbers = dict(connection.execute("SELECT place, number FROM customer").fetchall())
        found: dict[str, set[tuple[object, ...]]] = {}
        for table in ("customer_word", "customer_part"):
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.{table}_terms USING fts5vocab(main, {table}, instance)"
            )
            terms = connection.execute(
                f"SELECT term, doc FROM temp.{table}_terms"  # noqa: S608 - a name from above
            ).fetchall()
            found[table] = {(term, numbers[place]) for term, place in terms}
        phones = connection.execute("SELECT national, code, place FROM customer_phone").fetchall()
        found["customer_phone"] = {(national, code, numbers[p]) for national, code, p in phones}
    return found


def test_an_updated_index_equals_a_new_one(engine: SqliteEngine, tmp_path: Path) -> None:
    """Changes leave nothing behind and forget nothing."""
    first = list(invent_customers(600))
    second = [
        replace(draft, number=old.number) if place % 3 else old
        for place, (old, draft) in enumerate(zip(first, invent_customers(600, seed=2), strict=True))
    ]
    take(engine, rows_of(first))
    take(engine, rows_of(second))
    fresh = SqliteEngine(tmp_path / "fresh")
    take(fresh, rows_of(second))
    assert index_of(engine) == index_of(fresh)
    fresh.close()


def test_a_trial_changes_no_byte_of_the_file(engine: SqliteEngine) -> None:
    """Nor does it leave anything in the write-ahead log."""
    take(engine, rows_of(list(invent_customers(300))))
    log = engine.path.with_name(f"{engine.path.name}-wal")
    before = engine.path.read_bytes(), log.stat().st_size
    take(engine, rows_of(list(invent_customers(600, seed=2))), trial=True)
    assert (engine.path.read_bytes(), log.stat().st_size) == before


def test_colleagues_search_while_an_import_runs(engine: SqliteEngine) -> None:
    """They see the customers as they were until the import is through."""
    take(engine, rows_of([CustomerDraft(number="1", name="Anja Weber")]))
    other = engine.open(AGENT)
    seen: list[tuple[int, int]] = []

    def rows() -> Iterator[ImportRow]:
        for line, draft in enumerate(invent_customers(BATCH_ROWS + 2), start=2):
            if line > BATCH_ROWS + 2:
                seen.append((other.customers.count(), len(other.customers.search("weber").hits)))
            yield ImportRow(line, draft)

    take(engine, rows())
    assert seen == [(1, 1)]
    assert other.customers.count() == BATCH_ROWS + 3


def test_the_log_is_emptied_after_an_import(engine: SqliteEngine) -> None:
    """Otherwise the list would lie on the disk twice."""
    take(engine, rows_of(list(invent_customers(2_000))))
    assert engine.path.with_name(f"{engine.path.name}-wal").stat().st_size == 0

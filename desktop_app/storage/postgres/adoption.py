"""Takes a workstation's database over into an empty shared one, as its owner."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, fields
from itertools import islice
from typing import Final

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from desktop_app.core.entities import Customer, CustomerDraft
from desktop_app.core.handover import HandedOver, Handover, StoredCaution, StoredCredential
from desktop_app.core.people_errors import DatabaseInUseError
from desktop_app.core.policy import Policy
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.customer_rows import FIELDS, index_entry
from desktop_app.storage.postgres.faults import translated
from desktop_app.storage.postgres.owner import Connection, Owner

_PAGE_ROWS: Final = 2_000
_CUSTOMER: Final = ("id", *FIELDS)
_CREDENTIAL: Final = tuple(field.name for field in fields(StoredCredential))
_CAUTION: Final = tuple(field.name for field in fields(StoredCaution))


def require_adoptable(owner: Owner) -> None:
    """Pass a shared database that could take something over.

    Raises:
        DatabaseInUseError: it has customers or checks of its own.
        DatabaseOlderError, DatabaseNewerError: it has another schema than this program's.
        StorageError: it cannot be used.
    """
    with owner.connected() as connection:
        schema.require_version(schema.version(connection))
        with translated(), connection.transaction(force_rollback=True):
            connection.execute("SET LOCAL ROLE watchword_owner")
            _require_unused(connection)


def adopt(owner: Owner, source: Handover, *, trial: bool) -> HandedOver:
    """Take everything over in one transaction; a trial is undone at its end.

    Raises:
        DatabaseInUseError: the shared database has customers or checks of its own.
        DatabaseOlderError, DatabaseNewerError: it has another schema than this program's.
        FieldRefusedError: a value cannot be stored there.
        StorageError: it cannot be used; nothing was taken over.
    """
    with owner.connected() as connection:
        schema.require_version(schema.version(connection))
        with translated(), connection.transaction(force_rollback=trial):
            connection.execute("SET LOCAL ROLE watchword_owner")
            _require_unused(connection)
            done = _take(connection, source)
        if not trial:
            # What the index has put off, and figures for the planner: searches need both.
            with translated():
                connection.execute("VACUUM ANALYZE")
    return done


def _require_unused(connection: Connection) -> None:
    connection.execute("SET LOCAL lock_timeout = '10s'")
    connection.execute(
        "LOCK TABLE watchword.customer, watchword.credential, watchword.attempt,"
        " watchword.team_key IN ACCESS EXCLUSIVE MODE"
    )
    used = connection.execute(
        "SELECT FROM watchword.customer UNION ALL SELECT FROM watchword.attempt LIMIT 1"
    ).fetchone()
    if used is not None:
        raise DatabaseInUseError


def _take(connection: Connection, source: Handover) -> HandedOver:
    customers = _copy(connection, "customer", _CUSTOMER, map(_customer_row, source.customers()))
    _copy(connection, "credential", _CREDENTIAL, map(astuple, source.credentials()))
    cautions = _copy(connection, "caution", _CAUTION, map(astuple, source.cautions()))
    _take_keys(connection, source)
    _take_policy(connection, source.policy())
    _index(connection)
    row = connection.execute(
        "SELECT count(*) FROM watchword.credential WHERE verifier IS NOT NULL"
    ).fetchone()
    done = HandedOver(customers, int(str(row[0])) if row else 0, cautions)
    details = {name: str(count) for name, count in asdict(done).items()}
    connection.execute(
        "SELECT watchword.write_journal('customers-adopted', 'adopted', NULL, %s, NULL)",
        (Jsonb(details),),
    )
    return done


def _copy(
    connection: Connection,
    table: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
) -> int:
    statement = sql.SQL("COPY watchword.{} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    count = 0
    with connection.cursor().copy(statement) as copy:
        for count, row in enumerate(rows, 1):  # noqa: B007 - the last number is the count
            copy.write_row(row)
    return count


def _customer_row(customer: Customer) -> tuple[object, ...]:
    values = (getattr(customer, name) for name in _CUSTOMER)
    return tuple(list(value) if isinstance(value, tuple) else value for value in values)


def _take_keys(connection: Connection, source: Handover) -> None:
    """The workstation's keys are the team's: what an empty database knew of others is no use."""
    connection.execute("DELETE FROM watchword.key_holder")
    connection.execute("DELETE FROM watchword.team_key")
    for key in source.team_keys().keys:
        connection.execute(
            "INSERT INTO watchword.team_key (key_id, state, since, made_by, ends_at)"
            " VALUES (%s, %s, %s, %s, %s)",
            (key.key_id, key.state.value, key.since, key.made_by, key.ends_at),
        )


def _take_policy(connection: Connection, policy: Policy) -> None:
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(policy).items()
    }
    assignments = sql.SQL(", ").join(
        sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder()) for name in values
    )
    connection.execute(
        sql.SQL("UPDATE watchword.policy SET {}").format(assignments), tuple(values.values())
    )


def _index(connection: Connection) -> None:
    for page in _pages(connection):
        connection.execute("SELECT watchword.write_index(%s)", (Jsonb(page),))


def _pages(connection: Connection) -> Iterator[list[dict[str, object]]]:
    with psycopg.ServerCursor(connection, "unindexed") as cursor:
        cursor.execute(
            "SELECT place, number, name, company, phones, emails, domains FROM watchword.customer"
        )
        rows = iter(cursor)
        while page := list(islice(rows, _PAGE_ROWS)):
            yield [_entry(row) for row in page]


def _entry(row: tuple[object, ...]) -> dict[str, object]:
    place, number, name, company, phones, emails, domains = row
    draft = CustomerDraft(
        number=str(number),
        name=str(name),
        company=str(company),
        phones=_texts(phones),
        emails=_texts(emails),
        domains=_texts(domains),
    )
    return {"place": place, **index_entry(draft)}


def _texts(values: object) -> tuple[str, ...]:
    return tuple(map(str, values)) if isinstance(values, list) else ()

"""Takes a workstation's database over into an empty shared one, as its owner."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, fields
from datetime import UTC, datetime
from typing import Final

from psycopg import sql
from psycopg.types.json import Jsonb

from desktop_app.core.entities import Customer
from desktop_app.core.handover import HandedOver, Handover, StoredCaution, StoredCredential
from desktop_app.core.people_errors import DatabaseInUseError
from desktop_app.core.policy import Policy
from desktop_app.core.search_terms import index_terms
from desktop_app.storage.postgres import schema
from desktop_app.storage.postgres.customer_rows import FIELDS, stored_values
from desktop_app.storage.postgres.faults import translated
from desktop_app.storage.postgres.owner import Connection, Owner
from desktop_app.storage.postgres.search_index import index_columns

_CUSTOMER: Final = ("place", "id", *FIELDS, "words", "digits", "tokens")
_PHONE: Final = ("place", "code", "national")
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


def adopted_already(owner: Owner, source: Handover, newest: datetime | None) -> HandedOver | None:
    """What an earlier run has taken over whose end was cut off; None where there was none.

    ``newest`` is the time of the source's newest journal entry: what was changed there after it
    was taken over is not in the shared database.

    Raises:
        StorageError: the shared database cannot be used.
    """
    with owner.connected() as connection, translated(), connection.transaction():
        connection.execute("SET LOCAL ROLE watchword_owner")
        entry = connection.execute(
            "SELECT details::jsonb FROM watchword.journal WHERE kind = 'customers-adopted'"
            " AND at >= %s ORDER BY id DESC LIMIT 1",
            (newest or datetime.min.replace(tzinfo=UTC),),
        ).fetchone()
        if entry is None or not isinstance(entry[0], dict):
            return None
        ids = [customer.id for customer in source.customers()]
        missing = connection.execute(
            "SELECT FROM unnest(%s::bigint[]) AS taken (id)"
            " WHERE NOT EXISTS (SELECT FROM watchword.customer AS c WHERE c.id = taken.id) LIMIT 1",
            (ids,),
        ).fetchone()
        if missing is not None or not ids:
            return None
        return HandedOver(**{name: int(count) for name, count in entry[0].items()})


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
    customers = _take_customers(connection, source)
    _copy(connection, "credential", _CREDENTIAL, map(astuple, source.credentials()))
    cautions = _copy(connection, "caution", _CAUTION, map(astuple, source.cautions()))
    _take_keys(connection, source)
    _take_policy(connection, source.policy())
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


def _take_customers(connection: Connection, source: Handover) -> int:
    """Customers in their order, with places from 1 on, and what they are found by."""
    count = _copy(connection, "customer", _CUSTOMER, map(_customer_row, _placed(source)))
    _copy(connection, "customer_phone", _PHONE, _phone_rows(_placed(source)))
    if count:
        connection.execute("SELECT setval('watchword.customer_place_seq', %s)", (count,))
        connection.execute("SELECT watchword.make_search_index()")
    return count


def _placed(source: Handover) -> Iterator[tuple[int, Customer]]:
    return enumerate(source.customers(), 1)


def _customer_row(placed: tuple[int, Customer]) -> tuple[object, ...]:
    place, customer = placed
    words, digits, tokens, _ = index_columns(customer)
    return (place, customer.id, *stored_values(customer), words, digits, tokens)


def _phone_rows(customers: Iterable[tuple[int, Customer]]) -> Iterator[tuple[object, ...]]:
    for place, customer in customers:
        for key in index_terms(customer).phones:
            yield (place, key.code, key.national)


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

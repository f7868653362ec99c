"""Sets a shared database up and brings it to the newest schema, as its owner.

A step is one SQL file ``NNNN_name.sql``; its number is the schema version it leads to. A released
step is never edited. Everything a step makes belongs to the role ``watchword_owner``, which cannot
log in; whoever runs the steps is a member of it.
"""

from importlib.resources import files

import psycopg
from psycopg import sql

from desktop_app.core.errors import DatabaseNewerError
from desktop_app.core.server_errors import DatabaseOlderError, RightsMissingError, ServerTooOldError
from desktop_app.storage.postgres.faults import translated

OLDEST_SERVER = 15
OWNER = "watchword_owner"

_LOCK = 0x5757_5244_0001
_RUNNING = "SELECT pg_advisory_xact_lock(%s)"
_END_STRANGERS = """
    SELECT pg_terminate_backend(l.pid, 1000)
    FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid
    JOIN pg_roles AS o ON o.rolname = 'watchword_owner'
    WHERE l.locktype = 'advisory' AND l.classid = %s::oid AND l.objid = %s::oid AND l.objsubid = 1
      AND pg_has_role(current_user, a.usesysid, 'USAGE') AND pg_has_role(o.oid, a.usesysid, 'USAGE')
      AND NOT pg_has_role(a.usesysid, o.oid, 'MEMBER')
"""


def steps() -> dict[int, str]:
    """The SQL text of every step by the schema version it leads to, in order."""
    found = {
        int(entry.name[:4]): entry.read_text(encoding="utf-8")
        for entry in files(__package__).joinpath("sql").iterdir()
        if entry.name[:4].isdecimal()
    }
    return dict(sorted(found.items()))


def known_version() -> int:
    """The newest schema this program knows."""
    return max(steps())


def version(connection: psycopg.Connection[tuple[object, ...]]) -> int:
    """The schema version of the connected database, 0 where nothing was set up yet."""
    with translated():
        present = connection.execute("SELECT to_regclass('watchword.schema_step')").fetchone()
        if present is None or present[0] is None:
            return 0
        row = connection.execute("SELECT max(version) FROM watchword.schema_step").fetchone()
    return int(str(row[0])) if row else 0


def require_version(found: int) -> None:
    """Pass the schema version that this program works with.

    Raises:
        DatabaseNewerError: a newer program has upgraded the database.
        DatabaseOlderError: it was not set up or upgraded yet, which an administrator does.
    """
    known = known_version()
    if found > known:
        raise DatabaseNewerError(found=found, known=known)
    if found < known:
        raise DatabaseOlderError(found=found, known=known)


def require_rights(
    connection: psycopg.Connection[tuple[object, ...]], *, creates_database: bool = True
) -> tuple[str, ...]:
    """Pass a login that can set a database up; the rights that it needs for that.

    That is a superuser; or a login with CREATEROLE, with CREATEDB where the database is made or
    not yet the owner's, and, where another login has made the roles of this server, with the right
    to be ``watchword_owner``.

    Raises:
        ServerTooOldError: the server is older than PostgreSQL 15.
        RightsMissingError: the login lacks a right.
    """
    major = connection.info.server_version // 10_000
    if major < OLDEST_SERVER:
        raise ServerTooOldError(found=major, known=OLDEST_SERVER)
    with translated():
        row = connection.execute(
            "SELECT rolsuper OR rolcreaterole, rolsuper OR rolcreatedb"
            " FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        # Up to 15 CREATEROLE is enough to become a member of any role but a superuser.
        owner = connection.execute(
            "SELECT FROM pg_roles WHERE rolname = 'watchword_owner'"
            " AND current_setting('server_version_num')::integer >= 160000"
            " AND NOT pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION')"
        ).fetchone()
    creates_roles, creates_databases = row or (False, False)
    held = {"CREATEROLE": creates_roles}
    if creates_database:
        held["CREATEDB"] = creates_databases
    missing = [name for name, has in held.items() if not has]
    if owner is not None:
        missing.append("ADMIN OPTION (watchword_owner)")
    if missing:
        raise RightsMissingError(tuple(missing))
    return tuple(held)


def create_roles(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Make the owner and the groups of the cluster where they are missing."""
    with translated(), connection.transaction():
        _lock(connection)
        _run(connection, files(__package__).joinpath("sql", "roles.sql").read_text("utf-8"))


def database_owner(connection: psycopg.Connection[tuple[object, ...]], name: str) -> str | None:
    """Who owns the database of this name, None where there is none."""
    with translated():
        row = connection.execute(
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s", (name,)
        ).fetchone()
    return None if row is None else str(row[0])


def create_database(connection: psycopg.Connection[tuple[object, ...]], name: str) -> None:
    """Make an empty database that belongs to the owner; ``connection`` is to another one.

    Sorting does not depend on the operating system, so an upgrade of it breaks no index. One that
    somebody has made already is given to the owner, which that somebody or a superuser may do.

    Raises:
        NotAllowedError: it belongs to somebody else.
    """
    present = database_owner(connection, name)
    if present == OWNER:
        return
    statement = (
        "CREATE DATABASE {} OWNER watchword_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
        if present is None
        else "ALTER DATABASE {} OWNER TO watchword_owner"
    )
    with translated():
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def close_to_others(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Take the connected database from PUBLIC: nobody connects or makes temporary tables unasked.

    A copy of a database does not take these along, nor does a restored dump.
    """
    database = sql.Identifier(connection.info.dbname)
    with translated(), connection.transaction():
        _lock(connection)
        connection.execute("SET LOCAL ROLE watchword_owner")
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))


def upgrade(connection: psycopg.Connection[tuple[object, ...]]) -> int:
    """Take the steps that are missing, each in one transaction of its own; the version reached.

    The lock of each transaction is taken before the version is read, so two administrators at
    once do not take a step twice.

    Raises:
        DatabaseNewerError: a newer program has upgraded the database.
        ServerTooOldError: the server is older than PostgreSQL 15.
    """
    known = steps()
    close_to_others(connection)
    while (present := version(connection)) < max(known):
        with translated(), connection.transaction():
            _lock(connection)
            if version(connection) != present:
                continue
            connection.execute("SET LOCAL ROLE watchword_owner")
            _run(connection, known[present + 1])
            connection.execute(
                "INSERT INTO watchword.schema_step (version) VALUES (%s)", (present + 1,)
            )
    if present > max(known):
        raise DatabaseNewerError(found=present, known=max(known))
    return present


def _lock(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    connection.execute("SET LOCAL lock_timeout = '10s'")
    # Every login of the server can take any advisory lock. No person has a use for this one.
    connection.execute(_END_STRANGERS, (_LOCK >> 32, _LOCK & 0xFFFF_FFFF))
    connection.execute(_RUNNING, (_LOCK,))


def _run(connection: psycopg.Connection[tuple[object, ...]], script: str) -> None:
    """Run a script of this package, which may have many statements and takes no values."""
    connection.execute(script.encode("utf-8"))

"""P3 on PostgreSQL, by the catalogue: who could read or write what, over every object there is."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.attack.raw_checks import Connection
from tests.storage.postgres_team import SharedDatabase

GROUPS = (
    "watchword_agent", "watchword_lead", "watchword_admin", "watchword_portal", "watchword_invited",
)  # fmt: skip
PEOPLE = ("agent", "lead", "admin", "portal")
EVERYBODY = (*GROUPS, *PEOPLE)

READABLE = {
    "watchword_agent": {"customers", "policy", "schema_step"},
    "watchword_lead": {"journal_entries", "journal_marks"},
    "watchword_admin": set(),
    "watchword_portal": set(),
    "watchword_invited": set(),
}  # fmt: skip
INCLUDES = {
    "watchword_agent": ("watchword_agent",),
    "watchword_lead": ("watchword_agent", "watchword_lead"),
    "watchword_admin": ("watchword_agent", "watchword_lead", "watchword_admin"),
    "watchword_portal": ("watchword_portal",),
    "watchword_invited": ("watchword_invited",),
}
SECRET_TABLES = ("credential", "attempt", "journal", "journal_personal", "person_budget", "person")
SECRET_COLUMNS = ("verifier", "digest_hash")
CLAUSES = {
    "search_path=watchword, pg_catalog, pg_temp",
    "client_min_messages=error",
    "debug_print_parse=off",
    "debug_print_rewritten=off",
    "debug_print_plan=off",
}


@pytest.fixture
def catalogue(shared: SharedDatabase) -> Iterator[Connection]:
    """The catalogue of a database, and a connection that sees all of it."""
    with shared.as_superuser() as connection:
        yield connection


def column(connection: Connection, query: str, *values: object) -> list[str]:
    return [str(row[0]) for row in connection.execute(query.encode(), values).fetchall()]


RELATIONS = (
    "SELECT c.relname FROM pg_class AS c"
    " WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'watchword%%')"
    " AND c.relkind IN ('r', 'v', 'm', 'p', 'f') ORDER BY 1"
)


def test_relations_are_read_through_what_is_meant_for_it(catalogue: Connection) -> None:
    """Each group reads exactly its views, column by column; nobody but a lead stages rows."""
    for group in GROUPS:
        readable = {name for part in INCLUDES[group] for name in READABLE[part]}
        for name in column(catalogue, RELATIONS):
            rights = {
                right
                for right in ("SELECT", "INSERT", "UPDATE", "REFERENCES")
                if column(
                    catalogue,
                    "SELECT has_any_column_privilege(%s, %s, %s)",
                    group,
                    f"watchword.{name}",
                    right,
                )
                == ["True"]
            }
            stages = name == "customer_staging" and "watchword_lead" in INCLUDES[group]
            expected = {"SELECT"} if name in readable else {"INSERT"} if stages else set()
            assert rights == expected, (group, name)
            for right in ("DELETE", "TRUNCATE", "TRIGGER"):
                held = column(
                    catalogue,
                    "SELECT has_table_privilege(%s, %s, %s)",
                    group,
                    f"watchword.{name}",
                    right,
                )
                assert held == ["False"], (group, name, right)


def test_people_have_no_more_than_their_group(catalogue: Connection) -> None:
    """No login owns anything or is granted anything but its group and the way in."""
    for login in PEOPLE:
        groups = column(
            catalogue,
            "SELECT pg_get_userbyid(roleid) FROM pg_auth_members WHERE member = %s::regrole",
            login,
        )
        assert groups == [f"watchword_{login}"]
        owned = column(
            catalogue, "SELECT relname FROM pg_class WHERE relowner = %s::regrole", login
        )
        assert owned == []
        granted = column(
            catalogue,
            "SELECT c.relname FROM pg_class AS c, aclexplode(c.relacl) AS a"
            " WHERE a.grantee = %s::regrole",
            login,
        )
        assert granted == []


def test_no_view_shows_a_secret_column(catalogue: Connection) -> None:
    """Views depend on no column of a password or an attempt; only the journal's are a lead's."""
    behind = catalogue.execute(
        "SELECT DISTINCT v.relname, t.relname FROM pg_rewrite AS r"
        " JOIN pg_class AS v ON v.oid = r.ev_class"
        " JOIN pg_depend AS d ON d.objid = r.oid AND d.classid = 'pg_rewrite'::regclass"
        " JOIN pg_class AS t ON t.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass"
        " WHERE v.relnamespace = 'watchword'::regnamespace AND t.oid <> v.oid"
    ).fetchall()
    assert behind
    secret = {(view, table) for view, table in behind if table in SECRET_TABLES}
    assert secret == {("journal_entries", "journal"), ("journal_entries", "journal_personal")}


def test_secret_columns_stand_in_their_tables_only(catalogue: Connection) -> None:
    """No other relation, and no function's answer, has a column of that name."""
    places = catalogue.execute(
        "SELECT c.relname, a.attname"
        " FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid"
        " WHERE c.relnamespace = 'watchword'::regnamespace AND a.attname = ANY (%s)"
        " AND c.relkind IN ('r', 'v', 'c')",
        (list(SECRET_COLUMNS),),
    ).fetchall()
    assert set(places) == {("credential", "verifier"), ("attempt", "digest_hash")}
    answers = column(
        catalogue,
        "SELECT proname FROM pg_proc, unnest(proargnames, proargmodes) AS argument (name, mode)"
        " WHERE pronamespace = 'watchword'::regnamespace AND mode IN ('o', 'b', 't')"
        " AND name = ANY (%s)",
        list(SECRET_COLUMNS),
    )
    assert answers == []


def test_every_function_has_every_clause(catalogue: Connection) -> None:
    """It runs as the owner, looks names up here first, and prints no plans."""
    functions = catalogue.execute(
        "SELECT proname, prosecdef, proconfig, pg_get_userbyid(proowner), prokind FROM pg_proc"
        " WHERE pronamespace = 'watchword'::regnamespace"
    ).fetchall()
    assert len(functions) > 50
    for name, is_definer, settings, owner, kind in functions:
        assert (is_definer, owner, kind) == (True, "watchword_owner", "f"), name
        assert isinstance(settings, list), name
        assert set(settings) >= CLAUSES, name


OPEN_TO_ALL = (
    (
        "SELECT proname FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) AS a"
        " WHERE pronamespace = 'watchword'::regnamespace AND a.grantee = 0"
    ),
    (
        "SELECT relname FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) AS a"
        " WHERE relnamespace = 'watchword'::regnamespace AND a.grantee = 0"
    ),
    (
        "SELECT typname FROM pg_type, aclexplode(coalesce(typacl, acldefault('T', typowner))) AS a"
        " WHERE typname IN ('standing', 'change') AND a.grantee = 0"
        " AND typnamespace = 'watchword'::regnamespace"
    ),
)


def test_nothing_is_everybodys(catalogue: Connection) -> None:
    """PUBLIC may run no function, use no schema, read no relation, and not even connect."""
    for query in OPEN_TO_ALL:
        assert column(catalogue, query) == []
    schemas = column(
        catalogue,
        "SELECT nspname FROM pg_namespace, aclexplode(nspacl) AS a WHERE a.grantee = 0"
        " AND nspname NOT IN ('pg_catalog', 'information_schema')",
    )
    assert schemas == []
    database = column(
        catalogue,
        "SELECT a.privilege_type FROM pg_database,"
        " aclexplode(coalesce(datacl, acldefault('d', datdba))) AS a"
        " WHERE a.grantee = 0 AND datname = current_database()",
    )
    assert database == []


def test_nobody_can_make_anything(catalogue: Connection) -> None:
    """No schema to create in, no temporary tables, no right over roles."""
    for role in EVERYBODY:
        assert (
            column(
                catalogue,
                "SELECT nspname FROM pg_namespace WHERE has_schema_privilege(%s, oid, 'CREATE')",
                role,
            )
            == []
        )
        for right in ("CREATE", "TEMPORARY"):
            assert column(
                catalogue,
                "SELECT has_database_privilege(%s, current_database(), %s)",
                role,
                right,
            ) == ["False"]
    powerful = column(
        catalogue,
        "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)"
        " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)",
        list(EVERYBODY),
    )
    assert powerful == []
    logins = column(
        catalogue,
        "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname LIKE 'watchword%%'",
    )
    assert logins == []


def test_what_is_made_later_is_closed_too(shared: SharedDatabase) -> None:
    """A function or table of the next version is nobody's until it is granted."""
    with shared.as_owner() as owner:
        owner.execute("CREATE FUNCTION watchword.later() RETURNS int LANGUAGE sql AS 'SELECT 1'")
        owner.execute("CREATE TABLE watchword.later_table (x int)")
    with shared.connect("admin") as admin:
        for statement in ("SELECT watchword.later()", "SELECT * FROM watchword.later_table"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                admin.execute(statement.encode())


def test_functions_are_granted_by_name(catalogue: Connection) -> None:
    """The portal has three; helpers are nobody's; only admins change rules and people."""

    def granted(group: str) -> set[str]:
        return set(
            column(
                catalogue,
                "SELECT proname FROM pg_proc, aclexplode(proacl) AS a"
                " WHERE pronamespace = 'watchword'::regnamespace AND a.grantee = %s::regrole",
                group,
            )
        )

    assert granted("watchword_portal") == {"whoami", "portal_customer", "portal_set_password"}
    assert granted("watchword_admin") == {
        "save_policy", "people", "add_person", "invite_person", "change_role", "close_login",
        "reset_person",
        "remove_person", "end_sessions", "announce_key", "start_key", "key_holders",
    }  # fmt: skip
    assert granted("watchword_invited") == {"whoami", "accept_invitation"}
    helpers = {
        "anchor_is_recorded", "begin_people_change", "clear_credential", "consequences",
        "end_sessions_of", "import_doubles", "import_is_journalled", "import_known", "import_new",
        "is_owner",
        "is_waited_for", "keep_refusal", "lock_credential", "lock_customers",
        "lock_for_check", "make_login", "make_search_index", "moment",
        "pause_if_used_up", "require_current_key", "require_person", "start_announced_key",
        "require_details", "require_import", "store_password", "take_back", "take_person",
        "workstation",
        "write_phones", "write_journal",
    }  # fmt: skip
    for group in GROUPS:
        assert not granted(group) & helpers


def test_a_login_of_another_database_does_not_get_in(shared: SharedDatabase) -> None:
    """The groups belong to the whole server, the way into a database to single logins."""
    with shared.as_superuser() as server:
        server.execute("DROP ROLE IF EXISTS stranger")
        server.execute("CREATE ROLE stranger LOGIN PASSWORD 'x' IN ROLE watchword_admin")
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            shared.team.server.connect(shared.name, "stranger", "x")
        server.execute(f"GRANT CONNECT ON DATABASE {shared.name} TO stranger".encode())
        with shared.team.server.connect(shared.name, "stranger", "x") as stranger:
            for call in ("challenge(1)", "journal_head()", "save_policy('{}')", "keys_in_use()"):
                with pytest.raises(psycopg.Error) as refused:
                    stranger.execute(f"SELECT watchword.{call}".encode())
                assert refused.value.sqlstate == "WW002"
        server.execute(f"REVOKE CONNECT ON DATABASE {shared.name} FROM stranger".encode())
        server.execute("DROP ROLE stranger")

"""The rules as the database guards them, whatever a client leaves out."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.types.json import Jsonb

from desktop_app.core.policy import Policy
from tests.storage.engines import ADMIN
from tests.storage.postgres_team import PostgresTeam, SharedDatabase


@pytest.fixture
def shared(postgres_team: PostgresTeam) -> Iterator[SharedDatabase]:
    """An empty team database."""
    database = SharedDatabase(postgres_team)
    yield database
    database.close()


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("check_methods", []),
        ("check_methods", [""]),
        ("check_methods", ["callback", None]),
        ("check_methods", ["callback", ""]),
        ("check_methods", ["x" * 61]),
        ("check_methods", ["two\nlines"]),
        ("check_methods", [f"check {number}" for number in range(51)]),
        ("text_after_match_de", "x" * 2_001),
        ("text_after_match_en", "x" * 2_001),
        ("text_without_match_de", "x" * 2_001),
        ("text_without_match_en", "x" * 2_001),
    ],
)
def test_the_table_refuses_what_no_window_would_send(
    shared: SharedDatabase, rule: str, value: object
) -> None:
    """By the constraint of that rule; the policy stays as it was."""
    with shared.connect(ADMIN.login) as connection:
        with pytest.raises(psycopg.errors.CheckViolation) as refused:
            connection.execute("SELECT watchword.save_policy(%s)", (Jsonb({rule: value}),))
        assert refused.value.diag.constraint_name == f"policy_{rule}_check"
    assert shared.open(ADMIN).policies.load() == Policy()


def test_fifty_long_names_are_taken(shared: SharedDatabase) -> None:
    """The largest list there can be."""
    names = tuple(f"{number:02} {'ä' * 57}" for number in range(50))
    policies = shared.open(ADMIN).policies
    policies.save(Policy(check_methods=names))
    assert policies.load().check_methods == names

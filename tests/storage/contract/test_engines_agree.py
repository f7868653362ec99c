"""Both engines find the same customers, as the same kinds of hits, in the same order."""

import random
from collections.abc import Iterator

import pytest

from desktop_app.core.entities import CustomerDraft, HitKind, ImportRow
from desktop_app.core.invented_customers import invent_customers
from desktop_app.core.ports import CustomerStore
from tests.storage.engines import ADMIN, LEAD, SqliteEngine
from tests.storage.postgres_team import PostgresTeam, SharedDatabase

FIELDS = frozenset({"name", "company", "phones", "emails", "domains", "active"})
# Its parts of three characters are in everybody here, together only in the last.
SCATTERED = [
    CustomerDraft(number=f"S-{place}", name="Hopfen Pfenat Fenwe Enwagen Nwa Opf Wag")
    for place in range(150)
]
HIDDEN = CustomerDraft(number="S-hidden", name="Hopfenwagner")


@pytest.fixture(scope="module")
def both(
    postgres_team: PostgresTeam, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[CustomerStore, CustomerStore]]:
    """The customers of a workstation and of a team, the same in both."""
    workstation = SqliteEngine(tmp_path_factory.mktemp("engines"))
    team = SharedDatabase(postgres_team)
    stores = (workstation.open(ADMIN).customers, team.open(LEAD).customers)
    drafts = [*SCATTERED, *invent_customers(4_000, seed=3), HIDDEN]
    for store in stores:
        store.import_rows(
            [ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)],
            FIELDS,
            source="list.csv",
            trial=False,
            on_reject=lambda rejected: pytest.fail(str(rejected)),
            on_progress=lambda _: None,
        )
    yield stores
    workstation.close()
    team.close()


def found(store: CustomerStore, typed: str, limit: int) -> list[tuple[str, HitKind]]:
    return [(hit.customer.number, hit.kind) for hit in store.search(typed, limit).hits]


def typed_texts(seed: int) -> Iterator[str]:
    """Whole fields, their beginnings and inner parts, initials, and what fingers slip into."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    drafts = list(invent_customers(4_000, seed=3))
    for _ in range(150):
        draft = draw.choice(drafts)
        text = draw.choice([draft.name, draft.company, draft.number, *draft.emails]) or "x"
        start = draw.randrange(len(text))
        yield text
        yield text[: start + 1]
        yield text[start : start + draw.randrange(1, 9)]
        yield " ".join(word[: draw.randrange(1, 4)] for word in text.split())
        yield draw.choice("abcdefgks") + draw.choice(".-, ") + draw.choice("abcdefgks1")


@pytest.mark.parametrize("limit", [5, 50])
def test_the_engines_agree(both: tuple[CustomerStore, CustomerStore], limit: int) -> None:
    """Whatever is typed, also initials that half of all customers have."""
    workstation, team = both
    for typed in typed_texts(limit):
        assert found(workstation, typed, limit) == found(team, typed, limit), typed


def test_an_inner_part_is_found_behind_many_who_only_have_its_pieces(
    both: tuple[CustomerStore, CustomerStore],
) -> None:
    """However many customers an index names in vain."""
    for store in both:
        assert found(store, "opfenwag", 50) == [("S-hidden", HitKind.INNER)]

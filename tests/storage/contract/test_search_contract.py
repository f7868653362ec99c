"""The search finds a small known crowd the same way on every engine."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.entities import (
    Customer,
    CustomerDraft,
    HitKind,
    ImportRow,
    PasswordState,
    SearchResult,
)
from desktop_app.core.invented_customers import invent_customers
from desktop_app.core.ports import Storage
from tests.storage.engines import add_customer, check, set_password

CROWD = (
    CustomerDraft(
        number="104233",
        name="Anja Müller",
        company="Müller & Söhne Webdesign GmbH",
        phones=("+4968515550137",),
        emails=("anja@mueller-soehne.example",),
        domains=("mueller-soehne.example", "webdesign-anja.example"),
    ),
    CustomerDraft(number="104871", name="Bernd Mueller", phones=("+496815550142",)),
    CustomerDraft(number="101950", name="Katharina Müllner", active=False),
    CustomerDraft(number="102000", name="Zacharias Müllner"),
    CustomerDraft(number="108412", name="Tim Mulder", company="Mulder Logistics B.V."),
    CustomerDraft(number="103318", name="Georg Stein", company="Stimulus Events"),
    CustomerDraft(number="110001", name="Peter Meyer", phones=("+498951234567 ext. 12",)),
    CustomerDraft(number="110002", name="Petra Maier", phones=("06894 / 555-0142",)),
    CustomerDraft(number="110003", name="Otto Mayr-Groß", phones=("+390655501234",)),
    CustomerDraft(number="ALFKI", name="Siobhán O'Brien", company="Bon app'"),
    CustomerDraft(number="K-77", name="Łukasz Wiśniewski", phones=("+74951234567",)),
    CustomerDraft(number="6851", name="", company="24 Stunden Pflege"),
    CustomerDraft(number="100%_x", name='Die "Quelle" (AND)', company="a*b"),
    CustomerDraft(number="日本1", name="田中 ゆき", company="Ωμέγα"),
)


@pytest.fixture
def crowd(lead: Storage) -> Storage:
    """A database with the crowd in it."""
    for draft in CROWD:
        lead.customers.add(draft)
    return lead


def numbers(result: SearchResult) -> list[str]:
    return [hit.customer.number for hit in result.hits]


def kinds(result: SearchResult) -> list[tuple[str, HitKind]]:
    return [(hit.customer.number, hit.kind) for hit in result.hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("104233", [("104233", HitKind.NUMBER)]),
        (" 104 233 ", [("104233", HitKind.NUMBER)]),
        ("alfki", [("ALFKI", HitKind.NUMBER)]),
        ("alf", [("ALFKI", HitKind.PREFIX)]),
        ("k-77", [("K-77", HitKind.NUMBER)]),
        ("1042", [("104233", HitKind.PREFIX)]),
        ("4233", [("104233", HitKind.INNER)]),
        ("日本1", [("日本1", HitKind.NUMBER)]),
        ("+49 6851 5550137", [("104233", HitKind.PHONE)]),
        ("0049 (0) 6851 / 555-0137", [("104233", HitKind.PHONE)]),
        ("06851/5550137", [("104233", HitKind.PHONE)]),
        ("4968515550137", [("104233", HitKind.PHONE)]),
        ("+49 6851 555", [("104233", HitKind.PREFIX)]),
        ("06851555", [("104233", HitKind.PREFIX)]),
        ("5550137", [("104233", HitKind.INNER)]),
        ("+49 89 51234567-12", [("110001", HitKind.PHONE)]),
        ("089 51234567", [("110001", HitKind.PHONE)]),
        ("06894 5550142", [("110002", HitKind.PHONE)]),
        ("+49 6894 5550142", [("110002", HitKind.PHONE)]),
        ("+43 6851 5550137", []),
        ("+39 06 55501234", [("110003", HitKind.PHONE)]),
        ("8 495 123-45-67", [("K-77", HitKind.PHONE)]),
        ("6851", [("6851", HitKind.NUMBER), ("104233", HitKind.PREFIX)]),
        ("anja müller", [("104233", HitKind.PREFIX)]),
        ("mull anj", [("104233", HitKind.PREFIX)]),
        ("müller 104233", [("104233", HitKind.PREFIX)]),
        ("mülder", [("108412", HitKind.PREFIX)]),
        ("obrien", [("ALFKI", HitKind.PREFIX)]),
        ("o’brien", [("ALFKI", HitKind.PREFIX)]),
        ("siobhan", [("ALFKI", HitKind.PREFIX)]),
        ("brien", [("ALFKI", HitKind.INNER)]),
        ("lukasz wis", [("K-77", HitKind.PREFIX)]),
        ("gross", [("110003", HitKind.PREFIX)]),
        ("anja@muel", [("104233", HitKind.PREFIX)]),
        ("mueller-soehne.example", [("104233", HitKind.PREFIX)]),
        ("webdesign-anja", [("104233", HitKind.PREFIX)]),
        ("soehn", [("104233", HitKind.PREFIX)]),
        ("ogisti", [("108412", HitKind.INNER)]),
        ("ller webd", [("104233", HitKind.INNER)]),
        ("24 std", []),
        ("24 stun", [("6851", HitKind.PREFIX)]),
        ("田中", [("日本1", HitKind.PREFIX)]),
        ("ωμεγα", [("日本1", HitKind.PREFIX)]),
        ("stimm mulder", []),
    ],
)
def test_a_search_finds_what_was_meant(
    crowd: Storage, typed: str, expected: list[tuple[str, HitKind]]
) -> None:
    """Numbers, telephones in any notation, names, companies, addresses: whole, begun, inside."""
    assert kinds(crowd.customers.search(typed)) == expected


def test_better_hits_come_first(crowd: Storage) -> None:
    """Whole words, then beginnings, then inner parts; in each by name, the inactive last."""
    assert kinds(crowd.customers.search("mul")) == [
        ("104233", HitKind.PREFIX),
        ("104871", HitKind.PREFIX),
        ("108412", HitKind.PREFIX),
        ("102000", HitKind.PREFIX),
        ("101950", HitKind.PREFIX),
        ("103318", HitKind.INNER),
    ]
    assert numbers(crowd.customers.search("Mueller"))[:2] == ["104233", "104871"]


def test_what_sounds_alike_comes_last(crowd: Storage) -> None:
    """A caller's name is heard, not read."""
    assert kinds(crowd.customers.search("Maier")) == [
        ("110002", HitKind.PREFIX),
        ("110003", HitKind.SOUND),
        ("110001", HitKind.SOUND),
    ]
    assert kinds(crowd.customers.search("Majer Peter")) == [
        ("110001", HitKind.SOUND),
        ("110002", HitKind.SOUND),
    ]


@pytest.mark.parametrize("typed", ["zzzz", "seh"])
def test_noise_sounds_like_nobody(lead: Storage, typed: str) -> None:
    """A single sound is no likeness: *Blauer See* is not found by it, but by its name."""
    lead.customers.add(CustomerDraft(number="1", company="Blauer See"))
    assert not lead.customers.search(typed).hits
    assert kinds(lead.customers.search("see")) == [("1", HitKind.PREFIX)]


@pytest.mark.parametrize(("typed", "stored"), [("Meyer", "Maier"), ("Schmidt", "Schmitt")])
def test_misheard_names_find_each_other(lead: Storage, typed: str, stored: str) -> None:
    """In both directions."""
    for heard, written, number in ((typed, stored, "1"), (stored, typed, "2")):
        lead.customers.add(CustomerDraft(number=number, name=written))
        assert (number, HitKind.SOUND) in kinds(lead.customers.search(heard))


@pytest.mark.parametrize("typed", ["m", "M", "ö", "2", "z"])
def test_one_character_is_enough(crowd: Storage, typed: str) -> None:
    """The first key shows something already."""
    assert crowd.customers.search(typed).hits


@pytest.mark.parametrize(
    "typed", ["%", "_", "*", '"', "'", "?", "--", "a%", "m*", "\\", "§67", "^"]
)
def test_wildcards_are_plain_text(crowd: Storage, typed: str) -> None:
    """Nothing that is typed widens a search beyond its letters and digits."""
    letters = "".join(filter(str.isalnum, typed))
    expected = numbers(crowd.customers.search(letters)) if letters else []
    assert set(numbers(crowd.customers.search(typed))) == set(expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("AND", ["100%_x"]),
        ('"quelle"', ["100%_x"]),
        ("OR", []),
        ("NOT", []),
        ("100%_x", ["100%_x"]),
    ],
)
def test_operators_are_words(crowd: Storage, typed: str, expected: Sequence[str]) -> None:
    """A company may be called AND."""
    prefix = [hit for hit in crowd.customers.search(typed).hits if hit.kind is not HitKind.SOUND]
    assert [hit.customer.number for hit in prefix if hit.kind is not HitKind.INNER] == expected


@pytest.mark.parametrize(
    "typed", ["", " ", "\0", "😀", "...", "x" * 10_000, "a b " * 2_500, "\ud800", "\u202e"]
)
def test_what_nobody_means_finds_nobody(crowd: Storage, typed: str) -> None:
    """And raises nothing."""
    assert crowd.customers.search(typed) == SearchResult(typed, (), more=False)


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(typed=st.text(max_size=30) | st.text(alphabet="\"'*()^:-+%_§ aeuml49", max_size=15))
def test_no_text_breaks_the_search(crowd: Storage, typed: str) -> None:
    """Whatever a keyboard, a clipboard or a telephone system sends."""
    assert crowd.customers.search(typed, 5).text == typed


def test_the_limit_cuts_and_says_so(lead: Storage) -> None:
    """``more`` tells that typing on would help."""
    rows = [ImportRow(line, draft) for line, draft in enumerate(invent_customers(400), start=2)]
    _import(lead, rows)
    few = lead.customers.search("an", 3)
    assert len(few.hits) == 3
    assert few.more
    everything = lead.customers.search("nobody-is-called-so", 3)
    assert not everything.more


def test_among_many_each_is_found_by_everything_of_its_own(lead: Storage) -> None:
    """Also when a hundred others share a part of it."""
    drafts = list(invent_customers(1_500, seed=3))
    _import(lead, [ImportRow(line, draft) for line, draft in enumerate(drafts, start=2)])
    for draft in drafts[::60]:
        asked = [draft.number, draft.name, *draft.phones, *draft.emails, *draft.domains]
        for typed in filter(None, asked):
            assert draft.number in numbers(lead.customers.search(typed, 200)), typed


def test_a_hit_shows_state_and_caution(crowd: Storage) -> None:
    """The table needs no second question."""
    anja = crowd.customers.find_number("104233")
    set_password(crowd, anja)
    crowd.customers.raise_caution(anja.id, "caller tried three birthdays")
    (hit,) = crowd.customers.search("anja").hits
    assert (hit.state, hit.caution) == (PasswordState.SET, True)
    (other,) = crowd.customers.search("mulder").hits
    assert (other.state, other.caution) == (PasswordState.NONE, False)
    for _ in range(5):
        check(crowd, anja, "wrong")
    assert crowd.customers.search("anja").hits[0].state is PasswordState.LOCKED


def test_a_receipt_finds_its_customer(crowd: Storage) -> None:
    """A ticket names a receipt; nobody else is shown with it."""
    anja = crowd.customers.find_number("104233")
    receipt = crowd.customers.raise_caution(anja.id, "be careful").receipt
    result = crowd.customers.search(receipt.lower())
    assert kinds(result) == [("104233", HitKind.RECEIPT)]
    assert kinds(crowd.customers.search("VW-0000-0000")) == []


def test_the_index_follows_every_change(lead: Storage) -> None:
    """The old name finds nobody, the new one does."""
    before = add_customer(lead)
    after = Customer(
        id=before.id, number="200000", name="Jonas Neumann", phones=("+4968515550199",)
    )
    lead.customers.change(before, after)
    for typed in ("weber", "104233", "ebe"):
        assert numbers(lead.customers.search(typed)) == []
    for typed in ("neumann", "200000", "06851 5550199", "euman"):
        assert numbers(lead.customers.search(typed)) == ["200000"]


def _import(storage: Storage, rows: list[ImportRow]) -> None:
    storage.customers.import_rows(
        rows,
        frozenset({"name", "company", "phones", "emails", "domains", "active"}),
        source="list.csv",
        trial=False,
        on_reject=lambda rejected: pytest.fail(str(rejected)),
        on_progress=lambda _: None,
    )

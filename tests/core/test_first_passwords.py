"""First passwords for many: what is drawn, what is left out, and what ends it."""

from datetime import timedelta

import pytest

from desktop_app.core.entities import (
    FIRST_USE_WITHIN,
    Answer,
    Customer,
    CustomerDraft,
    PasswordState,
)
from desktop_app.core.errors import FieldRefusedError, KeyringLockedError, StorageError
from desktop_app.core.first_password_ports import Candidate, Lacking, Wanted
from desktop_app.core.first_passwords import FirstPassword, FirstPasswords
from desktop_app.core.policy import Policy
from desktop_app.core.search_terms import beginnings, has_beginnings
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester
from tests.gui.fakes import FakeKeys, FakeStorage, session_of

REASON = "Introduction"


@pytest.fixture
def storage() -> FakeStorage:
    return FakeStorage()


@pytest.fixture
def customers(storage: FakeStorage) -> list[Customer]:
    """One in each language, and one whose language nobody knows."""
    return [
        storage.customers.add(CustomerDraft(number=str(number), language=language))
        for number, language in ((1, "de"), (2, "en"), (3, ""))
    ]


@pytest.fixture
def first(storage: FakeStorage) -> FirstPasswords:
    return first_passwords(storage)


def first_passwords(
    storage: FakeStorage, keys: FakeKeys | None = None, suggester: Suggester | None = None
) -> FirstPasswords:
    return FirstPasswords(
        storage.first_passwords,
        storage.credentials,
        storage.policies,
        keys or FakeKeys(),
        suggester or Suggester(),
    )


def listed(customers: list[Customer]) -> tuple[Candidate, ...]:
    """As those without a password are listed."""
    return tuple(map(Candidate, customers))


def state(storage: FakeStorage, customer: Customer) -> PasswordState:
    return storage.customers.details(customer.id).standing.state


def test_everybody_gets_a_password_that_matches(
    storage: FakeStorage, first: FirstPasswords, customers: list[Customer]
) -> None:
    """In their language, else in the one given; valid for 60 days from the database's moment."""
    made = list(first.make(listed(customers), f"  {REASON} ", "en"))
    verify = session_of(storage, FakeKeys()).verify
    for customer, each in zip(customers, made, strict=True):
        assert isinstance(each, FirstPassword)
        assert each.customer == customer
        assert each.language == (customer.language or "en")
        assert each.valid_until == each.at + FIRST_USE_WITHIN == storage.clock() + FIRST_USE_WITHIN
        assert str(each.text) == "•••"
        verdict = verify.check(verify.open(customer.id), each.text).verdict
        assert verdict.answer is Answer.MATCHES


def test_whoever_is_gone_or_has_a_password_comes_back(
    storage: FakeStorage, first: FirstPasswords, customers: list[Customer]
) -> None:
    """And the next one is made all the same."""
    storage.put_password(customers[0], "Zebra 58", FakeKeys())
    gone = Customer(id=999, number="999")
    made = list(first.make(listed([customers[0], gone, customers[1]]), REASON, "de"))
    assert made[:2] == [customers[0], gone]
    assert isinstance(made[2], FirstPassword)


def test_nothing_is_made_before_it_is_asked_for(
    storage: FakeStorage, first: FirstPasswords, customers: list[Customer]
) -> None:
    """Whoever stops asking has what was made, and nobody else has got a password."""
    steps = first.make(listed(customers), REASON, "de")
    assert "set_first" not in storage.calls
    next(steps)
    assert [state(storage, each) for each in customers] == [
        PasswordState.SET, PasswordState.NONE, PasswordState.NONE,
    ]  # fmt: skip


@pytest.mark.parametrize(("reason", "why"), [(" ", "empty"), ("x" * 501, "too-long")])
def test_a_reason_is_needed(
    storage: FakeStorage, first: FirstPasswords, customers: list[Customer], reason: str, why: str
) -> None:
    """One that can be kept."""
    with pytest.raises(FieldRefusedError) as refused:
        next(first.make(listed(customers), reason, "de"))
    assert (refused.value.field, refused.value.reason) == ("reason", why)
    assert "set_first" not in storage.calls


def test_without_a_key_nothing_is_made(storage: FakeStorage, customers: list[Customer]) -> None:
    """It is fetched once, before the first password."""
    keys = FakeKeys()
    keys.failure = KeyringLockedError()
    with pytest.raises(KeyringLockedError):
        next(first_passwords(storage, keys).make(listed(customers), REASON, "de"))
    assert "set_first" not in storage.calls


def test_a_database_that_fails_ends_it(
    storage: FakeStorage, first: FirstPasswords, customers: list[Customer]
) -> None:
    """What was made before has been handed out already."""
    storage.first_passwords.failure, storage.first_passwords.fails_after = StorageError(), 1
    steps = first.make(listed(customers), REASON, "de")
    assert isinstance(next(steps), FirstPassword)
    with pytest.raises(StorageError):
        next(steps)


def test_a_list_read_before_anothers_letters_ends_none_of_them(
    storage: FakeStorage, customers: list[Customer]
) -> None:
    """The second lead gets the customers back; an older letter, read as such, is replaced."""
    candidates = listed(customers)
    [older, *_] = list(first_passwords(storage).make(candidates, REASON, "de"))
    assert list(first_passwords(storage).make(candidates, REASON, "de")) == customers
    assert isinstance(older, FirstPassword)
    storage.clock.advance(timedelta(seconds=1))
    again = Candidate(customers[0], older.at)
    [newer] = first_passwords(storage).make([again], REASON, "de")
    assert isinstance(newer, FirstPassword)
    assert list(first_passwords(storage).make([again], REASON, "de")) == customers[:1]


def test_a_password_stored_while_the_answer_was_lost_is_replaced(
    storage: FakeStorage, first: FirstPasswords, customers: list[Customer]
) -> None:
    """By the same run only: its letter was never printed. Another's would have been."""
    [candidate] = listed(customers[:1])
    storage.first_passwords.answer_lost = True
    with pytest.raises(StorageError):
        next(first.make([candidate], REASON, "de"))
    storage.first_passwords.answer_lost = False
    storage.clock.advance(timedelta(seconds=1))
    assert list(first_passwords(storage).make([candidate], REASON, "de")) == customers[:1]
    assert isinstance(next(first.make([candidate], REASON, "de")), FirstPassword)
    assert list(first.make([candidate], REASON, "de")) == customers[:1]


class StutteringSuggester(Suggester):
    """Draws everything twice."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn = 0

    def draw(
        self, language: str, policy: Policy, customer: CustomerDraft, *, words: int
    ) -> Secret[str]:
        self._drawn += 1
        return Secret(f"Ahorn Laterne {20 + self._drawn // 2}")


def test_no_two_customers_have_the_same(storage: FakeStorage, customers: list[Customer]) -> None:
    """What was drawn already is drawn anew."""
    first = first_passwords(storage, suggester=StutteringSuggester())
    made = [
        each
        for each in first.make(listed(customers), REASON, "de")
        if isinstance(each, FirstPassword)
    ]
    assert len({each.text.reveal() for each in made}) == len(customers)


def test_candidates_are_those_of_the_store(
    storage: FakeStorage, first: FirstPasswords, customers: list[Customer]
) -> None:
    """First those without a password, then those whose letter is not used."""
    assert first.candidates(Wanted()).found == listed(customers)
    made = next(first.make(listed(customers), REASON, "de"))
    assert isinstance(made, FirstPassword)
    assert first.candidates(Wanted()).found == listed(customers[1:])
    assert first.candidates(Wanted(Lacking.UNUSED_LETTER)).found == (
        Candidate(customers[0], made.at),
    )


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("shortest", [4, 32])
def test_a_drawn_password_has_two_words_or_more(language: str, shortest: int) -> None:
    """And keeps the rules; 500 of them are hardly guessed at with ten tries each."""
    policy = Policy(shortest_password=shortest)
    suggester = Suggester()
    draft = CustomerDraft(number="1", name="Anna Müller")
    seen = {suggester.draw(language, policy, draft, words=2).reveal() for _ in range(50)}
    assert len(seen) == 50
    assert all(len(text.split()) >= 3 for text in seen)
    assert suggester.guess_chance(language, Policy()) > 1_000


def test_a_drawn_password_is_drawn_again_where_it_breaks_a_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One of the customer's own words is none for them."""
    suggester = Suggester()
    suggester._words["de"] = ("ahorn", "laterne")
    draft = CustomerDraft(number="1", name="Laterne")
    for _ in range(20):
        text = suggester.draw("de", Policy(), draft, words=2).reveal()
        assert text.startswith("Ahorn Ahorn ")


@pytest.mark.parametrize(
    ("text", "found"),
    [("", True), ("MÜL", True), ("muel weber", True), ("uller", False), ("web x", False)],
)
def test_beginnings_are_folded_like_a_search(text: str, found: bool) -> None:  # noqa: FBT001
    """Each word of the text begins one of the customer's."""
    draft = CustomerDraft(number="1", name="Anna Müller", company="Weber GmbH")
    assert has_beginnings(draft, beginnings(text)) is found


def test_beginnings_are_few() -> None:
    """However long the text is, and each once."""
    assert len(beginnings("ab cd " * 500)) == 2
    assert len(beginnings(" ".join(f"a{number}" for number in range(50)))) == 8

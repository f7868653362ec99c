"""The stages of a customer search, the same on every engine: good hits first, stop when enough.

Nothing is ranked inside an index. Each stage asks the engine for places of customers, reads those
rows, makes sure of the match in them, and orders them: active customers before inactive ones, then
by part text (which begins with the folded name), then by number, both by code point. Where a stage
has more hits than are wanted, it takes those that were entered first. What an index answers beside
the hits changes nothing but the time: a stage asks for more places until it has enough hits, so
every engine finds the same, unless the index of one names hundreds of customers in vain.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from desktop_app.core.entities import Customer, HitKind, PasswordState, SearchHit, SearchResult
from desktop_app.core.phones import PhoneKey, PhoneQuery, phone_keys, split_calling_code
from desktop_app.core.receipts import looks_like_receipt
from desktop_app.core.search_terms import (
    PART_LENGTH,
    Parts,
    SearchTerms,
    parts_of,
    search_terms,
    sound_token,
)

ENOUGH_WITHOUT_SOUND: Final = 10
# Rows that are read to see whether they are hits: most of what a search costs.
_MOST_READ: Final = 120
_SMALLEST_PAGE: Final = 10
_SAMPLE: Final = 12
# Where an index answers with little that is a hit: how much more is asked for, and at most.
_FEW: Final = 4  # one in so many
_MORE: Final = 4
_MOST_ASKED: Final = 480


class Candidate(NamedTuple):
    """A customer's row with what a hit needs."""

    place: int
    customer: Customer
    state: PasswordState
    caution: bool


class Places(NamedTuple):
    """Where a number was found: as a whole, and as the beginning of longer ones."""

    whole: Sequence[int]
    beginning: Sequence[int]


class Lookups(Protocol):
    """What an engine's index answers.

    A place is the engine's own small number of a customer, counted up in the order of entry.
    """

    def receipt(self, receipt: str) -> Sequence[int]:
        """The customer of the journal entry with this receipt, if there is one."""
        ...

    def numbers(self, spellings: Sequence[str], limit: int) -> Places:
        """The customers with one of these numbers, and some whose number begins so, by number."""
        ...

    def phones(self, national: str, codes: Sequence[int], limit: int) -> Places:
        """Customers whose national number is ``national``, or begins so, ordered by number.

        Without ``codes`` the calling code does not matter; 0 is the unknown one.
        """
        ...

    def tokens(self, tokens: Sequence[str], limit: int) -> Sequence[int]:
        """Places, ascending, of those who have every one of these tokens.

        Here and in the next two: others may be among them, none before the last is missing. Fewer
        than ``limit`` are all there are.
        """
        ...

    def beginnings(self, word: str, limit: int) -> Sequence[int]:
        """Places, ascending, of those who have a token that begins with ``word``."""
        ...

    def fragments(self, fragments: Sequence[str], limit: int) -> Sequence[int]:
        """Places, ascending, of those whose part text contains all ``fragments``.

        A fragment has at least ``PART_LENGTH`` characters.
        """
        ...

    def read(self, places: Sequence[int]) -> Sequence[Candidate]:
        """The rows of these places, in any order."""
        ...


Ask = Callable[[int], Sequence[int]]
"""Up to so many places, ascending; more of the same where more are asked for."""

Test = Callable[[Parts], bool]
"""Whether a customer with these parts is really a hit."""

Group = tuple[HitKind, Test]
"""A kind of hit and the test for it."""


class CustomerSearch:
    """Searches through the look-ups of one engine, within one view of its data."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups

    def find(self, text: str, limit: int) -> SearchResult:
        """The best hits for what a person typed."""
        terms = search_terms(text)
        if terms is None:
            return SearchResult(text, (), more=False)
        found = _Found(self._lookups, limit + 1)
        self._by_receipt(found, terms)
        if not found.hits:
            self._by_number(found, terms)
        return SearchResult(text, tuple(found.hits[:limit]), more=len(found.hits) > limit)

    def _by_receipt(self, found: "_Found", terms: SearchTerms) -> None:
        receipt = looks_like_receipt(terms.typed)
        if receipt is not None:
            found.add(self._lookups.receipt(receipt), HitKind.RECEIPT)

    def _by_number(self, found: "_Found", terms: SearchTerms) -> None:
        numbers = self._lookups.numbers(terms.numbers, found.wanted)
        phones = [] if terms.phone is None else self._phones(terms.phone, found.wanted)
        found.add(numbers.whole, HitKind.NUMBER)
        found.add(
            [place for _, each in phones for place in each.whole],
            HitKind.PHONE,
            lambda customer: any(asked.is_whole(customer) for asked, _ in phones),
        )
        has_exact = bool(found.hits)
        found.add(numbers.beginning, HitKind.PREFIX)
        found.add(
            [place for _, each in phones for place in each.beginning],
            HitKind.PREFIX,
            lambda customer: any(asked.is_beginning(customer) for asked, _ in phones),
        )
        if not (terms.phone is not None and has_exact):
            self._by_words(found, terms)

    def _phones(self, phone: PhoneQuery, limit: int) -> "list[tuple[_AskedPhone, Places]]":
        code, rest = split_calling_code(phone.digits)
        national = rest.lstrip("0")
        asked: list[_AskedPhone] = []
        if not phone.international:
            asked.append(_AskedPhone(phone.digits, ()))
        if national:
            codes = (int(code), 0) if phone.international else (int(code),)
            asked.append(_AskedPhone(national, codes))
        return [(each, self._lookups.phones(*each, limit)) for each in asked]

    def _by_words(self, found: "_Found", terms: SearchTerms) -> None:
        """Whole words, beginnings of words, inner parts, and at last what sounds alike."""
        words, lookups = terms.words, self._lookups
        before = len(found.hits)
        found.scan(
            lambda most: lookups.tokens(words, most),
            found.most,
            (HitKind.PREFIX, _contains([f" {word} " for word in words])),
        )
        begun = [_beginning(word) for word in words]
        if not found.enough and (len(words) == 1 or len(found.hits) == before):
            self._by_beginnings(found, words, begun)
        if not found.enough:
            fragments = [_inner(word) for word in words]
            found.scan(
                lambda most: lookups.fragments(fragments, most),
                found.most,
                (HitKind.PREFIX, _contains(begun)),
                (HitKind.INNER, _contains(fragments)),
            )
        if len(found.hits) < ENOUGH_WITHOUT_SOUND and terms.sounds:
            sounds = terms.sounds
            found.scan(
                lambda most: lookups.tokens(sounds, most),
                found.most,
                (HitKind.SOUND, _sounds_like(sounds)),
            )

    def _by_beginnings(self, found: "_Found", words: Sequence[str], begun: Sequence[str]) -> None:
        """Through the fragments first, which is quick where many customers have such words.

        Where most of a few rows only have the fragments here and there, few customers have such
        a word, and looking for it as a word is quick. That finds the words of names and addresses
        only, so those are what counts here. While somebody is typing several words, the last is
        unfinished and none is found whole; otherwise the inner parts lead here as well.
        """
        lookups = self._lookups
        begins = (HitKind.PREFIX, _contains_in_names(begun))
        sample = lookups.fragments(begun, found.some)[:_SAMPLE]
        if len(words) == 1 and not found.mostly(sample, begins):
            found.scan(lambda most: lookups.beginnings(words[0], most), found.most, begins)
        else:
            found.scan(lambda most: lookups.fragments(begun, most), found.some, begins)


class _AskedPhone(NamedTuple):
    """A national number and the calling codes that fit; without codes each one does."""

    national: str
    codes: tuple[int, ...]

    def is_whole(self, customer: Customer) -> bool:
        """Whether it is one of a customer's."""
        return any(key.national == self.national for key in self._fitting(customer))

    def is_beginning(self, customer: Customer) -> bool:
        """Whether one of a customer's begins with it."""
        return any(key.national.startswith(self.national) for key in self._fitting(customer))

    def _fitting(self, customer: Customer) -> Iterator[PhoneKey]:
        for stored in customer.phones:
            for key in phone_keys(stored):
                if not self.codes or key.code in self.codes:
                    yield key


class _Found:
    """The hits so far; a customer is a hit once, where the first stage finds it."""

    def __init__(self, lookups: Lookups, wanted: int) -> None:
        self.wanted = wanted
        self.hits: list[SearchHit] = []
        self._lookups = lookups
        self._places: set[int] = set()
        self._known: dict[int, Candidate] = {}
        self._parts: dict[int, Parts] = {}

    @property
    def some(self) -> int:
        """How many places to ask for where nearly all of them are hits."""
        return self.wanted * 5 // 4

    @property
    def most(self) -> int:
        """How many places to look at where many of them may be none."""
        return max(_MOST_READ, self.some)

    @property
    def enough(self) -> bool:
        """Whether no more hits are wanted."""
        return len(self.hits) >= self.wanted

    def add(
        self,
        places: Sequence[int],
        kind: HitKind,
        is_hit: Callable[[Customer], bool] = lambda _: True,
    ) -> None:
        """Make hits of the rows at these places that are any, as far as more hits are wanted."""
        if not self.enough:
            rows = self._read(self._new(places))
            self._append([row for row in rows if is_hit(row.customer)], kind)

    def mostly(self, places: Sequence[int], group: Group) -> bool:
        """Whether at least half of the rows at these places belong to a group."""
        _, test = group
        self._read(places)
        return sum(test(self._parts[place]) for place in places) * 2 >= len(places)

    def scan(self, ask: Ask, limit: int, *groups: Group) -> None:
        """Sort the rows at the places that are asked for into groups, until there are enough hits.

        A row belongs to the first group whose test it passes; the groups are the order of hits.
        """
        rows: list[list[Candidate]] = [[] for _ in groups]
        missing, last, asks_again = self.wanted - len(self.hits), 0, False
        while missing > 0:
            places = ask(limit)
            new = self._new(place for place in places if place > last)
            some = self._worth_reading(new, groups, missing) if not asks_again else new
            missing -= self._sort(some, groups, rows, missing)
            if (len(places) < limit and len(some) == len(new)) or limit >= _MOST_ASKED:
                break
            last, limit, asks_again = (some or places)[-1], limit * _MORE, True
        for found_rows, (kind, _) in zip(rows, groups, strict=True):
            self._append(found_rows, kind)

    def _worth_reading(
        self, places: Sequence[int], groups: Sequence[Group], missing: int
    ) -> Sequence[int]:
        """All places; only as many as hits are missing where few of those are any."""
        page = places[: max(missing, _SMALLEST_PAGE)]
        self._read(page)
        tests = [test for _, test in groups]
        hits = sum(any(test(self._parts[place]) for test in tests) for place in page)
        return places if hits * _FEW >= len(page) else page

    def _sort(
        self,
        places: Sequence[int],
        groups: Sequence[Group],
        rows: Sequence[list[Candidate]],
        missing: int,
    ) -> int:
        """Put rows into their groups, page by page, until none is missing; how many were put."""
        found = looked_at = 0
        while found < missing and looked_at < len(places):
            page = places[looked_at : looked_at + max(missing - found, _SMALLEST_PAGE)]
            looked_at += len(page)
            for row in self._read(page):
                parts = self._parts[row.place]
                for group, (_, test) in zip(rows, groups, strict=True):
                    if test(parts):
                        group.append(row)
                        found += 1
                        break
                # Here and not after the page, whose rows depend on how exact an index is.
                if found >= missing:
                    break
        return found

    def _new(self, places: Iterable[int]) -> list[int]:
        return [place for place in dict.fromkeys(places) if place not in self._places]

    def _read(self, places: Sequence[int]) -> list[Candidate]:
        missing = [place for place in places if place not in self._known]
        if missing:
            for row in self._lookups.read(missing):
                self._known[row.place] = row
                self._parts[row.place] = parts_of(row.customer)
        return [self._known[place] for place in places]

    def _append(self, rows: Iterable[Candidate], kind: HitKind) -> None:
        for row in sorted(rows, key=self._order):
            self._places.add(row.place)
            self.hits.append(SearchHit(row.customer, kind, row.state, row.caution))

    def _order(self, row: Candidate) -> tuple[bool, str, str]:
        return not row.customer.active, self._parts[row.place].whole, row.customer.number


def _beginning(word: str) -> str:
    """How a word that begins with ``word`` stands in the part text."""
    return f"  {word}"


def _inner(word: str) -> str:
    return word if len(word) >= PART_LENGTH else _beginning(word)


def _contains(fragments: Sequence[str]) -> Test:
    first, *others = fragments
    return lambda parts: (
        first in parts.whole and all(fragment in parts.whole for fragment in others)
    )


def _contains_in_names(fragments: Sequence[str]) -> Test:
    return lambda parts: all(fragment in parts.names for fragment in fragments)


def _sounds_like(sounds: Sequence[str]) -> Test:
    return lambda parts: set(sounds).issubset(map(sound_token, parts.whole.split()))

"""The stages of a customer search, the same on every engine: good hits first, stop when enough.

Nothing is ranked inside an index. Each stage asks the engine for places of customers, reads those
rows, makes sure of the match in them, and orders them: active customers before inactive ones, then
by part text (which begins with the folded name), then by number, both by code point. Where a stage
has more hits than are wanted, it takes those that were entered first.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from desktop_app.core.entities import Customer, HitKind, PasswordState, SearchHit, SearchResult
from desktop_app.core.phones import PhoneQuery, split_calling_code
from desktop_app.core.receipts import looks_like_receipt
from desktop_app.core.search_terms import (
    PART_LENGTH,
    SearchTerms,
    part_text,
    search_terms,
    sound_token,
)

ENOUGH_WITHOUT_SOUND: Final = 10
# Rows that are read to see whether they are hits: most of what a search costs.
_MOST_READ: Final = 120
_SMALLEST_PAGE: Final = 10
_SAMPLE: Final = 12
_PATIENCE: Final = 50


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

        Here and in the next two: others may be among them, none before the last is missing.
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


Test = Callable[[str], bool]
"""Whether a customer with this part text is really a hit."""

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
        found.add([place for each in phones for place in each.whole], HitKind.PHONE)
        has_exact = bool(found.hits)
        found.add(numbers.beginning, HitKind.PREFIX)
        found.add([place for each in phones for place in each.beginning], HitKind.PREFIX)
        if not (terms.phone is not None and has_exact):
            self._by_words(found, terms)

    def _phones(self, phone: PhoneQuery, limit: int) -> list[Places]:
        code, rest = split_calling_code(phone.digits)
        national = rest.lstrip("0")
        places: list[Places] = []
        if not phone.international:
            places.append(self._lookups.phones(phone.digits, (), limit))
        if national:
            codes = (int(code), 0) if phone.international else (int(code),)
            places.append(self._lookups.phones(national, codes, limit))
        return places

    def _by_words(self, found: "_Found", terms: SearchTerms) -> None:
        """Whole words, beginnings of words, inner parts, and at last what sounds alike."""
        words, lookups = terms.words, self._lookups
        before = len(found.hits)
        found.scan(
            lookups.tokens(words, found.most),
            (HitKind.PREFIX, _contains([f" {word} " for word in words])),
        )
        begins = (HitKind.PREFIX, _contains([_beginning(word) for word in words]))
        if not found.enough and (len(words) == 1 or len(found.hits) == before):
            self._by_beginnings(found, words, begins)
        if not found.enough:
            fragments = [_inner(word) for word in words]
            places = lookups.fragments(fragments, found.most)
            found.scan(places, begins, (HitKind.INNER, _contains(fragments)))
        if len(found.hits) < ENOUGH_WITHOUT_SOUND and terms.sounds:
            places = lookups.tokens(terms.sounds, found.most)
            found.scan(places, (HitKind.SOUND, _sounds_like(terms.sounds)))

    def _by_beginnings(self, found: "_Found", words: Sequence[str], begins: Group) -> None:
        """Through the fragments first, which is quick where many customers have such words.

        Where most of a few rows only have the fragments here and there, few customers have such
        a word, and looking for it as a word is quick. While somebody is typing several words, the
        last is unfinished and none is found whole; otherwise the inner parts lead here as well.
        """
        places = self._lookups.fragments(
            [_beginning(word) for word in words], found.wanted * 5 // 4
        )
        if len(words) == 1 and not found.mostly(places[:_SAMPLE], begins):
            places = self._lookups.beginnings(words[0], found.most)
        found.scan(places, begins)


class _Found:
    """The hits so far; a customer is a hit once, where the first stage finds it."""

    def __init__(self, lookups: Lookups, wanted: int) -> None:
        self.wanted = wanted
        self.hits: list[SearchHit] = []
        self._lookups = lookups
        self._places: set[int] = set()
        self._known: dict[int, Candidate] = {}
        self._texts: dict[int, str] = {}

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

    def add(self, places: Sequence[int], kind: HitKind) -> None:
        """Make hits of the rows at these places, as far as more hits are wanted."""
        if not self.enough:
            self._append(self._read(self._new(places)), kind)

    def mostly(self, places: Sequence[int], group: Group) -> bool:
        """Whether at least half of the rows at these places belong to a group."""
        _, test = group
        self._read(places)
        return sum(test(self._texts[place]) for place in places) * 2 >= len(places)

    def scan(self, places: Sequence[int], *groups: Group) -> None:
        """Sort the rows at these places into groups, page by page until there are enough hits.

        A row belongs to the first group whose test it passes; the groups are the order of hits.
        Where many rows are no hits at all, the index has found parts that do not hang together,
        and it is no use to go on.
        """
        new = self._new(places)
        rows: list[list[Candidate]] = [[] for _ in groups]
        missing = self.wanted - len(self.hits)
        looked_at = 0
        while missing > 0 and looked_at < len(new) and (any(rows) or looked_at < _PATIENCE):
            page = new[looked_at : looked_at + max(missing, _SMALLEST_PAGE)]
            looked_at += len(page)
            for row in self._read(page):
                text = self._texts[row.place]
                for group, (_, test) in zip(rows, groups, strict=True):
                    if test(text):
                        group.append(row)
                        missing -= 1
                        break
                # Here and not after the page, whose rows depend on how exact an index is.
                if missing <= 0:
                    break
        for found, (kind, _) in zip(rows, groups, strict=True):
            self._append(found, kind)

    def _new(self, places: Iterable[int]) -> list[int]:
        return [place for place in dict.fromkeys(places) if place not in self._places]

    def _read(self, places: Sequence[int]) -> list[Candidate]:
        missing = [place for place in places if place not in self._known]
        if missing:
            for row in self._lookups.read(missing):
                self._known[row.place] = row
                self._texts[row.place] = part_text(row.customer)
        return [self._known[place] for place in places]

    def _append(self, rows: Iterable[Candidate], kind: HitKind) -> None:
        for row in sorted(rows, key=self._order):
            self._places.add(row.place)
            self.hits.append(SearchHit(row.customer, kind, row.state, row.caution))

    def _order(self, row: Candidate) -> tuple[bool, str, str]:
        return not row.customer.active, self._texts[row.place], row.customer.number


def _beginning(word: str) -> str:
    """How a word that begins with ``word`` stands in the part text."""
    return f"  {word}"


def _inner(word: str) -> str:
    return word if len(word) >= PART_LENGTH else _beginning(word)


def _contains(fragments: Sequence[str]) -> Test:
    first, *others = fragments
    return lambda text: first in text and all(fragment in text for fragment in others)


def _sounds_like(sounds: Sequence[str]) -> Test:
    return lambda text: set(sounds).issubset(map(sound_token, text.split()))

"""The stages of a customer search, the same on every engine: good hits first, stop when enough.

Nothing is ranked inside an index. Each stage asks the engine for places of customers, reads those
rows, makes sure of the match in them, and orders them: active customers before inactive ones, then
by folded name (or company), then by number, both by code point. Where a stage has more hits than
are wanted, it takes those that were entered first.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from desktop_app.core.entities import Customer, HitKind, PasswordState, SearchHit, SearchResult
from desktop_app.core.phones import PhoneQuery, split_calling_code
from desktop_app.core.receipts import looks_like_receipt
from desktop_app.core.search_terms import PART_LENGTH, SearchTerms, fold, part_text, search_terms

ENOUGH_WITHOUT_SOUND: Final = 10
_FEW: Final = 100
_MOST_READ: Final = 600


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer's row with what a hit needs."""

    place: int
    customer: Customer
    state: PasswordState
    caution: bool


class Lookups(Protocol):
    """What an engine's index answers.

    A place is the engine's own small number of a customer, counted up in the order of entry.
    """

    def receipt(self, receipt: str) -> Sequence[int]:
        """The customer of the journal entry with this receipt, if there is one."""
        ...

    def numbers(self, spellings: Sequence[str]) -> Sequence[int]:
        """The customers with one of these numbers."""
        ...

    def number_beginnings(self, spellings: Sequence[str], limit: int) -> Sequence[int]:
        """Customers whose number begins with one of these, ordered by number."""
        ...

    def phones(
        self, national: str, codes: Sequence[int], *, whole: bool, limit: int
    ) -> Sequence[int]:
        """Customers whose national number is ``national``, or begins so, ordered by number.

        Without ``codes`` the calling code does not matter; 0 is the unknown one.
        """
        ...

    def tokens(self, tokens: Sequence[str], after: int, limit: int) -> Sequence[int]:
        """Places above ``after``, ascending, of the customers that have all these tokens."""
        ...

    def fragments(self, fragments: Sequence[str], after: int, limit: int) -> Sequence[int]:
        """Places above ``after``, ascending, of all whose part text contains all ``fragments``.

        Others may be among them. A fragment has at least ``PART_LENGTH`` characters.
        """
        ...

    def read(self, places: Sequence[int]) -> Sequence[Candidate]:
        """The rows of these places, in any order."""
        ...


Lookup = Callable[[int, int], Sequence[int]]
"""Places above the first argument, ascending, at most as many as the second says."""


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
        found.add(self._lookups.numbers(terms.numbers), HitKind.NUMBER)
        if terms.phone is not None:
            found.add(self._phones(terms.phone, found.wanted, whole=True), HitKind.PHONE)
        has_exact = bool(found.hits)
        found.add(self._lookups.number_beginnings(terms.numbers, found.wanted), HitKind.PREFIX)
        if terms.phone is not None:
            found.add(self._phones(terms.phone, found.wanted, whole=False), HitKind.PREFIX)
        if not (terms.phone is not None and has_exact):
            self._by_words(found, terms)

    def _phones(self, phone: PhoneQuery, limit: int, *, whole: bool) -> list[int]:
        code, rest = split_calling_code(phone.digits)
        national = rest.lstrip("0")
        places: list[int] = []
        if not phone.international:
            places += self._lookups.phones(phone.digits, (), whole=whole, limit=limit)
        if national:
            codes = (int(code), 0) if phone.international else (int(code),)
            places += self._lookups.phones(national, codes, whole=whole, limit=limit)
        return places

    def _by_words(self, found: "_Found", terms: SearchTerms) -> None:
        """Whole words, beginnings of words, inner parts, and at last what sounds alike."""
        beginnings = [_beginning(word) for word in terms.words]
        inner = [_inner(word) for word in terms.words]
        few = self._lookups.fragments(inner, 0, _FEW)
        if len(few) < _FEW:
            self._sort_out(found, few, terms.words)
        else:
            found.scan(
                lambda after, most: self._lookups.tokens(terms.words, after, most),
                HitKind.PREFIX,
                [f" {word} " for word in terms.words],
            )
            for fragments, kind in ((beginnings, HitKind.PREFIX), (inner, HitKind.INNER)):
                found.scan(self._containing(fragments), kind, fragments)
        if len(found.hits) < ENOUGH_WITHOUT_SOUND and terms.sounds:
            found.add(self._lookups.tokens(terms.sounds, 0, found.wanted), HitKind.SOUND)

    def _containing(self, fragments: Sequence[str]) -> Lookup:
        return lambda after, most: self._lookups.fragments(fragments, after, most)

    def _sort_out(self, found: "_Found", places: Sequence[int], words: Sequence[str]) -> None:
        """Few enough to read them all at once and to see what kind of hit each is."""
        whole, begins, inner = [], [], []
        for candidate in found.read_new(places):
            text = part_text(candidate.customer)
            if all(f" {word} " in text for word in words):
                whole.append(candidate)
            elif all(_beginning(word) in text for word in words):
                begins.append(candidate)
            elif all(_inner(word) in text for word in words):
                inner.append(candidate)
        found.append(whole, HitKind.PREFIX)
        found.append(begins, HitKind.PREFIX)
        found.append(inner, HitKind.INNER)


class _Found:
    """The hits so far; a customer is a hit once, where the first stage finds it."""

    def __init__(self, lookups: Lookups, wanted: int) -> None:
        self.wanted = wanted
        self.hits: list[SearchHit] = []
        self._lookups = lookups
        self._places: set[int] = set()

    def read_new(self, places: Iterable[int]) -> Sequence[Candidate]:
        """The rows of those places that are no hits yet."""
        new = [place for place in dict.fromkeys(places) if place not in self._places]
        return self._lookups.read(new) if new else ()

    def append(self, candidates: Iterable[Candidate], kind: HitKind) -> None:
        """Make hits of candidates, in the order of the stages."""
        for candidate in sorted(candidates, key=_order):
            self._places.add(candidate.place)
            self.hits.append(
                SearchHit(candidate.customer, kind, candidate.state, candidate.caution)
            )

    def add(self, places: Sequence[int], kind: HitKind) -> None:
        """Make hits of the rows at these places, as far as more hits are wanted."""
        if len(self.hits) < self.wanted:
            self.append(self.read_new(places), kind)

    def scan(self, lookup: Lookup, kind: HitKind, fragments: Sequence[str]) -> None:
        """Look through places page by page for rows that contain all of ``fragments``."""
        accepted: list[Candidate] = []
        after = read = 0
        while len(self.hits) + len(accepted) < self.wanted and read < _MOST_READ:
            places = lookup(after, self.wanted)
            accepted += [
                candidate
                for candidate in self.read_new(places)
                if _contains(candidate.customer, fragments)
            ]
            if len(places) < self.wanted:
                break
            after = places[-1]
            read += len(places)
        self.append(accepted, kind)


def _beginning(word: str) -> str:
    """How a word that begins with ``word`` stands in the part text."""
    return f"  {word}"


def _inner(word: str) -> str:
    return word if len(word) >= PART_LENGTH else _beginning(word)


def _contains(customer: Customer, fragments: Sequence[str]) -> bool:
    text = part_text(customer)
    return all(fragment in text for fragment in fragments)


def _order(candidate: Candidate) -> tuple[bool, str, str]:
    customer = candidate.customer
    return not customer.active, fold(customer.name or customer.company), customer.number

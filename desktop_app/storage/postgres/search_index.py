"""The index of the customer search in the shared database: what it keeps, and how it is asked."""

import re
from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple

from desktop_app.core.entities import CustomerDraft, PasswordState
from desktop_app.core.search_terms import PART_LENGTH, SOUND_MARK, index_terms
from desktop_app.storage.postgres.connections import BoundedConnection, only_row
from desktop_app.storage.postgres.customer_rows import customer_of
from desktop_app.storage.search import Candidate, Places

_LAST_CHARACTER: Final = "\U0010ffff"
_ANYWHERE: Final = 120
_TELLING_DIGITS: Final = 4  # so many are rarer than a word
_SOUND_MARK: Final = "#"  # in ASCII for what core.search_terms marks the codes with
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")


class IndexColumns(NamedTuple):
    """What the database keeps of a customer for searches; sql/0001_tables.sql says what each is."""

    words: str
    digits: str
    tokens: str
    phone_keys: str


def index_columns(customer: CustomerDraft) -> IndexColumns:
    """Everything under which a customer is found but the exact number."""
    terms = index_terms(customer)
    parts = in_ascii(terms.parts)
    known = dict.fromkeys(in_ascii(terms.tokens.replace(SOUND_MARK, _SOUND_MARK)).split())
    words, of_number, digits = [], ["|"], []
    for word in dict.fromkeys(parts.split()):
        if word.isdigit():
            digits.append(word)
        elif word in known:
            words.append(word)
        else:
            of_number.append(word)
    return IndexColumns(
        words=_spaced(words + of_number if len(of_number) > 1 else words),
        digits=_spaced(digits),
        tokens=" ".join([code for code in known if code[0] == _SOUND_MARK or code.isdigit()]),
        phone_keys="\n".join([f"{key.national}/{key.code}" for key in dict.fromkeys(terms.phones)]),
    )


class PostgresLookups:
    """The look-ups of ``storage.search`` on one connection, each a statement of its own."""

    def __init__(self, connection: BoundedConnection) -> None:
        self._connection = connection
        self._contained: dict[tuple[tuple[str, ...], int], list[int]] = {}

    def receipt(self, receipt: str) -> list[int]:
        """The customer of the journal entry with this receipt, if there is one."""
        return self._places(
            "SELECT array_remove(ARRAY[watchword.receipt_place(%s)], NULL)", receipt
        )

    def numbers(self, spellings: Sequence[str], limit: int) -> Places:
        """The customers with one of these numbers, and some whose number begins so."""
        ends = [spelling + _LAST_CHARACTER for spelling in spellings]
        found = self._connection.execute(
            "SELECT whole, beginning FROM watchword.find_numbers(%s, %s, %s)",
            (list(spellings), ends, limit),
        )
        return Places(**only_row(found))

    def phones(self, national: str, codes: Sequence[int], limit: int) -> Places:
        """Customers whose national number is ``national``, and some where it begins so."""
        found = self._connection.execute(
            "SELECT whole, beginning FROM watchword.find_phones(%s, %s, %s, %s)",
            (national, national + _LAST_CHARACTER, list(codes), limit),
        )
        return Places(**only_row(found))

    def tokens(self, tokens: Sequence[str], limit: int) -> list[int]:
        """Places, ascending, of those who have every one of these tokens."""
        wanted = [in_ascii(token.replace(SOUND_MARK, _SOUND_MARK)) for token in tokens]
        return self._places("SELECT watchword.find_tokens(%s, %s)", wanted, limit)

    def beginnings(self, word: str, limit: int) -> list[int]:
        """Places, ascending, of those who have a token that begins with ``word``."""
        return self.fragments([f" {word}"], limit)

    def fragments(self, fragments: Sequence[str], limit: int) -> list[int]:
        """Places, ascending, of those whose part text contains all ``fragments``.

        Where few have a word anywhere, those few are the answer also to who has it at the beginning
        of one. They are asked for in any case, so a search needs one statement for both. Several
        words are mostly beginnings, and many customers have those of a frequent name.
        """
        inner = tuple(map(_anywhere, fragments))
        if len(fragments) == 1 and inner != tuple(fragments):
            anywhere = self._containing(inner, _ANYWHERE)
            if len(anywhere) < _ANYWHERE:
                return anywhere
        return self._containing(fragments, limit)

    def _containing(self, fragments: Sequence[str], limit: int) -> list[int]:
        """Exactly the first ones who have all fragments; the same question is asked once.

        Fragments are folded words and spaces, so none has a character that means something to
        LIKE. The words that are kept have one space between them where the part text has two.
        """
        asked = (tuple(fragments), limit)
        if asked not in self._contained:
            parts = [in_ascii(fragment.replace("  ", " ")) for fragment in fragments]
            parts.sort(key=len, reverse=True)
            words = [f"%{part}%" for part in parts if not part.strip().isdigit()]
            digits = [f"%{part}%" for part in parts if part.strip().isdigit()]
            self._contained[asked] = self._like(words, digits, limit)
        return self._contained[asked]

    def _like(self, words: list[str], digits: list[str], limit: int) -> list[int]:
        if digits and (not words or len(digits[0].strip("% ")) >= _TELLING_DIGITS):
            return self._places(
                "SELECT watchword.find_digits(%s, %s, %s)", digits[0], words + digits[1:], limit
            )
        return self._places("SELECT watchword.find_words(%s, %s, %s)", words, digits, limit)

    def read(self, places: Sequence[int]) -> list[Candidate]:
        """The rows of these places."""
        rows = self._connection.execute(
            "SELECT * FROM watchword.customer_hits(%s)", (list(places),)
        ).fetchall()
        return [
            Candidate(
                place=row["place"],
                customer=customer_of(row),
                state=PasswordState(row["state"]),
                caution=row["has_caution"],
            )
            for row in rows
        ]

    def _places(self, statement: LiteralString, *values: object) -> list[int]:
        (places,) = only_row(self._connection.execute(statement, values)).values()
        return list(places)


def in_ascii(folded: str) -> str:
    """Every other character as the figures of its code point, so that parts stay parts."""
    if folded.isascii():
        return folded
    return _NOT_ASCII.sub(lambda found: f"{ord(found[0]):x}", folded)


def _anywhere(fragment: str) -> str:
    """A fragment without the condition that a word begins with it, if it is long enough."""
    inner = fragment.strip()
    return inner if len(inner) >= PART_LENGTH else fragment


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)}" if words else ""

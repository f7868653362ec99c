"""The index of the customer search: kept in step with the rows, and asked by the stages.

The two full-text tables hold no text, only places for each token, so whoever removes a customer's
entries must know what was put in: ``index_terms`` of the row as it was.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import inf
from typing import Final

from desktop_app.core.policy import Policy
from desktop_app.core.search_terms import PART_LENGTH, IndexTerms
from desktop_app.storage.search import Candidate, Places
from desktop_app.storage.sqlite.credential_rows import STATE_COLUMNS
from desktop_app.storage.sqlite.customer_rows import COLUMNS, customer_of, json_list
from desktop_app.storage.sqlite.standing import password_state

Entry = tuple[int, IndexTerms]
"""A customer's place and what the index keeps of it."""

# Reading the list of a part costs as much as it is long; a few short ones tell enough.
_MOST_LISTS: Final = 4
_PROBED: Final = 32
_TOO_OFTEN: Final = 5  # a part of every fifth customer sorts out too little to be worth reading
_LAST_CHARACTER: Final = "\U0010ffff"


def add_entries(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Let searches find customers that are not in the index."""
    connection.executemany(
        "INSERT INTO customer_word (rowid, tokens) VALUES (?, ?)",
        [(place, terms.tokens) for place, terms in entries],
    )
    connection.executemany(
        "INSERT INTO customer_part (rowid, parts) VALUES (?, ?)",
        [(place, terms.parts) for place, terms in entries],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO customer_phone (national, code, place) VALUES (?, ?, ?)",
        _phone_rows(entries),
    )


def remove_entries(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Take customers out of the index; ``entries`` are exactly what was put in."""
    connection.executemany(
        "INSERT INTO customer_word (customer_word, rowid, tokens) VALUES ('delete', ?, ?)",
        [(place, terms.tokens) for place, terms in entries],
    )
    connection.executemany(
        "INSERT INTO customer_part (customer_part, rowid, parts) VALUES ('delete', ?, ?)",
        [(place, terms.parts) for place, terms in entries],
    )
    connection.executemany(
        "DELETE FROM customer_phone WHERE national = ? AND code = ? AND place = ?",
        _phone_rows(entries),
    )


def beginnings_query(words: Iterable[str]) -> str:
    """A query of ``customer_part`` for those who have a word that begins with each of these.

    Others may be found too: the parts of a beginning need not stand together.
    """
    return _all_of(part for word in words for part in _parts(f"  {word}"))


def compact(connection: sqlite3.Connection) -> None:
    """Merge the lists that many changes have left in pieces: searches are faster by half."""
    connection.execute("INSERT INTO customer_word (customer_word) VALUES ('optimize')")
    connection.execute("INSERT INTO customer_part (customer_part) VALUES ('optimize')")


def _phone_rows(entries: Iterable[Entry]) -> list[tuple[str, int, int]]:
    return sorted([(*key, place) for place, terms in entries for key in terms.phones])


class SqliteLookups:
    """The look-ups of ``storage.search`` within one transaction."""

    def __init__(self, connection: sqlite3.Connection, policy: Policy, now: datetime) -> None:
        self._connection = connection
        self._policy = policy
        self._now = now
        self._rarities: dict[str, float] = {}
        self._asked: dict[tuple[str, tuple[str, ...]], int] = {}

    def receipt(self, receipt: str) -> list[int]:
        """The customer of the journal entry with this receipt, if there is one."""
        return self._places(
            "SELECT place FROM journal JOIN customer ON customer.id = customer_id"
            " WHERE receipt = ?",
            (receipt,),
        )

    def numbers(self, spellings: Sequence[str], limit: int) -> Places:
        """The customers with one of these numbers, and some whose number begins so."""
        marks = ", ".join("?" * len(spellings))
        whole = self._places(
            f"SELECT place FROM customer WHERE number IN ({marks})",  # noqa: S608 - question marks
            tuple(spellings),
        )
        beginning: list[int] = []
        for spelling in spellings:
            beginning += self._places(
                "SELECT place FROM customer WHERE number >= ? AND number < ?"
                " ORDER BY number LIMIT ?",
                (spelling, spelling + _LAST_CHARACTER, limit),
            )
        return Places(whole, beginning)

    def phones(self, national: str, codes: Sequence[int], limit: int) -> Places:
        """Customers whose national number is ``national``, and some where it begins so."""
        return Places(
            self._phones(national, national, codes, limit),
            self._phones(national, national + _LAST_CHARACTER, codes, limit),
        )

    def tokens(self, tokens: Sequence[str], limit: int) -> list[int]:
        """Places, ascending, of those who have every one of these tokens."""
        return self._matching("customer_word", [[token] for token in tokens], limit)

    def beginnings(self, word: str, limit: int) -> list[int]:
        """Places, ascending, of those who have a token that begins with ``word``.

        Reads the lists of all such tokens before it stops: not for the beginnings of many.
        """
        return self._places(
            "SELECT rowid FROM customer_word WHERE customer_word MATCH ? ORDER BY rowid LIMIT ?",
            (f'"{word}" *', limit),
        )

    def fragments(self, fragments: Sequence[str], limit: int) -> list[int]:
        """Places, ascending, of those whose part text contains all ``fragments``."""
        parts = [_parts(fragment) for fragment in fragments]
        return self._matching("customer_part", parts, limit)

    def read(self, places: Sequence[int]) -> list[Candidate]:
        """The rows of these places."""
        rows = self._connection.execute(_CANDIDATES, (json_list(places),))
        return [
            Candidate(
                place=row["place"],
                customer=customer_of(row),
                state=password_state(row, self._policy, self._now),
                caution=row["has_caution"] == 1,
            )
            for row in rows
        ]

    def _phones(self, first: str, last: str, codes: Sequence[int], limit: int) -> list[int]:
        if not codes:
            return self._places(
                "SELECT place FROM customer_phone WHERE national BETWEEN ? AND ?"
                " ORDER BY national, code, place LIMIT ?",
                (first, last, limit),
            )
        return self._places(
            "SELECT place FROM (SELECT * FROM customer_phone WHERE national BETWEEN ? AND ?"
            " ORDER BY national, code, place LIMIT 5000) WHERE code IN (?, ?) LIMIT ?",
            (first, last, codes[0], codes[-1], limit),
        )

    def _matching(self, table: str, groups: Sequence[Sequence[str]], limit: int) -> list[int]:
        """Whoever asks again for more has found too few hits among them: more lists are read."""
        tokens = tuple(dict.fromkeys(token for group in groups for token in group))
        asks_again = limit > self._asked.setdefault((table, tokens), limit)
        chosen = self._telling(table, groups, len(tokens) if asks_again else _MOST_LISTS)
        return self._places(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ?"  # noqa: S608 - a constant
            " ORDER BY rowid LIMIT ?",
            (_all_of(chosen), limit),
        )

    def _telling(self, table: str, groups: Sequence[Sequence[str]], most: int) -> list[str]:
        """The rarest tokens, the rarest first: at least one of each group, unless it is frequent.

        The first list leads through the others, and a list of most customers only costs time.
        """
        tokens = list(dict.fromkeys(token for group in groups for token in group))
        if len(tokens) == 1:
            return tokens
        rarity = {token: self._rarity(table, token) for token in tokens}
        by_rarity = sorted(tokens, key=rarity.__getitem__, reverse=True)
        leading = {max(group, key=rarity.__getitem__) for group in groups}
        chosen = leading.union(by_rarity[: max(0, most - len(leading))])
        telling = [t for t in by_rarity if t in chosen and rarity[t] > _PROBED * _TOO_OFTEN]
        return telling or by_rarity[:1]

    def _rarity(self, table: str, token: str) -> float:
        """The place of the customer by whom a token has come often: the later, the rarer."""
        if token not in self._rarities:
            found = self._places(
                f"SELECT rowid FROM {table} WHERE {table} MATCH ?"  # noqa: S608 - a constant
                " ORDER BY rowid LIMIT 1 OFFSET ?",
                (_all_of([token]), _PROBED - 1),
            )
            self._rarities[token] = found[0] if found else inf
        return self._rarities[token]

    def _places(self, sql: str, parameters: tuple[str | int, ...]) -> list[int]:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return [place for (place,) in cursor.execute(sql, parameters)]


def _parts(fragment: str) -> list[str]:
    return [fragment[start : start + PART_LENGTH] for start in range(len(fragment) - 2)]


def _all_of(tokens: Iterable[str]) -> str:
    """A full-text query for all of these; tokens never contain a quotation mark."""
    return " AND ".join(f'"{token}"' for token in tokens)


_CANDIDATES: Final = f"""
    SELECT {COLUMNS}, {STATE_COLUMNS}, caution.customer_id IS NOT NULL AS has_caution
    FROM customer
    LEFT JOIN credential ON credential.customer_id = customer.id
    LEFT JOIN caution ON caution.customer_id = customer.id
    WHERE place IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - constants of this package

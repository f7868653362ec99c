"""The look-ups of a customer search in the shared database."""

from collections.abc import Sequence
from typing import Final, LiteralString

from desktop_app.core.entities import PasswordState
from desktop_app.storage.postgres.connections import BoundedConnection
from desktop_app.storage.postgres.customer_rows import customer_of
from desktop_app.storage.search import Candidate

_LAST_CHARACTER: Final = "\U0010ffff"
_MOST_PHONES: Final = 5_000
# What is frequent has enough hits among these; what is not, the index finds quickly.
_READ_FIRST: Final = 4_000


class PostgresLookups:
    """The look-ups of ``storage.search`` on one connection, each a statement of its own."""

    def __init__(self, connection: BoundedConnection) -> None:
        self._connection = connection

    def receipt(self, receipt: str) -> list[int]:
        """The customer of the journal entry with this receipt, if there is one."""
        return self._places(
            "SELECT place FROM watchword.receipt_place(%s) AS place WHERE place IS NOT NULL",
            (receipt,),
        )

    def numbers(self, spellings: Sequence[str]) -> list[int]:
        """The customers with one of these numbers."""
        return self._places(
            "SELECT place FROM watchword.customers WHERE number = ANY (%s)", (list(spellings),)
        )

    def number_beginnings(self, spellings: Sequence[str], limit: int) -> list[int]:
        """Customers whose number begins with one of these, ordered by number."""
        found: list[int] = []
        for spelling in spellings:
            found += self._places(
                "SELECT place FROM watchword.customers WHERE number >= %s AND number < %s"
                " ORDER BY number LIMIT %s",
                (spelling, spelling + _LAST_CHARACTER, limit),
            )
        return found

    def phones(self, national: str, codes: Sequence[int], *, whole: bool, limit: int) -> list[int]:
        """Customers whose national number is ``national``, or begins so, ordered by number."""
        last = national if whole else national + _LAST_CHARACTER
        if not codes:
            return self._places(
                "SELECT place FROM watchword.customer_phones WHERE national BETWEEN %s AND %s"
                " ORDER BY national, code, place LIMIT %s",
                (national, last, limit),
            )
        return self._places(
            "SELECT place FROM ("
            " SELECT national, code, place FROM watchword.customer_phones"
            " WHERE national BETWEEN %s AND %s ORDER BY national, code, place LIMIT %s"
            ") AS near WHERE code = ANY (%s) ORDER BY national, code, place LIMIT %s",
            (national, last, _MOST_PHONES, list(codes), limit),
        )

    def tokens(self, tokens: Sequence[str], limit: int) -> list[int]:
        """Places, ascending, of those who have every one of these tokens."""
        first, *others = dict.fromkeys(tokens)
        joined = " ".join(
            f"JOIN watchword.customer_tokens AS t{number} USING (place)"
            for number in range(len(others))
        )
        also = " ".join(f"AND t{number}.token = %s" for number in range(len(others)))
        return self._places(
            f"SELECT place FROM watchword.customer_tokens AS t {joined}"  # noqa: S608 - constants
            f" WHERE t.token = %s {also} ORDER BY place LIMIT %s",
            (first, *others, limit),
        )

    def beginnings(self, word: str, limit: int) -> list[int]:
        """Places, ascending, of those who have a token that begins with ``word``."""
        return self._places(
            "SELECT DISTINCT place FROM watchword.customer_tokens"
            " WHERE token >= %s AND token < %s ORDER BY place LIMIT %s",
            (word, word + _LAST_CHARACTER, limit),
        )

    def fragments(self, fragments: Sequence[str], limit: int) -> list[int]:
        """Places, ascending, of those whose part text contains all ``fragments``.

        They are folded words and spaces, so none has a character that means something to LIKE.
        """
        # One condition for each: the index answers no LIKE ALL.
        conditions = " AND ".join(["parts LIKE %s"] * len(fragments))
        patterns = [f"%{fragment}%" for fragment in fragments]
        select = f"SELECT place FROM watchword.customer_parts WHERE {conditions}"  # noqa: S608 - constants
        frequent = self._places(
            f"{select} AND place <= %s ORDER BY place LIMIT %s", (*patterns, _READ_FIRST, limit)
        )
        if len(frequent) == limit:
            return frequent
        # With the sum the planner cannot read all rows in order in the hope of an early end.
        return self._places(f"{select} ORDER BY place + 0 LIMIT %s", (*patterns, limit))

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

    def _places(self, statement: LiteralString, values: Sequence[object]) -> list[int]:
        rows = self._connection.execute(statement, values).fetchall()
        return [row["place"] for row in rows]

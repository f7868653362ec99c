"""Which columns of a customer list go where, as it is remembered for the next list of its kind.

Lists are of one kind where their column heads are the same in the same order; capitals, accents,
spaces and punctuation do not matter. A list without heads is of the kind of its number of columns.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from desktop_app.core.errors import ListUnusableError
from desktop_app.core.list_columns import FIELDS, Column, fold_head


@dataclass(frozen=True, slots=True)
class ListMapping:
    """The columns of one kind of list; those that are not named are not imported."""

    kind: str
    columns: tuple[Column, ...]


def list_kind(heads: Sequence[str], *, has_heads: bool = True) -> str:
    """What tells one kind of list from others: 64 hexadecimal digits.

    A digest, because the first line of a list without heads holds a customer.
    """
    words = [fold_head(head) for head in heads]
    while words and not words[-1]:
        words.pop()
    told = words if has_heads else len(words)
    return sha256(json.dumps(told).encode()).hexdigest()


def mapping_text(columns: Sequence[Column]) -> str:
    """Columns as they are stored: index and field, one a line."""
    return "\n".join(f"{index} {field}" for index, field in columns)


def mapped_columns(text: str) -> tuple[Column, ...]:
    """The columns that ``mapping_text`` was given.

    Raises:
        ListUnusableError: ``unknown-field``, where a newer program has stored them.
    """
    columns = []
    for line in text.splitlines():
        index, _, field = line.partition(" ")
        if field not in FIELDS or not index.isdecimal():
            raise ListUnusableError("unknown-field", name=field)
        columns.append((int(index), field))
    return tuple(columns)

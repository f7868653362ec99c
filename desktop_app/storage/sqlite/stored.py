"""Stored values become values of core; what no program of this kind has written is refused.

Whoever writes the file with another tool can put anything into it. That is a damaged file and no
fault of the program.
"""

import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from desktop_app.storage.sqlite.faults import DamagedValueError

Code = TypeVar("Code", bound=StrEnum)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def from_micros(micros: int) -> datetime:
    """The aware moment in UTC of a stored number of microseconds.

    Raises:
        DamagedValueError: no calendar has it.
    """
    try:
        return _EPOCH + timedelta(microseconds=micros)
    except OverflowError as error:
        raise DamagedValueError from error


def moment_or_none(micros: int | None) -> datetime | None:
    """The moment of a column that may be empty.

    Raises:
        DamagedValueError: no calendar has it.
    """
    return None if micros is None else from_micros(micros)


def code_of(kind: type[Code], text: str) -> Code:
    """The member of an enumeration that is stored by its text.

    Raises:
        DamagedValueError: it has no such member.
    """
    try:
        return kind(text)
    except ValueError as error:
        raise DamagedValueError from error


def fields_of(text: str) -> dict[str, str]:
    """Names and texts that are stored as JSON.

    Raises:
        DamagedValueError: it is something else.
    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedValueError from error
    if not isinstance(values, dict) or not all(isinstance(each, str) for each in values.values()):
        raise DamagedValueError
    return values

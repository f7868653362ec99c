"""An exception's description holds no value, whatever the exception is."""

import pytest

from desktop_app.core.errors import FileUnusableError
from desktop_app.system.safe_traceback import describe, name

CANARY = "Kanarienvogel-4711"


def failing(typed: str) -> None:
    raise ValueError(f"cannot use {typed}", typed)


def failing_above(typed: str) -> None:
    try:
        failing(typed)
    except ValueError as error:
        error.add_note(typed)
        raise FileUnusableError(typed, typed) from error


def failing_alone(typed: str) -> None:
    try:
        failing(typed)
    except ValueError:
        raise KeyError(typed) from None


def failure() -> BaseException:
    with pytest.raises(FileUnusableError) as caught:
        failing_above(CANARY)
    return caught.value


def test_types_codes_and_frames_are_told() -> None:
    """What a programmer needs is there: the chain of types, the code, the places."""
    lines = describe(failure())
    assert lines[0] == "desktop_app.core.errors.FileUnusableError [file-unusable]"
    assert "caused by" in lines
    assert "ValueError" in lines
    assert any("system/test_safe_traceback.py:" in line and "failing" in line for line in lines)


def test_no_value_is_told() -> None:
    """Messages, arguments, notes, local values and source lines stay out, also of the causes."""
    text = "\n".join(describe(failure()))
    assert CANARY not in text
    assert "raise" not in text


def test_folders_of_the_person_are_not_told() -> None:
    """A frame names its module by two parts, not by where the person keeps things."""
    for line in describe(failure()):
        assert line.strip().count("/") <= 1


def test_a_deep_recursion_is_cut() -> None:
    """Thousands of frames become forty and a count."""

    def deeper(depth: int) -> None:
        if depth == 0:
            raise RecursionError(CANARY)
        deeper(depth - 1)

    with pytest.raises(RecursionError) as caught:
        deeper(200)
    lines = describe(caught.value)
    assert len(lines) == 42
    assert any(line.startswith("  … ") for line in lines)


def test_a_chain_that_bites_its_tail_ends() -> None:
    """An exception that is its own cause is described once."""
    first, second = ValueError(CANARY), TypeError(CANARY)
    first.__cause__, second.__cause__ = second, first
    assert describe(first) == ["ValueError", "caused by", "TypeError"]


def test_a_suppressed_context_is_left_out() -> None:
    """``raise … from None`` is respected."""
    with pytest.raises(KeyError) as caught:
        failing_alone(CANARY)
    assert name(caught.value) == "KeyError"
    assert "ValueError" not in describe(caught.value)

"""Ctrl+C takes effect where what is said afterwards is true."""

import signal
from collections.abc import Iterator

import pytest

from desktop_app.commands.interrupts import (
    StoppedError,
    StoppingBetweenItems,
    nothing_changed_yet,
)


@pytest.fixture(autouse=True)
def usual_handler() -> Iterator[None]:
    """As a program has it that was started in the foreground."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def take(items: str, press_at: str) -> list[str]:
    """Go through items as a transaction does; Ctrl+C is pressed twice while one is in hand."""
    taken: list[str] = []
    with StoppingBetweenItems() as stopping:
        try:
            for item in stopping.through(iter(items)):
                taken.append(item)
                if item == press_at:
                    press()
                    press()
        except StoppedError:
            return [*taken, "stopped"]
    return taken


def test_an_interrupt_between_two_items_stops() -> None:
    """The item in hand is finished, the next one is not begun."""
    assert take("abc", "b") == ["a", "b", "stopped"]


def test_an_interrupt_after_the_last_item_stops_before_the_end() -> None:
    """Nothing was committed at that moment."""
    assert take("ab", "b") == ["a", "b", "stopped"]
    assert take("ab", "") == ["a", "b"]


def test_an_interrupt_after_the_end_comes_too_late() -> None:
    """The commit runs; interrupting it would leave open whether it was made."""
    with StoppingBetweenItems() as stopping:
        assert list(stopping.through(iter("ab"))) == ["a", "b"]
        press()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_ignored_interrupt_stays_ignored() -> None:
    """``nohup`` means it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with StoppingBetweenItems() as stopping:
        for _item in stopping.through(iter("ab")):
            press()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_part_that_changes_nothing_says_so() -> None:
    """What was interrupted there is told from what may have been done."""
    with pytest.raises(StoppedError), nothing_changed_yet():
        press()

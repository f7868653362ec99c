"""The personal PIN: few tries, counted before they are compared, and not given back."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.core.errors import FieldRefusedError, KeyringFailedError, WatchwordError
from desktop_app.core.secret import Secret
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.pin_store import PinStanding, PinStore
from tests.system.backends import MemoryBackend, chosen

ENTRY = ("Watchword", "PIN of ‹workstation›")
RIGHT, WRONG = Secret("2580-x"), Secret("0000")


class Desk:
    """A person's PIN with a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
        self.backend = MemoryBackend()
        self.pins = self.restart()

    def restart(self) -> PinStore:
        self.pins = PinStore(
            SystemKeyring(lambda: chosen(self.backend)), "workstation", lambda: self.now
        )
        return self.pins


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.pins.set(RIGHT)
    return desk


def test_the_right_pin_matches(desk: Desk) -> None:
    """And only that; the keyring keeps a hash."""
    assert desk.pins.verify(RIGHT)
    assert not desk.pins.verify(WRONG)
    assert RIGHT.reveal() not in desk.backend.kept[ENTRY]
    assert "$argon2id$" in desk.backend.kept[ENTRY]


def test_without_a_pin_nothing_matches() -> None:
    """No PIN is told apart from a wrong one."""
    desk = Desk()
    assert desk.pins.standing() == PinStanding(is_set=False)
    assert not desk.pins.verify(RIGHT)
    assert not desk.backend.kept


def test_the_fifth_wrong_try_brings_a_wait(desk: Desk) -> None:
    """The wait holds for the right PIN too, and across a restart."""
    for left in (4, 3, 2, 1):
        assert not desk.pins.verify(WRONG)
        assert desk.pins.standing() == PinStanding(is_set=True, tries_left=left)
    assert not desk.pins.verify(WRONG)
    opens_at = desk.now + timedelta(minutes=1)
    assert desk.restart().standing() == PinStanding(is_set=True, opens_at=opens_at)
    assert not desk.pins.verify(RIGHT)
    desk.now = opens_at
    assert desk.pins.standing() == PinStanding(is_set=True, tries_left=1)
    assert desk.pins.verify(RIGHT)
    assert desk.pins.standing() == PinStanding(is_set=True, tries_left=5)


def test_each_further_wait_is_twice_the_last_up_to_an_hour(desk: Desk) -> None:
    """One try between two waits, which grow and end."""
    for _ in range(5):
        desk.pins.verify(WRONG)
    waits = []
    for _ in range(8):
        opens_at = desk.pins.standing().opens_at
        assert opens_at is not None
        waits.append((opens_at - desk.now) // timedelta(minutes=1))
        desk.now = opens_at
        desk.pins.verify(WRONG)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_a_try_that_is_cut_off_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ending the program while it compares gives no try back."""

    def cut_off(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("argon2.PasswordHasher.verify", cut_off)
    with pytest.raises(KeyboardInterrupt):
        desk.pins.verify(RIGHT)
    assert desk.restart().standing().tries_left == 4


def test_a_try_that_cannot_be_counted_is_not_compared(desk: Desk) -> None:
    """A keyring that fails gives no answer about the PIN."""
    desk.backend.failure = OSError()
    with pytest.raises(KeyringFailedError):
        desk.pins.verify(RIGHT)


def test_a_clock_that_was_set_back_locks_nobody_out(desk: Desk) -> None:
    """No wait is longer than the longest one."""
    for _ in range(5):
        desk.pins.verify(WRONG)
    desk.now -= timedelta(days=365)
    assert desk.pins.standing() == PinStanding(is_set=True, tries_left=1)


def test_a_new_pin_replaces_the_old_one_and_its_count(desk: Desk) -> None:
    """After setting only the new one matches."""
    desk.pins.verify(WRONG)
    desk.pins.set(WRONG)
    assert desk.pins.standing().tries_left == 5
    assert desk.pins.verify(WRONG)
    assert not desk.pins.verify(RIGHT)


def test_a_cleared_pin_is_gone(desk: Desk) -> None:
    """Afterwards the keyring holds nothing of it; clearing twice is harmless."""
    desk.pins.clear()
    desk.pins.clear()
    assert not desk.backend.kept
    assert not desk.pins.standing().is_set


@pytest.mark.parametrize("pin", ["", "123", "1" * 65])
def test_a_pin_out_of_its_bounds_is_refused(desk: Desk, pin: str) -> None:
    """At least 4, at most 64 characters."""
    with pytest.raises(FieldRefusedError) as caught:
        desk.pins.set(Secret(pin))
    assert (caught.value.field, caught.value.reason) == ("pin", "out-of-bounds")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"format": 2}',
        '{"format": 1, "hash": "x", "wrong": 0, "opens_at": "soon"}',
        '{"format": 1, "hash": "x", "wrong": 0, "opens_at": "2026-11-22T14:07:00"}',
        '{"format": 1, "hash": "no hash", "wrong": 0, "opens_at": null}',
    ],
)
def test_a_damaged_entry_opens_nothing(desk: Desk, text: str) -> None:
    """What cannot be read is a failure of the keyring, never a match."""
    desk.backend.kept[ENTRY] = text
    with pytest.raises(WatchwordError):
        desk.pins.verify(RIGHT)

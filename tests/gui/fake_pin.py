"""A PIN in memory, with a free count of tries and a wait like the real one's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_app.core.errors import FieldRefusedError, TeamKeyError
from desktop_app.core.secret import Secret
from tests.gui.fake_world import FakeClock

FREE_TRIES = 5


@dataclass(frozen=True)
class FakeStanding:
    is_set: bool
    tries_left: int = 0
    opens_at: datetime | None = None


class FakePin:
    """``failure`` is raised instead of any answer."""

    def __init__(self, clock: FakeClock, pin: str | None = None) -> None:
        self.clock = clock
        self.pin = pin
        self.failure: TeamKeyError | None = None
        self.wrong = 0
        self.opens_at: datetime | None = None

    def standing(self) -> FakeStanding:
        if self.failure is not None:
            raise self.failure
        if self.pin is None:
            return FakeStanding(is_set=False)
        if self.opens_at is not None and self.clock() < self.opens_at:
            return FakeStanding(is_set=True, opens_at=self.opens_at)
        return FakeStanding(is_set=True, tries_left=max(1, FREE_TRIES - self.wrong))

    def verify(self, pin: Secret[str]) -> bool:
        if self.standing().tries_left == 0:
            return False
        if pin.reveal() == self.pin:
            self.wrong, self.opens_at = 0, None
            return True
        self.wrong += 1
        if self.wrong >= FREE_TRIES:
            self.opens_at = self.clock() + timedelta(minutes=1)
        return False

    def set(self, pin: Secret[str]) -> None:
        if self.failure is not None:
            raise self.failure
        if not 4 <= len(pin.reveal()) <= 64:
            raise FieldRefusedError("pin", "out-of-bounds")
        self.pin = pin.reveal()

    def clear(self) -> None:
        self.pin = None

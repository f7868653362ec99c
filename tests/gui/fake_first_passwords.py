"""First passwords for many in memory."""

from desktop_app.core.entities import Change, EventKind, NewCredential, PasswordState, Validity
from desktop_app.core.errors import PasswordPresentError, WatchwordError
from desktop_app.core.first_password_ports import LETTER, Candidates, Lacking, Wanted
from desktop_app.core.search_terms import beginnings, has_beginnings
from tests.gui.fake_world import FakeCredential, Record, World


class FakeFirstPasswords:
    """The first passwords of a ``FakeStorage``.

    From the call after ``fails_after`` such on, storing raises ``failure``.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.failure: WatchwordError | None = None
        self.fails_after = 0

    def candidates(self, wanted: Wanted, limit: int) -> Candidates:
        with self._world.call("candidates"):
            found = [
                record.customer
                for record in self._world.records.values()
                if record.customer.active
                and wanted.country in ("", record.customer.country)
                and has_beginnings(record.customer, beginnings(wanted.text))
                and self._is_wanted(record, wanted.lacking)
            ]
            found.sort(key=lambda customer: customer.number)
            return Candidates(tuple(found[:limit]), more=len(found) > limit)

    def set(self, customer_id: int, credential: NewCredential, reason: str) -> Change:
        with self._world.call("set_first"):
            world, record = self._world, self._world.record(customer_id)
            if self.failure is not None and world.calls.count("set_first") > self.fails_after:
                raise self.failure
            if not any(self._is_wanted(record, lacking) for lacking in Lacking):
                raise PasswordPresentError
            record.generation += 1
            record.credential = FakeCredential(
                world.clock(), world.person.name, LETTER, Validity.FIRST_USE, credential
            )
            entry = world.journal(
                EventKind.PASSWORD_SET,
                Validity.FIRST_USE,
                customer=record.customer,
                details={"check": LETTER},
                personal={"reason": reason},
            )
            return Change(entry.receipt, entry.at)

    def _is_wanted(self, record: Record, lacking: Lacking) -> bool:
        standing = self._world.standing(record)
        if lacking is Lacking.NO_PASSWORD:
            return standing.state is PasswordState.NONE
        by_letter = standing.until_used and standing.check_method == LETTER
        return by_letter and standing.state is not PasswordState.BLOCKED

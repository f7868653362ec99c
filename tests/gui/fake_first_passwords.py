"""First passwords for many in memory."""

from datetime import datetime

from desktop_app.core.entities import Change, EventKind, NewCredential, PasswordState, Validity
from desktop_app.core.errors import PasswordPresentError, StorageError, WatchwordError
from desktop_app.core.first_password_ports import LETTER, Candidate, Candidates, Lacking, Wanted
from desktop_app.core.search_terms import beginnings, has_beginnings
from tests.gui.fake_world import FakeCredential, Record, World


class FakeFirstPasswords:
    """The first passwords of a ``FakeStorage``.

    From the call after ``fails_after`` such on, storing raises ``failure``; with ``answer_lost`` it
    fails when everything is stored.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.failure: WatchwordError | None = None
        self.fails_after = 0
        self.answer_lost = False

    def candidates(self, wanted: Wanted, limit: int) -> Candidates:
        with self._world.call("candidates"):
            found = [
                Candidate(record.customer, self._world.standing(record).set_at)
                for record in self._world.records.values()
                if record.customer.active
                and wanted.country in ("", record.customer.country)
                and has_beginnings(record.customer, beginnings(wanted.text))
                and self._is_wanted(record, wanted.lacking)
            ]
            found.sort(key=lambda each: each.customer.number)
            return Candidates(tuple(found[:limit]), more=len(found) > limit)

    def set(
        self,
        customer_id: int,
        credential: NewCredential,
        reason: str,
        replaces: datetime | None = None,
    ) -> Change:
        with self._world.call("set_first"):
            world, record = self._world, self._world.record(customer_id)
            if self.failure is not None and world.calls.count("set_first") > self.fails_after:
                raise self.failure
            if not any(self._is_wanted(record, lacking) for lacking in Lacking):
                raise PasswordPresentError
            if self._world.standing(record).set_at not in {None, replaces}:
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
            if self.answer_lost:
                raise StorageError
            return Change(entry.receipt, entry.at)

    def _is_wanted(self, record: Record, lacking: Lacking) -> bool:
        standing = self._world.standing(record)
        if lacking is Lacking.NO_PASSWORD:
            return standing.state is PasswordState.NONE
        by_letter = standing.until_used and standing.check_method == LETTER
        return by_letter and standing.state is not PasswordState.BLOCKED

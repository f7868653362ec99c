"""A team in memory, as its administrator sees it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.entities import Change, Person, Role
from desktop_app.core.people import TeamMember
from desktop_app.core.people_errors import LoginTakenError
from desktop_app.core.secret import Secret
from desktop_app.gui.people.contract import TeamCare
from tests.gui.fake_world import FakeClock

if TYPE_CHECKING:
    from desktop_app.core.errors import WatchwordError

WORDS = "regal mundart kuchen segel anker birne"
OWN_LOGIN = "lang"


class FakeTeam:
    """People store and invitations in one; ``failure`` is raised by every call while it is set."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.failure: WatchwordError | None = None
        self.done: list[tuple[str, ...]] = []
        now = self.clock()
        self.members = {
            member.person.login: member
            for member in (
                _member("berger", "Lukas Berger", Role.AGENT, now, seen=timedelta(minutes=4)),
                _member("lang", "Tanja Lang", Role.ADMIN, now, seen=timedelta(0)),
                replace(
                    _member("maier", "Jonas Maier", Role.AGENT, now, seen=timedelta(hours=2)),
                    paused_at=now - timedelta(hours=1),
                ),
                replace(
                    _member("oezdemir", "Elif Özdemir", Role.LEAD, now),
                    invited_until=now + timedelta(days=5),
                ),
                replace(
                    _member("wolf", "Katharina Wolf", Role.AGENT, now),
                    invited_until=now - timedelta(days=2),
                ),
            )
        }

    @property
    def care(self) -> TeamCare:
        """What the window gets."""
        return TeamCare(OWN_LOGIN, self, self, self.resume, self.clock)

    def all(self) -> list[TeamMember]:
        self._call()
        return list(self.members.values())

    def change_role(self, login: str, role: Role) -> Change:
        def change(member: TeamMember) -> TeamMember:
            return replace(member, person=replace(member.person, role=role))

        return self._change(change, "role", login, role.value)

    def remove(self, login: str) -> Change:
        change = self._call("remove", login)
        del self.members[login]
        return change

    def resume(self, login: str) -> Change:
        return self._change(lambda member: replace(member, paused_at=None), "resume", login)

    def new(self, person: Person, path: Path) -> Secret[str]:
        if person.login in self.members:
            raise LoginTakenError(person.login)
        self._call("invite", person.login, person.role.value, path.name)
        invited = _member(person.login, person.name, person.role, self.clock())
        until = self.clock() + timedelta(days=7)
        self.members[person.login] = replace(invited, invited_until=until)
        return Secret(WORDS)

    def again(self, login: str, path: Path) -> Secret[str]:
        until = self.clock() + timedelta(days=7)
        self._change(lambda member: replace(member, invited_until=until), "reset", login, path.name)
        return Secret(WORDS)

    def _change(self, change: Callable[[TeamMember], TeamMember], *what: str) -> Change:
        made = self._call(*what)
        self.members[what[1]] = change(self.members[what[1]])
        return made

    def _call(self, *what: str) -> Change:
        if self.failure is not None:
            raise self.failure
        if what:
            self.done.append(what)
        return Change("VW-7K3F-92QD", self.clock())


def _member(
    login: str, name: str, role: Role, now: datetime, *, seen: timedelta | None = None
) -> TeamMember:
    last = None if seen is None else now - seen
    return TeamMember(Person(login, name, role), now - timedelta(days=200), last, None, None)

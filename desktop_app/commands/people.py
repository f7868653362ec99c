"""``people`` and ``join``: the logins of a team."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.owner import owner_of, require_shared, with_owner_password
from desktop_app.commands.targets import target_of
from desktop_app.commands.terminal import Terminal, table
from desktop_app.core.entities import Change, Person, Role, TeamKey
from desktop_app.core.errors import FileUnusableError, VaultLockedError
from desktop_app.core.people import TeamMember
from desktop_app.core.secret import Secret
from desktop_app.gui.texts import sentences
from desktop_app.profiles.base import Profile
from desktop_app.profiles.names import USUAL_SHARED
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres.credentials import PostgresCredentials
from desktop_app.storage.postgres.people import PostgresPeople
from desktop_app.system.invitation import read_invitation_header
from desktop_app.team.inviting import Invite
from desktop_app.team.joining import Join

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Team:
    """The team in the hands of an administrator, or of the database's owner."""

    profile: SharedProfile
    people: PostgresPeople
    resume: Callable[[str], Change]


def people(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    """Look after the people of a team."""
    actions: dict[str, Callable[[_Team, Terminal, Namespace], int]] = {
        "list": _list,
        "add": _add,
        "invite": _invite,
        "role": _role,
        "reset": _invite,
        "remove": _remove,
        "resume": _resume,
    }
    shared = require_shared(profile)
    if options.action in {"invite", "reset"}:
        target = target_of(options.file, shared.files)
        if target.exists():  # better known before a login is touched
            raise FileUnusableError(str(target), "exists")

    def act(password: Secret[str] | None) -> int:
        with _team(shared, options.owner, password) as team:
            return actions[options.action](team, terminal, options)

    if options.owner:
        return with_owner_password(terminal, options.owner, act)
    return act(None)


@contextmanager
def _team(profile: SharedProfile, owner: str, password: Secret[str] | None) -> Iterator[_Team]:
    """The team, as the profile's own person, or as the owner where one is named."""
    if not owner:
        storage = profile.open_database()
        try:
            yield _Team(profile, storage.people, storage.credentials.resume)
        finally:
            storage.close()
        return
    connections = owner_of(profile, owner, password).connections()
    try:
        with connections.session():  # signs in, before anybody is asked for anything else
            pass
        team = PostgresPeople(connections)
        yield _Team(profile, team, PostgresCredentials(connections).resume)
    finally:
        connections.close()


def _list(team: _Team, terminal: Terminal, _options: Namespace) -> int:
    members = team.people.all()
    terminal.report(
        {"people": [_document(member) for member in members]},
        lambda: table([_row(member, team.profile.clock()) for member in members]),
    )
    return exit_codes.DONE


def _add(team: _Team, terminal: Terminal, options: Namespace) -> int:
    password = terminal.ask_new_password(
        translate("Commands", "Password of the new login {login}:").format(login=options.login),
        translate("Commands", "The same again:"),
        from_stdin=options.password_stdin,
    )
    change = team.people.add(_person(options), password)
    sentence = translate("Commands", "{login} can sign in.").format(login=options.login)
    return _report(terminal, options.login, change, sentence)


def _invite(team: _Team, terminal: Terminal, options: Namespace) -> int:
    profile = team.profile
    invite = Invite(
        logins=team.people,
        connection=profile.connection,
        authority=profile.folders.authority(profile.name),
        keys=lambda: _keys(profile, terminal),
        clock=profile.clock,
    )
    target = target_of(options.file, profile.files)
    if options.action == "reset":
        words = invite.again(options.login, target)
    else:
        words = invite.new(_person(options), target)
    expires = read_invitation_header(target).expires
    terminal.report(
        {
            "login": options.login,
            "file": str(target),
            "words": words.reveal(),
            "expires": expires.isoformat(),
        },
        lambda: [
            translate("Commands", "Invitation written: {path}").format(path=target),
            translate("Commands", "Its words, to be told by voice: {words}").format(
                words=words.reveal()
            ),
            translate(
                "Commands",
                "It works once, until {moment}. If the file is lost together with its words,"
                " change the team key.",
            ).format(moment=_moment(expires)),
        ],
    )
    return exit_codes.DONE


def _role(team: _Team, terminal: Terminal, options: Namespace) -> int:
    role = Role(options.role)
    change = team.people.change_role(options.login, role)
    sentence = translate("Commands", "{login} has the role {role}.").format(
        login=options.login, role=sentences.role_name(role)
    )
    return _report(terminal, options.login, change, sentence)


def _remove(team: _Team, terminal: Terminal, options: Namespace) -> int:
    change = team.people.remove(options.login)
    sentence = translate(
        "Commands",
        "{login} is removed. If their computer may be in wrong hands, change the team key.",
    ).format(login=options.login)
    return _report(terminal, options.login, change, sentence)


def _resume(team: _Team, terminal: Terminal, options: Namespace) -> int:
    login = options.login or team.profile.login
    sentence = translate("Commands", "Checks of {login} may go on.").format(login=login)
    return _report(terminal, login, team.resume(login), sentence)


def join(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    """Join a team with an invitation file and its words."""
    source = options.file.absolute()
    accept = Join(profile.folders, profile.settings, profile.keyring, profile.user, profile.clock)
    accept.look(source)  # a file that is no use is refused before anybody types
    words = terminal.ask_password(
        translate("Commands", "The six words you were told:"),
        from_stdin=options.words_stdin,
        option="--words-stdin",
    )
    joined = accept(source, words, options.profile or USUAL_SHARED)
    person = joined.person
    terminal.report(
        {"profile": joined.profile, "login": person.login, "role": person.role.value},
        lambda: [
            translate(
                "Commands", "{name} has joined as {role}. The profile “{profile}” is in place."
            ).format(
                name=person.name, role=sentences.role_name(person.role), profile=joined.profile
            )
        ],
    )
    return exit_codes.DONE


def _person(options: Namespace) -> Person:
    return Person(options.login, options.name or options.login, Role(options.role))


def _keys(profile: SharedProfile, terminal: Terminal) -> tuple[TeamKey, ...]:
    keys = profile.keys()
    try:
        return keys.all()
    except VaultLockedError:
        keys.vault.unlock(
            terminal.ask_passphrase(translate("Commands", "Passphrase of the vault file:"))
        )
        return keys.all()


def _report(terminal: Terminal, login: str, change: Change, sentence: str) -> int:
    terminal.report(
        {"login": login, "receipt": change.receipt, "at": change.at.isoformat()},
        lambda: [sentence],
    )
    return exit_codes.DONE


def _row(member: TeamMember, now: datetime) -> list[str]:
    person, notes = member.person, []
    if member.invited_until is not None and now >= member.invited_until:
        notes.append(translate("Commands", "invitation is over"))
    elif member.invited_until is not None:
        notes.append(
            translate("Commands", "invited until {moment}").format(
                moment=_moment(member.invited_until)
            )
        )
    if member.paused_at is not None:
        notes.append(translate("Commands", "checks paused"))
    seen = member.last_seen_at
    seen_words = (
        translate("Commands", "not seen yet")
        if seen is None
        else translate("Commands", "last seen {moment}").format(moment=_moment(seen))
    )
    return [
        person.login,
        person.name,
        sentences.role_name(person.role),
        seen_words,
        ", ".join(notes),
    ]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _document(member: TeamMember) -> dict[str, Any]:
    person = member.person
    moments = {
        "added_at": member.added_at,
        "last_seen_at": member.last_seen_at,
        "invited_until": member.invited_until,
        "paused_at": member.paused_at,
    }
    return {
        "login": person.login,
        "name": person.name,
        "role": person.role.value,
        **{name: moment.isoformat() if moment else None for name, moment in moments.items()},
    }

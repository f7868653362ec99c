"""The sentences for what can happen around the people of a team and their invitations."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.core import people_errors as errors

translate = QCoreApplication.translate


def _person_not_found(error: errors.PersonNotFoundError) -> str:
    return translate(
        "Failures",
        "Nobody in the team has the login {login}. Nothing was changed; look at the"
        " list of people.",
    ).format(login=error.login)


def _login_taken(error: errors.LoginTakenError) -> str:
    return translate(
        "Failures",
        "The login {login} is taken, or somebody had it earlier. Nothing was changed; choose"
        " another one.",
    ).format(login=error.login)


def _not_shared(error: errors.NotSharedError) -> str:
    return translate(
        "Failures",
        "The profile “{profile}” is a database of this workstation, not of a team. Nothing was"
        " changed; name a shared one with --profile.",
    ).format(profile=error.profile)


def _team_exists(_: errors.TeamExistsError) -> str:
    return translate(
        "Failures",
        "This database belongs to a team already. Nothing was changed; ask one of its"
        " administrators for an invitation.",
    )


def _database_in_use(_: errors.DatabaseInUseError) -> str:
    return translate(
        "Failures",
        "The shared database has customers or checks of its own. Nothing was taken over; set up an"
        " empty one, or import the customers from a list.",
    )


def _last_admin(_: errors.LastAdminError) -> str:
    return translate(
        "Failures",
        "Without this person the team would have no administrator. Nothing was changed; make"
        " somebody else an administrator first.",
    )


def _own_login(_: errors.OwnLoginError) -> str:
    return translate(
        "Failures",
        "Nobody resets their own login. Nothing was changed; ask another administrator, or use the"
        " login for setting up on the command line (--owner).",
    )


def _invitation_words(_: errors.InvitationWordsError) -> str:
    return translate(
        "Failures",
        "These words do not open the invitation. Have them repeated; if they are right, the file"
        " was changed on its way: ask for a new invitation.",
    )


def _invitation_over(error: errors.InvitationOverError) -> str:
    return translate(
        "Failures",
        "This invitation was good until {day}. Nothing was changed; ask for a new one.",
    ).format(day=f"{error.expires.astimezone():%Y-%m-%d}")


def _invitation_used(_: errors.InvitationUsedError) -> str:
    return translate(
        "Failures",
        "The server does not take this invitation: it was used already, or a newer one has"
        " replaced it. If you have not used it, tell your administrator at once.",
    )


PEOPLE_SENTENCES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        errors.PersonNotFoundError: _person_not_found,
        errors.LoginTakenError: _login_taken,
        errors.NotSharedError: _not_shared,
        errors.TeamExistsError: _team_exists,
        errors.DatabaseInUseError: _database_in_use,
        errors.LastAdminError: _last_admin,
        errors.OwnLoginError: _own_login,
        errors.InvitationWordsError: _invitation_words,
        errors.InvitationOverError: _invitation_over,
        errors.InvitationUsedError: _invitation_used,
    }
)

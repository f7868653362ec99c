"""The login that owns a shared database, for the commands that use it once."""

import os
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from desktop_app.commands.terminal import Terminal
from desktop_app.core.people_errors import NotSharedError
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import LoginMissingError
from desktop_app.profiles.base import Profile
from desktop_app.profiles.registry import require_known
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres.owner import Owner

translate = QCoreApplication.translate

T = TypeVar("T")


def with_owner_password(
    terminal: Terminal, login: str, use: Callable[[Secret[str] | None], T]
) -> T:
    """Do something with the owner's password.

    It is taken from ``PGPASSWORD``; else libpq looks for it in its own places, such as the pgpass
    file; else somebody is asked. ``use`` must change nothing before it has signed in.

    Raises:
        NoTerminalError: there is none of these, and no terminal to ask at.
    """
    given = os.environ.get("PGPASSWORD", "")
    try:
        return use(Secret(given) if given else None)
    except LoginMissingError:
        asked = terminal.ask_passphrase(
            translate("Commands", "Password of {login}:").format(login=login)
        )
    return use(asked)


def owner_of(profile: Profile, login: str, password: Secret[str] | None) -> Owner:
    """The owner of a profile's shared database.

    Raises:
        NotSharedError: the profile's database is of this workstation.
    """
    return Owner(require_shared(profile).server(), login, password, profile.user.workstation)


def require_shared(profile: Profile) -> SharedProfile:
    """Pass a profile whose database is shared.

    Raises:
        ProfileUnknownError: there is none of this name.
        NotSharedError: it is of this workstation.
    """
    require_known(profile)
    if not isinstance(profile, SharedProfile):
        raise NotSharedError(profile.name)
    return profile

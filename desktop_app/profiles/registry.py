"""Finds a profile by its name, and keeps the list of shared ones."""

import os

from desktop_app.core.errors import (
    DatabaseNotMadeError,
    FileUnusableError,
    ProfileUnknownError,
    SettingsUnusableError,
)
from desktop_app.profiles.base import Profile
from desktop_app.profiles.known import is_known, is_there, may_be_made
from desktop_app.system.clock import utc_now
from desktop_app.system.connection_settings import ConnectionSettings, require_connection
from desktop_app.system.files import write_whole
from desktop_app.system.folders import Folders, require_profile
from desktop_app.system.keyring_backend import choose_backend
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.people import who_is_here
from desktop_app.system.settings import SettingsFault, SettingsStore, SettingsWarning


def profile_of(
    name: str | None, folders: Folders, settings: SettingsStore | None = None
) -> Profile:
    """The profile with this name, for the present user; None means the one the settings name.

    It is a shared database where the settings describe one, else one of this workstation.
    ``settings`` is the process's own store.

    Raises:
        FieldRefusedError: it is no name of a profile.
    """
    store = settings or SettingsStore(folders.settings_file)
    found = store.load().settings
    name = require_profile(found.profile if name is None else name)
    keyring = SystemKeyring(lambda: choose_backend(os.environ))
    common = (name, folders, who_is_here(), utc_now, keyring, store)
    # Each engine is imported where it is used: the other would take its time at every start.
    if name in found.connections:
        from desktop_app.profiles.shared import SharedProfile

        return SharedProfile(*common, found.connections[name])
    from desktop_app.profiles.workstation import WorkstationProfile

    return WorkstationProfile(*common)


def require_meant(profile: Profile, *, is_named: bool) -> SettingsWarning | None:
    """Pass a profile that is the one meant, whatever is wrong with the settings; returns that.

    ``is_named`` says that somebody named the profile, and not the settings.

    Raises:
        SettingsUnusableError: it may be another database than the one that was set up.
    """
    loaded = profile.settings.load()
    warning = loaded.warning
    if warning is None or not warning.hides_profiles:
        return warning
    is_here = profile.name in loaded.settings.connections or is_there(
        profile.folders.database(profile.name)
    )
    are_named = warning.fault is SettingsFault.VALUES and "profile" not in warning.fields
    if not is_here or not (is_named or are_named):
        raise SettingsUnusableError(str(warning.path))
    return warning


def require_known(profile: Profile) -> None:
    """Pass a profile that is here, or that its first use makes.

    Raises:
        ProfileUnknownError: the name is a slip, or the settings have lost a shared database: it
            must not become an empty one of this workstation.
    """
    settings = profile.settings.load().settings
    if not may_be_made(profile.name) and not is_known(profile.name, profile.folders, settings):
        raise ProfileUnknownError(profile.name)


def require_made(profile: Profile) -> None:
    """Pass a profile that opening does not make.

    Raises:
        DatabaseNotMadeError: it would be a new, empty database of this workstation.
    """
    path = profile.folders.database(profile.name)
    if not (profile.is_shared or profile.was_here or path.exists()):
        raise DatabaseNotMadeError(str(path))


def add_shared_profile(
    name: str,
    connection: ConnectionSettings,
    authority: bytes | None,
    folders: Folders,
    settings: SettingsStore,
) -> None:
    """Describe a shared database under this name; one of the same name is replaced.

    ``authority`` is the CA certificate in PEM that vouches for the server, of which the profile
    keeps a copy; it goes with ``own_authority``. The login's password is stored beside this, in
    ``SharedProfile.login_password``.

    Raises:
        FieldRefusedError: the name or the address cannot be used.
        FileUnusableError: ``exists``: a database of this workstation has the name; or the
            certificate or the settings cannot be written.
    """
    database = folders.database(name)
    require_connection(connection)
    if connection.own_authority != (authority is not None):
        raise ValueError("a CA certificate goes with own_authority")
    if database.exists():
        raise FileUnusableError(str(database), "exists")
    folders.create()
    if authority is not None:
        write_whole(folders.authority(name), authority, replace=True)
    settings.update(lambda old: old.with_connection(name, connection))


def colleagues_of(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The other profiles of this workstation on the same shared database, with their logins."""
    connections = profile.settings.load().settings.connections
    own = connections.get(profile.name)
    if own is None:
        return ()

    def is_same(other: ConnectionSettings) -> bool:
        return (set(other.hosts), other.database) == (set(own.hosts), own.database)

    return tuple(
        (name, other.login)
        for name, other in sorted(connections.items())
        if name != profile.name and is_same(other)
    )

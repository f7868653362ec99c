"""Under which name a shared database is described on this workstation."""

from collections.abc import Callable

from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.folders import Folders
from desktop_app.system.keyring_store import SystemKeyring, profile_entries
from desktop_app.system.settings import SettingsStore

USUAL_SHARED = "team"


def free_name(
    wanted: str,
    connection: ConnectionSettings,
    folders: Folders,
    settings: SettingsStore,
    keyring: SystemKeyring,
    *,
    is_begun: Callable[[str], bool],
) -> str:
    """``wanted``, or with a number behind it where that belongs to another database.

    The same login on the same database finds its name again: on the way to it a server may have
    got more hosts. The keyring is the user's, and other data folders keep their profiles' secrets
    there by the same names: a name that has any is theirs, unless ``is_begun`` knows that they
    are of this very database, from a run that was cut off.

    Raises:
        TeamKeyError: the keyring cannot be asked.
    """
    known = settings.load().settings.connections

    def is_usable(name: str) -> bool:
        if name in known:
            return _is_same(known[name], connection)
        if folders.database(name).exists():
            return False
        is_kept = any(keyring.read(entry) is not None for entry in profile_entries(name))
        return not is_kept or is_begun(name)

    number, name = 1, wanted
    while not is_usable(name):
        number += 1
        name = f"{wanted}-{number}"
    return name


def _is_same(known: ConnectionSettings, connection: ConnectionSettings) -> bool:
    same = (known.database, known.login) == (connection.database, connection.login)
    return same and not set(known.hosts).isdisjoint(connection.hosts)

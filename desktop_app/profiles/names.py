"""Under which name a shared database is described on this workstation."""

from desktop_app.system.connection_settings import ConnectionSettings
from desktop_app.system.folders import Folders
from desktop_app.system.settings import SettingsStore

USUAL_SHARED = "team"


def free_name(
    wanted: str, connection: ConnectionSettings, folders: Folders, settings: SettingsStore
) -> str:
    """``wanted``, or with a number behind it where that belongs to another database.

    The same login on the same database finds its name again: on the way to it a server may have
    got more hosts.
    """
    known = settings.load().settings.connections
    number, name = 1, wanted
    while not (
        _is_same(known[name], connection) if name in known else not folders.database(name).exists()
    ):
        number += 1
        name = f"{wanted}-{number}"
    return name


def _is_same(known: ConnectionSettings, connection: ConnectionSettings) -> bool:
    same = (known.database, known.login) == (connection.database, connection.login)
    return same and not set(known.hosts).isdisjoint(connection.hosts)

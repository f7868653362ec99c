"""Whether a profile is there; a part of every start, so it imports little."""

from pathlib import Path

from desktop_app.system.folders import DEFAULT_PROFILE, Folders
from desktop_app.system.settings import Settings


def is_known(name: str, folders: Folders, settings: Settings) -> bool:
    """Whether anything of a profile is on this workstation: a lost database counts as well."""
    return (
        name in settings.connections
        or name in settings.profiles
        or is_there(folders.database(name))
        or is_there(folders.journal_head(name))
    )


def is_there(path: Path) -> bool:
    """Whether a file is there; in a folder that nobody may enter it is as good as gone."""
    try:
        return path.exists()
    except PermissionError:
        return False


def may_be_made(name: str) -> bool:
    """Whether opening a profile that is not known makes it: any other name is a slip."""
    return name == DEFAULT_PROFILE

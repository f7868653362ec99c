"""Whether a profile is there; a part of every start, so it imports little."""

from desktop_app.system.folders import DEFAULT_PROFILE, Folders
from desktop_app.system.settings import Settings


def is_known(name: str, folders: Folders, settings: Settings) -> bool:
    """Whether anything of a profile is on this workstation: a lost database counts as well."""
    return (
        name in settings.connections
        or name in settings.profiles
        or folders.database(name).exists()
        or folders.journal_head(name).exists()
    )


def may_be_made(name: str) -> bool:
    """Whether opening a profile that is not known makes it: any other name is a slip."""
    return name == DEFAULT_PROFILE

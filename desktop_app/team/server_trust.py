"""Changes whose certificates a workstation accepts from the server of a shared database."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop_app.profiles.registry import add_shared_profile
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres.greeting import verified_certificate
from desktop_app.system.files import read_bounded
from desktop_app.team.inviting import LARGEST_AUTHORITY


def trust(profile: SharedProfile, source: Path) -> datetime:
    """Accept the authorities in a PEM file from now on; when the server's certificate ends.

    The profile keeps a copy, and invitations made with it carry that. The server is asked first,
    so that a mistaken file cuts nobody off.

    Raises:
        FileUnusableError: the file cannot be read, or the copy cannot be written.
        ServerNotTrustedError: nobody in the file vouches for the server as it is now.
        ServerUnreachableError: it does not answer.
    """
    authority = read_bounded(source, LARGEST_AUTHORITY)
    end = verified_certificate(replace(profile.server(), ca_file=source, tls=True)).end
    connection = replace(profile.connection, own_authority=True, tls=True)
    add_shared_profile(profile.name, connection, authority, profile.folders, profile.settings)
    return end

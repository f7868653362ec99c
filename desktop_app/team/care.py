"""What an administrator of a shared database does with its people; imported with that engine."""

from desktop_app.core.entities import Role
from desktop_app.gui.people.contract import TeamCare
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.shared import SharedProfile
from desktop_app.storage.postgres.database import PostgresDatabase
from desktop_app.team.inviting import Invite


def team_care_of(opened: OpenProfile) -> TeamCare | None:
    """The people and the invitations of an opened shared profile; None but for its admins."""
    profile, storage = opened.profile, opened.storage
    if not isinstance(profile, SharedProfile) or not isinstance(storage, PostgresDatabase):
        return None
    if storage.person.role is not Role.ADMIN:
        return None
    invite = Invite(
        logins=storage.people,
        connection=profile.connection,
        authority=profile.folders.authority(profile.name),
        keys=opened.keys.all,
        clock=opened.clock,
    )
    return TeamCare(
        login=storage.person.login,
        people=storage.people,
        invitations=invite,
        resume=storage.credentials.resume,
        clock=opened.clock,
    )

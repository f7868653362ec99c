"""From this workstation's own database into a team's; imported with the engines of both."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.handover import HandedOver
from desktop_app.core.secret import Secret
from desktop_app.gui.setup.contract import OwnerLogin
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.keys import KeyPlace
from desktop_app.profiles.shared import SharedProfile
from desktop_app.profiles.workstation import WorkstationProfile
from desktop_app.storage.postgres.owner import Owner
from desktop_app.system.folders import DEFAULT_PROFILE
from desktop_app.team.server_adopt import Adoption


@dataclass(frozen=True, slots=True)
class MovingUp:
    """What the window needs for it; see ``gui.setup.contract.Adopting``."""

    source: WorkstationProfile
    target: SharedProfile
    needs_vault: bool

    def trial(self, owner: OwnerLogin) -> HandedOver:
        """Do everything on the server, and undo it."""
        return self._adoption(owner).trial()

    def run(
        self, owner: OwnerLogin, vault: Secret[str] | None, recovery: Path, passphrase: Secret[str]
    ) -> tuple[HandedOver, Path]:
        """Take everything over; also where the old database is kept from now on."""
        keys = self.source.keys()
        if vault is not None:
            keys.vault.unlock(vault)
        adopted = self._adoption(owner).run(keys, recovery, passphrase)
        return adopted.counts, adopted.archive

    def _adoption(self, owner: OwnerLogin) -> Adoption:
        target = self.target
        workstation = target.user.workstation
        login = Owner(target.server(), owner.login, owner.password, workstation)
        return Adoption(self.source, target, login)


def moving_up_to(opened: OpenProfile) -> MovingUp | None:
    """The usual profile's database, while it is there and the shared one is empty.

    Raises:
        StorageError: the shared database cannot be read.
    """
    shared = opened.profile
    if not isinstance(shared, SharedProfile) or opened.storage.customers.count():
        return None
    if not shared.folders.database(DEFAULT_PROFILE).exists():
        return None
    source = WorkstationProfile(
        DEFAULT_PROFILE,
        shared.folders,
        shared.user,
        shared.clock,
        shared.keyring,
        shared.settings,
    )
    return MovingUp(source, shared, source.keys().place is KeyPlace.VAULT)

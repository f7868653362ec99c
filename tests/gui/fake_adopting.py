"""A workstation's database in memory that goes into a shared one."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.handover import HandedOver
from desktop_app.core.secret import Secret
from desktop_app.gui.setup.contract import OwnerLogin

if TYPE_CHECKING:
    from desktop_app.core.errors import WatchwordError

COUNTS = HandedOver(customers=3, passwords=1, cautions=0)
ARCHIVE = Path("/home/tanja/.local/share/watchword/workstation-until-2026-11-22.db")


class FakeAdopting:
    """``failure`` is raised by every call while it is set."""

    def __init__(self, *, needs_vault: bool = False) -> None:
        self.needs_vault = needs_vault
        self.failure: WatchwordError | None = None
        self.tried: list[str] = []
        self.done: list[tuple[str, str, Path, str]] = []

    def trial(self, owner: OwnerLogin) -> HandedOver:
        if self.failure is not None:
            raise self.failure
        self.tried.append(owner.login)
        return COUNTS

    def run(
        self, owner: OwnerLogin, vault: Secret[str] | None, recovery: Path, passphrase: Secret[str]
    ) -> tuple[HandedOver, Path]:
        if self.failure is not None:
            raise self.failure
        opened = "" if vault is None else vault.reveal()
        self.done.append((owner.login, opened, recovery, passphrase.reveal()))
        return COUNTS, ARCHIVE

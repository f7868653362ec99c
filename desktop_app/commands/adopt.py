"""``server adopt``: a workstation's customers and passwords into an empty shared database."""

from argparse import Namespace
from dataclasses import asdict

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.owner import owner_of, require_shared, with_owner_password
from desktop_app.commands.targets import target_of
from desktop_app.commands.terminal import Terminal
from desktop_app.core.handover import HandedOver
from desktop_app.core.secret import Secret
from desktop_app.gui.texts.translation import tr
from desktop_app.profiles.base import Profile
from desktop_app.profiles.keys import KeyPlace, ProfileKeys
from desktop_app.profiles.workstation import WorkstationProfile
from desktop_app.team.server_adopt import Adoption

translate = QCoreApplication.translate


def adopt(profile: Profile, terminal: Terminal, options: Namespace) -> int:
    """Take over, or with ``--trial`` only try to."""
    shared = require_shared(profile)
    source = WorkstationProfile(
        options.source,
        shared.folders,
        shared.user,
        shared.clock,
        shared.keyring,
        shared.settings,
    )

    def adoption_by(password: Secret[str] | None) -> Adoption:
        adoption = Adoption(source, shared, owner_of(shared, options.owner, password))
        adoption.check()
        return adoption

    recovery = None if options.trial else target_of(options.recovery, shared.files)
    adoption = with_owner_password(terminal, options.owner, adoption_by)
    if recovery is None:
        counts = adoption.trial()
        terminal.report({"trial": True, **asdict(counts)}, lambda: _counted(counts, trial=True))
        return exit_codes.DONE
    keys = _opened_keys(source.keys(), terminal)
    passphrase = terminal.ask_new_passphrase(
        translate("Commands", "Passphrase for the recovery file (six words or more):"),
        translate("Commands", "The same again:"),
    )
    adopted = adoption.run(keys, recovery, passphrase)
    terminal.report(
        {
            "trial": False,
            **asdict(adopted.counts),
            "archive": str(adopted.archive),
            "recovery": str(recovery),
        },
        lambda: [
            *_counted(adopted.counts, trial=False),
            translate(
                "Commands", "The old database and its journal are kept, read-only: {path}"
            ).format(path=adopted.archive),
            translate(
                "Commands",
                "Recovery file written: {path}. Keep it away from the database, and its passphrase"
                " away from both.",
            ).format(path=recovery),
        ],
    )
    return exit_codes.DONE


def _opened_keys(keys: ProfileKeys, terminal: Terminal) -> ProfileKeys:
    if keys.place is KeyPlace.VAULT:
        keys.vault.unlock(
            terminal.ask_passphrase(translate("Commands", "Passphrase of the vault file:"))
        )
    return keys


def _counted(counts: HandedOver, *, trial: bool) -> list[str]:
    customers = tr("%n customers", None, counts.customers)
    passwords = tr("%n passwords", None, counts.passwords)
    cautions = tr("%n cautions", None, counts.cautions)
    text = (
        translate("Commands", "Would be taken over: {customers}, {passwords}, {cautions}.")
        if trial
        else translate("Commands", "Taken over: {customers}, {passwords}, {cautions}.")
    )
    return [text.format(customers=customers, passwords=passwords, cautions=cautions)]

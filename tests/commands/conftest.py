"""A computer for the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.commands.in_process import CHEAP, Workplace
from tests.commands.program import Program

if TYPE_CHECKING:
    from tests.secret_service import SecretService

LIST = (
    "Kundennummer;Vorname;Nachname;Firma;Telefon;Land\n"
    "004711;Jonas;Weber;Weber GmbH;0681 5550137;Deutschland\n"
    "K 12 34;Anna;Straßer;;+43 1 5550199;Österreich\n"
)


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    """A computer with the two customers of ``LIST`` and a cheap hash."""
    workplace = Workplace(tmp_path / "home")
    with workplace.opened() as opened:
        opened.storage.policies.save(CHEAP)
    assert workplace.import_list(LIST).code == 0
    return workplace


@pytest.fixture
def program(tmp_path: Path, secret_service: "SecretService") -> Program:
    """The program of a user with an empty keyring of their own."""
    return Program(tmp_path / "home", secret_service.variables)


@pytest.fixture
def bare_program(tmp_path: Path) -> Program:
    """The program on a computer without a keyring."""
    return Program(tmp_path / "home", {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"})

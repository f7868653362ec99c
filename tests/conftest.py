"""Fixtures for every layer's tests."""

import os
import signal
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from dev_display import display

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.postgres_server import PostgresServer
    from tests.secret_service import SecretService
    from tests.storage.postgres_team import PostgresTeam


# How long an example takes says something of the machine's other work, nothing of the program.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Give each of several processes a display of its own: on one they would share the focus.

    What a shell starts in the background ignores Ctrl+C and hands that down to every program
    under test, some of which are tested for it.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if "PYTEST_XDIST_WORKER" in os.environ:
        own = ExitStack()
        os.environ.update(own.enter_context(display()))
        config.add_cleanup(own.close)


@pytest.fixture(scope="session")
def postgres_server() -> "Iterator[PostgresServer]":
    """A real PostgreSQL for the whole run; whoever needs a database makes one of their own."""
    if sys.platform == "win32":
        pytest.skip("the tests start a server on Linux only")
    from tests.postgres_server import PostgresServer

    with PostgresServer() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_team(postgres_server: "PostgresServer") -> "PostgresTeam":
    """A team with a login for everybody, set up on that server once."""
    from tests.storage.postgres_team import PostgresTeam

    return PostgresTeam(postgres_server)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application is made as the window's own is, whichever test needs it first."""
    from desktop_app.gui.look.appearance import STYLE_ARGUMENTS

    return ["watchword", *STYLE_ARGUMENTS]


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application speaks English with its plurals, whichever test came before."""
    from desktop_app.gui.texts.translation import install_catalogue

    install_catalogue(qapp, "en")
    return qapp


@pytest.fixture
def secret_service(monkeypatch: pytest.MonkeyPatch) -> "Iterator[SecretService]":
    """A real, empty, unlocked Secret Service, which keyring libraries find during the test."""
    yield from _secret_service(monkeypatch, prompting=False)


@pytest.fixture
def prompting_secret_service(monkeypatch: pytest.MonkeyPatch) -> "Iterator[SecretService]":
    """The same with a prompt that opens and stays open when a locked secret is read."""
    yield from _secret_service(monkeypatch, prompting=True)


def _secret_service(
    monkeypatch: pytest.MonkeyPatch, *, prompting: bool
) -> "Iterator[SecretService]":
    if sys.platform == "win32":
        pytest.skip("Windows keeps its secrets elsewhere")
    from tests.secret_service import SecretService

    with SecretService(prompting=prompting) as service:
        for name, value in service.variables.items():
            monkeypatch.setenv(name, value)
        yield service

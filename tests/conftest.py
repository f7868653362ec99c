"""Fixtures for every layer's tests."""

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.secret_service import SecretService


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application is made as the window's own is, whichever test needs it first."""
    from desktop_app.gui.appearance import STYLE_ARGUMENTS

    return ["watchword", *STYLE_ARGUMENTS]


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

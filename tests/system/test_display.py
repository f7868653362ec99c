import socket
import sys
from pathlib import Path

import pytest

from desktop_app.system import display
from desktop_app.system.display import has_display


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


def test_without_any_display_there_is_none() -> None:
    """An empty environment, a name that is none, and a server that is not there."""
    assert not has_display({})
    for name in ("", "7", ":x", ":4077", "unix:4077", "localhost:4077"):
        assert not has_display({"DISPLAY": name}), name
    assert not has_display({"WAYLAND_DISPLAY": "wayland-77", "XDG_RUNTIME_DIR": "/nowhere"})


def test_a_server_that_answers_is_a_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both kinds of server are found by their sockets, listed by the system or not."""
    monkeypatch.setattr(display, "_SOCKETS", tmp_path)
    with socket.socket(socket.AF_UNIX) as x11, socket.socket(socket.AF_UNIX) as wayland:
        for server, name in ((x11, "X77"), (wayland, "wayland-0")):
            server.bind(str(tmp_path / name))
            server.listen()
        for listing in (Path("/proc/net/unix"), tmp_path / "none"):
            monkeypatch.setattr(display, "_LISTENING", listing)
            assert has_display({"DISPLAY": ":77.0"})
            assert has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_platform_that_was_chosen_is_trusted() -> None:
    """Whoever names Qt's platform knows what they do."""
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows needs no environment variable to show a window."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert has_display({})

"""The calls of the Windows API, against a stand-in that records them."""

import ctypes
import sys
from ctypes import wintypes
from dataclasses import dataclass, field
from typing import Any

import pytest

from desktop_app.system.windows import Windows, load_windows


@dataclass
class Recorder:
    """Windows' libraries: every function records its arguments and gives the planned answer."""

    answers: dict[str, list[int]] = field(default_factory=dict)
    calls: list[tuple[str, str, tuple[Any, ...]]] = field(default_factory=list)
    display_name: str = ""

    def library(self, name: str) -> Any:
        recorder = self

        class Library:
            def __getattr__(self, function: str) -> Any:
                def call(*arguments: Any) -> int:
                    recorder.calls.append((name, function, arguments))
                    if function == "GetUserNameExW":
                        arguments[1].value = recorder.display_name
                    return recorder.answers.get(function, [1]).pop(0)

                return call

        return Library()


def test_the_type_of_a_drive_is_asked() -> None:
    """The root goes to GetDriveTypeW and its number comes back."""
    recorder = Recorder({"GetDriveTypeW": [4]})
    assert Windows(recorder.library).drive_type("Z:\\") == 4
    assert recorder.calls == [("kernel32", "GetDriveTypeW", ("Z:\\",))]


def test_crash_dumps_are_switched_off() -> None:
    """No error box, and error reports without the heap."""
    recorder = Recorder()
    Windows(recorder.library).switch_off_crash_dumps()
    assert recorder.calls == [("kernel32", "SetErrorMode", (3,)), ("kernel32", "WerSetFlags", (1,))]


def affinities(recorder: Recorder) -> list[tuple[int | None, int]]:
    return [(window.value, mode) for _, _, (window, mode) in recorder.calls]


def test_a_window_is_left_out_of_recordings() -> None:
    """The mode of Windows 10 2004 is enough where there is it; a whole native id gets through."""
    recorder = Recorder()
    assert Windows(recorder.library).exclude_from_capture(0x1_0000_0001, excluded=True)
    assert affinities(recorder) == [(0x1_0000_0001, 0x11)]


def test_an_older_windows_shows_it_black() -> None:
    """Where the newer mode is refused the older one is used."""
    recorder = Recorder({"SetWindowDisplayAffinity": [0, 1]})
    assert Windows(recorder.library).exclude_from_capture(7, excluded=True)
    assert affinities(recorder) == [(7, 0x11), (7, 0x01)]


def test_a_refusal_is_told() -> None:
    """The caller learns that the window can be recorded."""
    recorder = Recorder({"SetWindowDisplayAffinity": [0, 0]})
    assert not Windows(recorder.library).exclude_from_capture(7, excluded=True)


def test_remote_support_can_see_the_window_again() -> None:
    """The switch for remote support takes the exclusion back."""
    recorder = Recorder()
    assert Windows(recorder.library).exclude_from_capture(7, excluded=False)
    assert affinities(recorder) == [(7, 0)]


def test_a_window_is_told_of_its_session_only() -> None:
    """The whole native id is registered for this session; a refusal is told."""
    recorder = Recorder({"WTSRegisterSessionNotification": [1, 0]})
    windows = Windows(recorder.library)
    assert windows.watch_session(0x1_0000_0001)
    assert not windows.watch_session(7)
    [(library, _, (window, scope)), _] = recorder.calls
    assert (library, window.value, scope) == ("wtsapi32", 0x1_0000_0001, 0)


@pytest.mark.parametrize(
    ("message", "parameter", "pauses"),
    [
        (0x02B1, 7, True),  # locked
        (0x02B1, 8, False),  # unlocked
        (0x02B1, 4, True),  # remote session ended
        (0x0218, 4, True),  # about to sleep
        (0x0218, 7, False),  # awake again
        (0x0100, 7, False),  # a key
    ],
)
def test_only_leaving_the_session_pauses(message: int, parameter: int, *, pauses: bool) -> None:
    """A message is read where Windows put it, and coming back is no reason to pause."""
    sent = wintypes.MSG(message=message, wParam=parameter)
    assert Windows(Recorder().library).tells_of_pause(ctypes.addressof(sent)) is pauses


def test_another_process_may_come_forward() -> None:
    """A second start lets the first one's window take the focus."""
    recorder = Recorder()
    Windows(recorder.library).let_others_come_forward()
    [(library, function, (process,))] = recorder.calls
    assert (library, function, process.value) == ("user32", "AllowSetForegroundWindow", 0xFFFFFFFF)


def test_the_full_name_is_read() -> None:
    """The display name, or nothing where Windows knows none."""
    assert Windows(Recorder(display_name="Lukas Berger").library).full_name() == "Lukas Berger"
    assert Windows(Recorder({"GetUserNameExW": [0]}).library).full_name() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there the API is the real one")
def test_elsewhere_there_is_no_windows() -> None:
    """Asking for the API on another system is a mistake of the caller."""
    with pytest.raises(RuntimeError):
        load_windows()

"""Programs that are run to their own end."""

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path


class ProgramError(Exception):
    """A program ended with a failure; the text is the line of its output that tells most."""


def run_to_end(
    command: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    output: int | None = None,
) -> int:
    """The exit code of a program that ends by itself, also after Ctrl+C.

    The terminal sends Ctrl+C to the program too. Killing it on top would leave packages half
    configured and the servers of a test run behind.

    Raises:
        KeyboardInterrupt: after the program's end, if Ctrl+C was pressed meanwhile.
    """
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
    interrupted = False
    try:
        while process.returncode is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                interrupted = True
    finally:
        if process.returncode is None:
            process.terminate()
            process.wait()
    if interrupted:
        raise KeyboardInterrupt
    return process.returncode


def run_quietly(command: Sequence[str]) -> None:
    """Run a program whose output matters only if it fails.

    Raises:
        ProgramError: it did.
        KeyboardInterrupt: after its end, if Ctrl+C was pressed meanwhile.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        code = run_to_end(command, output=output.fileno())
        if code != 0:
            output.seek(0)
            lines = [line.strip() for line in output if line.strip()]
            reasons = [line for line in lines if line.startswith(("E: ", "ERROR: "))]
            raise ProgramError((reasons or lines[-1:] or [f"exit code {code}"])[0])

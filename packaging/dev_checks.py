"""The checks of a checkout, in the order in which they fail fastest."""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from dev_display import display
from dev_environment import Environment
from dev_process import run_to_end

# Most tests wait, for a server's time-out or a caret, so more of them than cores run beside each
# other; each process has a display of its own, because a display has one focus.
_BESIDE_EACH_OTHER = ("-n", "3", "--dist", "loadfile")


def check(environment: Environment, pytest_arguments: list[str]) -> int:
    """Run ruff, mypy and pytest; the exit code is that of the first that fails."""
    # Without this, ending the run from outside would leave the display's server behind.
    signal.signal(signal.SIGTERM, _on_sigterm)
    python = environment.python
    root = Path(environment.root)
    for step in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)):
        code = run_to_end((python, "-m", *step), folder=root)
        if code != 0:
            return code
    with display() as variables:
        return run_to_end(
            (python, "-m", "pytest", *_BESIDE_EACH_OTHER, *pytest_arguments),
            folder=root,
            environment={**os.environ, **variables},
        )


def _on_sigterm(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(128 + signal.SIGTERM)

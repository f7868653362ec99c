"""Takes the steps of setting a shared database up, and tells of each."""

from collections.abc import Callable, Sequence

from desktop_app.core.errors import WatchwordError
from desktop_app.gui.setup.contract import SetupStep, StepResult, Tell

Step = tuple[SetupStep, Callable[[], str | tuple[str, str]]]
"""A step and what it does; the text says what was found, a second one what goes with it."""


def run_steps(steps: Sequence[Step], tell: Tell) -> bool:
    """Take the steps in order and tell of each; the first that fails is the last."""
    for step, take in steps:
        try:
            found = take()
        except WatchwordError as error:
            tell(StepResult(step, error=error))
            return False
        detail, more = (found, "") if isinstance(found, str) else found
        tell(StepResult(step, detail, more))
    return True

"""Makes first passwords one after the other, as far as somebody lets it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.core.entities import Customer
from desktop_app.core.errors import StorageError, WatchwordError
from desktop_app.core.first_password_ports import Candidate
from desktop_app.core.first_passwords import FirstPassword, FirstPasswords
from desktop_app.gui.long_job import LongJob


@dataclass(slots=True)
class FirstRun:
    """What became of the customers of one run.

    ``made`` have a password that is on no paper yet. ``left_out`` have another one by now, or are
    gone. ``unclear`` is whose turn it was when the database failed: they may have one that nobody
    knows. Everybody else is as before.
    """

    made: list[FirstPassword] = field(default_factory=list)
    left_out: list[Customer] = field(default_factory=list)
    unclear: Candidate | None = None
    failure: WatchwordError | None = None

    @property
    def done(self) -> int:
        """How many have had their turn."""
        return len(self.made) + len(self.left_out)


def carry_out(
    first: FirstPasswords,
    candidates: tuple[Candidate, ...],
    reason: str,
    language: str,
    job: LongJob,
) -> FirstRun:
    """Make a password for each of them until ``job`` is given up; blocks for long.

    Nothing of a failure is raised: what was made before it must not be lost with it.
    """
    run = FirstRun()
    try:
        LongJob.or_none(lambda: _collect(run, first.make(candidates, reason, language), job))
    except StorageError as error:
        run.failure = error
        run.unclear = candidates[run.done] if run.done < len(candidates) else None
    except WatchwordError as error:
        run.failure = error
    return run


def _collect(run: FirstRun, steps: Iterable[FirstPassword | Customer], job: LongJob) -> None:
    job.tell(0)
    for step in steps:
        if isinstance(step, FirstPassword):
            run.made.append(step)
        else:
            run.left_out.append(step)
        job.tell(run.done)

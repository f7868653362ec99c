"""Several sessions that do something at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

from desktop_app.core.errors import WatchwordError


def at_once(*works: Callable[[], object]) -> list[WatchwordError | None]:
    """Do all at the same moment, each in a thread of its own; what each failed with."""
    barrier = Barrier(len(works))
    outcomes: list[WatchwordError | None] = [None] * len(works)

    def run(place: int, work: Callable[[], object]) -> None:
        barrier.wait()
        try:
            work()
        except WatchwordError as error:
            outcomes[place] = error

    threads = [Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes

"""Seconds for what must not wait for a computer that sleeps."""

import sys
import time

if sys.platform == "linux":

    def seconds_since_start() -> float:
        """Seconds that never go back and go on while the computer is suspended."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)
else:

    def seconds_since_start() -> float:
        """Seconds that never go back and go on while the computer is suspended."""
        return time.monotonic()

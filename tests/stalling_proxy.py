"""A TCP proxy of the tests' own: passes everything on, until it stalls or cuts the line."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

_CHUNK = 65_536


class StallingProxy:
    """Listens on a port of this computer and leads to another one, as long as the ``with`` block.

    While it stalls it still takes connections and bytes, as a network does whose far end is gone;
    what it has taken is passed on when it no longer stalls.
    """

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._flows = threading.Event()
        self._flows.set()
        self._at_answer: Callable[[], object] | None = None
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._has_ended = False

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._has_ended = True
        self._flows.set()
        # A thread that waits in accept does not notice that its socket was closed.
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        self._listener.close()
        self.cut()
        for thread in self._threads:
            thread.join()

    def stall(self) -> None:
        """Pass nothing on."""
        self._flows.clear()

    def flow(self) -> None:
        """Pass on what has come and what comes."""
        self._flows.set()

    def lose_next_answer(self, then: Callable[[], object]) -> None:
        """Swallow what comes next from the far end, do ``then``, and close every line."""
        self._at_answer = then

    def cut(self) -> None:
        """Close every line; new ones can be opened."""
        with self._lock:
            lines, self._open = self._open, []
        for line in lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _start(self, target: Callable[..., None], *arguments: socket.socket) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self._has_ended:
                near.close()
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._target), 5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self._lock:
                self._open += [near, far]
            self._start(self._pass_on, near, far)
            self._start(self._pass_back, far, near)

    def _pass_back(self, far: socket.socket, near: socket.socket) -> None:
        self._pass_on(far, near, loses_answer=True)

    def _pass_on(
        self, source: socket.socket, target: socket.socket, *, loses_answer: bool = False
    ) -> None:
        with suppress(OSError):
            while data := source.recv(_CHUNK):
                self._flows.wait()
                if loses_answer and self._at_answer is not None:
                    then, self._at_answer = self._at_answer, None
                    then()
                    self.cut()
                    return
                target.sendall(data)
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

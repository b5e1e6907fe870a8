"""While a slider moves, only the newest question is worth an answer."""

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Newest:
    """One question is worked out at a time; of those that come meanwhile only the newest is worked out after it."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._numbers = itertools.count(1)
        self._last = 0

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Wait for one's turn; False where a newer question came meanwhile."""
        mine = self._last = next(self._numbers)
        with self._turn:
            yield mine == self._last

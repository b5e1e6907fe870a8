"""Whether the lines of adverts repeat often enough that remembering what each says pays.

Adverts of one employer share their paragraphs, so lines repeat; how often differs. Remembering costs a tenth where no
line repeats and saves half and more where most do (docs/method/scale.md), so the share is measured as texts go by.
"""

from typing import Final

WINDOW: Final = 250
"""Texts after which the share is looked at anew."""
ENOUGH: Final = 0.6
"""Share of lines met before from which on remembering pays."""
_MOST: Final = 100_000


class Repeats:
    """Looks at each text; `often` tells what the last window of them was like. O(characters), some 10 microseconds."""

    def __init__(self) -> None:
        self.often = False
        self._seen: set[int] = set()
        self._before: set[int] = set()
        self._texts = self._lines = self._again = 0

    def look(self, text: str) -> bool:
        """Count a text's lines, and tell whether lines repeat often."""
        lines = set(map(hash, text.split("\n")))
        known = len(lines & self._seen)
        if self._before:
            known += len((lines - self._seen) & self._before)
        self._seen |= lines
        if len(self._seen) > _MOST:
            self._before, self._seen = self._seen, set()
        self._again += known
        self._lines += len(lines)
        self._texts += 1
        if self._texts >= WINDOW:
            self.often = self._again >= ENOUGH * self._lines
            self._texts = self._lines = self._again = 0
        return self.often

"""Where a name is cut: `communication skills` says no more than `communication`, and readers mark that alone."""

import re

from headway.mentions.fold import fold_name
from headway.mentions.patterns import Patterns
from headway.mentions.words import load_words

_ADJECTIVE = ("al", "ive", "ed", "ic", "ous", "driven", "centric", "oriented")
"""Ends of words that are no name without the noun behind them: `analytical skills`."""
_BASED = re.compile(r"[ -]based\b", re.IGNORECASE)
_MOST_KNOWN = 20_000


class Trim:
    """Cuts words of no weight off the ends of names. The last ones are kept."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._known: dict[tuple[str, str], tuple[int, int]] = {}

    def cut(self, surface: str, skill: str) -> tuple[int, int]:
        """Characters to leave out at the start and at the end of a name as it stands: the rest names the skill too."""
        known = self._known.get((surface, skill))
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[surface, skill] = self._cut(surface, skill)
        return known

    def _cut(self, surface: str, skill: str) -> tuple[int, int]:
        words, low = load_words(), surface.lower().replace("-", " ")
        left = next((len(w) + 1 for w in words.lead_ins if low.startswith(f"{w} ")), 0)
        if left and self._names(surface[left:], skill):
            return left, 0
        based = _BASED.search(surface)
        if based and self._names(surface[: based.start()], skill):
            return 0, len(surface) - based.start()
        body, _, last = surface.rpartition(" ")
        if last.lower() in words.lead_outs and body == body.strip() and self._names(body, skill):
            return 0, len(surface) - len(body)
        return 0, 0

    def _names(self, rest: str, skill: str) -> bool:
        if rest.lower().endswith(_ADJECTIVE):
            return False
        return any(form.skill == skill for form in self._patterns.find_name(fold_name(rest)))

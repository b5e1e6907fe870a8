"""One pass over a text for every word at which a rule of this room looks closer."""

from functools import cache

import ahocorasick_rs

from headway.postings.words import LevelWords, PhraseWords, TriggerWords, load

Places = dict[str, list[tuple[int, int]]]
"""Signal name to the places (start, end) where one of its words stands."""


_ELSEWHERE = frozenset(
    (
        *("kinds", "item_asks", "following", "one_of", "examples", "wished_list", "in_use"),
        *("counts", "counted_kinds", "not_counted"),
    )
)
"""Lists that other rules look up by themselves."""


class _Words:
    """The automaton and, for each of its patterns, the signals it stands for and whether letters may go on."""

    def __init__(self) -> None:
        signals: dict[str, set[str]] = {}
        for shape in (TriggerWords, PhraseWords, LevelWords):
            lists = load(shape)
            for name in lists.__struct_fields__:
                if name not in _ELSEWHERE:
                    for word in getattr(lists, name):
                        signals.setdefault(word, set()).add(name)
        self.names = [tuple(sorted(signals[word])) for word in signals]
        self.open_left = [word.startswith("*") or not word[0].isalnum() for word in signals]
        self.open_right = [word.endswith("*") or not word[-1].isalnum() for word in signals]
        self.automaton = ahocorasick_rs.AhoCorasick(
            [word.strip("*") for word in signals], matchkind=ahocorasick_rs.MatchKind.Standard
        )


@cache
def _words() -> _Words:
    return _Words()


def signals_in(low: str) -> Places:
    """Where the words of each signal stand in a text in lower case; of several at one place, the longest."""
    words = _words()
    found: Places = {}
    last: dict[str, tuple[int, int]] = {}
    for index, start, end in words.automaton.find_matches_as_indexes(low, overlapping=True):
        if not words.open_left[index] and start and low[start - 1].isalnum():
            continue
        if not words.open_right[index] and end < len(low) and low[end].isalnum():
            continue
        for name in words.names[index]:
            before = last.get(name)
            if before is not None and before[1] > start:
                if end - start <= before[1] - before[0]:
                    continue
                found[name].pop()
            found.setdefault(name, []).append((start, end))
            last[name] = (start, end)
    return found

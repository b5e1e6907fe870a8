"""The country of a job, where the text plainly says one."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from headway.postings.lines import Line, Lines
from headway.postings.place_names import Named, names_in
from headway.postings.signals import Places
from headway.postings.words import WorkplaceWords, any_word, load

_REACH = 45
_LONGEST_LABELLED = 120
_LONGEST_ALONE = 80
TOP: Final = 8
"""Lines at the top, the title among them, of which one may be the place and nothing else."""
_THEIRS = re.compile(r"\b(?:customers|clients|vendors|suppliers|partners|users)\b[^.;:]{0,40}$")
"""Right before a phrase that tells where: it is others who are there."""
_SENTENCE = re.compile(r"(?<!\b[a-z])(?<!\bst)[.!?;]\s")
_WORD = re.compile(r"[^\W\d_](?:[\w'-]*\w)?")


@cache
def _label() -> re.Pattern[str]:
    named = any_word(load(WorkplaceWords).labels)
    return re.compile(rf"\W{{0,6}}(?:{named})(?:\(s\))?(?:\W{{0,4}}[:\-–—：|]|\s*$)|[^:.]{{0,60}}\boffices? in\s?:")


def country_of(lines: Lines, signals: Places, title: str) -> tuple[str, int, int, float] | None:
    """ISO code, place and confidence: from the title, else labels and lines that are a place, else phrases."""
    if lines.lines and title:
        first = lines.lines[0]
        named = names_in(lines, first.start, first.end)
        if named:
            return *named[0], 0.8
    return most_named([*labelled_all(lines), *alone_at_top(lines)]) or most_named(told_where(lines, signals))


def most_named(names: Iterable[Named]) -> tuple[str, int, int, float] | None:
    """The country named most often, of equals the one that stands first; with its place and confidence."""
    votes: dict[str, tuple[int, int, int]] = {}
    for code, start, stop in names:
        count, begin, finish = votes.get(code, (0, start, stop))
        votes[code] = (count + 1, begin, finish)
    if not votes:
        return None
    code = max(votes, key=lambda each: (votes[each][0], -votes[each][1]))
    return code, *votes[code][1:], 0.75 if len(votes) == 1 else 0.55


def told_where(lines: Lines, signals: Places) -> list[Named]:
    """Countries behind a phrase like `based in`."""
    found = []
    for _, end in signals.get("where", ()):
        line = lines.at(end)
        if (
            line is not None
            and line.section != "legal"
            and not _THEIRS.search(lines.low, max(line.start, end - 60), end)
        ):
            stop = min(line.end, end + _REACH)
            sentence = _SENTENCE.search(lines.low, end, stop)
            found += names_in(lines, end, sentence.start() if sentence else stop)
    return found


def labelled_all(lines: Lines) -> list[Named]:
    """Countries behind a label like `Location:`, or in the line below one that is such a label and nothing else."""
    found: list[Named] = []
    below = False
    for line in lines.lines:
        found += below_label(lines, line) if below else labelled(lines, line)
        below = is_label(lines, line)
    return found


def labelled(lines: Lines, line: Line) -> list[Named]:
    """Countries behind a label in the line itself."""
    label = _label().match(lines.low, line.start, line.end) if line.end - line.start < _LONGEST_LABELLED else None
    return names_in(lines, label.end(), min(line.end, label.end() + _REACH)) if label else []


def is_label(lines: Lines, line: Line) -> bool:
    """Whether the line is a label of places and nothing else."""
    label = _label().match(lines.low, line.start, line.end) if line.end - line.start < _LONGEST_ALONE else None
    return label is not None and not lines.low[label.end() : line.end].strip(" *_:：|#")


def below_label(lines: Lines, line: Line) -> list[Named]:
    """Countries in a short line that stands below a label."""
    return names_in(lines, line.start, line.end) if line.end - line.start < _LONGEST_LABELLED else []


def alone_at_top(lines: Lines) -> list[Named]:
    """Countries of the lines near the top that are a place and nothing else: `Berlin · Hybrid · Full-time`."""
    return [each for line in lines.lines[1:TOP] for each in alone(lines, line)]


def alone(lines: Lines, line: Line) -> list[Named]:
    """Countries of a line that holds places and words of work beside them, and nothing else."""
    if line.end - line.start >= _LONGEST_ALONE or "." in lines.low[line.end - 1 : line.end]:
        return []
    named = names_in(lines, line.start, line.end)
    return named if named and not _more_than(named, lines, line) else []


def _more_than(named: Sequence[Named], lines: Lines, line: Line) -> bool:
    """Whether a line says more than these places."""
    beside = load(WorkplaceWords).beside
    at = line.start
    for start, end in [*((start, end) for _, start, end in named), (line.end, line.end)]:
        for word in _WORD.findall(lines.low, at, start):
            if word not in beside:
                return True
        at = end
    return any(letter.isdigit() for letter in lines.low[line.start : line.end])

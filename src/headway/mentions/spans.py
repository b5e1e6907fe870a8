"""A second reader: marks spans as the annotators of SkillSpan did, whether or not the skill map knows the name.

A linear chain over the words of a sentence (begin, inside, none), with the scan's candidates among its features.
Slower, and of another convention than ours (degrees and spoken languages count, many occurrences do not): for
comparison with others on that data set, and to find names that the map lacks.
"""

import re
from itertools import pairwise

from headway.mentions.fold import fold_name
from headway.mentions.weights import SpanWeights

NONE, BEGIN, INSIDE = 0, 1, 2
SCALE = 10
"""The shipped numbers are in tenths."""

Word = tuple[int, int, str]
Mark = tuple[int, int, str]
"""start, end, and what the scan made of it: kind and how sure."""

_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")
_VERBS = frozenset(
    "a the an to of is are we you our your with for in on and or will be as that this have".split()  # noqa: SIM905
)
_RUN = re.compile(r"(.)\1{2,}")
_NEVER = -1e9
_LONGEST_SHAPE = 8
_FEW_WORDS = 6


def words_of(text: str) -> list[list[Word]]:
    """Sentences as words with their positions; brackets and commas at a word's edge stand alone."""
    sentences, start = [], 0
    for stop in [*(m.start() for m in _SENTENCE.finditer(text)), len(text)]:
        words = [word for m in _WORD.finditer(text, start, stop) for word in _split(m.start(), m[0])]
        if words:
            sentences.append(words)
        start = stop
    return sentences


def _split(start: int, word: str) -> list[Word]:
    head = len(word) - len(word.lstrip('([{"“•*'))
    tail = len(word.rstrip(').]},;:!?"”*'))
    if tail <= head:
        return [(start, start + len(word), word)]
    edges = sorted({0, head, tail, len(word)})
    return [(start + a, start + b, word[a:b]) for a, b in pairwise(edges)]


def features_of(words: list[Word], marks: list[Mark]) -> list[list[str]]:
    """Feature names for each word of a sentence: words and shapes around it, and what the scan found there."""
    low = ["<s>", "<s>", *(word.lower() for *_, word in words), "</s>", "</s>"]
    shapes = ["<s>", "<s>", *(_shape(word) for *_, word in words), "</s>", "</s>"]
    found = ["-", "-", *_found(words, marks), "-", "-"]
    size = "few" if len(words) <= _FEW_WORDS else "many"
    style = "prose" if _VERBS & set(low) else "list"
    style += str(3 * sum(word[:1].isupper() for *_, word in words) // len(words))
    return [_around(i, low, shapes, found, f"{size}|{style}") for i in range(2, len(words) + 2)]


def _around(i: int, low: list[str], shapes: list[str], found: list[str], style: str) -> list[str]:
    word, shape, here = low[i], shapes[i], found[i]
    return [
        "bias", f"w={word}", f"-1={low[i - 1]}", f"+1={low[i + 1]}", f"-2={low[i - 2]}", f"+2={low[i + 2]}",
        f"-1w={low[i - 1]}|{word}", f"w+1={word}|{low[i + 1]}", f"s={shape}", f"-s={shapes[i - 1]}|{shape}",
        f"s+={shape}|{shapes[i + 1]}", f"end={word[-3:]}", f"start={word[:3]}", f"f={here}",
        f"-f={found[i - 1]}|{here}",
        f"f+={here}|{found[i + 1]}", f"fw={here}|{word}", f"f-1={here}|{low[i - 1]}", f"f+1={here}|{low[i + 1]}",
        f"y={style}", f"ys={style}|{shape}", f"yf={style}|{here}",
    ]  # fmt: skip


def _shape(word: str) -> str:
    """`GPT-4` → `XX-d`, `Python` → `Xxx`: runs cut to two."""
    kinds = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    return _RUN.sub(r"\1\1", kinds)[:_LONGEST_SHAPE]


def _found(words: list[Word], marks: list[Mark]) -> list[str]:
    labels = [""] * len(words)
    for start, end, what in marks:
        inside = [i for i, (a, b, _) in enumerate(words) if a < end and start < b]
        for i in inside:
            labels[i] = ("B" if i == inside[0] else "I") + what
    return labels


def best_tags(rows: list[list[str]], weights: SpanWeights) -> tuple[list[int], list[float]]:
    """The most likely tag of each word (Viterbi) and by how much the word itself speaks for it over none."""
    known, moves = weights.features, weights.transitions
    emissions = [_emission(row, known) for row in rows]
    best, back = [emissions[0][0], emissions[0][1], _NEVER], []
    for emission in emissions[1:]:
        step, origin = [], []
        for tag in (NONE, BEGIN, INSIDE):
            scores = [best[old] + moves[old][tag] for old in (NONE, BEGIN, INSIDE)]
            if tag == INSIDE:
                scores[NONE] = _NEVER
            old = max((NONE, BEGIN, INSIDE), key=scores.__getitem__)
            step.append(scores[old] + emission[tag])
            origin.append(old)
        best = step
        back.append(origin)
    tags = [max((NONE, BEGIN, INSIDE), key=best.__getitem__)]
    for origin in reversed(back):
        tags.append(origin[tags[-1]])
    tags.reverse()
    return tags, [emission[tag] / SCALE for emission, tag in zip(emissions, tags, strict=True)]


def _emission(row: list[str], known: dict[str, tuple[float, float]]) -> tuple[float, float, float]:
    begin = inside = 0.0
    for name in row:
        if name in known:
            b, i = known[name]
            begin += b
            inside += i
    return 0.0, begin, inside


def spans_of(words: list[Word], tags: list[int], support: list[float]) -> list[tuple[int, int, float]]:
    """Tags to spans: start, end, and the least support of its words."""
    spans: list[tuple[int, int, float]] = []
    for (start, end, _), tag, much in zip(words, tags, support, strict=True):
        if tag == BEGIN:
            spans.append((start, end, much))
        elif tag == INSIDE and spans:
            spans[-1] = (spans[-1][0], end, min(much, spans[-1][2]))
    return spans


def read_spans(text: str, marks: list[Mark], weights: SpanWeights) -> list[tuple[int, int, float]]:
    """All spans of a text."""
    spans = []
    for words in words_of(text):
        first, last = words[0][0], words[-1][1]
        rows = features_of(words, [m for m in marks if m[0] < last and first < m[1]])
        spans += spans_of(words, *best_tags(rows, weights))
    return [span for span in spans if fold_name(text[span[0] : span[1]])]

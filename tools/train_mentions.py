"""Learn the numbers of the keep/drop decision: `python tools/train_mentions.py [--dry]`.

Data: SkillSpan's train split (MIT), and the development half of our own labelled postings (tests/gold; their texts
are read from $HEADWAY_SHARED, and no word of them is kept). A candidate of the scan is an example. In SkillSpan it
counts as kept when experts marked something that overlaps it; their convention leaves many occurrences unmarked and
counts degrees, so an unmarked candidate weighs little. In our postings it is kept when both readers marked exactly its
characters, and is no example when one alone did. Every number is drawn towards the one set by hand (judgement.json):

    minimise  sum_i w_i log(1 + exp(-y_i x_i b))  +  1/2 sum_j ((b_j - hand_j) / s_j)^2

with w_i = `skillspan` for marked and `skillspan` x `unmarked` for unmarked candidates there and `own` here, s =
`freedom` for features and `alias_freedom` for aliases (SETTINGS below).
Newton's method; no randomness, so the same data give the same numbers.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np

from headway.knowledge.load import load_lexicon
from headway.knowledge.model import Lexicon
from headway.mentions.decide import Decision
from headway.mentions.features import Context, facts, names
from headway.mentions.find import Finder
from headway.mentions.layout import Layout
from headway.mentions.patterns import Patterns, spell_out
from headway.mentions.resolve import longest_first
from headway.mentions.scan import Candidate, Scanner
from headway.mentions.trim import Trim
from headway.mentions.weights import Trained, Weights, load_judgement
from headway.mentions.words import load_words
from score_gold import Posting, read_labels, read_texts, touches
from score_gold import scores as gold_scores
from score_mentions import knowledge_spans, sentences, skillspan

TARGET = Path(__file__).parents[1] / "src" / "headway" / "data" / "mentions" / "weights.json"
DATE = "2026-11-20"
Example = tuple[list[str], str, bool, float]
SETTINGS = {"skillspan": 0.1, "unmarked": 0.25, "own": 1.0, "freedom": 0.15, "alias_freedom": 0.4, "threshold": 0.5}
FEWEST = 0.02
"""Learned alias numbers smaller than this are left out of the file."""


def examples(lexicon: Lexicon, postings: list[Posting], settings: dict[str, float]) -> list[Example]:
    """Features, alias, whether marked, and weight, of every candidate."""
    scanner, texts = Scanner(Patterns(spell_out(lexicon, load_words()))), read_texts()
    trim = Trim(scanner.patterns)
    rows = [(e, settings["skillspan"]) for row in sentences("train", "any") for e in _of_sentence(scanner, *row)]
    rows += [(e, settings["own"]) for p in postings for e in _of_posting(scanner, trim, texts[p.id], p)]
    loose = settings["unmarked"]
    return [(f, alias, marked, weight * (w if w else loose)) for (f, alias, marked, w), weight in rows]


def _of_posting(scanner: Scanner, trim: Trim, text: str, posting: Posting) -> Iterator[Example]:
    """Longest first, as the finder goes: a name that no reader marked frees its place for a shorter one."""
    found = scanner.scan(text)
    context = Context(text, found, Layout(text))
    judged: list[tuple[Candidate, bool]] = []

    def keep(c: Candidate) -> bool:
        left, right = trim.cut(c.surface, c.form.skill)
        span = (c.start + left, c.end - right)
        if span in posting.both or not touches(span, posting.optional):
            judged.append((c, span in posting.both))
        return span in posting.both or (span in posting.optional and not touches(span, list(posting.both)))

    longest_first(found.candidates, keep, len(text))
    for c, marked in judged:
        if not Decision.forbids(c, context):
            yield names(facts(c, context)), c.form.key, marked, 1.0


def _of_sentence(
    scanner: Scanner, text: str, knowledge: list[tuple[int, int]], skill: list[tuple[int, int]]
) -> Iterator[Example]:
    found = scanner.scan(text)
    context = Context(text, found, Layout(text))
    for c in longest_first(found.candidates, lambda _: True, len(text)):
        marked = knowledge + skill if c.form.kind == "human" else knowledge
        hit = touches((c.start, c.end), marked)
        yield names(facts(c, context)), c.form.key, hit, 1.0 if hit else 0.0


def fit(rows: list[Example], hand: dict[str, float], settings: dict[str, float]) -> dict[str, float]:
    """The numbers that minimise the sum in this file's docstring; alias numbers under `@` names."""
    names = sorted({n for f, *_ in rows for n in f} | {f"@{a}" for _, a, *_ in rows} | hand.keys())
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (found, alias, *_) in enumerate(rows):
        x[i, [place[n] for n in found] + [place[f"@{alias}"]]] = 1.0
    y = np.array([marked for _, _, marked, _ in rows], float)
    weight = np.array([weight for *_, weight in rows])
    start = np.array([hand.get(n, 0.0) for n in names])
    spread = np.array([settings["alias_freedom" if n[0] == "@" else "freedom"] for n in names])
    b = _newton(x, y, weight, start, 1.0 / spread**2)
    return dict(zip(names, b.round(4).tolist(), strict=True))


def _newton(
    x: np.ndarray, y: np.ndarray, weight: np.ndarray, start: np.ndarray, pull: np.ndarray, steps: int = 50
) -> np.ndarray:
    """Newton's method, each step halved until the sum falls."""

    def cost(b: np.ndarray) -> float:
        z = x @ b
        return float(weight @ (np.logaddexp(0.0, z) - y * z) + 0.5 * pull @ (b - start) ** 2)

    b = start.copy()
    for _ in range(steps):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ b, -30, 30)))
        slope = x.T @ (weight * (p - y)) + pull * (b - start)
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        while cost(b - step) > cost(b) and np.abs(step).max() > 1e-7:
            step /= 2
        b -= step
        if np.abs(step).max() < 1e-6:
            break
    return b


def train(lexicon: Lexicon, settings: dict[str, float] = SETTINGS, postings: list[Posting] | None = None) -> Weights:
    """The numbers of the decision. postings: those to learn from; None: the development half."""
    rows = examples(lexicon, read_labels("development") if postings is None else postings, settings)
    numbers = fit(rows, load_judgement().features, settings)
    header = Trained(
        data="SkillSpan (kris927b/SkillSpan), train split; the first 15 postings of tests/gold/postings.jsonl",
        licence="MIT; our own labels",
        date=DATE,
        script="tools/train_mentions.py",
        examples=len(rows),
        settings=settings,
        scores={},
    )
    return Weights(
        trained=header,
        threshold=settings["threshold"],
        features={n: v for n, v in numbers.items() if n[0] != "@"},
        aliases={n[1:]: v for n, v in numbers.items() if n[0] == "@" and abs(v) > FEWEST},
    )


def scored(weights: Weights, lexicon: Lexicon) -> Weights:
    """The same weights with their scores on both splits in the header."""
    finder = Finder(lexicon, weights=weights)
    scores = {
        f"SkillSpan TECH knowledge {split}, {name} F1": round(score[2], 1)
        for split in ("train", "dev")
        for name, score in skillspan(knowledge_spans(finder), split).items()
    }
    for half in ("development", "test"):
        for name, score in gold_scores(finder, read_labels(half), read_texts()).items():
            scores[f"labelled postings, {half} half, {name} F1"] = round(score[2], 1)
    return msgspec.structs.replace(weights, trained=msgspec.structs.replace(weights.trained, scores=scores))


def main(lexicon: Lexicon | None = None) -> None:
    """Train, score, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="print the scores, write nothing")
    options = parser.parse_args()
    lexicon = lexicon or load_lexicon()
    weights = scored(train(lexicon), lexicon)
    print(json.dumps(weights.trained.scores, indent=1))
    if not options.dry:
        encoded = msgspec.json.encode(weights, order="deterministic")
        TARGET.write_bytes(msgspec.json.format(encoded, indent=1) + b"\n")


if __name__ == "__main__":
    main()

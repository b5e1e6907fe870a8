"""Learn the span reader: `python tools/train_spans.py [--dry]`; needs the keep/drop numbers (train_mentions.py) first.

Data: SkillSpan's train split (MIT), knowledge spans, both sources. A structured perceptron over begin, inside and none:
the best tags under the present numbers, made to look better wherever they miss a marked word (`miss` per word), are
compared with the experts' tags, and the numbers of the features that differ move by one; the mean over all steps is
kept, and of it the `kept` largest. The order of sentences comes from a fixed seed.
"""

import argparse
import json
import random
from pathlib import Path

import msgspec

from headway.knowledge.load import load_lexicon
from headway.knowledge.model import Lexicon
from headway.mentions.find import Finder
from headway.mentions.spans import BEGIN, INSIDE, NONE, best_tags, features_of, words_of
from headway.mentions.weights import SpanWeights, Trained
from score_mentions import SHARED, knowledge_spans, skillspan

TARGET = Path(__file__).parents[1] / "src" / "headway" / "data" / "mentions" / "spans.json"
DATE = "2026-11-20"
SETTINGS = {"epochs": 12.0, "miss": 6.0, "kept": 7900.0, "seed": 1.0}
TAGS = {"O": NONE, "B": BEGIN, "I": INSIDE}
Example = tuple[list[list[str]], list[int]]


def examples(finder: Finder) -> list[Example]:
    """Features and tags of every sentence of the train split."""
    rows = map(json.loads, (SHARED / "data" / "skillspan" / "train.json").read_text(encoding="utf-8").splitlines())
    return [example for row in rows if (example := _of_row(row, finder))]


def _of_row(row: dict, finder: Finder) -> Example | None:
    text, position, gold = " ".join(row["tokens"]), 0, {}
    for token, tag in zip(row["tokens"], row["tags_knowledge"], strict=True):
        gold |= {at: (TAGS[tag], at > position) for at in range(position, position + len(token))}
        position += len(token) + 1
    words = [word for sentence in words_of(text) for word in sentence]
    tags = [INSIDE if gold[start] == (BEGIN, True) else gold[start][0] for start, *_ in words]
    return (features_of(words, finder.marks(text)), tags) if words else None


class Perceptron:
    """Numbers, and the sums their mean is made of."""

    def __init__(self, miss: float) -> None:
        self.now: dict[str, tuple[float, float]] = {
            f"={tag}": (-miss, -miss) if tag else (miss / 3, miss / 3) for tag in (NONE, BEGIN, INSIDE)
        }
        self.sums: dict[str, tuple[float, float]] = {}
        self.moves = [[0.0] * 3 for _ in range(3)]
        self.move_sums = [[0.0] * 3 for _ in range(3)]
        self.step = 1

    def learn(self, rows: list[list[str]], gold: list[int]) -> None:
        """One sentence."""
        guess = self._tempted(rows, gold)
        for i, row in enumerate(rows):
            if guess[i] != gold[i]:
                self._shift(row, gold[i], 1.0)
                self._shift(row, guess[i], -1.0)
            if i and (guess[i - 1], guess[i]) != (gold[i - 1], gold[i]):
                for a, b, by in ((gold[i - 1], gold[i], 1.0), (guess[i - 1], guess[i], -1.0)):
                    self.moves[a][b] += by
                    self.move_sums[a][b] += by * self.step
        self.step += 1

    def _tempted(self, rows: list[list[str]], gold: list[int]) -> list[int]:
        """Best tags when every marked word looks worse by `miss`: a name must win clearly."""
        cued = [[*row, f"={tag}"] for row, tag in zip(rows, gold, strict=True)]
        return best_tags(cued, SpanWeights(NO_HEADER, self.moves, self.now))[0]

    def _shift(self, row: list[str], tag: int, by: float) -> None:
        if tag == NONE:
            return
        begin, inside = (by, 0.0) if tag == BEGIN else (0.0, by)
        for name in row:
            b, i = self.now.get(name, (0.0, 0.0))
            self.now[name] = (b + begin, i + inside)
            b, i = self.sums.get(name, (0.0, 0.0))
            self.sums[name] = (b + begin * self.step, i + inside * self.step)

    def mean(self, kept: int) -> tuple[list[list[int]], dict[str, tuple[int, int]]]:
        """Transitions and the largest numbers, averaged over all steps, in tenths."""
        n = self.step
        pairs = zip(self.moves, self.move_sums, strict=True)
        moves = [[_tenths(a - b / n) for a, b in zip(*rows, strict=True)] for rows in pairs]
        numbers = {
            name: (_tenths(self.now[name][0] - b / n), _tenths(self.now[name][1] - i / n))
            for name, (b, i) in self.sums.items()
        }
        largest = sorted(numbers, key=lambda name: (-max(map(abs, numbers[name])), name))[:kept]
        return moves, {name: numbers[name] for name in sorted(largest)}


def _tenths(number: float) -> int:
    return round(10 * number)


NO_HEADER = Trained("", "", "", "", 0, {}, {})


def train(lexicon: Lexicon) -> SpanWeights:
    """The span reader's numbers."""
    rows = examples(Finder(lexicon))
    learner, order = Perceptron(SETTINGS["miss"]), random.Random(int(SETTINGS["seed"]))
    for _ in range(int(SETTINGS["epochs"])):
        order.shuffle(rows)
        for features, tags in rows:
            learner.learn(features, tags)
    header = Trained(
        data="SkillSpan (kris927b/SkillSpan), train split",
        licence="MIT",
        date=DATE,
        script="tools/train_spans.py",
        examples=len(rows),
        settings=SETTINGS,
        scores={},
    )
    return SpanWeights(header, *learner.mean(int(SETTINGS["kept"])))


def main(lexicon: Lexicon | None = None) -> None:
    """Train, score, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="print the scores, write nothing")
    options = parser.parse_args()
    lexicon = lexicon or load_lexicon()
    weights = train(lexicon)
    finder = Finder(lexicon, "skillspan", spans=weights)
    scores = {
        f"SkillSpan TECH knowledge {split}, {name} F1": round(score[2], 1)
        for split in ("train", "dev")
        for name, score in skillspan(knowledge_spans(finder), split).items()
    }
    print(json.dumps(scores, indent=1))
    if not options.dry:
        weights = msgspec.structs.replace(weights, trained=msgspec.structs.replace(weights.trained, scores=scores))
        TARGET.write_bytes(msgspec.json.encode(weights, order="deterministic").replace(b"],", b"],\n") + b"\n")


if __name__ == "__main__":
    main()

"""Score the default finder against 60 real postings that two readers labelled apart: `python tools/score_gold.py`.

    python tools/score_gold.py [--half development|test|fresh|all]

The labels are in tests/gold/postings.jsonl, without a word of the postings; the texts are read from
$HEADWAY_SHARED/data/postings. What both readers marked is asked for; what one alone marked is neither rewarded nor
punished. docs/method/labels.md says how they were made. The first 15 postings served to write and train the
decision (development), the next 15 only to measure it (test), the last 30 were labelled when it was done (fresh).
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from headway.knowledge.load import load_lexicon
from headway.knowledge.model import Lexicon
from headway.knowledge.names import folded, skill_forms
from headway.mentions.find import Finder

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("HEADWAY_SHARED", ROOT.parent / "shared"))
LABELS = ROOT / "tests" / "gold" / "postings.jsonl"
POSTINGS = SHARED / "data" / "postings" / "ml_postings.jsonl"
DEVELOPMENT = 15
"""The first so many postings were read while the decision was written."""
SEEN = 30
"""The rest was labelled after it was written."""
PARTS = {"development": slice(DEVELOPMENT), "test": slice(DEVELOPMENT, SEEN), "fresh": slice(SEEN, None)}

Span = tuple[int, int]


class Label(msgspec.Struct, frozen=True, rename={"other": "or"}):
    """One labelled place. canonical: the reader's name for the skill; other: the second reader's, where it differs."""

    start: int
    end: int
    skill: str | None
    canonical: str
    need: str
    other: str | None = None


class Posting(msgspec.Struct, frozen=True):
    """The labels of one posting, by who marked the place: `both` readers, or one of them alone (`a`, `b`)."""

    id: str
    both: dict[Span, Label]
    a: dict[Span, Label]
    b: dict[Span, Label]

    @property
    def optional(self) -> list[Span]:
        """Places that one reader alone marked."""
        return [*self.a, *self.b]

    def skills(self, reader: str, forms: dict[str, str]) -> set[str]:
        """Ids of the skills one reader named anywhere; names that are none of ours are left out."""
        agreed = [label.other or label.canonical if reader == "b" else label.canonical for label in self.both.values()]
        own = [label.canonical for label in (self.a if reader == "a" else self.b).values()]
        return {forms[folded(name)] for name in (*agreed, *own) if folded(name) in forms}


def read_labels(half: str = "all") -> list[Posting]:
    """The labelled postings, in their order."""
    rows: dict[str, dict[str, dict[Span, Label]]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = msgspec.convert(row["mentions"], list[Label])
        rows.setdefault(row["id"], {})[row["reader"]] = {(m.start, m.end): m for m in labels}
    postings = [Posting(id_, **readers) for id_, readers in rows.items()]
    return postings[slice(None) if half == "all" else PARTS[half]]


def read_texts() -> dict[str, str]:
    """Title, blank line and description of the shared postings, by id."""
    rows = map(json.loads, POSTINGS.read_text(encoding="utf-8").splitlines())
    return {row["id"]: f"{row['title']}\n\n{row['description']}" for row in rows}


def f1(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent; 0 where there is nothing to divide by."""
    precision = 100 * right / (right + wrong) if right + wrong else 0.0
    recall = 100 * right / (right + missed) if right + missed else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def scores(finder: Finder, postings: list[Posting], texts: dict[str, str]) -> dict[str, tuple[float, float, float]]:
    """Exact spans and the skills of a document.

    A place that both marked under a name our map lacks counts only when we mark it.
    """
    forms, count = skill_forms(finder.lexicon), Counter[str]()
    for posting in postings:
        found = {(m.start, m.end): m.skill for m in finder.find(texts[posting.id])}
        count.update(span_counts(posting, set(found), forms))
        a, b, ours = posting.skills("a", forms), posting.skills("b", forms), set(found.values())
        count.update(known=len(a & b & ours), unknown=len(ours - a - b), unseen=len((a & b) - ours))
    return {
        "exact spans": f1(count["right"], count["wrong"], count["missed"]),
        "skills of a document": f1(count["known"], count["unknown"], count["unseen"]),
    }


def span_counts(posting: Posting, found: set[Span], forms: dict[str, str]) -> dict[str, int]:
    """Right, wrong and missed places of one posting."""
    ours = {s for s, m in posting.both.items() if any(folded(n) in forms for n in (m.canonical, m.other) if n)}
    extra = [span for span in found - posting.both.keys() if not touches(span, posting.optional)]
    return {"right": len(found & posting.both.keys()), "wrong": len(extra), "missed": len(ours - found)}


def agreement(postings: list[Posting]) -> float:
    """F1 in percent of one reader's places against the other's."""
    both = sum(len(p.both) for p in postings)
    return f1(both, sum(len(p.a) for p in postings), sum(len(p.b) for p in postings))[2]


def main(lexicon: Lexicon | None = None) -> None:
    """Read the arguments, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", default="all", choices=(*PARTS, "all"))
    options = parser.parse_args()
    finder, texts = Finder(lexicon or load_lexicon()), read_texts()
    for half in PARTS if options.half == "all" else (options.half,):
        postings = read_labels(half)
        print(f"{half}: {len(postings)} postings; the readers agree at {agreement(postings):.1f} (exact spans)")
        for name, (precision, recall, both) in scores(finder, postings, texts).items():
            print(f"  {name:22} precision {precision:5.1f}  recall {recall:5.1f}  F1 {both:5.1f}")


if __name__ == "__main__":
    main()

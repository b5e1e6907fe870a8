"""Score the mentions room: SkillSpan sentences, and labelled postings in the annotation-guide format.

    python tools/score_mentions.py [--split dev] [--profile NAME]
    python tools/score_mentions.py --gold gold.jsonl --texts postings.jsonl

A gold row carries `id`, `mentions[{surface, nth, canonical, kind, need}]` and `skills[{canonical}]`; the texts carry
`id`, `title` and `description`. Canonical names are mapped to our skills by their aliases; those that map to none are
reported, and left out of the document score only.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from headway.knowledge.load import load_lexicon
from headway.knowledge.model import Lexicon
from headway.mentions.find import Finder
from headway.mentions.fold import fold_name

Span = tuple[int, int]
SHARED = Path(os.environ.get("HEADWAY_SHARED", Path(__file__).parents[2] / "shared"))


def sentences(split: str, source: str = "tech") -> Iterator[tuple[str, list[Span], list[Span]]]:
    """SkillSpan sentences as text with their knowledge spans and skill spans."""
    for line in (SHARED / "data" / "skillspan" / f"{split}.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if source in ("any", row["source"]):
            yield " ".join(row["tokens"]), _spans(row, "tags_knowledge"), _spans(row, "tags_skill")


def _spans(row: dict[str, list[str]], layer: str) -> list[Span]:
    spans: list[Span] = []
    position = 0
    for token, tag in zip(row["tokens"], row[layer], strict=True):
        end = position + len(token)
        if tag == "B":
            spans.append((position, end))
        elif tag == "I" and spans:
            spans[-1] = (spans[-1][0], end)
        position = end + 1
    return spans


def f1(right_of_found: int, found: int, right_of_gold: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent; 0 where nothing was found or asked."""
    precision = right_of_found / found if found else 0.0
    recall = right_of_gold / gold if gold else 0.0
    both = precision + recall
    return 100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0


def span_scores(pairs: Iterable[tuple[list[Span], list[Span]]]) -> dict[str, tuple[float, float, float]]:
    """Exact and overlap scores over (gold, found) lists of spans."""
    count: Counter[str] = Counter()
    for gold, found in pairs:
        exact = len(set(gold) & set(found))
        touched = sum(any(a < d and c < b for c, d in gold) for a, b in found)
        reached = sum(any(a < d and c < b for c, d in found) for a, b in gold)
        count.update(gold=len(gold), found=len(found), exact=exact, touched=touched, reached=reached)
    n = count
    return {
        "exact": f1(n["exact"], n["found"], n["exact"], n["gold"]),
        "overlap": f1(n["touched"], n["found"], n["reached"], n["gold"]),
    }


def skillspan(find: Callable[[str], list[Span]], split: str = "dev") -> dict[str, tuple[float, float, float]]:
    """Scores on the knowledge spans of the TECH part, sentence by sentence."""
    return span_scores((gold, find(text)) for text, gold, _ in sentences(split))


def knowledge_spans(finder: Finder) -> Callable[[str], list[Span]]:
    """Mentions of tools and concepts as spans: human skills are another layer there."""
    return lambda text: [(m.start, m.end) for m in finder.find(text) if m.kind != "human"]


def _nth(text: str, surface: str, nth: int) -> Span | None:
    at = -1
    for _ in range(nth):
        at = text.find(surface, at + 1)
        if at < 0:
            return None
    return at, at + len(surface)


def score_gold(finder: Finder, gold: list[dict], texts: dict[str, str]) -> None:
    """Print span and document scores against labelled postings."""
    names = {fold_name(e.text): e.skill for e in finder.lexicon.entries}
    names |= {fold_name(label): id_ for id_, label in finder.lexicon.labels.items()}
    pairs, documents, unmapped = [], Counter[str](), Counter[str]()
    for row in gold:
        found = finder.find(texts[row["id"]])
        spans = [_nth(texts[row["id"]], m["surface"], m["nth"]) for m in row["mentions"]]
        pairs.append(([s for s in spans if s], [(m.start, m.end) for m in found]))
        asked = {s["canonical"] for s in row["skills"]}
        unmapped.update(c for c in asked if fold_name(c) not in names)
        want, have = {names[fold_name(c)] for c in asked if fold_name(c) in names}, {m.skill for m in found}
        documents.update(both=len(want & have), want=len(want), have=len(have))
    for name, score in span_scores(pairs).items():
        _show(f"spans, {name}", score)
    both = documents["both"]
    _show("skills of a document, by id", f1(both, documents["have"], both, documents["want"]))
    print(f"canonical names that map to none of ours: {sum(unmapped.values())}", unmapped.most_common(40))


def _show(name: str, score: tuple[float, float, float]) -> None:
    print(f"{name:32} precision {score[0]:5.1f}  recall {score[1]:5.1f}  F1 {score[2]:5.1f}")


def read_texts(path: Path) -> dict[str, str]:
    """Title and description of each posting, by id."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: f"{row['title']}\n\n{row['description']}" for row in rows}


def main(lexicon: Lexicon | None = None) -> None:
    """Read the arguments, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    parser.add_argument("--profile", default="default", choices=("default", "skillspan"))
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    finder = Finder(lexicon or load_lexicon(), options.profile)
    if options.gold:
        rows = list(map(json.loads, options.gold.read_text(encoding="utf-8").splitlines()))
        score_gold(finder, rows, read_texts(options.texts))
        return
    start = time.process_time()
    for name, score in skillspan(knowledge_spans(finder), options.split).items():
        _show(f"SkillSpan TECH {options.split}, {name}", score)
    print(f"{time.process_time() - start:.2f} CPU-s")


if __name__ == "__main__":
    main()

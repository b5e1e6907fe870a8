"""Postings grown from the real ones by recombination: lines of many, other employers, cities and dates.

A grown text keeps the order of parts of a real one (about, duties, requirements, benefits); each of its paragraphs and
list items comes, with a chance, from the same kind of part of another posting. Employers keep their own opening and
closing paragraphs over all their postings, as real ones do. The same seed gives the same postings.
"""

import json
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("HEADWAY_SHARED", Path(__file__).parents[2] / "shared"))
_CITIES = (
    *("Berlin, DE", "Munich, DE", "Hamburg, DE", "Paris, FR", "Lyon, FR", "London, GB", "Leeds, GB", "Dublin, IE"),
    *("Amsterdam, NL", "Warsaw, PL", "Krakow, PL", "Madrid, ES", "Lisbon, PT", "Milan, IT", "Zurich, CH", "Vienna, AT"),
    *("New York, US", "San Francisco, US", "Austin, US", "Seattle, US", "Boston, US", "Chicago, US", "Toronto, CA"),
    *("Montreal, CA", "Bangalore, IN", "Hyderabad, IN", "Singapore, SG", "Sydney, AU", "Tokyo, JP", "Stockholm, SE"),
)
_FROM_ANOTHER = 0.6
"""Chance that a paragraph or list item comes from another posting."""
_FIRST_DAY = 20_400
"""Days from 1970 to the first posting: November 2025."""


def real_postings() -> list[tuple[str, str]]:
    """Title and text of the public postings, longer than 500 characters."""
    lines = (SHARED / "data" / "postings" / "ml_postings.jsonl").read_text("utf-8").splitlines()
    found = [(row["title"], row["description"]) for row in map(json.loads, lines)]
    for file in sorted((SHARED / "data" / "ats" / "ashby-boards").iterdir()):
        jobs = json.loads(file.read_text("utf-8"))["jobs"]
        found += [(job["title"].strip(), job.get("descriptionPlain") or "") for job in jobs]
    return [each for each in found if len(each[1]) > 500]


def _kind(line: str) -> str:
    bare = line.strip()
    if bare[:1] in "-*•·–" or bare[:2].rstrip(".").isdigit():
        return "item"
    if len(bare) < 80:
        return "short"
    return "long" if len(bare) < 400 else "block"


class Grower:
    """Makes postings. copies: share of adverts that repeat one before them (other city, later date, light edits)."""

    def __init__(self, seed: int, copies: float) -> None:
        self._rng = random.Random(seed)
        self._copies = copies
        self._real = real_postings()
        self._lines: dict[str, list[str]] = defaultdict(list)
        for _, text in self._real:
            for line in text.split("\n"):
                if line.strip():
                    self._lines[_kind(line)].append(line)
        self._lately: list[dict[str, Any]] = []

    def adverts(self, count: int) -> Iterator[dict[str, Any]]:
        """Rows of a feed. Copies repeat one of the last 2,000 adverts or so, as a board lists its cities together."""
        for number in range(count):
            if self._lately and self._rng.random() < self._copies:
                row = self._copy(self._rng.choice(self._lately))
            else:
                row = self._new(count)
            row["id"] = f"g{number:08d}"
            if len(self._lately) < 2_000:
                self._lately.append(row)
            else:
                self._lately[self._rng.randrange(2_000)] = row
            yield row

    def _new(self, count: int) -> dict[str, Any]:
        rng = self._rng
        employer = int(min(rng.paretovariate(1.1) * 20, max(count // 8, 50)) * rng.random())
        title = rng.choice(self._real)[0]
        return {
            "title": title,
            "company": f"Grown Employer {employer:06d}",
            "location": rng.choice(_CITIES),
            "posted": self._day(rng.randrange(365)),
            "description": self._text(employer),
        }

    def _text(self, employer: int) -> str:
        """A real posting's order of parts, most of its lines from others; its first and last long paragraph are the
        employer's own. Grown texts are as long as real ones."""
        rng, own = self._rng, random.Random(employer)
        lines = rng.choice(self._real)[1].split("\n")
        long = [at for at, line in enumerate(lines) if _kind(line) in ("long", "block")]
        kept = {at: own.choice(self._lines[_kind(lines[at])]) for at in long[:1] + long[1:][-1:]}
        for at, line in enumerate(lines):
            if at in kept:
                lines[at] = kept[at]
            elif line.strip() and rng.random() < _FROM_ANOTHER:
                lines[at] = rng.choice(self._lines[_kind(line)])
        return "\n".join(lines)

    def _copy(self, row: dict[str, Any]) -> dict[str, Any]:
        """Of ten copies six are in another city with the same text, two are reposts, two are edited."""
        rng, kind = self._rng, self._rng.random()
        if kind < 0.6:
            return {**row, "location": rng.choice(_CITIES)}
        later = {**row, "posted": self._day(rng.randrange(365))}
        if kind < 0.8:
            return later
        lines = row["description"].split("\n")
        at = rng.randrange(len(lines))
        lines[at] = rng.choice(self._lines["item"]) if _kind(lines[at]) == "item" else lines[at] + " Apply today."
        return {**later, "description": "\n".join(lines)}

    @staticmethod
    def _day(day: int) -> str:
        import datetime as dt

        return (dt.date(1970, 1, 1) + dt.timedelta(days=_FIRST_DAY + day)).isoformat()


def write(folder: Path, count: int, copies: float, seed: int = 1, part: int = 25_000) -> dict[str, float]:
    """JSON lines in parts. What was written: adverts, distinct texts, megabytes."""
    folder.mkdir(parents=True, exist_ok=True)
    distinct: set[int] = set()
    size = 0
    rows = Grower(seed, copies).adverts(count)
    for number in range(0, count, part):
        with (folder / f"part-{number // part:03d}.jsonl").open("w", encoding="utf-8") as out:
            for _, row in zip(range(min(part, count - number)), rows, strict=False):
                distinct.add(hash((row["title"], row["description"])))
                size += out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return {"adverts": count, "distinct": len(distinct), "megabytes": size / 1e6}

"""How well adverts of one job are put together: recall on planted copies, precision on what must stay apart.

    python benchmarks/copies.py [--adverts 1500]

Reads the public boards under HEADWAY_SHARED. Each advert is planted again in several ways; what the real boards hold
twice already (same employer, same title key) is left out of the planting, so that every other merge is a fault.
"""

import argparse
import json
import os
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np

from headway.market import copies
from headway.market.copies import groups_of
from headway.market.same_job import company_key, key_of, title_key
from headway.market.signature import folded_text, signature_of

SHARED = Path(os.environ.get("HEADWAY_SHARED", Path(__file__).parents[2] / "shared"))
Ad = tuple[str, str, str]
"""Employer, title, text."""


def boards() -> list[Ad]:
    """One advert of each job of the real boards."""
    found: dict[tuple[str, str], Ad] = {}
    for file in sorted((SHARED / "data" / "ats" / "ashby-boards").iterdir()):
        for job in json.loads(file.read_text("utf-8"))["jobs"]:
            ad = (file.stem, job["title"], job.get("descriptionPlain") or "")
            if len(ad[2]) > 500:
                found.setdefault((ad[0], title_key(ad[1], (job.get("location") or "",))), ad)
    return list(found.values())


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?\n])\s+", text)


def same(ad: Ad, _: random.Random, __: list[Ad]) -> Ad:
    """Word for word, in another city."""
    return ad[0], f"{ad[1]} (Lisbon)", ad[2]


def city(ad: Ad, _: random.Random, __: list[Ad]) -> Ad:
    """The city changed in the text as well."""
    return ad[0], f"{ad[1]} - Warsaw", f"Location: Warsaw, Poland\n{ad[2]}\nThis role is based in our Warsaw office."


def typos(ad: Ad, rng: random.Random, _: list[Ad]) -> Ad:
    """One word in a hundred misspelt."""
    words = ad[2].split(" ")
    return ad[0], ad[1], " ".join(word[::-1] if rng.random() < 0.01 else word for word in words)


def one_in(share: float) -> Callable[[Ad, random.Random, list[Ad]], Ad]:
    """That share of the sentences replaced by those of another employer."""

    def edit(ad: Ad, rng: random.Random, ads: list[Ad]) -> Ad:
        others = _sentences(rng.choice(ads)[2])
        kept = [rng.choice(others) if rng.random() < share else each for each in _sentences(ad[2])]
        return ad[0], ad[1], " ".join(kept)

    return edit


def boilerplate(ad: Ad, rng: random.Random, ads: list[Ad]) -> Ad:
    """A closing part of 800 characters added."""
    return ad[0], ad[1], f"{ad[2]}\n\n{rng.choice(ads)[2][-800:]}"


def shuffled(ad: Ad, rng: random.Random, _: list[Ad]) -> Ad:
    """Its paragraphs in another order."""
    parts = ad[2].split("\n\n")
    rng.shuffle(parts)
    return ad[0], ad[1], "\n\n".join(parts)


PLANTED: dict[str, Callable[[Ad, random.Random, list[Ad]], Ad]] = {
    "same text, other city": same,
    "city named in the text": city,
    "1 % of words misspelt": typos,
    "5 % of sentences replaced": one_in(0.05),
    "10 % of sentences replaced": one_in(0.1),
    "20 % of sentences replaced": one_in(0.2),
    "800 characters added": boilerplate,
    "paragraphs in another order": shuffled,
}


def arrays(ads: list[Ad]) -> tuple[np.ndarray, ...]:
    """What grouping takes."""
    titles = [title_key(title, ()) for _, title, _ in ads]
    texts = [folded_text(text) for *_, text in ads]
    numbers = (
        [key_of("", company_key(ad[0]), title) for ad, title in zip(ads, titles, strict=True)],
        [key_of("", title) for title in titles],
        [key_of(company_key(ad[0])) for ad in ads],
        [key_of(text.decode()) for text in texts],
    )
    return *(np.array(each, np.uint64) for each in numbers), np.array(
        [np.frombuffer(signature_of(t), "<u4") for t in texts]
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--adverts", type=int, default=1500)
    options = parser.parse_args()
    rng = random.Random(1)
    ads = boards()
    rng.shuffle(ads)
    ads = ads[: options.adverts]
    jobs, titles, companies, digests, signatures = arrays(ads)
    print(f"{len(ads)} adverts of {len(set(companies.tolist()))} employers, one for each job")
    hard = defaultdict(list)
    for at, company in enumerate(companies.tolist()):
        hard[company].append(at)
    alike = Counter()
    for rows in hard.values():
        for number, a in enumerate(rows):
            likeness = copies.likeness(signatures[rows[number + 1 :]], signatures[a])
            alike.update(bound for bound in (0.6, 0.7, 0.8, 0.9) for each in likeness if each >= bound)
    print("pairs of different jobs of one employer at least so alike:", dict(sorted(alike.items())))
    alone = groups_of(jobs, titles, companies, digests, signatures)
    print(f"merged though nothing was planted: {len(ads) - len(set(alone.tolist()))} of {len(ads)}")
    blind = np.zeros_like(jobs)
    by_text = groups_of(blind, np.arange(len(ads)).astype(np.uint64), blind, digests, signatures)
    print(f"the same by text alone, titles and employers ignored: {len(ads) - len(set(by_text.tolist()))}")
    bounds = (0.5, 0.6, 0.7, 0.8, 0.9)
    print("planted".ljust(32), *(f"{each:>6}" for each in bounds), " false")
    for name, plant in PLANTED.items():
        both = ads + [plant(ad, rng, ads) for ad in ads]
        given = arrays(both)
        found, false = [], 0
        for bound in bounds:
            copies.ALIKE = bound
            labels = groups_of(*given)
            found.append((labels[: len(ads)] == labels[len(ads) :]).mean())
            if bound == 0.6:
                sizes = Counter(labels.tolist())
                false = sum(size > 2 for size in sizes.values())
        print(name.ljust(32), *(f"{each:6.3f}" for each in found), f"{false:6d}")


if __name__ == "__main__":
    main()

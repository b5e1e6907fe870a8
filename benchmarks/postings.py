"""How fast postings are understood, skills included: postings per CPU-second, and memory.

    python benchmarks/postings.py [--rounds 3]

Reads the public postings under HEADWAY_SHARED; a posting there is about 5,000 characters.
"""

import argparse
import json
import os
import resource
import time
from pathlib import Path

SHARED = Path(os.environ.get("HEADWAY_SHARED", Path(__file__).parents[2] / "shared"))
_UNIT = 1024 * 1024 if os.uname().sysname == "Darwin" else 1024


def memory() -> float:
    """Most memory this process has held so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    lines = (SHARED / "data" / "postings" / "ml_postings.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [(row["title"], row["description"]) for row in map(json.loads, lines)]
    from headway.knowledge.load import load_knowledge, load_lexicon
    from headway.mentions.find import Finder
    from headway.postings.read import read_posting
    from headway.postings.titles import Titles

    finder, titles = Finder(load_lexicon()), Titles(load_knowledge().roles)
    start = time.process_time()
    read_posting(*rows[0], finder, titles)
    print(f"first posting, with what is built once: {time.process_time() - start:.3f} CPU-s")
    for _ in range(options.rounds):
        start = time.process_time()
        for title, text in rows:
            finder.find(f"{title}\n\n{text}")
        mentions = time.process_time() - start
        start = time.process_time()
        for title, text in rows:
            read_posting(title, text, finder, titles)
        seconds = time.process_time() - start
        print(
            f"{len(rows) / seconds:,.0f} postings per CPU-second "
            f"({1000 * seconds / len(rows):.2f} ms each, {1000 * mentions / len(rows):.2f} of it for the skills)"
        )
    print(f"{len(rows)} postings; {memory():.0f} MB at most")


if __name__ == "__main__":
    main()

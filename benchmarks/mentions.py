"""How fast mentions are found: postings per CPU-second with all decisions on, building time, memory.

    python benchmarks/mentions.py [--rounds 3]

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
    rows = (SHARED / "data" / "postings" / "ml_postings.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [f"{row['title']}\n\n{row['description']}" for row in map(json.loads, rows)]
    from headway.knowledge.load import load_lexicon
    from headway.mentions.find import Finder

    lexicon = load_lexicon()
    before, start = memory(), time.process_time()
    finder = Finder(lexicon)
    finder.find("ready")
    print(f"automaton and numbers: {time.process_time() - start:.3f} CPU-s, {memory() - before:.0f} MB more")
    for _ in range(options.rounds):
        start = time.process_time()
        found = sum(len(finder.find(text)) for text in texts)
        seconds = time.process_time() - start
        size = sum(map(len, texts)) / seconds / 1e6
        print(f"{len(texts) / seconds:,.0f} postings per CPU-second, {size:.1f} M characters")
    print(f"{found} mentions in {len(texts)} postings; {memory():.0f} MB at most")


if __name__ == "__main__":
    main()

"""Compile the example CVs (invented people) from their Typst sources. Needs: pip install typst."""

from pathlib import Path

import typst

EXAMPLES = Path(__file__).parent.parent / "examples"

if __name__ == "__main__":
    for source in sorted(EXAMPLES.glob("*.typ")):
        target = source.with_suffix(".pdf")
        # A fixed timestamp: the same source gives the same bytes.
        typst.compile(str(source), output=str(target), timestamp=0)
        print(f"{target.name}: {target.stat().st_size} bytes")

"""Renew docs/reference/share.schema.json, the JSON Schema of the files that `headway share` writes.

`python tools/make_share_schema.py [--check]`: with `--check` nothing is written; exit code 1 when it is
stale. tests/cohort/test_read.py does the same.
"""

import argparse
import json
import sys
from pathlib import Path

import msgspec

from headway.cohort.model import Share

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "share.schema.json"


def made() -> str:
    """The schema of the one struct that the files are read with."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Share)}
    return json.dumps(schema, indent=2, sort_keys=True) + "\n"


def main() -> int:
    """Write the schema, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return int(TARGET.read_text(encoding="utf-8") != made())
    TARGET.write_text(made(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

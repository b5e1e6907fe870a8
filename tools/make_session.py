"""Renew the terminal session of the README: `python tools/make_session.py`.

Imports the invented postings into a folder of its own, runs the main job on the example CV and keeps the beginning of
each part of the answer. Lines are as printed, without
blanks at their end; what is left out is marked by `[...]`.
"""

import contextlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from headway.cli.main import execute

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BEGIN, END, LEFT_OUT = "<!-- session -->", "<!-- /session -->", "[...]"
PREPARE = "market import --example --today 2026-11-20"
COMMAND = "plan examples/mara-lindqvist.pdf --role machine-learning-engineer --hours 10 --today 2026-11-20"
KEPT = {"What ": 3, "How far": 5, "The gap": 5, "Pay ": 3, "The guides": 2}
"""Beginning of a part's heading to the lines that are kept of it."""
STEP_LINES = 2
"""Lines that are kept of the plan's first step: what and when, and where."""
LEFT = ("Within reach of ",)
"""Parts that are left out: of invented postings alone they say little."""
CLOSING = ("All of this", "Sources disagree", "No sourced figure", "Done by", "Learning:", "Proof:")
"""Lines that are kept wherever they stand."""


def printed(home: Path) -> list[str]:
    """What the main job prints after the import, run from the root of the repository with `home` as the folder."""
    with contextlib.chdir(ROOT), mock.patch.dict(os.environ, HEADWAY_HOME=str(home)):
        _lines(PREPARE)
        return _lines(COMMAND)


def _lines(command: str) -> list[str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = execute(command.split())
    assert code in (0, 1), code
    return [line.rstrip() for line in out.getvalue().splitlines()]


def parts(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Heading and the lines below it."""
    starts = [n - 1 for n, line in enumerate(lines) if line and set(line) == {"─"} and lines[n - 2] == ""]
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        yield lines[start], lines[start + 2 : end - 1]


def in_short(lines: list[str]) -> list[str]:
    """What stands above the first part, with the blank line above it."""
    first = next(iter(parts(lines)))[0]
    return lines[: lines.index(first) - 1]


def session() -> str:
    """The block of the README."""
    with tempfile.TemporaryDirectory() as home:
        lines = printed(Path(home))
    shown = [f"$ headway {PREPARE}", LEFT_OUT, f"$ headway {COMMAND}", *in_short(lines)]
    for heading, body in parts(lines):
        if heading.startswith(LEFT):
            continue
        kept = _kept(heading, body)
        closing = [_closed(line) for line in body[kept:] if line.startswith(CLOSING)]
        shown += ["", heading, "─" * len(heading), *body[:kept]]
        shown += [LEFT_OUT] if len(body) > kept + len(closing) else []
        shown += closing
    return "\n".join([BEGIN, "```console", *shown, "```", END])


def _closed(line: str) -> str:
    """A line that goes on below says so."""
    return f"{line} {LEFT_OUT}" if line.endswith(",") else line


def _kept(heading: str, body: list[str]) -> int:
    """How many lines are kept. The first line of the plan's part is blank."""
    if heading.startswith("The plan"):
        return 1 + STEP_LINES
    return next(n for beginning, n in KEPT.items() if heading.startswith(beginning))


def main() -> None:
    """Write it."""
    page = README.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(before + session() + after, encoding="utf-8")


if __name__ == "__main__":
    main()

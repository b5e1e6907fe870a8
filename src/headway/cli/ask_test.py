"""Put a question on the screen (standard error, so that a result can be piped) and take what is typed."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from headway.app.assessment import Ask, Turn
from headway.cli.output import note
from headway.cli.show_reach import percent
from headway.errors import UnreadableFile

HELP = "?  I do not know · -  skip · p  pause · q  enough: what you have answered counts"


def asker(answers: str | None) -> Ask:
    """Answers from a file where one is named, else from standard input. Raises UnreadableFile."""
    if answers is None or answers == "-":
        return _from_lines(_typed, show=True)
    text = _read(answers)
    if text.lstrip().startswith("{"):
        return _by_id(text, answers)
    lines = iter(text.splitlines())
    return _from_lines(lambda: next(lines, None), show=False)


def _read(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{name} cannot be read: {error}.", "Give answers one a line, or a JSON object."
        ) from error


def _by_id(text: str, name: str) -> Ask:
    """Answers by question id; what is not there is not known."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise UnreadableFile(f"{name} is not JSON: {error}.", "Write {'question-id': 'answer'}.") from error
    return lambda turn: "?" if (said := found.get(turn.question.item)) is None else str(said)


def _from_lines(line: Callable[[], str | None], *, show: bool) -> Ask:
    def ask(turn: Turn) -> str | None:
        if show:
            _show(turn)
        if turn.question.kind == "query" or "\n" in str(turn.question.answer):
            return _several(line, turn.question.kind == "query")
        return line()

    return ask


def _several(line: Callable[[], str | None], query: bool) -> str | None:
    """Lines up to an empty one; a query also ends at its semicolon."""
    parts = list(_until_empty(line, query))
    return "\n".join(parts) if parts else None


def _until_empty(line: Callable[[], str | None], query: bool) -> Iterator[str]:
    first = True
    while (typed := line()) is not None:
        if not typed.strip():
            if first:
                yield ""
            return
        yield typed
        if (first and typed.strip().casefold() in ("?", "-", "p", "q")) or (query and typed.rstrip().endswith(";")):
            return
        first = False


def _typed() -> str | None:
    sys.stderr.write("> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None


def _usual(turn: Turn) -> str:
    return f" (most end by {turn.usual})" if turn.usual and turn.number <= turn.usual else ""


def _show(turn: Turn) -> None:
    question = turn.question
    if turn.complaint:
        note(turn.complaint)
    if turn.number == 1 and not turn.complaint:
        note(HELP)
    unsure = f"where you stand so far: give or take {turn.error:.2f}"
    measure = unsure if turn.single else f"about {percent(turn.error)} of the skills may still be placed wrongly"
    note(f"\nQuestion {turn.number} of at most {turn.most}{_usual(turn)} · {turn.skill} · {measure}")
    if turn.usual and turn.number == turn.usual + 1:
        note("Most tests have ended by now; yours can still tell more. q ends it, and what you have answered counts.")
    note(question.ask)
    if question.code:
        note("\n" + "\n".join(f"    {line}" for line in question.code.splitlines()))
    for number, option in enumerate(question.options, 1):
        note(f"  {number}  {option}")
    several = question.kind == "output" and "\n" in str(question.answer)
    ending = ", ended by ; or an empty line" if question.kind == "query" else ""
    note(f"\nAnswer with {question.shape}{', a line each, then an empty line' if several else ending}.")

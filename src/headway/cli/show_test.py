"""The result of a test as text."""

from typing import Any

from headway.cli import show_lab
from headway.cli.output import findings_of, heading, or_json, say, table, wrapped
from headway.cli.show_reach import percent
from headway.values import KNOWN_TAG, LEVEL_NAMES, so_many

VERDICTS = {"right": "right", "wrong": "wrong", "dont-know": "not known", "skipped": "skipped"}
SHOWN = 25


@or_json
def result(found: dict[str, Any]) -> None:
    """What was asked, what it showed, how sure that is, and each question with its answer."""
    over = found["reason"] or "Paused."
    wrapped(
        f"{so_many(found['questions'], 'question')} about {found['label']}: {found['right']} right, "
        f"{found['wrong']} wrong, {found['dont_know']} not known, {found['skipped']} skipped. {over}"
    )
    _error(found["error"])
    if found["questions"]:
        _skills(found["skills"])
        _questions(found["items"])
    if found["kept"]:
        say("\nKept in your workspace: plan, fit and why count it from now on.")
    if found["moved"]:
        show_lab.moved(found["moved"], "What this test moved")
    if found["status"] == "paused" and found["file"]:
        say(f"\nTo go on: headway test --resume {found['file']}")
    findings_of(found["findings"])


def _error(error: dict[str, Any]) -> None:
    if error["standard_error"] is not None:
        wrapped(
            f"Where this puts you: {error['ability']:+.2f}, give or take {error['standard_error']:.2f} (its standard "
            "error), where 0 is the middle of people considering this career and most are between -1 and +1."
        )
        return
    before, after = error["wrong_share_before"], error["wrong_share"]
    say(f"Expected share of skills placed wrongly, by weight: {percent(after)} (before the test {percent(before)}).")


def _skills(rows: list[dict[str, Any]]) -> None:
    heading("What it showed")
    cells = [
        (
            row["label"],
            LEVEL_NAMES[row["level_asked"]],
            f"{percent(row['before'])}",
            f"{percent(row['after'])}",
            _known(row),
            KNOWN_TAG[row["basis"]],
            row["questions"] or "",
        )
        for row in rows[:SHOWN]
    ]
    columns = ("skill", "asked for", "before", "after", "counts as (80 % range)", "known from", "questions")
    table(columns, cells, right=(2, 3, 6))
    if len(rows) > SHOWN:
        say(f"and {len(rows) - SHOWN} more; --json has them all.")


def _known(row: dict[str, Any]) -> str:
    low, high = (LEVEL_NAMES[round(row[end])] for end in ("low", "high"))
    return f"{LEVEL_NAMES[row['level']]} ({low} to {high})" if low != high else LEVEL_NAMES[row["level"]]


def _questions(rows: list[dict[str, Any]]) -> None:
    heading("Your answers")
    for row in rows:
        say(f"{row['number']:>2}  {row['label']}, {LEVEL_NAMES[row['level']]}: {VERDICTS[row['verdict']]}")
        if row["verdict"] in ("wrong", "dont-know"):
            wrapped(row["ask"].splitlines()[0], "      ")
            for line in row["code"].splitlines():
                say(f"          {line}")
            if row["verdict"] == "wrong":
                wrapped(f"You: {row['typed']}", "      ")
            wrapped(f"Right: {row['right_answer']}", "      ")
            if row["misconception"]:
                wrapped(f"A usual slip: {row['misconception']}", "      ")

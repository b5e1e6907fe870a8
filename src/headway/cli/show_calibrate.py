"""Calibration as text."""

import sys
from typing import Any

import typer

from headway.cli.output import heading, or_json, say, table, wrapped
from headway.values import so_many

SHOWN = 25


def can_ask(as_json: bool) -> bool:
    """Whether there is somebody to ask."""
    return not as_json and sys.stdin.isatty()


def asked(consent: str) -> bool:
    """The person's yes or no, after what it is about."""
    return typer.confirm(f"{consent}\nMay your answers be used to calibrate questions?", default=False, err=True)


@or_json
def shared(found: dict[str, Any]) -> None:
    """What was written, and what is in it."""
    written = so_many(found["answers"], "answer")
    wrapped(f"{written} written to {found['file']}. You agreed to their use for calibrating questions.")
    wrapped(found["consent"])


@or_json
def fitted(found: dict[str, Any]) -> None:
    """What moved, and whether it foretells the answers of people left out."""
    say(f"People: {found['people']}; their answers: {found['answers']}.")
    if not found["items"]:
        say(f"No question has {found['fewest']} answers yet, so all keep their start values.")
        return
    before, after = found["loss_before"], found["loss_after"]
    verdict = "better than" if found["better"] else "NO better than"
    parts = found["folds"]
    say(f"On people left out ({parts} parts): {after:.4f} nats an answer, {verdict} the start values' {before:.4f}.")
    heading("Slope and difficulty, with their standard errors")
    rows = [
        (row["item"], f"{row['a_before']:.2f}", _slope(row), f"{row['b_before']:+.2f}",
         f"{row['b']:+.2f} ± {row['error_b']:.2f}", str(row["answers"]))
        for row in found["items"][:SHOWN]
    ]  # fmt: skip
    table(("question", "slope was", "is", "difficulty was", "is", "answers"), rows)
    if len(found["items"]) > SHOWN:
        say(f"and {len(found['items']) - SHOWN} more: --json or --out FILE")
    if found["file"] and found["better"]:
        say(f"\nTo use them: headway calibrate use {found['file']}")


def _slope(row: dict[str, Any]) -> str:
    return f"{row['a']:.2f} (log ± {row['error_log_a']:.2f})"


@or_json
def used(found: dict[str, Any]) -> None:
    """What tests use from now on."""
    more = f" {found['unknown']} are of questions that are gone." if found["unknown"] else ""
    say(f"Tests use {found['items']} calibrated questions from now on.{more} To take it back: headway calibrate undo")


@or_json
def undone(found: dict[str, Any]) -> None:
    """What tests use now."""
    say(f"Taken back. In use: {found['in_use']}.")

"""What is not sure about the person, below a plan."""

from collections.abc import Mapping

from headway.cli.output import say, wrapped
from headway.cli.show_person import level, percent
from headway.values import Json, so_many

MOST = 6


def doubts(plan: Json, labels: Mapping[str, str], correct: str) -> None:
    """Of a plan's JSON: skills that may be held already, and beliefs it leans on. correct: how to put one right."""
    _may_know(plan.get("may_know", ()), labels)
    _leans(plan.get("leans_on", ()), labels, correct)


def _may_know(rows: list[Json], labels: Mapping[str, str]) -> None:
    if rows:
        say()
        wrapped("You may have some of this already. Show it, and the plan gets shorter (headway test SKILL):")
    for row in rows:
        wrapped(
            f"- {labels.get(row['skill'], row['skill'])} at {level(row['level'])} ({percent(row['probability'])} "
            f"likely; {row['skill']}): {row['spares_hours']:.0f} h and {so_many(row['spares_days'], 'day')} less",
            "  ",
        )


def _leans(rows: list[Json], labels: Mapping[str, str], correct: str) -> None:
    if rows:
        say()
        wrapped(f"The plan leans on these beliefs; correct them with {correct} if they are wrong:")
    for row in rows[:MOST]:
        wrapped(
            f"- {labels.get(row['skill'], row['skill'])} at {level(row['level'])} ({percent(row['probability'])} sure)"
            f": if not, {row['extra_hours']:.0f} h and {so_many(row['extra_days'], 'day')} more",
            "  ",
        )

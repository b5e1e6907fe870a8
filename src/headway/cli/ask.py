"""A short questionnaire for a person without a CV."""

import sys

from headway.app.context import Context
from headway.app.plan import PlanQuestion


def completed(context: Context, question: PlanQuestion) -> PlanQuestion:
    """The question as it is, or with the answers of a person at a terminal who gave nothing and has no workspace."""
    if (
        question.cv is not None
        or question.know
        or question.test_results
        or not (sys.stdin.isatty() and sys.stderr.isatty())
    ):
        return question
    import msgspec

    from headway.app.workspace_room import path_of

    if path_of(context, question.profile).exists():
        return question
    from headway.app.questionnaire import questions
    from headway.cli.output import note

    note("No CV given, so a few questions. How well do you know each of these?")
    note("0 not at all · 1 can follow it · 2 work with it · 3 own it in production · Enter: skip · q: that is enough")
    known: list[str] = []
    for skill, label in questions(context, question.role):
        answer = _ask(label)
        if answer is None:
            break
        if answer:
            known.append(f"{skill}={answer}")
    return msgspec.structs.replace(question, know=tuple(known))


def _ask(label: str) -> str | None:
    """A level as text, empty for skipped, None for enough."""
    while True:
        sys.stderr.write(f"  {label}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        answer = line.strip().casefold()
        if not line or answer == "q":
            return None
        if answer in ("", "0", "1", "2", "3", "4"):
            return answer
        sys.stderr.write("  A number from 0 to 4, please.\n")

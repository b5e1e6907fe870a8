"""The small words every room uses: levels, intervals, money, findings."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

import msgspec

Json = dict[str, Any]
"""An answer as --json gives it; its keys are described in docs/reference/json.md."""

Level = int
"""0 none · 1 aware · 2 working · 3 proficient · 4 expert (data/words/levels.yaml says what each means)."""

LEVELS: Final = (0, 1, 2, 3, 4)
LEVEL_NAMES: Final = ("none", "aware", "working", "proficient", "expert")
"""The word of each level, in the order of LEVELS."""

EVIDENCE_WORDS: Final = {
    "cv-mention": "named in your CV",
    "cv-use": "used in a job of your CV",
    "self-report": "you said so",
    "certificate": "certificate",
    "certificate-proctored": "supervised exam",
    "repository": "code of yours",
    "test-answer": "answers in a test",
    "lab": "lab",
}
"""Each kind of evidence in words."""

TOP_PLANNED_LEVEL: Final = 3
"""Level 4 is never planned: it is reached by years of work, not by a course."""

KNOWN_CONFIDENCE: Final = 0.6
"""The known level is the highest k with P(level >= k) at least this; used by fit and plan alike."""

WEEKS_PER_MONTH: Final = 52 / 12

KNOWN_FROM: Final = {
    "proof": "you have shown it",
    "claim": "your CV or you say so",
    "inferred": "inferred from other skills",
    "none": "nothing known yet",
}
"""What a belief rests on, in words, by its basis: the same in terminal, pages and reports."""
KNOWN_TAG: Final = {"proof": "shown", "claim": "claimed", "inferred": "inferred", "none": "not known"}
"""The same in one word, for tables and tags."""

NOTABLE_PACE: Final = 0.02
"""A learned speed nearer to 1 than this is not worth a word."""


def weekly_words(hours: float, speed: float) -> str:
    """The hours a week that a plan's dates were worked out with. speed: see `SavedPlan.speed`.

    `6 h a week`; where the log says another pace: `4.1 h a week, the pace of your log (you said 6)`.
    """
    if abs(speed - 1.0) <= NOTABLE_PACE:
        return f"{hours:g} h a week"
    return f"{hours * speed:.1f} h a week, the pace of your log (you said {hours:g})"


PLAN_STATUS: Final = {
    "optimal": "the fastest there is, proven",
    "feasible": "good, not proven the fastest",
    "infeasible": "none fits your limits",
    "nothing-to-learn": "nothing to learn",
}
"""How good a plan is, in words, by its status."""
PART: Final = "What follows is only the part that counts most and fits. It does not reach the role."
"""Said before the steps of a plan that does not fit."""
FOUND: Final = {
    "CP-SAT, proven": "worked out and proved by a solver, a program that rules out every shorter plan",
    "CP-SAT": "worked out by a solver, which had no time to rule out every shorter plan",
    "greedy meets its bound": "a quick search reached the least that is possible",
    "greedy, CP-SAT found nothing better in its limit": "found by a quick search; a solver found none shorter",
    "nothing to learn": "",
}
"""How a plan was found, in words, by its proof's method."""
LEAST_CHANGE: Final = "least change: a new step counts as {hours:g} h more"
"""The proof's method of a plan that goes on; plans that were kept say it in these words too."""
_LEAST_CHANGE: Final = re.compile(r"least change: a new step counts as ([\d.]+) h more")
TIES: Final = "ties not all tried"
"""Stands in a proof's work where not every plan of equal hours was compared."""

Kind = Literal["tech", "concept", "human"]
Seniority = Literal["intern", "junior", "mid", "senior", "staff", "principal", "manager"]
SENIORITIES: Final[tuple[Seniority, ...]] = ("intern", "junior", "mid", "senior", "staff", "principal", "manager")


class Span(msgspec.Struct, frozen=True):
    """A figure with its uncertainty: low <= likely <= high, all in the same unit (hours unless said)."""

    low: float
    likely: float
    high: float

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.likely + other.likely, self.high + other.high)

    def scaled(self, factor: float) -> "Span":
        """The same span times a factor of at least zero."""
        return Span(self.low * factor, self.likely * factor, self.high * factor)


class Money(msgspec.Struct, frozen=True):
    """An amount in one currency (ISO 4217 code). Amounts of different currencies are never added."""

    amount: float
    currency: str


class Finding(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something noticed in the user's data (or in the knowledge base) that they should know.

    code: stable kebab-case name, e.g. `hidden-text`. where: file, page or line in plain words.
    severity: `error` cannot be used, `warning` may change the result, `note` is for information.
    """

    code: str
    severity: Literal["error", "warning", "note"]
    where: str
    what: str
    hint: str = ""


def source_words(name: str) -> str:
    """Whose word it is, of a source's id: `cv:mara.pdf`."""
    kind, _, document = name.partition(":")
    told = {"self": "what you say of yourself", "log": "what you say you finished", "cv": "your CV"}
    return f"the CV {document}" if kind == "cv" and document else told.get(kind, name)


def found_by(proof: Mapping[str, Any]) -> str:
    """How a plan was found, in sentences, of its proof's JSON; a method without words here is shown as it is called."""
    told = [_found_words(part) for part in proof["method"].split("; ")]
    if TIES in proof.get("work", ""):
        told.append("not every plan of equal hours was compared")
    return " ".join(f"{each[0].upper()}{each[1:]}." for each in told if each)


def _found_words(part: str) -> str:
    kept = _LEAST_CHANGE.fullmatch(part)
    if kept is None:
        return FOUND.get(part, part)
    return (
        "your old plan was changed as little as possible: a step that was not in it comes in only where nothing in it "
        f"teaches the same, or where that saves you more than {so_many(float(kept.group(1)), 'hour')} of learning"
    )


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def so_many(number: float, thing: str) -> str:
    """`1 day`, `2 days`, `0.5 hours`, `2,389 postings`."""
    return f"{f'{number:,.0f}' if number == int(number) else f'{number:g}'} {thing}{'' if number == 1 else 's'}"

"""What a role asks at a seniority, as targets of a plan; and the steps of getting hired."""

from collections.abc import Mapping
from typing import Final

from headway.knowledge.model import Action, Role, RoleNeed
from headway.planning.model import EntryStep, Target
from headway.values import LEVEL_NAMES, SENIORITIES, TOP_PLANNED_LEVEL, Finding, Level, Seniority


def level_at(need: RoleNeed, seniority: Seniority) -> Level:
    """The level a need asks at this seniority: that of the nearest lower seniority it names, 0 below all."""
    upto = SENIORITIES[: SENIORITIES.index(seniority) + 1]
    return next((need.levels[grade] for grade in reversed(upto) if grade in need.levels), 0)


def targets_of(
    role: Role, seniority: Seniority, labels: Mapping[str, str] | None = None
) -> tuple[tuple[Target, ...], tuple[Finding, ...]]:
    """Targets with their weights, and a note for each that is planned lower than the role asks. labels: of skills."""
    targets, notes = [], []
    for need in role.needs:
        asked = level_at(need, seniority)
        planned = min(asked, TOP_PLANNED_LEVEL)
        if planned > 0:
            any_of = tuple((skill, planned) for skill in need.any_of)
            targets.append(Target(any_of=any_of, weight=need.weight, why=need.why))
        if asked > planned:
            notes.append(_expert_note(role, [(labels or {}).get(skill, skill) for skill in need.any_of], asked))
    return tuple(targets), tuple(notes)


def _expert_note(role: Role, names: list[str], asked: Level) -> Finding:
    return Finding(
        code="expert-level-not-planned",
        severity="note",
        where=role.label,
        what=f"It asks for {' or '.join(names)} at {LEVEL_NAMES[asked]}; the plan leads to "
        f"{LEVEL_NAMES[TOP_PLANNED_LEVEL]}.",
        hint="Expert level comes from years of work, not from a course.",
    )


FIRST_JOB: Final[tuple[Seniority, ...]] = ("intern", "junior")
"""Who aims at one of these seeks a first job of the kind, whatever was done before."""


def entry_steps_of(actions: Mapping[str, Action], seniority: Seniority) -> tuple[EntryStep, ...]:
    """The job-entry steps that belong into every plan, in their order, as they are told to who aims at this."""
    planned = sorted((action for action in actions.values() if action.in_plan), key=lambda a: (a.order, a.id))
    return tuple(EntryStep(id=a.id, label=a.label, text=_told(a, seniority), hours=a.hours.span) for a in planned)


def _told(action: Action, seniority: Seniority) -> str:
    return f"{action.text} {action.for_first_job}".strip() if seniority in FIRST_JOB else action.text

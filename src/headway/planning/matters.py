"""Which of the things a step raises are the reason it is in the plan; the rest comes by the way."""

from headway.planning.model import Instance, Plan
from headway.values import Level

Raised = tuple[str, Level, Level]


def mattering(instance: Instance, plan: Plan) -> list[list[Raised]]:
    """For each step in order, what it raises that a target asks for or a later step builds on."""
    choices = {choice.id: choice for choice in instance.choices}
    wanted = {skill for target in instance.targets for skill, _ in target.any_of}
    rows: list[list[Raised]] = []
    for step in reversed(plan.steps):
        rows.append([raised for raised in step.raises if raised[0] in wanted])
        if step.id in choices:
            wanted |= {skill for skill, _ in choices[step.id].needs}
            wanted |= {skill for skill, start, _ in choices[step.id].teaches if start > 0}
    return rows[::-1]

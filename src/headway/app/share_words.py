"""What a share file says, in plain words: the learner reads this before handing it on."""

from collections.abc import Sequence

from headway.app.context import Context
from headway.cohort.model import HeldSkill, Share

NEVER = (
    "Not in it: your CV and anything quoted from it, employers, schools, places, dates of jobs, pay, money, notes, "
    "applications, single answers, skills that this role does not ask about."
)


def in_words(context: Context, made: Share) -> list[str]:
    """One sentence a line."""
    return [_who(context, made), _skills(made), _plan(made), _shown(context, made), _word(made), NEVER]


def _who(context: Context, made: Share) -> str:
    name = f"It says that you are {made.name}" if made.name else "It does not say who you are"
    label = context.knowledge.roles[made.role].label
    return f"{name}, and that on {made.date} you aim at {label}, {made.seniority}."


def _skills(made: Share) -> str:
    asked = [held for held in made.skills if held.wanted]
    beneath = [held for held in made.skills if not held.wanted and held.level]
    met = sum(held.level >= held.wanted for held in asked)
    ways = ", ".join(
        f"{sum(held.basis == basis and held.level > 0 for held in made.skills)} {words}"
        for basis, words in (
            ("proof", "shown"),
            ("claim", "said by you or your CV"),
            ("inferred", "following from others"),
        )
    )
    return (
        f"{len(asked)} skills that the role asks for, with the level you are believed to have, how likely that is and "
        f"how it is known; you have {met} at the level wanted. And {_counted(beneath, 'skill', 'skills')} that they "
        f"build on. Of those you have: {ways}."
    )


def _plan(made: Share) -> str:
    plan = made.plan
    if plan is None:
        return "No plan: none is kept for this role."
    end = f", to be done by {plan.end}" if plan.end else ""
    done = (
        f"{plan.hours_done:g} of {plan.hours_planned:g} planned hours done so far"
        if plan.hours_planned
        else f"{plan.hours_done:g} hours done so far, none planned"
    )
    return (
        f"Your plan in figures: start {plan.start}{end}, {plan.hours_per_week:g} hours a week; {done}; "
        f"{plan.steps_done} of {plan.steps} steps done ({plan.steps_due} {'is' if plan.steps_due == 1 else 'are'} due"
        f"{', you are paused' if plan.paused else ''}). The steps themselves are not named."
    )


def _shown(context: Context, made: Share) -> str:
    labs = ", ".join(f"{lab.lab} on {lab.date}" for lab in made.labs) or "none"
    skills = context.knowledge.skills
    tests = ", ".join(f"{skills[t.skill].label} ({t.answers} answers, last on {t.date})" for t in made.tests) or "none"
    return f"Labs passed: {labs}. Tests taken: {tests}."


def _word(made: Share) -> str:
    return (
        f"The word {made.person}, drawn by chance on this machine: with it a newer file of yours takes the place of "
        "this one. Whoever has two of your files can tell that they come from the same person."
    )


def _counted(rows: Sequence[HeldSkill], one: str, many: str) -> str:
    return f"{len(rows)} {one if len(rows) == 1 else many}"

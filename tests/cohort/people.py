"""Invented people of a class, and strategies for whole classes of them."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from headway.cohort.model import HeldSkill, Member, PassedLab, PlanState, Share

TODAY = dt.date(2026, 11, 28)
ROLE = "data-analyst"
SKILLS = ("communication", "python", "sql", "statistics", "tableau")


def held(skill: str, level: int, *, proof: int = 0, claim: int | None = None) -> HeldSkill:
    """A skill at a level, said unless proof supports it too."""
    said = level if claim is None else claim
    basis = "proof" if proof else "claim" if said else "none"
    return HeldSkill(
        skill=skill, wanted=2, level=level, claim=said, proof=proof, basis=basis, probability=0.7 if level else 1.0
    )


def plan_state(**other: Any) -> PlanState:
    """A plan of ten steps, on time."""
    usual: dict[str, Any] = {
        "start": dt.date(2026, 10, 1), "end": dt.date(2027, 5, 1), "deadline": None, "likely_end": dt.date(2027, 5, 1),
        "hours_per_week": 5.0, "hours_planned": 40.0, "hours_done": 38.0, "hours_left": 150.0, "steps": 10,
        "steps_done": 2, "steps_due": 2, "paused": False,
    }  # fmt: skip
    return PlanState(**usual | other)


def share(number: int, levels: dict[str, int] | None = None, **other: Any) -> Share:
    """What person `number` hands over."""
    usual: dict[str, Any] = {
        "date": dt.date(2026, 11, 20), "person": f"{number:016x}", "name": None, "knowledge": "0", "role": ROLE,
        "seniority": "junior", "plan": None, "labs": (), "tests": (),
        "skills": tuple(held(skill, level) for skill, level in sorted((levels or {}).items())),
    }  # fmt: skip
    return Share(**usual | other)


@st.composite
def shares(draw: st.DrawFn, number: int, *, named: bool) -> Share:
    """Anybody; named ones are called after their number."""
    levels = draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 3)))
    skills = tuple(
        held(s, level, proof=draw(st.integers(0, level)), claim=draw(st.integers(0, level)))
        for s, level in sorted(levels.items())
    )
    plan = draw(st.none() | st.builds(plan_state, steps_done=st.integers(0, 10), hours_done=st.floats(0, 60)))
    labs = draw(st.sets(st.sampled_from(("first-model", "ab-test"))))
    return share(
        number,
        name=f"Person {number}" if named else None,
        skills=skills,
        plan=plan,
        labs=tuple(PassedLab(lab=lab, date=dt.date(2026, 11, 1)) for lab in sorted(labs)),
    )


@st.composite
def classes(draw: st.DrawFn, named: st.SearchStrategy[int], unnamed: st.SearchStrategy[int]) -> tuple[Member, ...]:
    """A class of so many people with a name and so many without."""
    names, rest = draw(named), draw(unnamed)
    return tuple(
        Member(share=draw(shares(n, named=n < names)), from_cv=n >= names and draw(st.booleans()))
        for n in range(names + rest)
    )

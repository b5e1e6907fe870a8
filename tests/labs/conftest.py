"""Labs by id, and one way of grading them."""

from collections.abc import Sequence

import pytest
from _pytest.mark import ParameterSet

from headway.knowledge.labs import Lab, load_labs
from headway.labs.grade import grade
from headway.labs.model import Verdict
from headway.labs.needs import imported
from headway.labs.registry import GRADERS
from headway.sandbox.untrusted.model import Walls

LABS = load_labs()


def graded(lab: Lab, text: str, seeds: Sequence[int] = (1,), most: Walls = "bubblewrap") -> Verdict:
    """The verdict on one text."""
    return grade(lab, text, seeds, GRADERS, most=most)


HEAVY = {("house-prices", "good/quantiles.py")}
"""Solutions that fit so many models, in so many processes, that one world takes as long as twenty others."""


def marked() -> list[ParameterSet]:
    """The cases; what trains with torch, or much, is left to the long tests."""
    return [pytest.param(*case, marks=[pytest.mark.long] if _slow(*case[:2]) else []) for case in cases()]


def _slow(lab: str, what: str) -> bool:
    return (lab, what) in HEAVY or "torch" in imported(text_of(LABS[lab], what))


def cases() -> list[tuple[str, str, str]]:
    """(lab, what, expected): `pass` for solutions that must pass, else the reason for which one must fail."""
    found = []
    for id_, lab in LABS.items():
        found += [(id_, "solution", "pass")]
        found += [(id_, f"good/{name}", "pass") for name in lab.good]
        found += [(id_, f"wrong/{wrong.file}", wrong.reason) for wrong in lab.authored.wrong]
    return found


def text_of(lab: Lab, what: str) -> str:
    """The text that `cases` names."""
    if what == "solution":
        return lab.solution
    folder, name = what.split("/")
    return lab.good[name] if folder == "good" else lab.wrong[name]

"""What a claim about one skill says about the skills it takes."""

import datetime as dt

import pytest

from headway.knowledge.model import Need, Skill
from headway.learner.belief import fold
from headway.learner.model import Evidence
from headway.learner.prior import build_prior
from headway.values import Level

TODAY = dt.date(2026, 11, 20)


def _skill(id_: str, needs: tuple[tuple[str, Level], ...] = (), broader: tuple[str, ...] = ()) -> Skill:
    return Skill(
        id=id_,
        label=id_,
        kind="tech",
        area="a",
        summary="",
        needs=tuple(Need(skill=skill, level=level) for skill, level in needs),
        broader=broader,
    )


SKILLS = {
    s.id: s
    for s in (
        _skill("python"),
        _skill("numpy", (("python", 2),)),
        _skill("learning"),
        _skill("frameworks", broader=("learning",)),
        _skill("torch", (("python", 2), ("numpy", 1)), ("frameworks",)),
        _skill("jax", (("python", 2), ("numpy", 1)), ("frameworks",)),
        _skill("flax", (("python", 2), ("numpy", 1)), ("frameworks",)),
    )
}
PRIOR = build_prior(SKILLS, {"tech": 36.0, "concept": 60.0, "human": 120.0})


def claim(skill: str, level: Level = 2, months: float = 36.0, **more: object) -> Evidence:
    fields = {"id": skill, "kind": "cv-use", "source": "cv:a", "last_used": TODAY} | more
    return Evidence(skill=skill, level=level, months=months, **fields)


def test_what_a_used_skill_needs_is_there_at_the_level_needed() -> None:
    """Three years of PyTorch: Python at 2, NumPy at 1, aware of all it is a kind of, nothing about JAX."""
    held = fold([claim("torch")], PRIOR, TODAY).all()

    assert {id_: skill.level for id_, skill in held.items()} == {
        "torch": 3,
        "python": 2,
        "numpy": 1,
        "frameworks": 1,
        "learning": 1,
        "jax": 0,
        "flax": 0,
    }
    assert {id_: skill.basis for id_, skill in held.items() if id_ != "torch"} == {
        "python": "inferred",
        "numpy": "inferred",
        "frameworks": "inferred",
        "learning": "inferred",
        "jax": "none",
        "flax": "none",
    }


def test_a_skill_that_is_being_learned_asks_one_level_less() -> None:
    """PyTorch named as being learned: Python at 1 at most, no word about NumPy."""
    log = [Evidence(id="1", skill="torch", kind="cv-mention", source="cv:a", level=1)]
    before, belief = fold([], PRIOR, TODAY), fold(log, PRIOR, TODAY)

    assert belief.skill("python").level == 1
    assert belief.skill("numpy") == before.skill("numpy")


def test_two_that_need_the_same_say_a_little_more_than_one() -> None:
    """A second framework adds to what is believed of Python, far less than the first did."""
    none, one, two = (fold(log, PRIOR, TODAY).skill("python").expected for log in ([], [claim("torch")], BOTH))

    assert 0.0 < two - one < 0.2 * (one - none)


BOTH = [claim("torch"), claim("jax")]


def test_three_proficient_ones_make_working_of_aware() -> None:
    """Three frameworks for three years each: NumPy and frameworks at 2; what lies further off stays at 1."""
    three = [claim("torch"), claim("jax"), claim("flax")]
    levels = {id_: fold(three, PRIOR, TODAY).skill(id_).level for id_ in ("numpy", "frameworks", "learning")}

    assert fold(BOTH, PRIOR, TODAY).skill("frameworks").level == 1
    assert levels == {"numpy": 2, "frameworks": 2, "learning": 1}


def test_a_weaker_claim_implies_less() -> None:
    """Half the strength, half the nats."""
    strong, weak = (fold([claim("torch", strength=s)], PRIOR, TODAY).p_at_least("python", 2) for s in (1.0, 0.5))

    assert fold([], PRIOR, TODAY).p_at_least("python", 2) < weak < strong


@pytest.mark.parametrize("stated", [0, 1])
def test_the_persons_own_word_stands_against_what_is_implied(stated: Level) -> None:
    """PyTorch for three years on the CV, and the person says what they know of Python: that counts."""
    said = Evidence(
        id="s", skill="python", kind="self-report", source="self", level=stated + 1, holds=False, date=TODAY
    )

    assert fold([claim("torch"), said], PRIOR, TODAY).skill("python").level <= stated


def test_implied_pieces_are_not_evidence_of_the_skill_itself() -> None:
    """`evidence_for` and `claim_level` speak of the very skill only."""
    belief = fold([claim("torch")], PRIOR, TODAY)

    assert belief.evidence_for("python") == ()
    assert belief.skill("python").claim_level == 0

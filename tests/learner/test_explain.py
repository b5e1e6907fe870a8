"""Shares: what each piece of evidence did to a belief."""

import datetime as dt

import pytest

from headway.knowledge.model import Need, Skill
from headway.learner.belief import fold
from headway.learner.explain import shares
from headway.learner.model import Evidence
from headway.learner.prior import build_prior

TODAY = dt.date(2026, 11, 20)
PARENTS = {"python": (), "numpy": ("python",), "learning": ("numpy",), "torch": ("learning",), "jax": ("learning",)}
SKILLS = {
    id_: Skill(
        id=id_,
        label=id_,
        kind="tech",
        area="a",
        summary="",
        needs=tuple(Need(skill=n, level=2) for n in needs),
    )
    for id_, needs in PARENTS.items()
}
PRIOR = build_prior(SKILLS, {"tech": 36.0, "concept": 60.0, "human": 120.0})


def use(skill: str, months: float, id_: str = "", ended: dt.date = TODAY) -> Evidence:
    return Evidence(
        id=id_ or skill, skill=skill, kind="cv-use", source="cv:a", level=2, months=months, date=ended, last_used=ended
    )


def mention(skill: str) -> Evidence:
    return Evidence(id=f"m-{skill}", skill=skill, kind="cv-mention", source="cv:a", level=2)


def answer(skill: str, id_: str, right: bool = True) -> Evidence:
    return Evidence(id=id_, skill=skill, kind="test-answer", source="test", level=2, holds=right, date=TODAY)


def told(log: list[Evidence], skill: str) -> dict[str, float]:
    return {share.evidence.id: share.change for share in shares(fold(log, PRIOR, TODAY), skill)}


LOG = [
    mention("numpy"), mention("learning"), use("torch", 40), use("jax", 8),
    answer("torch", "q1"), answer("learning", "q2", right=False),
]  # fmt: skip


@pytest.mark.parametrize("skill", sorted(SKILLS))
def test_the_order_of_folding_is_no_part_of_a_share(skill: str) -> None:
    """Other ids turn the order of folding round; every share stays the same within a fiftieth of a level."""
    renamed = [
        Evidence(**{f: getattr(e, f) for f in e.__struct_fields__} | {"id": f"{9 - i}-{e.id}"})
        for i, e in enumerate(LOG)
    ]
    there, here = told(renamed, skill), told(LOG, skill)

    assert {id_.split("-", 1)[1]: change for id_, change in there.items()} == pytest.approx(here, abs=0.02)


def test_equal_pieces_have_equal_shares() -> None:
    """Two frameworks used for as long say the same of what both need; two right answers to like questions too."""
    claims = told([use("torch", 40), use("jax", 40)], "learning")
    answers = told([answer("torch", "q1"), answer("jax", "q2")], "python")

    assert claims["torch"] == pytest.approx(claims["jax"])
    assert answers["q1"] == pytest.approx(answers["q2"])


def test_dated_use_of_the_very_skill_has_the_largest_share() -> None:
    """Among mentions, uses of neighbours and answers about them, what used the skill itself leads."""
    found = shares(fold([*LOG[:4], answer("learning", "q3")], PRIOR, TODAY), "torch")

    assert (found[0].evidence.id, found[0].direct) == ("torch", True)
    assert found[0].change > sum(share.change for share in found[1:])


@pytest.mark.parametrize("skill", sorted(SKILLS))
def test_taking_a_piece_away_moves_the_level_against_its_share(skill: str) -> None:
    """What raised a level leaves it lower when it goes, and the other way round."""
    whole = fold(LOG, PRIOR, TODAY).skill(skill).expected
    telling = {id_: change for id_, change in told(LOG, skill).items() if abs(change) > 0.05}

    assert telling
    for id_, change in telling.items():
        without = fold([e for e in LOG if e.id != id_], PRIOR, TODAY).skill(skill).expected
        assert (whole - without) * change > 0.0


def test_a_piece_that_did_nothing_is_left_out() -> None:
    """A claim about JAX says nothing about PyTorch."""
    assert list(told([use("torch", 40), use("jax", 40)], "torch")) == ["torch"]


def test_what_answers_did_to_the_trust_is_theirs() -> None:
    """Wrong answers elsewhere make the CV doubtful, so they share in what that does to a claimed skill."""
    log = [use("torch", 40), use("jax", 40), *(answer("jax", f"q{i}", right=False) for i in range(4))]

    assert all(change < 0.0 for id_, change in told(log, "torch").items() if id_.startswith("q"))

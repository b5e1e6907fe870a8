"""Laws of the belief that hold for any evidence, checked on generated logs."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.knowledge.graph import closure, needs_of
from headway.knowledge.model import Need, Skill
from headway.learner.belief import Belief, fold
from headway.learner.explain import shares
from headway.learner.model import PROOF_KINDS, Evidence
from headway.learner.normal import below_all
from headway.learner.prior import build_prior

TODAY = dt.date(2026, 11, 20)
PARENTS = {
    "python": (), "sql": (), "maths": (), "numpy": ("python",), "pandas": ("numpy", "python"),
    "stats": ("maths",), "learning": ("stats", "numpy"), "deep": ("learning",), "torch": ("deep", "python"),
    "vision": ("torch",), "talk": (), "docker": (),
}  # fmt: skip
SKILLS = {
    id_: Skill(
        id=id_,
        label=id_,
        kind="human" if id_ == "talk" else "tech",
        area=id_[0] if id_ in ("talk", "docker") else "code",
        summary="",
        needs=tuple(Need(skill=p, level=2) for p in parents),
    )
    for id_, parents in PARENTS.items()
}
PRIOR = build_prior(SKILLS, {"tech": 36.0, "concept": 60.0, "human": 120.0})
KINDS = tuple(PRIOR.numbers.evidence.kinds)
START = below_all(-PRIOR.thresholds)

days = st.one_of(st.none(), st.integers(0, 4000).map(lambda n: TODAY - dt.timedelta(days=n)))


@st.composite
def pieces(draw: st.DrawFn, kinds: tuple[str, ...] = KINDS, holds: bool | None = None) -> Evidence:
    kind = draw(st.sampled_from(kinds))
    return Evidence(
        id=f"e{draw(st.integers(0, 10**6))}",
        skill=draw(st.sampled_from(sorted(SKILLS))),
        kind=kind,
        source="proof" if kind in PROOF_KINDS else draw(st.sampled_from(["cv:a", "cv:b", "self", "more"])),
        level=draw(st.integers(1, 4)),
        holds=draw(st.booleans()) if holds is None else holds,
        date=draw(days),
        months=draw(st.one_of(st.none(), st.floats(0, 200))) if kind == "cv-use" else None,
        last_used=draw(days),
        strength=draw(st.sampled_from([0.25, 0.5, 1.0, 2.0])),
    )


def logs(size: int = 12) -> st.SearchStrategy[list[Evidence]]:
    return st.lists(pieces(), max_size=size, unique_by=lambda e: (e.source, e.id))


def expected(belief: Belief, skill: str) -> float:
    return float(belief.rates[belief.row(skill)].sum())


@settings(max_examples=60, deadline=None)
@given(logs(), st.randoms())
def test_a_shuffled_log_gives_the_same_belief_to_the_last_bit(log: list[Evidence], dice: object) -> None:
    """Order of the log is no evidence."""
    shuffled = list(log)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = fold(log, PRIOR, TODAY), fold(shuffled, PRIOR, TODAY)

    assert one.rates.tobytes() == other.rates.tobytes()
    assert one.trust == other.trust
    assert one.all() == other.all()


@settings(max_examples=60, deadline=None)
@given(logs())
def test_probabilities_are_ordered_and_between_zero_and_one(log: list[Evidence]) -> None:
    """P(level >= 1) >= ... >= P(level >= 4), all in [0, 1], and intervals hold the middle."""
    belief = fold(log, PRIOR, TODAY)

    assert np.isfinite(belief.rates).all()
    assert (belief.rates >= 0.0).all()
    assert (belief.rates <= 1.0).all()
    assert (np.diff(belief.rates, axis=1) <= 0.0).all()
    assert all(held.low <= held.high for held in belief.all().values())


@settings(max_examples=60, deadline=None)
@given(logs(8), pieces(kinds=("test-answer", "lab", "certificate-proctored", "repository"), holds=True))
def test_a_right_answer_never_lowers_its_skill(log: list[Evidence], right: Evidence) -> None:
    """Whatever was believed before, proof at a level never makes that level of the skill less likely, nor
    any below it (levels above it may lose a little of their tail as the belief narrows).
    """
    others = [e for e in log if (e.source, e.id) != (right.source, right.id)]
    others = [e for e in others if (e.skill, e.kind) != (right.skill, right.kind)]
    before, after = fold(others, PRIOR, TODAY), fold([*others, right], PRIOR, TODAY)

    for k in range(1, min(right.level, PRIOR.numbers.evidence.kinds[right.kind].highest) + 1):
        assert after.p_at_least(right.skill, k) >= before.p_at_least(right.skill, k) - 4e-3


@settings(max_examples=60, deadline=None)
@given(pieces(kinds=tuple(PROOF_KINDS), holds=True))
def test_from_the_prior_proof_lowers_nothing(piece: Evidence) -> None:
    """Every covariance is at least zero, so one piece of proof lifts its skill and what is tied to it."""
    belief = fold([piece], PRIOR, TODAY)

    assert ((belief.rates - START).sum(axis=1) >= -1e-5).all()


@settings(max_examples=60, deadline=None)
@given(pieces(kinds=tuple(k for k in KINDS if k not in PROOF_KINDS), holds=True).filter(lambda e: e.level >= 2))
def test_from_the_prior_a_claim_lowers_no_prerequisite(piece: Evidence) -> None:
    """Claiming working level or more never makes what the skill needs less likely."""
    belief = fold([piece], PRIOR, TODAY)

    for need in closure(needs_of(SKILLS), (piece.skill,)):
        assert expected(belief, need) >= float(START[belief.row(need)].sum()) - 1e-5


NOT_STATED = tuple(k for k in KINDS if k not in PROOF_KINDS and k != "self-report")


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces(kinds=NOT_STATED, holds=True), max_size=12, unique_by=lambda e: e.id))
def test_claims_alone_never_lead_above_what_they_state(log: list[Evidence]) -> None:
    """The known level is at most the highest level that claims state about the skill, or that claims about other skills
    need of it; and what no claim states or needs stays as it was.
    """
    belief = fold([e for e in log if e.source in ("cv:a", "cv:b") and e.strength <= 1.0], PRIOR, TODAY)
    stated: dict[str, int] = {}
    for site in belief.sites:
        heard = [k for k in range(1, 5) if site.steps[k - 1] > 0.0]
        skill = PRIOR.ids[site.row]
        stated[skill] = max(stated.get(skill, 0), *heard, 0)

    for id_, held in belief.all().items():
        assert held.level <= stated.get(id_, 0)
        if id_ not in stated:
            assert belief.rates[belief.row(id_)] == pytest.approx(START[belief.row(id_)], abs=1e-6)


def test_no_evidence_is_the_prior() -> None:
    """An empty log: the start values, nothing known, nothing trusted or doubted."""
    belief = fold([], PRIOR, TODAY)

    assert belief.rates == pytest.approx(START, abs=1e-6)
    assert {held.basis for held in belief.all().values()} == {"none"}
    assert {held.level for held in belief.all().values()} == {0}
    assert belief.trust == {}


@settings(max_examples=40, deadline=None)
@given(logs(8), st.lists(pieces(), min_size=1, max_size=3))
def test_deleting_evidence_removes_all_of_its_influence(log: list[Evidence], more: list[Evidence]) -> None:
    """Nothing is remembered between folds: with and then without is as never with."""
    alone = fold(log, PRIOR, TODAY)
    fold([*log, *more], PRIOR, TODAY)

    assert fold(log, PRIOR, TODAY).rates.tobytes() == alone.rates.tobytes()


@settings(max_examples=40, deadline=None)
@given(logs())
def test_a_piece_that_stands_twice_counts_once(log: list[Evidence]) -> None:
    """Reading the same file again adds nothing."""
    assert fold(log + log, PRIOR, TODAY).rates.tobytes() == fold(log, PRIOR, TODAY).rates.tobytes()


@settings(max_examples=60, deadline=None)
@given(logs(), st.sampled_from(sorted(SKILLS)))
def test_shares_sum_to_the_difference_from_the_prior(log: list[Evidence], skill: str) -> None:
    """The shares of all pieces add up to what the log did to the expected level."""
    belief = fold(log, PRIOR, TODAY)
    told = sum(share.change for share in shares(belief, skill))

    assert told == pytest.approx(expected(belief, skill) - float(START[belief.row(skill)].sum()), abs=1e-5)

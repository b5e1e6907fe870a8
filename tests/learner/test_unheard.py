"""Somebody of whom there is no document: does what they know follow the map?"""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Need, Skill
from headway.learner.belief import Belief, fold
from headway.learner.explain import shares
from headway.learner.model import Evidence
from headway.learner.normal import below_all
from headway.learner.prior import Prior, build_prior

TODAY = dt.date(2026, 11, 20)
HALF_LIFE = {"tech": 36.0, "concept": 60.0, "human": 120.0}
CHAIN = ("counting", "algebra", "calculus", "statistics", "learning", "vision")
OTHERS = ("cooking", "sailing", "singing", "weaving")


@pytest.fixture(scope="module")
def prior() -> Prior:
    """Six skills that build on each other, and four apart from them."""
    below = dict(zip(CHAIN, ((), *((s,) for s in CHAIN)), strict=False)) | dict.fromkeys(OTHERS, ())
    skills = {
        id_: Skill(
            id=id_, label=id_, kind="tech", area="chain" if id_ in CHAIN else id_, summary="",
            needs=tuple(Need(skill=n, level=2) for n in needs),
        )
        for id_, needs in below.items()
    }  # fmt: skip
    return build_prior(skills, HALF_LIFE)


def answered(prior: Prior, right: tuple[str, ...], wrong: tuple[str, ...] = (), *more: Evidence) -> Belief:
    log = [
        Evidence(id=s, skill=s, kind="test-answer", source="test", level=2, holds=s in right, date=TODAY)
        for s in (*right, *wrong)
    ]
    return fold([*log, *more], prior, TODAY)


def test_answers_tell_whether_somebody_follows_the_map(prior: Prior) -> None:
    """Who knows a whole chain and nothing apart from it follows the map; who knows every second skill of it, not."""
    start, follows, against = (
        answered(prior, *log).weights[1] for log in (((), ()), (CHAIN, OTHERS), (CHAIN[1::2], CHAIN[::2]))
    )

    assert follows < start < against


def test_who_does_not_follow_the_map_is_judged_less_by_it(prior: Prior) -> None:
    """Under the second hypothesis what builds on a proven skill is tied to it as a stranger is."""
    folded = answered(prior, ("calculus",))
    (one, other) = folded.observed.cross[1][[prior.index["statistics"], prior.index["sailing"]], 0]
    (near, far) = folded.observed.cross[0][[prior.index["statistics"], prior.index["sailing"]], 0]

    assert one == other
    assert near > far


def test_beside_a_document_there_is_no_such_doubt(prior: Prior) -> None:
    """The hypotheses are then about the source, as many as before, and no answer moves where skills start."""
    said = Evidence(id="c", skill="cooking", kind="cv-mention", source="cv:a", level=2)
    belief = answered(prior, ("calculus",), (), said)

    assert belief.trust["cv:a"] > 0.5
    assert not belief.start.means[1].any()
    assert belief.observed.cross[1][:, 0] == pytest.approx(
        prior.cold_ties(slice(None), [prior.index["calculus"]])[:, 0]
        + (np.arange(len(prior.ids)) == prior.index["calculus"]) * (1 - _own(prior, "calculus"))
    )


def _own(prior: Prior, skill: str) -> float:
    return float(prior.cold_ties([prior.index[skill]], [prior.index[skill]])[0, 0])


def test_before_the_first_answer_nothing_changes(prior: Prior) -> None:
    """Both hypotheses say of every skill what the prior says."""
    assert fold([], prior, TODAY).rates == pytest.approx(below_all(-prior.thresholds), abs=1e-6)


def test_like_answers_have_like_shares_though_they_weigh_the_map(prior: Prior) -> None:
    """What answers do to the doubt in the map is divided by what each did otherwise: none gains by coming first."""
    log = [
        Evidence(id=id_, skill=skill, kind="test-answer", source="test", level=2, holds=True, date=TODAY)
        for id_, skill in (("a", "sailing"), ("b", "singing"))
    ]
    told = {share.evidence.id: share.change for share in shares(fold(log, prior, TODAY), "weaving")}

    assert told["a"] == pytest.approx(told["b"])


def test_every_tie_of_the_real_map_is_a_sound_one(run_home: Path) -> None:
    """By both hypotheses ties form a covariance and none is negative: at first no right answer lowers anything."""
    knowledge = load_knowledge(run_home / "cache")
    real = build_prior(knowledge.skills, knowledge.words.half_life_months)
    belief = fold([], real, TODAY)
    ties = belief.joint(real.ids).covariances

    assert ties.min() >= 0.0
    assert np.linalg.eigvalsh(ties).min() > 0.0

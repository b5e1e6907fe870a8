"""One switch per source: a CV that claims everything is found out by a few answers."""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Need, Skill
from headway.learner.belief import Belief, fold
from headway.learner.model import Evidence, Response
from headway.learner.prior import Prior, build_prior

TODAY = dt.date(2026, 1, 1)
SKILLS = {
    f"s{n:02d}": Skill(
        id=f"s{n:02d}",
        label=f"s{n:02d}",
        kind="concept",
        area=f"area-{n % 6}",
        summary="",
        needs=(Need(skill=f"s{n - 6:02d}", level=2),) if n >= 6 else (),
    )
    for n in range(60)
}
PRIOR = build_prior(SKILLS, {"tech": 36.0, "concept": 60.0, "human": 120.0})
HELD = {f"s{n:02d}" for n in range(9)}
CLAIMS = [Evidence(id=f"c{id_}", skill=id_, kind="cv-mention", source="cv:a", level=2) for id_ in SKILLS]


def answers(skills: list[str], held: set[str]) -> list[Evidence]:
    """What a person who holds `held` answers, without slips or lucky guesses."""
    return [
        Evidence(id=f"q{i:02d}", skill=s, kind="test-answer", source="test", level=2, holds=s in held, date=TODAY)
        for i, s in enumerate(skills)
    ]


def over_credited(belief: Belief) -> float:
    """Share of the map that is believed at working level and is not held."""
    return sum(belief.p_at_least(s, 2) >= 0.5 and s not in HELD for s in SKILLS) / len(SKILLS)


def test_who_claims_all_sixty_skills_is_found_out() -> None:
    """Claims all 60, holds 9: after 10 answers at most 5 % of the map is over-credited, after 30 at most 1 %."""
    order = [str(s) for s in np.random.default_rng(5).permutation(sorted(SKILLS))]
    shares = [over_credited(fold([*CLAIMS, *answers(order[:n], HELD)], PRIOR, TODAY)) for n in (0, 10, 30)]

    assert shares[0] > 0.8
    assert shares[1] <= 0.05
    assert shares[2] <= 0.01


def test_right_answers_raise_the_trust_and_wrong_ones_end_it() -> None:
    """Trust starts at 0.9, rises when claims are borne out, and falls when they are not."""
    asked = sorted(SKILLS)[::7]
    start = fold(CLAIMS, PRIOR, TODAY).trust["cv:a"]
    borne_out = fold([*CLAIMS, *answers(asked, set(SKILLS))], PRIOR, TODAY).trust["cv:a"]
    refuted = fold([*CLAIMS, *answers(asked, set())], PRIOR, TODAY).trust["cv:a"]

    assert start == 0.9
    assert borne_out > 0.95
    assert refuted < 0.1


def test_claims_of_one_source_are_borne_out_together() -> None:
    """Right answers about some claims make the others of that CV likelier, those of another CV hardly."""
    here, there = sorted(SKILLS)[:24:2], sorted(SKILLS)[1:24:2]
    claims = [
        Evidence(id=f"c{id_}", skill=id_, kind="cv-mention", source=source, level=2)
        for source, named in (("cv:a", here), ("cv:b", there))
        for id_ in named
    ]
    before = fold(claims, PRIOR, TODAY)
    after = fold([*claims, *answers(here[:6], set(SKILLS))], PRIOR, TODAY)

    def gain(named: list[str]) -> float:
        return float(np.mean([after.p_at_least(s, 2) - before.p_at_least(s, 2) for s in named]))

    assert gain(here[6:]) > 0.15
    assert gain(here[6:]) > 1.5 * gain(there[6:])


def test_proof_is_never_doubted() -> None:
    """Wrong answers elsewhere end the trust in a CV; code at the same skills keeps its credit."""
    code = [Evidence(id="r", skill="s30", kind="repository", source="code:x", level=3, last_used=TODAY)]
    asked = [s for s in sorted(SKILLS)[::7] if s != "s30"]
    without = fold([*CLAIMS, *answers(asked, set())], PRIOR, TODAY)
    belief = fold([*CLAIMS, *code, *answers(asked, set())], PRIOR, TODAY)

    assert without.p_at_least("s30", 2) < 0.1
    assert belief.p_at_least("s30", 2) > 0.4
    assert "code:x" not in belief.trust


def test_one_bad_source_does_not_take_an_honest_one_with_it() -> None:
    """Two CVs, one refuted and one borne out: each is judged on its own claims."""
    even, odd = sorted(SKILLS)[::2], sorted(SKILLS)[1::2]
    claims = [
        Evidence(id=f"c{s}", skill=s, kind="cv-mention", source=source, level=2)
        for source, half in (("cv:good", even), ("cv:bad", odd))
        for s in half
    ]
    belief = fold([*claims, *answers([*even[::3], *odd[::3]], set(even))], PRIOR, TODAY)

    assert belief.trust["cv:good"] > 0.8
    assert belief.trust["cv:bad"] < 0.2


def use(skill: str, months: float) -> Evidence:
    """Dated use until today."""
    return Evidence(
        id=f"u{skill}", skill=skill, kind="cv-use", source="cv:a", level=2, months=months, last_used=TODAY, date=TODAY
    )


def not_known(skill: str, times: int) -> list[Evidence]:
    """ "I don't know", so often."""
    unguessed = Response(a=2.0, b=0.0, guess=0.0, slip=0.05)
    return [
        Evidence(
            id=f"n{skill}{i}", skill=skill, kind="test-answer", source="test", level=2, holds=False, date=TODAY,
            response=unguessed,
        )
        for i in range(times)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def real(run_home: Path) -> Prior:
    knowledge = load_knowledge(run_home / "cache")
    return build_prior(knowledge.skills, knowledge.words.half_life_months)


def test_five_answers_missed_about_python_leave_eleven_years_of_excel_standing(real: Prior) -> None:
    """One claim failed, however often it was asked about: Excel stays known, Python falls, the CV keeps even odds."""
    claims = [use("excel", 132), use("python", 36), use("sql", 60)]
    before = fold(claims, real, TODAY)
    after = fold([*claims, *not_known("python", 5)], real, TODAY)

    assert before.skill("python").level >= 2
    assert after.skill("python").level <= 1
    assert after.trust["cv:a"] >= 0.5
    assert before.skill("excel").level >= after.skill("excel").level >= 1
    assert after.p_at_least("excel", 2) >= 0.5


def test_claims_that_failed_are_counted_not_answers() -> None:
    """Twenty wrong answers about one claim take no more trust than the limit of one skill; two failed claims do."""
    claims = [use(s, 36) for s in sorted(SKILLS)[:12]]

    def trust(*missed: Evidence) -> float:
        return fold([*claims, *missed], PRIOR, TODAY).trust["cv:a"]

    most = PRIOR.numbers.trust.each_skill
    floor = 1.0 / (1.0 + np.exp(most) * 0.1 / 0.9)
    many = trust(*not_known("s00", 20))

    assert many >= floor - 1e-6
    assert many < 0.9
    assert trust(*not_known("s00", 5), *not_known("s07", 5)) < many


def test_dated_use_keeps_part_of_its_weight_in_a_cv_that_is_doubted() -> None:
    """Once a CV is found out, a skill used in dated jobs stays likelier than one that is only listed."""
    listed, dated = "s40", "s41"
    claims = [*(c for c in CLAIMS if c.skill != dated), use(dated, 72)]
    asked = [s for s in sorted(SKILLS)[::7] if s not in (listed, dated)]
    belief = fold([*claims, *answers(asked, set())], PRIOR, TODAY)

    assert belief.trust["cv:a"] < 0.1
    assert belief.p_at_least(listed, 2) < 0.1
    assert belief.p_at_least(dated, 2) > belief.p_at_least(listed, 2) + 0.05

"""What typical evidence leads to: the promises of the table in docs/method/belief.md."""

import datetime as dt

import pytest
from msgspec import structs

from headway.errors import UnknownName
from headway.knowledge.model import Need, Skill
from headway.learner.belief import Belief, fold
from headway.learner.model import Evidence, EvidenceKind
from headway.learner.prior import Prior, build_prior
from headway.values import Level

TODAY = dt.date(2026, 11, 20)
HALF_LIFE = {"tech": 36.0, "concept": 60.0, "human": 120.0}


def _skill(id_: str, *needs: str, area: str = "code", broader: tuple[str, ...] = ()) -> Skill:
    return Skill(
        id=id_,
        label=id_.title(),
        kind="tech",
        area=area,
        summary="",
        needs=tuple(Need(skill=n, level=2) for n in needs),
        broader=broader,
    )


SKILLS = {
    s.id: s
    for s in (
        _skill("python"),
        _skill("numpy", "python"),
        _skill("pandas", "numpy"),
        _skill("learning", "numpy", area="ml"),
        _skill("torch", "learning", "python", area="ml"),
        _skill("flax", "learning", area="ml", broader=("torch",)),
        _skill("haskell"),
        _skill("cobol"),
    )
}


@pytest.fixture(scope="module")
def prior() -> Prior:
    return build_prior(SKILLS, HALF_LIFE)


def use(skill: str, months: float | None, ended: dt.date | None = TODAY, **more: object) -> Evidence:
    fields = {"level": 2, "source": "cv:a", "id": f"{skill}-{months}-{ended}"} | more
    return Evidence(skill=skill, kind="cv-use", months=months, last_used=ended, **fields)


def said(skill: str, level: Level) -> list[Evidence]:
    """As `--know skill=level` is told: at least the level, and not the next one."""
    pieces = [(level, True)] if level else []
    pieces += [(level + 1, False)] if level < 4 else []
    return [
        Evidence(
            id=f"{skill}-{k}-{holds}",
            skill=skill,
            kind="self-report",
            source="self",
            level=k,
            holds=holds,
            date=TODAY,
        )
        for k, holds in pieces
    ]


def level(belief: Belief, skill: str) -> Level:
    return belief.skill(skill).level


@pytest.mark.parametrize("skill", ["python", "torch", "haskell"])
def test_three_years_of_dated_use_is_proficient(prior: Prior, skill: str) -> None:
    """Used in a job for three years until now: proficient, never expert by time alone."""
    assert level(fold([use(skill, 36)], prior, TODAY), skill) == 3


@pytest.mark.parametrize("skill", ["python", "torch", "haskell"])
@pytest.mark.parametrize("months", [6, 12])
def test_half_a_year_to_a_year_of_use_is_working(prior: Prior, skill: str, months: float) -> None:
    """Six to twelve months in a job until now: working level."""
    assert level(fold([use(skill, months)], prior, TODAY), skill) == 2


@pytest.mark.parametrize("skill", ["python", "torch", "haskell"])
def test_a_bare_mention_is_aware_to_working(prior: Prior, skill: str) -> None:
    """A name in a list: surely met, working about as likely as not, proficient unlikely."""
    mention = Evidence(id="1", skill=skill, kind="cv-mention", source="cv:a", level=2)
    held = fold([mention], prior, TODAY).skill(skill)

    assert held.level in (1, 2)
    assert 0.45 <= held.at_least[1] <= 0.7
    assert held.at_least[2] < 0.35


@pytest.mark.parametrize("skill", ["python", "torch", "haskell"])
def test_a_skill_list_never_takes_from_dated_use(prior: Prior, skill: str) -> None:
    """The same CV lists a skill it also tells of using: the bare name is no sign against more."""
    mention = Evidence(id="1", skill=skill, kind="cv-mention", source="cv:a", level=2)
    alone, both = fold([use(skill, 36)], prior, TODAY), fold([use(skill, 36), mention], prior, TODAY)

    assert level(both, skill) == 3
    assert both.skill(skill).expected >= alone.skill(skill).expected


@pytest.mark.parametrize("skill", sorted(SKILLS))
@pytest.mark.parametrize("stated", [0, 1, 2, 3, 4])
def test_a_stated_level_becomes_the_known_level(prior: Prior, skill: str, stated: Level) -> None:
    """`--know skill=k` moves the known level to k, whatever the skill, and stays a claim."""
    held = fold(said(skill, stated), prior, TODAY).skill(skill)

    assert held.level == stated
    assert held.basis == "claim"
    assert held.proof_level == 0


@pytest.mark.parametrize("stated", [0, 1, 2])
def test_a_stated_level_corrects_what_the_cv_was_read_to_say(prior: Prior, stated: Level) -> None:
    """Five years on the CV and a lower level stated by the person: what they state counts."""
    belief = fold([use("torch", 60), *said("torch", stated)], prior, TODAY)

    assert level(belief, "torch") == stated


@pytest.mark.parametrize("stated", [0, 1, 2, 3, 4])
def test_a_stated_level_stands_against_what_the_cv_implies(prior: Prior, stated: Level) -> None:
    """A CV full of what takes Python, and the person states their Python: what they state counts."""
    cv = [use(skill, 60) for skill in ("torch", "numpy", "pandas")]

    assert level(fold([*cv, *said("python", stated)], prior, TODAY), "python") == stated


def test_the_latest_statement_counts(prior: Prior) -> None:
    """Level 1 stated last year and level 3 today: level 3."""
    old = [Evidence(id="old", skill="torch", kind="self-report", source="self", level=1, date=dt.date(2025, 11, 20))]

    assert level(fold([*old, *said("torch", 3)], prior, TODAY), "torch") == 3


@pytest.mark.parametrize("claimed", [1, 2, 3, 4])
def test_a_certificate_leads_to_working_at_most(prior: Prior, claimed: Level) -> None:
    """However high the certificate's name sounds, it is not proof of owned work."""
    piece = Evidence(id="1", skill="torch", kind="certificate", source="certificate:x", level=claimed, date=TODAY)

    assert level(fold([piece], prior, TODAY), "torch") <= 2


def test_use_fades_with_time_since(prior: Prior) -> None:
    """The same three years, ended longer ago, are worth less and are less certain."""
    now, old, older = (
        fold([use("torch", 36, ended)], prior, TODAY).skill("torch")
        for ended in (TODAY, dt.date(2024, 11, 20), dt.date(2019, 11, 20))
    )

    assert now.expected > old.expected > older.expected
    assert older.high - older.low >= now.high - now.low


def test_inference_through_the_map_is_modest(prior: Prior) -> None:
    """Three years of one library imply what it needs at the level needed, and nothing of what merely neighbours it."""
    before, belief = fold([], prior, TODAY), fold([use("torch", 36)], prior, TODAY)

    gain = {id_: belief.p_at_least(id_, 1) - before.p_at_least(id_, 1) for id_ in SKILLS}
    assert gain["learning"] > 0.25
    assert gain["python"] > 0.15
    assert (level(belief, "learning"), level(belief, "python")) == (2, 2)
    assert gain["haskell"] == gain["flax"] == 0.0


def test_proof_passes_through_the_map(prior: Prior) -> None:
    """A graded lab says something of its neighbours too, more of the near ones than of strangers."""
    lab = Evidence(id="1", skill="torch", kind="lab", source="lab", level=3, date=TODAY)
    before, belief = fold([], prior, TODAY), fold([lab], prior, TODAY)

    gain = {id_: belief.p_at_least(id_, 1) - before.p_at_least(id_, 1) for id_ in SKILLS}
    assert gain["learning"] > 2 * gain["haskell"] > 0


def test_a_passed_lab_says_less_of_other_skills_beside_claims(prior: Prior) -> None:
    """A pass was chosen: it says less of a skill that nobody spoke of where a CV is silent about it, and far less than
    its likelihood in full would. A failed lab, which nobody chooses to show, counts in full.
    """
    lab = Evidence(id="lab:one:torch", skill="torch", kind="lab", source="lab", level=2, date=TODAY)
    claim = Evidence(id="c", skill="cobol", kind="cv-mention", source="cv:a", level=2)
    code = structs.replace(lab, id="code", kind="repository", source="code")

    def gain(log: list[Evidence], *more: Evidence) -> float:
        return fold([*log, *more], prior, TODAY).p_at_least("pandas", 2) - fold(log, prior, TODAY).p_at_least(
            "pandas", 2
        )

    assert 0.0 < 2 * gain([claim], lab) < gain([], lab) < gain([], code)
    failed = fold([structs.replace(lab, holds=False)], prior, TODAY)
    assert [site.carried for site in failed.sites] == [1.0]


CLAIMS = [
    ("cv-mention", 1, None, 1),
    ("cv-mention", 2, None, 2),
    ("certificate", 1, None, 1),
    ("certificate", 2, None, 2),
    ("cv-use", 1, 1.0, 1),
    ("cv-use", 2, 6.0, 2),
    ("cv-use", 2, 18.0, 2),
    ("cv-use", 2, 31.0, 3),
]


@pytest.mark.parametrize("skill", ["python", "torch", "haskell"])
@pytest.mark.parametrize(("kind", "stated", "months", "expected"), CLAIMS)
def test_a_claim_says_about_a_level(
    prior: Prior, skill: str, kind: EvidenceKind, stated: Level, months: float | None, expected: Level
) -> None:
    """Who had more would have written more: the known level is the one the claim states, rare skill or common."""
    piece = Evidence(
        id="1", skill=skill, kind=kind, source="cv:a", level=stated, months=months, date=TODAY, last_used=TODAY
    )

    assert level(fold([piece], prior, TODAY), skill) == expected


def test_a_word_of_limit_holds_beside_use(prior: Prior) -> None:
    """Three years in a job that used it, and "learning" in the list of skills: working, not proficient."""
    learning = Evidence(id="1", skill="torch", kind="cv-mention", source="cv:a", level=1)

    assert level(fold([use("torch", 36), learning], prior, TODAY), "torch") == 2


def test_what_is_listed_today_has_not_faded_much(prior: Prior) -> None:
    """Used for three years until two years ago: working; listed among today's skills as well: proficient."""
    old = use("torch", 36, dt.date(2024, 11, 20))
    listed = Evidence(id="1", skill="torch", kind="cv-mention", source="cv:a", level=2)

    assert level(fold([old], prior, TODAY), "torch") == 2
    assert level(fold([old, listed], prior, TODAY), "torch") == 3


def test_claim_and_proof_stay_apart(prior: Prior) -> None:
    """A claim of level 3 and code at level 2 on one skill: each keeps its own level. What counts is what was shown only
    where proof alone leads to it: not the proficient of the claim, but the working of a lesser one."""
    code = Evidence(id="2", skill="torch", kind="repository", source="code:x", level=2, last_used=TODAY)
    held = fold([use("torch", 60), code], prior, TODAY).skill("torch")

    assert (held.level, held.claim_level, held.proof_level, held.basis) == (3, 3, 2, "claim")
    less = fold([use("torch", 6), code], prior, TODAY).skill("torch")
    assert (less.level, less.proof_level, less.basis) == (2, 2, "proof")


def test_basis_tells_inferred_from_unknown(prior: Prior) -> None:
    """What nobody spoke of is inferred when the map moved it, and none when it did not."""
    belief = fold([use("torch", 36)], prior, TODAY)

    assert belief.skill("learning").basis == "inferred"
    assert fold([], prior, TODAY).skill("learning").basis == "none"


def test_unknown_skills_are_named_not_lost(prior: Prior) -> None:
    """Evidence about a skill that the knowledge base dropped is left out and told."""
    stray = Evidence(id="9", skill="gone", kind="cv-mention", source="cv:a", level=2)
    belief = fold([stray, use("torch", 12)], prior, TODAY)

    assert belief.unknown == ("gone",)
    with pytest.raises(UnknownName):
        belief.skill("gone")


def test_several_sources_each_have_a_switch_and_the_rest_share_one(prior: Prior) -> None:
    """Five sources of claims: three switches, every source with its trust."""
    pieces = [
        Evidence(id=str(i), skill=skill, kind="cv-mention", source=f"cv:{i}", level=2)
        for i, skill in enumerate(["python", "numpy", "pandas", "torch", "flax"])
    ]
    belief = fold(pieces, prior, TODAY)

    assert sorted(belief.trust) == [f"cv:{i}" for i in range(5)]
    assert len(belief.weights) == 8
    assert set(belief.trust.values()) == {0.9}


def passes(*skills: str, apart: bool = False) -> list[Evidence]:
    """A lab passed that proves these skills; apart: each in a lab of its own."""
    return [
        Evidence(id=f"lab:{s if apart else 'one'}:{s}", skill=s, kind="lab", source="lab", level=2, date=TODAY)
        for s in skills
    ]


def test_one_work_that_proves_several_skills_tells_less_of_others_than_several_works(prior: Prior) -> None:
    """One lab's passes have their errors in common: they say less of a fourth skill than three labs do, more than one
    does; each of its own skills is proven as good as in full.
    """
    shown = ("numpy", "learning", "pandas")
    one, several = (fold(passes(*shown, apart=apart), prior, TODAY) for apart in (False, True))
    single = fold(passes("numpy"), prior, TODAY)

    assert single.p_at_least("torch", 2) < one.p_at_least("torch", 2) < several.p_at_least("torch", 2) - 0.01
    assert all(several.p_at_least(s, 2) - 0.03 < one.p_at_least(s, 2) <= several.p_at_least(s, 2) for s in shown)


def test_one_work_refutes_a_source_less_than_several(prior: Prior) -> None:
    """A CV is not refuted three times by one lab."""
    claims = [
        Evidence(id=s, skill=s, kind="cv-mention", source="cv:a", level=2) for s in ("numpy", "learning", "pandas")
    ]
    trust = []
    for apart in (False, True):
        failed = [structs.replace(p, holds=False) for p in passes("numpy", "learning", "pandas", apart=apart)]
        trust.append(fold([*claims, *failed], prior, TODAY).trust["cv:a"])

    assert 0.9 > trust[0] > trust[1] + 0.05


def test_who_answers_rightly_is_believed_further_along(prior: Prior) -> None:
    """Without a document one right answer lifts all more than its own error explains; a wrong answer lifts nothing, and
    of two who answered rightly once the one who was also wrong is lifted less.
    """
    right, wrong = (
        Evidence(id=f"q{holds}", skill="learning", kind="test-answer", source="test", level=2, holds=holds, date=TODAY)
        for holds in (True, False)
    )
    nothing, lifted, lowered, both = (fold(log, prior, TODAY) for log in ([], [right], [wrong], [right, wrong]))
    torn = fold([right, *(structs.replace(wrong, id=str(n)) for n in range(4))], prior, TODAY)

    assert (lifted.start.means > 0.0).all()
    assert (torn.start.means < both.start.means).all()
    assert (lifted.rates >= nothing.rates).all()
    assert (lowered.rates <= nothing.rates).all()
    assert lowered.start.means.tolist() == nothing.start.means.tolist()


def test_what_is_shown_elsewhere_starts_no_skill_as_known(prior: Prior) -> None:
    """However much is shown elsewhere, a skill starts at an even chance of working level at most."""
    log = [
        Evidence(id=s, skill=s, kind="test-answer", source="test", level=2, date=TODAY) for s in SKILLS if s != "cobol"
    ]
    belief = fold(log, prior, TODAY)

    assert (belief.start.means[:, prior.index["cobol"]] <= prior.thresholds[prior.index["cobol"], 1]).all()


def test_chosen_proof_says_nothing_of_the_base_rates(prior: Prior) -> None:
    """A passed lab was chosen by the person, and a failed one is not recorded: no skill starts elsewhere for it."""
    assert not fold(passes("numpy", "learning"), prior, TODAY).start.means.any()

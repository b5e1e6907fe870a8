"""The score of postings: its formula, its laws, and the faults of other matchers that it does not have."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headway.fit.postings import fit_postings, group_shares, ranking
from headway.postings.demands import Candidate, Demands

SKILLS = ("docker", "python", "pytorch", "sql", "tensorflow")
NONE = np.zeros((len(SKILLS), 3))


def demands(*postings: dict[str, object]) -> Demands:
    """Postings as `groups` [(skills, level, required)], `years`, `degree` (index or -1), `equivalent`; `count`."""
    groups = [group for posting in postings for group in posting.get("groups", ())]  # type: ignore[attr-defined]
    sizes = [len(posting.get("groups", ())) for posting in postings]  # type: ignore[arg-type]
    counts = np.repeat([posting.get("count", 1) for posting in postings], sizes)  # type: ignore[arg-type]
    return Demands(
        skills=SKILLS,
        ids=tuple(f"{n:02}" for n in range(len(postings))),
        group_start=np.cumsum([0, *sizes]),
        member_start=np.cumsum([0, *(len(skills) for skills, _, _ in groups)]),
        members=np.array([SKILLS.index(s) for skills, _, _ in groups for s in skills], dtype=np.int32),
        level=np.array([level for _, level, _ in groups], dtype=np.int8),
        count=counts.astype(np.int8),
        required=np.array([required for _, _, required in groups], dtype=bool),
        min_years=np.array([posting.get("years", np.nan) for posting in postings], dtype=np.float32),
        degree=np.array([posting.get("degree", -1) for posting in postings], dtype=np.int8),
        equivalent_ok=np.array([posting.get("equivalent", False) for posting in postings], dtype=bool),
    )


def rates(**shares: float) -> np.ndarray:  # type: ignore[type-arg]
    """The same share at all three levels."""
    found = NONE.copy()
    for skill, share in shares.items():
        found[SKILLS.index(skill)] = share
    return found


def person(years: float | None = None, degree: int = 0) -> Candidate:
    return Candidate(levels=np.zeros(len(SKILLS), dtype=np.int8), years=years, degree=degree)


PYTHON, TORCH, DOCKER = (("python",), 2, True), (("pytorch", "tensorflow"), 2, True), (("docker",), 2, False)


def test_the_score_is_the_formula_of_the_page() -> None:
    """Python at 0.9, either framework at 0.6, preferred Docker unknown: (0.9 + 0.6 + 0 + 0.5) / (2 + 0.25 + 1)."""
    found = fit_postings(
        demands({"groups": [PYTHON, TORCH, DOCKER]}), rates(python=0.9, pytorch=0.2, tensorflow=0.6), person()
    )
    assert found.score.tolist() == [round(2.0 / 3.25, 3)]


def test_years_and_degree_multiply_and_silence_asks_for_nothing() -> None:
    """Two years short takes a fifth; a bachelor where a master is asked a tenth, nothing at all three tenths."""
    asked = [{"groups": [PYTHON], "years": 5.0}, {"groups": [PYTHON], "degree": 2}, {"groups": [PYTHON]}]
    found = fit_postings(demands(*asked), rates(python=1.0), person(years=3.0, degree=1))
    assert (found.years.round(6).tolist(), found.degree.tolist()) == ([0.8, 1.0, 1.0], [1.0, 0.9, 1.0])
    assert fit_postings(demands(*asked), rates(python=1.0), person()).degree.tolist() == [1.0, 0.7, 1.0]
    assert found.score.tolist() == [0.6, 0.675, 0.75]


def test_years_of_work_stand_for_a_degree_only_where_the_posting_says_so() -> None:
    """Four years for a master, from no degree, with `or equivalent experience`."""
    asked = demands({"groups": [PYTHON], "degree": 2, "equivalent": True}, {"groups": [PYTHON], "degree": 2})
    assert fit_postings(asked, NONE, person(years=4.0)).degree.tolist() == [1.0, 0.7]
    assert fit_postings(asked, NONE, person(years=3.9)).degree.tolist() == [0.7, 0.7]


def test_a_thin_advert_does_not_beat_a_full_one_that_is_well_met() -> None:
    """One demand fully met says less than nine of ten."""
    full = {"groups": [PYTHON] * 9 + [(("sql",), 2, True)]}
    found = fit_postings(demands({"groups": [PYTHON]}, full), rates(python=1.0), person())
    assert found.score[0] < found.score[1]


def test_what_names_nothing_to_judge_is_not_ranked() -> None:
    """It has no score of zero either: it is left out."""
    asked = demands({"groups": [PYTHON]}, {})
    found = fit_postings(asked, rates(python=0.1), person())
    assert found.ranked.tolist() == [True, False]
    assert ranking(found, np.zeros(2), asked.ids, np.ones(2, dtype=bool)).tolist() == [0]


def test_equal_scores_are_ordered_by_groups_known_then_id() -> None:
    """Never by the order in which they were imported."""
    asked = demands(*[{"groups": [PYTHON]}] * 3)
    found = fit_postings(asked, rates(python=0.5), person())
    order = ranking(found, np.array([0, 0, 1]), ("b", "a", "c"), np.ones(3, dtype=bool))
    assert order.tolist() == [2, 1, 0]


GROUP = st.tuples(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=3), st.integers(1, 3), st.booleans())
POSTING = st.fixed_dictionaries(
    {"groups": st.lists(GROUP, max_size=4)},
    optional={"years": st.floats(0, 12), "degree": st.integers(-1, 3), "equivalent": st.booleans()},
)


@given(st.lists(POSTING, min_size=1, max_size=5), st.sampled_from(SKILLS), st.floats(0, 1), st.floats(0, 10))
def test_more_skill_or_more_years_never_lower_a_score(
    postings: list[dict[str, object]], skill: str, share: float, years: float
) -> None:
    """The law that makes the ranking fair; and scores stay between 0 and 1."""
    asked = demands(*postings)
    low = fit_postings(asked, rates(python=0.3), person(years=0.0))
    rich = rates(python=0.3)
    rich[SKILLS.index(skill)] = np.maximum(rich[SKILLS.index(skill)], share)
    high = fit_postings(asked, rich, person(years=years))
    assert (high.score >= low.score).all()
    assert ((low.score >= 0) & (high.score <= 1)).all()


def test_the_share_of_a_group_is_that_of_its_nearest_member() -> None:
    """At the level asked for."""
    shares = NONE.copy()
    shares[SKILLS.index("pytorch")] = [1.0, 0.7, 0.5]
    assert group_shares(demands({"groups": [(("pytorch", "tensorflow"), 3, True), PYTHON]}), shares).tolist() == [
        0.5,
        0.0,
    ]


def test_the_share_of_a_group_that_asks_for_two_is_the_mean_of_the_nearest_two() -> None:
    """Who knows one of three well has half of it."""
    shares = rates(pytorch=1.0, docker=0.2)
    asked = demands({"groups": [(("pytorch", "tensorflow", "docker"), 2, True)], "count": 2})
    assert group_shares(asked, shares).tolist() == [0.6]

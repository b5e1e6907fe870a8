"""Near misses: which postings one skill, or several together, would bring within reach."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headway.fit.openings import Openings
from headway.postings.demands import Candidate, Demands, reach
from tests.fit.test_postings import POSTING, PYTHON, SKILLS, TORCH, demands

SQL3, DOCKER = (("sql",), 3, True), (("docker",), 2, True)


def openings(asked: Demands, levels: dict[str, int]) -> Openings:
    """What is still closed to this person, who has ten years and a doctorate."""
    held = np.array([levels.get(s, 0) for s in SKILLS], dtype=np.int8)
    found = reach(asked, Candidate(levels=held, years=10.0, degree=3))
    return Openings(asked, held, found, np.ones(len(asked.ids), dtype=bool))


def test_the_one_missing_skill_opens_the_posting_at_its_level_and_above() -> None:
    """SQL at proficient is missing: working level opens nothing."""
    found = openings(demands({"groups": [PYTHON, SQL3]}), {"python": 2})
    assert [found.by_one(SKILLS.index("sql"), level) for level in (1, 2, 3)] == [0, 0, 1]
    assert found.by_one(SKILLS.index("docker"), 3) == 0


def test_two_missing_skills_open_only_together_and_once() -> None:
    """Neither alone; a second posting that either opens is counted once."""
    found = openings(demands({"groups": [DOCKER, SQL3]}, {"groups": [(("docker", "sql"), 2, True)]}), {})
    docker, sql = SKILLS.index("docker"), SKILLS.index("sql")
    assert (found.by_one(docker, 2), found.by_one(sql, 3)) == (1, 1)
    assert found.opened({docker: 2, sql: 3}).tolist() == [0, 1]


def test_members_of_one_group_do_not_count_twice() -> None:
    """PyTorch and TensorFlow cover one group, and SQL is still missing."""
    found = openings(demands({"groups": [TORCH, SQL3]}), {})
    assert found.opened({SKILLS.index("pytorch"): 3, SKILLS.index("tensorflow"): 3}).tolist() == []


def test_what_years_or_degree_close_no_skill_opens() -> None:
    """Learning changes neither."""
    asked = demands({"groups": [PYTHON], "years": 20.0})
    assert list(openings(asked, {}).asked()) == []


RAISES = st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3), max_size=3)


@given(st.lists(POSTING, min_size=1, max_size=6), RAISES, RAISES)
def test_opened_is_what_reach_says_after_the_raise(
    postings: list[dict[str, object]], levels: dict[str, int], raises: dict[str, int]
) -> None:
    """The fast count agrees with the definition, whatever is asked and known."""
    asked = demands(*postings)
    before = openings(asked, levels)
    after = {s: max(levels.get(s, 0), raises.get(s, 0)) for s in SKILLS}
    closed = set(openings(asked, after).postings.tolist())
    opened = before.postings[before.opened({SKILLS.index(s): level for s, level in raises.items()})]
    assert set(opened.tolist()) == set(before.postings.tolist()) - closed
    for skill, level in raises.items():
        alone = before.opened({SKILLS.index(skill): level})
        assert before.by_one(SKILLS.index(skill), level) == len(alone)

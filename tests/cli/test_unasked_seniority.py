"""Which seniority is planned for when none is asked: years in work like it count, other years do not."""

from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Headway

SKILLS = "\n\nSkills\nPython, SQL, scikit-learn\n"
JOBS = {
    "cook": "Head chef, Green Ltd, Jan 2012 - Dec 2023\n- Menus, and orders in SQL",
    "teacher": "Physics teacher, Green School, Jan 2012 - Dec 2023\n- Statistics lessons; Python scripts with pandas",
    "nurse": "Staff nurse, Green Hospital, Jan 2012 - Dec 2023\n- Error tracker in Excel; an audit with pandas and R",
    "titled": "Data Scientist, Green Ltd, Jan 2012 - Dec 2023\n- Forecasts",
    "untitled": "Co-founder, Green Ltd, Jan 2012 - Dec 2023\n- Deep learning models in PyTorch, served on Kubernetes",
}


@pytest.mark.parametrize(
    ("job", "planned"),
    [("cook", "junior"), ("teacher", "junior"), ("nurse", "junior"), ("titled", "mid"), ("untitled", "mid")],
)
def test_only_years_in_work_like_it_count(headway: Headway, tmp_path: Path, job: str, planned: str) -> None:
    """Years as a cook who uses SQL, or a teacher or nurse who uses pandas, are none; the reason names both."""
    cv = tmp_path / "cv.txt"
    cv.write_text(f"Ana Ruiz\n\nExperience\n{JOBS[job]}{SKILLS}", encoding="utf-8")
    role = "data-analyst" if job == "nurse" else "machine-learning-engineer"  # who asks for Excel
    ran = headway("plan", cv, "--role", role, "--today", TODAY, "--json")
    assert ran.json["target"]["seniority"] == planned
    close = (
        "none of your 12.0 dated years of work is"
        if planned == "junior"
        else "12.0 of your 12.0 dated years of work are"
    )
    text = headway("plan", cv, "--role", role, "--today", TODAY).out
    assert f"{close} close to it, so this plans for {planned}." in " ".join(text.split())

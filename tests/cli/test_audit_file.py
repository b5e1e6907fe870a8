"""A roadmap file whose figures are no times is refused in one line."""

import datetime as dt
from pathlib import Path

import pytest

from headway.app.checking import audit_roadmap
from headway.app.context import Context
from headway.errors import UnreadableFile

COURSE = "courses:\n  - label: a\n    stated: {source: user, hours: [10, 20]}\n"


@pytest.fixture(scope="module")
def context(run_home: Path) -> Context:
    return Context(dt.date(2026, 11, 29), run_home)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("promised_months: [0, 0]", "promised_months is 0 to 0"),
        ("promised_months: [12, 6]", "promised_months is 12 to 6"),
        ("hours_per_week: [0, 10]", "hours_per_week is 0 to 10"),
        ("hours_per_week: [.nan, 5]", "hours_per_week is nan to 5"),
        ("hours_per_week: [5, .inf]", "hours_per_week is 5 to inf"),
        ("stages:\n  - {id: m-1, label: One, months: [-1, null]}", "months is -1 to -1"),
    ],
)
def test_times_that_are_none_are_refused(line: str, says: str, context: Context, tmp_path: Path) -> None:
    """Nothing is divided by 0, and no nan is shown."""
    file = tmp_path / "mine.yaml"
    file.write_text(f"id: mine\ntitle: Mine\n{line}\n{COURSE}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=says):
        audit_roadmap(context, str(file))


def test_a_stage_may_begin_at_0_and_stay_open(context: Context, tmp_path: Path) -> None:
    """As the format says."""
    file = tmp_path / "mine.yaml"
    stages = "stages:\n  - {id: m-1, label: One, months: [0, null]}\n"
    file.write_text(f"id: mine\ntitle: Mine\npromised_months: [0, 2]\nhours_per_week: [5, 5]\n{stages}{COURSE}")
    assert audit_roadmap(context, str(file)).months == pytest.approx((2 * 12 / 52, 4 * 12 / 52))

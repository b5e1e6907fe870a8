"""Options that make no sense are refused with one clear line."""

import datetime as dt
from typing import Any

import pytest

from headway.errors import BadOption
from headway.planning.options import PlanOptions, check

START = dt.date(2026, 11, 23)
LATER = dt.date(2027, 3, 1)


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ({"hours": 0}, "Hours a week are 0, so nothing can be planned. Give a number above 0."),
        ({"hours": -3}, "Hours are -3. Give a number above 0."),
        ({"hours": float("nan")}, "Hours are nan. Give a number above 0."),
        ({"hours": 1e-310}, "Hours a week are 1e-310, so nothing can be planned. Give a number above 0."),
        ({"hours_by_weekday": (2, float("inf"), 0, 0, 0, 0, 0)}, "Hours are inf. Give a number above 0."),
        ({"hours_by_weekday": (2, float("nan"), 0, 0, 0, 0, 0)}, "Hours are nan. Give a number above 0."),
        ({"hours": 169}, "169 hours a week do not exist. A week has 168 hours."),
        ({"hours_by_weekday": (25, 0, 0, 0, 0, 0, 0)}, "25 hours on one day do not exist. A day has 24 hours."),
        ({"hours_by_weekday": (0, 0, 0, 0, 0, 0, 0)}, "Hours a week are 0"),
        ({"budget": -1}, "The budget is -1. Give 0 or more, or leave it out."),
        ({"currency": "dollars"}, "The currency is 'dollars'. Write its three letters, for example USD or EUR."),
        ({"currency": "\u0415UR"}, "The currency is '\u0415UR'. Write its three letters, for example USD or EUR."),
        ({"deadline": dt.date(2026, 11, 1)}, "The deadline 2026-11-01 is before the start 2026-11-23."),
        ({"off": ((LATER, START),)}, "The time off from 2027-03-01 to 2026-11-23 ends before it begins."),
        (
            {"off": ((START, LATER),), "deadline": dt.date(2027, 2, 1)},
            "There is no day to study between 2026-11-23 and 2027-02-01.",
        ),
        ({"skip": ("x",), "prefer": ("x",)}, "'x' is both preferred and skipped."),
    ],
)
def test_nonsense_is_refused(options: dict[str, Any], line: str) -> None:
    """The message says what is wrong and what to do."""
    with pytest.raises(BadOption) as refused:
        check(PlanOptions(start=START, **options))
    assert str(refused.value).startswith(line)
    assert refused.value.hint


def test_sensible_options_pass_unchanged() -> None:
    """Extremes that exist are allowed."""
    options = PlanOptions(start=START, hours=168, deadline=START, budget=0)
    assert check(options) is options

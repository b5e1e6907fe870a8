"""Against two readers who labelled 30 real postings apart (tests/gold; texts from the shared data)."""

import json
from pathlib import Path
from typing import Any

import pytest

from headway.postings.model import Posting
from tests.postings.reading import read

LABELS = Path(__file__).parent.parent / "gold" / "postings.jsonl"
Read = list[tuple[dict[str, Any], Posting]]


@pytest.fixture(scope="module")
def readings() -> Read:
    """What both readers agree on, and what we read."""
    import os

    shared = Path(os.environ.get("HEADWAY_SHARED", Path(__file__).parents[3] / "shared"))
    if not (shared / "data").is_dir():
        pytest.skip("the public measuring data (HEADWAY_SHARED) is not here")
    lines = (shared / "data" / "postings" / "ml_postings.jsonl").read_text("utf-8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    labels = [each for each in map(json.loads, LABELS.read_text("utf-8").splitlines()) if each["reader"] == "both"]
    return [(each, read(rows[each["id"]]["description"], rows[each["id"]]["title"])) for each in labels]


def _facts(posting: Posting) -> dict[str, Any]:
    pay = posting.pay
    return {
        "role_family": posting.role,
        "seniority": posting.seniority,
        "min_years": posting.min_years,
        "degree_required": posting.degree.level,
        "workplace": posting.workplace,
        "pay_min": pay.min if pay else None,
        "pay_max": pay.max if pay else None,
        "pay_currency": pay.currency if pay else None,
    }


@pytest.mark.parametrize(
    ("field", "least"),
    [
        ("role_family", 0.85),
        ("seniority", 0.9),
        ("min_years", 0.9),
        ("degree_required", 0.9),
        ("workplace", 0.9),
        ("pay_min", 0.95),
        ("pay_max", 0.95),
        ("pay_currency", 0.95),
    ],
)
def test_facts_agree_with_both_readers(readings: Read, field: str, least: float) -> None:
    """The shares that the project's goals ask for."""
    same = [_facts(posting)[field] == label["facts"][field] for label, posting in readings if field in label["facts"]]
    assert sum(same) >= least * len(same)


def test_needs_agree_with_both_readers(readings: Read) -> None:
    """Of the places that both readers and we mark, nine in ten have the same need."""
    same = []
    for label, posting in readings:
        ours = {(each.start, each.end): each.need for each in posting.mentions}
        same += [ours[m["start"], m["end"]] == m["need"] for m in label["mentions"] if (m["start"], m["end"]) in ours]
    assert len(same) > 500
    assert sum(same) >= 0.9 * len(same)

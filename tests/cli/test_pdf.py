"""`--pdf`: what the screen says, for paper."""

import io
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import TODAY, Headway

pytest.importorskip("typst")

EVIL = """Ana #panic("no") Ruiz
Berlin, Germany

Experience
Data Analyst, Example $x$ *Ltd*, Jan 2020 - Dec 2023
- Reports in SQL and Python #read("/etc/passwd") <label> @ref
- שלום Python, 数据 SQL, 🎉 pandas and numpy aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
"""


def _said(path: Path) -> str:
    pages = pypdfium2.PdfDocument(io.BytesIO(path.read_bytes()))
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.replace("\u200b", "").replace("\ufffe", "").split())


def test_the_plan_on_paper_says_what_the_screen_says(headway: Headway, example: Path, tmp_path: Path) -> None:
    """Every step and its dates, the proof line, the fit, the gap, the quoted lines; twice the same bytes."""
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (first, again):
        ran = headway("plan", example, "--role", "data-analyst", "--today", TODAY, "--pdf", path, "--json")
        assert ran.code == 0, ran.err
    assert first.read_bytes() == again.read_bytes()
    said, answer = _said(first), ran.json
    assert "Mara Lindqvist: Data analyst" in said
    proof = answer["plan"]["proof"]
    assert f"The plan takes {proof['objective']:.1f} hours of learning" in said
    assert f"less than {proof['bound']:.1f}" in said
    for step in answer["plan"]["steps"]:
        assert answer["labels"][step["id"]] in said
        assert f"{step['start']} to {step['end']}" in said
    assert all(row["label"] in said for row in answer["gap"])
    assert "moved 60 reports off Excel." in said


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("--know", "python=1", "--deadline", "2026-12-01"), "The plan: none fits your limits"),
        (("--know", "python=1", "--budget", "0"), "free"),
    ],
)
def test_plans_of_every_kind_can_be_printed(
    headway: Headway, tmp_path: Path, arguments: tuple[str, ...], wanted: str
) -> None:
    """One that does not fit says what would make it fit."""
    path = tmp_path / "a.pdf"
    ran = headway("plan", *arguments, "--role", "data-analyst", "--today", TODAY, "--pdf", path, "--json")
    said = _said(path)
    assert wanted in said
    assert all(relief["text"] in said for relief in ran.json["plan"]["reliefs"])


def test_a_cv_cannot_write_the_report(headway: Headway, tmp_path: Path) -> None:
    """Markup, other scripts, pictures and endless words of a CV are shown, and nothing of the machine is."""
    cv, path = tmp_path / "cv.txt", tmp_path / "a.pdf"
    cv.write_text(EVIL, encoding="utf-8")
    ran = headway("plan", cv, "--role", "data-analyst", "--today", TODAY, "--pdf", path)
    assert ran.code == 0, ran.err
    said = _said(path)
    assert '#read("/etc/passwd")' in said
    assert "root:" not in said


def test_progress_on_paper(headway: Headway, example: Path, tmp_path: Path) -> None:
    """The next step, the forecast as a range, the rest of the plan, how it came to be."""
    path = tmp_path / "a.pdf"
    assert headway("status", "--pdf", path).code == 1
    assert not path.exists()
    headway("plan", example, "--role", "data-analyst", "--save", "--today", TODAY)
    headway("log", "hours", "3", "1", "--today", TODAY)
    answer = headway("status", "--pdf", path, "--today", "2026-11-24", "--json").json
    said = _said(path)
    assert "Progress: Data analyst" in said
    assert answer["next"]["label"] in said
    assert f"done by {answer['forecast']['middle']}, between {answer['forecast']['early']}" in said
    assert "How the plan came to be" in said


def test_the_market_plan_on_paper(
    headway: Headway, example: Path, tmp_path: Path, market_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The curve with its bound, the steps, the fixed roadmaps; invented postings are called so."""
    pytest.importorskip("duckdb")
    monkeypatch.setattr("headway.planning.market.plan.LIMIT", 0.05)
    path = tmp_path / "a.pdf"
    asked = ("--market", "--iterations", "1", "--hours", "4", "--today", TODAY, "--pdf", path, "--json")
    plan = headway("plan", example, *asked).json["plan"]
    said = _said(path)
    assert "INVENTED" in said
    assert f"no plan can have more than {plan['bound']:g}" in said
    assert all(f"{point['date']}" in said for point in plan["curve"])
    assert "The same hours on a fixed roadmap" in said

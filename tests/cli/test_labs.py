"""`headway lab` and `headway verify` as a user meets them."""

import os
import sys
from pathlib import Path

import pytest

from headway.knowledge.labs import load_labs
from tests.cli.conftest import Headway

LAB, SECOND = load_labs()["first-model"], load_labs()["dirty-table"]
DAY = ("--today", "2026-11-20")


@pytest.fixture
def home(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user folder of this test alone; the work lies in another folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return home


def test_from_start_to_proof(headway: Headway, home: Path) -> None:
    """Start, a wrong attempt with its reason, a pass that moves belief, fit and plan; `why` names the lab."""
    assert headway("plan", "--know", "python=1", "--role", "data-analyst", "--save", *DAY).code == 0
    started = headway("lab", "start", "2", "--json").json
    file = Path(started["file"])
    assert headway("lab", "check", "2", *DAY).code == 1
    file.write_text(SECOND.wrong["american.py"], encoding="utf-8")
    wrong = headway("lab", "check", "2", "--json", *DAY)
    assert (wrong.code, wrong.json["outcome"], wrong.json["reason"]) == (1, "wrong", "day-month")
    assert not wrong.json["kept"]
    file.write_text(SECOND.good["columns.py"], encoding="utf-8")
    done = headway("lab", "check", "2", "--json", *DAY)
    assert (done.code, done.json["outcome"], done.json["kept"]) == (0, "pass", True)
    moved = done.json["moved"]
    assert all(row["after"] > row["before"] for row in moved["skills"])
    assert any(row["after"] > row["before"] for row in moved["fits"])
    assert moved["plan_after"]["hours"] < moved["plan_before"]["hours"]
    why = headway("why", "data-cleaning", "--json", *DAY).json
    assert any(piece["kind"] == "lab" for piece in why["evidence"])
    assert headway("lab", "list", "--json").json["labs"][1]["passed"] == "2026-11-20"


def test_a_pass_moves_the_postings_within_reach(headway: Headway, market_home: Path) -> None:
    """With postings imported, the screen says how many are within reach before and after."""
    Path("mine.py").write_text(LAB.good["plain.py"], encoding="utf-8")
    moved = headway("lab", "check", "1", "mine.py", "--json", *DAY).json["moved"]
    assert moved["postings"] > 0
    assert 0 <= moved["reachable_before"] <= moved["reachable_after"]


def test_a_copy_of_the_model_solution_proves_nothing(headway: Headway, home: Path) -> None:
    """Also with other names for its variables."""
    text = LAB.solution.replace("amounts", "values_there").replace("slope", "steep")
    Path("copy.py").write_text(text, encoding="utf-8")
    answer = headway("lab", "check", "1", "copy.py", "--json", *DAY).json
    assert (answer["outcome"], answer["kept"]) == ("pass", False)
    assert "model solution" in answer["note"]


def test_practice_proves_nothing(headway: Headway, home: Path) -> None:
    """A seed that one chose oneself draws the same worlds each time, so a pass does not count."""
    Path("mine.py").write_text(LAB.good["plain.py"], encoding="utf-8")
    answer = headway("lab", "check", "1", "mine.py", "--seed", "5", "--json", *DAY).json
    assert (answer["outcome"], answer["practice"], answer["kept"], answer["record"]) == ("pass", True, False, None)


def test_a_record_verifies_and_a_changed_one_does_not(headway: Headway, home: Path) -> None:
    """Anyone can check it; with the submission it is graded again on the same worlds."""
    pytest.importorskip("cryptography", reason="records are signed with the extra 'labs'")
    Path("mine.py").write_text(LAB.good["plain.py"], encoding="utf-8")
    assert headway("lab", "check", "1", "mine.py", "--record", "r.json", *DAY).code == 0
    told = headway("verify", "r.json", "--submission", "mine.py")
    assert told.code == 0
    assert "unchanged since signing; self-issued" in told.out
    Path("r.json").write_text(Path("r.json").read_text(encoding="utf-8").replace("2026", "2025"), encoding="utf-8")
    changed = headway("verify", "r.json", "--json")
    assert (changed.code, changed.json["unchanged"]) == (1, False)
    Path("mine.py").write_text("no", encoding="utf-8")
    assert headway("verify", "mine.py").code == 2


def test_without_the_extra_a_pass_counts_and_the_missing_record_is_explained(
    headway: Headway, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Grading needs no signing; the note gives the line that installs it."""
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    Path("mine.py").write_text(LAB.good["plain.py"], encoding="utf-8")
    answer = headway("lab", "check", "1", "mine.py", "--json", *DAY).json
    assert (answer["kept"], answer["record"]) == (True, None)
    assert "pip install 'headway[labs]'" in answer["record_note"]


def test_reset_keeps_what_was_there(headway: Headway, home: Path) -> None:
    """Nothing that a person wrote is lost, and start does not write over it."""
    headway("lab", "start", "first-model")
    file = Path("first-model/solution.py")
    file.write_text("mine = 1\n", encoding="utf-8")
    refused = headway("lab", "start", "first-model")
    assert refused.code == 2
    assert file.read_text(encoding="utf-8") == "mine = 1\n"
    answer = headway("lab", "reset", "first-model", "--json").json
    assert Path(answer["set_aside"]).read_text(encoding="utf-8") == "mine = 1\n"
    assert file.read_text(encoding="utf-8") == LAB.starter


def test_a_lab_is_not_begun_over_files_of_somebody(headway: Headway, home: Path) -> None:
    """Brief and data are written beside the code: into a folder that has others of these names nothing is written."""
    for name in ("brief.md", "sales.csv"):
        folder = Path(f"mine-{name}")
        folder.mkdir()
        (folder / name).write_text("mine", encoding="utf-8")
        refused = headway("lab", "start", "first-model", "--to", str(folder))
        assert (refused.code, name in refused.err) == (2, True)
        assert {each.name: each.read_text() for each in folder.iterdir()} == {name: "mine"}
    headway("lab", "start", "first-model", "--to", "fresh")
    Path("fresh/solution.py").unlink()
    assert headway("lab", "start", "first-model", "--to", "fresh").code == 0, "its own brief and data may be there"


def test_hints_come_one_by_one_and_the_solution_only_when_asked_twice(headway: Headway, home: Path) -> None:
    """The first, the second; the model solution needs --yes before a pass, which then counts half and says so."""
    first, second = headway("lab", "hint", "1").out, headway("lab", "hint", "1").out
    assert "Hint 1" in first
    assert "Hint 2" in second
    assert headway("lab", "solution", "1").code == 2
    assert "def fit_line" in headway("lab", "solution", "1", "--yes").out
    Path("mine.py").write_text(LAB.good["plain.py"], encoding="utf-8")
    done = headway("lab", "check", "1", "mine.py", "--json", *DAY).json
    assert (done["kept"], "half as much" in done["note"]) == (True, True)
    proven = next(row for row in done["moved"]["skills"] if row["skill"] == "linear-regression")
    assert proven["before"] < proven["after"] < 0.6


@pytest.mark.parametrize(
    "arguments",
    [
        ("lab", "show", "no such lab"),
        ("lab", "check", "1", "not-there.py"),
        ("lab", "check", "1", "bytes.py"),
        ("lab", "check", "1", "/dev/zero"),
        ("lab", "check", "1", "pipe.py"),
        ("lab", "check", "1", "fine.py", "--worlds", "0"),
        ("lab", "check", "1", "fine.py", "--seed", "-1"),
        ("verify", "not-there.json"),
    ],
)
def test_bad_input_is_one_line(headway: Headway, home: Path, arguments: tuple[str, ...]) -> None:
    """What, where, what next; exit code 2."""
    Path("bytes.py").write_bytes(b"\xff\xfe\x00")
    if hasattr(os, "mkfifo"):
        os.mkfifo("pipe.py")
    Path("fine.py").write_text("x = 1\n", encoding="utf-8")
    ran = headway(*arguments)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_marks_that_editors_leave_in_a_file_do_not_matter(headway: Headway, home: Path) -> None:
    """A byte order mark at the beginning, and the line ends of Windows."""
    text = load_labs()["first-model"].solution
    Path("marked.py").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert headway("lab", "check", "1", "marked.py", "--seed", "3", "--no-keep").code == 0


def test_forget_takes_labs_along(headway: Headway, home: Path) -> None:
    """Hints, results and the signing key go with everything else."""
    Path("mine.py").write_text(LAB.good["plain.py"], encoding="utf-8")
    headway("lab", "check", "1", "mine.py", *DAY)
    (labs,) = home.rglob("labs")
    assert list(labs.iterdir())
    (labs / "mine").mkdir()
    Path("elsewhere.txt").write_text("mine", encoding="utf-8")
    (labs / "link").symlink_to(Path("elsewhere.txt").absolute())
    assert headway("forget", "--yes", *DAY).code == 0
    assert [each.name for each in labs.iterdir()] == ["mine"]
    assert Path("elsewhere.txt").read_text(encoding="utf-8") == "mine", "what a link leads to is not ours to erase"


def test_a_lab_of_several_files_is_handed_out_and_in_as_a_folder(headway: Headway, home: Path) -> None:
    """Start writes each file, check reads those beside the main one, reset keeps them all, a missing one is named."""
    assert headway("lab", "start", "16").code == 0
    names = sorted(path.name for path in Path("model-service").iterdir())
    assert {"service.py", "operations.py", "Dockerfile", "pipeline.yml", "brief.md"} <= set(names)
    again = headway("lab", "start", "16")
    assert (again.code, "is there already" in again.err) == (2, True)
    kept = headway("lab", "reset", "16", "--json").json["set_aside"]
    assert len(kept.split(", ")) == 4
    untouched = headway("lab", "check", "16", "--json", *DAY).json
    assert untouched["outcome"] in ("not-attempted", "not-checkable")
    Path("model-service/Dockerfile").write_text("FROM python\n", encoding="utf-8")
    attempt = headway("lab", "check", "16", "--json", *DAY).json
    assert (attempt["outcome"], attempt["reason"]) in (("wrong", "base-unpinned"), ("not-checkable", None))
    Path("model-service/Dockerfile").write_text("=== service.py ===\nFROM python:3.12\n", encoding="utf-8")
    assert headway("lab", "check", "16", *DAY).code == 2
    Path("model-service/Dockerfile").unlink()
    missing = headway("lab", "check", "16", *DAY)
    assert (missing.code, "Dockerfile cannot be read" in missing.err) == (2, True)

"""`headway profile`: what is written can be read again, and says no more than the CV, the tests and the labs do."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from headway.app.context import open_context
from headway.app.person import PersonQuestion
from headway.app.profile import NOT_SURE, ONLY_IMPLIED, ONLY_SAID, profile_of
from tests.cli.conftest import TODAY, Headway

CV = """Ana Ruiz
Berlin, Germany

Experience
Data Analyst, Example Ltd, Jan 2020 - Dec 2023
- Reports in SQL and Python
"""


def _profile(headway: Headway, *arguments: str | Path) -> dict[str, Any]:
    ran = headway("profile", *arguments, "--today", TODAY, "--json")
    assert ran.code == 0, ran.err
    return ran.json  # type: ignore[no-any-return]


def test_every_line_stands_word_for_word_in_the_document(headway: Headway, example: Path) -> None:
    """Each quoted line is in the CV, on the page that is named; each skill has one."""
    blocks = headway("read", example, "--json").json["blocks"]
    text = " ".join(" ".join(b["text"] for b in blocks).split())
    skills = _profile(headway, example)["skills"]
    assert len(skills) > 30
    for skill in skills:
        assert skill["evidence"], skill["skill"]
        for each in skill["evidence"]:
            assert each["text"] in text
            assert each["place"].startswith("mara-lindqvist.pdf, page 1, line ")
            assert not each["proof"]


@pytest.mark.parametrize(("option", "name"), [("--docx", "a.docx"), ("--json-resume", "a.json")])
def test_what_was_written_is_read_as_the_same_skills(
    headway: Headway, example: Path, tmp_path: Path, option: str, name: str
) -> None:
    """Our own reader finds every skill of the profile in the file, and no other but where a quoted line names it."""
    if option == "--docx":
        pytest.importorskip("docx")
    answer = _profile(headway, example, option, tmp_path / name)
    shown = {s["skill"] for s in answer["skills"]}
    found = {s["skill"]: s for s in headway("read", tmp_path / name, "--today", TODAY, "--json").json["skills"]}
    assert shown <= set(found)
    assert all(found[skill]["level"] > 0 for skill in shown)
    quoted = [e["text"] for s in answer["skills"] for e in s["evidence"]] + [
        w for j in answer["jobs"] for w in j["lines"]
    ]
    for skill in set(found) - shown:
        assert all(any(line in m["text"] for line in quoted) for m in found[skill]["mentions"]), skill


def test_an_own_word_is_not_shown_and_lifts_nothing(headway: Headway, tmp_path: Path) -> None:
    """What a person only says is left out, and does not raise what the CV shows."""
    cv = tmp_path / "cv.txt"
    cv.write_text(CV, encoding="utf-8")
    plain = _profile(headway, cv)
    boasted = _profile(headway, cv, "--know", "python=4", "--know", "rust=4")
    levels = [{s["skill"]: s["level"] for s in answer["skills"]} for answer in (plain, boasted)]
    assert levels[1]["python"] <= levels[0]["python"]
    assert "rust" not in levels[1]
    assert {"skill": "rust", "label": "Rust", "why": ONLY_SAID} in boasted["left_out"]
    assert {row["why"] for row in boasted["left_out"]} <= {ONLY_SAID, ONLY_IMPLIED, NOT_SURE}


def test_somebody_of_whom_nothing_can_be_shown(headway: Headway, tmp_path: Path) -> None:
    """An empty profile is an answer (exit code 1), and its files hold no skill."""
    ran = headway("profile", "--know", "python=3", "--json-resume", tmp_path / "a.json", "--today", TODAY)
    assert ran.code == 1
    assert "Nothing can be shown" in ran.out
    assert "skills" not in json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))


def test_a_test_is_proof_and_stands_apart_from_the_claim(headway: Headway, example: Path, tmp_path: Path) -> None:
    """The answers of a test are counted, named with their day, and put before what the CV says."""
    proof = tmp_path / "proof.json"
    rows = [_answer(n, level=2 if n < 7 else 4, right=n < 7) for n in range(9)]
    proof.write_text(json.dumps({"schema": "headway.evidence/1", "evidence": rows}), encoding="utf-8")
    found = _profile(headway, example, "--test-result", proof)["skills"][0]
    assert found["skill"] == "python"
    assert re.fullmatch(r"shown (working|proficient), claimed \w+", found["words"])
    first, *rest = found["evidence"]
    assert (first["text"], first["place"], first["proof"]) == (
        "7 of 9 answers right",
        "Headway test of 2026-11-18",
        True,
    )
    assert rest
    assert not any(each["proof"] for each in rest)


def _answer(number: int, *, level: int, right: bool) -> dict[str, Any]:
    """An answer as `headway test --out` writes it."""
    return {
        "id": f"test:a:{number:03d}", "skill": "python", "kind": "test-answer", "source": "test", "level": level,
        "holds": right, "date": "2026-11-18", "last_used": "2026-11-18", "note": f"question {number}",
        "response": {"a": 1.7, "guess": 0.05},
    }  # fmt: skip


def test_the_kept_person_has_a_profile_too(headway: Headway, example: Path) -> None:
    """Without a file it is that of the workspace, with the same lines."""
    assert headway("plan", example, "--save", "--today", TODAY).code == 0
    kept, read = _profile(headway), _profile(headway, example)
    assert kept["skills"] == read["skills"]
    assert kept["jobs"] == read["jobs"]


def test_a_skill_taken_away_is_not_shown(headway: Headway, example: Path) -> None:
    """What the person says they lack does not come back from a line of the CV."""
    headway("plan", example, "--save", "--today", TODAY)
    headway("log", "lack", "tableau", "--today", TODAY)
    assert "tableau" not in {s["skill"] for s in _profile(headway)["skills"]}


def test_bad_places_are_refused_before_anything_is_written(headway: Headway, example: Path, tmp_path: Path) -> None:
    """One line, exit code 2, no file."""
    same = tmp_path / "a"
    for arguments in (("--docx", tmp_path), ("--docx", same, "--json-resume", same)):
        ran = headway("profile", example, *arguments)
        assert (ran.code, ran.err.count("\n"), list(tmp_path.iterdir())) == (2, 1, [])


def test_without_the_extra_it_says_what_to_install(example: Path, tmp_path: Path) -> None:
    """DOCX and PDF name the line; the JSON needs none of it."""
    run = "import sys; sys.modules.update(docx=None, typst=None); from headway.cli.main import execute; "
    run += "sys.exit(execute(sys.argv[1:]))"
    for line in (["profile", str(example), "--docx", "a.docx"], ["plan", str(example), "--pdf", "a.pdf"]):
        ran = subprocess.run(
            [sys.executable, "-c", run, *line], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stdout, list(tmp_path.iterdir())) == (2, "", [])
        assert ran.stderr.rstrip().endswith("pip install 'headway[export]'")


def test_the_belief_behind_it_is_folded_from_what_can_be_pointed_at() -> None:
    """A person who only talks has no profile, whatever the belief says."""
    context = open_context(TODAY)
    assert profile_of(context, PersonQuestion(know=("python=4", "sql=3"))).skills == ()

"""A home that cannot be read or written, a test that waits: said in one line, before anything is lost or doubled."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Headway

TODAY = ("--today", "2026-11-20")


@pytest.mark.parametrize(
    "command",
    [["status"], ["log"], ["log", "hours", "2"], ["backup", "x"], ["fit"], ["test", "sql", "--answers", os.devnull]],
    ids=" ".join,
)
def test_a_home_that_is_no_folder_is_said(
    headway: Headway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """Not that nothing is kept: nobody can tell."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "file" / "home"))
    ran = headway(*command)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "HEADWAY_HOME" in ran.err


def test_a_market_that_cannot_be_written_is_said(
    headway: Headway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, code 2; what lies there stays as it is."""
    pytest.importorskip("duckdb", reason="the extra 'market' is not installed")
    (tmp_path / "market").mkdir()
    (tmp_path / "market" / ".writing.lock").mkdir()  # opens for nobody, root neither
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path))
    ran = headway("market", "import", "--example", *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert "Give yourself the right to write there" in ran.err.splitlines()[-1]
    assert [path.name for path in (tmp_path / "market").iterdir()] == [".writing.lock"]


def test_a_test_that_waits_is_named_before_another_about_the_same_begins(
    headway: Headway, tmp_path: Path, home: Path
) -> None:
    """With the line that goes on with it; one about something else is not named."""
    answers = tmp_path / "answers.txt"
    answers.write_text("?\np\n", encoding="utf-8")
    first = headway("test", "sql", "--answers", answers, "--json", *TODAY)
    assert first.json["status"] == "paused"
    assert "waits" not in first.err
    assert "waits" not in headway("test", "python", "--answers", answers, "--json", *TODAY).err
    again = headway("test", "sql", "--answers", answers, "--json", *TODAY)
    assert "paused after 1 answer, waits" in again.err
    assert f"headway test --resume {first.json['file']}" in again.err


def test_weak_proof_is_told_apart_from_none(headway: Headway, tmp_path: Path) -> None:
    """One answer of a rare skill is proof, but not sure enough to count: its chance is shown."""
    answers = tmp_path / "answers.txt"
    answers.write_text("?\n", encoding="utf-8")
    proof = tmp_path / "proof.json"
    headway("test", "sql", "--questions", "1", "--answers", answers, "--out", proof, "--no-keep", *TODAY)
    ran = headway("why", "sql", "--test-result", proof, *TODAY)
    assert ran.code == 0, ran.err
    told = " ".join(ran.out.split())
    assert "By what your CV and you say alone: there is none." in told
    assert "By what you have shown alone: not sure enough to count (aware " in told
    told = headway("why", "sql", "--test-result", proof, "--json", *TODAY).json
    assert told["claims_alone"] is None
    assert len(told["proof_alone"]) == 4

"""share and class, as a learner and a coach type them. All people here are invented."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Headway

KNOWN = ("python=2", "python=1", "sql=3", "statistics=2", "tableau=2", "python=3")
ROLE = ("--role", "data-analyst", "--today", TODAY)


@pytest.fixture
def folder(headway: Headway, tmp_path: Path) -> Path:
    """Six people, each with a profile of their own; the first two give a name, and so does the last."""
    found = tmp_path / "class"
    found.mkdir()
    for n, known in enumerate(KNOWN):
        name = ("--as", f"Person {n}") if n in (0, 1, 5) else ()
        mine = ("--profile", f"class-{n}", "--out", found / f"{n}.json")
        assert headway("share", "--know", known, *ROLE, *name, *mine).code == 0
    return found


def test_a_share_file_is_shown_and_not_written_unless_asked(
    headway: Headway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plain words first; nothing leaves without --out."""
    monkeypatch.chdir(tmp_path)
    ran = headway("share", "--know", "python=2", *ROLE)
    assert ran.code == 0
    assert "It does not say who you are" in ran.out
    assert "Not in it: your CV" in ran.out
    assert "Nothing was written." in ran.out
    assert list(tmp_path.glob("*.json")) == []


def test_nothing_of_the_cv_is_in_the_file(headway: Headway, example: Path, tmp_path: Path) -> None:
    """No name, employer, place or quoted line; only skills of the role and what they build on."""
    out = tmp_path / "mine.json"
    assert headway("share", example, *ROLE, "--out", out).code == 0
    text = out.read_text(encoding="utf-8").casefold()
    read = headway("read", example, "--json", "--today", TODAY).json["documents"][0]
    secrets = [read["name"], *(job["employer"] for job in read["jobs"] if job.get("employer"))]
    assert secrets[0]
    assert [word for word in secrets if word.casefold() in text] == []
    assert "mara" not in text
    assert json.loads(text)["skills"]


def test_the_word_of_a_person_stays_and_differs_between_people(headway: Headway, folder: Path) -> None:
    """One person's files go together; two people's never do."""
    words = {json.loads(path.read_text())["person"] for path in folder.iterdir()}
    assert len(words) == len(KNOWN)
    again = headway("share", "--know", KNOWN[-1], *ROLE, "--as", "person 5", "--profile", "class-5", "--json").json
    assert again["share"]["person"] == json.loads((folder / "5.json").read_text())["person"]


def test_a_class_is_told_with_its_plan(headway: Headway, folder: Path) -> None:
    """Shares with n and interval, one dated plan with its proof, what it leaves to each."""
    found = headway("class", folder, "--today", TODAY, "--json").json
    assert (found["people"], found["group"], found["named"]) == (6, 6, 3)
    need = next(row for row in found["needs"] if row["any_of"][0] == "python")
    assert (need["holds"]["people"], need["holds"]["n"]) == (3, 6)
    assert need["holds"]["low"] < 0.5 < need["holds"]["high"]
    plan = found["plan"]
    assert plan["status"] == "optimal"
    assert plan["proof"]["objective"] == pytest.approx(plan["proof"]["bound"])
    assert all(row["lack"]["people"] >= 3 for row in plan["goals"])
    assert {row["wanted"] for row in plan["left_alone"]} <= {1, 2, 3}


def test_the_order_of_the_files_changes_nothing(headway: Headway, folder: Path) -> None:
    """Same files, same bytes."""
    files = sorted(folder.iterdir())
    one = headway("class", *files, "--today", TODAY, "--json")
    assert headway("class", *files[::-1], files[2], folder, "--today", TODAY, "--json").out == one.out
    assert headway("class", folder, "--today", TODAY, "--json").out == one.out


def test_three_unnamed_people_keep_the_rows_of_the_others_short(headway: Headway, folder: Path) -> None:
    """Named rows taken from the figures would leave those three."""
    ran = headway("class", folder, "--today", TODAY)
    assert "Fewer than 5 gave none" in " ".join(ran.out.split())
    rows = headway("class", folder, "--today", TODAY, "--json").json["rows"]
    assert [row["whole"] for row in rows] == [False] * 3
    assert {row["trend"] for row in rows} == {None}


def test_four_people_get_no_figures(headway: Headway, folder: Path) -> None:
    """Valid, but nothing can be told: exit code 1."""
    ran = headway("class", *sorted(folder.iterdir())[:4], "--today", TODAY)
    assert ran.code == 1
    assert "4 people aim at this role." in ran.out
    assert "widest gap" not in ran.out


def test_bad_files_are_set_aside_and_the_rest_goes_on(headway: Headway, folder: Path) -> None:
    """Each with its reason; hidden files and folders within are not looked at."""
    (folder / "broken.json").write_text('{"schema": "headway.share/1", "person": 3}')
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    (folder / ".hidden").write_text("x")
    (folder / "sub").mkdir()
    found = headway("class", folder, "--today", TODAY, "--json")
    assert found.code == 0
    assert [row["file"] for row in found.json["aside"]] == ["broken.json", "photo.png"]
    assert found.json["people"] == 6


def test_nothing_readable_is_an_error(headway: Headway, tmp_path: Path) -> None:
    """One line, exit code 2, for an empty folder, a name that is not there, and files that are none."""
    for name, words in (("", "no file to read"), ("gone", "is not there"), ("bad.json", "No file can be read")):
        (tmp_path / "bad.json").unlink(missing_ok=True)
        if name == "bad.json":
            (tmp_path / name).write_text('{"schema": "headway.share/9"}')
        ran = headway("class", tmp_path / name, "--today", TODAY)
        assert ran.code == 2
        assert words in ran.err
        assert len(ran.err.strip().splitlines()) == 1


def test_cvs_are_read_when_named_or_allowed(headway: Headway, folder: Path, example: Path) -> None:
    """A CV in a folder is set aside, because its person may be there with a file; named, it counts and has no row."""
    (folder / "cv.pdf").write_bytes(example.read_bytes())
    aside = headway("class", folder, "--today", TODAY, "--json").json
    assert [row["file"] for row in aside["aside"]] == ["cv.pdf"]
    for command in ((folder, "--cvs"), (folder, folder / "cv.pdf")):
        found = headway("class", *command, "--today", TODAY, "--json").json
        assert (found["people"], found["from_cvs"], found["progress"]["n"], found["aside"]) == (7, 1, 6, [])
    assert headway("class", example, "--today", TODAY).code == 2


def test_a_plan_that_is_kept_is_told_in_figures(headway: Headway, tmp_path: Path) -> None:
    """Role and seniority come from it; hours and steps, and no name of a step."""
    day = ("--profile", "ana", "--today", TODAY)
    assert headway("plan", "--know", "python=2", "--role", "data-analyst", "--save", *day).code == 0
    assert headway("log", "hours", "2", "1", *day).code == 0
    out = tmp_path / "mine.json"
    assert headway("share", "--as", "Ana", "--out", out, *day).code == 0
    made = json.loads(out.read_text())
    assert (made["role"], made["name"]) == ("data-analyst", "Ana")
    assert made["plan"]["hours_done"] == 2
    assert made["plan"]["steps"] > made["plan"]["steps_done"] == 0
    steps = headway("plans", "--json", "--profile", "ana").json["steps"]
    assert [step["id"] for step in steps if step["id"] in out.read_text()] == []
    assert "Share to" in headway("log", *day).out
    other = headway("share", "--role", "data-engineer", "--json", *day).json
    assert other["share"]["plan"] is None


def test_forgetting_takes_the_word_along(headway: Headway, home: Path) -> None:
    """What ties files to a person is erased with the person's data."""
    who = ("--profile", "forgotten")
    assert headway("log", "know", "python=2", *who, "--today", TODAY).code == 0
    assert headway("share", *ROLE, *who).code == 0
    word = home / "profiles" / "forgotten" / "share-word"
    assert word.stat().st_mode & 0o077 == 0
    assert headway("forget", "--yes", *who).code == 0
    assert not word.exists()


@pytest.mark.parametrize(
    "arguments",
    [("--part", "0"), ("--part", "1.5"), ("--hours", "0"), ("--seniority", "king"), ("--role", "astronaut")],
)
def test_bad_options_are_one_line(headway: Headway, folder: Path, arguments: tuple[str, ...]) -> None:
    """Exit code 2 and what to do instead."""
    ran = headway("class", folder, *arguments, "--today", TODAY)
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["", " ", "a\x1b[31m", "x" * 61])
def test_a_name_is_a_name(headway: Headway, name: str) -> None:
    """No blank, no escape sequence, not too long."""
    assert headway("share", "--know", "python=2", *ROLE, "--as", name).code == 2


def test_the_page_to_keep_is_written_whole_and_the_same_each_time(
    headway: Headway, folder: Path, tmp_path: Path
) -> None:
    """--html: no script, names as text, the same bytes from the same files."""
    assert headway("share", "--know", "sql=1", *ROLE, "--as", "<script>x", "--out", folder / "x.json").code == 0
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    for path, files in ((one, [folder]), (other, sorted(folder.iterdir())[::-1])):
        assert headway("class", *files, "--today", TODAY, "--html", path).code == 0
    assert one.read_bytes() == other.read_bytes()
    text = one.read_text(encoding="utf-8")
    assert "&lt;script&gt;x" in text
    assert "<script" not in text
    assert headway("class", folder, "--today", TODAY, "--html", tmp_path).code == 2


def test_a_file_name_that_is_no_text_is_still_told(headway: Headway, folder: Path) -> None:
    """Bytes of a name that are no UTF-8 become marks, in text and in JSON."""
    name = os.fsdecode(b"caf\xe9.json")
    try:
        (folder / name).write_text("{}")
    except OSError:
        pytest.skip("this file system takes only text for names")
    assert headway("class", folder, "--today", TODAY).code == 0
    assert headway("class", folder, "--today", TODAY, "--json").json["aside"][0]["file"] == "caf?.json"


def test_the_class_is_furthest_in_what_most_hold(headway: Headway, folder: Path) -> None:
    """Half of the six say that they know Python: nothing is held by more."""
    assert headway("class", folder, "--today", TODAY, "--json").json["furthest"][0] == "Python or R"


def test_what_is_no_file_or_empty_is_named_and_never_waited_for(headway: Headway, tmp_path: Path) -> None:
    """A pipe that nobody writes to and an empty file: one line with the name, code 2. Hours are checked for a class too
    small for a plan as well."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty.json").touch()
    for name, reason in (("pipe", "It is no file."), ("empty.json", "It is empty.")):
        ran = headway("class", tmp_path / name)
        assert (ran.code, ran.err.count("\n")) == (2, 1)
        assert f"{name}: {reason}" in ran.err
    mine = tmp_path / "mine.json"
    assert headway("share", "--know", "python=2", *ROLE, "--out", mine).code == 0
    assert headway("class", mine, "--hours", "0").code == 2

"""Bad input gets one clear line, exit code 2, no traceback, and nothing half-written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Headway, Ran

CV = """Ana Ruiz

Skills
Python, SQL, pandas

Experience
Data Analyst, Example Ltd, Jan 2020 - Dec 2023
- Reports in SQL and Python
"""


def _refused(ran: Ran, *words: str) -> None:
    """One line that holds the words, exit code 2, nothing on standard output."""
    assert ran.code == 2, ran
    lines = ran.err.strip().splitlines()
    assert len(lines) == 1, ran.err
    assert "Traceback" not in ran.err
    for word in words:
        assert word in lines[0], lines[0]
    assert ran.out == ""


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    path = tmp_path / "cv.txt"
    path.write_text(CV, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["plan", "read", "skills", "fit"])
def test_a_missing_file_is_named(headway: Headway, tmp_path: Path, command: str) -> None:
    """The line says which file is not there."""
    _refused(headway(command, tmp_path / "no-such.pdf"), "no-such.pdf", "does not exist")


@pytest.mark.parametrize("command", ["plan", "read", "skills", "fit"])
def test_a_directory_is_not_a_file(headway: Headway, tmp_path: Path, command: str) -> None:
    """A folder is refused by name."""
    _refused(headway(command, tmp_path), "folder")


def test_an_empty_file_says_so(headway: Headway, tmp_path: Path) -> None:
    """Nothing to read is not a person without skills."""
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"")
    _refused(headway("plan", path), "empty")


def test_binary_junk_says_so(headway: Headway, tmp_path: Path) -> None:
    """Bytes of no known kind."""
    path = tmp_path / "junk.pdf"
    path.write_bytes(bytes(range(256)) * 40)
    _refused(headway("plan", path), "junk.pdf")


def test_a_picture_called_pdf_is_recognised(headway: Headway, tmp_path: Path) -> None:
    """The kind is told by content, and the line says what to do."""
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    _refused(headway("read", path), "PNG")


def test_a_cv_in_another_script_is_read_with_a_note(headway: Headway, tmp_path: Path) -> None:
    """Skills written in Latin letters are found; the person is told the rest may be missed."""
    path = tmp_path / "cv.txt"
    path.write_text(
        "简历\n\n技能\nPython, SQL, PyTorch\n\n经验\n数据分析师 2020年1月 - 2023年12月 北京公司\n" * 3, encoding="utf-8"
    )
    ran = headway("read", path, "--json")
    assert ran.code == 0
    assert {s["skill"] for s in ran.json["skills"]} >= {"python", "sql", "pytorch"}
    assert any("language" in f["code"] or "script" in f["code"] for f in ran.json["findings"])


def test_a_cv_without_any_skill_is_told_not_scored_as_zero(headway: Headway, tmp_path: Path) -> None:
    """A finding says that nothing was found, and what to do."""
    path = tmp_path / "cv.txt"
    path.write_text(
        "Jo Doe\n\nExperience\nGardener, Green Ltd, Jan 2020 - Dec 2023\n- Roses and hedges\n", encoding="utf-8"
    )
    ran = headway("read", path, "--json")
    assert ran.code == 0
    assert any(f["code"] == "no-skill-found" for f in ran.json["findings"])


def test_an_unknown_role_names_the_nearest(headway: Headway, cv: Path) -> None:
    """A typing mistake costs one look."""
    _refused(headway("plan", cv, "--role", "machine-lerning-enginer"), "machine-learning-engineer")


def test_an_unknown_seniority_lists_the_choices(headway: Headway, cv: Path) -> None:
    """The closed list is in the line."""
    _refused(headway("plan", cv, "--seniority", "wizard"), "junior", "senior")


def test_an_unknown_skill_in_know_names_the_nearest(headway: Headway) -> None:
    """--know pytroch=2 is a typing mistake."""
    _refused(headway("plan", "--know", "pytroch=2"), "pytorch")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--hours", "0"], ["0"]),
        (["--hours", "200"], ["200", "168"]),
        (["--hours", "-3"], ["-3"]),
        (["--hours", "nan"], ["above 0"]),
        (["--deadline", "2020-01-01"], ["2020-01-01"]),
        (["--deadline", "soon"], ["--deadline", "soon"]),
        (["--deadline", "2027-02-31"], ["--deadline"]),
        (["--budget", "-5"], ["-5"]),
        (["--know", "python=3", "--know", "python=1"], ["python"]),
        (["--know", "python=3", "--know", "Python=1"], ["Python"]),
        (["--know", "python=9"], ["0 to 4"]),
        (["--know", "python"], ["skill=level"]),
        (["--weekdays", "1,2,3"], ["seven"]),
        (["--weekdays", "30,0,0,0,0,0,0"], ["30"]),
        (["--weekdays", "1,1,1,1,1,1,1", "--hours", "5"], ["--hours"]),
        (["--off", "2027-03-05:2027-03-01"], ["2027-03-01"]),
        (["--country", "Germany"], ["two-letter"]),
        (["--country", "ZZ"], ["'ZZ'", "no country's code", "two-letter"]),
        (["--country", "uk"], ["'uk'", "You may mean GB"]),
        (["--confidence", "2"], ["--confidence"]),
        (["--format", "telepathy"], ["telepathy", "video"]),
        (["--language", "klingon"], ["klingon"]),
        (["--skip", "no-such-course"], ["no-such-course"]),
        (["--done", "no-such-course"], ["no-such-course"]),
        (["--currency", "bitcoins"], ["bitcoins", "BITCOINS"][1:]),
        (["--today", "yesterday"], ["--today"]),
        (["--today", "0001-01-01"], ["--today", "1900"]),
        (["--no-such-option"], ["--no-such-option"]),
        (["--hours", "ten"], ["--hours", "number"]),
    ],
)
def test_options_that_make_no_sense_are_refused(
    headway: Headway, cv: Path, options: list[str], words: list[str]
) -> None:
    """Each in one line that names the value."""
    today = [] if "--today" in options else ["--today", TODAY]
    _refused(headway("plan", cv, *today, *options), *words)


def test_a_mistyped_command_reads_as_one_sentence(headway: Headway) -> None:
    """The nearest command, and no full stop after a question mark."""
    _refused(headway("plna"), "Did you mean 'plan'", "'? See 'headway --help'.")


def test_no_command_shows_the_help(headway: Headway) -> None:
    """As help, not as a complaint."""
    ran = headway()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: headway")
    assert {"plan", "posting", "check", "market"} <= {line.split()[0] for line in ran.err.splitlines() if line.strip()}


def test_nothing_to_go_by_is_refused(headway: Headway, monkeypatch: pytest.MonkeyPatch) -> None:
    """No CV, no --know and no terminal to ask at."""
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        _refused(headway("plan"), "--know")


@pytest.mark.parametrize("option", ["--html", "--ics"])
def test_an_output_that_cannot_be_written_is_refused_before_any_work(
    headway: Headway, cv: Path, tmp_path: Path, option: str
) -> None:
    """The place is named; nothing is printed, nothing is left behind."""
    blocker = tmp_path / "file"
    blocker.write_text("x", encoding="utf-8")
    _refused(headway("plan", cv, option, blocker / "plan.out"), option)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cv.txt", "file"]


def test_an_output_that_is_a_folder_is_refused(headway: Headway, cv: Path, tmp_path: Path) -> None:
    """A folder is not overwritten."""
    _refused(headway("plan", cv, "--html", tmp_path), "folder")


@pytest.mark.parametrize("option", ["--html", "--ics"])
def test_a_device_is_never_replaced_by_a_file(headway: Headway, cv: Path, tmp_path: Path, option: str) -> None:
    """--html /dev/null as root would have put a plain file in the device's place."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    _refused(headway("plan", cv, option, pipe), option, "device")
    assert pipe.is_fifo()


def test_a_link_to_a_report_stays_a_link(headway: Headway, cv: Path, tmp_path: Path) -> None:
    """What the link points at is written."""
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    assert headway("plan", cv, "--html", tmp_path / "link.html", "--today", TODAY).code == 0
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes().rstrip().endswith(b"</html>")


def test_report_and_calendar_in_one_file_are_refused(headway: Headway, cv: Path, tmp_path: Path) -> None:
    """The second would overwrite the first."""
    same = tmp_path / "plan"
    _refused(headway("plan", cv, "--html", same, "--ics", tmp_path / "." / "plan"), "--html and --ics")


def _shell(command: str, **others: str) -> subprocess.CompletedProcess[bytes]:
    """A command line in a shell, `headway` being this one."""
    script = f'set -o pipefail; headway() {{ {sys.executable} -m headway "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", script], capture_output=True, check=False, env=os.environ | others)


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """`headway resources | head -1` exits with 0 and says nothing."""
    ran = _shell("headway resources | head -1")
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_as_such() -> None:
    """It is no fault of ours to report."""
    ran = _shell("headway roles > /dev/full")
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("headway: The answer cannot be written: No space left")


def test_closed_streams_are_empty_ones() -> None:
    """A scheduler may start us with no streams at all."""
    assert _shell("headway roles >&-").returncode == 0
    ran = _shell("headway read - <&-")
    assert (ran.returncode, ran.stderr.decode().splitlines()[0][:31]) == (2, "headway: standard input is empt")


def test_an_ascii_terminal_gets_question_marks_and_json_stays_whole(cv: Path) -> None:
    """Text bends to the terminal; JSON is UTF-8 wherever it goes."""
    old = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    cv.write_text(CV.replace("Ana Ruiz", "Ana Ruíz"), encoding="utf-8")
    text = _shell(f"headway read {cv}", **old)
    assert (text.returncode, b"Ana Ru?z" in text.stdout) == (0, True)
    assert "Ana Ruíz" in _shell(f"headway read {cv} --json", **old).stdout.decode("utf-8")


def test_rows_that_cannot_be_read_give_an_error_in_their_place(headway: Headway, tmp_path: Path) -> None:
    """Order and ids are kept; good rows are answered; exit 0 when any row was read."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "a", "description": "We use Python."}\nnot json\n[1]\n{"id": "d"}\n', encoding="utf-8")
    ran = headway("skills", "--jsonl", rows)
    import json

    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [a["id"] for a in answers] == ["a", 2, 3, "d"]
    assert [m["skill"] for m in answers[0]["mentions"]] == ["python"]
    assert all("error" in a for a in answers[1:])


def test_rows_of_which_none_can_be_read_are_refused(headway: Headway, tmp_path: Path) -> None:
    """Exit 2 when nothing was read at all."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text("no\n", encoding="utf-8")
    assert headway("skills", "--jsonl", rows).code == 2


def test_an_unknown_skill_role_or_way_names_the_nearest(headway: Headway) -> None:
    """Every look-up helps with typing mistakes."""
    _refused(headway("skill", "pythn"), "python")
    _refused(headway("role", "data-scientits"), "data-scientist")
    _refused(headway("compare", "bootcmp"), "bootcamp")
    _refused(headway("path", "data-anlayst", "machine-learning-engineer"), "data-analyst")
    _refused(headway("pay", "data-scientits"), "data-scientist")


STOPPING = """
import os, signal, sys
from headway.cli.start import run

word = sys.argv.pop(1)

def look(event, details):
    global word
    if event == "open" and word and word in str(details[0]):
        word = ""
        os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(look)
run()
"""
"""Headway that presses Ctrl-C itself as it opens the first file with this word in its path."""


@pytest.mark.parametrize("moment", ["headway", "cv.txt", "publish", "report.html", "evidence.html", ".plan.html."])
def test_ctrl_c_leaves_nothing_half_written(cv: Path, tmp_path: Path, moment: str) -> None:
    """Stopped as it starts, as the CV is read, as the report is made and as it is written: one line, exit code 130,
    and no report, nor a part of one."""
    folder = tmp_path / "out"
    command = [sys.executable, "-c", STOPPING, moment, "plan", str(cv), "--role", "data-analyst"]
    ran = subprocess.run([*command, "--html", str(folder / "plan.html")], capture_output=True, text=True, check=False)
    assert ran.returncode == 130, ran
    assert ran.stderr.strip().splitlines()[-1].startswith("headway: Stopped"), ran.stderr
    assert not folder.exists() or list(folder.iterdir()) == []


@pytest.mark.parametrize("command", ["read", "fit", "plan"])
def test_an_empty_name_is_no_person_of_the_workspace(headway: Headway, command: str) -> None:
    """An unset variable in a script ("$CV") is refused, not answered about whoever is kept, or nobody."""
    _refused(headway(command, "", "--today", TODAY), "name of the file is empty")


def test_a_name_that_no_file_can_have_is_an_unknown_guide(headway: Headway) -> None:
    """Longer than a file's name may be, in bytes."""
    _refused(headway("audit", "😀" * 80), "no guide")
    _refused(headway("audit", "😀" * 80 + ".yaml"), "not a file")


def test_bytes_that_are_no_text_come_back_as_marks(headway: Headway) -> None:
    """A word in another encoding is repeated in the JSON answer, which stays whole."""
    ran = headway("pay", "data-scientist", "--company", "caf\udce9", "--today", TODAY, "--json")
    assert ran.code == 0, ran.err
    assert "caf?" in ran.out


@pytest.mark.parametrize("command", ["demand", "trends"])
def test_remote_and_another_workplace_contradict_each_other(headway: Headway, command: str) -> None:
    """The second was left unheard; the ranking of jobs refuses it, too."""
    _refused(headway("market", command, "--remote", "--workplace", "hybrid"), "--workplace hybrid")

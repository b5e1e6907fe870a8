"""`headway market import` as it is typed: what it says, streams, progress, and what is missing."""

import datetime as dt
import io
import json
import os
import sys
from pathlib import Path

import pytest

from headway.app.context import Context
from headway.app.market_import import ImportOptions, import_postings
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_run import Progress
from headway.app.person import PersonQuestion
from headway.cli.main import execute
from headway.cli.progress import bar
from headway.errors import MissingExtra
from tests.market.room import empty, state

ROW = {
    "id": "1",
    "title": "Analyst",
    "company": "Acme",
    "description": "Requirements\n- Python and SQL for our reports",
}


@pytest.fixture
def context(tmp_path: Path, run_home: Path) -> Context:
    """A user folder with nothing in it."""
    return empty(tmp_path, run_home)


def test_a_folder_is_read_in_order_of_names(context: Context, tmp_path: Path) -> None:
    """With the folders in it; hidden files and other kinds are passed over."""
    folder = tmp_path / "in"
    for name in ("b.jsonl", "a/c.jsonl", ".hidden/d.jsonl", "notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(ROW))
    result = import_postings(context, (str(folder),))
    assert [each["name"] for each in result["inputs"]] == ["c.jsonl", "b.jsonl"]


def test_standard_input_streams(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is read like a file; once more it is recognised row by row."""
    for new in (1, 0):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(ROW).encode())))
        result = import_postings(context, ("-",))
        assert (result["read"], result["new"], result["unchanged"]) == (1, new, 1 - new)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="pipes have no names here")
def test_a_pipe_is_read_to_its_end(context: Context, tmp_path: Path) -> None:
    """A name that leads to a pipe, as `<(zcat jobs.gz)` does: its bytes come once."""
    read, write = os.pipe()
    with os.fdopen(write, "wb") as out:
        out.write(json.dumps(ROW).encode())
    result = import_postings(context, (f"/dev/fd/{read}",))
    os.close(read)
    assert (result["read"], result["new"]) == (1, 1)


def test_a_dry_run_shows_and_keeps_nothing(context: Context, tmp_path: Path) -> None:
    """Mapping, how often fields are filled, samples, what is noticed; not even a folder is made."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW | {"date": "03/04/2026"}) + "\n{}\n")
    result = import_postings(context, (str(path),), options=ImportOptions(dry_run=True))
    (shown,) = result["inputs"]
    assert any("date-not-read" in each["what"] for each in result["findings"])
    del shown["mapping"]["posted"]
    assert shown["mapping"] == {name: [name] for name in ("id", "title", "company")} | {"text": ["description"]}
    assert (shown["read"], shown["set_aside"], shown["reasons"]) == (2, 1, ["no text of the posting"])
    assert shown["filled"]["company"] == 1
    assert [each["title"] for each in shown["samples"]] == ["Analyst"]
    assert not (context.home / "market").exists()


def test_a_named_column_goes_before_the_guess(context: Context, tmp_path: Path) -> None:
    """Several columns of text are joined under their names; the mapping is told."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW | {"position": "Engineer", "must_have": "Rust"}))
    options = ImportOptions(mapping=("title=position", "text=description+must_have"), board="mine")
    result = import_postings(context, (str(path),), options=options)
    (row,) = state(context.home)[0]
    assert (row["title"], row["board"]) == ("Engineer", "mine/Acme")
    assert row["text"].endswith("reports\n\nMust have\nRust")
    assert result["inputs"][0]["mapping"]["text"] == ["description", "must_have"]


def test_progress_goes_up_to_the_end(context: Context, tmp_path: Path) -> None:
    """Share of bytes and rows read, never down."""
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(ROW | {"id": str(n)}) + "\n" for n in range(120)))
    told: list[Progress] = []
    import_postings(context, (str(path),), progress=told.append)
    shares = [each.share or 0 for each in told]
    assert shares == sorted(shares)
    assert (told[-1].share, told[-1].rows) == (1.0, 120)


def test_no_bar_where_nobody_watches() -> None:
    """Standard error is not a terminal here."""
    with bar("postings") as progress:
        assert progress is None


class Terminal(io.StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True


def test_the_bar_shows_rows_share_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error; a file's name cannot write to the terminal."""
    screen = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys, "stderr", screen)
    with bar("postings") as progress:
        assert progress is not None
        progress(Progress("a\x1b]0;b.jsonl", 0.25, 1200))
    shown = screen.getvalue()
    assert "1,200 postings" in shown
    assert "25%" in shown
    assert "-:--:--" in shown or "0:" in shown
    assert "\x1b]0;" not in shown


def test_without_the_extra_the_line_to_install_it_comes(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """The core does not have the market's packages."""
    for name in ("headway.market.writer", "headway.market.store", "headway.market.schema"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr("headway.market.store", raising=False)
    monkeypatch.delattr("headway.market.writer", raising=False)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"pip install 'headway\[market\]'"):
        import_postings(context, ("a.jsonl",))


def test_what_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Mapping, counts, and where the bad rows are."""
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW) + "\nno\n")
    assert execute(["market", "import", str(path)]) == 0
    said = capsys.readouterr().out
    assert "a.jsonl: id = id, title = title, text = description, company = company" in said
    assert "1 row set aside, with line and reason, in" in said
    assert "2 read: 1 new, 0 changed, 0 unchanged, 1 set aside." in said
    assert "The market holds 1 posting of 1 company." in said


def test_a_posting_whose_last_day_is_past_is_kept_counted_and_marked(context: Context, tmp_path: Path) -> None:
    """The day is kept; import and jobs say how many have closed; the same page on a later day has not changed."""
    page = tmp_path / "jobs.json"
    text = "<h2>Requirements</h2><ul><li>Python and SQL for our reports</li></ul>"
    said = {"@type": "JobPosting", "description": text, "datePosted": "2026-05-02"}
    days = {"Past analyst": "2026-05-31T23:59:59Z", "Open analyst": "2026-12-31", "Silent analyst": None}
    page.write_text(json.dumps([said | {"title": title, "validThrough": day} for title, day in days.items()]))
    result = import_postings(context, (str(page),))
    assert result["new"] == 3
    assert "In 1 of its rows the last day to apply is past (closed)." in [each["what"] for each in result["findings"]]
    found = market_jobs(context, PersonQuestion(know=("sql=3",)), JobsQuestion())
    assert found["closed"] == 1
    assert {job["title"]: (job["closes"], job["closed"]) for job in found["jobs"]} == {
        "Past analyst": ("2026-05-31", True),
        "Open analyst": ("2026-12-31", False),
        "Silent analyst": (None, False),
    }
    later = Context(dt.date(2027, 1, 5), context.home)
    vars(later).update(knowledge=context.knowledge, lexicon=context.lexicon, cache=context.cache)
    page.write_text(page.read_text() + " ")
    again = import_postings(later, (str(page),))
    assert (again["unchanged"], again["changed"]) == (3, 0)
    assert market_jobs(later, PersonQuestion(know=("sql=3",)), JobsQuestion())["closed"] == 2

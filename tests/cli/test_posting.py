"""`headway posting` as users and programs call it."""

import json
from pathlib import Path

from tests.cli.conftest import Headway

TEXT = "Senior Data Engineer (Remote)\n\nRequirements\n - 5+ years of Python\n - PyTorch or TensorFlow\n"


def test_one_posting_as_json_holds_the_documented_keys(headway: Headway, tmp_path: Path) -> None:
    """The keys other programs rely on."""
    file = tmp_path / "job.txt"
    file.write_text(TEXT, "utf-8")
    ran = headway("posting", file, "--json")
    assert ran.code == 0
    got = ran.json
    assert (got["role"], got["seniority"], got["min_years"], got["workplace"]) == (
        "data-engineer",
        "senior",
        5,
        "remote",
    )
    assert got["degree"] == {"level": "unstated", "equivalent_ok": False}
    assert got["pay"] is None
    group = next(each for each in got["requirements"] if "pytorch" in each["any_of"])
    assert (group["any_of"], group["need"]) == (["pytorch", "tensorflow"], "required")
    span = group["span"]
    assert TEXT[span["start"] : span["end"]] == span["text"] == "PyTorch or TensorFlow"
    assert {"skill", "label", "kind", "need"} == set(got["skills"][0])
    assert got["quotes"]["seniority"]["text"] == "Senior"


def test_an_html_posting_carries_the_text_that_positions_count_in(headway: Headway, tmp_path: Path) -> None:
    """Tags are gone from it."""
    file = tmp_path / "job.html"
    file.write_text(
        "<html><body><h1>Data Analyst</h1><h2>Requirements</h2><ul><li>SQL</li></ul></body></html>", "utf-8"
    )
    got = headway("posting", file, "--json").json
    span = got["requirements"][0]["span"]
    assert got["text"][span["start"] : span["end"]] == "SQL"


def test_a_posting_on_the_screen_quotes_what_it_read(headway: Headway, tmp_path: Path) -> None:
    """People see each fact beside its words."""
    file = tmp_path / "job.txt"
    file.write_text(TEXT, "utf-8")
    ran = headway("posting", file)
    assert ran.code == 0
    assert "data-engineer" in ran.out
    assert "PyTorch or TensorFlow" in ran.out


def test_rows_come_back_in_order_with_their_ids_and_errors(headway: Headway, tmp_path: Path) -> None:
    """A row that cannot be read gives its error in its place; blank lines are passed over."""
    file = tmp_path / "rows.jsonl"
    rows = [
        json.dumps({"id": "b", "title": "Staff Data Scientist", "description": "We need SQL."}),
        "",
        "{broken",
        json.dumps({"id": 7, "title": "x"}),
        json.dumps([1]),
        json.dumps({"description": "<p>AI Engineer</p><p>Hi</p>"}),
    ]
    file.write_text("\n".join(rows), "utf-8")
    ran = headway("posting", "--jsonl", file)
    assert ran.code == 0
    got = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["id"] for row in got] == ["b", 3, 7, 5, 6]
    assert ["error" in row for row in got] == [False, True, True, True, False]
    assert (got[0]["role"], got[0]["seniority"]) == ("data-scientist", "staff")
    assert (got[4]["role"], got[4]["text"].splitlines()[0]) == ("ai-engineer", "AI Engineer")


def test_fields_of_rows_can_be_named(headway: Headway, tmp_path: Path) -> None:
    """Boards call their fields as they like."""
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"key": 1, "name": "Lead AI Engineer", "html": "<p>Must</p><p>Rust</p>"}), "utf-8")
    ran = headway("posting", "--jsonl", file, "--id-field", "key", "--title-field", "name", "--text-field", "html")
    got = json.loads(ran.out)
    assert (got["id"], got["role"], got["seniority"]) == (1, "ai-engineer", "staff")


def test_no_readable_row_or_no_question_is_a_usage_error(headway: Headway, tmp_path: Path) -> None:
    """Exit code 2, one line on standard error."""
    file = tmp_path / "rows.jsonl"
    file.write_text("nothing\n", "utf-8")
    assert headway("posting", "--jsonl", file).code == 2
    assert headway("posting").code == 2
    assert headway("posting", file, "--jsonl", file).code == 2


def test_rows_whose_text_stands_under_another_name_are_told_their_fields(headway: Headway, tmp_path: Path) -> None:
    """The row says which fields hold text, and the last line which option names one."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": 1, "title": "x", "body": "Python", "n": 2}\n', "utf-8")
    ran = headway("posting", "--jsonl", file)
    assert ran.code == 2
    assert "its fields: 'title', 'body'" in ran.out
    assert "--text-field names its text" in ran.err

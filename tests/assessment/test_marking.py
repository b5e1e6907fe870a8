"""Answers as people type them."""

import msgspec
import pytest

from headway.assessment.marking import mark, read_number
from headway.assessment.model import Marked, Question
from headway.knowledge.items import Database

TABLES = {
    "t": Database(
        schema="CREATE TABLE t (x INTEGER);",
        shown="INSERT INTO t VALUES (1), (2), (2);",
        hidden="INSERT INTO t VALUES (5), (NULL);",
    )
}


def _question(**more: object) -> Question:
    base = {
        "item": "i", "topic": "t", "skill": "sql", "level": 1, "kind": "number", "seed": 1, "ask": "", "code": "",
        "options": (), "answer": 0.05, "slips": {"forgets to divide": 5.0}, "shape": "", "tolerance": 0.01,
    }  # fmt: skip
    return Question(**{**base, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["0.05", ".05", "5e-2", "1/20", "5 %", "5%", "0.050", " = 0.05 "])
def test_one_number_written_many_ways_is_right(text: str) -> None:
    """Fractions, per cent, powers and spaces do not matter."""
    assert mark(_question(), text, {}) == Marked("right")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200.0),
        ("1 200 000", 1_200_000.0),
        ("-3", -3.0),
        ("−3", -3.0),
        ("3 x 10^4", 30_000.0),
        ("2*10**-3", 0.002),
    ],
)
def test_numbers_are_read(text: str, value: float) -> None:
    """Thousands, signs and powers of ten."""
    assert read_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["", "abc", "1/0", "1,2,3", "--5", "nan", "inf", "1e999/1e999", "5 kg 3", "3 x 10^999", "0,125"]
)
def test_what_is_no_number_is_not_marked_wrong(text: str) -> None:
    """It is asked for again."""
    assert read_number(text) is None


@pytest.mark.parametrize("kind", ["number", "choice", "output", "order"])
@pytest.mark.parametrize("text", ["9" * 5000, "1." + "0" * 50_000 + "1", "3 x 10^" + "9" * 5000])
def test_what_nobody_types_is_asked_for_again(kind: str, text: str) -> None:
    """A number of thousands of digits ends no test."""
    assert mark(_question(kind=kind, options=("a", "b"), code="x"), text, {}) is None


def test_a_query_cannot_take_all_memory() -> None:
    """One step of the machine could make a gigabyte."""
    marked = mark(_question(kind="query", answer="SELECT x FROM t"), "SELECT hex(zeroblob(300000))", TABLES)
    assert marked is not None
    assert "too big" in marked.note


def test_a_unit_may_be_typed_or_left_out() -> None:
    """Both are the same answer; per cent of an answer in per cent is not divided."""
    assert read_number("12 MB", "MB") == read_number("12", "MB") == 12.0
    assert read_number("12 %", "per cent") == 12.0


def test_a_misconception_is_named() -> None:
    """The slip that leads to the answer comes with the mark."""
    assert mark(_question(), "5", {}) == Marked("wrong", "forgets to divide")
    assert mark(_question(), "7", {}) == Marked("wrong", "")


@pytest.mark.parametrize(
    ("text", "decimals", "verdict"),
    [
        ("0.04", 2, "right"),
        ("0.043", 2, "right"),
        ("0.045", 2, "right"),
        ("0.05", 2, "wrong"),
        ("0.04", 3, "wrong"),
        ("0.043", 3, "right"),
        ("4.3 %", 3, "right"),
        ("0.04255", None, "right"),
        ("0.043", None, "wrong"),
    ],
)
def test_an_answer_rounded_as_asked_is_right(text: str, decimals: int | None, verdict: str) -> None:
    """However small the tolerance; and what is further off than the rounded one is wrong."""
    found = mark(_question(answer=0.0425532, tolerance=0.001, decimals=decimals), text, {})
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("?", "dont-know"),
        ("I don't know", "dont-know"),
        ("I do not know", "dont-know"),
        ("-", "skipped"),
        ("skip", "skipped"),
    ],
)
def test_not_knowing_and_skipping_are_answers(text: str, verdict: str) -> None:
    """And they are not the same."""
    found = mark(_question(), text, {})
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize("text", ["[1,2]", "[1, 2]", " [ 1 , 2 ] ", "[1, 2]\n"])
def test_spaces_in_printed_text_do_not_matter(text: str) -> None:
    """Lists and lines are compared without the spaces people add or leave out."""
    assert mark(_question(kind="output", answer="[1, 2]", slips={}), text, {}) == Marked("right")


def test_printed_text_keeps_what_matters() -> None:
    """Order, signs and separate numbers."""
    question = _question(kind="output", answer="-3 12", slips={"no sign": "3 12"})
    assert mark(question, "-3  12", {}) == Marked("right")
    assert mark(question, "3 12", {}) == Marked("wrong", "no sign")
    assert mark(question, "-31 2", {}) == Marked("wrong")


def test_quotes_and_lines_are_read_leniently() -> None:
    """Either kind of quotes; several lines may be typed with / between."""
    assert mark(_question(kind="output", answer="['a', 'b']", slips={}), '["a", "b"]', {}) == Marked("right")
    assert mark(_question(kind="output", answer="done\n4", slips={}), "done / 4", {}) == Marked("right")


def test_options_and_orders_are_numbers_in_range() -> None:
    """Anything else is asked for again."""
    choice = _question(kind="choice", options=("a", "b"), answer=2, slips={"m": 1})
    assert mark(choice, "2", {}) == mark(choice, "option 2.", {}) == Marked("right")
    assert mark(choice, "1", {}) == Marked("wrong", "m")
    assert mark(choice, "3", {}) is mark(choice, "b or so", {}) is None
    order = _question(kind="order", options=("a", "b", "c"), answer=(2, 1, 3), slips={})
    assert mark(order, "2, 1, 3", {}) == Marked("right")
    assert mark(order, "2 1", {}) is mark(order, "1 1 3", {}) is None


def test_a_query_is_judged_by_its_rows() -> None:
    """Another wording is as good; rows in another order too; hard-coded rows are not."""
    question = _question(kind="query", answer="SELECT x FROM t WHERE x > 1", slips={"keeps all": "SELECT x FROM t"})
    assert mark(question, "select t.x from t where not (x <= 1) order by x desc;", TABLES) == Marked("right")
    assert mark(question, "SELECT x FROM t", TABLES) == Marked("wrong", "keeps all")
    assert mark(question, "SELECT 2 UNION ALL SELECT 2", TABLES) == Marked("wrong")


@pytest.mark.parametrize(
    "query",
    [
        "DROP TABLE t", "INSERT INTO t VALUES (9)", "ATTACH 'x.db' AS x", "PRAGMA writable_schema = 1",
        "SELECT load_extension('x')", "SELECT 1; SELECT 2", "nonsense",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT COUNT(*) FROM r",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 900) SELECT n FROM r",
    ],
)  # fmt: skip
def test_a_query_cannot_leave_its_box(query: str) -> None:
    """What writes, opens files, never ends or floods is stopped and said."""
    question = _question(kind="query", answer="SELECT x FROM t", slips={})
    found = mark(question, query, TABLES)
    assert found is not None
    assert found.verdict == "wrong"
    assert found.note


def test_marks_are_plain_values() -> None:
    """They can be kept and compared."""
    assert msgspec.json.decode(msgspec.json.encode(Marked("right")), type=Marked) == Marked("right")

"""The JSON answer of every command on the example CV and on small inputs, asked once a process."""

import contextlib
import functools
import io
import json
import os
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from headway.cli.main import execute

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = str(ROOT / "examples" / "mara-lindqvist.pdf")
TODAY = ("--today", "2026-11-20")
GOOD_LAB = ROOT / "src" / "headway" / "data" / "labs" / "first-model" / "good" / "plain.py"
SIGNS = find_spec("cryptography") is not None
UNASKED = (frozenset() if SIGNS else frozenset({"headway verify", "GradedAgain"})) | (
    frozenset() if find_spec("mcp") else frozenset({"headway mcp", "McpTool"})
)
"""Shapes that only the extras `labs` and `mcp` can fill."""

ODD_CV = """Ana Ruiz
Berlin, Germany

Experience
Data Analyst, Example Ltd, Jan 2020 - Dec 2019
- Reports in SQL and Python
"""

POSTING = """Senior Machine Learning Engineer (m/f/d)
Berlin, hybrid

About the role
You build and run ranking models. Salary: EUR 85,000 - 105,000 a year.
Remote work is possible from within Germany only.

Requirements
- 5+ years of experience with Python
- PyTorch or TensorFlow
- Master's degree in computer science or equivalent

Nice to have
- Kubernetes
"""

ROADMAP = """id: mine
title: My own roadmap
promised_months: [3, 4]
courses:
  - {label: A long course, stated: {source: user, months: [6, 6], hours_per_week: [10, 12]}}
  - {label: A course without hours}
"""


class Answer(NamedTuple):
    """One answer: the heading of json.md that describes it, the command line, and the value."""

    heading: str
    line: str
    value: Any


@contextlib.contextmanager
def _home(folder: Path) -> Iterator[None]:
    """A user folder of its own, with the index that the run has compiled."""
    folder.mkdir()
    (folder / "cache").symlink_to(Path(os.environ["HEADWAY_HOME"], "cache").resolve())
    with mock.patch.dict(os.environ, HEADWAY_HOME=str(folder)):
        yield


def _run(arguments: list[str]) -> str:
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = execute(arguments)
    assert code in (0, 1), (arguments, code, err.getvalue())
    out.flush()
    return out.buffer.getvalue().decode()


def _questions(folder: Path) -> list[list[str]]:
    cv, posting, roadmap = folder / "odd.txt", folder / "posting.txt", folder / "mine.yaml"
    cv.write_text(ODD_CV, encoding="utf-8")
    posting.write_text(POSTING, encoding="utf-8")
    roadmap.write_text(ROADMAP, encoding="utf-8")
    known, proof = folder / "answers.json", folder / "proof.json"
    known.write_text('{"py-range-step": "[2, 6, 10]", "py-mutable-default": "[7]"}', encoding="utf-8")
    tested = ["--answers", str(known), "--seed", "1", "--no-keep", *TODAY]
    mle = "machine-learning-engineer"
    return [
        ["plan", EXAMPLE, "--role", "data-analyst", *TODAY],
        ["plan", EXAMPLE, "--role", mle, "--deadline", "2027-01-31", *TODAY],
        ["plan", "--know", "python=2", "--role", "data-analyst", "--budget", "0", "--country", "us", *TODAY],
        ["profile", EXAMPLE, *TODAY],
        ["read", EXAMPLE, *TODAY],
        ["read", EXAMPLE, str(cv), *TODAY],
        ["skills", EXAMPLE],
        ["skills", "--thorough", str(posting)],
        ["skills", str(cv), str(posting)],
        ["fit", EXAMPLE, *TODAY],
        ["test", "python", *tested, "--out", str(proof)],
        ["test", "data-analyst", *tested, "--questions", "6"],
        ["why", "python", "--test-result", str(proof), *TODAY],
        ["why", "python", EXAMPLE, "--know", "sql=2", *TODAY],
        ["posting", str(posting)],
        ["roles"],
        *(["role", role] for role in (mle, "data-analyst", "ai-research-scientist")),
        *(["skill", skill] for skill in ("r-language", "python", "communication", "gpt")),
        ["resources"],
        *(["resources", one] for one in ("lab-game-search", "swe-at-google")),
        ["glossary"],
        ["sources"],
        ["facts", "--conflicts"],
        ["facts", "pytorch", "--kind", "resource"],
        ["compare"],
        ["path", "data-analyst", "bi-developer", "--seniority", "junior", "--country", "US"],
        ["pay", "role", mle, "--country", "US"],
        *(["audit", guide] for guide in ("s0", "s1", str(roadmap))),
        ["check", str(folder)],
        *([["mcp", "--list"]] if find_spec("mcp") else []),
    ]


def _market_questions(folder: Path) -> list[list[str]]:
    """Asked in this order in a user folder of their own: what is imported first is there for the rest."""
    posting = folder / "postings.jsonl"
    row = {"id": "a", "title": "ML engineer", "company": "Example Ltd", "posted": "2026-11-02", "description": POSTING}
    other = row | {"id": "b", "company": "Other Ltd", "description": "Requirements\n- Python, Narwhals and pandas"}
    posting.write_text(f"{json.dumps(row)}\n{json.dumps(other)}\n", encoding="utf-8")
    return [
        ["market", "import", "--example", *TODAY],
        ["market", "demand", "--split", "2026-09-15"],
        ["market", "jobs", EXAMPLE, "--country", "DE", "--pay-floor", "50000", "--currency", "EUR", *TODAY],
        ["market", "jobs", "--know", "python=2", "--limit", "60", *TODAY],
        ["market", "trends"],
        ["market", "weights"],
        ["market", "value", EXAMPLE, *TODAY],
        ["fit", EXAMPLE, "--role", "data-analyst", *TODAY],
        ["plan", EXAMPLE, "--role", "data-analyst", *TODAY],
        ["market", "value", "--know", "python=2", "--currency", "JPY", "--country", "JP", *TODAY],
        ["market", "import", str(posting), *TODAY],
        ["market", "new-terms"],
        ["market", "new-terms", "--accept", "Narwhals", "--area", "data-analysis", "--to", str(folder / "drafts")],
        *_pay_questions(folder),
    ]


def _pay_questions(folder: Path) -> list[list[str]]:
    """A small file of invented salaries, fitted; then newer rows of the same kind."""
    head = "work_year,experience_level,job_title,salary,salary_currency,company_location,remote_ratio,company"
    titles = ("Data Scientist", "Data Engineer", "Taster")
    for year, name in ((2024, "salaries.csv"), (2025, "newer.csv")):
        rows = [
            f"{year - i // 200},{('SE', 'MI', 'MI')[i % 3]},{titles[i % 3]},{90_000 + 37 * i},USD,US,{100 * (i % 2)},"
            f"C{i % 7}"
            for i in range(400)
        ]
        (folder / name).write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    fitted, newer = str(folder / "salaries.csv"), str(folder / "newer.csv")
    return [
        ["pay", "fit", fitted, *TODAY],
        ["pay", "role", "data-scientist", "--country", "US", "--company", "C1", "--rate", "EUR=1.08@2026-11-01"],
        ["pay", "role", "machine-learning-engineer", "--seniority", "senior", "--skills", "--size", "L"],
        ["pay", "check", newer, *TODAY],
        ["pay", "recalibrate", newer, *TODAY],
    ]


def _class_questions(folder: Path) -> list[list[str]]:
    """Asked in this order in a user folder of their own: six invented people with names; then only three."""
    mine = folder / "class"
    mine.mkdir()
    (mine / "notes.txt").write_text("bring chairs", encoding="utf-8")
    known = ("python=2", "python=1", "sql=3", "statistics=2", "tableau=2")
    role = ("--role", "data-analyst", *TODAY)
    people = [(each, str(mine / f"{n}.json"), f"Person {n}") for n, each in enumerate(known)]
    return [
        ["plan", "--know", "python=2", "--role", "data-analyst", "--deadline", "2028-12-31", "--save", *TODAY],
        ["log", "hours", "2", "1", *TODAY],
        ["lab", "check", "first-model", str(GOOD_LAB), "--record", str(folder / "class-record.json"), *TODAY],
        ["test", "python", "--answers", str(folder / "answers.json"), "--questions", "3", "--seed", "1", *TODAY],
        ["share", "--as", "Ana", "--out", str(mine / "ana.json"), *TODAY],
        *(["share", "--know", each, "--as", name, "--out", path, *role] for each, path, name in people),
        ["class", str(mine), "--part", "0.9", *TODAY],
        ["class", str(mine), "--deadline", "2026-12-10", *TODAY],
        ["class", str(mine / "ana.json"), str(mine / "0.json"), EXAMPLE, *TODAY],
    ]


def _workspace_questions(folder: Path) -> list[list[str]]:
    """Asked in this order in a user folder of their own, from nothing kept to everything forgotten."""
    return [
        ["plan", "--know", "python=2", "--role", "data-analyst", "--deadline", "2028-12-31", "--save", *TODAY],
        ["log", "hours", "2", "1", *TODAY],
        ["log", "finished", "2", *TODAY],
        ["undo", *TODAY],
        ["log", "paused", "--until", "2026-11-29", *TODAY],
        ["plan", EXAMPLE, "--role", "data-analyst", "--deadline", "2028-12-31", "--save", *TODAY],
        ["log", "dropped", "1", *TODAY],
        ["replan", "--hours", "7", "--today", "2026-12-20"],
        ["apply", "save", str(folder / "posting.txt"), "--company", "Example Ltd", *TODAY],
        ["apply", "interview", "--next", "2026-11-28", "--note", "two people", *TODAY],
        ["apply", *TODAY],
        ["status", *TODAY],
        ["log", *TODAY],
        ["plans", *TODAY],
        ["export", str(folder / "export"), *TODAY],
        ["import", str(folder / "export"), *TODAY],
        ["backup", str(folder / "backup.sqlite3"), *TODAY],
        *_calibration_questions(folder),
        ["forget", "--yes", *TODAY],
    ]


def _calibration_questions(folder: Path) -> list[list[str]]:
    """One's own answers shared; then two questions fitted to forty invented people who know one and not the other."""
    shared = []
    for number in range(40):
        path = folder / f"answers-{number}.json"
        given = [{"item": "py-range-step", "right": True}, {"item": "py-mutable-default", "right": False}]
        person = {"agreed": True, "agreed_on": "2026-11-20", "person": str(number), "answers": given}
        path.write_text(json.dumps({"schema": "headway.answers/1", **person}), encoding="utf-8")
        shared.append(str(path))
    typed, fitted = folder / "typed.txt", str(folder / "parameters.json")
    typed.write_text("?\n" * 3, encoding="utf-8")
    return [
        ["test", "python", "--answers", str(typed), "--questions", "3", *TODAY],
        ["calibrate", "share", "--agree", "--out", str(folder / "own-answers.json"), *TODAY],
        ["calibrate", "fit", *shared, "--out", fitted],
        ["calibrate", "use", fitted],
        ["calibrate", "undo"],
    ]


def _lab_questions(folder: Path) -> list[list[str]]:
    """Asked in this order in a user folder of their own: a plan is kept first, then a lab is passed."""
    work, record = folder / "first", folder / "record.json"
    return [
        ["lab", "list", *TODAY],
        ["lab", "start", "first-model", "--to", str(work)],
        ["lab", "check", "first-model", str(work), *TODAY],
        ["lab", "hint", "first-model"],
        ["lab", "reset", "first-model", "--to", str(work)],
        ["lab", "solution", "first-model", "--yes"],
        ["plan", "--know", "python=2", "--role", "data-analyst", "--deadline", "2028-12-31", "--save", *TODAY],
        ["lab", "check", "first-model", str(GOOD_LAB), "--record", str(record), *TODAY],
        ["lab", "show", "first-model"],
        *([["verify", str(record), "--submission", str(GOOD_LAB)], ["verify", str(record)]] if SIGNS else []),
    ]


def _market_ends(folder: Path) -> list[list[str]]:
    """Asked after all others: they take out again what the market holds."""
    posting, odd = folder / "postings.jsonl", folder / "odd.csv"
    row = {"id": "b", "title": "ML engineer", "company": "Passing Ltd", "posted": "2030-01-01", "description": POSTING}
    posting.write_text(f"{json.dumps(row)}\n[]\n", encoding="utf-8")
    odd.write_text("no,table\nof,postings\n", encoding="utf-8")
    return [
        ["market", "import", "--dry-run", str(posting), str(odd), *TODAY],
        ["market", "import", str(posting), str(odd), *TODAY],
        ["market", "import", str(posting), *TODAY],
        ["market", "reread", *TODAY],
        ["market", "forget", "--company", "Passing Ltd", *TODAY],
        ["market", "reset", "--yes"],
    ]


def _rows(folder: Path) -> list[tuple[str, list[str]]]:
    rows = folder / "rows.jsonl"
    good = json.dumps({"id": "a", "title": "ML engineer", "description": POSTING})
    rows.write_text(f'{good}\nnot json\n{{"id": 3, "description": "<p>We use Python.</p>"}}\n', encoding="utf-8")
    return [("SkillsRow", ["skills", "--jsonl", str(rows)]), ("PostingRow", ["posting", "--jsonl", str(rows)])]


def _answer(question: list[str]) -> Answer:
    name = " ".join(question[:2] if question[0] in ("market", "pay", "lab", "calibrate") else question[:1])
    name = f"{name} --market" if "--market" in question else name
    return Answer(f"headway {name}", " ".join(question), json.loads(_run([*question, "--json"])))


def _api(folder: Path) -> list[Answer]:
    """What only the pages and /api answer: before a plan is kept, with one, and with a wish that does not fit."""
    from headway.app.context import open_context
    from headway.app.route import Wish, keep_route, route
    from headway.app.skills_map import View, map_of
    from headway.app.swap import swap

    with _home(folder / "api-home"):
        _run(["log", "know", "python=3", "sql=2", "statistics=2", *TODAY])
        context = open_context(TODAY[1])
        analyst = Wish(role="data-analyst", hours=5)
        hard = Wish(role="data-analyst", hours=2, deadline="2026-12-24")
        found = [Answer("GET /api/plan", f"{wish}", route(context, None, wish)) for wish in (analyst, hard)]
        found.append(Answer("POST /api/plan", "", keep_route(context, None, analyst)))
        kept = route(context, None, Wish())
        found += [Answer("GET /api/plan", f"{wish}", route(context, None, wish)) for wish in (Wish(), hard)]
        views = View(), View(area="statistics"), View(skill="python"), View(whole=True)
        found += [Answer("GET /api/map", f"{view}", map_of(context, None, view)) for view in views]
        step, rows = next((step, rows) for step, rows in kept["swaps"].items() if rows)
        found.append(Answer("POST /api/plan/swap", step, swap(context, None, step, rows[0]["id"], dry=True)))
    return [each._replace(value=json.loads(json.dumps(each.value))) for each in found]


@functools.cache
def answers() -> tuple[Answer, ...]:
    """Every answer."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found += [_answer(question) for question in _questions(folder)]
        with _home(folder / "home"):
            found += [_answer(question) for question in _market_questions(folder)]
            with mock.patch("headway.planning.market.plan.LIMIT", 0.05):  # a weak proof is enough here, and quick
                found.append(_answer(["plan", EXAMPLE, "--market", "--iterations", "1", "--hours", "3", *TODAY]))
            found += [_answer(question) for question in _market_ends(folder)]
            found += [_answer(question) for question in _workspace_questions(folder)]
        with _home(folder / "lab-home"):
            found += [_answer(question) for question in _lab_questions(folder)]
        with _home(folder / "class-home"):
            found += [_answer(question) for question in _class_questions(folder)]
        found += _api(folder)
        for heading, question in _rows(folder):
            found += [Answer(heading, " ".join(question), json.loads(row)) for row in _run(question).splitlines()]
    return tuple(found)

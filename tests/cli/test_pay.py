"""`headway pay` as a person types it: the question, the files, and what goes wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TODAY, Headway
from tests.pay.salaries import HEAD, market, row


def _file(folder: Path, text: str, name: str = "salaries.csv") -> Path:
    path = folder / name
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_the_question_needs_no_subcommand(headway: Headway, home: Path) -> None:
    """`pay ROLE` and `pay role ROLE` are one question; options may stand first."""
    short = headway("pay", "data scientist", "--country", "us", "--json")
    assert short.code == 0
    assert short.out == headway("pay", "role", "data scientist", "--country", "us", "--json").out
    assert short.out == headway("pay", "--country", "us", "data scientist", "--json").out
    assert short.json["figures"]


def test_fit_ask_check_and_recalibrate(headway: Headway, home: Path, tmp_path: Path) -> None:
    """From a file to a range with its coverage, judged on newer rows, then moved by them."""
    fitted = headway("pay", "fit", _file(tmp_path, market((2022, 2023), 130)), "--json", "--today", TODAY)
    assert fitted.code == 0, fitted.err
    assert "step 1 of 4" in fitted.err
    assert fitted.json["source"]["records"] == 260
    asked = headway("pay", "data scientist", "--seniority", "senior", "--country", "US", "--remote", "remote", "--json")
    model = asked.json["model"]
    assert model["low"] < model["middle"] < model["high"]
    assert model["used"] == ["remote"]
    assert asked.json["unused"] == ["--remote: the sourced figures do not tell it apart; they are for all."]
    newer = _file(tmp_path, market((2024, 2025), 60), "newer.csv")
    checked = headway("pay", "check", newer, "--json", "--today", TODAY)
    assert checked.json["report"]["n"] == 120
    few = _file(tmp_path, market((2024,), 20), "few.csv")
    shown = headway("pay", "check", few, "--today", TODAY).out
    assert "20 records judged" in shown
    assert "20 are too few to judge by: at least 100 are wanted." in shown
    assert "group (80 % interval)" not in shown
    moved = headway("pay", "recalibrate", newer, "--json", "--today", TODAY)
    assert moved.json["step"]["fresh"] == 120
    again = headway("pay", "recalibrate", newer, "--json", "--today", TODAY)
    assert (again.code, again.json["step"]["fresh"]) == (1, 0)
    known = headway("pay", "check", newer, "--today", TODAY)
    assert known.code == 1
    assert "records judged" not in known.out
    assert "every one of its distinct records is known to the model already" in " ".join(known.out.split())
    assert "headway pay check NEWER.csv" in known.out
    assert "distinct records alike" in headway("pay", "data scientist", "--country", "US", "--seniority", "senior").out


def test_own_rates_convert_and_no_others(headway: Headway, home: Path) -> None:
    """Each converted figure carries the rate and its day; without --rate there is none."""
    assert headway("pay", "data scientist", "--json").json["converted"] == []
    rows = headway("pay", "data scientist", "--rate", "EUR=1.25@2026-11-01", "--json").json
    figure, converted = rows["figures"][0], rows["converted"][0]
    assert converted["of"] == figure["row"]["id"]
    assert converted["low"] == round(figure["low"] / 1.25)
    assert (converted["currency"], converted["rate"], converted["on"]) == ("EUR", 1.25, "2026-11-01")
    shown = headway("pay", "data scientist", "--rate", "EUR=1.25@2026-11-01").out
    assert figure["row"]["id"] not in shown
    assert "mid" in shown.split("Converted at your own rates")[1]


def test_sources_are_named_as_people_know_them(headway: Headway, home: Path) -> None:
    """No id of a source in the text: titles in the table and where two disagree; levels beside them."""
    ran = headway("pay", "machine learning engineer", "--seniority", "junior")
    said = " ".join(ran.out.split())
    assert "\u201cAI and Machine Learning Career Guide 2026\u201d says USD" in said
    assert "a year for junior" in said
    assert "level" in next(line for line in ran.out.splitlines() if line.startswith("range"))
    answer = headway("pay", "machine learning engineer", "--seniority", "junior", "--json").json
    assert answer["titles"]["s3"] == "AI and Machine Learning Career Guide 2026"
    assert not any(text.startswith(("s0 ", "s3 ")) for text in answer["conflicts"])


def test_the_markets_stated_pay_stands_beside_the_sources(headway: Headway, home: Path, tmp_path: Path) -> None:
    """Two currencies, one posting without pay, one copy in another city: two groups of one, two of three state pay."""

    def posting(id_: str, text: str, place: str) -> dict[str, Any]:
        return {
            "id": id_,
            "title": "Senior Data Scientist",
            "company": f"Co {id_[0]}",
            "location": place,
            "description": text,
        }

    texts = (
        "Salary: $150,000 - $190,000 a year. Python.",
        "Salary: EUR 80,000 - 95,000 a year. SQL.",
        "Python and SQL.",
    )
    rows = [posting(f"{i}a", text, "") for i, text in enumerate(texts)]
    path = tmp_path / "postings.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in [*rows, posting("0b", texts[0], "")]), encoding="utf-8")
    assert headway("market", "import", path, "--today", TODAY).code == 0
    market = headway("pay", "data scientist", "--seniority", "senior", "--json").json["market"]
    assert (market["postings"], market["stating"]) == (3, 2)
    assert "1 posting of 1 company" in headway("pay", "data scientist", "--seniority", "senior").out
    asked = {(g["currency"], g["n"], g["small"]) for g in market["groups"] if g["seniority"] == "senior"}
    assert asked == {("USD", 1, True), ("EUR", 1, True)}
    shown = headway("pay", "data scientist", "--seniority", "senior", "--skills")
    assert "2 of 3 distinct postings state pay" in shown.out
    assert "Too few imported postings state pay" in shown.out


def test_what_narrows_nothing_is_said(headway: Headway, home: Path, tmp_path: Path) -> None:
    """No source knows an industry or a company, nor does a file without these columns; pretending would be a lie."""
    asked = ("pay", "data scientist", "--seniority", "senior", "--industry", "banking", "--company", "Acme", "--json")
    assert headway(*asked).json["unused"] == [
        "--company, --industry: the sourced figures do not tell it apart; they are for all."
    ]
    assert headway("pay", "fit", _file(tmp_path, market((2022, 2023), 130)), "--today", TODAY).code == 0
    said = headway(*asked).json
    assert said["unused"][1:] == [
        f"--{name}: the model's range is not narrowed by it: the fitted file has too few such rows, or no such column."
        for name in ("company", "industry")
    ]
    assert said["asked"]["company"] == "Acme"


def test_a_company_and_a_city_of_the_file_narrow_the_answer(headway: Headway, home: Path, tmp_path: Path) -> None:
    """Columns of other names, monthly pounds, one country for all: fitted, asked by name, told with its records."""
    lines = ["Posted,Grade,Job,Monthly,Employer,Town"]
    for i in range(480):
        rich = i % 2 == 0
        pay = (9_000 if rich else 5_000) * (0.9 + 0.2 * ((i * 37) % 61) / 61) + i / 7
        day = f"{28 - i % 28:02d}/{1 + i % 240 // 20:02d}/{2023 + i // 240}"
        lines.append(f"{day},senior,Data Scientist,£{pay:.2f},{'Rich plc' if rich else 'Poor Ltd'},Leeds")
    path = tmp_path / "uk.csv"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    maps = (
        "date=Posted", "experience_level=Grade", "job_title=Job", "salary=Monthly", "company=Employer", "city=Town",
        "salary_period==month", "salary_currency==GBP", "company_location==GB",
    )  # fmt: skip
    options = [word for each in maps for word in ("--map", each)]
    told = headway("pay", "fit", path, *options, "--rate", "GBP=1.25@2026-11-01", "--today", TODAY)
    assert told.code == 0, told.err
    assert "The file names 2 companies." in told.out
    assert "Where company and city are named, company: 2 known, city: 1 known; 80 % intervals held" in told.out
    asked = ("pay", "data scientist", "--seniority", "senior", "--country", "GB")
    plain = headway(*asked, "--json").json["model"]
    rich = headway(*asked, "--company", "RICH", "--city", "leeds", "--json").json["model"]
    assert rich["high"] / rich["low"] < 0.8 * plain["high"] / plain["low"]
    assert rich["low"] < 9_000 * 12 * 1.25 < rich["high"]
    assert rich["named"] == {"company": 240, "city": 480}
    shown = headway(*asked, "--company", "RICH", "--city", "leeds").out
    assert "Narrowed by what the file has of it (distinct records): company on 240, city on 480." in shown
    assert "converted at your own rates: GBP=1.25@2026-11-01" in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("pay", "no such role"), "There is no role"),
        (("pay", "data scientist", "--remote", "sometimes"), "Choose one of: remote, hybrid, onsite"),
        (("pay", "data scientist", "--size", "huge"), "Choose S"),
        (("pay", "data scientist", "--rate", "EUR=1.1"), "EUR=1.08@2026-11-01"),
        (("pay", "data scientist", "--rate", "USD=1.0@2026-11-01"), "--rate gives a rate for USD"),
        (("pay", "fit", "no-such.csv"), "no-such.csv cannot be read"),
        (("pay", "check", "{file}"), "No pay model is fitted yet. Fit one"),
        (("pay", "recalibrate", "{file}"), "No pay model is fitted yet"),
        (("pay", "fit", "{file}"), "at least 200 are needed"),
        (("pay", "fit", "{euros}"), "Set aside: no rate for EUR (1 row). Give the rates"),
        (("pay", "fit", "{file}", "--map", "job_title=Nope"), "has no column 'Nope'. Its columns: work_year"),
        (("pay", "fit", "{folder}"), "is a folder"),
        (("pay", "fit", "{empty}"), "empty.csv is empty"),
        (("pay", "fit", "{file}", "--rate", "EUR=1.08@2999-01-01"), "no day up to today"),
        (("pay", "fit", "{head}"), "has no rows"),
    ],
)
def test_bad_input_is_one_line_and_code_2(
    headway: Headway, home: Path, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    """What is wrong and what to do; nothing is written."""
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    named = {
        "{file}": _file(tmp_path, row(100_000)), "{folder}": tmp_path, "{empty}": tmp_path / "empty.csv",
        "{head}": _file(tmp_path, "", "head.csv"),
        "{euros}": _file(tmp_path, "2024,SE,FT,Data Scientist,90000,EUR,,DE,0,DE,M\n", "euros.csv"),
    }  # fmt: skip
    ran = headway(*(named.get(a, a) for a in arguments))
    assert ran.code == 2, ran
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1, ran.err
    assert says in ran.err
    assert not (home / "pay").exists()


def test_a_damaged_model_is_said_and_a_plan_goes_on_without_it(headway: Headway, home: Path, example: Path) -> None:
    """`pay` names it in one line; `fit` still answers."""
    (home / "pay").mkdir(parents=True)
    (home / "pay" / "model.json").write_text('{"schema": "headway.pay-mod', encoding="utf-8")
    ran = headway("pay", "data scientist")
    assert (ran.code, ran.out) == (2, "")
    assert "Fit it again" in ran.err
    assert headway("fit", example, "--role", "data scientist", "--json").code == 0


def test_a_model_of_another_schema_is_refused_in_one_line(headway: Headway, home: Path, tmp_path: Path) -> None:
    """A later version's file is not taken for ours."""
    assert headway("pay", "fit", _file(tmp_path, market((2022, 2023, 2024), 120)), "--today", TODAY).code == 0
    kept = home / "pay" / "model.json"
    kept.write_bytes(kept.read_bytes().replace(b"headway.pay-model/1", b"headway.pay-model/9"))
    ran = headway("pay", "data scientist")
    assert (ran.code, ran.out, len(ran.err.strip().splitlines())) == (2, "", 1)
    assert "Fit it again" in ran.err


def test_nothing_known_at_all_is_code_1(headway: Headway, home: Path) -> None:
    """A role that no source knows the pay of at a grade: an empty answer, said in words."""
    ran = headway("pay", "robotics engineer", "--seniority", "intern", "--json")
    assert (ran.code, ran.json["figures"]) == (1, [])


def test_the_fit_shows_pay_today_and_at_the_target(headway: Headway, home: Path, example: Path) -> None:
    """Held job and target by one source, the difference as a range with its overlap."""
    asked = ("fit", example, "--role", "data scientist", "--seniority", "senior", "--country", "US", "--today", TODAY)
    found = headway(*asked, "--json").json["pay_change"]
    assert (found["target"]["role"], found["today"]["because"]) == ("data-scientist", "within reach today")
    (now, *_), (then, *_) = found["today"]["intervals"], found["target"]["intervals"]
    assert now["source"] == then["source"] == found["source"] == "ai-jobs.net salaries, rows as of 30 June 2024"
    assert (found["low"], found["high"]) == (then["low"] - now["high"], then["high"] - now["low"])
    assert 0 < found["overlap"] < 1
    assert found["words"].split()[:4] == ["Pay", "a", "year", "in"]
    assert "The difference lies between" in " ".join(headway(*asked).out.split())


def test_the_plan_shows_it_in_json_text_and_page(headway: Headway, home: Path, example: Path, tmp_path: Path) -> None:
    """The same sentence in all three."""
    page = tmp_path / "plan.html"
    asked = ("plan", example, "--role", "data-analyst", "--country", "US", "--today", TODAY)
    words = headway(*asked, "--html", page, "--json").json["pay_change"]["words"]
    assert words
    assert words in page.read_text(encoding="utf-8")
    assert words in " ".join(headway(*asked).out.split())
